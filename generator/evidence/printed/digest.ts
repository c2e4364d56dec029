import type { Data } from '../../base/data.ts';
import {
  isObject,
  jsonEqual,
  own,
  ownArray,
  ownObject,
  ownString,
  setOwn,
  type JsonObject,
  type JsonValue,
} from '../../base/json.ts';
import { joinPointer } from '../../base/pointer.ts';
import { httpMethod } from '../endpoints.ts';
import { digestParameters } from './digest-parameters.ts';
import { digestSchema, joinedSchemas, type Digest } from './digest-schemas.ts';
import { digestSecurity } from './digest-security.ts';
import { placed, printedData, startDescription } from './printed-data.ts';

/** Whether a value is the digest of one operation that some documentation sites print instead of a slice of the description. */
export function isDigest(value: JsonValue): boolean {
  const root = own(value, 'paths');
  return ownString(root, 'path') !== undefined && httpMethod(ownString(root, 'method') ?? '') !== undefined;
}

/**
 * The description that a digest was made of, as far as it keeps it: `paths: {path, method, servers, request: {security,
 * parameters, body}, response}`, schemas as lists of alternatives whose properties stand in `allOf`, and `refIdentifier` for
 * what was a reference. A component keeps its name where all that was digested of it says the same.
 */
export function readDigest(data: Data): Data {
  const description = startDescription(data.locate('/paths'));
  const root = ownObject(data.value, 'paths') ?? {};
  const { value } = description;
  const schemas: JsonObject = { ...ownObject(ownObject(data.value, 'components'), 'schemas') };
  const digest: Digest = { data, description, schemas };
  const path = ownString(root, 'path') ?? '/';
  const servers = (ownArray(root, 'servers') ?? []).filter((server) => ownString(server, 'url') !== undefined);
  if (servers.length > 0) value['servers'] = servers;
  const { requirements, schemes } = digestSecurity(ownArray(ownObject(root, 'request'), 'security') ?? []);
  const operation = placed(description, operationOf(root, digest, requirements), data.locate('/paths'));
  setOwn(value['paths'] as JsonObject, path, { [httpMethod(ownString(root, 'method') ?? '') ?? 'get']: operation });
  const components = {
    ...ownObject(data.value, 'components'),
    ...(Object.keys(schemas).length > 0 && { schemas }),
    ...(Object.keys(schemes).length > 0 && { securitySchemes: schemes }),
  };
  for (const name of Object.keys(schemas)) placeComponent(digest, name);
  if (Object.keys(components).length > 0) value['components'] = components;
  return printedData(description);
}

function placeComponent({ data, description, schemas }: Digest, name: string): void {
  const schema = own(schemas, name);
  const pointer = joinPointer('/components/schemas', name);
  const isPrinted = own(ownObject(ownObject(data.value, 'components'), 'schemas'), name) !== undefined;
  if (isObject(schema) && isPrinted) placed(description, schema, data.locate(pointer));
}

function operationOf(root: JsonObject, digest: Digest, requirements: readonly JsonObject[]): JsonObject {
  const request = ownObject(root, 'request');
  const operation: JsonObject = {};
  for (const key of ['operationId', 'summary', 'description', 'tags']) {
    const text = own(root, key);
    if (text !== undefined) operation[key] = text;
  }
  if (root['deprecated'] === true) operation['deprecated'] = true;
  if (requirements.length > 0 || ownArray(request, 'security')?.length === 0) operation['security'] = [...requirements];
  const parameters = digestParameters(ownObject(request, 'parameters') ?? {}, digest);
  if (parameters.length > 0) operation['parameters'] = parameters;
  const body = ownObject(request, 'body') ?? {};
  const content = contentOf(body, '/paths/request/body', digest);
  if (Object.keys(content).length > 0) {
    const isRequired = Object.values(body).some((media) => (ownArray(media, 'schemaArray') ?? []).some(requires));
    operation['requestBody'] = { ...(isRequired && { required: true }), content };
  }
  operation['responses'] = responsesOf(ownObject(root, 'response') ?? {}, digest);
  return operation;
}

function requires(schema: JsonValue): boolean {
  return own(schema, 'required') === true;
}

/** What stands in place of a media type where there is no body. */
const noBody = /\bplaceholder$/;

function contentOf(body: JsonObject, pointer: string, digest: Digest): JsonObject {
  const content: JsonObject = {};
  for (const [type, media] of Object.entries(body)) {
    const list = ownArray(media, 'schemaArray');
    if (!list || noBody.test(type)) continue;
    const at = joinPointer(pointer, type, 'schemaArray');
    const schemas = list.map((one, index) => digestSchema(one, joinPointer(at, index), digest));
    const examples = statedExamples(ownObject(media, 'examples') ?? {});
    setOwn(content, type, { schema: joinedSchemas(schemas), ...(examples && { examples }) });
  }
  return content;
}

/** The one called `example` is made up by the site where it is full of placeholders; others are the description's own. */
function statedExamples(examples: JsonObject): JsonObject | undefined {
  const isMade = jsonEqual(Object.keys(examples), ['example']) && /"<[a-z]+>"/.test(JSON.stringify(examples));
  const stated = Object.entries(examples).filter(([, one]) => isObject(one) && own(one, 'value') !== undefined);
  return isMade || stated.length === 0 ? undefined : Object.fromEntries(stated);
}

function responsesOf(responses: JsonObject, digest: Digest): JsonObject {
  const found: JsonObject = {};
  for (const [status, media] of Object.entries(responses)) {
    if (!isObject(media)) continue;
    const texts = Object.values(media).map((one) => ownString(one, 'description') ?? '');
    const content = contentOf(media, joinPointer('/paths/response', status), digest);
    const response = {
      description: texts.find((text) => text !== '') ?? '',
      ...(Object.keys(content).length > 0 && { content }),
    };
    const location = digest.data.locate(joinPointer('/paths/response', status));
    setOwn(found, status, placed(digest.description, response, location));
  }
  return found;
}
