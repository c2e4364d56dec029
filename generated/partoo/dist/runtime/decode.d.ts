import type { JsonCodec } from "./client.js";
import { type RequestIdentity } from "./errors.js";
/** Reads the body of a response in a way of its own. */
export type BodyReader = (response: Response, json: JsonCodec, request: RequestIdentity) => unknown;
/** How a body is read: as what its status promises, or (`any`) as what its Content-Type says. */
export type BodyKind = "json" | "text" | "any" | BodyReader;
/** A file: all of it, as it came. */
export declare const readBlob: BodyReader;
/**
 * The body of a response; undefined for 204, 205, 304 and HEAD. A body promised as JSON that is none ends in a
 * DecodeError; one that nobody promised stays text.
 */
export declare function decode(request: RequestIdentity, response: Response, promised: BodyKind | undefined, json: JsonCodec): Promise<unknown>;
