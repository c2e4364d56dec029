import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../generator/base/json.ts';
import { lines, load, object } from './support/validators.ts';

// Keywords whose meaning depends on what others say of the same value.

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const conditional: JsonObject = {
  if: { required: ['a'] },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword, not a method
  then: object({ b: { const: 1 } }),
  else: { minProperties: 1 },
};

const kind = (name: string, more: JsonObject): JsonObject =>
  object({ kind: { const: name }, ...more }, { required: ['kind'] });

/** So many objects, each in the `next` of the one before. */
function chain(levels: number, end: unknown): unknown {
  let value = end;
  for (let count = 0; count < levels; count += 1) value = { kind: 'x', next: value };
  return value;
}

describe('conditions', () => {
  it('give the issues of the outcome that counts', async () => {
    const validators = await load({
      Choice: conditional,
      Tied: object({}, { dependentSchemas: { card: { required: ['address'] } } }),
    });
    expect(lines(validators.issues('Choice', { a: 1, b: 2 }))).toStrictEqual(['/b const: must be 1, got 2']);
    expect(lines(validators.issues('Choice', {}))).toStrictEqual([
      'minProperties: must have a size of at least 1, got 0',
    ]);
    expect(validators.issues('Tied', { card: 1 })[0]).toMatchObject({
      path: '/address',
      keyword: 'required',
      schemaPath: '/components/schemas/Tied/dependentSchemas/card/required',
    });
  });
});

describe('what is left over', () => {
  const Base = object({ id: { type: 'string' } });

  it('may be told of what contains the schema itself', async () => {
    const validators = await load({
      Choice: conditional,
      Nest: {
        additionalProperties: { allOf: [ref('Choice'), ref('Nest')], unevaluatedProperties: false },
      },
    });
    expect(validators.issues('Nest', { x: { a: {} } })).toMatchObject([{ path: '/x/a', keyword: 'minProperties' }]);
    expect(validators.issues('Nest', {})).toStrictEqual([]);
  });

  it('is told without looking at the value where it can be', async () => {
    const validators = await load({
      Base,
      Closed: { allOf: [ref('Base'), object({ name: {} })], unevaluatedProperties: false },
    });
    expect(validators.text).not.toContain('evaluated()');
    expect(validators.issues('Closed', { id: 'a', name: 1, more: 2 })).toMatchObject([
      {
        path: '/more',
        keyword: 'unevaluatedProperties',
        schemaPath: '/components/schemas/Closed/unevaluatedProperties',
      },
    ]);
  });

  it('is told by the branch that fits', async () => {
    const validators = await load({
      Base,
      Either: {
        $ref: '#/components/schemas/Base',
        oneOf: [object({ a: {} }, { required: ['a'] }), object({ b: {} }, { required: ['b'] })],
        unevaluatedProperties: false,
      },
      Typed: { anyOf: [object({ a: {} }), { items: true }], unevaluatedProperties: { type: 'number' } },
    });
    expect(validators.is('Either', { id: '1', a: 1 })).toBe(true);
    expect(lines(validators.issues('Either', { id: '1', a: 1, c: 1 }))).toStrictEqual([
      '/c unevaluatedProperties: must be absent, got 1',
    ]);
    expect(lines(validators.issues('Either', { id: 1, a: 1, c: 1 }))).toStrictEqual([
      '/id type: must be a string, got 1',
    ]);
    expect(lines(validators.issues('Typed', { a: 'x', b: 'x' }))).toStrictEqual(['/b type: must be a number, got "x"']);
  });

  it('is told by the tag', async () => {
    const validators = await load({
      Pet: { oneOf: [kind('cat', { lives: {} }), kind('dog', { barks: {} })], unevaluatedProperties: false },
    });
    expect(validators.text).toContain('switch (object.kind)');
    expect(validators.is('Pet', { kind: 'cat', lives: 9 })).toBe(true);
    expect(lines(validators.issues('Pet', { kind: 'cat', barks: true }))).toStrictEqual([
      '/barks unevaluatedProperties: must be absent, got true',
    ]);
  });

  it('is followed through schemas that contain themselves', async () => {
    const validators = await load({
      Tree: {
        anyOf: [object({ leaf: { type: 'string' } }), object({ children: { type: 'array', items: ref('Tree') } })],
        unevaluatedProperties: false,
      },
    });
    expect(validators.is('Tree', { children: [{ leaf: 'a' }, { children: [] }] })).toBe(true);
    expect(lines(validators.issues('Tree', { children: [{ leaf: 'a' }, { other: 1 }] })).length).toBeGreaterThan(0);
    expect(validators.is('Tree', { children: [{ leaf: 'a', more: 1 }] })).toBe(false);
  });

  it('is not counted where a part of the schema is lost or only hinted at', async () => {
    const validators = await load({
      Lossy: { allOf: [ref('Missing'), object({ a: {} })], unevaluatedProperties: false },
      Hedged: { allOf: [{ ...object({ a: {} }), 'x-confidence': 'low' }], unevaluatedProperties: false },
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword, not a method
      Guess: { if: ref('Missing'), then: { type: 'string' }, else: { type: 'number' } },
    });
    expect(validators.is('Lossy', { a: 1, b: 2 })).toBe(true);
    expect(validators.is('Hedged', { a: 1, b: 2 })).toBe(true);
    expect(['a', 1, null].map((value) => validators.is('Guess', value))).toStrictEqual([true, true, false]);
  });
});

describe('schemas that ask about one value by many ways', () => {
  it('answer for each part once: untagged unions', async () => {
    const both = { kind: { type: 'string' }, next: ref('Chain') };
    const validators = await load({
      Chain: { anyOf: [object({ ...both, a: { const: 1 } }, { required: ['a', 'next'] }), object(both), { const: 0 }] },
    });
    expect(validators.is('Chain', chain(200, 0))).toBe(true);
    expect(validators.issues('Chain', chain(200, 1)).length).toBeGreaterThan(0);
  });

  it('answer for each part once: allOf, if and not', async () => {
    const validators = await load({
      All: { allOf: [object({ next: ref('All') }), object({ next: ref('All'), end: { type: 'number' } })] },
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword, not a method
      If: { if: object({ next: ref('If') }), then: object({ next: ref('If'), end: { type: 'number' } }), else: false },
      Not: object({ next: { allOf: [{ not: { not: ref('Not') } }, ref('Not')] }, end: { type: 'number' } }),
    });
    for (const name of ['All', 'If', 'Not']) {
      expect(validators.is(name, chain(100, { end: 1 }))).toBe(true);
      expect(validators.issues(name, chain(100, { end: 'x' })).length).toBeGreaterThan(0);
    }
  });

  it('answer for each part once: values that stand at many places', async () => {
    const validators = await load({
      Tree: object({ children: { type: 'array', items: ref('Tree') }, end: { type: 'number' } }),
      Two: object({ left: ref('Two'), right: { oneOf: [ref('Two'), { type: 'null' }] }, end: { type: 'number' } }),
    });
    for (const end of [1, 'x']) {
      let tree: unknown = { end };
      let two: unknown = { end };
      for (let level = 0; level < 300; level += 1) {
        tree = { children: [tree, tree] };
        two = { left: two, right: two };
      }
      expect(validators.is('Tree', tree)).toBe(end === 1);
      expect(validators.is('Two', two)).toBe(end === 1);
      expect(validators.issues('Tree', tree)).toHaveLength(end === 1 ? 0 : 100);
      expect(validators.issues('Two', two).length > 0).toBe(end !== 1);
    }
  });

  it('remember nothing from one question to the next', async () => {
    const validators = await load({ Tree: object({ children: { type: 'array', items: ref('Tree') } }) });
    const leaf: Record<string, unknown> = {};
    const tree = { children: Array.from({ length: 150_000 }, () => leaf) };
    expect(validators.is('Tree', tree)).toBe(true);
    leaf['children'] = 1;
    expect(validators.is('Tree', tree)).toBe(false);
    leaf['children'] = [];
    expect(validators.is('Tree', tree)).toBe(true);
  });
});
