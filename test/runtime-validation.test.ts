import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asObject, codePoints, distinct, equal, multiple, propertyCount } from '../templates/runtime/checks.ts';
import {
  at,
  atItem,
  claimed,
  done,
  orNull,
  pause,
  record,
  refuse,
  resume,
  under,
  within,
} from '../templates/runtime/issues.ts';
import { text, type } from '../templates/runtime/leaves.ts';
import { closest } from '../templates/runtime/union-issues.ts';
import {
  orThrow,
  parse as parseWith,
  standardSchema,
  ValidationIssuesError,
  type ParseOptions,
  type ParseResult,
} from '../templates/runtime/validation.ts';

describe('lengths', () => {
  it('count code points', () => {
    expect(['', 'a', '💩', 'a💩b', '\ud83d', '\udca9\ud83d'].map(codePoints)).toStrictEqual([0, 1, 1, 3, 1, 2]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (value, limit) => {
        const length = [...value].length;
        expect(codePoints(value)).toBe(length);
        expect(text(value, 0, limit)).toBe(length <= limit);
        expect(text(value, limit, Infinity)).toBe(length >= limit);
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

  it('are found among many as among two', () => {
    const item = fc.oneof(
      { maxDepth: 2 },
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom([], {}, { a: undefined }, [NaN]),
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), (items) => {
        const isRepeated = items.some((one, index) => items.slice(0, index).some((other) => equal(one, other)));
        expect(distinct(items)).toBe(!isRepeated);
      }),
    );
    const numbered = Array.from({ length: 20_000 }, (_, index) => ({ id: index, tags: ['a', { b: index }] }));
    expect([distinct(numbered), distinct([...numbered, structuredClone(numbered[7])])]).toStrictEqual([true, false]);
    let shared: unknown = {};
    for (let level = 0; level < 300; level += 1) shared = { children: [shared, shared] };
    expect(distinct(Array.from({ length: 9 }, (_, index) => ({ index, shared })))).toBe(true);
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

/** With one test that both answers and notes. */
function parse<Value>(
  value: unknown,
  test: (value: unknown) => boolean,
  schema: string,
  options?: ParseOptions,
): ParseResult<Value> {
  return parseWith(value, test, test, schema, options);
}

const isText = (value: unknown): boolean => typeof value === 'string' || type(value, 'string');
const isWhole = (value: unknown): boolean => Number.isInteger(value) || type(value, 'integer');

/** As one is generated for an object with a text, a list of whole numbers and a part that asks something else. */
function isThing(value: unknown): boolean {
  const object = value as { name?: unknown; list?: readonly unknown[]; other?: unknown };
  const from = claimed;
  return (
    (isText(object.name) || within('name')) &&
    (object.list === undefined || isList(object.list) || within('list')) &&
    (object.other === undefined || object.other === 1 || refuse(object.other, 'const', [1], 'must be ', 'other')) &&
    done(from)
  );
}

function isList(value: readonly unknown[]): boolean {
  const from = claimed;
  for (const [index, item] of value.entries()) {
    if (!isWhole(item) && !atItem(index)) return false;
  }
  return done(from);
}

const asking = (answer: () => unknown): unknown => ({
  get name(): string {
    answer();
    return 'a';
  },
  list: [1],
});

const isOne = (value: unknown): boolean =>
  refuse(value, 'const', [1]) || (under('a/b~c', '/additionalProperties') && done(0));

const isShape = (value: unknown): boolean =>
  closest(value, 'anyOf', [isThing, (one) => isThing({ ...(one as object), name: 1 })]);

const summary = (branches: boolean): unknown => {
  const result = parse({ list: [1.5], name: 'a' }, isShape, '', { branches });
  return result.ok ? undefined : result.issues.at(-1)?.branches;
};

const lines = (value: unknown, limit = 100): string[] => {
  const result = parse(value, isThing, '', { limit });
  return result.ok ? [] : result.issues.map(({ schemaPath, path, message }) => `${schemaPath} ${path} ${message}`);
};

describe('issues', () => {
  const wrong = { list: [1, 'a', 2, null], other: 2 };
  const all = [
    '/required /name must be a string, but is missing',
    '/properties/list/items/type /list/1 must be an integer, got "a"',
    '/properties/list/items/type /list/3 must be an integer, got null',
    '/properties/other/const /other must be 1, got 2',
  ];

  it('are put where they belong on the way out, up to a limit', () => {
    expect(lines(wrong)).toStrictEqual(all);
    for (const limit of [1, 2, 3]) expect(lines(wrong, limit)).toStrictEqual(all.slice(0, limit));
    expect(lines({ name: '' })).toStrictEqual([]);
  });

  it('are noted only while a recorder is open', () => {
    expect(isThing(wrong)).toBe(false);
    expect(record(1, () => false, 9)).toStrictEqual([]);
    expect(record(1, () => resume(pause(), isThing(wrong)), 9)).toStrictEqual([]);
  });

  it('of questions within questions stay apart', () => {
    for (const question of [
      () => isThing(wrong),
      () => isText(1),
      () => parse(wrong, isThing, ''),
      () => isList(['a']),
    ]) {
      expect(parse(asking(question), isThing, '').ok).toBe(true);
    }
    const late = {
      name: 'a',
      list: ['x'],
      get other(): number {
        return isThing(wrong) ? 0 : 1;
      },
    };
    const result = parse(late, isThing, '');
    expect(result.ok ? [] : result.issues.map(({ path }) => path)).toContain('/list/0');
  });

  it('leave nothing behind when an error passes through', () => {
    const thrower = {
      get name(): string {
        throw new RangeError('out of order');
      },
    };
    expect(() =>
      parse(
        {
          list: ['a'],
          get other() {
            return isThing(thrower);
          },
        },
        isThing,
        '',
      ),
    ).toThrow('out of order');
    expect(() => parse(thrower, (value) => resume(pause(), isThing(value)), '')).toThrow('out of order');
    expect(lines({ name: 1 })).toStrictEqual(['/properties/name/type /name must be a string, got 1']);
  });

  it('stand at escaped pointers', () => {
    expect(record(2, isOne, 9)).toMatchObject([{ path: '/a~1b~0c', schemaPath: '/additionalProperties/const' }]);
  });

  it('are plain data, in other words if wanted', () => {
    const result = parse({ name: 'a', other: 'x'.repeat(99) }, isThing, '/components/schemas/Thing', {
      message: ({ path, expected }) => `${path} soll ${String(expected)} sein`,
    });
    const issue = {
      path: '/other',
      keyword: 'const',
      expected: [1],
      actual: 'x'.repeat(99),
      message: '/other soll 1 sein',
      schemaPath: '/components/schemas/Thing/properties/other/const',
    };
    expect(result).toStrictEqual({ ok: false, issues: [issue] });
    expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
  });

  it('are told by the error', () => {
    const result = parse(1, (value) => value === null || isText(value) || orNull(), '/components/schemas/A');
    expect(() => orThrow(result)).toThrow(ValidationIssuesError);
    expect(() => orThrow(result)).toThrow('the value must be a string or null, got 1');
    expect(result).toMatchObject({
      issues: [{ schemaPath: '/components/schemas/A/type', expected: ['string', 'null'] }],
    });
  });

  it('are found in bounded time, however the unions are nested', () => {
    let calls = 0;
    const deep =
      (level: number) =>
      (value: unknown): boolean => {
        calls += 1;
        if (calls > 1_000_000) throw new Error('too many calls');
        if (level > 30) return refuse(value, 'const', [1]);
        return closest(value, 'anyOf', [deep(level + 1), deep(level + 1)]) || at('/a', '');
      };
    const result = parse(2, deep(0), '');
    expect(result.ok ? 0 : result.issues.length).toBeGreaterThan(0);
    expect(calls).toBeLessThan(5_000);
  });

  it('of each branch are told on request', () => {
    expect(summary(false)).toBeUndefined();
    expect(summary(true)).toMatchObject([[{ path: '/list/0' }], [{ path: '/name' }, { path: '/list/0' }]]);
  });
});

describe('the Standard Schema face', () => {
  it('gives the value, or issues with a path of segments', () => {
    const schema = standardSchema((value: unknown) => parse<unknown>(value, isThing, ''));
    expect(schema['~standard']).toMatchObject({ version: 1, vendor: 'specloom' });
    expect(schema['~standard'].validate({ name: 'a' })).toStrictEqual({ value: { name: 'a' } });
    expect(schema['~standard'].validate({ name: 'a', list: ['x'] })).toStrictEqual({
      issues: [{ message: 'must be an integer, got "x"', path: ['list', 0] }],
    });
  });
});
