import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../generator/base/json.ts';
import { description, makePackage, type MadePackage } from './support/packages.ts';

// What a value holds beyond what its schema declares.

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const text: JsonObject = { type: 'string' };

const schemas: JsonObject = {
  Cat: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { const: 'cat' }, next: ref('Pet'), tags: { type: 'array', items: ref('Tag') } },
  },
  Dog: { type: 'object', required: ['kind'], properties: { kind: { const: 'dog' }, size: {} } },
  Pet: { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind' } },
  Tag: { type: 'object', properties: { name: text } },
  Both: { allOf: [ref('Tag'), { type: 'object', properties: { 'a/b': ref('Tag') } }, { description: 'more' }] },
  Either: { anyOf: [ref('Tag'), { type: 'object', properties: { size: { type: 'integer' } } }, text] },
  Loose: { anyOf: [ref('Tag'), { type: 'object' }] },
  Names: { type: 'object', additionalProperties: ref('Tag') },
  Marked: { type: 'object', patternProperties: { '^x-': ref('Tag') }, additionalProperties: false },
  Free: { type: 'object' },
  Pair: { type: 'array', prefixItems: [ref('Tag'), text], items: ref('Names') },
  Tree: { type: 'object', properties: { children: ref('Trees') } },
  Trees: { type: 'array', items: ref('Tree') },
  Round: { anyOf: [ref('Circle')] },
  Circle: { anyOf: [ref('Round')] },
};

const cases: readonly [schema: string, value: unknown, keys: readonly string[]][] = [
  ['Tag', { name: 'a', nmae: 'b', other: undefined }, ['/nmae']],
  ['Tag', 'text', []],
  ['Pet', { kind: 'cat', size: 1, tags: [{}, { x: 1 }] }, ['/size', '/tags/1/x']],
  ['Pet', { kind: 'cat', next: { kind: 'dog', size: { a: 1 }, tags: [] } }, ['/next/tags']],
  ['Pet', { kind: 'bird', wings: 2 }, []],
  ['Both', { name: 'a', 'a/b': { y: 1 }, z: 1 }, ['/a~1b/y', '/z']],
  ['Either', { name: 'a', size: 1, more: 1 }, ['/more']],
  ['Loose', { name: 'a', more: 1 }, []],
  ['Names', { a: { name: 'b' }, c: { d: 1 } }, ['/c/d']],
  ['Marked', { 'x-a': { e: 1 }, y: 1 }, ['/x-a/e', '/y']],
  ['Free', { a: 1 }, []],
  ['Pair', [{ f: 1 }, { g: 1 }, { h: { i: 1 } }], ['/0/f', '/2/h/i']],
  ['Tree', { children: [{ children: [{ j: 1 }] }, { k: 1 }] }, ['/children/0/children/0/j', '/children/1/k']],
  ['Tag', JSON.parse('{"__proto__": 1, "constructor": 2}'), ['/__proto__', '/constructor']],
  ['Round', { a: 1 }, []],
];

describe('properties that a schema does not declare', () => {
  let made: MadePackage;
  let list: (schema: string, value: unknown) => unknown;
  beforeAll(async () => {
    made = await makePackage(description(schemas), { unknownKeys: true });
    const module = (await made.load('unknown-keys')) as Readonly<Record<string, (value: unknown) => unknown>>;
    list = (schema, value) => module[`unknownKeysOf${schema}`]?.(value);
  });

  it.each(cases)('of %s in %j', (schema, value, keys) => {
    expect(list(schema, value)).toStrictEqual(keys);
  });

  it('are listed in bounded time, and a hundred at most', () => {
    let shared: unknown = { more: 1 };
    for (let level = 0; level < 200; level += 1) shared = { children: [shared, shared] };
    expect(list('Tree', shared)).toHaveLength(100);
    const loop: Record<string, unknown> = {};
    loop['children'] = [loop, loop];
    expect(list('Tree', loop)).toStrictEqual([]);
    expect(list('Trees', Array<unknown>(4_000_000_000))).toStrictEqual([]);
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`k${index}`, index]));
    expect(list('Tag', many)).toHaveLength(100);
  });

  it('are listed by packages that were asked to', async () => {
    const manifest = JSON.parse(made.text('package.json') ?? '') as { exports: object };
    expect(Object.keys(manifest.exports)).toContain('./unknown-keys');
    const plain = await makePackage(description({ Tag: schemas['Tag'] ?? {} }));
    expect(plain.text('src/unknown-keys.ts')).toBeUndefined();
  });
});
