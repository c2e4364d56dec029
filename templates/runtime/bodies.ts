import { formExplodedStyle, percentEncode, plainText } from './styles.js';

// How bodies are written, by media type (OpenAPI 3.1, section 4.8.14). Data is never changed on the way.

/** What a binary body may be given as. */
export type BinaryBody = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array> | string;

/** The fields of a form: where the API's description has a text, a file may stand. */
export type FormFields<Fields> = { readonly [Name in keyof Fields]: FormField<Fields[Name]> };

type FormField<Value> =
  | Value
  | (string extends Value ? Blob : Value extends readonly string[] ? readonly Blob[] : never);

/** What `fetch` sends; said so, for only browsers have a name for it. */
type BodyToSend = NonNullable<RequestInit['body']>;

/** Turns a value into what `fetch` sends. */
export type BodyEncoder = (value: unknown) => BodyToSend;

/** JSON (RFC 8259); `0`, `false`, `''` and `null` are bodies too. */
export const jsonBody: BodyEncoder = (value) => JSON.stringify(value);

/** Text as it is. */
export const textBody: BodyEncoder = (value) => plainText(value);

/** Bytes as they are. */
export const binaryBody: BodyEncoder = (value) => value as BodyToSend;

const fields = (value: unknown): [string, unknown][] =>
  Object.entries(value ?? {}).filter(([, member]) => member !== undefined && member !== null);

/** `application/x-www-form-urlencoded`: lists by repetition, objects as JSON. */
export const formBody: BodyEncoder = (value) => {
  if (value instanceof URLSearchParams) return value.toString();
  return fields(value)
    .map(([name, member]) =>
      formExplodedStyle(name, Array.isArray(member) ? member : plainText(member), (text) =>
        percentEncode(text).replaceAll('%20', '+'),
      ),
    )
    .filter((pair) => pair !== undefined)
    .join('&');
};

/** `multipart/form-data`: a part for each member, lists by repetition, objects as JSON, files with their own type. */
export const multipartBody: BodyEncoder = (value) => {
  if (value instanceof FormData) return value;
  const data = new FormData();
  for (const [name, member] of fields(value)) {
    for (const part of Array.isArray(member) ? member : [member]) {
      if (part instanceof Blob) data.append(name, part);
      else if (typeof part === 'object' && !(part instanceof Date)) {
        data.append(name, new Blob([JSON.stringify(part)], { type: 'application/json' }));
      } else data.append(name, plainText(part));
    }
  }
  return data;
};
