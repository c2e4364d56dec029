/** What a part of a description is: an object of the OpenAPI Specification, a schema, any other object, or data. */
export type Kind =
  | 'document'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'requestBody'
  | 'response'
  | 'header'
  | 'mediaType'
  | 'encoding'
  | 'example'
  | 'link'
  | 'callback'
  | 'securityScheme'
  | 'schema'
  | 'object'
  | 'data';

/** What stands at a place: one part of a kind, a map of names to such parts, or a list of them. */
export interface Shape {
  readonly kind: Kind;
  readonly many?: 'map' | 'list';
}

type Row = Readonly<Record<string, string>>;

const operations = 'get put post delete options head patch trace query'.split(' ');

/** Members of the objects of Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2: `map:response` is a map of names to responses. */
const rows: Readonly<Partial<Record<Kind, Row>>> = {
  document: {
    paths: 'map:pathItem',
    webhooks: 'map:pathItem',
    components: 'components',
    definitions: 'map:schema',
    parameters: 'map:parameter',
    responses: 'map:response',
    securityDefinitions: 'map:securityScheme',
  },
  components: {
    schemas: 'map:schema',
    responses: 'map:response',
    parameters: 'map:parameter',
    examples: 'map:example',
    requestBodies: 'map:requestBody',
    headers: 'map:header',
    securitySchemes: 'map:securityScheme',
    links: 'map:link',
    callbacks: 'map:callback',
    pathItems: 'map:pathItem',
    mediaTypes: 'map:mediaType',
  },
  pathItem: {
    ...Object.fromEntries(operations.map((method) => [method, 'operation'])),
    additionalOperations: 'map:operation',
    parameters: 'list:parameter',
  },
  operation: {
    parameters: 'list:parameter',
    requestBody: 'requestBody',
    responses: 'map:response',
    callbacks: 'map:callback',
    security: 'data',
  },
  parameter: { schema: 'schema', items: 'schema', content: 'map:mediaType', examples: 'map:example' },
  header: { schema: 'schema', items: 'schema', content: 'map:mediaType', examples: 'map:example' },
  requestBody: { content: 'map:mediaType' },
  response: { schema: 'schema', headers: 'map:header', content: 'map:mediaType', links: 'map:link', examples: 'data' },
  mediaType: {
    schema: 'schema',
    itemSchema: 'schema',
    examples: 'map:example',
    encoding: 'map:encoding',
    itemEncoding: 'encoding',
    prefixEncoding: 'list:encoding',
  },
  encoding: {
    headers: 'map:header',
    encoding: 'map:encoding',
    itemEncoding: 'encoding',
    prefixEncoding: 'list:encoding',
  },
  example: { value: 'data', dataValue: 'data', serializedValue: 'data' },
  link: { parameters: 'data', requestBody: 'data' },
  schema: {
    description: 'object', // a text, which some keep in a file of its own
    ...Object.fromEntries(
      `items additionalItems additionalProperties not if then else contains propertyNames unevaluatedItems
      unevaluatedProperties contentSchema`
        .split(/\s+/)
        .map((keyword) => [keyword, 'schema']),
    ),
    ...Object.fromEntries(['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((keyword) => [keyword, 'list:schema'])),
    ...Object.fromEntries(
      ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'dependencies'].map((keyword) => [
        keyword,
        'map:schema',
      ]),
    ),
  },
};

/** Members whose values are data wherever they stand, unless the row of the object says otherwise. */
const dataMembers: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum', 'const', 'security']);

const shapes = new Map<string, Shape>();

/** What the member `key` of an object of some kind is. What no row knows is data in a schema, and an object elsewhere. */
export function memberShape(kind: Kind, key: string): Shape {
  const row = rows[kind];
  const known = row !== undefined && Object.hasOwn(row, key) ? row[key] : undefined;
  if (known !== undefined) return readShape(known);
  if (kind === 'data' || key.startsWith('x-') || dataMembers.has(key)) return readShape('data');
  if (kind === 'callback') return readShape('pathItem');
  return readShape(kind === 'schema' ? 'data' : 'object');
}

function readShape(text: string): Shape {
  let shape = shapes.get(text);
  if (shape === undefined) {
    const [first, second] = text.split(':');
    const many = second === undefined ? undefined : first === 'map' ? 'map' : 'list';
    shape = { kind: (second ?? first) as Kind, ...(many !== undefined && { many }) };
    shapes.set(text, shape);
  }
  return shape;
}

/** The names under which `components` (or the root of Swagger 2.0) holds parts of a kind. */
export const componentSections: Readonly<Partial<Record<Kind, string>>> = {
  schema: 'schemas',
  parameter: 'parameters',
  response: 'responses',
  requestBody: 'requestBodies',
  header: 'headers',
  example: 'examples',
  link: 'links',
  callback: 'callbacks',
  securityScheme: 'securitySchemes',
};
