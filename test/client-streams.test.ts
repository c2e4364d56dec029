import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../generator/base/json.ts';
import { eventStream } from '../templates/runtime/event-stream.ts';
import { jsonLines, jsonRecords } from '../templates/runtime/json-lines.ts';
import { streamOf } from '../templates/runtime/upload.ts';
import type { ItemStream } from '../templates/runtime/item-stream.ts';
import type { BodyReader } from '../templates/runtime/decode.ts';
import { description, makePackage, type MadePackage } from './support/packages.ts';
import { projectFolder } from './support/sources.ts';

// Bodies that are read and sent piece by piece: events, JSON Lines, JSON text sequences, files.

const request = { id: 'watch', method: 'GET', path: '/watch' };

/** A response whose body comes in these pieces. */
function inPieces(pieces: readonly string[]): Response {
  return new Response(streamOf(pieces));
}

/** What a reader makes of a body that comes in these pieces. */
async function readAll(reader: BodyReader, ...pieces: string[]): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of reader(inPieces(pieces), JSON, request) as ItemStream<unknown>) items.push(item);
  return items;
}

/** All that comes. */
const collect = async (stream: AsyncIterable<unknown>): Promise<unknown[]> => {
  const items: unknown[] = [];
  for await (const item of stream) items.push(item);
  return items;
};

describe('events', () => {
  const text = eventStream('text');

  test.each([
    ['fields', ['event: add\ndata: 1\nid: a\nretry: 50\n\n'], [{ event: 'add', data: '1', id: 'a', retry: 50 }]],
    ['several lines of data', ['data: a\ndata:b\ndata\n\n'], [{ data: 'a\nb\n' }]],
    ['one space after the colon goes', ['data:  x\n\n'], [{ data: ' x' }]],
    ['all ends of lines', ['data: a\r\n\r\ndata: b\r\rdata: c\n\n'], [{ data: 'a' }, { data: 'b' }, { data: 'c' }]],
    ['an end of line cut in two', ['data: a\r', '\n\r', '\n', 'data: b\n\n'], [{ data: 'a' }, { data: 'b' }]],
    ['comments and unknown fields', [': hello\nfoo: bar\ndata: x\n\n'], [{ data: 'x' }]],
    ['no data, no event', ['event: ping\n\ndata: x\n\n'], [{ data: 'x' }]],
    ['what the end cuts off is no event', ['data: a\n\ndata: b\n'], [{ data: 'a' }]],
    ['a byte order mark', ['\uFEFFdata: a\n\n'], [{ data: 'a' }]],
    ['an id with NUL does not count', ['id: a\0b\ndata: x\n\n'], [{ data: 'x' }]],
    ['a retry that is no number does not count', ['retry: 1s\ndata: x\n\n'], [{ data: 'x' }]],
  ])('%s', async (_what, pieces, expected) => {
    expect(await readAll(text, ...pieces)).toEqual(expected);
    // letter by letter it is the same
    expect(await readAll(text, ...pieces.flatMap((piece) => [...piece]))).toEqual(expected);
  });

  test('data as JSON, or as JSON where it is some', async () => {
    const pieces = ['data: {"a":\ndata: 1}\n\n', 'data: [DONE]\n\n', 'data: 2\n\n'];
    await expect(readAll(eventStream('json'), ...pieces)).rejects.toMatchObject({
      name: 'DecodeError',
      text: '[DONE]',
    });
    expect(await readAll(eventStream('json', '[DONE]'), ...pieces)).toEqual([{ data: { a: 1 } }]);
    expect(await readAll(eventStream('any'), ...pieces)).toEqual([{ data: { a: 1 } }, { data: '[DONE]' }, { data: 2 }]);
  });
});

describe('JSON, value by value', () => {
  test('lines', async () => {
    expect(await readAll(jsonLines, '{"a"', ':1}\n\n', '2\r\n"ä', '"')).toEqual([{ a: 1 }, 2, 'ä']);
    await expect(readAll(jsonLines, '{"a":1}\n{"a"\n')).rejects.toMatchObject({ name: 'DecodeError', text: '{"a"' });
  });

  test('records', async () => {
    expect(await readAll(jsonRecords, '\x1e{"a":\n1}\n\x1e', '2\n\x1e[3]')).toEqual([{ a: 1 }, 2, [3]]);
    // 12 may have been 123
    await expect(readAll(jsonRecords, '\x1e12')).rejects.toMatchObject({ name: 'DecodeError' });
  });

  test('a long line in many pieces', async () => {
    const pieces = Array.from({ length: 50_000 }, () => 'x'.repeat(20));
    const [item] = await readAll(jsonLines, '"', ...pieces, '"\n');
    expect(item).toHaveLength(1_000_000);
  });
});

const file: JsonObject = { schema: { type: 'string', format: 'binary' } };
const api = description(
  {
    Tick: { type: 'object', required: ['count'], properties: { count: { type: 'integer' } } },
    Row: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
  },
  {
    openapi: '3.2.0',
    servers: [{ url: 'https://api.example.com' }],
    paths: {
      '/ticks': {
        get: {
          operationId: 'watchTicks',
          parameters: [{ name: 'mode', in: 'query', schema: { type: 'string' } }],
          responses: {
            200: {
              description: 'ticks',
              content: { 'text/event-stream': { schema: { $ref: '#/components/schemas/Tick' } } },
            },
          },
        },
      },
      '/news': {
        get: {
          operationId: 'watchNews',
          responses: {
            200: {
              description: 'news',
              content: {
                'text/event-stream': {
                  itemSchema: {
                    oneOf: [
                      {
                        type: 'object',
                        required: ['event', 'data'],
                        properties: {
                          event: { const: 'tick' },
                          data: {
                            type: 'string',
                            contentMediaType: 'application/json',
                            contentSchema: { $ref: '#/components/schemas/Tick' },
                          },
                        },
                      },
                      {
                        type: 'object',
                        required: ['event', 'data'],
                        properties: { event: { const: 'note' }, data: { type: 'string' } },
                      },
                    ],
                  },
                },
              },
            },
          },
        },
      },
      '/rows': {
        get: {
          operationId: 'listRows',
          responses: {
            200: {
              description: 'rows',
              content: { 'application/jsonl': { itemSchema: { $ref: '#/components/schemas/Row' } } },
            },
          },
        },
      },
      '/answer': {
        post: {
          operationId: 'ask',
          requestBody: {
            content: {
              'application/json': { schema: { type: 'object', properties: { stream: { type: 'boolean' } } } },
            },
          },
          responses: {
            200: {
              description: 'the answer, or its parts',
              content: {
                'application/json': { schema: { $ref: '#/components/schemas/Row' } },
                'text/event-stream': { schema: { $ref: '#/components/schemas/Tick' }, 'x-event-end': '[DONE]' },
              },
            },
          },
        },
      },
      '/file': {
        get: {
          operationId: 'download',
          responses: { 200: { description: 'a file', content: { 'application/zip': file } } },
        },
        put: {
          operationId: 'upload',
          requestBody: { required: true, content: { 'application/octet-stream': file } },
          responses: { 204: { description: 'done' } },
        },
      },
    },
  },
);

const uses = `import {
  ask, createClient, download, followEvents, listRows, streamed, streamOf, upload, watchNews, watchTicks,
} from './src/index.js';

const client = createClient();

export async function uses(): Promise<unknown[]> {
  const seen: unknown[] = [];
  for await (const event of await watchTicks(client)) {
    const count: number = event.data.count;
    seen.push(count, event.id);
  }
  for await (const event of followEvents((options) => watchTicks(client, {}, options))) seen.push(event.data.count);
  for await (const event of await watchNews(client)) {
    if (event.event === 'tick') seen.push(event.data.count.toFixed());
    else if (event.event === 'note') seen.push(event.data.toUpperCase());
  }
  for await (const row of await listRows(client)) seen.push(row.name.length);
  const answer = await ask(client, { body: { stream: true } });
  if ('name' in answer) seen.push(answer.name);
  else for await (const event of answer) seen.push(event.data.count);
  const file: ReadableStream<Uint8Array> = await streamed(download)(client);
  const whole: Blob = await download(client);
  await upload(client, { body: file });
  await upload(client, { body: whole });
  await upload(client, { body: new File(['x'], 'x') });
  await upload(client, { body: streamOf(['a', 'b']) });
  const result = await streamed(download).result(client);
  if (result.status === 200) seen.push(result.body.getReader());
  return seen;
}
`;

type Call = (client: unknown, input?: object, options?: object) => Promise<never>;

describe('a package', () => {
  let made: MadePackage;
  let exports: Readonly<Record<string, unknown>>;
  let server: Server;
  let baseUrl: string;
  /** What the server was asked, and what it was sent. */
  const asked: string[] = [];
  let received = 0;
  let sentAhead = 0;
  let closed = 0;

  beforeAll(async () => {
    made = await makePackage(api);
    exports = await made.load('index');
    server = createServer((message, response) => {
      asked.push(`${message.method} ${message.url} ${String(message.headers['last-event-id'])}`);
      message.on('data', (piece: Buffer) => (received += piece.length));
      response.on('close', () => (closed += 1));
      const events = (text: string): void => {
        response.setHeader('Content-Type', 'text/event-stream');
        response.write(text);
      };
      if (message.url?.startsWith('/ticks?mode=endless')) return events('data: {"count":1}\n\n');
      if (message.url?.startsWith('/ticks?mode=bad')) {
        events('data: {"count":1}\n\ndata: {"count":"x"}\n\n');
        return void response.end();
      }
      if (message.url?.startsWith('/ticks')) {
        const last = Number(message.headers['last-event-id'] ?? 0);
        if (last === 4) return void response.writeHead(204).end();
        events(
          `retry: 1\nid: ${last + 1}\ndata: {"count":${last + 1}}\n\nid: ${last + 2}\ndata: {"count":${last + 2}}\n\n`,
        );
        // once it ends, once it breaks off
        if (last === 0) response.end();
        else setTimeout(() => response.destroy(), 20);
        return undefined;
      }
      if (message.url === '/news') events('event: tick\ndata: {"count":3}\n\nevent: note\ndata: hello\n\n');
      if (message.url === '/rows')
        response.setHeader('Content-Type', 'application/jsonl').write('{"name":"a"}\n{"name":"b"}\n');
      if (message.url === '/answer') events('data: {"count":9}\n\ndata: [DONE]\n\n');
      if (message.url === '/file' && message.method === 'GET') {
        response.setHeader('Content-Type', 'application/zip').write('first');
        setTimeout(() => response.end('last'), 200);
        return undefined;
      }
      if (message.url === '/file') {
        message.on('end', () => response.writeHead(204).end());
        return undefined;
      }
      return void response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }, 60_000);
  afterAll(() => server.close());

  const call = (name: string): Call => exports[name] as Call;
  const client = (more: object = {}): unknown =>
    (exports['createClient'] as (config: object) => unknown)({ baseUrl, ...more });

  test.each(['typescript', 'typescript7'])(
    'is typed under %s',
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

  test('resumes behind the last event, after an end and after a break', async () => {
    asked.length = 0;
    const follow = exports['followEvents'] as (connect: (options: object) => Promise<never>) => AsyncIterable<unknown>;
    const items = await collect(follow((options) => call('watchTicks')(client(), {}, options)));
    expect(items).toMatchObject([1, 2, 3, 4].map((count) => ({ data: { count }, id: String(count) })));
    expect(asked).toEqual(['GET /ticks undefined', 'GET /ticks 2', 'GET /ticks 4']);
  });

  test('gives up where it never gets an event', async () => {
    const follow = exports['followEvents'] as (connect: unknown, options: object) => AsyncIterable<unknown>;
    const nowhere = client({ baseUrl: 'http://127.0.0.1:1' });
    const connect = (options: object): Promise<unknown> => call('watchTicks')(nowhere, {}, options);
    await expect(collect(follow(connect, { retry: 1, attempts: 3 }))).rejects.toMatchObject({ name: 'TransportError' });
  });

  test('an abort wakes a wait', async () => {
    const follow = exports['followEvents'] as (connect: unknown, options: object) => AsyncIterable<unknown>;
    const nowhere = client({ baseUrl: 'http://127.0.0.1:1' });
    const stop = new AbortController();
    const connect = (options: object): Promise<unknown> => call('watchTicks')(nowhere, {}, options);
    setTimeout(() => stop.abort(new Error('enough')), 50);
    await expect(collect(follow(connect, { retry: 60_000, signal: stop.signal }))).rejects.toThrow('enough');
  });

  test('leaving the loop closes the connection', async () => {
    const before = closed;
    for await (const event of await (call('watchTicks')(client(), { query: { mode: 'endless' } }) as Promise<
      AsyncIterable<unknown>
    >)) {
      expect(event).toEqual({ data: { count: 1 } });
      break;
    }
    await expect.poll(() => closed).toBe(before + 1);
  });

  test('an abort ends a stream with its reason', async () => {
    const stop = new AbortController();
    const stream = await (call('watchTicks')(
      client(),
      { query: { mode: 'endless' } },
      { signal: stop.signal },
    ) as Promise<AsyncIterable<unknown>>);
    setTimeout(() => stop.abort(), 30);
    await expect(collect(stream)).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('events with data of several kinds, rows, and an answer that may be either', async () => {
    expect(await collect(await call('watchNews')(client()))).toEqual([
      { event: 'tick', data: { count: 3 } },
      { event: 'note', data: 'hello' },
    ]);
    expect(await collect(await call('listRows')(client()))).toEqual([{ name: 'a' }, { name: 'b' }]);
    expect(await collect(await call('ask')(client(), { body: { stream: true } }))).toEqual([{ data: { count: 9 } }]);
    const whole = client({ fetch: async () => Response.json({ name: 'x' }) });
    expect(await call('ask')(whole, { body: {} })).toEqual({ name: 'x' });
  });

  test('items are checked as they come', async () => {
    const checked = client({ validators: exports['operationValidators'] });
    const stream = await (call('watchTicks')(checked, { query: { mode: 'bad' } }) as Promise<AsyncIterable<unknown>>);
    const seen: unknown[] = [];
    const read = async (): Promise<void> => {
      for await (const event of stream) seen.push(event);
    };
    await expect(read()).rejects.toMatchObject({ name: 'ValidationError', issues: [{ path: '/data/count' }] });
    expect(seen).toEqual([{ data: { count: 1 } }]);
  });

  test('a file as a Blob, or as it comes', async () => {
    expect(await ((await call('download')(client())) as Blob).text()).toBe('firstlast');
    const streamed = exports['streamed'] as (operation: unknown) => Call;
    const stream = (await streamed(call('download'))(client())) as ReadableStream<Uint8Array>;
    const reader = stream.getReader();
    const first = await reader.read();
    expect(new TextDecoder().decode(first.value)).toBe('first');
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('last');
  });

  test('what is sent is not held in memory', async () => {
    received = 0;
    const size = 64 * 1024;
    const count = 400;
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let index = 0; index < count; index += 1) {
        sentAhead = Math.max(sentAhead, index * size - received);
        yield new Uint8Array(size);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    await call('upload')(client(), { body: streamOf(pieces()) });
    expect(received).toBe(size * count);
    // what lies between is what sockets hold, not the whole
    expect(sentAhead).toBeLessThan((size * count) / 2);
  });
});
