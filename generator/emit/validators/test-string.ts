import type { Identifier } from '../../base/names.ts';
import type { SchemaOf } from '../../model/model.ts';
import { code, type Code } from '../code.ts';
import { all, always, any } from './conditions.ts';
import type { Place, Sides, Test, Writer } from './place.ts';
import { formatCall, formatCalls, limitedTest, plainLimits, typeTest } from './test-limits.ts';
import { patternConstant, sided } from './test.ts';

/** Strings. */
export function testString(schema: SchemaOf<'string'>, place: Place): Test {
  const { writer } = place;
  if (!writer.notes) return plainString(schema, place);
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
  const test = limitedTest(typed && !isSized ? type : undefined, limits, writer);
  return typed && isSized && !pattern && limits(code`value`).length === 1 ? sizedTest(schema, writer) : test;
}

function plainString(schema: SchemaOf<'string'>, place: Place): Test {
  const { writer } = place;
  const { minLength = 0, maxLength, pattern, typed } = schema;
  const limits = (value: Code): Code[] => [
    ...leastLength(value, minLength, writer),
    ...mostLength(value, maxLength, writer),
    ...(pattern === undefined
      ? []
      : [code`${writer.runtime('checks', 'follows')}(${value}, ${patternConstant(pattern, place, maxLength)})`]),
    ...formatCall(schema, value, writer),
  ];
  return plainLimits(
    {
      typed,
      fits: (value) => code`typeof ${value} === 'string'`,
      other: (value) => code`typeof ${value} !== 'string'`,
    },
    limits,
  );
}

/** Code points are counted only where code units do not tell: one takes at most two of those. */
function leastLength(value: Code, least: number, writer: Writer): Code[] {
  if (least < 2) return least === 0 ? [] : [code`${value}.length > 0`];
  const count = code`${writer.runtime('checks', 'codePoints')}(${value})`;
  return [any([code`${value}.length >= ${least * 2}`, code`${count} >= ${least}`])];
}

function mostLength(value: Code, most: number | undefined, writer: Writer): Code[] {
  if (most === undefined) return [];
  if (most === 0) return [code`${value}.length === 0`];
  const count = code`${writer.runtime('checks', 'codePoints')}(${value})`;
  return [any([code`${value}.length <= ${most}`, code`${count} <= ${most}`])];
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
