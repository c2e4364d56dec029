import type { JsonCodec } from './client.ts';
import { plainText } from './styles.ts';

// How bodies are written, by media type (OpenAPI 3.1, section 4.8.14). Data is never changed on the way.

/** What a binary body may be given as. */
export type BinaryBody = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array> | string;

/** What `fetch` sends; said so, for only browsers have a name for it. */
export type BodyToSend = NonNullable<RequestInit['body']>;

/** Turns a value into what `fetch` sends. */
export type BodyEncoder = (value: unknown, json: JsonCodec, mediaType: string) => BodyToSend;

/** JSON (RFC 8259); `0`, `false`, `''` and `null` are bodies too. */
export const jsonBody: BodyEncoder = (value, json) => json.stringify(value);

/** Text as it is. */
export const textBody: BodyEncoder = (value) => plainText(value);

/** Bytes as they are. */
export const binaryBody: BodyEncoder = (value) => value as BodyToSend;
