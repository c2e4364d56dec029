import { TransportError } from './errors.js';
import type { EventStream } from './event-stream.js';

/** What a call is given to resume a stream: see `RequestOptions`. */
export interface ResumeOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** How events are followed. */
export interface FollowOptions {
  /** Ends it, with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Where to begin: the id of the last event that was seen. */
  readonly lastEventId?: string | undefined;
  /** How many milliseconds to wait before connecting anew, unless the API says so; 3000 unless said otherwise. */
  readonly retry?: number | undefined;
  /** How many times in a row to connect without an event; 10 unless said otherwise. */
  readonly attempts?: number | undefined;
  /** Whether to connect anew also where the API ended the stream, as browsers do; true unless said otherwise. */
  readonly afterEnd?: boolean | undefined;
}

/**
 * The events of a call, and of the calls that resume it where the connection ends or breaks off:
 * `for await (const event of followEvents((options) => watch(client, {}, options)))`. An answer without a body (204) ends
 * it. What the API refuses, and what cannot be read, is thrown; so is the last TransportError where `attempts` are used up.
 */
export async function* followEvents<Event>(
  connect: (options: ResumeOptions) => Promise<EventStream<Event> | undefined | void>,
  { signal, lastEventId = '', retry = 3000, attempts = 10, afterEnd = true }: FollowOptions = {},
): AsyncGenerator<Event, void, undefined> {
  let id = lastEventId;
  let wait = retry;
  for (let failed = 0; failed < attempts; failed += 1) {
    if (failed > 0) await sleep(Math.min(wait * 2 ** (failed - 1), 60_000), signal);
    try {
      const headers: Readonly<Record<string, string>> = id === '' ? {} : { 'Last-Event-ID': id };
      const stream = await connect(signal ? { headers, signal } : { headers });
      if (!stream) return;
      for await (const event of stream) {
        failed = 0;
        id = stream.state.lastEventId || id;
        wait = stream.state.retry ?? wait;
        yield event;
      }
      id = stream.state.lastEventId || id;
      wait = stream.state.retry ?? wait;
      if (!afterEnd) return;
    } catch (error) {
      if (!(error instanceof TransportError) || failed + 1 === attempts) throw error;
    }
  }
}

/** Waits; a signal ends it at once, with its reason. */
function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
