import type { JsonCodec } from './client.js';
import { type RequestIdentity } from './errors.js';
/** How a body is read: as what its status promises, or (`any`) as what its Content-Type says. */
export type BodyKind = 'json' | 'text' | 'binary' | 'any';
/**
 * The body of a response; undefined for 204, 205, 304 and HEAD. A body promised as JSON that is none ends in a
 * DecodeError; one that nobody promised stays text.
 */
export declare function decode(request: RequestIdentity, response: Response, promised: BodyKind | undefined, json: JsonCodec): Promise<unknown>;
