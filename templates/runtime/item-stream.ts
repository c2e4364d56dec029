import { DecodeError, TimeoutError, TransportError, type RequestIdentity } from './errors.js';

/**
 * The items of an answer, as they come: `for await (const item of stream)`. It is read once; leaving the loop closes the
 * connection. A connection that breaks off ends in a TransportError, an item that is no JSON in a DecodeError.
 */
export class ItemStream<Item> implements AsyncIterable<Item> {
  readonly response: Response;
  readonly #items: AsyncIterator<Item, void>;
  #check: ((item: unknown) => void) | undefined;

  constructor(response: Response, items: AsyncIterator<Item, void>) {
    this.response = response;
    this.#items = items;
  }

  /** Has every item checked before it is given: `check` throws where it does not fit. */
  checkItems(check: (item: unknown) => void): void {
    this.#check = check;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    try {
      for (let next = await this.#items.next(); !next.done; next = await this.#items.next()) {
        this.#check?.(next.value);
        yield next.value;
      }
    } finally {
      await this.#items.return?.();
    }
  }
}

/** The text of a body, piece by piece (UTF-8). Leaving it closes the connection. */
export async function* textPieces(
  request: RequestIdentity,
  response: Response,
): AsyncGenerator<string, void, undefined> {
  const reader = response.body?.getReader();
  if (!reader) return;
  const decoder = new TextDecoder();
  let finished = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = decoder.decode(value, { stream: !done });
      if (text !== '') yield text;
      if (done) break;
    }
    finished = true;
  } catch (cause) {
    finished = true;
    throw readingError(request, cause);
  } finally {
    if (!finished) await reader.cancel();
  }
}

/** An aborted call ends in what it was aborted with. */
function readingError(request: RequestIdentity, cause: unknown): unknown {
  const name = cause instanceof DOMException ? cause.name : '';
  if (name === 'TimeoutError') return new TimeoutError(request, cause);
  return name === 'AbortError' ? cause : new TransportError(request, cause);
}

/** The parts of a text between the matches of `separator`, each as soon as it is whole; what is left over last. */
export async function* splitPieces(
  pieces: AsyncIterable<string>,
  separator: string,
): AsyncGenerator<string, void, undefined> {
  // kept in parts: a long line that comes in small pieces would else be copied over and over
  let begun: string[] = [];
  for await (const piece of pieces) {
    const [first = '', ...rest] = piece.split(separator);
    begun.push(first);
    for (const part of rest) {
      yield begun.join('');
      begun = [part];
    }
  }
  yield begun.join('');
}

/** The value of a JSON text, or a DecodeError. */
export function parseItem(
  { request, response, json }: { request: RequestIdentity; response: Response; json: { parse(text: string): unknown } },
  text: string,
): unknown {
  try {
    return json.parse(text);
  } catch (cause) {
    throw new DecodeError(request, response, text, cause);
  }
}
