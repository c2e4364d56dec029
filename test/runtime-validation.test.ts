import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asObject,
  atLeast,
  atMost,
  codePoints,
  distinct,
  equal,
  multiple,
  propertyCount,
} from '../templates/runtime/checks.ts';
import { join, report, textIssues, type IssueFinder } from '../templates/runtime/issues.ts';
import { unionIssues } from '../templates/runtime/union-issues.ts';
import {
  failure,
  refusal,
  standardSchema,
  ValidationIssuesError,
  type ParseResult,
} from '../templates/runtime/validation.ts';

describe('lengths', () => {
  it('count code points', () => {
    expect(['', 'a', '💩', 'a💩b', '\ud83d', '\udca9\ud83d'].map(codePoints)).toStrictEqual([0, 1, 1, 3, 1, 2]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, limit) => {
        const length = [...text].length;
        expect(codePoints(text)).toBe(length);
        expect(atMost(text, limit)).toBe(length <= limit);
        expect(atLeast(text, limit)).toBe(length >= limit);
      }),
    );
  });
});

describe('multiples', () => {
  it('are reckoned in decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 9 }), (count, places) => {
        expect(multiple(Number(`${count}e-${places}`), Number(`1e-${places}`))).toBe(true);
        expect(multiple(Number(`${count}5e-${places + 1}`), Number(`1e-${places}`))).toBe(false);
      }),
    );
    expect([multiple(0.0075, 0.0001), multiple(0.00751, 0.0001), multiple(1e308, 0.5)]).toStrictEqual([
      true,
      false,
      true,
    ]);
    expect([multiple(Infinity, 1), multiple(NaN, 1), multiple(7, 2), multiple(-4, 2)]).toStrictEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('equality', () => {
  it('is that of JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        expect(equal(left, JSON.parse(JSON.stringify(left)))).toBe(true);
        expect(equal(left, right)).toBe(equal(right, left));
        expect(distinct([left, right])).toBe(!equal(left, right));
      }),
    );
    expect(equal({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(equal({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect([equal([], {}), equal({}, []), equal(1, true), equal(null, {}), equal([1], [2])]).not.toContain(true);
    expect(equal(JSON.parse('{"__proto__":1}'), { a: 1 })).toBe(false);
  });

  it('ends for values that contain themselves', () => {
    const left: unknown[] = [];
    const right: unknown[] = [];
    left.push(left);
    right.push(right);
    expect(equal(left, right)).toBe(false);
  });
});

describe('objects', () => {
  it('are seen as their own properties', () => {
    const plain = { a: 1 };
    expect(asObject(plain)).toBe(plain);
    expect(asObject(Object.create({ a: 1 }))?.['a']).toBeUndefined();
    expect([asObject([]), asObject(null), asObject('a'), asObject(undefined)]).toStrictEqual(Array(4).fill(undefined));
    expect(propertyCount({ a: 1, b: undefined })).toBe(1);
  });
});

describe('issues', () => {
  it('stand at escaped pointers', () => {
    expect(join(join('', 'a/b~c'), 0)).toBe('/a~1b~0c/0');
  });

  it('are never missing from a failure', () => {
    expect(failure({}, () => {}).issues).toHaveLength(1);
  });

  it('are told by the error', () => {
    const error = refusal(1, (value, path, out) => textIssues(value, path, out, '/components/schemas/A'));
    expect(error).toBeInstanceOf(ValidationIssuesError);
    expect(error.message).toBe('the value must be a string, got number');
    expect(error.issues[0]?.schemaPath).toBe('/components/schemas/A/type');
  });

  it('are found in bounded time, however the unions are nested', () => {
    let calls = 0;
    const deep: IssueFinder = (value, path, out) => {
      calls += 1;
      if (calls > 1_000_000) throw new Error('too many calls');
      if (path.length > 60) return report(out, path, '', 'const', 1, 2, 'must be 1, got 2');
      unionIssues(value, `${path}/a`, out, '', 'anyOf', [deep, deep]);
    };
    expect(failure(1, deep).issues.length).toBeGreaterThan(0);
    expect(calls).toBeLessThan(5_000);
  });
});

const parse = (value: unknown): ParseResult<string> =>
  typeof value === 'string'
    ? { ok: true, value }
    : failure(value, (_value, _path, out) => report(out, '/list/0/a~1b', '', 'type', 'string', 'x', 'is wrong'));

describe('the Standard Schema face', () => {
  it('gives the value, or issues with a path of segments', () => {
    const schema = standardSchema(parse);
    expect(schema['~standard']).toMatchObject({ version: 1, vendor: 'specloom' });
    expect(schema['~standard'].validate('a')).toStrictEqual({ value: 'a' });
    expect(schema['~standard'].validate({ list: [{}] })).toStrictEqual({
      issues: [{ message: 'is wrong', path: ['list', 0, 'a/b'] }],
    });
  });
});
