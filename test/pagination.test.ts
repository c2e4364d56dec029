import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../generator/base/json.ts';
import { description, makePackage, type MadePackage } from './support/packages.ts';
import { projectFolder } from './support/sources.ts';

// Lists in pages: as the description says, by each of the forms that are read, and never without being told.

const query = (...names: string[]): JsonObject[] =>
  names.map((name) => ({ name, in: 'query', schema: { type: name === 'cursor' ? 'string' : 'integer' } }));
const page: JsonObject = { $ref: '#/components/schemas/Page' };
const answer = (schema: JsonObject, headers: JsonObject = {}): JsonObject => ({
  responses: { 200: { description: 'a page', headers, content: { 'application/json': { schema } } } },
});
const list = (
  operationId: string,
  more: JsonObject,
  schema: JsonObject = page,
  headers: JsonObject = {},
): JsonObject => ({
  get: { operationId, ...more, ...answer(schema, headers) },
});
const names: JsonObject = { type: 'array', items: { $ref: '#/components/schemas/Thing' } };
const link: JsonObject = { Link: { schema: { type: 'string' } } };

const api = description(
  {
    Thing: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
    Page: {
      type: 'object',
      required: ['data'],
      properties: {
        data: names,
        has_more: { type: 'boolean' },
        meta: { type: 'object', properties: { next: { type: ['string', 'null'] } } },
      },
    },
  },
  {
    servers: [{ url: 'https://api.example.com' }],
    paths: {
      '/link': list('byLink', {}, names, link),
      '/plain': list('plain', { parameters: query('page', 'cursor') }),
      '/cursor': list('byCursor', {
        parameters: query('cursor'),
        'x-pagination': { type: 'cursor', request: 'cursor', response: '/meta/next', items: '/data' },
      }),
      '/last': list('byLastItem', {
        parameters: query('after'),
        'x-pagination': {
          type: 'cursor',
          request: 'after',
          response: '/data/-1/id',
          items: '/data',
          more: '/has_more',
        },
      }),
      '/page': list('byPage', {
        parameters: query('page'),
        'x-pagination': { type: 'page', request: 'page', items: '/data' },
      }),
      '/offset': list('byOffset', {
        parameters: query('offset', 'limit'),
        'x-pagination': { type: 'offset', request: 'offset', size: 'limit', items: '/data' },
      }),
      '/url': list('byUrl', { 'x-pagination': { type: 'url', response: '/meta/next', items: '/data' } }),
      '/speakeasy': list('speakeasy', {
        parameters: query('page'),
        'x-speakeasy-pagination': {
          type: 'offsetLimit',
          inputs: [{ name: 'page', in: 'parameters', type: 'page' }],
          outputs: { results: '$.data' },
        },
      }),
      '/fern': list('fern', {
        parameters: query('cursor'),
        'x-fern-pagination': {
          cursor: '$request.cursor',
          next_cursor: '$response.meta.next',
          results: '$response.data',
        },
      }),
      '/azure': list('azure', { 'x-ms-pageable': { nextLinkName: 'nextLink', itemName: 'data' } }),
      '/body': {
        post: {
          operationId: 'byBody',
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['filter'],
                  properties: { filter: { type: 'string' }, cursor: { type: 'string' } },
                },
              },
            },
          },
          'x-pagination': { type: 'cursor', in: 'body', request: 'cursor', response: '/meta/next', items: '/data' },
          ...answer(page),
        },
      },
      '/wrong': list('wrong', { 'x-pagination': { type: 'page', request: 'nowhere', items: '/data' } }),
    },
  },
);

const uses = `import { byBodyPages, byCursorPages, byLinkPages, createClient } from './src/index.js';

const client = createClient();

export async function ids(): Promise<number[]> {
  const found: number[] = [];
  for await (const thing of byLinkPages.items(client)) found.push(thing.id);
  for await (const page of byCursorPages(client, { query: { cursor: 'a' } })) found.push(page.data.length);
  for await (const thing of byBodyPages.items(client, { body: { filter: 'x' } })) found.push(thing.id);
  // @ts-expect-error the body is required
  byBodyPages(client);
  return found;
}
`;

type Walk = (client: unknown, input?: object, options?: object) => AsyncIterable<unknown>;

/** A page with things of these ids. */
const things = (ids: readonly number[], more: object = {}): Response =>
  Response.json({ data: ids.map((id) => ({ id })), ...more });
/** What a page says of the next one. */
const next = (mark: unknown): object => ({ meta: { next: mark } });
/** A page that says so in its `Link` header. */
const linked = (value: string, items: readonly object[] = [{ id: 1 }]): Response =>
  Response.json(items, { headers: { Link: value } });
const sameMark = (): Response => things([1], next('a'));

describe('pages', () => {
  let made: MadePackage;
  let exports: Readonly<Record<string, unknown>>;

  beforeAll(async () => {
    made = await makePackage(api);
    exports = await made.load('index');
  }, 60_000);

  /** What is asked, and what comes of it, while a server gives these answers one after the other. */
  async function walk(
    name: string,
    answers: readonly Response[],
    input: object = {},
    options: object = {},
  ): Promise<{ asked: string[]; items: unknown[] }> {
    const asked: string[] = [];
    const left = [...answers];
    const client = (exports['createClient'] as (config: object) => unknown)({
      fetch: async (url: string, init: RequestInit) => {
        asked.push(url.replace('https://api.example.com', '') + (typeof init.body === 'string' ? ` ${init.body}` : ''));
        return left.shift() ?? Response.json({ data: [] });
      },
    });
    const items: unknown[] = [];
    const { items: all } = exports[`${name}Pages`] as { items: Walk };
    for await (const item of all(client, input, options)) items.push((item as { id: unknown }).id);
    return { asked, items };
  }

  test.each(['typescript', 'typescript7'])(
    'are typed under %s',
    (compiler) => {
      writeFileSync(join(made.folder, 'uses.ts'), uses);
      writeFileSync(
        join(made.folder, 'tsconfig.uses.json'),
        JSON.stringify({
          extends: './tsconfig.json',
          compilerOptions: { rootDir: '.', noEmit: true, skipLibCheck: false },
          include: ['src', 'uses.ts'],
        }),
      );
      const program = join(projectFolder, 'node_modules', compiler, 'bin/tsc');
      const run = spawnSync(process.execPath, [program, '-p', 'tsconfig.uses.json', '--pretty', 'false'], {
        cwd: made.folder,
        encoding: 'utf8',
      });
      expect(run.stdout + run.stderr).toBe('');
    },
    120_000,
  );

  test('are offered only where the description says how, and what it says wrongly is reported', () => {
    const offered = Object.keys(exports).filter((name) => name.endsWith('Pages'));
    expect(offered.toSorted()).toEqual(
      ['azure', 'byBody', 'byCursor', 'byLastItem', 'byLink', 'byOffset', 'byPage', 'byUrl', 'fern', 'speakeasy'].map(
        (name) => `${name}Pages`,
      ),
    );
    expect(made.codes).toContain('model/unsupported');
  });

  test.each([
    ['cursor', 'byCursor', [things([1], next('a b')), things([2], next(null))], ['/cursor', '/cursor?cursor=a%20b']],
    [
      'the last item',
      'byLastItem',
      [things([1, 5], { has_more: true }), things([7], { has_more: false })],
      ['/last', '/last?after=5'],
    ],
    ['page', 'byPage', [things([1]), things([2]), things([])], ['/page', '/page?page=2', '/page?page=3']],
    [
      'offset',
      'byOffset',
      [things([1, 2]), things([3]), things([])],
      ['/offset', '/offset?offset=2', '/offset?offset=3'],
    ],
    ['an address', 'byUrl', [things([1], next('/url?p=2')), things([2], next(''))], ['/url', '/url?p=2']],
    ['the form of speakeasy', 'speakeasy', [things([1]), things([])], ['/speakeasy', '/speakeasy?page=2']],
    ['the form of fern', 'fern', [things([1], next('x')), things([2])], ['/fern', '/fern?cursor=x']],
    [
      'the form of azure',
      'azure',
      [things([1], { nextLink: 'https://api.example.com/azure?skip=1' }), things([2])],
      ['/azure', '/azure?skip=1'],
    ],
  ])('by %s', async (_what, name, answers, expected) => {
    const { asked } = await walk(name, answers);
    expect(asked).toEqual(expected);
  });

  test('by offset, a short page is the last one', async () => {
    const { asked } = await walk('byOffset', [things([1, 2]), things([3])], { query: { limit: 2 } });
    expect(asked).toEqual(['/offset?limit=2', '/offset?offset=2&limit=2']);
  });

  test('by a mark in the body, what was sent with it goes along', async () => {
    const { asked } = await walk('byBody', [things([1], next('x')), things([2])], { body: { filter: 'f' } });
    expect(asked).toEqual(['/body {"filter":"f"}', '/body {"filter":"f","cursor":"x"}']);
  });

  test('by Link, whatever else is in the header', async () => {
    const { asked, items } = await walk('byLink', [
      linked('<https://api.example.com/link?p=0>; rel="prev", <?p=2>; title="a, <b>; rel=next"; rel="last next"'),
      linked('<https://api.example.com/link?p=3>; rel=next'),
      linked('<https://api.example.com/link?p=1>; rel="first"; title="rel=next"'),
    ]);
    expect(asked).toEqual(['/link', '/link?p=2', '/link?p=3']);
    expect(items).toEqual([1, 1, 1]);
  });

  test('credentials do not follow an address to another host, and no page is asked for twice', async () => {
    await expect(walk('byLink', [linked('<https://evil.example/link>; rel=next', [])])).rejects.toMatchObject({
      name: 'PageError',
    });
    await expect(walk('byLink', [linked('</link>; rel=next', [])])).rejects.toMatchObject({ name: 'PageError' });
  });

  test('a mark that stays ends it', async () => {
    expect((await walk('byCursor', [sameMark(), sameMark(), sameMark()])).asked).toHaveLength(2);
  });

  test('a failure is thrown as the operation throws it', async () => {
    await expect(walk('byPage', [things([1]), new Response('{}', { status: 500 })])).rejects.toMatchObject({
      name: 'ApiError',
      status: 500,
    });
  });

  test('pages are asked for when the loop comes to them', async () => {
    let count = 0;
    const client = (exports['createClient'] as (config: object) => unknown)({
      fetch: async () => {
        count += 1;
        return things([count]);
      },
    });
    for await (const _page of (exports['byPagePages'] as Walk)(client)) if (count === 2) break;
    expect(count).toBe(2);
  });
});
