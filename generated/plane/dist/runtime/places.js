import { UnsafeHeaderError, UnsafePathError } from "./errors.js";
import { own } from "./own.js";
import { noEscape, percentEncode } from "./styles.js";
/**
 * In the path. A value that is not there, empty or NaN, and one that makes a segment `.` or `..`, would name another resource
 * (RFC 3986, section 5.2.4): it ends in an UnsafePathError.
 */
export const inPath = (draft, { path }, name, encode) => {
	const value = own(path, name);
	const text = encode(name, value, percentEncode);
	draft.path = draft.path.replaceAll(`{${name}}`, () => text ?? "");
	// servers and `URL` take an encoded dot for a dot; what is no number was not meant as an id
	if (!text || Number.isNaN(value) || /(?:^|\/)(?:\.|%2e){1,2}(?:[/?#]|$)/i.test(`${text}/${draft.path}`)) {
		throw new UnsafePathError(draft.request, name, value);
	}
};
/** In the query. */
export const inQuery = (draft, { query }, name, encode, escape = percentEncode) => {
	const text = encode(name, own(query, name), escape);
	if (text !== undefined) draft.query.push(text);
};
/** In a header, as it is; a value that would end the header ends in an UnsafeHeaderError. */
export const inHeader = (draft, { header }, name, encode) => {
	const text = encode(name, own(header, name), noEscape);
	if (text === undefined) return;
	if (/[\r\n\0]/.test(text)) throw new UnsafeHeaderError(draft.request, name);
	draft.headers.set(name, text);
};
/** In the `Cookie` header, which browsers do not let a page write. */
export const inCookie = (draft, { cookie }, name, encode, escape = percentEncode) => {
	const text = encode(name, own(cookie, name), escape);
	// a cookie that is a list or object by itself is several (`form` puts `&` between them, as between parts of a query)
	if (text !== undefined) draft.cookies.push(text);
};
