import type { Data } from '../base/data.ts';
import type { JsonObject, JsonValue } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import { joinPointer, pointerTokens } from '../base/pointer.ts';

/** A name with a value, as a file of a request client writes it. */
export interface CollectedPair {
  readonly name: string;
  readonly value?: string;
  readonly description?: string;
  /** The part of a form is a file. */
  readonly file?: boolean;
  readonly at: Location;
}

/** What a request carries. */
export type CollectedBody =
  | { readonly kind: 'raw'; readonly text: string; readonly mediaType?: string; readonly at: Location }
  | { readonly kind: 'urlencoded' | 'formdata'; readonly pairs: readonly CollectedPair[]; readonly at: Location }
  | { readonly kind: 'graphql'; readonly query: string; readonly variables?: string; readonly at: Location }
  | { readonly kind: 'file'; readonly mediaType?: string; readonly at: Location };

/** How a request lets itself in. */
export type CollectedAuth =
  | { readonly type: 'bearer' | 'basic' | 'noauth' }
  | { readonly type: 'apikey'; readonly key: string; readonly in: string }
  | { readonly type: 'oauth2'; readonly grantType?: string };

/** The media types of bodies that a request client calls by a word. */
export const bodyTypes: ReadonlyMap<string, string> = new Map([
  ['json', 'application/json'],
  ['xml', 'application/xml'],
  ['text', 'text/plain'],
  ['sparql', 'application/sparql-query'],
]);

/** An answer that was kept with its request. */
export interface CollectedAnswer {
  readonly name: string;
  readonly status: number;
  readonly body: string;
  readonly mediaType?: string;
  readonly at: Location;
}

/** A request of a client's collection, with what the folders around it say of it. */
export interface CollectedRequest {
  readonly name: string;
  readonly method: string;
  readonly url: string;
  readonly description?: string;
  readonly query: readonly CollectedPair[];
  readonly path: readonly CollectedPair[];
  readonly headers: readonly CollectedPair[];
  readonly body?: CollectedBody;
  readonly auth?: CollectedAuth;
  readonly answers?: readonly CollectedAnswer[];
  readonly at: Location;
}

/**
 * Requests of any client as the collection that would say the same in the form of Postman (2.1), each part with the place it was
 * taken from. Gives no diagnostics.
 */
export function collectionData(
  title: string,
  requests: readonly CollectedRequest[],
  variables: ReadonlyMap<string, string>,
  root: Location,
): Data {
  const places = new Map<string, Location>();
  const item = requests.map((request, index) => itemOf(request, joinPointer('', 'item', index), places));
  const variable = [...variables].map(([key, value]) => ({ key, value }));
  return {
    value: { info: { name: title }, variable, item },
    locate(pointer) {
      const tokens = pointerTokens(pointer);
      for (let depth = tokens.length; depth > 0; depth -= 1) {
        const found = places.get(joinPointer('', ...tokens.slice(0, depth)));
        if (found) return found;
      }
      return root;
    },
  };
}

function itemOf(one: CollectedRequest, pointer: string, places: Map<string, Location>): JsonObject {
  places.set(pointer, one.at);
  const request = joinPointer(pointer, 'request');
  const pairs = (list: readonly CollectedPair[], ...tokens: readonly string[]): JsonValue[] => {
    return list.map(({ name, value, description, file, at }, index) => {
      places.set(joinPointer(request, ...tokens, index), at);
      return {
        key: name,
        ...(value !== undefined && { value }),
        ...(description !== undefined && { description }),
        ...(file && { type: 'file' }),
      };
    });
  };
  const response = (one.answers ?? []).map(({ name, status, body, mediaType, at }, index): JsonValue => {
    places.set(joinPointer(pointer, 'response', index), at);
    const header = mediaType === undefined ? [] : [{ key: 'Content-Type', value: mediaType }];
    return { name, code: status, body, header };
  });
  if (one.body) places.set(joinPointer(request, 'body'), one.body.at);
  return {
    name: one.name,
    request: {
      method: one.method.toUpperCase(),
      url: { raw: one.url, query: pairs(one.query, 'url', 'query'), variable: pairs(one.path, 'url', 'variable') },
      header: [...pairs(one.headers, 'header'), ...declaredType(one)],
      ...(one.description !== undefined && { description: one.description }),
      ...(one.body && { body: bodyOf(one.body, pairs) }),
      ...(one.auth && { auth: authOf(one.auth) }),
    },
    response,
  };
}

/** The media type of a body as the header that would be sent, where no header says it. */
function declaredType({ headers, body }: CollectedRequest): JsonValue[] {
  const isStated = headers.some(({ name }) => /^content-type$/i.test(name));
  if (isStated || !body || !('mediaType' in body) || body.mediaType === undefined) return [];
  return [{ key: 'Content-Type', value: body.mediaType }];
}

function bodyOf(
  body: CollectedBody,
  pairs: (list: readonly CollectedPair[], ...tokens: readonly string[]) => JsonValue[],
): JsonObject {
  switch (body.kind) {
    case 'raw':
      return { mode: 'raw', raw: body.text };
    case 'graphql': {
      const { query, variables } = body;
      return { mode: 'graphql', graphql: { query, ...(variables !== undefined && { variables }) } };
    }
    case 'file':
      return { mode: 'file', file: {} };
    default:
      return { mode: body.kind, [body.kind]: pairs(body.pairs, 'body', body.kind) };
  }
}

function authOf(auth: CollectedAuth): JsonObject {
  if (auth.type === 'apikey') {
    const apikey = [
      { key: 'key', value: auth.key },
      { key: 'in', value: auth.in },
    ];
    return { type: 'apikey', apikey };
  }
  if (auth.type !== 'oauth2') return { type: auth.type };
  return { type: 'oauth2', oauth2: auth.grantType === undefined ? [] : [{ key: 'grant_type', value: auth.grantType }] };
}
