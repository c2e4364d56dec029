import { ownString, setOwn, type JsonObject, type JsonValue } from '../../../base/json.ts';
import { unique } from '../../../base/order.ts';
import { trimmedEnd } from '../../../base/trim.ts';

/**
 * The Server Objects that `schemes`, `host` and `basePath` of Swagger 2.0 stand for. Without a host a server is relative
 * to where the document is served. Where no scheme is stated it is that of the document's own URL, which is not known:
 * `https` then, marked as uncertain. `https` comes first, since the order of schemes says nothing.
 */
export function serversOf(root: JsonObject, schemes: readonly string[]): JsonValue[] {
  const host = trimmedEnd((ownString(root, 'host') ?? '').trim(), '/');
  const base = basePath(ownString(root, 'basePath') ?? '');
  if (host === '') return base === '' ? [] : [server(base)];
  const written = /^[a-z][a-z\d+.-]*:\/\//i.test(host);
  if (written) return [server(host + base)];
  const known = unique(schemes.map((scheme) => scheme.trim().toLowerCase())).filter((one) =>
    /^(?:https?|wss?)$/.test(one),
  );
  if (known.length === 0) return [{ ...server(`https://${host}${base}`), 'x-uncertain': ['the scheme is not stated'] }];
  return known
    .toSorted((left, right) => rank(left) - rank(right))
    .map((scheme) => server(`${scheme}://${host}${base}`));
}

function rank(scheme: string): number {
  return scheme === 'https' ? 0 : 1;
}

function basePath(text: string): string {
  const path = trimmedEnd(text.trim(), '/');
  return path === '' || path.startsWith('/') ? path : `/${path}`;
}

/** Swagger 2.0 has no templates here, but people write them: each name between braces then becomes a variable. */
function server(url: string): JsonObject {
  const names = unique([...url.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? ''));
  if (names.length === 0) return { url };
  const variables: JsonObject = {};
  for (const name of names) setOwn(variables, name, { default: name, 'x-uncertain': ['no default is stated'] });
  return { url, variables };
}
