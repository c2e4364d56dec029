import type { Identifier } from '../../base/names.ts';
import { isPatternFault, readPattern } from '../../base/pattern.ts';
import type { Schema, SchemaOf } from '../../model/model.ts';
import { code, joinCode, literal, regularExpression, type Code } from '../code.ts';
import { all, always, never } from './conditions.ts';
import { validatorNames } from '../layout.ts';
import { inside, leadsBack, trailOf, trailParameters, type Place } from './place.ts';

/** The expression that tests `value`; what takes statements becomes a function of its own. */
export function testExpression(schema: Schema, place: Place, value: Code): Code {
  const test = place.writer.tables.testOf(schema, inside(place));
  if ('body' in test) return callPart(schema, place, value, test.body);
  if (!place.outside || !leadsBack(schema, place)) return test.expression(value);
  if (schema.kind === 'reference') return code`${validatorNames(schema.name).is}(${value})`;
  return callPart(schema, place, value, code`return ${test.expression(code`value`)};`);
}

/** Like `testExpression`, but `value` stands in it once and is not narrowed: an expression becomes a function too. */
export function testCall(schema: Schema, place: Place, value: Code): Code {
  const test = place.writer.tables.testOf(schema, inside(place));
  if ('body' in test) return callPart(schema, place, value, test.body);
  const once = test.expression(code`value`);
  if (once === always || once === never || schema.kind === 'reference') return testExpression(schema, place, value);
  return callPart(schema, place, value, code`return ${once};`);
}

function callPart(schema: Schema, place: Place, value: Code, body: Code): Code {
  const deep = leadsBack(schema, place);
  const name = `is${place.writer.stemOf(schema, place)}` as Identifier;
  if (place.writer.first(name)) {
    const parameters = [...valueParameter(), ...(deep ? trailParameters(place.writer, place.owner) : [])];
    place.writer.add({ kind: 'function', name, exported: false, parameters, returnType: code`boolean`, body });
  }
  return deep ? code`${name}(${value}, ${trailOf(place)})` : code`${name}(${value})`;
}

/** The parameter of a function that tests. */
export function valueParameter(): { name: Identifier; type: Code }[] {
  return [{ name: 'value' as Identifier, type: code`unknown` }];
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
/** The hoisted regular expression of a pattern; one that can take very long is bound to short texts. */
export function patternConstant(pattern: string, place: Place): Identifier {
  const found = readPattern(pattern);
  const expression = isPatternFault(found) ? code`/^/` : regularExpression(found.expression);
  const limit = patternLimit(pattern);
  if (limit === undefined) return place.writer.constant('patternOf', place, expression);
  const bounded = place.writer.runtime('checks', 'boundedPattern');
  return place.writer.constant('patternOf', place, code`/* @__PURE__ */ ${bounded}(${expression}, ${limit})`);
}

/** How long a text the pattern may be run on, where it can take very long. */
export function patternLimit(pattern: string): number | undefined {
  const found = readPattern(pattern);
  return isPatternFault(found) ? undefined : found.risk?.limit;
}

/** Above so many values a set is faster than comparing one by one. */
const fewValues = 8;

/** The hoisted set of many scalar values, or undefined where there are few, or structures among them. */
export function setConstant(values: SchemaOf<'literal'>['values'], place: Place): Identifier | undefined {
  const scalar = values.every((value) => typeof value !== 'object' || value === null);
  if (!scalar || values.length <= fewValues) return undefined;
  return place.writer.constant('valuesOf', place, code`/* @__PURE__ */ new Set<unknown>(${literal([...values])})`);
}
