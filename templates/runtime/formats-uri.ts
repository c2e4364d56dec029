import { isIpv6 } from './formats-address.js';

// URIs of RFC 3986, for the generated validators.

/** What must not stand in a URI, leaving aside the brackets of an address and the sign before a fragment. */
const notInUri = /[^\w.~!$&'()*+,;=:@/?%-]|%(?![\dA-Fa-f]{2})/;

/** `uri`: with a scheme (RFC 3986, section 3). */
export function isUri(text: string): boolean {
  return isReference(text, true, notInUri);
}

/** `uri-reference`: a URI, or one relative to another (RFC 3986, section 4.1). */
export function isUriReference(text: string): boolean {
  return isReference(text, false, notInUri);
}

/**
 * Whether a text has the parts of a URI reference (RFC 3986, sections 3 and 4), `withScheme` only with one of its own.
 * `forbidden` finds a character that no part may hold, `notInPath` one that only a query may.
 */
export function isReference(text: string, withScheme: boolean, forbidden: RegExp, notInPath?: RegExp): boolean {
  const [rest, fragment] = cut(text, '#');
  const [address, query] = cut(rest, '?');
  const slash = address.indexOf('/');
  const colon = address.slice(0, slash === -1 ? undefined : slash).indexOf(':');
  // a colon before the first slash ends a scheme, or nothing
  if (colon === -1 ? withScheme : !/^[a-z][a-z\d+.-]*$/i.test(address.slice(0, colon))) return false;
  const after = address.slice(colon + 1);
  const isNetwork = after.startsWith('//');
  const [authority] = isNetwork ? cut(after.slice(2), '/') : [''];
  const path = isNetwork ? after.slice(2 + authority.length) : after;
  const host = hostOf(authority);
  if (host === undefined || forbidden.test(host) || forbidden.test(path) || forbidden.test(query)) return false;
  return !forbidden.test(fragment) && !notInPath?.test(address) && !notInPath?.test(fragment);
}

/** An authority without its address in brackets (RFC 3986, section 3.2); undefined where its parts do not stand right. */
function hostOf(authority: string): string | undefined {
  const at = authority.lastIndexOf('@');
  const user = authority.slice(0, Math.max(at, 0));
  const host = authority.slice(at + 1);
  if (user.includes('@')) return undefined;
  if (!host.startsWith('[')) {
    const [name, port] = cut(host, ':');
    return /\D/.test(port) ? undefined : `${user}@${name}`;
  }
  const [literal, port] = cut(host.slice(1), ']');
  const isFuture = /^v[\da-f]+\.[\w.~!$&'()*+,;=:-]+$/i.test(literal);
  return host.includes(']') && (isFuture || isIpv6(literal)) && /^(?::\d*)?$/.test(port) ? user : undefined;
}

/** What stands before and after the first `mark`. */
function cut(text: string, mark: string): [before: string, after: string] {
  const index = text.indexOf(mark);
  return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}
