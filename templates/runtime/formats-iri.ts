import { isReference } from './formats-uri.js';

// IRIs of RFC 3987, for the generated validators: URIs with letters of all scripts.

/** What must not stand in an IRI, as for URIs; the ranges are `ucschar` and `iprivate` of section 2.2. */
const notInIri =
  /[^\w.~!$&'()*+,;=:@/?%\-\u{A0}-\u{D7FF}\u{E000}-\u{FDCF}\u{FDF0}-\u{FFEF}\u{10000}-\u{DFFFF}\u{E1000}-\u{10FFFF}]|\p{Noncharacter_Code_Point}|%(?![\dA-Fa-f]{2})/u;
/** What only a query may hold: `iprivate`. */
const onlyInQuery = /[\u{E000}-\u{F8FF}\u{F0000}-\u{10FFFF}]/u;

/** `iri`: with a scheme (RFC 3987, section 2.2). */
export function isIri(text: string): boolean {
  return isReference(text, true, notInIri, onlyInQuery);
}

/** `iri-reference`: an IRI, or one relative to another (RFC 3987, section 2.2). */
export function isIriReference(text: string): boolean {
  return isReference(text, false, notInIri, onlyInQuery);
}
