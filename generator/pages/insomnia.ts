import { looksLikeOpenApi, type Data } from '../base/data.ts';
import { own, ownArray, ownObject, ownString, type JsonValue } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import { joinPointer } from '../base/pointer.ts';
import {
  collectionData,
  type CollectedAuth,
  type CollectedBody,
  type CollectedPair,
  type CollectedRequest,
} from './request-collection.ts';

interface Found {
  readonly node: JsonValue;
  readonly pointer: string;
  /** The authentication of the folders around it, the nearest first. */
  readonly auth: readonly JsonValue[];
}

/**
 * An export of the request client Insomnia (format 4: a list of resources; 5: a tree) as the collection that would say the same, or the
 * description that a design document of it holds; undefined for any other data. Gives no diagnostics.
 */
export function insomniaData(data: Data): Data | undefined {
  const root = data.value;
  const type = ownString(root, 'type') ?? '';
  const isTree = /^(?:collection|spec)\.insomnia\.rest\//.test(type);
  const resources = ownString(root, '_type') === 'export' ? ownArray(root, 'resources') : undefined;
  if (!isTree && !resources) return undefined;
  const contents = ownObject(ownObject(root, 'spec'), 'contents');
  if (isTree && contents && looksLikeOpenApi(contents))
    return { value: contents, locate: (pointer) => data.locate(`/spec/contents${pointer}`) };
  const found = resources ? fromResources(resources) : fromTree(root, '', []);
  const variables = new Map<string, string>();
  const stated = resources
    ? resources.filter((one) => ownString(one, '_type') === 'environment').map((one) => own(one, 'data'))
    : [
        own(own(root, 'environments'), 'data'),
        ...(ownArray(own(root, 'environments'), 'subEnvironments') ?? []).map((one) => own(one, 'data')),
      ];
  for (const values of stated) addVariables(values, '', variables);
  const workspace = resources?.find((one) => ownString(one, '_type') === 'workspace');
  const title = ownString(workspace ?? root, 'name') ?? 'API';
  const requests = found.flatMap((one) => requestOf(one, data) ?? []);
  return collectionData(title, requests, variables, data.locate(''));
}

/** Deeper folders than this are a trap, not an order. */
const deepest = 50;

function fromTree(node: JsonValue, pointer: string, auth: readonly JsonValue[], depth = 0): Found[] {
  const key = depth === 0 ? 'collection' : 'children';
  return (ownArray(node, key) ?? []).flatMap((child, index): Found[] => {
    const place = joinPointer(pointer, key, index);
    const given = own(child, 'authentication');
    if (ownString(child, 'url') !== undefined) return [{ node: child, pointer: place, auth }];
    const around = given === undefined ? auth : [given, ...auth];
    return depth < deepest && ownArray(child, 'children') ? fromTree(child, place, around, depth + 1) : [];
  });
}

function fromResources(resources: readonly JsonValue[]): Found[] {
  const byId = new Map(resources.map((one) => [ownString(one, '_id') ?? '', one]));
  return resources.flatMap((node, index): Found[] => {
    if (ownString(node, '_type') !== 'request') return [];
    const auth: JsonValue[] = [];
    let parent = byId.get(ownString(node, 'parentId') ?? '');
    for (let depth = 0; parent && depth < deepest; depth += 1) {
      const given = own(parent, 'authentication');
      if (given !== undefined) auth.push(given);
      parent = byId.get(ownString(parent, 'parentId') ?? '');
    }
    return [{ node, pointer: joinPointer('', 'resources', index), auth }];
  });
}

function addVariables(values: JsonValue | undefined, prefix: string, found: Map<string, string>): void {
  if (typeof values !== 'object' || values === null || Array.isArray(values) || prefix.length > 200) return;
  for (const [key, value] of Object.entries(values)) {
    const name = `${prefix}${key}`;
    if (typeof value === 'string' || typeof value === 'number') {
      if (!found.has(name)) found.set(name, withVariables(String(value)));
    } else addVariables(value, `${name}.`, found);
  }
}

/** `{{ _.base }}` and `{{ base }}` as collections of others write them: `{{base}}`. */
function withVariables(text: string): string {
  return text.replaceAll(/\{\{\s{0,9}(?:_\.)?([\w.-]{1,100})\s{0,9}\}\}/g, '{{$1}}');
}

function requestOf({ node, pointer, auth }: Found, data: Data): CollectedRequest | undefined {
  const url = ownString(node, 'url');
  if (url === undefined || url.trim() === '') return undefined;
  const at = (...tokens: readonly (string | number)[]): Location => data.locate(joinPointer(pointer, ...tokens));
  const pairs = (key: string): CollectedPair[] =>
    (ownArray(node, key) ?? []).flatMap((one, index) => pairOf(one, at(key, index)));
  const description = ownString(node, 'description') ?? ownString(own(node, 'meta'), 'description');
  const stated = [own(node, 'authentication'), ...auth].flatMap((one) => authOf(one) ?? [])[0];
  const body = bodyOf(own(node, 'body'), at);
  return {
    name: ownString(node, 'name') ?? '',
    method: ownString(node, 'method') ?? 'GET',
    url: withVariables(url),
    ...(description !== undefined && description !== '' && { description }),
    query: pairs('parameters'),
    path: pairs('pathParameters'),
    headers: pairs('headers'),
    ...(body && { body }),
    ...(stated && { auth: stated }),
    at: at('name'),
  };
}

function pairOf(entry: JsonValue, at: Location): CollectedPair[] {
  const name = ownString(entry, 'name') ?? '';
  if (name === '') return [];
  const value = ownString(entry, 'value');
  const description = ownString(entry, 'description');
  return [
    {
      name,
      at,
      ...(value !== undefined && { value: withVariables(value) }),
      ...(description !== undefined && description !== '' && { description }),
      ...(ownString(entry, 'type') === 'file' && { file: true }),
    },
  ];
}

function bodyOf(
  body: JsonValue | undefined,
  at: (...tokens: readonly (string | number)[]) => Location,
): CollectedBody | undefined {
  const mediaType = ownString(body, 'mimeType');
  const text = ownString(body, 'text');
  const params = (ownArray(body, 'params') ?? []).flatMap((one, index) => pairOf(one, at('body', 'params', index)));
  const place = at('body', text === undefined ? 'params' : 'text');
  if (mediaType === 'multipart/form-data') return { kind: 'formdata', pairs: params, at: place };
  if (mediaType === 'application/x-www-form-urlencoded') return { kind: 'urlencoded', pairs: params, at: place };
  if (text !== undefined && text.trim() !== '') {
    const declared = mediaType === 'application/graphql' ? 'application/json' : mediaType;
    return {
      kind: 'raw',
      text: withVariables(text),
      ...(declared !== undefined && { mediaType: declared }),
      at: place,
    };
  }
  return ownString(body, 'fileName') === undefined
    ? undefined
    : { kind: 'file', ...(mediaType !== undefined && { mediaType }), at: place };
}

/** What an `authentication` states; undefined where it states nothing, and the folder around it counts. */
function authOf(auth: JsonValue | undefined): CollectedAuth | undefined {
  const type = ownString(auth, 'type');
  if (type === undefined || own(auth, 'disabled') === true) return undefined;
  if (type === 'bearer' || type === 'basic') return { type };
  if (type === 'none') return { type: 'noauth' };
  if (type === 'oauth2') {
    const grantType = ownString(auth, 'grantType');
    return { type, ...(grantType !== undefined && { grantType }) };
  }
  const key = ownString(auth, 'key') ?? '';
  if (type !== 'apikey' || key === '') return undefined;
  return { type, key, in: /query/i.test(ownString(auth, 'addTo') ?? '') ? 'query' : 'header' };
}
