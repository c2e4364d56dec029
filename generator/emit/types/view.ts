import { isObject, own, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { escapeToken, localRefPointer, pointerTokens, resolvePointer } from '../../base/pointer.ts';
import { docComment } from '../docs.ts';
import type { Docs, Webhook } from '../../model/model.ts';
import type { OpenPlaces } from './open-places.ts';
import type { Placeholders } from './placeholders.ts';
import { partDocs, schemaDocs } from './view-docs.ts';
import { viewSchema, type ViewContext } from './view-schema.ts';

/** What is told of the model: see `specView`. */
export interface ViewParts {
  readonly open: OpenPlaces;
  readonly webhooks: readonly Webhook[];
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/**
 * What openapi-typescript is shown of a normalized spec: paths and components only, extensions and discriminators gone
 * (branches pin their constants, so plain unions narrow), every schema in the words it prints exactly (`viewSchema`),
 * texts of documents as `placeholders`, what answers may hold beyond what is listed (`open`), `webhooks` as operations. References that lead nowhere become unknown.
 */
export function specView(spec: JsonObject, placeholders: Placeholders, { open, webhooks }: ViewParts): JsonObject {
  const context: ViewContext = { spec, placeholders, hoisted: new Map(), open };
  const paths = entriesOf(context, own(spec, 'paths'), viewPathItem);
  viewFurtherOperations(context, paths);
  viewWebhooks(context, webhooks, paths);
  const components = ownObject(spec, 'components');
  const responses = entriesOf(context, own(components, 'responses'), viewResponse);
  const requestBodies = entriesOf(context, own(components, 'requestBodies'), viewBody);
  const schemas = entriesOf(context, own(components, 'schemas'), viewSchema);
  // a Map takes what is added while it is walked: hoisted parts may lead to further ones
  for (const [pointer, key] of context.hoisted) {
    schemas[placeholders.text(key)] = viewSchema(context, resolvePointer(spec, pointer));
  }
  return {
    openapi: '3.1.0',
    info: { title: '', version: '' },
    paths,
    components: { schemas, responses, requestBodies },
  };
}

type ViewPart = (context: ViewContext, part: JsonValue) => JsonObject | undefined;

function entriesOf(context: ViewContext, map: JsonValue | undefined, view: ViewPart): JsonObject {
  const result: JsonObject = {};
  if (!isObject(map)) return result;
  for (const [name, part] of Object.entries(map)) {
    const viewed = name.startsWith('x-') && map === own(context.spec, 'paths') ? undefined : view(context, part);
    if (viewed) result[context.placeholders.text(name)] = viewed;
  }
  return result;
}

function viewPathItem(context: ViewContext, part: JsonValue): JsonObject {
  const item = resolved(context, part) ?? {};
  const result: JsonObject = {};
  for (const method of methods) {
    const operation = ownObject(item, method);
    if (operation) result[method] = viewOperation(context, operation, ownArray(item, 'parameters') ?? []);
  }
  return result;
}

/** What the paths begin with that stand for operations with methods which openapi-typescript does not know. */
export const furtherPath = '=';

/**
 * Operations with further methods (OAS 3.2, section 4.9), each as the `post` of a path that is none: openapi-typescript
 * then writes the types of the operation, and the path is left out of what it wrote.
 */
function viewFurtherOperations(context: ViewContext, paths: JsonObject): void {
  let count = 0;
  for (const [path, part] of Object.entries(ownObject(context.spec, 'paths') ?? {})) {
    const item = path.startsWith('x-') ? undefined : resolved(context, part);
    for (const operation of Object.values(ownObject(item, 'x-oas-additionalOperations') ?? {})) {
      if (!isObject(operation)) continue;
      count += 1;
      paths[`${furtherPath}${count}`] = { post: viewOperation(context, operation, ownArray(item, 'parameters') ?? []) };
    }
  }
}

/** What the API sends, likewise, each by the name that the model has for it. */
function viewWebhooks(context: ViewContext, webhooks: readonly Webhook[], paths: JsonObject): void {
  webhooks.forEach(({ pointer, operationId }, index) => {
    const operation = resolvePointer(context.spec, pointer);
    if (!isObject(operation)) return;
    const item = resolvePointer(context.spec, pointer.slice(0, pointer.lastIndexOf('/')));
    const shared = ownArray(item, 'parameters') ?? [];
    paths[`${furtherPath}webhook ${index}`] = { post: viewOperation(context, { ...operation, operationId }, shared) };
  });
}

function viewOperation(context: ViewContext, operation: JsonObject, shared: readonly JsonValue[]): JsonObject {
  const operationId = ownString(operation, 'operationId');
  const body = own(operation, 'requestBody');
  // a whole query string is given where its parts would be
  const whole = (ownArray(operation, 'x-oas-querystring') ?? []).map((one) =>
    isObject(one) ? { ...one, in: 'query' } : one,
  );
  const parameters = [...shared, ...(ownArray(operation, 'parameters') ?? []), ...whole];
  return {
    ...title(context, partDocs(operation)),
    ...(operationId !== undefined && { operationId: context.placeholders.text(operationId) }),
    parameters: parameters.flatMap((parameter) => viewParameter(context, parameter) ?? []),
    ...(isObject(body) && { requestBody: viewBody(context, body) }),
    responses: entriesOf(context, own(operation, 'responses'), viewResponse),
  };
}

/** Parameters are shown in place: behind a reference openapi-typescript finds neither docs nor a `content`. */
function viewParameter(context: ViewContext, part: JsonValue): JsonObject | undefined {
  const parameter = resolved(context, part);
  const name = ownString(parameter, 'name');
  const place = ownString(parameter, 'in');
  if (!parameter || name === undefined || place === undefined) return undefined;
  const schema = parameterSchema(parameter);
  return {
    name: context.placeholders.text(name),
    in: place,
    required: own(parameter, 'required') === true,
    schema: viewSchema(context, schema),
    ...title(context, partDocs(parameter, schemaDocs(context.spec, schema))),
  };
}

function parameterSchema(parameter: JsonObject): JsonValue | undefined {
  const [media] = Object.values(ownObject(parameter, 'content') ?? {});
  return own(parameter, 'schema') ?? own(media, 'schema');
}

function viewBody(context: ViewContext, body: JsonValue): JsonObject {
  const reference = componentReference(context, body, 'requestBodies');
  if (reference) return reference;
  const found = resolved(context, body) ?? {};
  return {
    ...title(context, partDocs(found)),
    required: own(found, 'required') === true,
    content: viewContent(context, found),
  };
}

function viewResponse(context: ViewContext, response: JsonValue): JsonObject {
  const reference = componentReference(context, response, 'responses');
  if (reference) return reference;
  const found = resolved(context, response) ?? {};
  return {
    ...title(context, partDocs(found)),
    headers: entriesOf(context, own(found, 'headers'), viewHeader),
    content: viewContent(context, found),
  };
}

function viewHeader(context: ViewContext, part: JsonValue): JsonObject | undefined {
  const header = resolved(context, part);
  if (!header) return undefined;
  const schema = parameterSchema(header);
  return {
    required: own(header, 'required') === true,
    schema: viewSchema(context, schema),
    ...title(context, partDocs(header, schemaDocs(context.spec, schema))),
  };
}

function viewContent(context: ViewContext, part: JsonObject): JsonObject {
  return entriesOf(context, own(part, 'content'), (_context, media) => {
    const schema = own(media, 'schema');
    return schema === undefined ? {} : { schema: viewSchema(context, schema) };
  });
}

function componentReference(context: ViewContext, part: JsonValue, kind: string): JsonObject | undefined {
  const pointer = localRefPointer(ownString(part, '$ref') ?? '');
  if (pointer === undefined || resolvePointer(context.spec, pointer) === undefined) return undefined;
  const [first, second, key = '', ...deeper] = pointerTokens(pointer);
  if (first !== 'components' || second !== kind || deeper.length > 0) return undefined;
  return { $ref: `#/components/${kind}/${escapeToken(context.placeholders.text(key))}` };
}

/** The object that `part` is or refers to, through any number of references. */
function resolved(context: ViewContext, part: JsonValue | undefined): JsonObject | undefined {
  const seen = new Set<JsonValue>();
  let current = part;
  while (isObject(current) && typeof own(current, '$ref') === 'string') {
    if (seen.has(current)) return undefined;
    seen.add(current);
    const pointer = localRefPointer(ownString(current, '$ref') ?? '');
    current = pointer === undefined ? undefined : resolvePointer(context.spec, pointer);
  }
  return isObject(current) ? current : undefined;
}

function title(context: ViewContext, docs: Docs): { title?: string } {
  const comment = context.placeholders.comment(docComment(docs));
  return comment === undefined ? {} : { title: comment };
}
