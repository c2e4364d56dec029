import { UnsafeHeaderError, UnsafePathError, type RequestIdentity } from './errors.ts';
import { own } from './own.ts';
import { noEscape, percentEncode, type Encoder, type Escape } from './styles.ts';

// Where parameters stand in a request (OpenAPI 3.1, section 4.8.12.1). Each place is a value of its own, so that a
// bundle holds only those in use.

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
export const inPath: Place = (draft, { path }, name, encode) => {
  const value = own(path, name);
  const text = encode(name, value, percentEncode);
  draft.path = draft.path.replaceAll(`{${name}}`, () => text ?? '');
  // servers and `URL` take an encoded dot for a dot; what is no number was not meant as an id
  if (!text || Number.isNaN(value) || /(?:^|\/)(?:\.|%2e){1,2}(?:[/?#]|$)/i.test(`${text}/${draft.path}`)) {
    throw new UnsafePathError(draft.request, name, value);
  }
};

/** In the query. */
export const inQuery: Place = (draft, { query }, name, encode, escape = percentEncode) => {
  const text = encode(name, own(query, name), escape);
  if (text !== undefined) draft.query.push(text);
};

/** In a header, as it is; a value that would end the header ends in an UnsafeHeaderError. */
export const inHeader: Place = (draft, { header }, name, encode) => {
  const text = encode(name, own(header, name), noEscape);
  if (text === undefined) return;
  if (/[\r\n\0]/.test(text)) throw new UnsafeHeaderError(draft.request, name);
  draft.headers.set(name, text);
};

/** In the `Cookie` header, which browsers do not let a page write. */
export const inCookie: Place = (draft, { cookie }, name, encode, escape = percentEncode) => {
  const text = encode(name, own(cookie, name), escape);
  // a cookie that is a list or object by itself is several (`form` puts `&` between them, as between parts of a query)
  if (text !== undefined) draft.cookies.push(text);
};
