import type { Schema, SchemaOf } from '../../model/model.ts';
import type { Identifier } from '../../base/names.ts';
import { code, joinCode, literal, type Code } from '../code.ts';
import { formatTest } from '../formats.ts';
import { always, any, never, not, wrapped } from './conditions.ts';
import { into, isDone, locationOf, noIssues, type Place, type Test, type Writer } from './place.ts';
import { cut, returnJoined } from './cut.ts';
import { formatCall, formatCalls, limitedTest, plainLimits, typeTest } from './test-limits.ts';
import { plainly, quietCall, setConstant, sided, testCall, valueLocal } from './test.ts';

/** Numbers and integers. */
export function testNumber(schema: SchemaOf<'number'>, place: Place): Test {
  const { writer } = place;
  if (!writer.notes) return plainNumber(schema, writer);
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
  return limitedTest(schema.typed ? type : undefined, limits, writer);
}

function plainNumber(schema: SchemaOf<'number'>, writer: Writer): Test {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf, typed } = schema;
  const limits = (given: Code): Code[] => {
    // the engine's tests of numbers narrow no types
    const value = typed ? code`(${given} as number)` : given;
    const than = (operator: string, limit: number | undefined): Code[] =>
      limit === undefined ? [] : [code`${value} ${operator as Code} ${literal(limit)}`];
    return [
      ...than('>=', minimum),
      ...than('>', exclusiveMinimum),
      ...than('<=', maximum),
      ...than('<', exclusiveMaximum),
      ...(multipleOf === undefined
        ? []
        : [code`${writer.runtime('checks', 'multiple')}(${value}, ${literal(multipleOf)})`]),
      ...formatCall(schema, value, writer),
    ];
  };
  const test = schema.integer ? code`Number.isInteger` : code`Number.isFinite`;
  return plainLimits(
    { typed, fits: (value) => code`${test}(${value})`, other: (value) => code`typeof ${value} !== 'number'` },
    limits,
  );
}

/** Constants and enumerations; of one that is open no plain test is made, for the runtime knows when it is. */
export function testLiteral({ values, open }: SchemaOf<'literal'>, place: Place): Test {
  const { writer } = place;
  if (values.some((value) => typeof value === 'object' && value !== null)) {
    if (!writer.notes) return plainly((value) => any(values.map((one) => equality(value, one, writer))));
    return { expression: (value) => code`${writer.runtime('leaves', 'equals')}(${value}, ${literal([...values])})` };
  }
  const set = setConstant(values, place);
  if (!writer.notes) return plainLiteral({ values, open: open === true, set }, writer);
  if (set !== undefined) {
    const leaf = writer.runtime('leaves', open ? 'amongOpen' : 'among');
    return { expression: (value) => code`${leaf}(${value}, ${set})` };
  }
  const listed = literal([...values]);
  const atOnce = (value: Code): Code => any(values.map((one) => code`${value} === ${literal(one)}`));
  const [leaf, part] = open ? ['unlisted', 'misvaluedOpen'] : ['oneOf', 'misvalued'];
  return sided({
    atOnce,
    call: (value) => code`${writer.runtime('leaves', leaf)}(${value}, ${listed})`,
    callOf: (key) => code`${writer.runtime('parts', part)}(object, ${key}, ${listed})`,
  });
}

/** A value that an open list does not hold may pass: the runtime knows when. */
function plainLiteral(
  { values, open, set }: { values: SchemaOf<'literal'>['values']; open: boolean; set: Identifier | undefined },
  writer: Writer,
): Test {
  const listed = (value: Code): Code[] =>
    set === undefined ? values.map((one) => code`${value} === ${literal(one)}`) : [code`${set}.has(${value})`];
  if (!open) return plainly((value) => any(listed(value)));
  const known = set === undefined ? literal([...values]) : code`[...${set}] as string[]`;
  const isNewer = (value: Code): Code => code`${writer.runtime('leaves', 'newer')}(${value}, ${known})`;
  return plainly((value) => any([...listed(value), isNewer(value)]));
}

function equality(value: Code, one: SchemaOf<'literal'>['values'][number], writer: Writer): Code {
  if (typeof one !== 'object' || one === null) return code`${value} === ${literal(one)}`;
  return code`${writer.runtime('checks', 'equal')}(${value}, ${literal(one)})`;
}

/** All members at once. */
export function testIntersection(schema: SchemaOf<'intersection'>, place: Place): Test {
  // calls do not narrow: a member that contradicts another would else not type-check
  const tests = schema.members.flatMap((part, index) => {
    const test = testCall(part, into(place, `part ${index + 1}`), code`value`);
    return test === always ? [] : [{ part, test }];
  });
  if (tests.length === 0) return plainly(() => always);
  const { writer } = place;
  const also = (part: Schema): Code =>
    code`${writer.runtime('issues', 'also')}(${literal(locationOf(part, schema))}, from)`;
  const conditions = tests.map(({ part, test }) => any([test, writer.notes ? also(part) : never]));
  const subject = { schema, place, local: valueLocal, counts: writer.notes };
  const lines = [...cut(conditions, '&&', subject), ...isDone(writer)];
  return { body: joinCode([...noIssues(writer), returnJoined(lines, '&&')], '\n') };
}

/** What the condition of a conditional schema leads to. */
export function testConditional(schema: SchemaOf<'conditional'>, place: Place): Test {
  const part = (one: Schema, word: string): Code => {
    const test = testCall(one, into(place, word), code`value`);
    const location = locationOf(one, schema);
    if (test === always || location === '' || !place.writer.notes) return test;
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
  const refusal = (): Code => code`${place.writer.runtime('leaves', 'ruledOut')}(value)`;
  return { body: code`return ${any([not(test), place.writer.notes ? refusal() : never])};` };
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
  return { expression: (value) => code`${writer.testName(name)}(${value})` };
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
