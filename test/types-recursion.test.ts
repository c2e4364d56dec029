import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../generator/base/json.ts';
import { emitOpenapi } from '../generator/emit/types/openapi.ts';
import type { Spec } from '../generator/spec/openapi.ts';
import { compilers, createProject } from './type-tests/project.ts';

// Schemas that contain themselves: TypeScript resolves unions, intersections and arrays of a property at once.

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const list = (items: JsonObject): JsonObject => ({ type: 'array', items });

const schemas: JsonObject = {
  Json: { anyOf: [{ type: 'string' }, list(ref('Json')), { type: 'object', additionalProperties: ref('Json') }] },
  Lists: list(ref('Lists')),
  Pair: { type: 'array', prefixItems: [ref('Pair'), { type: 'string' }], items: false },
  'odd name': { anyOf: [{ type: 'null' }, list(ref('odd name'))] },
  First: { anyOf: [ref('Second'), { type: 'number' }] },
  Second: { anyOf: [list(ref('First')), { type: 'boolean' }] },
  Tree: { type: 'object', properties: { children: list(ref('Tree')) } },
  Self: ref('Self'),
  Chicken: { allOf: [ref('Egg'), { type: 'object', properties: { wings: { type: 'number' } } }] },
  Egg: { anyOf: [ref('Chicken'), { type: 'string' }] },
};

function specOf(all: JsonObject): Spec {
  return { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths: {}, components: { schemas: all } };
}

const use = `import type { components } from './openapi.js';
type Of<Name extends keyof components['schemas']> = components['schemas'][Name];
export const json: Of<'Json'> = ['a', [['b']], { c: ['d', { e: 'f' }] }];
export const lists: Of<'Lists'> = [[], [[]]];
export const first: Of<'First'> = [1, [true, [2]]];
export const odd: Of<'odd name'> = [null, [[null]]];
export const tree: Of<'Tree'> = { children: [{ children: [] }, {}] };
// @ts-expect-error no number anywhere
export const bad: Of<'Json'> = ['a', [1]];
// @ts-expect-error no text anywhere
export const worse: Of<'First'> = [1, ['a']];
`;

describe('types of schemas that contain themselves', () => {
  it.each(Object.keys(compilers) as (keyof typeof compilers)[])('compile under %s', async (compiler) => {
    const project = createProject([await emitOpenapi(specOf(schemas)), { path: 'src/use.ts', text: use }]);
    try {
      expect(project.compile(compiler)).toBe('');
    } finally {
      project.remove();
    }
  });

  it('name a list only where it must be named', async () => {
    const { text } = await emitOpenapi(specOf(schemas));
    expect(text.match(/^type \w+/gm)).toEqual([
      'type JsonList',
      'type ListsList',
      'type PairList',
      'type List',
      'type SecondList',
    ]);
    expect(text).toContain("children?: components['schemas']['Tree'][]");
    expect(text).toContain('Self: unknown');
  });

  it('are found in a long chain without recursion', async () => {
    const count = 3000;
    const chain = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`S${index}`, list(ref(`S${(index + 1) % count}`))]),
    );
    const { text } = await emitOpenapi(specOf(chain));
    expect(text.match(/^type S\d+List/gm)).toHaveLength(count);
  });
});
