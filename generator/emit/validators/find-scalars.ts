import type { Identifier } from '../../base/names.ts';
import type { Schema, SchemaOf } from '../../model/model.ts';
import { code, joinCode, literal, propertyName, type Code } from '../code.ts';
import { validatorNames } from '../layout.ts';
import { not } from './conditions.ts';
import { findingCall, findingName, pointerOf } from './finding.ts';
import { into, type Finding, type Place } from './place.ts';
import { patternConstant, testCall } from './test.ts';

export function helperCall(helper: string, schema: Schema, place: Place, more: Code | Identifier | undefined): Finding {
  const name = place.writer.runtime('issues', helper);
  const pointer = pointerOf(schema.pointer, place);
  const last = more === undefined ? code`` : code`, ${more}`;
  return { call: (value, path) => code`${name}(${value}, ${path}, out, ${pointer}${last})` };
}

export function referenceCall(schema: SchemaOf<'reference'>, place: Place, value: Code, path: Code): Code {
  const name = findingName(schema.name);
  const { writer } = place;
  if (!writer.recurs(place.owner, schema.name)) return code`${name}(${value}, ${path}, out)`;
  if (writer.remembers(schema.name)) {
    const { is } = validatorNames(schema.name);
    return code`${writer.runtime('memo', 'nestedWhereRefused')}(${is}, ${name}, ${value}, ${path}, out)`;
  }
  return code`${place.writer.runtime('issues', 'nested')}(${name}, ${value}, ${path}, out)`;
}

function limitsObject(entries: readonly (readonly [string, Code | undefined])[]): Code | undefined {
  const members = entries.flatMap(([name, value]) =>
    value === undefined ? [] : [code`${propertyName(name)}: ${value}`],
  );
  return members.length === 0 ? undefined : code`{ ${joinCode(members, ', ')} }`;
}

const optional = (value: number | undefined): Code | undefined => (value === undefined ? undefined : literal(value));

export function textLimits(schema: SchemaOf<'string'>, place: Place): Code | undefined {
  return limitsObject([
    ['typed', schema.typed ? undefined : code`false`],
    ['minLength', optional(schema.minLength)],
    ['maxLength', optional(schema.maxLength)],
    ['pattern', schema.pattern === undefined ? undefined : code`${patternConstant(schema.pattern, place)}`],
  ]);
}

export function numberLimits(schema: SchemaOf<'number'>): Code | undefined {
  return limitsObject([
    ['typed', schema.typed ? undefined : code`false`],
    ['integer', schema.integer ? code`true` : undefined],
    ['minimum', optional(schema.minimum)],
    ['exclusiveMinimum', optional(schema.exclusiveMinimum)],
    ['maximum', optional(schema.maximum)],
    ['exclusiveMaximum', optional(schema.exclusiveMaximum)],
    ['multipleOf', optional(schema.multipleOf)],
  ]);
}

export function findInIntersection(schema: SchemaOf<'intersection'>, place: Place): Finding {
  const { base: _, ...outer } = place;
  const calls = schema.members.flatMap((one, index) => {
    const call = findingCall(one, into(outer, `part ${index + 1}`), code`value`, code`path`);
    return call === undefined ? [] : [code`${call};`];
  });
  return calls.length === 0 ? { nothing: true } : { body: joinCode(calls, '\n') };
}

export function findInNot(schema: SchemaOf<'not'>, place: Place): Finding {
  const test = testCall(schema.schema, into({ ...place, outside: true }, 'not'), code`value`);
  const call = code`${place.writer.runtime('issues', 'ruledOut')}(value, path, out, ${literal(schema.pointer)});`;
  return { body: code`if (${test}) ${call}` };
}

export function findInConditional(schema: SchemaOf<'conditional'>, place: Place): Finding {
  const { base: _, ...outer } = place;
  const part = (one: Schema, word: string): Code | undefined =>
    findingCall(one, into(outer, word), code`value`, code`path`);
  const whenTrue = part(schema.whenTrue, 'then');
  const whenFalse = part(schema.whenFalse, 'else');
  if (whenTrue === undefined && whenFalse === undefined) return { nothing: true };
  const condition = testCall(schema.condition, into({ ...outer, outside: true }, 'if'), code`value`);
  if (whenTrue === undefined) return { body: code`if (${not(condition)}) ${whenFalse ?? code``};` };
  const otherwise = whenFalse === undefined ? [] : [code`else ${whenFalse};`];
  return { body: joinCode([code`if (${condition}) ${whenTrue};`, ...otherwise], '\n') };
}
