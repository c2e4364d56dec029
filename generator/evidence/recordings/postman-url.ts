import { own, ownArray, ownObject, ownString, type JsonValue } from '../../base/json.ts';
import { joinPointer } from '../../base/pointer.ts';
import { requestUrl } from '../request-url.ts';
import type { Pair } from './exchange.ts';
import { textOf, type Collection } from './postman-text.ts';

/** The URL of a request in a collection. */
export interface PostmanUrl {
  readonly server?: string;
  /** A template; empty where the request has none. */
  readonly path: string;
  /** What of the path stands in the variable for the server: `/v1` of `{{base}}/books`. */
  readonly base?: string;
  readonly variables: readonly Pair[];
  readonly query: readonly Pair[];
}

/**
 * Reads a URL (Postman collection 2.1, `url`): a text, or an object of parts, any of which may be missing. Variables of the
 * collection are filled in where they stand for the server or a version; others in the path are parameters.
 */
export function postmanUrl(url: JsonValue | undefined, pointer: string, collection: Collection): PostmanUrl {
  const raw = typeof url === 'string' ? url : (ownString(url, 'raw') ?? '');
  const whole = requestUrl(fillIn(raw, collection));
  const parts = ownArray(url, 'path');
  const host = ownArray(url, 'host')?.map(textPart).join('.') ?? ownString(url, 'host');
  const fromParts = parts && partsUrl(host, ownString(url, 'protocol'), ownString(url, 'port'), parts, collection);
  const { origin: server, path } = fromParts ?? whole;
  const variable = /^\{\{[^{}]{1,200}\}\}/.exec(fromParts ? (host ?? '') : raw)?.[0] ?? '';
  const base = requestUrl(fillIn(variable, collection)).path.replace(/\/$/, '');
  const pairs = (ownArray(url, 'query') ?? []).map((entry, index) =>
    pairOf(entry, joinPointer(pointer, 'query', index), collection),
  );
  const location = collection.locate(pointer);
  const query = pairs.length > 0 ? pairs : whole.query.map((pair) => ({ ...pair, location }));
  const variables = (ownArray(url, 'variable') ?? []).map((entry, index) =>
    pairOf(entry, joinPointer(pointer, 'variable', index), collection),
  );
  return {
    ...(server !== undefined && !/[{}]/.test(server) && { server }),
    path: templateOf(path),
    ...(variable !== '' && base !== '' && path.startsWith(`${base}/`) && { base }),
    query: query.filter(({ name }) => name !== ''),
    variables,
  };
}

/** A name and value as collections write them, with its description; `disabled` ones are documented all the same. */
export function pairOf(entry: JsonValue, pointer: string, collection: Collection): Pair {
  const value = own(entry, 'value');
  const description = textOf(own(entry, 'description'));
  const file = own(entry, 'type') === 'file';
  return {
    name: (ownString(entry, 'key') ?? ownString(entry, 'id') ?? '').trim(),
    location: collection.locate(pointer),
    ...(value !== undefined && value !== null && typeof value !== 'object' && { value: String(value) }),
    ...(description !== undefined && { description }),
    ...(file && { file }),
  };
}

function partsUrl(
  host: string | undefined,
  protocol: string | undefined,
  port: string | undefined,
  parts: readonly JsonValue[],
  collection: Collection,
): { origin?: string; path: string } {
  const filled = fillIn(host ?? '', collection);
  const start =
    /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(filled) || filled === '' ? filled : `${protocol ?? 'https'}://${filled}`;
  const address = port !== undefined && !/:\d+/.test(start.slice(8)) && start !== '' ? `${start}:${port}` : start;
  const path = parts.map((part) => fillIn(textPart(part), collection)).join('/');
  const { origin, path: whole } = requestUrl(`${address.replace(/\/$/, '')}/${path}`);
  return { ...(origin !== undefined && { origin }), path: whole };
}

function textPart(part: JsonValue): string {
  return typeof part === 'string' || typeof part === 'number' ? String(part) : (ownString(part, 'value') ?? '');
}

/** Fills in variables whose value is an address, a host, a path or a version; all others stay. */
function fillIn(text: string, { variables }: Collection): string {
  return text.replaceAll(/\{\{([^{}]{1,200})\}\}/g, (all, name: string) => {
    const value = variables.get(name.trim());
    const isPlace =
      value !== undefined &&
      /^(?:(?:https?:)?\/\/[^\s{}]+|[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/[^\s{}]*)?|localhost(?::\d+)?|\/[^\s{}]*|v\d[\w.]*)$/i.test(
        value,
      );
    return isPlace ? value.replace(/\/$/, '') : all;
  });
}

/** `:id` and `{{id}}` of a path as `{id}`. */
function templateOf(path: string): string {
  return path
    .split('/')
    .map((segment) =>
      segment.replaceAll(/\{\{\s{0,9}\$?([\w.-]{1,100})\s{0,9}\}\}/g, '{$1}').replace(/^:([A-Za-z_][\w-]*)/, '{$1}'),
    )
    .join('/');
}

/** Variables with those filled in that stand in their values: `{{scheme}}://{{host}}`. Such as never end stay as they are. */
export function settledVariables(variables: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  let settled = variables;
  for (let depth = 0; depth < deepestVariable; depth += 1) {
    const before = settled;
    settled = new Map(
      [...before].map(([name, value]): [string, string] => {
        const filled = value.replaceAll(
          /\{\{([^{}]{1,200})\}\}/g,
          (all, other: string) => before.get(other.trim()) ?? all,
        );
        return [name, filled.length > longestValue ? value : filled];
      }),
    );
  }
  return settled;
}

/** Variables in variables deeper than this, and values longer than that, are a trap. */
const deepestVariable = 5;
const longestValue = 2000;

/** The variables that an object of a collection declares. */
export function declaredVariables(node: JsonValue | undefined): [string, string][] {
  return (ownArray(node, 'variable') ?? []).flatMap((entry): [string, string][] => {
    const key = ownString(entry, 'key') ?? ownString(entry, 'id');
    const value = own(entry, 'value');
    return key === undefined || value === undefined || value === null || typeof value === 'object'
      ? []
      : [[key, String(value)]];
  });
}

/** A member as an object, whatever the version: 2.0 has an object, 2.1 a list of keys and values. */
export function settings(node: JsonValue | undefined, key: string): ReadonlyMap<string, JsonValue> {
  const list = ownArray(node, key);
  const entries: [string, JsonValue][] = list
    ? list.flatMap((entry): [string, JsonValue][] => [[ownString(entry, 'key') ?? '', own(entry, 'value') ?? null]])
    : Object.entries(ownObject(node, key) ?? {});
  return new Map(entries);
}
