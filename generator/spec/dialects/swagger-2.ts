import { isObject, mapObject, own, ownObject, stringsOf, type JsonObject, type JsonValue } from '../../base/json.ts';
import { joinPointer } from '../../base/pointer.ts';
import type { DialectContext } from './dialect.ts';
import { dropEmptyEnums } from './empty-enums.ts';
import { createMoves, followMoves } from './moves.ts';
import { ignoreSiblings } from './reference-siblings.ts';
import { bodyOf, formOf } from './swagger-2/bodies.ts';
import { mediaTypesOf, type Swagger } from './swagger-2/conversion.ts';
import { pathItemOf } from './swagger-2/operations.ts';
import { placeOfParameter, sharedParameters } from './swagger-2/parameters.ts';
import { sharedResponses } from './swagger-2/responses.ts';
import { convertSchemas, mapDiscriminatorValues } from './swagger-2/schemas.ts';
import { securitySchemesOf } from './swagger-2/security.ts';
import { serversOf } from './swagger-2/servers.ts';

/** Members of the root that stand elsewhere in OpenAPI 3. */
const moved: ReadonlySet<string> = new Set(
  'swagger openapi host basePath schemes consumes produces paths definitions parameters responses securityDefinitions'.split(
    ' ',
  ),
);

/**
 * A Swagger 2.0 document in the shape of OpenAPI 3.1. Bodies without a stated media type are taken to be JSON and servers
 * without a scheme to speak https, both marked `x-uncertain`. Every reference leads to where its target stands then.
 * Reports `spec/inexpressible` for separators of arrays that 3.1 has no style for, `spec/malformed` for parts that break
 * Swagger 2.0 and have no reading.
 */
export function fromSwagger2(root: JsonObject, context: DialectContext): JsonObject {
  const media = mediaTypesOf(root, { consumes: [], produces: [] });
  const servers = serversOf(root, stringsOf(root['schemes']));
  const swagger: Swagger = { ...context, root, moves: createMoves(), media, servers };
  // parts of what stands elsewhere are moved before it, so that the innermost move is known when it is asked for
  const shared = sharedParameters(swagger, (placed, to) =>
    placeOfParameter(placed.parameter) === 'body'
      ? bodyOf(swagger, placed, media.consumes, to)
      : formOf(swagger, [placed], media.consumes, to),
  );
  const components: JsonObject = {
    schemas: definitionsOf(root),
    ...shared,
    responses: sharedResponses(swagger),
    securitySchemes: securitySchemesOf(root),
  };
  swagger.moves.add('/definitions', '/components/schemas');
  swagger.moves.add('/securityDefinitions', '/components/securitySchemes');
  const document: JsonObject = {
    openapi: '3.1.0',
    ...mapObject(root, (value, key) => (moved.has(key) ? undefined : value)),
    ...(servers.length > 0 && { servers }),
    paths: pathsOf(swagger),
    components: mapObject(components, (section) => (Object.keys(section ?? {}).length > 0 ? section : undefined)),
  };
  convertSchemas(document);
  followMoves(document, swagger.moves);
  mapDiscriminatorValues(document);
  ignoreSiblings(document, context);
  dropEmptyEnums(document, context);
  return document;
}

function pathsOf(swagger: Swagger): JsonValue {
  const paths = own(swagger.root, 'paths');
  if (!isObject(paths)) return paths ?? {};
  return mapObject(paths, (item, path) =>
    isObject(item) && !path.startsWith('x-') ? pathItemOf(swagger, item, joinPointer('/paths', path)) : item,
  );
}

/** The schemas of the root; what only says where the whole stands is none of them. */
function definitionsOf(root: JsonObject): JsonObject {
  return mapObject(ownObject(root, 'definitions') ?? {}, (schema, name) =>
    name === 'x-evidence' && Array.isArray(schema) ? undefined : schema,
  );
}
