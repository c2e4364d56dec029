import type { Schema, SchemaOf } from '../../model/model.ts';
import type { Identifier } from '../../base/names.ts';
import { code, joinCode, literal, type Code } from '../code.ts';
import { formatTest } from '../formats.ts';
import { validatorNames } from '../layout.ts';
import { all, always, any, wrapped } from './conditions.ts';
import { into, isDone, locationOf, noIssues, type Place, type Sides, type Test, type Writer } from './place.ts';
import { cut, returnJoined } from './cut.ts';
import { patternConstant, quietCall, setConstant, sided, testCall, valueLocal } from './test.ts';

interface TypeTest {
  readonly expression: (value: Code) => Code;
  readonly plain: (value: Code) => Code;
  readonly sides?: Sides;
}

/** The test of a type that is one condition. */
export function typeTest(type: string, { writer }: Place, plain: (value: Code) => Code): TypeTest {
  const refusals = (expected: Code): Pick<Sides, 'call' | 'callOf'> => ({
    call: (value) => code`${writer.runtime('leaves', 'type')}(${value}, ${expected})`,
    callOf: (key) => code`${writer.runtime('parts', 'mistyped')}(object, ${key}, ${expected})`,
  });
  const orNull = refusals(literal([type, 'null']));
  return { plain, ...sided({ atOnce: plain, ...refusals(literal(type)), orNull }) };
}

/** The test of a type, and of what else is asked of its values: of values of another type nothing is asked. */
function limitedTest(type: TypeTest, limits: (value: Code) => readonly Code[], writer: Writer): Test {
  if (limits(code`value`).length === 0) return type;
  return { expression: (value) => all([type.expression(value), bothOf(limits(value), writer)]) };
}

const noType: TypeTest = { expression: () => always, plain: () => always };

/** Numbers and integers. */
export function testNumber(schema: SchemaOf<'number'>, place: Place): Test {
  const { writer } = place;
  const leaf = (name: string, value: Code, limit: number | undefined): Code[] =>
    limit === undefined ? [] : [code`${writer.runtime('leaves', name)}(${value}, ${literal(limit)})`];
  const limits = (value: Code): Code[] => [
    ...leaf('atLeast', value, schema.minimum),
    ...leaf('moreThan', value, schema.exclusiveMinimum),
    ...leaf('atMost', value, schema.maximum),
    ...leaf('lessThan', value, schema.exclusiveMaximum),
    ...leaf('multipleOf', value, schema.multipleOf),
    ...formatCalls(schema, value, writer),
  ];
  const test = schema.integer ? code`Number.isInteger` : code`Number.isFinite`;
  const type = typeTest(schema.integer ? 'integer' : 'number', place, (value) => code`${test}(${value})`);
  return limitedTest(schema.typed ? type : noType, limits, writer);
}

/** Strings. */
export function testString(schema: SchemaOf<'string'>, place: Place): Test {
  const { writer } = place;
  const { minLength = 0, maxLength, pattern, typed } = schema;
  const isSized = minLength > 0 || maxLength !== undefined;
  const size = (value: Code): Code =>
    code`${writer.runtime('leaves', typed ? 'text' : 'length')}(${value}, ${minLength}, ${maxLength ?? code`Infinity`})`;
  const matches = (value: Code, constant: Identifier): Code =>
    code`${writer.runtime('leaves', 'matches')}(${value}, ${constant})`;
  const limits = (value: Code): Code[] => [
    ...(isSized ? [size(value)] : []),
    ...(pattern === undefined ? [] : [matches(value, patternConstant(pattern, place, maxLength))]),
    ...formatCalls(schema, value, writer),
  ];
  const type = typeTest('string', place, (value) => code`typeof ${value} === 'string'`);
  const test = limitedTest(typed && !isSized ? type : noType, limits, writer);
  return typed && isSized && !pattern && limits(code`value`).length === 1 ? sizedTest(schema, writer) : test;
}

/**
 * Texts with limits of their length: what most of them pass stands in place, as a code point takes at most two code units.
 */
function sizedTest({ minLength = 0, maxLength }: SchemaOf<'string'>, writer: Writer): Test {
  const limits = code`${minLength}, ${maxLength ?? code`Infinity`}`;
  const call = (value: Code): Code => code`${writer.runtime('leaves', 'text')}(${value}, ${limits})`;
  const callOf =
    (helper: string) =>
    (key: Code): Code =>
      code`${writer.runtime('parts', helper)}(object, ${key}, ${limits})`;
  const orNull: Pick<Sides, 'call' | 'callOf'> = {
    call: (value) => any([call(value), code`${writer.runtime('issues', 'orNull')}()`]),
    callOf: callOf('missizedOrNull'),
  };
  const least = minLength > 1 ? minLength * 2 : minLength;
  const atOnce = (value: Code): Code =>
    all([
      code`typeof ${value} === 'string'`,
      least > 0 ? code`${value}.length > ${least - 1}` : always,
      maxLength === undefined ? always : code`${value}.length <= ${maxLength}`,
    ]);
  return sided({ call, callOf: callOf('missized'), orNull, ...(least > (maxLength ?? Infinity) ? {} : { atOnce }) });
}

/** The call that tests an asserted format. */
function formatCalls(schema: SchemaOf<'string'> | SchemaOf<'number'>, value: Code, writer: Writer): Code[] {
  const format = formatTest(schema);
  if (format === undefined) return [];
  const helper = schema.kind === 'string' ? 'textFormat' : 'numberFormat';
  const test = writer.runtime(format.module, format.name);
  return [code`${writer.runtime('leaves', helper)}(${value}, ${literal(format.format)}, ${test})`];
}

/** All of the calls, each made whatever the others say, so that all notes are taken. */
function bothOf(calls: readonly Code[], writer: Writer): Code {
  const [first = always, ...rest] = calls;
  if (rest.length === 0) return first;
  return code`${writer.runtime('leaves', 'both')}(${first}, ${bothOf(rest, writer)})`;
}

/** Constants and enumerations; of one that is open no plain test is made, for the runtime knows when it is. */
export function testLiteral({ values, open }: SchemaOf<'literal'>, place: Place): Test {
  const { writer } = place;
  if (values.some((value) => typeof value === 'object' && value !== null)) {
    return { expression: (value) => code`${writer.runtime('leaves', 'equals')}(${value}, ${literal([...values])})` };
  }
  const set = setConstant(values, place);
  if (set !== undefined) {
    if (open) return { expression: (value) => code`${writer.runtime('leaves', 'amongOpen')}(${value}, ${set})` };
    return {
      expression: (value) => code`${writer.runtime('leaves', 'among')}(${value}, ${set})`,
      plain: (value) => code`${set}.has(${value})`,
    };
  }
  const listed = literal([...values]);
  const atOnce = (value: Code): Code => any(values.map((one) => code`${value} === ${literal(one)}`));
  const [leaf, part] = open ? ['unlisted', 'misvaluedOpen'] : ['oneOf', 'misvalued'];
  const test = sided({
    atOnce,
    call: (value) => code`${writer.runtime('leaves', leaf)}(${value}, ${listed})`,
    callOf: (key) => code`${writer.runtime('parts', part)}(object, ${key}, ${listed})`,
  });
  return open ? test : { plain: atOnce, ...test };
}

/** All members at once. */
export function testIntersection(schema: SchemaOf<'intersection'>, place: Place): Test {
  // calls do not narrow: a member that contradicts another would else not type-check
  const tests = schema.members.flatMap((part, index) => {
    const test = testCall(part, into(place, `part ${index + 1}`), code`value`);
    return test === always ? [] : [{ part, test }];
  });
  if (tests.length === 0) return { expression: () => always };
  const also = place.writer.runtime('issues', 'also');
  const conditions = tests.map(({ part, test }) =>
    any([test, code`${also}(${literal(locationOf(part, schema))}, from)`]),
  );
  const subject = { schema, place, local: valueLocal, counts: true };
  const { writer } = place;
  const lines = [...cut(conditions, '&&', subject), isDone(writer)];
  return { body: joinCode([noIssues(writer), returnJoined(lines, '&&')], '\n') };
}

/** What the condition of a conditional schema leads to. */
export function testConditional(schema: SchemaOf<'conditional'>, place: Place): Test {
  const part = (one: Schema, word: string): Code => {
    const test = testCall(one, into(place, word), code`value`);
    const location = locationOf(one, schema);
    if (test === always || location === '') return test;
    return any([test, code`${place.writer.runtime('issues', 'at')}('', ${literal(location)})`]);
  };
  const whenTrue = part(schema.whenTrue, 'then');
  const whenFalse = part(schema.whenFalse, 'else');
  if (whenTrue === whenFalse) return { expression: () => whenTrue };
  const condition = quietCall(schema.condition, into(place, 'if'), code`value`);
  return { body: code`return ${wrapped(condition)} ? ${whenTrue} : ${whenFalse};` };
}

/** What must not fit. */
export function testNot(schema: SchemaOf<'not'>, place: Place): Test {
  const test = quietCall(schema.schema, into(place, 'not'), code`value`);
  const refusal = code`${place.writer.runtime('leaves', 'ruledOut')}(value)`;
  return { body: code`return ${any([code`!(${test})`, refusal])};` };
}

/** Another named schema, by its own test; one that is a leaf itself, by that leaf. */
export function testReference(schema: SchemaOf<'reference'>, place: Place): Test {
  const { writer, owner } = place;
  const leaf = leafOf(schema, writer, isShort);
  if (leaf !== undefined) return writer.tables.testOf(leaf, place);
  const name = schema.name;
  if (writer.recurs(name, name) && writer.recurs(owner, owner)) {
    const depth = writer.recurs(owner, name) ? code`depth + 1` : code`0`;
    return { expression: (value) => code`${writer.atDepth(name)}(${value}, ${depth})` };
  }
  const { is } = validatorNames(name);
  return { expression: (value) => code`${is}(${value})` };
}

/** What a reference leads to in the end, if that is small enough to be tested where it stands. */
function leafOf(
  schema: SchemaOf<'reference'>,
  writer: Writer,
  isSmall: (target: Schema) => boolean,
): Schema | undefined {
  let target = writer.schemas.get(schema.name);
  const seen = new Set<string>();
  while (target?.kind === 'reference' && !target.unevaluated && !seen.has(target.name)) {
    seen.add(target.name);
    target = writer.schemas.get(target.name);
  }
  return target && !target.unevaluated && isSmall(target) ? target : undefined;
}

/** Scalars with no more than limits, or null: a call for each would cost more than the test. */
function isShort(schema: Schema): boolean {
  if (schema.kind === 'union') {
    const [first, second, ...more] = schema.branches;
    return !schema.tag && more.length === 0 && second?.kind === 'null' && first !== undefined && isShort(first);
  }
  if (schema.unevaluated) return false;
  if (schema.kind === 'string') return schema.typed && !schema.pattern && !formatTest(schema);
  if (schema.kind === 'number') return schema.typed && !formatTest(schema);
  return isLeaf(schema);
}

function isLeaf(schema: Schema): boolean {
  switch (schema.kind) {
    case 'unknown':
    case 'null':
    case 'boolean':
      return true;
    case 'string':
      return (
        schema.typed &&
        schema.minLength === undefined &&
        schema.maxLength === undefined &&
        !schema.pattern &&
        !formatTest(schema)
      );
    case 'number':
      return (
        schema.typed &&
        [schema.minimum, schema.maximum, schema.multipleOf].every((one) => one === undefined) &&
        schema.exclusiveMinimum === undefined &&
        schema.exclusiveMaximum === undefined &&
        !formatTest(schema)
      );
    case 'literal':
      return schema.values.length === 1 && typeof schema.values[0] !== 'object';
    default:
      return false;
  }
}
