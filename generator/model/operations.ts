import { isObject, own, ownArray, ownObject, ownString, type JsonValue } from '../base/json.ts';
import { joinPointer } from '../base/pointer.ts';
import type { NameScope } from '../base/name-scope.ts';
import type { Identifier } from '../base/names.ts';
import { reportUnsupported, type BuildContext } from './context.ts';
import { docsOf, docsOfPart } from './docs.ts';
import type { MediaType, NamedSchema, Operation, Origin, RequestBody, Response, Schema } from './model.ts';
import { mediaSuffix, responseName } from './names.ts';
import { buildParameters } from './parameters.ts';
import { resolvePart, type Part } from './parts.ts';
import { buildSchema } from './schemas.ts';
import { securityAlternatives } from './security.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** An operation whose function has no name yet: those are decided after all names of types. */
export type UnnamedOperation = Omit<Operation, 'name'>;

/** An operation as the spec has it. */
export interface OperationPlace {
  readonly path: string;
  readonly method: Operation['method'];
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
    return Object.entries(item.raw).flatMap(([key, raw]): OperationPlace[] => {
      const method = methods.find((name) => name === key);
      if (!method || !isObject(raw)) return [];
      const operationId = ownString(raw, 'operationId') ?? `${method} ${path}`;
      const statuses = Object.keys(ownObject(raw, 'responses') ?? {}).filter(isStatus);
      const operation = { raw, pointer: joinPointer(item.pointer, method) };
      return [{ path, method, operationId, statuses, item, operation }];
    });
  });
}

/** What an operation holds, and the schemas of its bodies, named after it. */
export interface BuiltOperation {
  readonly operation: UnnamedOperation;
  readonly schemas: readonly NamedSchema[];
}

/**
 * Builds one operation and the named schemas of its bodies; takes their names from `scope`. Gives what schemas,
 * parameters and references give, and `model/unsupported` for servers of its own.
 */
export function buildOperation(context: BuildContext, place: NamedPlace, scope: NameScope): BuiltOperation {
  const { raw, pointer } = place.operation;
  for (const part of [place.operation, place.item]) {
    if (ownArray(part.raw, 'servers')?.length) {
      reportUnsupported(
        context,
        joinPointer(part.pointer, 'servers'),
        'servers',
        'one list of servers serves the whole client',
      );
    }
  }
  const responses = responseParts(context, place.operation);
  const { typeStem } = place;
  const naming: Naming = { context, scope, schemas: [] };
  const body = requestBody(naming, place, typeStem);
  const summary = ownString(raw, 'summary') ?? ownString(place.item.raw, 'summary');
  const operation: UnnamedOperation = {
    typeStem,
    operationId: place.operationId,
    method: place.method,
    path: place.path,
    ...(summary !== undefined && { summary }),
    docs: docsOf(raw),
    tags: (ownArray(raw, 'tags') ?? []).filter((tag) => typeof tag === 'string'),
    parameters: buildParameters(context, place.path, [{ raw, pointer }, place.item]),
    ...(body && { body }),
    responses: responses.map(([status, part]) => response(naming, place, { status, part, typeStem })),
    security: securityAlternatives(own(raw, 'security') ?? own(context.spec, 'security')),
  };
  return { operation, schemas: naming.schemas };
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
  return { status, docs: docsOfPart(part.raw), content: content(naming, part, responseName(typeStem, status), origin) };
}

/** The media types of a body, JSON first, each with a named schema where the spec gives one. */
function content(naming: Naming, part: Part, name: Identifier, originOf: (mediaType: string) => Origin): MediaType[] {
  const entries = Object.entries(ownObject(part.raw, 'content') ?? {});
  const ordered = entries.toSorted(([left], [right]) => jsonRank(left) - jsonRank(right));
  let first = true;
  return ordered.map(([mediaType, media]) => {
    const raw = own(media, 'schema');
    if (raw === undefined) return { mediaType };
    // The plain name was taken together with the operation's stem.
    const given = first
      ? name
      : naming.scope.take(`${name}${mediaSuffix(mediaType)}` as Identifier, `${name} ${mediaType}`);
    first = false;
    const pointer = joinPointer(part.pointer, 'content', mediaType, 'schema');
    naming.schemas.push(namedBody(given, originOf(mediaType), buildSchema(naming.context, raw as JsonValue, pointer)));
    return { mediaType, schema: given };
  });
}

function namedBody(name: Identifier, origin: Origin, schema: Schema): NamedSchema {
  return { name, origin: schema.kind === 'reference' ? { kind: 'alias', of: schema.name } : origin, schema };
}

function jsonRank(mediaType: string): number {
  const [type = ''] = mediaType.toLowerCase().split(';');
  if (type.trim() === 'application/json') return 0;
  return type.trim().endsWith('+json') ? 1 : 2;
}
