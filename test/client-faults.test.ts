import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient, ClientOptions, Layer } from '../templates/runtime/client.ts';
import type { ApiOperation } from '../templates/runtime/operation.ts';
import type * as oauth from '../templates/runtime/oauth.ts';
import type * as resilienceModule from '../templates/runtime/resilience.ts';
import type * as retryModule from '../templates/runtime/retry.ts';
import type * as timeoutModule from '../templates/runtime/timeout.ts';
import { makePackage } from './support/packages.ts';

// An emitted package against a server that misbehaves, over real connections.

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void;
type Operation = ApiOperation<Record<string, unknown>, unknown, { readonly status: number }>;

interface Package {
  createClient(
    config: Omit<ClientOptions, 'auth' | 'baseUrl'> & { readonly baseUrl: string; readonly auth?: object },
  ): ApiClient;
  readonly getThing: Operation;
  readonly addThing: Operation;
}

type Transports = typeof retryModule & typeof timeoutModule & typeof resilienceModule;

let made: Package;
let transports: Transports;
let credentials: typeof oauth;
let answer: Answer;
let requests: string[];
let baseUrl: string;

const server = createServer((request, response) => {
  requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
  request.resume();
  answer(request, response, requests.length);
});

// a busy machine is not what is tested
server.keepAliveTimeout = 60_000;

const json = { 'Content-Type': 'application/json' };

const thing = { type: 'object', properties: { id: { type: 'integer' } } };
const content = { 'application/json': { schema: thing } };
const responses = { 200: { description: 'ok', content }, 401: { description: 'no' } };

beforeAll(async () => {
  const emitted = await makePackage({
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    security: [{}, { login: ['read'] }],
    paths: {
      '/things': {
        get: { operationId: 'getThing', responses },
        post: { operationId: 'addThing', requestBody: { content }, responses },
      },
    },
    components: {
      securitySchemes: {
        login: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/token', scopes: { read: 'to read' } } } },
      },
    },
  });
  made = (await emitted.load('index')) as unknown as Package;
  transports = (await emitted.load('transports')) as unknown as Transports;
  credentials = (await emitted.load('auth')) as unknown as typeof oauth;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 120_000);

beforeEach(() => {
  requests = [];
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const failure = (call: Promise<unknown>): Promise<unknown> => call.catch((thrown: unknown) => thrown);

/** A retry whose waits take no time and are noted. */
function noting(): { readonly waits: number[]; readonly layer: Layer } {
  const waits: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => void waits.push(milliseconds);
  return { waits, layer: transports.retry({ sleep, now: () => Date.UTC(2026, 0, 1), random: () => 1 }) };
}

const resetInBody: Answer = (request, response) => {
  response.writeHead(200, { ...json, 'Content-Length': 100 });
  response.write('{"id":', () => setTimeout(() => request.socket.resetAndDestroy(), 20));
};
const limits = { overall: 10_000, attempt: 5_000 };
const sleep = async (): Promise<void> => {};

describe('a server that', () => {
  it('answers 503, then 200', async () => {
    answer = (_, response, count) => response.writeHead(count === 1 ? 503 : 200, json).end('{"id":1}');
    const { waits, layer } = noting();
    expect(await made.getThing(made.createClient({ baseUrl, use: [layer] }))).toEqual({ id: 1 });
    expect([waits, requests.length]).toEqual([[500], 2]);
  });

  it.each([
    ['seconds', '7', 7_000],
    ['a date', 'Thu, 01 Jan 2026 00:00:09 GMT', 9_000],
  ])('answers 429 and says when to come again, in %s', async (_, value, wait) => {
    answer = (__, response, count) =>
      count === 1 ? response.writeHead(429, { 'Retry-After': value }).end() : response.writeHead(200, json).end('{}');
    const { waits, layer } = noting();
    expect(await made.addThing(made.createClient({ baseUrl, use: [layer] }), { body: {} })).toEqual({});
    expect(waits).toEqual([wait]);
  });

  it('resets the connection', async () => {
    answer = (request, response, count) =>
      count === 1 ? request.socket.resetAndDestroy() : response.writeHead(200, json).end('{}');
    const { layer } = noting();
    expect(await made.getThing(made.createClient({ baseUrl, use: [layer] }))).toEqual({});
    requests = [];
    const error = await failure(made.addThing(made.createClient({ baseUrl, use: [layer] }), { body: {} }));
    expect(error).toMatchObject({ name: 'TransportError', cause: { name: 'TypeError' } });
    expect(requests.length).toBe(1);
  });

  it('resets the connection in the middle of the body', async () => {
    answer = resetInBody;
    for (const [use, count] of [
      [[], 1],
      [[transports.retry({ sleep })], 3],
      [[transports.resilience({ timeout: limits, retry: { sleep } })], 3],
    ] as const) {
      requests = [];
      const error = await failure(made.getThing(made.createClient({ baseUrl, use })));
      expect(error).toMatchObject({ name: 'TransportError', operationId: 'getThing' });
      expect((error as Error).cause).toBeInstanceOf(Error);
      expect(requests.length).toBe(count);
    }
  });

  it('resets the connection in the middle of the body, and then does not', async () => {
    const url = `${baseUrl}/things`;
    answer = (request, response, count) =>
      count === 1
        ? resetInBody(request, response, count)
        : response.writeHead(200, { ...json, ETag: '"2"' }).end('{"id":2}');
    for (const use of [[transports.retry({ sleep })], [transports.resilience({ timeout: limits, retry: { sleep } })]]) {
      requests = [];
      const result = await made.getThing.result(made.createClient({ baseUrl, use }));
      expect(result).toMatchObject({ status: 200, body: { id: 2 }, response: { url, ok: true, redirected: false } });
      expect((result as unknown as { headers: Headers }).headers.get('etag')).toBe('"2"');
      expect(requests.length).toBe(2);
    }
    requests = [];
    const call = made.addThing(made.createClient({ baseUrl, use: [transports.retry({ sleep })] }), { body: {} });
    expect(await failure(call)).toMatchObject({ name: 'TransportError', operationId: 'addThing' });
    expect(requests.length).toBe(1);
  });

  it('never ends its body, in each attempt', async () => {
    answer = (_, response) => void response.writeHead(200, json).write('{"id":');
    for (const timeout of [{ attempt: 40 }, { overall: 200 }]) {
      requests = [];
      const client = made.createClient({ baseUrl, use: [transports.resilience({ timeout, retry: { sleep } })] });
      expect(await failure(made.getThing(client))).toMatchObject({ name: 'TimeoutError', during: 'reading the body' });
      expect(requests.length).toBe('attempt' in timeout ? 3 : 1);
    }
  });

  it('never answers', async () => {
    answer = () => {};
    const client = made.createClient({ baseUrl, use: [transports.timeout(50)] });
    expect(await failure(made.getThing(client))).toMatchObject({
      name: 'TimeoutError',
      during: 'waiting for an answer',
    });
  });

  it('never ends its body', async () => {
    answer = (_, response) => void response.writeHead(200, json).write('{"id":');
    const client = made.createClient({ baseUrl, use: [transports.timeout(50)] });
    expect(await failure(made.getThing(client))).toMatchObject({ name: 'TimeoutError', during: 'reading the body' });
  });

  it('answers HTML where JSON is promised', async () => {
    answer = (_, response) => response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad gateway</h1>');
    const { layer, waits } = noting();
    const error = await failure(made.getThing(made.createClient({ baseUrl, use: [layer] })));
    expect(error).toMatchObject({ name: 'ApiError', status: 502, body: '<h1>Bad gateway</h1>' });
    expect(waits).toEqual([500, 1000]);
    answer = (_, response) => response.writeHead(200, json).end('<h1>Welcome</h1>');
    expect(await failure(made.getThing(made.createClient({ baseUrl })))).toMatchObject({
      name: 'DecodeError',
      status: 200,
      text: '<h1>Welcome</h1>',
    });
  });

  it('breaks off what it has compressed', async () => {
    const whole = gzipSync(JSON.stringify({ id: 1, text: 'x'.repeat(10_000) }));
    answer = (_, response) =>
      response.writeHead(200, { ...json, 'Content-Encoding': 'gzip' }).end(whole.subarray(0, whole.length / 2));
    const error = await failure(made.getThing(made.createClient({ baseUrl })));
    // engines differ in whether they notice; that it is no JSON is noticed by us
    expect(['DecodeError', 'TransportError']).toContain((error as Error).name);
  });

  it('asks to come again in 30 seconds, for which nobody waits whose call is aborted', async () => {
    answer = (_, response) => response.writeHead(503, { 'Retry-After': '30' }).end();
    const controller = new AbortController();
    let wait: number | undefined;
    // the wait itself is what is usual; the call is aborted while it lasts
    const sleep = (milliseconds: number): Promise<void> => {
      wait = milliseconds;
      setTimeout(() => controller.abort(new Error('enough')));
      return new Promise(() => {});
    };
    const client = made.createClient({ baseUrl, use: [transports.retry({ sleep })] });
    expect(await failure(made.getThing(client, {}, { signal: controller.signal }))).toMatchObject({
      message: 'enough',
    });
    expect([wait, requests.length]).toEqual([30_000, 1]);
  });

  it('refuses a thousand calls at once, for which a token is got once', async () => {
    let tokens = 0;
    answer = (request, response) => {
      if (request.url === '/token') {
        tokens += 1;
        response.writeHead(200, json).end(JSON.stringify({ access_token: `t${tokens}`, expires_in: 3600 }));
        return;
      }
      const isGood = request.headers.authorization === 'Bearer t2';
      response.writeHead(isGood ? 200 : 401, json).end('{}');
    };
    const tokenUrl = `${baseUrl}/token`;
    const login = credentials.clientCredentials({ tokenUrl, clientId: 'me', clientSecret: 'secret' });
    const client = made.createClient({ baseUrl, auth: { login } });
    const results = await Promise.all(Array.from({ length: 1000 }, () => made.getThing.result(client)));
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set([200]));
    expect(tokens).toBe(2);
    expect(requests.filter((request) => request === 'GET /things').length).toBe(2000);
  });
});
