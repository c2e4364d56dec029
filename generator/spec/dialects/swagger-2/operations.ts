import {
  isObject,
  jsonEqual,
  mapObject,
  own,
  ownString,
  stringsOf,
  type JsonObject,
  type JsonValue,
} from '../../../base/json.ts';
import { joinPointer, localRefPointer, resolvePointer } from '../../../base/pointer.ts';
import { methods } from '../../walk.ts';
import { bodyOf, formOf } from './bodies.ts';
import { mediaTypesOf, type MediaTypes, type Swagger } from './conversion.ts';
import { plainParameters, sortParameters, type SortedParameters } from './parameters.ts';
import { responseOf } from './responses.ts';
import { serversOf } from './servers.ts';

/** A Path Item Object; bodies that it describes for all its operations go into each. */
export function pathItemOf(swagger: Swagger, item: JsonObject, pointer: string): JsonObject {
  const listPointer = joinPointer(pointer, 'parameters');
  const shared = sortParameters(swagger, own(item, 'parameters'), listPointer);
  return mapObject(item, (value, key) => {
    if (key === 'parameters') return plainParameters(swagger, shared.plain, listPointer);
    if (!methods.some((method) => method === key) || !isObject(value)) return value;
    return operationOf(swagger, value, joinPointer(pointer, key), shared);
  });
}

function operationOf(swagger: Swagger, operation: JsonObject, pointer: string, shared: SortedParameters): JsonObject {
  const media = mediaTypesOf(operation, swagger.media);
  const { consumes: _c, produces: _p, schemes: _s, parameters: list, responses, ...members } = operation;
  const parametersPointer = joinPointer(pointer, 'parameters');
  const given = sortParameters(swagger, list, parametersPointer);
  const parameters = plainParameters(swagger, given.plain, parametersPointer);
  const requestBody = requestBodyOf(swagger, unite(given, shared), media, joinPointer(pointer, 'requestBody'));
  const servers = serversOf(swagger.root, stringsOf(operation['schemes']));
  const differs = Array.isArray(operation['schemes']) && !jsonEqual(servers, swagger.servers);
  return {
    ...members,
    ...(differs && servers.length > 0 && { servers }),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    ...(responses !== undefined && {
      responses: responsesOf(swagger, responses, media, joinPointer(pointer, 'responses')),
    }),
  };
}

/** What an operation's own parameters and those of its path item say of the body: the own ones win. */
function unite(given: SortedParameters, shared: SortedParameters): SortedParameters {
  if (given.body) return given;
  const names = new Set(given.form.map(({ parameter }) => ownString(parameter, 'name')));
  const inherited = shared.form.filter(({ parameter }) => !names.has(ownString(parameter, 'name')));
  const form = [...inherited, ...given.form];
  return { plain: given.plain, body: form.length > 0 ? undefined : shared.body, form };
}

/** A shared body is referred to where the operation takes the media types of the root, and else written out. */
function requestBodyOf(
  swagger: Swagger,
  { body, form }: SortedParameters,
  media: MediaTypes,
  to: string,
): JsonObject | undefined {
  if (form.length > 0) return formOf(swagger, form, media.consumes, to);
  if (!body) return undefined;
  swagger.moves.add(body.pointer, to);
  if (body.ref !== undefined && jsonEqual([...media.consumes], [...swagger.media.consumes])) return { $ref: body.ref };
  return bodyOf(swagger, structuredClone(body), media.consumes, to);
}

function responsesOf(swagger: Swagger, responses: JsonValue, media: MediaTypes, pointer: string): JsonValue {
  if (!isObject(responses)) return responses;
  return mapObject(responses, (response, status) => {
    if (!isObject(response) || status.startsWith('x-')) return response;
    const place = joinPointer(pointer, status);
    const ref = ownString(response, '$ref');
    if (ref === undefined) return responseOf(swagger, response, media.produces, { from: place, to: place });
    const home = localRefPointer(ref);
    const target = home === undefined ? undefined : resolvePointer(swagger.root, home);
    const same = jsonEqual([...media.produces], [...swagger.media.produces]);
    if (same || home === undefined || !isObject(target) || target['$ref'] !== undefined) return { $ref: ref };
    return responseOf(swagger, structuredClone(target), media.produces, { from: home, to: place });
  });
}
