import { isObject, ownObject, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import { methods, visitSchemas } from '../walk.ts';
import type { Rule } from './rule.ts';

/** Fixed fields in the order of the OpenAPI specification; the names that documents give keep their own order. */
const rootKeys = [
  'openapi',
  'info',
  'jsonSchemaDialect',
  'servers',
  'security',
  'tags',
  'paths',
  'webhooks',
  'components',
  'externalDocs',
];
const infoKeys = ['title', 'version', 'summary', 'description', 'termsOfService', 'contact', 'license'];
const operationKeys = [
  'operationId',
  'summary',
  'description',
  'deprecated',
  'tags',
  'externalDocs',
  'servers',
  'security',
  'parameters',
  'requestBody',
  'responses',
  'callbacks',
];
const parameterKeys = [
  'name',
  'in',
  'required',
  'description',
  'deprecated',
  'style',
  'explode',
  'allowReserved',
  'schema',
  'content',
];
const componentKeys = [
  'schemas',
  'parameters',
  'requestBodies',
  'responses',
  'headers',
  'securitySchemes',
  'examples',
  'links',
  'callbacks',
  'pathItems',
];
const schemaKeys = [
  '$ref',
  'title',
  'description',
  'deprecated',
  'readOnly',
  'writeOnly',
  'type',
  'const',
  'enum',
  'format',
  'oneOf',
  'anyOf',
  'allOf',
  'not',
  'discriminator',
  'properties',
  'required',
  'patternProperties',
  'additionalProperties',
  'propertyNames',
  'prefixItems',
  'items',
  'contains',
];
const responseKeys = ['$ref', 'description', 'headers', 'content', 'links'];
const bodyKeys = ['$ref', 'description', 'required', 'content'];

/** The order in which things are printed says nothing, so it is always the same. */
export const keyOrderRule: Rule = {
  says: 'The fixed fields of each object stand in the order of the specification, extensions last.',
  apply(document) {
    sort(document, rootKeys);
    sort(ownObject(document, 'info'), infoKeys);
    const components = ownObject(document, 'components');
    if (components && Object.keys(components).length === 0) delete document['components'];
    sort(components, componentKeys);
    for (const one of Object.values(ownObject(components, 'parameters') ?? {})) sort(one, parameterKeys);
    for (const one of Object.values(ownObject(components, 'responses') ?? {})) sort(one, responseKeys);
    for (const one of Object.values(ownObject(components, 'requestBodies') ?? {})) sort(one, bodyKeys);
    for (const item of Object.values(ownObject(document, 'paths') ?? {})) {
      sort(item, methods);
      for (const method of methods) sortOperation(ownObject(item, method));
    }
    visitSchemas(document, (schema) => sort(schema, schemaKeys));
  },
};

function sortOperation(operation: JsonObject | undefined): void {
  if (!operation) return;
  sort(operation, operationKeys);
  const parameters = operation['parameters'];
  for (const one of Array.isArray(parameters) ? parameters : []) sort(one, parameterKeys);
  sort(operation['requestBody'], bodyKeys);
  for (const one of Object.values(ownObject(operation, 'responses') ?? {})) sort(one, responseKeys);
}

/** Puts the keys of an object in order, in place: the listed ones, then others as they stood, then extensions. */
function sort(target: JsonValue | undefined, order: readonly string[]): void {
  if (!isObject(target)) return;
  const rank = (key: string): number => {
    const index = order.indexOf(key);
    return key.startsWith('x-') ? 2000 : index === -1 ? 1000 : index;
  };
  const entries = Object.entries(target);
  const sorted = entries.toSorted(([left], [right]) => rank(left) - rank(right));
  if (sorted.every(([key], index) => key === entries[index]?.[0])) return;
  for (const [key] of entries) delete target[key];
  for (const [key, value] of sorted) setOwn(target, key, value);
}
