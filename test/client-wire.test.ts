import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEchoServer, type EchoServer } from '../bench/wire/echo-server.ts';
import { createReport, type Diagnostic } from '../generator/base/diagnostic.ts';
import type { JsonObject } from '../generator/base/json.ts';
import { generate } from '../generator/generate.ts';
import { projectFolder } from './support/sources.ts';
import { writeTree } from './support/temporary.ts';

// What packages make of encodings, files, response headers, and of what OpenAPI 3.2 adds.

const json = (schema: JsonObject): JsonObject => ({ content: { 'application/json': { schema } } });
const text = { type: 'string' };
const id = { name: 'book_id', in: 'path', required: true, schema: text };
const fields = {
  type: 'object',
  required: ['deep'],
  properties: { deep: { type: 'array', items: { type: 'integer' } } },
};

const description: JsonObject = {
  openapi: '3.2.0',
  info: { title: 'Shelf', version: '1' },
  servers: [{ url: 'https://shelf.example.com' }],
  paths: {
    '/books/{book_id}': {
      query: {
        operationId: 'searchBook',
        parameters: [id],
        requestBody: { required: true, ...json({ type: 'object', properties: { words: text } }) },
        responses: { 200: { description: 'ok', ...json({ type: 'array', items: text }) } },
      },
      additionalOperations: {
        COPY: {
          operationId: 'copyBook',
          parameters: [id, { name: 'sid', in: 'cookie', style: 'cookie', schema: { type: 'array', items: text } }],
          responses: {
            201: {
              description: 'ok',
              headers: {
                Location: { required: true, schema: text },
                'X-Left': { schema: { type: 'integer' } },
                'X-Kind': { schema: { type: 'string', enum: ['a', 'b'] } },
                'Content-Type': { schema: text },
              },
              ...json({ type: 'object', properties: { id: text } }),
            },
            404: { description: 'no', headers: { 'X-Hint': { schema: { type: 'boolean' } } } },
          },
        },
      },
      get: {
        operationId: 'getBook',
        parameters: [id, { name: 'q', in: 'querystring', content: { 'application/json': { schema: fields } } }],
        requestBody: { required: true, ...json({ type: 'object' }) },
        responses: { 200: { description: 'ok' } },
      },
      trace: { operationId: 'traceBook', parameters: [id], responses: { 200: { description: 'ok' } } },
    },
    '/any': {
      post: {
        operationId: 'postAny',
        requestBody: { required: true, content: { '*/*': { schema: { type: 'object', properties: { a: text } } } } },
        responses: {
          200: { description: 'ok', content: { '*/*': { schema: { type: 'object', properties: { b: text } } } } },
          201: { description: 'ok', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
        },
      },
      put: {
        operationId: 'putAny',
        requestBody: { content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
        responses: { 204: { description: 'ok' } },
      },
    },
    '/cover': {
      put: {
        operationId: 'putCover',
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['file', 'meta', 'note'],
                properties: {
                  file: { type: 'string', format: 'binary' },
                  more: { type: 'array', items: { contentMediaType: 'image/png' } },
                  maybe: { type: ['string', 'null'], format: 'binary' },
                  meta: { type: 'object', properties: { a: { type: 'integer' } } },
                  note: text,
                  size: { type: 'object' },
                  count: { type: 'integer' },
                },
              },
              encoding: {
                more: { headers: { 'X-Page': { schema: { type: 'integer' } } } },
                note: { contentType: 'text/markdown' },
                size: { style: 'deepObject' },
              },
            },
            'image/png': {},
            'application/x-www-form-urlencoded': {
              schema: { type: 'object', properties: { tags: { type: 'array', items: text }, url: text } },
              encoding: { tags: { style: 'pipeDelimited' }, url: { allowReserved: true } },
            },
          },
        },
        responses: { 200: { description: 'ok', ...json({}) } },
      },
    },
  },
};

const consumer = `
import {
  copyBook, getBook, part, postAny, putAny, putCover, searchBook, traceBook, type ApiClient, type PutCoverInput,
} from './package/src/index.js';

type Same<Left, Right> = (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;
function same<Left, Right>(..._proof: Same<Left, Right> extends true ? [] : [never]): void {}

export async function use(client: ApiClient): Promise<void> {
  const path = { book_id: 'x' };
  const file = new Blob(['x']);
  const body = { file, meta: { a: 1 }, note: 'x' };
  await putCover(client, { body });
  await putCover(client, { body: { ...body, file: new File(['x'], 'a.txt'), more: [new Uint8Array(1)], maybe: null } });
  await putCover(client, { body: { ...body, file: part(file, { filename: 'b.txt' }), note: part('x', { headers: {} }) } });
  await putCover(client, { body: new FormData() });
  await putCover(client, { body: file, contentType: 'image/png' });
  await putCover(client, { body: { tags: ['x'] }, contentType: 'application/x-www-form-urlencoded' });
  // @ts-expect-error a file is no text
  await putCover(client, { body: { ...body, file: 'x' } });
  // @ts-expect-error nor null where the documents do not say so
  await putCover(client, { body: { ...body, file: null } });
  // @ts-expect-error a list of files is a list
  await putCover(client, { body: { ...body, more: file } });
  // @ts-expect-error a number is no file
  await putCover(client, { body: { ...body, count: file } });
  const input: PutCoverInput = { body };
  await putCover(client, input);

  const any = await postAny.result(client, { body: { a: 'x' } });
  if (any.status === 200) same<typeof any.body, { b?: string }>();
  if (any.status === 201) same<typeof any.body, Blob>();
  await putAny(client, { body: new Uint8Array(1) });

  const words = await searchBook(client, { path, body: { words: 'x' } });
  same<typeof words, string[]>();
  await getBook(client, { path, query: { q: { deep: [1] } } });
  // @ts-expect-error fetch sends no body with GET
  await getBook(client, { path, body: {} });
  await traceBook(client, { path });

  const copied = await copyBook.result(client, { path, cookie: { sid: ['a'] } });
  if (copied.status === 201) {
    const location = copied.headers.get('location');
    const left = copied.headers.get('X-Left');
    const kind = copied.headers.get('x-kind');
    const other = copied.headers.get('etag');
    same<typeof location, string>();
    same<typeof left, \`\${number}\` | null>();
    same<typeof kind, 'a' | 'b' | null>();
    same<typeof other, string | null>();
  }
  try {
    await copyBook(client, { path });
  } catch (error) {
    if (copyBook.isError(error) && error.status === 404) {
      const hint = error.headers.get('X-Hint');
      same<typeof hint, 'true' | 'false' | null>();
    }
  }
}
`;

describe('a package of OpenAPI 3.2', () => {
  let folder = '';
  let server: EchoServer;
  let diagnostics: readonly Diagnostic[] = [];
  let answer: { readonly status: number; readonly contentType?: string; readonly body?: string } = { status: 200 };
  // oxlint-disable-next-line typescript/no-explicit-any -- a module that exists only while the test runs
  let made: any;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'specloom-client-wire-'));
    const report = createReport();
    const documents = [{ path: 'shelf.json', text: JSON.stringify(description) }];
    const packageOptions = { name: 'shelf', version: '1.0.0', license: 'MIT' };
    const task = { name: 'shelf', documents, overlays: [], packageOptions, inference: 'apply' } as const;
    const { files } = await generate(task, report);
    diagnostics = report.all();
    writeTree(join(folder, 'package'), Object.fromEntries(files.map((file) => [file.path, file.text])));
    made = await import(pathToFileURL(join(folder, 'package/dist/index.js')).href);
    server = await startEchoServer(() => answer);
  });

  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['typescript', 'typescript7'])('has the types that calls need under %s', (compiler) => {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'consumer.ts'), consumer);
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      module: 'NodeNext',
      types: [],
      noEmit: true,
      allowImportingTsExtensions: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noUnusedLocals: true,
      verbatimModuleSyntax: true,
      erasableSyntaxOnly: true,
    };
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, include: ['consumer.ts', 'package/src'] }),
    );
    const run = (): string =>
      execFileSync(process.execPath, [join(projectFolder, 'node_modules', compiler, 'bin/tsc'), '-p', folder], {
        encoding: 'utf8',
      });
    let said = '';
    try {
      said = run();
    } catch (failure) {
      said = String((failure as { stdout?: unknown }).stdout);
    }
    expect(said).toBe('');
  });

  const client = (): unknown => made.createClient({ baseUrl: server.url });

  it('sends methods of its own, whole query strings, and cookies as they are', async () => {
    answer = { status: 200, contentType: 'application/json', body: '[]' };
    const path = { book_id: 'x' };
    await made.searchBook(client(), { path, body: { words: 'w' } });
    await made.copyBook.result(client(), { path, cookie: { sid: ['a b', 'c;d\r\n'] } });
    await made.getBook(client(), { path, query: { q: { deep: [1] } }, body: { a: 1 } });
    const [search, copy, get] = server.taken();
    expect([search?.method, search?.body]).toEqual(['QUERY', '{"words":"w"}']);
    expect([copy?.method, copy?.headers.get('cookie')]).toEqual(['COPY', ['sid=a b; sid=c%3Bd%0D%0A']]);
    expect([get?.target, get?.body]).toEqual(['/books/x?%7B%22deep%22%3A%5B1%5D%7D', '']);
  });

  it('writes the parts of a body as their encodings say', async () => {
    await made.putCover(client(), {
      body: {
        file: new File(['hi'], 'a "b".txt', { type: 'text/plain' }),
        more: [
          new Uint8Array([80]),
          made.part(new Blob(['Q']), { filename: 'q.gif', contentType: 'image/gif', headers: { 'X-Page': '2' } }),
        ],
        maybe: null,
        meta: { a: 1 },
        note: '# x',
        size: { w: 1, h: null },
        count: 0,
      },
    });
    const [request] = server.taken();
    const boundary = /boundary=(.+)$/.exec(request?.headers.get('content-type')?.[0] ?? '')?.[1] ?? '';
    const parts = request?.body
      .split(`--${boundary}`)
      .slice(1, -1)
      .map((part) => part.trim().split('\r\n'));
    const disposition = 'Content-Disposition: form-data; name=';
    expect(parts).toEqual([
      [`${disposition}"file"; filename="a %22b%22.txt"`, 'Content-Type: text/plain', '', 'hi'],
      [`${disposition}"more"; filename="blob"`, 'Content-Type: image/png', '', 'P'],
      [`${disposition}"more"; filename="q.gif"`, 'Content-Type: image/gif', 'X-Page: 2', '', 'Q'],
      [`${disposition}"meta"`, 'Content-Type: application/json', '', '{"a":1}'],
      [`${disposition}"note"`, 'Content-Type: text/markdown', '', '# x'],
      [`${disposition}"size[w]"`, '', '1'],
      [`${disposition}"count"`, '', '0'],
    ]);
  });

  it('writes the fields of a form as their encodings say', async () => {
    const contentType = 'application/x-www-form-urlencoded';
    await made.putCover(client(), { body: { tags: ['a b', 'c'], url: 'https://x.test/?a=b c' }, contentType });
    const [request] = server.taken();
    expect(request?.body).toBe('tags=a+b%7Cc&url=https://x.test/?a=b%20c');
    expect(request?.headers.get('content-type')).toEqual([contentType]);
  });

  it('takes a range of media types for JSON, or for octets where the schema says so', async () => {
    answer = { status: 200, contentType: 'application/json;charset=UTF-8', body: '{"b":"y"}' };
    expect(await made.postAny(client(), { body: { a: 'x' } })).toEqual({ b: 'y' });
    answer = { status: 201, contentType: 'application/json', body: '1' };
    expect(await (await made.postAny(client(), { body: { a: 'x' } })).text()).toBe('1');
    answer = { status: 204 };
    await made.putAny(client(), { body: new Blob(['P'], { type: 'image/png' }) });
    const [post, , put] = server.taken();
    expect([post?.headers.get('content-type'), post?.body]).toEqual([['application/json'], '{"a":"x"}']);
    expect([put?.headers.get('content-type'), put?.body]).toEqual([['image/png'], 'P']);
  });

  it('tells what fetch cannot send', () => {
    const said = diagnostics.filter(({ code }) => code === 'model/unsendable').map(({ message }) => message);
    expect(said.toSorted()).toEqual([
      'TRACE /books/{book_id} cannot be sent by fetch: calls fail unless the client is given another fetch',
      'the body of GET /books/{book_id} cannot be sent by fetch: the function takes none',
    ]);
  });
});
