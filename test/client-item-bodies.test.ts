import { spawnSync } from 'node:child_process';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '../generator/base/json.ts';
import { jsonLines, jsonRecords } from '../templates/runtime/json-lines.ts';
import { eventStream } from '../templates/runtime/event-stream.ts';
import { eventsBody, jsonLinesBody, jsonRecordsBody } from '../templates/runtime/item-body.ts';
import type { BodyReader } from '../templates/runtime/decode.ts';
import type { ItemStream } from '../templates/runtime/item-stream.ts';
import { makePackage, type MadePackage } from './support/packages.ts';
import { projectFolder } from './support/sources.ts';

// Bodies of requests that are sequences of items (OpenAPI 3.2, section 4.14.1.2): sent at once, or as they are made.

const row: JsonObject = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } };
const answered = { responses: { 204: { description: 'taken' } } };
const sending = (operationId: string, mediaType: string, media: JsonObject): JsonObject => ({
  post: { operationId, requestBody: { required: true, content: { [mediaType]: media } }, ...answered },
});

const api: JsonObject = {
  openapi: '3.2.0',
  info: { title: 'Rows', version: '1' },
  paths: {
    '/lines': sending('sendLines', 'application/jsonl', { itemSchema: row }),
    '/records': sending('sendRecords', 'application/json-seq', { itemSchema: row }),
    '/events': sending('sendEvents', 'text/event-stream', {
      itemSchema: {
        type: 'object',
        required: ['data'],
        properties: { data: { type: 'string' }, event: { type: 'string' } },
      },
    }),
    '/parts': sending('sendParts', 'multipart/mixed', {
      itemSchema: row,
      itemEncoding: { contentType: 'application/x+json' },
    }),
    '/list': sending('sendList', 'application/x-ndjson', { schema: { type: 'array', items: row } }),
    '/text': sending('sendText', 'application/x-ndjson', { schema: { type: 'string' } }),
  },
};

const uses = `import { createClient, sendEvents, sendLines, sendList, sendParts, sendText, type ItemBody } from './src/index.js';

const client = createClient({ baseUrl: 'https://x.test' });
async function* rows(): AsyncGenerator<{ id: number }> {
  yield { id: 1 };
}
export const given: ItemBody<{ id: number }> = new Set([{ id: 1 }]);
await sendLines(client, { body: [{ id: 1 }] });
await sendLines(client, { body: rows() });
await sendLines(client, { body: '{"id":1}\\n' });
await sendList(client, { body: rows() });
await sendEvents(client, { body: [{ data: 'a', event: 'b' }] });
await sendParts(client, { body: [{ id: 1 }, new Blob(['x'])] });
await sendText(client, { body: 'text' });
// @ts-expect-error an item has an id
await sendLines(client, { body: [{ name: 'x' }] });
// @ts-expect-error this is text
await sendText(client, { body: [{ id: 1 }] });
// @ts-expect-error parts have a boundary
await sendParts(client, { body: 5 });
`;

type Send = (client: object, input: { readonly body: unknown }) => Promise<unknown>;

interface Arrived {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let made: MadePackage;
let sends: Readonly<Record<string, Send>>;
let client: (settings?: object) => object;
let arrived: Arrived[];

const server = createServer((request, response) => {
  void text(request).then(
    (body) => {
      arrived.push({ headers: request.headers, body });
      response.writeHead(arrived.length === 1 && request.headers['x-once'] ? 503 : 204).end();
    },
    () => response.destroy(),
  );
});

beforeAll(async () => {
  made = await makePackage(api);
  const { createClient, operationValidators, ...operations } = await made.load('index');
  sends = operations as Record<string, Send>;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = (settings = {}) =>
    (createClient as (config: object) => object)({ baseUrl, validators: operationValidators, ...settings });
}, 120_000);

beforeEach(() => {
  arrived = [];
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function* slowly(...items: unknown[]): AsyncGenerator<unknown> {
  for (const item of items) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    yield item;
  }
}

const send = async (name: string, body: unknown, settings?: object): Promise<Arrived | undefined> => {
  await sends[name]?.(client(settings), { body });
  return arrived.at(-1);
};

describe('what arrives of items', () => {
  test.each([
    ['sendLines', [{ id: 1 }, { id: 2 }], '{"id":1}\n{"id":2}\n'],
    ['sendList', [{ id: 1 }, { id: 2 }], '{"id":1}\n{"id":2}\n'],
    ['sendRecords', [{ id: 1 }, { id: 2 }], '\x1e{"id":1}\n\x1e{"id":2}\n'],
    ['sendEvents', [{ data: 'a\nb' }, { event: 'end', data: '' }], 'data: a\ndata: b\n\nevent: end\ndata: \n\n'],
    ['sendLines', [], ''],
  ] as const)('%s of %j', async (name, items, body) => {
    const asList = await send(name, [...items]);
    const asMade = await send(name, slowly(...items));
    const asSet = await send(name, new Set<unknown>(items));
    expect([asList?.body, asMade?.body, asSet?.body]).toEqual([body, body, body]);
    expect(asList?.headers['content-length']).toBe(String(Buffer.byteLength(body)));
    expect(asMade?.headers['content-length'] ?? '0').toBe('0');
    const types = [asList, asMade].map((one) => one?.headers['content-type']);
    expect(new Set(types).size).toBe(1);
    expect(types[0]).toMatch(/^(?:application\/(?:jsonl|json-seq|x-ndjson)|text\/event-stream)$/);
  });

  test('parts', async () => {
    const items = [{ id: 1 }, new Blob(['x'], { type: 'image/png' })];
    for (const body of [items, slowly(...items)]) {
      // the second is no row
      const found = await send('sendParts', body, { validate: { requests: false } });
      const [, boundary = '?'] = /^multipart\/mixed; boundary=(\S+)$/.exec(found?.headers['content-type'] ?? '') ?? [];
      const lines = ['{"id":1}', 'x'].map((content, index) =>
        [`--${boundary}`, `Content-Type: ${index === 0 ? 'application/x+json' : 'image/png'}`, '', content, ''].join(
          '\r\n',
        ),
      );
      expect(found?.body).toBe(`${lines.join('')}--${boundary}--\r\n`);
    }
  });

  test('text, bytes and streams as they are', async () => {
    const bytes = new TextEncoder().encode('{"id":3}\n');
    for (const body of ['{"id":3}\n', bytes, new Blob([bytes]), new Blob([bytes]).stream()]) {
      expect((await send('sendLines', body))?.body).toBe('{"id":3}\n');
    }
  });

  test('a list is sent again, what is made is not', async () => {
    const { retry } = (await made.load('transports')) as { retry(settings: object): unknown };
    const settings = {
      use: [retry({ sleep: async () => {}, idempotencyHeader: 'X-Key' })],
      headers: { 'X-Once': '1' },
    };
    await send('sendLines', [{ id: 1 }], settings);
    expect(arrived.map(({ body }) => body)).toEqual(['{"id":1}\n', '{"id":1}\n']);
    arrived = [];
    await expect(send('sendLines', slowly({ id: 1 }), settings)).rejects.toMatchObject({ status: 503 });
    expect(arrived.length).toBe(1);
  });
});

describe('what is checked of items', () => {
  const refused = { name: 'ValidationError', direction: 'request', issues: [{ path: '/id' }] };

  test('a list at once', async () => {
    await expect(send('sendLines', [{ id: 1 }, { id: 'x' }])).rejects.toMatchObject(refused);
    expect(arrived).toEqual([]);
  });

  test('each before it is sent', async () => {
    let made = 0;
    async function* items(): AsyncGenerator<unknown> {
      for (const id of [1, 'x', 3]) {
        made += 1;
        yield { id };
      }
    }
    const error: unknown = await send('sendLines', items()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject(refused);
    expect(made).toBe(2);
    expect(arrived).toEqual([]);
  });

  test('unless it is switched off', async () => {
    expect((await send('sendLines', slowly({ id: 'x' }), { validate: { requests: false } }))?.body).toBe(
      '{"id":"x"}\n',
    );
  });
});

async function read(reader: BodyReader, body: unknown): Promise<unknown[]> {
  const found: unknown[] = [];
  const stream = reader(new Response(body as string), JSON, { id: 'x', method: 'GET', path: '/' });
  for await (const item of stream as ItemStream<unknown>) found.push(item);
  return found;
}

test('what is written is read back', async () => {
  const items = [{ a: 'ä\n' }, 1, null, [2], 'x'];
  expect(await read(jsonLines, jsonLinesBody(items, JSON, ''))).toEqual(items);
  expect(await read(jsonRecords, jsonRecordsBody(items, JSON, ''))).toEqual(items);
  const events = [{ data: { a: 1 }, id: '7' }, { data: 'a\n\nb', event: 'x', retry: 5 }, { data: '' }];
  expect(await read(eventStream('any'), eventsBody(events, JSON, ''))).toEqual(events);
});

test('the types say what an item is', () => {
  writeFileSync(join(made.folder, 'uses.ts'), uses);
  const compilerOptions = {
    module: 'NodeNext',
    target: 'ES2022',
    lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
    strict: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  };
  writeFileSync(join(made.folder, 'tsconfig.uses.json'), JSON.stringify({ compilerOptions, files: ['uses.ts'] }));
  const compiler = join(projectFolder, 'node_modules/typescript7/bin/tsc');
  const run = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.uses.json'], {
    cwd: made.folder,
    encoding: 'utf8',
  });
  expect(run.stdout).toBe('');
  expect(made.text('README.md')).toContain('## Bodies of items');
  expect(made.text('api.md')).toMatch(/sendLines\(client, \{ body: \[\{ id: \d+ \}\] \}\)/);
}, 120_000);
