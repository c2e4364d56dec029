import type { Identifier } from '../../base/names.ts';
import type { Schema } from '../../model/model.ts';
import { code, type Code } from '../code.ts';
import { always, never } from './conditions.ts';
import { depthParameter, leadsBack, type Place } from './place.ts';

// Testing a value while noting which of its members were looked at: for `unevaluatedProperties` and
// `unevaluatedItems` where that depends on the value.

/** The expression that tests `value` and notes in `seen` what it looks at. */
export function lookCall(schema: Schema, place: Place, value: Code, seen: Code): Code {
  const { writer } = place;
  const look = writer.tables.lookOf(schema, place);
  const deep = leadsBack(schema, place);
  if ('expression' in look) return look.expression(value, seen);
  const { body } = look;
  const name = `looksAt${writer.stemOf(schema, place)}` as Identifier;
  if (writer.first(name)) addLookFunction(name, deep, place, body);
  return deep ? code`${name}(${value}, ${seen}, depth)` : code`${name}(${value}, ${seen})`;
}

/** Adds the function that tests and notes; with `deep`, where it stands in a schema that contains itself. */
export function addLookFunction(name: Identifier, deep: boolean, { writer }: Place, body: Code): void {
  const parameters = [
    { name: 'value' as Identifier, type: code`unknown` },
    { name: 'seen' as Identifier, type: writer.runtimeType('evaluated', 'Evaluated') },
    ...(deep ? [depthParameter] : []),
  ];
  writer.add({ kind: 'function', name, exported: false, parameters, returnType: code`boolean`, body });
}

/** `(item) => test`, with a name that may stay unused where the test does not depend on it. */
export function arrow(parameter: Code, test: Code): Code {
  return test === always || test === never ? code`() => ${test}` : code`(${parameter}) => ${test}`;
}
