import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { binaryBody, jsonBody } from '../templates/runtime/bodies.ts';
import type { Layer, Transport } from '../templates/runtime/client.ts';
import { readBlob } from '../templates/runtime/decode.ts';
import { TransportError } from '../templates/runtime/errors.ts';
import { retry } from '../templates/runtime/retry.ts';
import { client, define } from './support/client.ts';
import { clock, failure, script } from './support/transports.ts';

/** An answer whose body breaks off at once. */
const broken = (status: number): Response =>
  new Response(status === 204 ? null : new ReadableStream({ pull: (one) => one.error(new TypeError('reset')) }), {
    status,
  });

const answerOwn = async (): Promise<Response> =>
  Response.json({ a: 'ä' }, { status: 203, headers: { 'X-Own': 'yes' } });

/** A layer that reads the text of answers, and hands them on. */
const readText: Layer = (next) => async (url, init, operation, call) => {
  const response = await next(url, init, operation, call);
  await response.text();
  return response;
};

describe('retry', () => {
  const get = define({ method: 'GET' });
  const post = define({ method: 'POST', body: { 'application/json': jsonBody, '*/*': binaryBody } });

  it.each([408, 425, 429, 500, 502, 503, 504, 599])(
    'sends GET again after %i, and cancels what was answered',
    async (status) => {
      const { fetch, attempts } = script(status, 200);
      const { layer, waits } = clock();
      expect(await get(client({ fetch, use: [layer] }))).toEqual({});
      expect([attempts.length, waits, attempts[0]?.cancelled()]).toEqual([2, [250], true]);
    },
  );

  it.each([400, 401, 403, 404, 409, 422, 501, 505])('does not after %i', async (status) => {
    const { fetch, attempts } = script(status);
    const result = await define({ method: 'GET', responses: { 200: 'json', '4XX': 'text', '5XX': 'text' } }).result(
      client({ fetch: async (...call) => (await fetch(...call), new Response('', { status })), use: [clock().layer] }),
    );
    expect([result.status, attempts.length]).toEqual([status, 1]);
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('sends %s again where there was no answer', async (method) => {
    const { fetch, attempts } = script(new TypeError('fetch failed'), 200);
    await define({ method })(client({ fetch, use: [clock().layer] }));
    expect(attempts.length).toBe(2);
  });

  it.each(['POST', 'PATCH'])('sends %s again only on 429', async (method) => {
    for (const [step, count] of [
      [429, 2],
      [503, 1],
      [new TypeError('fetch failed'), 1],
    ] as const) {
      const { fetch, attempts } = script(step, 200);
      const api = client({
        fetch: async (...call) =>
          (await fetch(...call)).status === 200 ? Response.json({}) : new Response('', { status: Number(step) }),
        use: [clock().layer],
      });
      await failure(define({ method }).result(api));
      expect(attempts.length).toBe(count);
    }
  });

  it.each([
    ['that the description names', { idempotencyKey: 'Idempotency-Key' }, {}],
    ['that it was told', {}, { idempotencyHeader: 'Idempotency-Key' }],
  ])('sends POST again with one key for all attempts, in a header %s', async (_, plan, settings) => {
    const { fetch, attempts } = script(503, new TypeError('fetch failed'), 200);
    await define({ ...plan })(client({ fetch, use: [clock(settings).layer] }));
    const keys = attempts.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys[0]).toMatch(/^[\da-f-]{36}$/);
    expect(new Set(keys).size).toBe(1);
    expect(attempts.length).toBe(3);
    await define({ ...plan })(
      client({ fetch, use: [clock(settings).layer] }),
      {},
      { headers: { 'idempotency-key': 'mine' } },
    );
    expect(attempts.at(-1)?.headers.get('idempotency-key')).toBe('mine');
  });

  it('sends a stream once', async () => {
    const { fetch, attempts } = script(429);
    const body = new Blob(['x']).stream();
    const api = client({
      fetch: async (...call) => (await fetch(...call), new Response('', { status: 429 })),
      use: [clock().layer],
    });
    expect((await post.result(api, { body, contentType: '*/*' })).status).toBe(429);
    expect(attempts.length).toBe(1);
  });

  it.each([
    ['7', 7_000],
    [' 7 ', 7_000],
    ['0', 0],
    ['86400', 60_000],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Thursday, 01-Jan-26 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['Fri, 02 Jan 2026 00:00:00 GMT', 60_000],
    ['soon', 250],
    ['-1', 250],
    ['1.5', 250],
    ['', 250],
  ])('waits as Retry-After says: %j', async (value, wait) => {
    const { fetch } = script({ status: 503, headers: { 'Retry-After': value } }, 200);
    const { layer, waits } = clock();
    await get(client({ fetch, use: [layer] }));
    expect(waits).toEqual([wait]);
  });

  it('waits a random part of a time that doubles up to a limit', async () => {
    const { fetch } = script(503);
    const { layer, waits } = clock({ attempts: 6, baseDelay: 100, maxDelay: 1000, random: () => 0.25 });
    const answer = async (...call: Parameters<Transport>): Promise<Response> => (
      await fetch(...call),
      new Response('', { status: 503 })
    );
    expect((await get.result(client({ fetch: answer, use: [layer] }))).status).toBe(503);
    expect(waits).toEqual([25, 50, 100, 200, 250]);
  });

  it('gives the last error where there is no answer', async () => {
    const { fetch, attempts } = script(new TypeError('one'), new TypeError('two'), new TypeError('three'));
    const error = await failure(get(client({ fetch, use: [clock().layer] })));
    expect(error).toBeInstanceOf(TransportError);
    expect([(error as Error).cause, attempts.length]).toMatchObject([{ message: 'three' }, 3]);
  });

  it('can be told otherwise, or switched off, for one call', async () => {
    const { fetch, attempts } = script(503, 503, 503, 503, 200);
    const api = client({ fetch, use: [clock().layer] });
    await get(api, {}, { retry: { attempts: 5 } });
    expect(attempts.length).toBe(5);
    const once = script(new Error('no'));
    await failure(get(client({ fetch: once.fetch, use: [clock().layer] }), {}, { retry: false }));
    expect(once.attempts.length).toBe(1);
  });

  it('leaves answers that are streams, and those without a body, to whoever reads them', async () => {
    for (const [status, kind, count] of [
      [200, (response: Response) => response.body, 1],
      [200, readBlob, 3],
      [206, 'any', 3],
      [204, 'any', 1],
    ] as const) {
      let attempts = 0;
      const fetch = async (): Promise<Response> => ((attempts += 1), broken(status));
      const api = client({ fetch, use: [clock().layer] });
      await failure(define({ method: 'GET', responses: { 200: kind, '2XX': kind } })(api));
      expect(attempts).toBe(count);
    }
  });

  it.each([
    ['text', async (response: Response) => response.text(), '{"a":"ä"}'],
    ['JSON', async (response: Response) => response.json() as Promise<unknown>, { a: 'ä' }],
    ['bytes', async (response: Response) => (await response.arrayBuffer()).byteLength, 10],
    ['a blob', async (response: Response) => (await response.blob()).type, 'application/json'],
    ['a copy', async (response: Response) => response.clone().text(), '{"a":"ä"}'],
    ['a stream', async (response: Response) => new Response(response.body).text(), '{"a":"ä"}'],
  ])('hands on an answer that others can read as %s', async (kind, read, value) => {
    let seen: unknown;
    const look: Layer = (next) => async (url, init, operation, call) => {
      const response = await next(url, init, operation, call);
      seen = [await read(response), response.bodyUsed, response.status, response.headers.get('X-Own')];
      return Response.json({});
    };
    await get(client({ fetch: answerOwn, use: [look, clock().layer] }));
    expect(seen).toEqual([value, kind !== 'a copy', 203, 'yes']);
  });

  it('hands on an answer whose text is read once', async () => {
    const error = await failure(get(client({ fetch: async () => Response.json({}), use: [readText, clock().layer] })));
    expect((error as Error).cause ?? error).toBeInstanceOf(TypeError);
  });

  it('stops waiting when the call is aborted, and leaves no listener or timer', async () => {
    vi.useFakeTimers();
    const { fetch, attempts } = script({ status: 503, headers: { 'Retry-After': '30' } });
    const controller = new AbortController();
    const call = failure(get(client({ fetch, use: [retry()] }), {}, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(500);
    expect(vi.getTimerCount()).toBe(1);
    controller.abort(new Error('enough'));
    expect(await call).toMatchObject({ message: 'enough' });
    expect([vi.getTimerCount(), attempts.length, getEventListeners(controller.signal, 'abort').length]).toEqual([
      0, 1, 0,
    ]);
    vi.useRealTimers();
  });
});
