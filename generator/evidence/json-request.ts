import { isObject, own, ownObject, ownString, parsedJson, type JsonObject, type JsonValue } from '../base/json.ts';
import type { CurlOrigin, CurlRequest } from './curl.ts';
import { httpMethod } from './endpoints.ts';

/** Members of a request that is written as JSON. */
const members = new Set(['method', 'url', 'query', 'headers', 'body']);

/**
 * The request that JSON describes as a whole, as Stoplight's pages hold calls to try: method and URL, and at most its query, its
 * headers and its body. Undefined for any other. Gives no diagnostics.
 */
export function jsonRequest(text: string, { firstLine }: CurlOrigin): CurlRequest | undefined {
  const value = /^\s*\{/.test(text) ? parsedJson(text) : undefined;
  if (!isObject(value) || Object.keys(value).some((key) => !members.has(key))) return undefined;
  const method = httpMethod(ownString(value, 'method') ?? '');
  const url = ownString(value, 'url') ?? '';
  if (!method || !/^(?:https?:\/\/|\/)\S+$/.test(url)) return undefined;
  const body = bodyText(own(value, 'body'));
  const query = pairs(ownObject(value, 'query'));
  return {
    method: method.toUpperCase(),
    url: query.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${query.map(encoded).join('&')}`,
    urlLine: lineOf(text, '"url"') + firstLine,
    headers: pairs(ownObject(value, 'headers')).map(([name, shown]) => ({
      name,
      value: shown,
      line: lineOf(text, '"headers"') + firstLine,
    })),
    ...(body !== undefined && { body: { text: body, line: lineOf(text, '"body"') + firstLine } }),
    form: [],
    line: firstLine,
  };
}

type Pair = readonly [name: string, value: string];

function pairs(value: JsonObject | undefined): Pair[] {
  return Object.entries(value ?? {}).flatMap(([name, one]): Pair[] =>
    typeof one === 'object' ? [] : [[name, String(one)]],
  );
}

function encoded([name, value]: Pair): string {
  return `${name}=${encodeURIComponent(value)}`;
}

function bodyText(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : undefined;
}

/** The line (0 for the first) on which a member stands. */
function lineOf(text: string, key: string): number {
  const at = text.indexOf(key);
  return at === -1 ? 0 : text.slice(0, at).split('\n').length - 1;
}
