import type { Data } from '../base/data.ts';
import { own, ownArray, ownObject, ownString, type JsonValue } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import { compareText } from '../base/order.ts';
import { joinPointer } from '../base/pointer.ts';
import type { Page } from './page.ts';
import {
  bodyTypes,
  collectionData,
  type CollectedAnswer,
  type CollectedAuth,
  type CollectedBody,
  type CollectedPair,
  type CollectedRequest,
} from './request-collection.ts';

/** A request, a folder or a whole collection, and where its members stand. */
interface Node {
  readonly value: JsonValue;
  at(...tokens: readonly (string | number)[]): Location;
}

/** What is sent and how, whichever of the two formats says it: a member `request`, or one called after the protocol. */
const callKeys = ['http', 'graphql', 'request'] as const;

/** Deeper folders than this are a trap, not an order. */
const deepest = 50;

/**
 * A collection of the request client Bruno in one file (its export in JSON, or an OpenCollection in YAML or JSON) as the collection that
 * would say the same; undefined for any other data. Gives no diagnostics.
 */
export function brunoTreeData(data: Data): Data | undefined {
  const root = nodeOf(data);
  const items = ownArray(root.value, 'items') ?? [];
  const isOpen = ownString(root.value, 'opencollection') !== undefined;
  const isExport = items.some((item) =>
    /^(?:folder|http-request|graphql-request)$/.test(ownString(item, 'type') ?? ''),
  );
  if (!isOpen && !isExport) return undefined;
  const requests = requestsBelow(root, data, '', [callOf(root.value)], 0);
  return requests.length === 0
    ? undefined
    : collectionData(nameOf(root.value), requests, variablesOf([root]), root.at());
}

/**
 * Takes the pages of OpenCollections in folders (a file `opencollection.yml`, one file a request) together: each becomes one page, the collection
 * that would say the same, and all other pages stay. Gives no diagnostics.
 */
export function withOpenCollections(pages: readonly Page[]): Page[] {
  const roots = pages.filter(({ data }) => ownString(data?.value, 'opencollection') !== undefined);
  if (roots.length === 0) return [...pages];
  const taken = new Set<Page>();
  const made = roots.flatMap((root): Page[] => {
    if (!root.data) return [];
    const folder = folderOf(root.path);
    const own = pages.filter((page) => page.data && page.path.startsWith(folder) && !taken.has(page) && page !== root);
    const folders = own.filter(({ data }) => ownString(ownObject(data?.value, 'info'), 'type') === 'folder');
    const environments = own.filter(({ path, data }) => isEnvironment(path) && ownArray(data?.value, 'variables'));
    const requests = own.flatMap((page): CollectedRequest[] => {
      const around = folders
        .filter(({ path }) => page.path.startsWith(folderOf(path)))
        .toSorted((left, right) => right.path.length - left.path.length);
      const outer = [...around, root].map(({ data }) => callOf(data?.value));
      const found = page.data && !folders.includes(page) ? requestOf(nodeOf(page.data), outer) : undefined;
      if (found || folders.includes(page) || environments.includes(page)) taken.add(page);
      return found ? [found] : [];
    });
    if (requests.length === 0) return [];
    taken.add(root);
    const ordered = liveFirst(
      environments.toSorted((left, right) => compareText(left.path, right.path)),
      ({ data }) => data?.value,
    );
    const nodes = [root, ...folders, ...ordered].flatMap(({ data }) => (data ? [nodeOf(data)] : []));
    const data = collectionData(nameOf(root.data.value), requests, variablesOf(nodes), {
      document: root.path,
      line: 1,
    });
    return [{ ...root, data }];
  });
  return [...made, ...pages.filter((page) => !taken.has(page))];
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function isEnvironment(path: string): boolean {
  return /(?:^|\/)environments\/[^/]+$/i.test(path);
}

function nodeOf(data: Data, pointer = '', value: JsonValue = data.value): Node {
  return {
    value,
    at: (...tokens) => data.locate(joinPointer(pointer, ...tokens)),
  };
}

function nameOf(root: JsonValue): string {
  return ownString(ownObject(root, 'info'), 'name') ?? ownString(root, 'name') ?? 'API';
}

/** What a node says of the calls in it: of one, or, of a folder or collection, of all. */
function callOf(value: JsonValue | undefined): JsonValue | undefined {
  const root = own(value, 'root');
  const given = root === undefined ? callKeys.map((key) => own(value, key)) : [own(root, 'request')];
  return given.find((one) => one !== undefined);
}

function requestsBelow(
  node: Node,
  data: Data,
  pointer: string,
  around: readonly (JsonValue | undefined)[],
  depth: number,
): CollectedRequest[] {
  return (ownArray(node.value, 'items') ?? []).flatMap((value, index): CollectedRequest[] => {
    const place = joinPointer(pointer, 'items', index);
    const item = nodeOf(data, place, value);
    const request = ownArray(value, 'items') ? undefined : requestOf(item, around);
    if (request) return [request];
    return depth < deepest ? requestsBelow(item, data, place, [callOf(value), ...around], depth + 1) : [];
  });
}

/** Environments, those first that are called production. */
function liveFirst<T>(environments: readonly T[], valueOf: (one: T) => JsonValue | undefined): T[] {
  const isLive = (one: T): boolean => /^(?:prod|live)/i.test(ownString(valueOf(one), 'name') ?? '');
  return [...environments.filter(isLive), ...environments.filter((one) => !isLive(one))];
}

/** Variables of the collection, its folders and its environments, as `{{name}}` stands for them. */
function variablesOf(nodes: readonly Node[]): Map<string, string> {
  const found = new Map<string, string>();
  const add = (list: readonly JsonValue[] | undefined): void => {
    for (const one of list ?? []) {
      const name = ownString(one, 'name') ?? '';
      const value = ownString(one, 'value');
      if (name !== '' && value !== undefined && !found.has(name)) found.set(name, value);
    }
  };
  for (const { value } of nodes) {
    const call = callOf(value);
    add(ownArray(call, 'variables') ?? ownArray(own(call, 'vars'), 'req'));
    const environments = ownArray(value, 'environments') ?? ownArray(own(value, 'config'), 'environments') ?? [];
    for (const one of liveFirst(environments, (environment) => environment)) add(ownArray(one, 'variables'));
    add(ownArray(value, 'variables'));
  }
  return found;
}

function requestOf(node: Node, around: readonly (JsonValue | undefined)[]): CollectedRequest | undefined {
  const key = callKeys.find((one) => ownString(own(node.value, one), 'url') !== undefined);
  const call = key === undefined ? undefined : own(node.value, key);
  const url = ownString(call, 'url');
  if (key === undefined || url === undefined || url.trim() === '') return undefined;
  const name = ownString(ownObject(node.value, 'info'), 'name') ?? ownString(node.value, 'name') ?? '';
  const docs = [own(call, 'docs'), own(node.value, 'docs')].flatMap((one) => textOf(one) ?? [])[0];
  const pairs = (list: string): (CollectedPair & { readonly place?: string })[] =>
    (ownArray(call, list) ?? []).flatMap((one, index) => pairOf(one, node.at(key, list, index)));
  const params = pairs('params');
  const auth = [call, ...around].map((one) => own(one, 'auth')).find((one) => modeOf(one) !== 'inherit');
  const stated = authOf(auth);
  const body = bodyOf(own(call, 'body'), (...tokens) => node.at(key, 'body', ...tokens));
  const shared = around.flatMap((one) => (ownArray(one, 'headers') ?? []).flatMap((pair) => pairOf(pair, node.at())));
  return {
    name,
    method: ownString(call, 'method') ?? 'GET',
    url,
    ...(docs !== undefined && { description: docs }),
    query: params.filter(({ place }) => place !== 'path'),
    path: params.filter(({ place }) => place === 'path'),
    headers: [...pairs('headers'), ...shared],
    ...(body && { body }),
    ...(stated && { auth: stated }),
    answers: (ownArray(node.value, 'examples') ?? []).flatMap((one, index) =>
      answerOf(one, node.at('examples', index)),
    ),
    at: node.at(key, 'url'),
  };
}

/** A description: a text, or an object with it. */
function textOf(value: JsonValue | undefined): string | undefined {
  const text = typeof value === 'string' ? value : ownString(value, 'content');
  return text === undefined || text.trim() === '' ? undefined : text;
}

function pairOf(entry: JsonValue, at: Location): (CollectedPair & { readonly place?: string })[] {
  const name = ownString(entry, 'name') ?? '';
  if (name === '') return [];
  const value = ownString(entry, 'value');
  const description = textOf(own(entry, 'description'));
  const type = ownString(entry, 'type');
  return [
    {
      name,
      at,
      ...(value !== undefined && value !== '' && { value }),
      ...(description !== undefined && { description }),
      ...(type === 'file' && { file: true }),
      ...(type !== undefined && { place: type }),
    },
  ];
}

/** `inherit` where a folder around it decides. */
function modeOf(auth: JsonValue | undefined): string {
  return (typeof auth === 'string' ? auth : (ownString(auth, 'mode') ?? ownString(auth, 'type'))) ?? 'inherit';
}

function authOf(auth: JsonValue | undefined): CollectedAuth | undefined {
  const mode = modeOf(auth);
  const given = ownObject(auth, mode) ?? auth;
  if (mode === 'bearer' || mode === 'basic') return { type: mode };
  if (mode === 'none') return { type: 'noauth' };
  if (mode === 'oauth2') {
    const grantType = ownString(given, 'grantType') ?? ownString(given, 'flow');
    return { type: mode, ...(grantType !== undefined && { grantType }) };
  }
  const key = ownString(given, 'key') ?? '';
  if (mode !== 'apikey' || key === '') return undefined;
  return { type: mode, key, in: /query/i.test(ownString(given, 'placement') ?? '') ? 'query' : 'header' };
}

function bodyOf(
  body: JsonValue | undefined,
  at: (...tokens: readonly (string | number)[]) => Location,
): CollectedBody | undefined {
  const said =
    ownString(body, 'mode') ?? ownString(body, 'type') ?? (own(body, 'query') === undefined ? '' : 'graphql');
  const form = /^form-?urlencoded$/i.test(said)
    ? 'urlencoded'
    : /^multipart-?form$/i.test(said)
      ? 'formdata'
      : undefined;
  const key = ['data', said].find((one) => own(body, one) !== undefined) ?? '';
  const given = own(body, key);
  if (form) {
    const entries = ownArray(body, key) ?? [];
    return { kind: form, pairs: entries.flatMap((one, index) => pairOf(one, at(key, index))), at: at(key) };
  }
  if (said === 'graphql') {
    const source = given ?? body;
    const variables = ownString(source, 'variables');
    return { kind: 'graphql', query: ownString(source, 'query') ?? '', ...(variables && { variables }), at: at() };
  }
  if (said === 'file') return { kind: 'file', at: at() };
  const mediaType = bodyTypes.get(said);
  if (mediaType === undefined || typeof given !== 'string' || given.trim() === '') return undefined;
  return { kind: 'raw', text: given, mediaType, at: at(key) };
}

/** An answer that is kept as an example: its status, its media type and its body. */
function answerOf(example: JsonValue, at: Location): CollectedAnswer[] {
  const response = own(example, 'response');
  const status = Number(own(response, 'status'));
  if (!/^[1-5]\d\d$/.test(String(status))) return [];
  const body = own(response, 'body');
  const text = ownString(body, 'content') ?? ownString(body, 'data') ?? '';
  const declared = (ownArray(response, 'headers') ?? []).find((one) =>
    /^content-type$/i.test(ownString(one, 'name') ?? ''),
  );
  const shown = text === '' ? undefined : bodyTypes.get(ownString(body, 'type') ?? '');
  const mediaType = ownString(declared, 'value') ?? shown;
  const name = textOf(own(example, 'description')) ?? ownString(example, 'name') ?? '';
  return [{ name, status, body: text, ...(mediaType !== undefined && { mediaType }), at }];
}
