import { trimmedEnd } from './trim.ts';

/**
 * Stands for the folder that documents are named from: their paths may climb out of it (`../common/pet.yaml`), and a URI
 * cannot climb above its root.
 */
const virtualFolder = `file:///${'_/'.repeat(64)}`;

/** The URI a document is known by among references: of a path relative to the working folder, or of a URL. */
export function documentUri(path: string): string {
  if (isWebUri(path)) return normalUri(path) ?? path;
  const encoded = path
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return normalUri(new URL(encoded, virtualFolder).href) ?? encoded;
}

/** The path of a document from its URI: the reverse of `documentUri`; undefined where the URI names no such document. */
export function uriPath(uri: string): string | undefined {
  if (!uri.startsWith('file:///')) return undefined;
  const target = segments(uri);
  const folder = segments(virtualFolder).slice(0, -1);
  let common = 0;
  while (common < folder.length && target[common] === folder[common]) common += 1;
  if (common === 0) return `/${target.join('/')}`;
  return [...folder.slice(common).map(() => '..'), ...target.slice(common)].join('/');
}

/** Whether a reference or URI is fetched by HTTP. */
export function isWebUri(uri: string): boolean {
  return /^https?:/i.test(uri);
}

/** Whether a reference is a URI of its own, so that no base changes it (RFC 3986, section 4.3). */
export function isAbsoluteUri(reference: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(reference);
}

/** A reference in its two parts: the URI, and what stands behind `#`, percent-decoded; empty where there is none. */
export function splitReference(reference: string): { readonly uri: string; readonly fragment: string } {
  const hash = reference.indexOf('#');
  if (hash === -1) return { uri: reference, fragment: '' };
  return { uri: reference.slice(0, hash), fragment: decode(reference.slice(hash + 1)) };
}

/**
 * The absolute URI, without fragment, that a reference means where `base` is the base URI (RFC 3986, section 5.2);
 * undefined where it is malformed. Also of URNs, against which only a fragment can be resolved.
 */
export function resolveUri(reference: string, base: string): string | undefined {
  const { uri } = splitReference(reference);
  if (uri === '') return base;
  try {
    return normalUri(new URL(uri, base).href);
  } catch {
    return isAbsoluteUri(uri) ? normalUri(uri) : undefined;
  }
}

/** One spelling for each URI: files without a query, segments percent-encoded in one way; no fragment. */
function normalUri(uri: string): string | undefined {
  try {
    const url = new URL(uri);
    url.hash = '';
    if (url.protocol !== 'file:') return url.href;
    // a slash behind the name of a file is a slip: what has no name cannot be read
    const path = trimmedEnd(segments(url.href).map(encodeURIComponent).join('/'), '/');
    return `file://${url.host}/${path}`;
  } catch {
    return undefined;
  }
}

/** The path of a `file:` URI, decoded, segment by segment. */
function segments(uri: string): string[] {
  return new URL(uri).pathname.slice(1).split('/').map(decode);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
