import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../generator/base/json.ts';
import { fillServer } from '../templates/runtime/servers.ts';
import { makePackage } from './support/packages.ts';
import { projectFolder } from './support/sources.ts';

const servers = [
  {
    url: 'https://{region}.example.com:{port}/{base}',
    description: 'Regional',
    variables: {
      region: { default: 'eu', enum: ['eu', 'us'], description: 'Where the data is' },
      port: { default: '443' },
      base: { default: 'v1' },
    },
  },
  { url: 'https://test.example.com', description: 'Test' },
  { url: 'https://other.example.com', description: 'Test' },
  { url: 'https://{tenant}.example.com' },
];

const paths: JsonObject = { '/a': { get: { operationId: 'getA', responses: { 204: { description: 'none' } } } } };

describe('servers', () => {
  it('are asked for by name and variables', async () => {
    const made = await makePackage({ openapi: '3.1.0', info: { title: 'S', version: '1' }, servers, paths });
    const { serverUrl } = (await made.load('index')) as { serverUrl(name: string, variables?: object): string };
    expect(serverUrl('Regional')).toBe('https://eu.example.com:443/v1');
    expect(serverUrl('Regional', { region: 'us', base: 'v2/x', port: undefined })).toBe(
      'https://us.example.com:443/v2/x',
    );
    expect(serverUrl('Test')).toBe('https://test.example.com');
    expect(serverUrl('https://other.example.com')).toBe('https://other.example.com');
    expect(serverUrl('https://{tenant}.example.com', { tenant: 'acme' })).toBe('https://acme.example.com');
    expect(() => serverUrl('https://{tenant}.example.com')).toThrow(RangeError);
    const consumer = `import { createClient, serverUrl } from './src/index.js';
export const client = createClient({ baseUrl: serverUrl('Regional', { region: 'us' }) });
serverUrl('Test');
// @ts-expect-error no such server
serverUrl('Live');
// @ts-expect-error no such region
serverUrl('Regional', { region: 'asia' });
// @ts-expect-error no such variable
serverUrl('Regional', { zone: 'a' });
// @ts-expect-error it has none
serverUrl('Test', { region: 'us' });
`;
    expect(compiled(made.folder, consumer)).toBe('');
  });

  it('of an operation are where it is sent, unless the caller says otherwise', async () => {
    const answered = { responses: { 204: { description: 'none' } } };
    const uploads = {
      url: 'https://{region}.uploads.example.com',
      description: 'Uploads',
      variables: { region: { default: 'eu' } },
    };
    const made = await makePackage({
      openapi: '3.1.0',
      info: { title: 'S', version: '1' },
      servers: [{ url: 'https://api.example.com/v1', description: 'Main' }],
      paths: {
        '/plain': { get: { operationId: 'plain', ...answered } },
        '/same': {
          servers: [{ url: 'https://api.example.com/v1' }],
          get: { operationId: 'same', ...answered },
        },
        '/files': {
          servers: [uploads],
          get: { operationId: 'listed', ...answered },
          put: { operationId: 'beside', servers: [{ url: '/v2' }], ...answered },
          post: { operationId: 'nowhere', servers: [{ url: 'https://{tenant}.example.com' }], ...answered },
        },
      },
    });
    expect(made.codes).toEqual(['model/unsupported']);
    type Call = (client: unknown, input?: object, options?: object) => Promise<unknown>;
    const { createClient, serverUrl, ...operations } = (await made.load('index')) as Record<string, Call> & {
      createClient(config?: object): unknown;
      serverUrl(name: string, variables?: object): string;
    };
    const urls = async (config: object, options: object = {}): Promise<string[]> => {
      const found: string[] = [];
      const fetch = async (url: string): Promise<Response> => {
        found.push(url);
        return new Response(null, { status: 204 });
      };
      for (const name of ['plain', 'same', 'listed', 'beside', 'nowhere']) {
        await operations[name]?.(createClient({ fetch, ...config }), {}, options);
      }
      return found;
    };
    const api = 'https://api.example.com/v1';
    expect(await urls({})).toEqual([
      `${api}/plain`,
      `${api}/same`,
      'https://eu.uploads.example.com/files',
      'https://api.example.com/v2/files',
      `${api}/files`,
    ]);
    const baseUrl = 'http://localhost:8080/test/';
    expect((await urls({ baseUrl })).slice(2, 4)).toEqual([
      'https://eu.uploads.example.com/files',
      'http://localhost:8080/v2/files',
    ]);
    const elsewhere = { Uploads: serverUrl('Uploads', { region: 'us' }), '/v2': 'http://localhost:1/' };
    expect((await urls({ servers: elsewhere })).slice(2, 4)).toEqual([
      'https://us.uploads.example.com/files',
      'http://localhost:1/files',
    ]);
    const local = ['plain', 'same', 'files', 'files', 'files'].map((path) => `http://localhost:8080/test/${path}`);
    expect(await urls({ baseUrl, servers: false })).toEqual(local);
    expect(await urls({}, { baseUrl })).toEqual(local);
    const consumer = `import { createClient } from './src/index.js';
export const client = createClient({ servers: { Uploads: 'https://x.test' } });
createClient({ servers: false });
// @ts-expect-error no such server
createClient({ servers: { Downloads: 'https://x.test' } });
`;
    expect(compiled(made.folder, consumer)).toBe('');
    expect(made.text('README.md')).toContain('- `Uploads`: `listed`\n- `/v2`: `beside`\n');
  });

  it('of all operations are those of the API where it has none', async () => {
    const operation = { operationId: 'getA', responses: { 204: { description: 'none' } } };
    const made = await makePackage({
      openapi: '3.1.0',
      info: { title: 'S', version: '1' },
      paths: { '/a': { servers: [{ url: 'https://a.example.com' }], get: operation } },
    });
    const { createClient } = (await made.load('index')) as { createClient(): { options: { baseUrl: string } } };
    expect(createClient().options.baseUrl).toBe('https://a.example.com');
    expect(made.text('src/client.ts')).not.toContain('false sends them');
  });

  it('without any have no function', async () => {
    const made = await makePackage({ openapi: '3.1.0', info: { title: 'S', version: '1' }, paths });
    expect(await made.load('index')).not.toHaveProperty('serverUrl');
  });

  it('stay what they are whatever a variable holds', () => {
    assert(
      property(string({ unit: 'grapheme-ascii' }), (value) => {
        const url = fill(['https://{a}.example.com/v1/{b}/x', { a: 'eu', b: 'c' }], { a: value });
        if (url !== undefined && URL.canParse(url)) expect(new URL(url).hostname).toMatch(/\.example\.com$/);
        const inPath = fill(['https://eu.example.com/v1/{b}/x', {}], { b: value });
        if (inPath === undefined) return;
        const { host, pathname, search, hash } = new URL(inPath);
        expect([host, search, hash]).toEqual(['eu.example.com', '', '']);
        expect(pathname.startsWith('/v1/') && pathname.endsWith('/x')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['..', '.', 'x/../../y', '%2e%2E', '?', '#', 'a\\b', ''])('refuse %j in a path', (value) => {
    expect(fill(['https://eu.example.com/v1/{a}/x', {}], { a: value })).toBeUndefined();
  });

  it.each(['evil.com/', 'evil.com#', 'evil.com?', 'a@evil.com', '..', '', 'a b', 'a\\b'])('refuse %j', (value) => {
    expect(fill(['https://{a}.example.com/v1', {}], { a: value })).toBeUndefined();
  });
});

function fill(...call: Parameters<typeof fillServer>): string | undefined {
  try {
    return fillServer(...call);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What the compiler says of a program beside a package. */
function compiled(folder: string, program: string): string {
  writeFileSync(join(folder, 'consumer.ts'), program);
  const options =
    '--noEmit --allowImportingTsExtensions --strict --target es2022 --lib es2023,dom,dom.iterable --module nodenext --types node --ignoreConfig';
  const compiler = join(projectFolder, 'node_modules/typescript7/bin/tsc');
  return spawnSync(process.execPath, [compiler, ...options.split(' '), 'consumer.ts'], {
    cwd: folder,
    encoding: 'utf8',
  }).stdout;
}
