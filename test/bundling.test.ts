import { array, assert, asyncProperty, integer, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleFiles } from './support/bundling.ts';

/** However a description is cut into files, the same comes out; and several descriptions keep what each means. */

/** A description with an operation, and schemas of which `Tag` is of the type given. */
function description(title: string, type: string, rest: string): string {
  return `openapi: 3.1.0
info: { title: ${title}, version: '1' }
${rest}
paths:
  /${title}:
    get:
      operationId: get${title}
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
components:
  schemas:
    Pet: { type: object, properties: { tag: { $ref: '#/components/schemas/Tag' } } }
    Tag: { type: ${type} }
    Same: { type: boolean }
`;
}

describe('several descriptions of one input', () => {
  it('keep what they mean by one name, their servers and their security', async () => {
    const { at, lines } = await bundleFiles(
      {
        'a.yaml': description('A', 'string', 'servers: [{ url: https://a.example }]'),
        'b.yaml': description('B', 'integer', 'servers: [{ url: https://b.example }]\nsecurity: [{}]'),
      },
      ['.'],
    );
    expect(lines).toEqual([
      expect.stringMatching(/^b\.yaml:2:1 note merge\/text info: this title is not taken/),
      expect.stringMatching(/^b\.yaml:12:1 note merge\/renamed "Pet" .* "b_Pet"/),
      expect.stringMatching(/^b\.yaml:13:1 note merge\/renamed "Tag" .* "b_Tag"/),
    ]);
    expect(Object.keys(at('/components/schemas') as object).toSorted()).toEqual([
      'Pet',
      'Same',
      'Tag',
      'b_Pet',
      'b_Tag',
    ]);
    expect(at('/components/schemas/b_Pet/properties/tag')).toEqual({ $ref: '#/components/schemas/b_Tag' });
    expect(at('/paths/~1B/get')).toMatchObject({ servers: [{ url: 'https://b.example' }], security: [{}] });
    expect(at('/paths/~1A/get')).not.toHaveProperty('servers');
    expect(at('/servers')).toHaveLength(1);
  });
});

describe('a description in any number of files', () => {
  /** Where each of six schemas lies (0 is the root), and which of them each refers to. */
  const layout = record({
    homes: array(integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
    targets: array(array(integer({ min: 0, max: 5 }), { maxLength: 3 }), { minLength: 6, maxLength: 6 }),
  });
  const paths = ['openapi.json', 'one.json', 'deep/two.json', 'deep/er/three.json'];

  function reference(from: number, home: number, index: number): string {
    const up = '../'.repeat((paths[from] ?? '').split('/').length - 1);
    const pointer = home === 0 ? `#/components/schemas/S${index}` : `#/$defs/S${index}`;
    return from === home ? pointer : `${up}${paths[home]}${pointer}`;
  }

  function files(homes: readonly number[], targets: readonly (readonly number[])[]): Record<string, string> {
    const schemasOf = (home: number): [string, unknown][] =>
      homes.flatMap((own, index): [string, unknown][] => {
        const refs = (targets[index] ?? []).map((target) => [
          `p${target}`,
          { $ref: reference(home, homes[target] ?? 0, target) },
        ]);
        return own === home ? [[`S${index}`, { type: 'object', properties: Object.fromEntries(refs) as unknown }]] : [];
      });
    const media = { schema: { oneOf: homes.map((home, index) => ({ $ref: reference(0, home, index) })) } };
    const get = { operationId: 'a', responses: { 200: { description: 'ok', content: { 'application/json': media } } } };
    const components = { schemas: Object.fromEntries(schemasOf(0)) };
    const root = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { '/a': { get } }, components };
    const others = [1, 2, 3].map((home) => [
      paths[home],
      JSON.stringify({ $defs: Object.fromEntries(schemasOf(home)) }),
    ]);
    return { 'openapi.json': JSON.stringify(root), ...(Object.fromEntries(others) as Record<string, string>) };
  }

  it('is the same as in one', async () => {
    await assert(
      asyncProperty(layout, async ({ homes, targets }) => {
        const [split, whole] = await Promise.all(
          [homes, homes.map(() => 0)].map((places) => bundleFiles(files(places, targets), ['openapi.json'])),
        );
        const ordered = [split, whole].map((one) => {
          const schemas = Object.entries(one?.at('/components/schemas') as object);
          const names = schemas.toSorted(([left], [right]) => (left < right ? -1 : 1));
          return JSON.stringify([one?.lines, one?.at('/paths'), names]).replaceAll(/,?"x-evidence":\[[^\]]*\]/g, '');
        });
        expect(ordered[0]).toBe(ordered[1]);
      }),
      { numRuns: 40 },
    );
  });
});
