import type { BinaryBody, BodyEncoder, BodyToSend } from './bodies.js';
import type { JsonCodec } from './client.js';
import { plainText } from './styles.js';
import { streamOf } from './upload.js';

// Bodies that are sequences of items (OpenAPI 3.2, section 4.14.1.2).

/** The items of a body: as a list, or as they are made. Text, bytes and streams are sent as they are. */
export type ItemBody<Item> = Iterable<Item> | AsyncIterable<Item> | BinaryBody;

/** What is given item by item. */
export type Items = Iterable<unknown> | AsyncIterable<unknown>;

/** Whether a body is given item by item, and not as it is to be sent. */
const isItems = (value: unknown): value is Items =>
  typeof value === 'object' &&
  value !== null &&
  !ArrayBuffer.isView(value) &&
  !(value instanceof ReadableStream) &&
  (Symbol.iterator in value || Symbol.asyncIterator in value);

/** Has each item checked before it is sent; a list at once. Returns what is to be sent instead. */
export function eachItem(body: unknown, check: (item: unknown) => void): unknown {
  if (!isItems(body)) return body;
  if (!Array.isArray(body)) return checked(body, check);
  body.forEach((item) => check(item));
  return body;
}

async function* checked(items: Items, check: (item: unknown) => void): AsyncGenerator<unknown, void, undefined> {
  for await (const item of items) {
    check(item);
    yield item;
  }
}

/** A body whose items are written one by one: a list as one text, what is made as it is sent as a stream. */
const itemBody =
  (encode: (item: unknown, json: JsonCodec) => string): BodyEncoder =>
  (value, json) => {
    const write = (item: unknown): string => encode(item, json);
    if (Array.isArray(value)) return value.map(write).join('');
    return isItems(value) ? streamOf(written(value, write)) : (value as BodyToSend);
  };

async function* written(items: Items, write: (item: unknown) => string): AsyncGenerator<string, void, undefined> {
  for await (const item of items) yield write(item);
}

/** JSON Lines: a value a line. */
export const jsonLinesBody: BodyEncoder = /* @__PURE__ */ itemBody((item, json) => `${json.stringify(item)}\n`);

/** JSON text sequences (RFC 7464): a record separator before each value, a line feed behind it. */
export const jsonRecordsBody: BodyEncoder = /* @__PURE__ */ itemBody((item, json) => `\x1e${json.stringify(item)}\n`);

/** Events (HTML, section 9.2.5): the fields that an event has; `data` that is no text as JSON. */
export const eventsBody: BodyEncoder = /* @__PURE__ */ itemBody((item, json) => {
  const { data, ...fields } = item as Readonly<Record<string, unknown>>;
  const lines = Object.entries(fields).flatMap(([name, value]) => fieldLines(name, value));
  const text = typeof data === 'string' || data === undefined ? data : json.stringify(data);
  return [...lines, ...fieldLines('data', text), '\n'].join('');
});

/** A field of an event; each line of a text is one of its own. */
const fieldLines = (name: string, value: unknown): string[] =>
  value === undefined || value === null
    ? []
    : plainText(value)
        .split(/\r\n|[\r\n]/)
        .map((line) => `${name}: ${line}\n`);
