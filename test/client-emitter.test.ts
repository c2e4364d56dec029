import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReport } from '../generator/base/diagnostic.ts';
import type { EmittedFile } from '../generator/emit/emitter.ts';
import { emitPackage } from '../generator/emit/index.ts';
import { buildApi } from '../generator/model/build.ts';
import type { Spec } from '../generator/spec/openapi.ts';

const json = (schema: object): object => ({ content: { 'application/json': { schema } } });
const error = { type: 'object', required: ['message'], properties: { message: { type: 'string' } } };

/** An API of ours with one operation for each thing that the client has to get right. */
const spec = {
  openapi: '3.1.0',
  info: { title: 'Shelf', version: '1' },
  servers: [{ url: 'https://shelf.example.com/v1', description: 'Live' }, { url: 'https://test.example.com' }],
  security: [{ key: [] }, { token: ['books:read'] }],
  paths: {
    '/books/{book_id}': {
      get: {
        operationId: 'getBook',
        summary: 'One book */ `${x}`',
        parameters: [
          { name: 'book_id', in: 'path', required: true, schema: { type: 'string', examples: ['b-1'] } },
          { name: 'fields', in: 'query', explode: false, schema: { type: 'array', items: { type: 'string' } } },
          { name: 'filter', in: 'query', style: 'deepObject', schema: { type: 'object' } },
          { name: 'X-Trace', in: 'header', schema: { type: 'string' } },
        ],
        responses: {
          200: { description: 'The book', ...json({ $ref: '#/components/schemas/Book' }) },
          404: { description: 'No such book', ...json({ $ref: '#/components/schemas/Missing' }) },
          '4XX': { description: 'Another fault', ...json(error) },
        },
      },
      delete: {
        operationId: 'deleteBook',
        parameters: [{ name: 'book_id', in: 'path', required: true, schema: { type: 'integer' } }],
        responses: { 204: { description: 'Gone' }, default: { description: 'A fault', ...json(error) } },
      },
    },
    '/books': {
      get: { operationId: 'listBooks', responses: { 200: { description: 'All', ...json({ type: 'array' }) } } },
      post: {
        operationId: '../../add book',
        requestBody: { required: true, ...json({ $ref: '#/components/schemas/Book' }) },
        responses: { 201: { description: 'Added', ...json({ $ref: '#/components/schemas/Book' }) } },
      },
    },
    '/cover': {
      put: {
        operationId: 'putCover',
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: { type: 'object', required: ['file'], properties: { file: { type: 'string' } } },
            },
            'image/png': {},
          },
        },
        responses: { 200: { description: 'The cover', content: { 'image/png': {} } } },
      },
    },
  },
  components: {
    schemas: {
      Book: {
        type: 'object',
        required: ['title'],
        properties: { title: { type: 'string', minLength: 1 }, pages: { type: 'integer' } },
      },
      Missing: { type: 'object', required: ['book_id'], properties: { book_id: { type: 'string' } } },
    },
    securitySchemes: {
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      token: { type: 'http', scheme: 'bearer' },
      login: { type: 'http', scheme: 'basic' },
    },
  },
} as unknown as Spec;

const consumer = `
import {
  ApiError, createClient, deleteBook, getBook, listBooks, operationValidators, putCover,
  type ApiClient, type Book, type ErrorOf, type GetBookInput, type GetBookResult, type GetBookPath, type Missing,
} from './package/src/index.js';

type Same<Left, Right> = (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;
function same<Left, Right>(..._proof: Same<Left, Right> extends true ? [] : [never]): void {}

export async function use(client: ApiClient): Promise<void> {
  const path: GetBookPath = { book_id: 'x' };
  const input: GetBookInput = { path, query: { fields: ['a'] }, header: { 'X-Trace': 't' } };
  const book = await getBook(client, input, { signal: AbortSignal.timeout(5) });
  same<typeof book, Book>();

  const result = await getBook.result(client, input);
  if (result.status === 200) same<typeof result.body, Book>();
  if (result.status === 404) same<typeof result.body, Missing>();
  if (result.status === 422) same<typeof result.body, { message: string }>();
  if (result.status === 500) same<typeof result.body, unknown>();
  if (result.ok) same<typeof result.body, Book>();
  if (result.documented && !result.ok) same<typeof result.body, Missing | { message: string }>();
  switch (result.status) {
    case 200:
      result.body.title.trim();
      break;
    case 404:
      result.body.book_id.trim();
      // @ts-expect-error no such member in this branch
      result.body.title;
      break;
    default:
      // @ts-expect-error not known here
      result.body.book_id;
  }

  const gone = await deleteBook(client, { path: { book_id: 1 } });
  same<typeof gone, void>();
  const answer = await deleteBook.result(client, { path: { book_id: 1 } });
  if (answer.status === 204) same<typeof answer.body, undefined>();
  if (answer.status === 503) same<typeof answer.body, { message: string }>();

  const all = await listBooks(client);
  same<typeof all, unknown[]>();
  await listBooks(client, {}, { headers: { a: 'b' } });
  await listBooks(client, undefined, { baseUrl: 'https://x.test' });

  const cover = await putCover(client, { body: { file: new Blob(['x']) } });
  same<typeof cover, Blob>();
  await putCover(client, { body: new Blob(['x']), contentType: 'image/png' });
  // @ts-expect-error bytes need their media type
  await putCover(client, { body: new Uint8Array(1) });

  try {
    await getBook(client, input);
  } catch (error) {
    if (getBook.isError(error)) {
      same<typeof error, ErrorOf<GetBookResult>>();
      if (error.status === 404) same<typeof error.body, Missing>();
    }
    if (error instanceof ApiError) error.headers.get('x');
  }

  // @ts-expect-error a path parameter is missing
  await getBook(client, { path: {} });
  // @ts-expect-error the input is missing
  await getBook(client);
  // @ts-expect-error no such parameter
  await getBook(client, { path, query: { nope: 1 } });
}

createClient({ auth: { key: 'k', token: async () => 't', login: { username: 'u', password: 'p' } } });
createClient({ baseUrl: 'https://test.example.com', validators: operationValidators, validate: { responses: false } });
createClient({ baseUrl: 'http://localhost' });
// @ts-expect-error no such scheme
createClient({ auth: { other: 'k' } });
// @ts-expect-error basic needs a name and a password
createClient({ auth: { login: 'u:p' } });
`;

const root = fileURLToPath(new URL('..', import.meta.url));

function write(folder: string, files: readonly EmittedFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function compile(compiler: string, folder: string): string {
  try {
    execFileSync(process.execPath, [join(root, 'node_modules', compiler, 'bin/tsc'), '-p', folder], {
      encoding: 'utf8',
    });
    return '';
  } catch (failure) {
    return String((failure as { stdout?: unknown }).stdout);
  }
}

describe('an emitted client', () => {
  let folder = '';
  let files: EmittedFile[] = [];
  let server: Server;
  let baseUrl = '';
  // oxlint-disable-next-line typescript/no-explicit-any -- a module that exists only while the test runs
  let client: any;

  beforeAll(async () => {
    const report = createReport();
    const options = { name: '@example/shelf', version: '1.0.0', license: 'MIT' };
    files = await emitPackage({ api: buildApi(spec, report), spec, options }, report);
    folder = mkdtempSync(join(tmpdir(), 'specloom-client-'));
    write(join(folder, 'package'), files);
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { method, url, headers } = request;
        response.writeHead(url?.includes('missing') ? 404 : 200, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify({ title: 't', book_id: 'b', method, url, headers, body }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    client = await import(pathToFileURL(join(folder, 'package/dist/index.js')).href);
  });

  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['typescript', 'typescript7'])('compiles and narrows under %s', (compiler) => {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'consumer.ts'), consumer);
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      module: 'NodeNext',
      types: [],
      noEmit: true,
      allowImportingTsExtensions: true,
      declaration: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noImplicitOverride: true,
      noUnusedLocals: true,
      verbatimModuleSyntax: true,
      isolatedModules: true,
      erasableSyntaxOnly: true,
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['consumer.ts'] }));
    expect(compile(compiler, folder)).toBe('');
    const declarations = { ...compilerOptions, isolatedDeclarations: true };
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: declarations, include: ['package/src'] }),
    );
    expect(compile(compiler, folder)).toBe('');
  });

  it('sends what the operation says', async () => {
    const api = client.createClient({ baseUrl, auth: { token: 'secret' } });
    const echo = await client.getBook(api, {
      path: { book_id: 'a/b' },
      query: { fields: ['x', 'y'], filter: { from: 1 } },
      header: { 'X-Trace': 't' },
    });
    expect(echo).toMatchObject({ method: 'GET', url: '/v1/books/a%2Fb?fields=x,y&filter%5Bfrom%5D=1' });
    expect(echo.headers).toMatchObject({ 'x-trace': 't', authorization: 'Bearer secret', accept: 'application/json' });
  });

  it('tells answers apart by status', async () => {
    const api = client.createClient({ baseUrl });
    const input = { path: { book_id: 'missing' } };
    expect(await client.getBook.result(api, input)).toMatchObject({ ok: false, status: 404, documented: true });
    const failure = await client.getBook(api, input).catch((thrown: unknown) => thrown);
    expect(client.getBook.isError(failure)).toBe(true);
    expect(failure).toBeInstanceOf(client.ApiError);
    await expect(client.getBook(api, { path: { book_id: '..' } })).rejects.toBeInstanceOf(client.UnsafePathError);
  });

  it('checks bodies where it is given validators', async () => {
    const api = client.createClient({ baseUrl, validators: client.operationValidators });
    await expect(client.addBook(api, { body: { title: '' } })).rejects.toMatchObject({
      name: 'ValidationError',
      direction: 'request',
      issues: [{ path: '/title' }],
    });
    const body = { title: 'x', unknown: [1, { a: null }] };
    expect((await client.addBook(api, { body })).body).toBe(JSON.stringify(body));
  });

  it('lists its servers and takes the first', () => {
    expect(client.servers).toEqual([
      { url: 'https://shelf.example.com/v1', description: 'Live' },
      { url: 'https://test.example.com' },
    ]);
    expect(client.createClient().options.baseUrl).toBe('https://shelf.example.com/v1');
  });

  it('keeps text of documents inside comments and literals', () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toContain('src/operations/addBook.ts');
    expect(paths.every((path) => /^[\w./@-]+$/.test(path) && !path.includes('..'))).toBe(true);
    const module = files.find(({ path }) => path === 'src/operations/getBook.ts');
    expect(module?.text).toContain('One book *\\/');
  });

  it('has the runtime that it imports, and no more', () => {
    const runtime = files.filter(({ path }) => path.startsWith('src/runtime/')).map(({ path }) => path);
    expect(runtime).toContain('src/runtime/operation.ts');
    expect(runtime).toContain('src/runtime/errors.ts');
    expect(runtime).not.toContain('src/runtime/match.ts');
  });
});

describe('hostile names', () => {
  const evil = `'"\`\${x}\\*/\n<`;
  const hostile = {
    openapi: '3.1.0',
    info: { title: evil, version: evil, description: evil },
    servers: [{ url: `https://h.test/${evil}`, description: evil }],
    security: [{ __proto__key: [], [evil]: [evil] }],
    paths: {
      [`/a/{${evil}}`]: {
        post: {
          operationId: '__proto__',
          summary: evil,
          description: evil,
          parameters: [
            { name: evil, in: 'path', required: true, schema: { type: 'string', examples: [evil] } },
            { name: '__proto__', in: 'query', schema: { type: 'string' } },
            { name: 'constructor', in: 'header', schema: { type: 'string' } },
          ],
          requestBody: { content: { [`application/json; a=${evil}`]: { schema: { const: evil } }, 'text/plain': {} } },
          responses: { 200: { description: evil, content: { [`text/${evil}`]: {} } }, 404: { description: evil } },
        },
        get: {
          operationId: 'operations',
          parameters: [{ name: 'q', in: 'query', schema: {} }],
          responses: { 200: { description: 'x' } },
        },
        put: { operationId: 'form', responses: { '2XX': { description: 'x' }, default: { description: 'y' } } },
        patch: { operationId: 'default', responses: {} },
      },
    },
    components: {
      securitySchemes: {
        [evil]: { type: 'apiKey', in: 'query', name: evil, description: evil },
        __proto__key: { type: 'http', scheme: evil },
      },
    },
  } as unknown as Spec;

  it('stay data: the package compiles', async () => {
    const report = createReport();
    const options = { name: 'hostile', version: '1.0.0', license: 'MIT' };
    const files = await emitPackage({ api: buildApi(hostile, report), spec: hostile, options }, report);
    const folder = mkdtempSync(join(tmpdir(), 'specloom-hostile-'));
    write(folder, files);
    const errors = compile('typescript7', folder);
    rmSync(folder, { recursive: true, force: true });
    expect(errors).toBe('');
  });
});
