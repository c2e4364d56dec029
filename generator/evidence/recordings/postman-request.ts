import type { Report } from '../../base/diagnostic.ts';
import { own, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { joinPointer } from '../../base/pointer.ts';
import { httpMethod } from '../endpoints.ts';
import type { SecurityFact } from '../evidence.ts';
import { bodyContent } from './body-text.ts';
import { dataAt, type Content, type Exchange, type Pair, type RecordedResponse } from './exchange.ts';
import { isOwnHeader, takeCredentials } from './headers.ts';
import { textOf, type Collection } from './postman-text.ts';
import { pairOf, postmanUrl, settings } from './postman-url.ts';
import { withoutSecrets } from './secrets.ts';

/** A request of a collection with what it takes over from the folders around it. */
export interface RequestItem {
  readonly item: JsonValue;
  readonly pointer: string;
  /** The authentication of the nearest folder that says one. */
  readonly auth: JsonValue | undefined;
}

/** The exchange that an item is: its request and its saved responses; undefined where it has no method or path that OpenAPI knows. */
export function postmanExchange(
  { item, pointer, auth }: RequestItem,
  collection: Collection,
  report: Report,
): Exchange | undefined {
  const request = own(item, 'request');
  const place = joinPointer(pointer, 'request');
  const method = httpMethod(ownString(request, 'method') ?? 'GET');
  const url = postmanUrl(
    typeof request === 'string' ? request : own(request, 'url'),
    joinPointer(place, 'url'),
    collection,
  );
  if (!method || /^\/*$/.test(url.path)) return undefined;
  const operation = { method, path: url.path };
  const headers = headerPairs(own(request, 'header'), joinPointer(place, 'header'), collection);
  const inHeaders = takeCredentials(headers, 'header');
  const inQuery = takeCredentials([...url.query, ...savedQuery(item, pointer, url, collection)], 'query');
  const declared = headers.find(({ name }) => /^content-type$/i.test(name))?.value;
  const body = requestBody(own(request, 'body'), joinPointer(place, 'body'), declared, collection, report);
  const stated = authOf(own(request, 'auth') ?? auth);
  const summary = ownString(item, 'name');
  const description = textOf(own(request, 'description')) ?? textOf(own(item, 'description'));
  return {
    operation,
    location: collection.locate(joinPointer(pointer, 'name')),
    ...(url.server !== undefined && { server: url.server }),
    ...(url.base !== undefined && { base: url.base }),
    ...(summary !== undefined && { summary: summary.trim() }),
    ...(description !== undefined && { description }),
    path: pathPairs(url.path, url.variables, collection, collection.locate(place)),
    query: inQuery.rest,
    headers: inHeaders.rest.filter(({ name }) => isOwnHeader(name)),
    security: withoutNone([...stated, ...inHeaders.security, ...inQuery.security]),
    ...(body && { body }),
    responses: responsesOf(item, pointer, collection, report),
  };
}

/** No authentication is only what is said where no other is shown. */
function withoutNone(facts: readonly SecurityFact[]): readonly SecurityFact[] {
  const others = facts.filter(({ type }) => type !== 'none');
  return others.length > 0 ? others : facts;
}

/** Query parameters that only the requests of saved responses send (`originalRequest`), where these go to the same path. */
function savedQuery(
  item: JsonValue,
  pointer: string,
  url: { readonly path: string; readonly query: readonly Pair[] },
  collection: Collection,
): Pair[] {
  const names = new Set(url.query.map(({ name }) => name));
  return (ownArray(item, 'response') ?? []).flatMap((response, index) => {
    const saved = own(own(response, 'originalRequest'), 'url');
    if (saved === undefined) return [];
    const place = joinPointer(pointer, 'response', index, 'originalRequest', 'url');
    const { path, query } = postmanUrl(saved, place, collection);
    return path !== url.path ? [] : query.filter(({ name }) => !names.has(name) && names.add(name).size > 0);
  });
}

/** A parameter for each placeholder of the path, with what the request says of it. */
/** The parameters of a path; a variable of the collection that fills one in tells what is sent. */
function pathPairs(
  path: string,
  variables: readonly Pair[],
  collection: Collection,
  location: Exchange['location'],
): Pair[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => {
    const value = collection.variables.get(name);
    const given = variables.find((variable) => variable.name === name);
    return given ?? { name, location, ...(value !== undefined && { value }) };
  });
}

function headerPairs(node: JsonValue | undefined, pointer: string, collection: Collection): Pair[] {
  if (Array.isArray(node)) return node.map((entry, index) => pairOf(entry, joinPointer(pointer, index), collection));
  if (typeof node !== 'string') return [];
  const location = collection.locate(pointer);
  return node.split('\n').flatMap((line): Pair[] => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim(), location }];
  });
}

function requestBody(
  body: JsonValue | undefined,
  pointer: string,
  declared: string | undefined,
  collection: Collection,
  report: Report,
): Content | undefined {
  const mode = ownString(body, 'mode');
  if (mode === undefined || own(body, 'disabled') === true) return undefined;
  const location = collection.locate(joinPointer(pointer, mode));
  const pairs = (ownArray(body, mode) ?? []).map((entry, index) =>
    pairOf(entry, joinPointer(pointer, mode, index), collection),
  );
  const named = pairs.filter(({ name }) => name !== '');
  if (mode === 'urlencoded') return { mediaType: 'application/x-www-form-urlencoded', location, pairs: named };
  if (mode === 'formdata') return { mediaType: 'multipart/form-data', location, pairs: named };
  if (mode === 'file') return { mediaType: declared ?? 'application/octet-stream', location };
  if (mode === 'graphql') return graphqlBody(ownObject(body, 'graphql') ?? {}, location);
  const text = ownString(body, 'raw') ?? '';
  if (text.trim() === '') return undefined;
  const language = ownString(own(own(body, 'options'), 'raw'), 'language');
  return hidden(bodyContent(text, declared ?? rawTypes[language ?? ''], location, report));
}

/** Media types of the languages that the editor of raw bodies offers. */
const rawTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  xml: 'application/xml',
  html: 'text/html',
  javascript: 'application/javascript',
  text: 'text/plain',
};

/** What a GraphQL request carries (GraphQL over HTTP, section 5.3). */
function graphqlBody(graphql: JsonObject, location: Content['location']): Content {
  const query = ownString(graphql, 'query') ?? '';
  const given = own(graphql, 'variables');
  let variables: JsonValue | undefined = typeof given === 'object' && given !== null ? given : undefined;
  try {
    variables ??= JSON.parse(String(given)) as JsonValue;
  } catch {
    // variables that are no JSON are left out
  }
  const value: JsonObject = { query, ...(variables !== undefined && variables !== null && { variables }) };
  return { mediaType: 'application/json', location, data: dataAt(withoutSecrets(value), location) };
}

/** The content with stand-ins for secrets. */
function hidden(content: Content): Content {
  return content.data ? { ...content, data: dataAt(withoutSecrets(content.data.value), content.location) } : content;
}

function responsesOf(item: JsonValue, pointer: string, collection: Collection, report: Report): RecordedResponse[] {
  return (ownArray(item, 'response') ?? []).flatMap((response, index): RecordedResponse[] => {
    const place = joinPointer(pointer, 'response', index);
    const code = own(response, 'code');
    if (typeof code !== 'number' || !/^[1-5]\d\d$/.test(String(code))) return [];
    const headers = headerPairs(own(response, 'header'), joinPointer(place, 'header'), collection);
    const declared =
      headers.find(({ name }) => /^content-type$/i.test(name))?.value ??
      rawTypes[ownString(response, '_postman_previewlanguage') ?? ''];
    const text = ownString(response, 'body') ?? '';
    const location = collection.locate(place);
    const content =
      text.trim() === ''
        ? undefined
        : hidden(bodyContent(text, declared, collection.locate(joinPointer(place, 'body')), report));
    const description = ownString(response, 'name')?.trim();
    return [{ status: String(code), location, ...(description && { description }), ...(content && { content }) }];
  });
}

const flows: Readonly<Record<string, string>> = {
  authorization_code: 'authorizationCode',
  authorization_code_with_pkce: 'authorizationCode',
  client_credentials: 'clientCredentials',
  implicit: 'implicit',
  password_credentials: 'password',
};

/** The authentication that an `auth` object states (Postman collection 2.1, `auth`); nothing for kinds that OpenAPI cannot say. */
function authOf(auth: JsonValue | undefined): SecurityFact[] {
  const type = ownString(auth, 'type');
  if (type === 'bearer' || type === 'jwt') return [{ type: 'http', scheme: 'bearer' }];
  if (type === 'basic') return [{ type: 'http', scheme: 'basic' }];
  if (type === 'noauth') return [{ type: 'none' }];
  if (type === 'oauth2') {
    const grant = settings(auth, 'oauth2').get('grant_type');
    const flow = typeof grant === 'string' ? flows[grant] : undefined;
    return [{ type: 'oauth2', ...(flow !== undefined && { flow }) }];
  }
  if (type !== 'apikey') return [];
  const given = settings(auth, 'apikey');
  const name = given.get('key');
  const place = given.get('in') === 'query' ? 'query' : 'header';
  return typeof name === 'string' && name !== '' && !name.includes('{{') ? [{ type: 'apiKey', in: place, name }] : [];
}
