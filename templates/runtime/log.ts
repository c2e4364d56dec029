import type { Call, Layer, OperationInfo } from './client.js';
import { redactHeaders, redactUrl, secretsOf } from './redact.js';

/** What is logged of a request, of its answer, or of there being none. Secrets are left out; bodies are never in it. */
export interface LogEntry {
  readonly phase: 'request' | 'response' | 'error';
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly method: string;
  /** The path template; `url` is what was sent. */
  readonly path: string;
  readonly url: string;
  /** Of the request, or of the response. */
  readonly headers: Readonly<Record<string, string>>;
  /** The number of the attempt, from 1. */
  readonly attempt: number;
  /** Of a response. */
  readonly status?: number;
  /** From the request to the headers of its answer (outside of `retry` to its body, where it may be sent again), or to the error. */
  readonly milliseconds?: number;
  /** Why there was no answer. */
  readonly error?: { readonly name: string; readonly message: string };
}

/** How requests are logged. */
export interface LogSettings {
  /** Names of headers and query parameters that are secret too; in any letters. */
  readonly secrets?: readonly string[] | undefined;
  /** The time in milliseconds; `performance.now`. */
  readonly now?: (() => number) | undefined;
}

/**
 * Tells `write` of each request and of what came of it. Inside of `retry` it sees each attempt, outside each call. What
 * security schemes write, and what has the name of a secret, is replaced by `REDACTED` in headers, query and URL.
 */
export function log(write: (entry: LogEntry) => void, settings: LogSettings = {}): Layer {
  const { secrets, now = () => performance.now() } = settings;
  return (next) => async (url, init, operation, call) => {
    const isSecret = secretsOf(call, secrets);
    const about = { ...subject(operation, call), method: init.method, url: redactUrl(url, isSecret) };
    const headers = redactHeaders(init.headers, isSecret);
    write({ phase: 'request', ...about, headers });
    const start = now();
    try {
      const response = await next(url, init, operation, call);
      const { status } = response;
      const milliseconds = now() - start;
      write({ phase: 'response', ...about, headers: redactHeaders(response.headers, isSecret), status, milliseconds });
      return response;
    } catch (thrown) {
      const milliseconds = now() - start;
      const { name, message } = thrown instanceof Error ? thrown : { name: 'Error', message: String(thrown) };
      // engines repeat the URL that they could not use
      const error = { name, message: message.replaceAll(url, about.url) };
      write({ phase: 'error', ...about, headers, milliseconds, error });
      throw thrown;
    }
  };
}

const subject = (
  { id, path, tags = [] }: OperationInfo,
  { attempt = 1 }: Call,
): Pick<LogEntry, 'operationId' | 'path' | 'tags' | 'attempt'> => ({ operationId: id, path, tags, attempt });
