import type { JsonCodec } from "./client.js";
/** What a binary body may be given as. */
export type BinaryBody = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array> | string;
/** What `fetch` sends; said so, for only browsers have a name for it. */
export type BodyToSend = NonNullable<RequestInit["body"]>;
/** Turns a value into what `fetch` sends. */
export type BodyEncoder = (value: unknown, json: JsonCodec, mediaType: string) => BodyToSend;
/** JSON (RFC 8259); `0`, `false`, `''` and `null` are bodies too. */
export declare const jsonBody: BodyEncoder;
/** Text as it is. */
export declare const textBody: BodyEncoder;
/** Bytes as they are. */
export declare const binaryBody: BodyEncoder;
