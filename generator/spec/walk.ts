import { isObject, own, ownObject, ownString, type JsonObject, type JsonValue } from '../base/json.ts';
import { joinPointer, localRefPointer, resolvePointer } from '../base/pointer.ts';

/** The operation members of a Path Item Object (OAS 3.1, section 4.8.9), in the order they are printed. */
export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** Members of a schema that hold one schema. */
const singleSchemas = [
  'items',
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
] as const;
/** Members of a schema that hold a list of schemas. */
const schemaLists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const;
/** Members of a schema that hold schemas by name. */
const schemaMaps = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'] as const;

/** Called for each schema after its parts; may change it in place. */
export type SchemaVisitor = (schema: JsonObject, pointer: string) => void;

/** Visits a schema and all within it, innermost first. References are not followed. */
function visitSchema(schema: JsonValue | undefined, pointer: string, visit: SchemaVisitor): void {
  if (!isObject(schema)) return;
  for (const key of singleSchemas) visitSchema(own(schema, key), joinPointer(pointer, key), visit);
  for (const key of schemaLists) {
    const list = own(schema, key);
    if (Array.isArray(list)) list.forEach((item, index) => visitSchema(item, joinPointer(pointer, key, index), visit));
  }
  for (const key of schemaMaps) {
    for (const [name, item] of Object.entries(ownObject(schema, key) ?? {})) {
      visitSchema(item, joinPointer(pointer, key, name), visit);
    }
  }
  visit(schema, pointer);
}

/** Visits every schema of an OpenAPI description, innermost first, each once: also in headers, callbacks and webhooks. */
export function visitSchemas(document: JsonObject, visit: SchemaVisitor): void {
  walkOpenApi(document, '', visit);
}

/** Members that are data or free text, never parts of a description. */
const opaque: ReadonlySet<string> = new Set([
  'example',
  'examples',
  'default',
  'info',
  'tags',
  'externalDocs',
  'security',
  'servers',
]);

function walkOpenApi(value: JsonValue | undefined, pointer: string, visit: SchemaVisitor): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => walkOpenApi(item, joinPointer(pointer, index), visit));
    return;
  }
  if (!isObject(value)) return;
  for (const [key, member] of Object.entries(value)) {
    const place = joinPointer(pointer, key);
    if (key.startsWith('x-')) continue;
    if (key === 'schema') visitSchema(member, place, visit);
    else if (pointer === '/components' && key === 'schemas') {
      for (const [name, schema] of Object.entries(isObject(member) ? member : {}))
        visitSchema(schema, joinPointer(place, name), visit);
    } else if (!opaque.has(key) || isMap(pointer)) walkOpenApi(member, place, visit);
  }
}

/** Whether the members at this pointer are names of the user's, so that none of them is a keyword. */
function isMap(pointer: string): boolean {
  return /^\/components\/\w+$|^\/paths$|\/(?:headers|content|responses|callbacks|links|encoding)$/.test(pointer);
}

/** Follows `$ref`s inside the document to the schema they mean; undefined where one leads nowhere, out, or in a circle. */
export function resolveSchema(document: JsonObject, schema: JsonValue | undefined): JsonObject | undefined {
  let current = schema;
  for (let steps = 0; steps < 50; steps += 1) {
    if (!isObject(current)) return undefined;
    const ref = ownString(current, '$ref');
    if (ref === undefined) return current;
    const pointer = localRefPointer(ref);
    if (pointer === undefined) return undefined;
    current = resolvePointer(document, pointer);
  }
  return undefined;
}
