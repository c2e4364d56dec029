import type { Identifier } from '../../base/names.ts';
import type { Schema, SchemaOf } from '../../model/model.ts';
import { code, joinCode, literal, regularExpression, type Code } from '../code.ts';
import { all, always, never } from './conditions.ts';
import { leadsBack, type Place } from './place.ts';

/** The expression that tests `value`; what takes statements becomes a function of its own. */
export function testExpression(schema: Schema, place: Place, value: Code): Code {
  const test = place.writer.tables.testOf(schema, place);
  return 'expression' in test ? test.expression(value) : callPart(schema, place, value, test.body);
}

/** Like `testExpression`, but `value` stands in it once and is not narrowed: an expression becomes a function too. */
export function testCall(schema: Schema, place: Place, value: Code): Code {
  const test = place.writer.tables.testOf(schema, place);
  if ('body' in test) return callPart(schema, place, value, test.body);
  const once = test.expression(code`value`);
  if (once === always || once === never || schema.kind === 'reference') return test.expression(value);
  return callPart(schema, place, value, code`return ${once};`);
}

function callPart(schema: Schema, place: Place, value: Code, body: Code): Code {
  const deep = leadsBack(schema, place);
  const name = `is${place.writer.stemOf(schema, place)}` as Identifier;
  if (place.writer.first(name)) {
    const parameters = testParameters(deep);
    place.writer.add({ kind: 'function', name, exported: false, parameters, returnType: code`boolean`, body });
  }
  return deep ? code`${name}(${value}, depth)` : code`${name}(${value})`;
}

/** The parameters of a function that tests. */
export function testParameters(deep: boolean): { name: Identifier; type: Code }[] {
  const value = { name: 'value' as Identifier, type: code`unknown` };
  return deep ? [value, { name: 'depth' as Identifier, type: code`number` }] : [value];
}

/** The body of the function that tests a named schema. */
export function testBody(schema: Schema, place: Place): Code {
  const test = place.writer.tables.testOf(schema, place);
  return 'body' in test ? test.body : code`return ${test.expression(code`value`)};`;
}

/** Conditions one below the other in a `return`. */
export function returnAll(conditions: readonly Code[]): Code {
  const together = all(conditions);
  if (together.length < 80) return code`return ${together};`;
  const lines = conditions.filter((condition) => condition !== always);
  const text = lines.map((line, index) => (index === lines.length - 1 ? line : code`${line} &&`));
  return code`return (
  ${joinCode(text, '\n')}
);`;
}
/** The hoisted regular expression of a pattern. */
export function patternConstant(pattern: string, place: Place): Identifier {
  return place.writer.constant('patternOf', place, regularExpression(pattern));
}

/** Above so many values a set is faster than comparing one by one. */
const fewValues = 8;

/** The hoisted set of many scalar values, or undefined where there are few, or structures among them. */
export function setConstant(values: SchemaOf<'literal'>['values'], place: Place): Identifier | undefined {
  const scalar = values.every((value) => typeof value !== 'object' || value === null);
  if (!scalar || values.length <= fewValues) return undefined;
  return place.writer.constant('valuesOf', place, code`/* @__PURE__ */ new Set<unknown>(${literal([...values])})`);
}
