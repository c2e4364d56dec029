import type { Identifier } from '../../base/names.ts';
import type { Schema, SchemaOf } from '../../model/model.ts';
import { code, literal, type Code } from '../code.ts';
import { patternCode } from '../patterns.ts';
import { always, any, wrapped } from './conditions.ts';
import { depthParameter, leadsBack, quietly, type Place, type Sides, type Test } from './place.ts';

/** The expression that tests `value`; what takes statements becomes a function of its own. */
export function testExpression(schema: Schema, place: Place, value: Code): Code {
  const test = place.writer.tables.testOf(schema, place);
  return 'body' in test ? callPart(schema, place, value, test.body) : test.expression(value);
}

/** Like `testExpression`, but `value` stands in it once and is not narrowed: an expression becomes a function too. */
export function testCall(schema: Schema, place: Place, value: Code): Code {
  const test = place.writer.tables.testOf(schema, place);
  if ('body' in test) return callPart(schema, place, value, test.body);
  const expression = test.expression(value);
  return isCall(expression)
    ? expression
    : callPart(schema, place, value, code`return ${test.expression(code`value`)};`);
}

/** Like `testCall`, without notes of why the answer is no. */
export function quietCall(schema: Schema, place: Place, value: Code): Code {
  const plain = plainTest(schema, place, value);
  return plain ?? paused(quietTest(schema, place, value), place);
}

/** The call of the test that only answers. */
function quietTest(schema: Schema, place: Place, value: Code): Code {
  const { writer, owner } = place;
  // the function of the whole named schema is there already
  if (writer.notes && writer.schemas.get(owner) === schema) {
    const isDeep = writer.recurs(owner, owner);
    return isDeep
      ? code`${writer.quiet.atDepth(owner)}(${value}, depth)`
      : code`${writer.quiet.testName(owner)}(${value})`;
  }
  return testCall(schema, quietly(place), value);
}

/** An answer for which nothing is noted. */
export function paused(answer: Code, { writer }: Place): Code {
  if (!writer.notes) return answer;
  return code`${writer.runtime('issues', 'resume')}(${writer.runtime('issues', 'pause')}(), ${answer})`;
}

/** The condition for `value` where it can be told in place without notes. */
export function plainTest(schema: Schema, place: Place, value: Code): Code | undefined {
  const test = place.writer.quiet.tables.testOf(schema, quietly(place));
  if ('body' in test) return undefined;
  return test.expression(value) === always ? always : test.plain?.(value);
}

/** The test as a function of one value: the name of one, or an arrow. */
export function tester(schema: Schema, place: Place): Code {
  const value = code`value`;
  const call = testCall(schema, place, value);
  if (call === always) return code`() => true`;
  const name = /^([\p{ID_Continue}$]+)\(value\)$/u.exec(call)?.[1];
  return name === undefined ? code`(value) => ${call}` : (name as Code);
}

/** The test that has two sides. */
export function sided(sides: Sides): { readonly expression: (value: Code) => Code; readonly sides: Sides } {
  const { atOnce, call } = sides;
  return { expression: (value) => any([...(atOnce ? [wrapped(atOnce(value))] : []), call(value)]), sides };
}

/** The test that is one condition and notes nothing. */
export function plainly(condition: (value: Code) => Code): Test {
  return { expression: condition, plain: condition };
}

/** Whether an expression is one call without a condition, or a constant. */
function isCall(expression: Code): boolean {
  return expression === always || /^[\p{ID_Continue}$]+\([^()]*\)$/u.test(expression);
}

function callPart(schema: Schema, place: Place, value: Code, body: Code): Code {
  const { writer } = place;
  const deep = leadsBack(schema, place);
  const name = writer.partOf(body, deep, () => writer.testName(writer.stemOf(schema, place)));
  if (writer.first(name)) {
    const parameters = [...valueParameter(), ...(deep ? [depthParameter] : [])];
    writer.add({ kind: 'function', name, exported: false, parameters, returnType: code`boolean`, body });
  }
  return deep ? code`${name}(${value}, depth)` : code`${name}(${value})`;
}

/** The local that tests are about. */
export const valueLocal: { readonly name: Identifier; readonly type: Code } = {
  name: 'value' as Identifier,
  type: code`unknown`,
};

/** The parameter of a function that tests. */
export function valueParameter(): { name: Identifier; type: Code }[] {
  return [valueLocal];
}

/** The body of the function that tests a named schema. */
export function testBody(schema: Schema, place: Place): Code {
  const test = place.writer.tables.testOf(schema, place);
  return 'body' in test ? test.body : code`return ${test.expression(code`value`)};`;
}

/** The hoisted constant that tests a pattern. */
export function patternConstant(pattern: string, place: Place, longest?: number): Identifier {
  return place.writer.constant('patternOf', place, patternCode(pattern, place.writer.runtime, longest));
}

/** Above so many values a set is faster than comparing one by one. */
const fewValues = 8;

/** The hoisted set of many scalar values, or undefined where there are few, or structures among them. */
export function setConstant(values: SchemaOf<'literal'>['values'], place: Place): Identifier | undefined {
  const scalar = values.every((value) => typeof value !== 'object' || value === null);
  if (!scalar || values.length <= fewValues) return undefined;
  return place.writer.constant('valuesOf', place, code`/* @__PURE__ */ new Set<unknown>(${literal([...values])})`);
}
