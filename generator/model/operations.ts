import { isObject, own, ownArray, ownObject, ownString, type JsonValue } from '../base/json.ts';
import { joinPointer } from '../base/pointer.ts';
import type { NameScope } from '../base/name-scope.ts';
import { derivedName, type Identifier } from '../base/names.ts';
import type { BuildContext } from './context.ts';
import { buildBodyParts, isOctetBody } from './body-parts.ts';
import { reportAt } from './context.ts';
import { docsOf, docsOfPart } from './docs.ts';
import type { MediaType, NamedSchema, Operation, Origin, RequestBody, Response, Schema } from './model.ts';
import { mediaSuffix, responseName } from './names.ts';
import { buildParameters } from './parameters.ts';
import { paginationOf } from './pagination.ts';
import { resolvePart, type Part } from './parts.ts';
import { buildResponseHeaders } from './response-headers.ts';
import { buildSchema } from './schemas.ts';
import { securityAlternatives } from './security.ts';
import { operationServers, type ApiServers } from './servers.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** An operation whose function has no name yet: those are decided after all names of types. */
export type UnnamedOperation = Omit<Operation, 'name'>;

/** An operation as the spec has it. */
export interface OperationPlace {
  readonly path: string;
  readonly method: string;
  readonly operationId: string;
  /** The keys of its responses that are statuses. */
  readonly statuses: readonly string[];
  readonly item: Part;
  readonly operation: Part;
}

/** An operation of which it is decided what the names of its types begin with. */
export type NamedPlace = OperationPlace & { readonly typeStem: Identifier };

/** Every operation of the spec in document order; one without `operationId` is called by its method and path. */
export function listOperations(context: BuildContext): OperationPlace[] {
  const paths = ownObject(context.spec, 'paths') ?? {};
  return Object.entries(paths).flatMap(([path, value]) => {
    const item = path.startsWith('/') ? resolvePart(context, value, joinPointer('/paths', path)) : undefined;
    if (!item) return [];
    return methodsOf(item).map(({ method, operation }): OperationPlace => {
      const operationId = ownString(operation.raw, 'operationId') ?? `${method} ${path}`;
      const statuses = Object.keys(ownObject(operation.raw, 'responses') ?? {}).filter(isStatus);
      return { path, method, operationId, statuses, item, operation };
    });
  });
}

/** The operations of a path item by the methods they are sent with; the further ones are those of OAS 3.2. */
export function methodsOf(item: Part): { readonly method: string; readonly operation: Part }[] {
  const plain = Object.entries(item.raw).flatMap(([key, raw]) => {
    const method = methods.find((name) => name === key);
    return method && isObject(raw)
      ? [{ method: method.toUpperCase(), operation: { raw, pointer: joinPointer(item.pointer, method) } }]
      : [];
  });
  const key = 'x-oas-additionalOperations';
  const further = Object.entries(ownObject(item.raw, key) ?? {}).flatMap(([method, raw]) =>
    // a method is a token (RFC 9110, section 9.1)
    isObject(raw) && /^[!#$%&'*+.^_`|~\w-]+$/.test(method)
      ? [{ method, operation: { raw, pointer: joinPointer(item.pointer, key, method) } }]
      : [],
  );
  return [...plain, ...further];
}

/** What an operation holds, and the schemas of its bodies, named after it. */
export interface BuiltOperation {
  readonly operation: UnnamedOperation;
  readonly schemas: readonly NamedSchema[];
}

/**
 * Builds one operation and the named schemas of its bodies; takes their names from `scope`. Gives what schemas,
 * parameters, references and servers (`api` are those of the API) give.
 */
export function buildOperation(
  context: BuildContext,
  place: NamedPlace,
  scope: NameScope,
  api: ApiServers,
): BuiltOperation {
  const { raw, pointer } = place.operation;
  const responses = responseParts(context, place.operation);
  const { typeStem } = place;
  const docs = docsOf(raw);
  const naming: Naming = { context, scope, schemas: [] };
  const body = requestBody(naming, place, typeStem);
  const unsentBody = body !== undefined && cannotHaveBody.has(place.method);
  reportUnsendable(context, place, unsentBody);
  const summary = ownString(raw, 'summary') ?? ownString(place.item.raw, 'summary');
  const parameters = buildParameters(context, place.path, [{ raw, pointer }, place.item]);
  const answers = responses.map(([status, part]) => response(naming, place, { status, part, typeStem }));
  const servers = operationServers(context, api, [place.operation, place.item]);
  const pagination = paginationOf(context, place.operation, { method: place.method, parameters, responses: answers });
  const operation: UnnamedOperation = {
    typeStem,
    operationId: place.operationId,
    method: place.method,
    path: place.path,
    ...(summary !== undefined && { summary }),
    docs: { ...docs, uncertain: docs.uncertain.filter((text) => text !== derivedName) },
    tags: (ownArray(raw, 'tags') ?? []).filter((tag) => typeof tag === 'string'),
    parameters,
    ...(body && !unsentBody && { body }),
    ...(unsentBody && { unsentBody }),
    responses: answers,
    ...(pagination && { pagination }),
    ...(servers.length > 0 && { servers }),
    security: securityAlternatives(own(raw, 'security') ?? own(context.spec, 'security')),
  };
  return { operation, schemas: naming.schemas };
}

/** `fetch` throws where a request with one of these has a body (Fetch, section 5.4). */
const cannotHaveBody: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** `fetch` throws where a request is to be sent with one of these (Fetch, section 2.2.1). */
const forbiddenMethods: ReadonlySet<string> = new Set(['TRACE', 'TRACK', 'CONNECT']);

function reportUnsendable(context: BuildContext, { method, path, operation }: OperationPlace, unsentBody: boolean) {
  const report = (pointer: string, what: string, outcome: string): void =>
    reportAt(context, 'model/unsendable', pointer, { what, outcome });
  if (unsentBody) {
    report(joinPointer(operation.pointer, 'requestBody'), `the body of ${method} ${path}`, 'the function takes none');
  }
  if (forbiddenMethods.has(method.toUpperCase()))
    report(operation.pointer, `${method} ${path}`, 'calls fail unless the client is given another fetch');
}

interface Naming {
  readonly context: BuildContext;
  readonly scope: NameScope;
  /** Filled as names are given. */
  readonly schemas: NamedSchema[];
}

function isStatus(key: string): boolean {
  return /^(?:[1-5](?:\d\d|XX)|default)$/i.test(key);
}

/** The responses by status; of `4xx` and `4XX`, which mean the same, the first. */
function responseParts(context: BuildContext, { raw, pointer }: Part): [string, Part][] {
  const found = new Map<string, [string, Part]>();
  for (const [status, value] of Object.entries(ownObject(raw, 'responses') ?? {})) {
    if (!isStatus(status) || found.has(status.toUpperCase())) continue;
    const part = resolvePart(context, value, joinPointer(pointer, 'responses', status));
    if (part) found.set(status.toUpperCase(), [status, part]);
  }
  return [...found.values()];
}

function requestBody(naming: Naming, place: OperationPlace, typeStem: Identifier): RequestBody | undefined {
  const { raw, pointer } = place.operation;
  const part = resolvePart(naming.context, own(raw, 'requestBody'), joinPointer(pointer, 'requestBody'));
  if (!part) return undefined;
  const required = own(part.raw, 'required') === true;
  const origin = (mediaType: string): Origin => ({ kind: 'body', operationId: place.operationId, mediaType, required });
  return {
    required,
    docs: docsOfPart(part.raw),
    content: content(naming, part, `${typeStem}Body` as Identifier, origin),
  };
}

function response(
  naming: Naming,
  { operationId }: OperationPlace,
  { status, part, typeStem }: { status: string; part: Part; typeStem: Identifier },
): Response {
  const origin = (mediaType: string): Origin => ({ kind: 'response', operationId, status, mediaType });
  return {
    status,
    docs: docsOfPart(part.raw),
    headers: buildResponseHeaders(naming.context, part),
    content: content(naming, part, responseName(typeStem, status), origin),
  };
}

/** The media types of a body, JSON first, each with a named schema where the spec gives one. */
function content(naming: Naming, part: Part, name: Identifier, originOf: (mediaType: string) => Origin): MediaType[] {
  const entries = Object.entries(ownObject(part.raw, 'content') ?? {});
  const ordered = entries.toSorted(([left], [right]) => jsonRank(left) - jsonRank(right));
  let first = true;
  return ordered.map(([mediaType, media]) => {
    const raw = own(media, 'schema');
    const parts = isObject(media) ? buildBodyParts(naming.context, mediaType, media) : [];
    const isFile = isObject(media) && isOctetBody(naming.context, media);
    const events = eventsOf(media);
    const known = {
      mediaType,
      ...(isFile && { isFile }),
      ...(events && { events }),
      ...itemsOf(media),
      ...(parts.length > 0 && { parts }),
    };
    if (raw === undefined) return known;
    // The plain name was taken together with the operation's stem.
    const given = first
      ? name
      : naming.scope.take(`${name}${mediaSuffix(mediaType)}` as Identifier, `${name} ${mediaType}`);
    first = false;
    const pointer = joinPointer(part.pointer, 'content', mediaType, 'schema');
    naming.schemas.push(namedBody(given, originOf(mediaType), buildSchema(naming.context, raw as JsonValue, pointer)));
    return { ...known, schema: given };
  });
}

/** What `generator/spec/stream-items.ts` has found out about what a request carries. */
function itemsOf(media: JsonValue | undefined): Pick<MediaType, 'hasItems' | 'itemType'> {
  if (own(media, 'x-items') !== true) return {};
  const type = ownString(own(media, 'x-oas-itemEncoding'), 'contentType')?.split(',')[0]?.trim() ?? '';
  return { hasItems: true, ...(type !== '' && !type.includes('*') && { itemType: type }) };
}

/** What `generator/spec/stream-items.ts` has found out about a stream of events. */
function eventsOf(media: JsonValue | undefined): MediaType['events'] {
  const data = ownString(media, 'x-event-data');
  if (data !== 'text' && data !== 'json' && data !== 'any') return undefined;
  const end = ownString(media, 'x-event-end');
  return { data, ...(end !== undefined && { end }) };
}

function namedBody(name: Identifier, origin: Origin, schema: Schema): NamedSchema {
  return { name, origin: schema.kind === 'reference' ? { kind: 'alias', of: schema.name } : origin, schema };
}

function jsonRank(mediaType: string): number {
  const [type = ''] = mediaType.toLowerCase().split(';');
  if (type.trim() === 'application/json') return 0;
  return type.trim().endsWith('+json') ? 1 : 2;
}
