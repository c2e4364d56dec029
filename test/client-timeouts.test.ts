import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Layer, Transport } from '../templates/runtime/client.ts';
import { TimeoutError } from '../templates/runtime/errors.ts';
import { resilience } from '../templates/runtime/resilience.ts';
import { attemptTimeout, timeout } from '../templates/runtime/timeout.ts';
import { client, define } from './support/client.ts';
import { failure } from './support/transports.ts';

/** A fetch whose answer comes after a time, and whose body after another; it looks at its signal if it is told to. */
const slow =
  (answer: number, body: number, looks = true): Transport =>
  (_, init) =>
    new Promise((resolve, reject) => {
      const { signal } = init;
      if (looks) signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      const stream = new ReadableStream({
        start(controller) {
          if (looks)
            signal?.addEventListener('abort', () => controller.error(new TypeError('terminated')), { once: true });
          setTimeout(() => {
            try {
              controller.enqueue(new TextEncoder().encode('{}'));
              controller.close();
            } catch {
              // it was aborted
            }
          }, answer + body);
        },
      });
      setTimeout(() => resolve(new Response(stream, { headers: { 'Content-Type': 'application/json' } })), answer);
    });
describe('time limits', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const get = define({ method: 'GET' });

  it.each([
    [true, 1000, 0, 'waiting for an answer'],
    [false, 1000, 0, 'waiting for an answer'],
    [true, 50, 1000, 'reading the body'],
    [false, 50, 1000, 'reading the body'],
  ] as const)('end a call that is %s', async (looks, answer, body, during) => {
    for (const layer of [timeout(100), attemptTimeout(100)]) {
      const { signal } = new AbortController();
      const call = failure(get(client({ fetch: slow(answer, body, looks), use: [layer] }), {}, { signal }));
      await vi.advanceTimersByTimeAsync(100);
      const error = await call;
      expect(error).toBeInstanceOf(TimeoutError);
      expect(error).toMatchObject({ during, operationId: 'test', cause: { name: 'TimeoutError' } });
      expect(String(error)).toBe(`TimeoutError: GET /items took too long, ${during}`);
      expect(getEventListeners(signal, 'abort').filter((one) => String(one).includes('forward'))).toEqual([]);
    }
  });

  it('leave nothing behind where a call is in time', async () => {
    const { signal } = new AbortController();
    const all = [timeout(100), attemptTimeout(90)];
    for (const method of ['GET', 'HEAD']) {
      await define({ method })(client({ fetch: async () => Response.json({}), use: all }), {}, { signal });
      expect([vi.getTimerCount(), getEventListeners(signal, 'abort').length]).toEqual([0, 0]);
    }
    await define({ responses: { 204: 'any' } })(
      client({ fetch: async () => new Response(null, { status: 204 }), use: all }),
      {},
      { signal },
    );
    expect([vi.getTimerCount(), getEventListeners(signal, 'abort').length]).toEqual([0, 0]);
  });

  it('pass on the reason of the signal that was given', async () => {
    const controller = new AbortController();
    for (const [answer, body] of [
      [1000, 0],
      [10, 1000],
    ] as const) {
      const given = new AbortController();
      const call = failure(
        get(
          client({ fetch: slow(answer, body), use: [timeout(500), attemptTimeout(400)] }),
          {},
          { signal: given.signal },
        ),
      );
      await vi.advanceTimersByTimeAsync(50);
      given.abort(new Error('enough'));
      expect(await call).toMatchObject({ message: 'enough' });
    }
    controller.abort(new Error('before'));
    expect(
      await failure(get(client({ fetch: slow(1, 1), use: [timeout(5)] }), {}, { signal: controller.signal })),
    ).toMatchObject({ message: 'before' });
  });

  it('of an attempt let the next begin, and that of the call ends them all', async () => {
    let attempts = 0;
    const fetch: Transport = (...call) => {
      attempts += 1;
      return slow(1000, 0)(...call);
    };
    const layer = resilience({ timeout: { overall: 1000, attempt: 100 }, retry: { attempts: 99, random: () => 0 } });
    const call = failure(get(client({ fetch, use: [layer] })));
    await vi.advanceTimersByTimeAsync(1000);
    expect(await call).toMatchObject({ name: 'TimeoutError', cause: { message: 'the call was given 1000 ms' } });
    expect(attempts).toBe(10);
  });

  it('can be others for one call', async () => {
    const api = client({ fetch: slow(200, 0), use: [timeout(100), attemptTimeout(100)] });
    const long = get(api, {}, { timeout: { overall: 300, attempt: 300 } });
    const free = get(api, {}, { timeout: false });
    const short = failure(get(client({ fetch: slow(200, 0), use: [timeout(1000)] }), {}, { timeout: 50 }));
    await vi.advanceTimersByTimeAsync(200);
    expect([await long, await free]).toEqual([{}, {}]);
    expect(await short).toBeInstanceOf(TimeoutError);
  });

  it('end with the headers for whoever reads the stream, whom the signal still reaches', async () => {
    const controller = new AbortController();
    let taken: ReadableStream<Uint8Array> | null = null;
    const reading: Layer =
      (next) =>
      async (...call) => {
        const response = await next(...call);
        taken = response.body;
        return Response.json({});
      };
    const api = client({ fetch: slow(10, 500), use: [reading, timeout(100), attemptTimeout(100)] });
    const call = get(api, {}, { signal: controller.signal });
    await vi.advanceTimersByTimeAsync(20);
    await call;
    const text = new Response(taken).text();
    await vi.advanceTimersByTimeAsync(490);
    expect(await text).toBe('{}');
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });
});
