import { type RequestIdentity } from "./errors.js";
import { type Encoder, type Escape } from "./styles.js";
/** A request in the making. */
export interface RequestDraft {
	readonly request: RequestIdentity;
	path: string;
	readonly query: string[];
	readonly headers: Headers;
	readonly cookies: string[];
}
/** Parameters by place and name. */
export interface PlacedValues {
	readonly path?: Readonly<Record<string, unknown>>;
	readonly query?: Readonly<Record<string, unknown>>;
	readonly header?: Readonly<Record<string, unknown>>;
	readonly cookie?: Readonly<Record<string, unknown>>;
}
/** Writes one parameter, if it is given. */
export type Place = (draft: RequestDraft, input: PlacedValues, name: string, encode: Encoder, escape?: Escape) => void;
/**
 * In the path. A value that is not there, empty or NaN, and one that makes a segment `.` or `..`, would name another resource
 * (RFC 3986, section 5.2.4): it ends in an UnsafePathError.
 */
export declare const inPath: Place;
/** In the query. */
export declare const inQuery: Place;
/** In a header, as it is; a value that would end the header ends in an UnsafeHeaderError. */
export declare const inHeader: Place;
/** In the `Cookie` header, which browsers do not let a page write. */
export declare const inCookie: Place;
