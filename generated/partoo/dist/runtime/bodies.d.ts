/** What a binary body may be given as. */
export type BinaryBody = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array> | string;
/** The fields of a form: where the API's description has a text, a file may stand. */
export type FormFields<Fields> = {
    readonly [Name in keyof Fields]: FormField<Fields[Name]>;
};
type FormField<Value> = Value | (string extends Value ? Blob : Value extends readonly string[] ? readonly Blob[] : never);
/** What `fetch` sends; said so, for only browsers have a name for it. */
type BodyToSend = NonNullable<RequestInit['body']>;
/** Turns a value into what `fetch` sends. */
export type BodyEncoder = (value: unknown) => BodyToSend;
/** JSON (RFC 8259); `0`, `false`, `''` and `null` are bodies too. */
export declare const jsonBody: BodyEncoder;
/** Text as it is. */
export declare const textBody: BodyEncoder;
/** Bytes as they are. */
export declare const binaryBody: BodyEncoder;
/** `application/x-www-form-urlencoded`: lists by repetition, objects as JSON. */
export declare const formBody: BodyEncoder;
/** `multipart/form-data`: a part for each member, lists by repetition, objects as JSON, files with their own type. */
export declare const multipartBody: BodyEncoder;
export {};
