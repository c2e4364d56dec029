import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../generator/base/json.ts';
import { description, makePackage } from './support/packages.ts';

// Whatever a value is, validators of a package answer, and never by running out of stack, memory or time. What code of the
// value throws while it is looked at (a getter, the trap of a proxy) comes out as it is.

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const text: JsonObject = { type: 'string' };
const count: JsonObject = { type: 'integer' };

/** A schema for each keyword, and some that contain themselves. */
const schemas: Record<string, JsonValue> = {
  Type: { type: ['string', 'integer', 'boolean', 'array', 'object', 'null'] },
  Constant: { const: { a: [1, { b: 2 }] } },
  Choice: { enum: ['a', 1, null, { a: [] }, ['x']] },
  LongChoice: { enum: Array.from({ length: 100 }, (_, index) => `word ${index}`) },
  Numbers: { type: 'number', minimum: 0, exclusiveMaximum: 1e300, multipleOf: 0.01 },
  Length: { type: 'string', minLength: 2, maxLength: 1e7 },
  Pattern: { type: 'string', pattern: '^(a+)+$' },
  Rounds: { type: 'string', pattern: '^(a|[b-z0-9])+$' },
  FewRounds: { type: 'string', pattern: '^(a|[b-z0-9])+$', maxLength: 100 },
  Echo: { type: 'string', pattern: '^(?:(a|b)\\1)+$' },
  Untyped: {
    minLength: 1,
    minItems: 1,
    minProperties: 1,
    minimum: 1,
    pattern: 'a',
    properties: { a: text },
    items: text,
  },
  List: { type: 'array', items: { anyOf: [count, text] }, minItems: 1, maxItems: 1e9 },
  Untested: { type: 'array', items: { minLength: 1 }, unevaluatedItems: { minLength: 1 } },
  Tuple: { type: 'array', prefixItems: [text, count], items: { type: 'boolean' } },
  Distinct: { type: 'array', uniqueItems: true },
  Containing: { type: 'array', contains: { const: 1 }, minContains: 2, maxContains: 3 },
  Closed: { type: 'object', properties: { a: text, constructor: text, toString: text }, additionalProperties: false },
  Open: {
    type: 'object',
    required: ['name'],
    properties: { name: text, length: count },
    additionalProperties: { type: ['integer', 'string'] },
  },
  Patterns: { type: 'object', patternProperties: { '^x-': text, '(a+)+$': count } },
  Names: { type: 'object', propertyNames: { maxLength: 20, pattern: '^[a-z]*$' } },
  Size: { type: 'object', minProperties: 1, maxProperties: 1e6 },
  Dependent: { type: 'object', dependentRequired: { a: ['b'] }, dependentSchemas: { c: { required: ['d'] } } },
  // oxlint-disable-next-line no-thenable
  Conditional: { if: { required: ['a'] }, then: { properties: { a: text } }, else: { minProperties: 1 } },
  Negation: { not: { type: 'object', required: ['a'] } },
  Every: {
    allOf: [{ type: 'object', properties: { a: text } }, { properties: { b: count } }],
    unevaluatedProperties: false,
  },
  Leftover: { type: 'array', prefixItems: [text], contains: count, unevaluatedItems: false },
  Any: { anyOf: [{ type: 'object', required: ['a'] }, { type: 'array', items: count }, text] },
  One: { oneOf: [{ type: 'object', required: ['a'] }, { type: 'object', required: ['b'] }, count] },
  Cat: { type: 'object', required: ['kind'], properties: { kind: { const: 'cat' }, next: ref('Pet') } },
  Dog: { type: 'object', required: ['kind'], properties: { kind: { const: 'dog' }, next: ref('Pet') } },
  Pet: { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind' } },
  Tree: { type: 'object', properties: { name: text, children: { type: 'array', items: ref('Tree') } } },
  Json: {
    anyOf: [
      text,
      { type: ['number', 'boolean', 'null'] },
      { type: 'array', items: ref('Json') },
      { type: 'object', additionalProperties: ref('Json') },
    ],
  },
  Chain: { type: 'object', properties: { next: { anyOf: [ref('Chain'), ref('Other')] } }, additionalProperties: false },
  Other: { type: 'object', properties: { next: { oneOf: [ref('Other'), ref('Chain')] } } },
  Anything: true,
  Nothing: { not: {} },
};

type Validators = Readonly<Record<string, (value: unknown) => unknown>>;
let validators: Validators;
let faces: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  const made = await makePackage(description(schemas));
  validators = (await made.load('validators')) as Validators;
  faces = await made.load('schemas');
});

/** What the code of a hostile value throws. */
class Trap extends Error {}

const trap = (): never => {
  throw new Trap('sprung');
};

/** What a function returns, or what it throws. */
function outcome(run: () => unknown): { readonly result: unknown } | { readonly thrown: unknown } {
  try {
    return { result: run() };
  } catch (thrown) {
    return { thrown };
  }
}

interface Verdict {
  readonly ok: boolean;
  readonly issues?: readonly { readonly path: unknown; readonly message: string }[];
}

/** Asks every validator about a value, and returns what is wrong with the answers; `mayThrow` says what a value may throw. */
function faults(value: unknown, mayThrow: (thrown: unknown) => boolean = () => false): string[] {
  const found: string[] = [];
  const ask = <T>(name: string, run: () => T): T | undefined => {
    const answer = outcome(run);
    if ('result' in answer) return answer.result as T;
    if (!mayThrow(answer.thrown)) found.push(`${name} throws ${shown(answer.thrown)}`);
    return undefined;
  };
  for (const schema of Object.keys(schemas)) {
    const is = ask(`is${schema}`, () => validators[`is${schema}`]?.(value));
    const parsed = ask(`parse${schema}`, () => validators[`parse${schema}`]?.(value) as Verdict);
    const face = faces[schema] as { '~standard': { validate(value: unknown): { issues?: readonly unknown[] } } };
    const standard = ask(`${schema}['~standard']`, () => face['~standard'].validate(value));
    if (is === undefined || parsed === undefined || standard === undefined) continue;
    if (typeof is !== 'boolean' || is !== parsed.ok)
      found.push(`is${schema} says ${String(is)}, parse${schema} ${parsed.ok}`);
    if (is !== (standard.issues === undefined))
      found.push(`${schema}['~standard'] says something else than is${schema}`);
    const { issues = [] } = parsed;
    if (!parsed.ok && (issues.length === 0 || issues.length > 200))
      found.push(`parse${schema} gives ${issues.length} issues`);
    for (const { path, message } of issues.slice(0, 20)) {
      if (typeof path !== 'string' || message.length === 0)
        found.push(`parse${schema} gives an issue without place or words`);
      if (message.length > 2000) found.push(`parse${schema} says ${message.length} characters`);
    }
    const asserted = outcome(() => validators[`assert${schema}`]?.(value));
    if ('thrown' in asserted === is) found.push(`assert${schema} and is${schema} differ`);
  }
  return found;
}

function shown(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message.slice(0, 200)}` : typeof thrown;
}

const depth = 100_000;

function nested(wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = {};
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
}

function cyclic(make: (self: () => unknown) => object): object {
  const value: object = make(() => value);
  for (const [name, member] of Object.entries(value))
    if (typeof member === 'function') Reflect.set(value, name, (member as () => unknown)());
  return value;
}

function shared(wrap: (inner: unknown) => unknown, levels: number): unknown {
  let value: unknown = {};
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

const list = (length: number, make: (index: number) => unknown): unknown[] =>
  Array.from({ length }, (_, index) => make(index));

function givenTo(..._all: unknown[]): unknown {
  // oxlint-disable-next-line prefer-rest-params
  return arguments;
}

/** Values that are hard by what they are, made when they are asked about. */
const values: Readonly<Record<string, () => unknown>> = {
  'a deep list': () => nested((inner) => [inner]),
  'a deep object': () => nested((inner) => ({ next: inner })),
  'a deep tree': () => nested((inner) => ({ children: [inner] })),
  'a deep tagged object': () => nested((inner) => ({ kind: 'cat', next: inner })),
  'an object in itself': () => cyclic((self) => ({ kind: 'dog', next: self, a: self })),
  'a tree in itself, twice': () => cyclic((self) => ({ children: () => [self(), self()], name: 'x' })),
  'a list in itself': () => {
    const value: unknown[] = [];
    value.push(value, value);
    return value;
  },
  'an object in many places': () => shared((inner) => ({ children: [inner, inner] }), 300),
  'a list in many places': () => shared((inner) => [inner, inner], 300),
  'an own __proto__': () => JSON.parse('{ "__proto__": { "a": "x", "name": "x" }, "constructor": 1 }') as unknown,
  'names that objects inherit': () =>
    JSON.parse('{ "constructor": "a", "toString": "b", "valueOf": 1, "hasOwnProperty": 2 }') as unknown,
  'inherited members': () => Object.create({ a: 'x', name: 'x', kind: 'cat' }) as unknown,
  'an object without prototype': () => Object.assign(Object.create(null) as object, { a: 'x', name: 'x' }),
  'members that are not enumerable': () => Object.defineProperty({}, 'a', { value: 1 }),
  'names that are symbols': () => ({ [Symbol('a')]: 1, [Symbol.iterator]: 2, [Symbol.toPrimitive]: trap }),
  'members that are undefined': () => ({ a: undefined, name: undefined, kind: undefined, children: undefined }),
  holes: () => [, 1, , 'x', ,], // oxlint-disable-line no-sparse-arrays
  'a list of nothing but holes': () => Array<unknown>(100_000),
  'a list with further members': () => Object.assign([1, 'x'], { a: 1, length_: 2 }),
  'a list of billions of holes': () => Array<unknown>(4_000_000_000),
  'a list with something beyond billions of holes': () => {
    const value: unknown[] = [1, 'x'];
    value[4_000_000_000] = 1;
    return value;
  },
  'a list of a class of its own': () => new (class extends Array<number> {})(3),
  NaN: () => NaN,
  'an infinity': () => -Infinity,
  'negative zero': () => -0,
  'a tiny number': () => 5e-324,
  'a huge number': () => 1.7976931348623157e308,
  'numbers that are none': () => ({ a: NaN, name: Infinity, children: [NaN, NaN], length: NaN }),
  'a big integer': () => 10n ** 1000n,
  'big integers': () => [1n, 1n, { a: 1n }],
  'a long text': () => 'a'.repeat(10_000_000),
  'a long text that nearly fits': () => `${'a'.repeat(10_000_000)}!`,
  'a long text beyond the basic plane': () => '😀'.repeat(2_500_000),
  'half a character': () => '\ud800',
  'long texts in a list': () => list(3, (index) => 'x'.repeat(3_000_000) + String(index)),
  'a long name': () => ({ ['x'.repeat(10_000_000)]: 1, a: 'x' }),
  'many numbers': () => list(200_000, (index) => index),
  'many equal numbers': () => list(200_000, () => 7),
  'many objects': () => list(1000, (index) => ({ index, a: 'x' })),
  'many lists': () => list(1000, (index) => [index, [index]]),
  'many members': () => Object.fromEntries(list(20_000, (index) => [`name${index}`, index]) as [string, number][]),
  'a symbol': () => Symbol('x'),
  'a function': () => trap,
  'a class': () => Trap,
  'a date': () => new Date(0),
  'a date that is none': () => new Date(NaN),
  'a map': () => new Map([['a', 1]]),
  'a set': () => new Set([1]),
  'an expression': () => /x/g,
  'an error': () => new Trap('x'),
  'a promise': () => Promise.resolve({ a: 'x' }),
  bytes: () => new Uint8Array(10_000),
  'a buffer': () => new ArrayBuffer(8),
  'boxed scalars': () => [Object('x'), Object(1), Object(true), Object(Symbol('x')), Object(1n)],
  'a boxed text': () => Object('text') as unknown,
  'an instance of a class': () =>
    new (class Cat {
      kind = 'cat';
      a = 'x';
      #hidden = 1;
      get b() {
        return this.#hidden;
      }
    })(),
  'what a function is given': () => givenTo(1, 'x'),
  'an object of another realm': () =>
    runInNewContext('({ kind: "cat", a: "x", children: [{ name: "y" }] })') as unknown,
  'a list of another realm': () => runInNewContext('["x", 1, true]') as unknown,
  'an object that cannot be changed': () => Object.freeze({ a: 'x', children: Object.freeze([Object.freeze({})]) }),
  'a member that differs each time': () => {
    let calls = 0;
    return {
      get a() {
        calls += 1;
        return calls % 2 === 0 ? 'x' : 1;
      },
    };
  },
};

/** Of these `isX` and `parseX` may well say different things: they do themselves. */
const fickle = new Set(['a member that differs each time']);

describe('a value of any kind gets an answer', () => {
  test.each(Object.keys(values))('%s', (name) => {
    const found = faults(values[name]?.());
    expect(fickle.has(name) ? found.filter((fault) => fault.includes('throws')) : found).toEqual([]);
  });
});

const traps = ['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf', 'isExtensible'] as const;

const isTrap = (thrown: unknown): boolean => thrown instanceof Trap;
const isRevoked = (thrown: unknown): boolean => thrown instanceof TypeError && thrown.message.includes('revoked');

describe('what a value throws comes out as it is', () => {
  test.each(traps)('from a proxy whose %s throws', (name) => {
    for (const target of [{ a: 'x', kind: 'cat' }, ['x', 1], trap]) {
      const proxy: unknown = new Proxy(target, { [name]: trap });
      expect(faults(proxy, isTrap)).toEqual([]);
      expect(faults({ a: proxy, next: proxy, kind: 'cat', children: [proxy] }, isTrap)).toEqual([]);
    }
  });

  test('from a list with an iterator of its own', () => {
    const value = Object.assign([1, 'x'], { [Symbol.iterator]: trap, every: trap, some: trap });
    expect(faults(value, isTrap)).toEqual([]);
  });

  test('from a getter', () => {
    const value = {
      kind: 'cat',
      get a() {
        return trap();
      },
      get next() {
        return trap();
      },
    };
    expect(faults(value, isTrap)).toEqual([]);
    expect(faults([value], isTrap)).toEqual([]);
    expect(faults(Object.defineProperty(['x'], 0, { get: trap }), isTrap)).toEqual([]);
  });

  test('from a proxy that was revoked', () => {
    for (const target of [{}, []]) {
      const { proxy, revoke } = Proxy.revocable(target, {});
      revoke();
      expect(faults(proxy, isRevoked)).toEqual([]);
      expect(faults({ a: proxy, children: [proxy] }, isRevoked)).toEqual([]);
    }
  });
});

test('a proxy that throws nothing is as good as what it stands for', () => {
  const tree = { name: 'x', children: [{ name: 'y' }] };
  expect(validators['isTree']?.(new Proxy(tree, {}))).toBe(true);
  expect(validators['isTree']?.(new Proxy({ name: 1 }, {}))).toBe(false);
});

test('what is nested more deeply than schemas that contain themselves are followed is named as that', () => {
  const verdict = validators['parseTree']?.(nested((inner) => ({ children: [inner] }))) as Verdict | undefined;
  expect(verdict?.ok).toBe(false);
  expect(verdict?.issues?.some(({ message }) => message.includes('nested too deeply'))).toBe(true);
});
