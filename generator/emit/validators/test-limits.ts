import type { SchemaOf } from '../../model/model.ts';
import { code, literal, type Code } from '../code.ts';
import { formatTest } from '../formats.ts';
import { all, always, any, wrapped } from './conditions.ts';
import type { Place, Sides, Test, Writer } from './place.ts';
import { plainly, sided } from './test.ts';

// What the tests of scalars are made of: a type, and limits of its values.

/** The test of a type that is one condition. */
export function typeTest(type: string, { writer }: Place, plain: (value: Code) => Code): Test {
  if (!writer.notes) return plainly(plain);
  const refusals = (expected: Code): Pick<Sides, 'call' | 'callOf'> => ({
    call: (value) => code`${writer.runtime('leaves', 'type')}(${value}, ${expected})`,
    callOf: (key) => code`${writer.runtime('parts', 'mistyped')}(object, ${key}, ${expected})`,
  });
  const orNull = refusals(literal([type, 'null']));
  return sided({ atOnce: plain, ...refusals(literal(type)), orNull });
}

/** The test of a type, and of what else is asked of its values: of values of another type nothing is asked. */
export function limitedTest(type: Test | undefined, limits: (value: Code) => readonly Code[], writer: Writer): Test {
  if (limits(code`value`).length === 0) return type ?? plainly(() => always);
  const fits = (value: Code): Code => (type && 'expression' in type ? type.expression(value) : always);
  return { expression: (value) => all([fits(value), bothOf(limits(value), writer)]) };
}

/** The same as one condition that notes nothing: `fits` is that of the type, `other` that a value is of another type. */
export function plainLimits(
  { typed, fits, other }: { typed: boolean; fits: (value: Code) => Code; other: (value: Code) => Code },
  limits: (value: Code) => readonly Code[],
): Test {
  if (typed) return plainly((value) => all([fits(value), ...limits(value)]));
  return plainly((value) => (limits(value).length === 0 ? always : any([other(value), wrapped(all(limits(value)))])));
}

/** The condition of an asserted format. */
export function formatCall(schema: SchemaOf<'string'> | SchemaOf<'number'>, value: Code, writer: Writer): Code[] {
  const format = formatTest(schema);
  return format === undefined ? [] : [code`${writer.runtime(format.module, format.name)}(${value})`];
}

/** The call that tests an asserted format, and notes. */
export function formatCalls(schema: SchemaOf<'string'> | SchemaOf<'number'>, value: Code, writer: Writer): Code[] {
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
