import type { Layer, OperationInfo, RequestOptions } from './client.js';
import { TimeoutError, type TimedPhase } from './errors.js';
import type { TimeoutOptions } from './layer-options.js';

// Time limits. A limit ends with the body: a server that answers at once and then sends nothing is no better than one that
// does not answer.

/**
 * Limits the time of the whole call, in milliseconds: all attempts, the waits between them and the reading of the body.
 * It belongs outside of `retry`. A call that takes longer ends in a TimeoutError.
 */
export const timeout = (milliseconds: number): Layer => limit('overall', milliseconds);

/** Limits the time of each attempt, the reading of its body included. It belongs inside of `retry`, which may try again. */
export const attemptTimeout = (milliseconds: number): Layer => limit('attempt', milliseconds);

function limit(kind: keyof TimeoutOptions, usual: number): Layer {
  return (next) => async (url, init, operation, call) => {
    const milliseconds = limitOf(kind, usual, call.options.timeout);
    // a timer for longer than this comes at once
    if (!(milliseconds < 2 ** 31)) return next(url, init, operation, call);
    const watch = startWatch(init.signal, milliseconds, kind, operation);
    try {
      const enter = (phase: TimedPhase): void => {
        watch.enter(phase);
        call.enter?.(phase);
      };
      const sent = next(url, { ...init, signal: watch.signal }, operation, { ...call, enter });
      return watched(await Promise.race([sent, watch.expiry]), init.method, watch);
    } catch (error) {
      watch.end();
      throw watch.error() ?? error;
    }
  };
}

function limitOf(kind: keyof TimeoutOptions, usual: number, own: RequestOptions['timeout']): number {
  if (own === false) return Infinity;
  if (typeof own === 'number') return kind === 'overall' ? own : usual;
  return own?.[kind] ?? usual;
}

/** A limit that is running. */
interface Watch {
  /** Comes with the caller's signal, and when the time is over. */
  readonly signal: AbortSignal;
  /** Rejects when the time is over, or the caller's signal comes: what sends may not look at signals. */
  readonly expiry: Promise<never>;
  /** The error of a time that is over. */
  error(): TimeoutError | undefined;
  /** What the call is doing from now on. */
  enter(phase: TimedPhase): void;
  /** Lets time pass, but not the caller's signal. */
  stopTimer(): void;
  /** Leaves nothing behind: no timer, no listener. */
  end(): void;
}

function startWatch(
  outer: AbortSignal | null | undefined,
  milliseconds: number,
  kind: keyof TimeoutOptions,
  operation: OperationInfo,
): Watch {
  const controller = new AbortController();
  let during: TimedPhase = 'waiting for an answer';
  let error: TimeoutError | undefined;
  const expiry = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason as Error));
  });
  // it may be that nobody waits any more
  expiry.catch(() => {});
  const timer = setTimeout(() => {
    const limited = kind === 'overall' ? 'the call' : 'the attempt';
    const reason = new DOMException(`${limited} was given ${milliseconds} ms`, 'TimeoutError');
    error = Object.assign(new TimeoutError(operation, reason, `took too long, ${during}`), { during });
    end();
    controller.abort(error);
  }, milliseconds);
  const stopTimer = (): void => clearTimeout(timer);
  const forward = (): void => {
    stopTimer();
    controller.abort(outer?.reason);
  };
  const end = (): void => {
    stopTimer();
    outer?.removeEventListener('abort', forward);
  };
  if (outer?.aborted) forward();
  else outer?.addEventListener('abort', forward, { once: true });
  return {
    signal: controller.signal,
    expiry,
    error: () => error,
    enter(phase) {
      during = phase;
    },
    stopTimer,
    end,
  };
}

const readers = ['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text'] as const;

/** The response, whose readers keep to the limit. Whoever takes its stream reads it at their own pace, until the signal. */
function watched(response: Response, method: string, watch: Watch): Response {
  // another limit may stand around it already, and takes asking for the stream for reading it
  const inner = Object.getOwnPropertyDescriptor(response, 'body')?.get;
  const body = inner ? undefined : response.body;
  if (body === null || method === 'HEAD' || [204, 205, 304].includes(response.status)) {
    watch.end();
    return response;
  }
  watch.enter('reading the body');
  for (const reader of readers) {
    // `bytes` is not everywhere
    const read = (response as { [Name in typeof reader]?: () => Promise<unknown> })[reader];
    if (!read) continue;
    const value = (): Promise<unknown> =>
      Promise.race([read.call(response), watch.expiry])
        .catch((error: unknown) => Promise.reject(watch.error() ?? error))
        .finally(() => watch.end());
    Object.defineProperty(response, reader, { value, configurable: true });
  }
  let taken: ReadableStream<Uint8Array> | undefined;
  const get = (): ReadableStream<Uint8Array> => {
    watch.stopTimer();
    taken ??= streamed(body ?? (inner?.call(response) as ReadableStream<Uint8Array>), () => watch.end());
    return taken;
  };
  Object.defineProperty(response, 'body', { get, configurable: true });
  return response;
}

/** The same stream, which says when it ends. */
function streamed(body: ReadableStream<Uint8Array>, end: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          end();
          controller.close();
        } catch (error) {
          end();
          controller.error(error);
        }
      },
      async cancel(reason) {
        end();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
