import {
  isObject,
  mapObject,
  own,
  ownObject,
  ownString,
  setOwn,
  type JsonObject,
  type JsonValue,
} from '../../../base/json.ts';
import { joinPointer } from '../../../base/pointer.ts';
import { unstated, type Swagger } from './conversion.ts';
import { serialization, splitValue } from './values.ts';

/**
 * A Response Object of Swagger 2.0 at `from` as one of OpenAPI 3.1 at `to`: its schema stands under each media type of
 * `produces`, its examples under theirs. A file without a media type is `application/octet-stream`.
 */
export function responseOf(
  swagger: Swagger,
  response: JsonObject,
  produces: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): JsonObject {
  const { schema, examples, headers, ...members } = response;
  const shown =
    isObject(examples) && Object.keys(examples).every((key) => /^[^/\s]+\/[^/\s]/.test(key)) ? examples : {};
  const isFile = ownString(schema, 'type')?.toLowerCase() === 'file';
  const stated = produces.length > 0 ? produces : [isFile ? 'application/octet-stream' : unstated];
  const types = [...new Set([...(schema === undefined ? [] : stated), ...Object.keys(shown)])];
  swagger.moves.add(joinPointer(from, 'schema'), joinPointer(to, 'content', types[0] ?? unstated, 'schema'));
  const content: JsonObject = {};
  for (const type of types) {
    const example = own(shown, type);
    setOwn(content, type, {
      ...(schema !== undefined && { schema: structuredClone(schema) }),
      ...(example !== undefined && { example }),
      ...(produces.length === 0 && !isFile && example === undefined && { 'x-uncertain': ['no media type is stated'] }),
    });
  }
  const unplaced = examples !== undefined && shown !== examples;
  return {
    ...members,
    ...(isObject(headers) && {
      headers: headersOf(swagger, headers, joinPointer(from, 'headers'), joinPointer(to, 'headers')),
    }),
    ...(types.length > 0 && { content }),
    ...(unplaced && { 'x-examples': examples }),
  };
}

function headersOf(swagger: Swagger, headers: JsonObject, from: string, to: string): JsonObject {
  return mapObject(headers, (header, name): JsonValue => {
    if (!isObject(header)) return header;
    const [source, target] = [joinPointer(from, name), joinPointer(to, name)];
    const { schema, rest, collection } = splitValue(swagger, header, source, target);
    const { 'x-example': example, ...members } = rest;
    return {
      ...members,
      ...(collection !== undefined && serialization(swagger, collection, 'header', source)),
      ...(Object.keys(schema).length > 0 && { schema }),
      ...(example !== undefined && members['example'] === undefined && { example }),
    };
  });
}

/** The shared responses of the root, in the media types of the root. */
export function sharedResponses(swagger: Swagger): JsonObject {
  return mapObject(ownObject(swagger.root, 'responses') ?? {}, (response, name) => {
    const [from, to] = [joinPointer('/responses', name), joinPointer('/components/responses', name)];
    swagger.moves.add(from, to);
    if (!isObject(response)) return undefined;
    return typeof response['$ref'] === 'string'
      ? response
      : responseOf(swagger, response, swagger.media.produces, { from, to });
  });
}
