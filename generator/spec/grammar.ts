/** What a member of an OpenAPI 3.1 description may hold. */
export type Shape =
  | { readonly kind: 'string' | 'boolean' | 'number' | 'strings' | 'any' | 'schema' }
  /** One of a few words. */
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'object'; readonly name: ObjectName }
  | { readonly kind: 'list'; readonly of: Shape }
  /** Names that the document chooses, each with one `of`. */
  | { readonly kind: 'map'; readonly of: Shape };

/** The objects of OpenAPI 3.1 (OAS 3.1.1, sections 4.8.1 to 4.8.30), the Schema Object aside. */
export type ObjectName =
  | 'root'
  | 'info'
  | 'contact'
  | 'license'
  | 'server'
  | 'serverVariable'
  | 'components'
  | 'paths'
  | 'pathItem'
  | 'operation'
  | 'externalDocs'
  | 'parameter'
  | 'querystring'
  | 'requestBody'
  | 'mediaType'
  | 'encoding'
  | 'responses'
  | 'response'
  | 'callback'
  | 'example'
  | 'link'
  | 'header'
  | 'tag'
  | 'discriminator'
  | 'xml'
  | 'securityScheme'
  | 'oauthFlows'
  | 'oauthFlow'
  | 'securityRequirement';

interface ObjectShape {
  /** Fixed fields, in the order of the specification. */
  readonly fields: Readonly<Record<string, Shape>>;
  /** What every other field holds that is no extension: the object is a map with patterned names. */
  readonly others?: Shape;
  /** Whether a Reference Object may stand in its place. */
  readonly referable?: true;
}

const string: Shape = { kind: 'string' };
const boolean: Shape = { kind: 'boolean' };
const strings: Shape = { kind: 'strings' };
const any: Shape = { kind: 'any' };
const schema: Shape = { kind: 'schema' };
const word = (...words: readonly string[]): Shape => ({ kind: 'word', words });
const list = (of: Shape): Shape => ({ kind: 'list', of });
const map = (of: Shape): Shape => ({ kind: 'map', of });
const object = (name: ObjectName): Shape => ({ kind: 'object', name });

/** What parameters and headers have in common. */
const described = {
  description: string,
  required: boolean,
  deprecated: boolean,
  allowEmptyValue: boolean,
  style: string,
  explode: boolean,
  allowReserved: boolean,
  schema,
  content: map(object('mediaType')),
  example: any,
  examples: map(object('example')),
};
const operation = object('operation');
const documented = { description: string, externalDocs: object('externalDocs') };
const flow = object('oauthFlow');

/**
 * ONE TABLE: each object of OpenAPI 3.1, its fields and what they hold. Rules and walks read it. The fields `x-oas-…` are
 * what OpenAPI 3.2 adds and 3.1 cannot say.
 */
const objects: Readonly<Record<ObjectName, ObjectShape>> = {
  root: {
    fields: {
      openapi: string,
      info: object('info'),
      jsonSchemaDialect: string,
      servers: list(object('server')),
      security: list(object('securityRequirement')),
      tags: list(object('tag')),
      paths: object('paths'),
      webhooks: map(object('pathItem')),
      components: object('components'),
      externalDocs: object('externalDocs'),
    },
  },
  info: {
    fields: {
      title: string,
      version: string,
      summary: string,
      description: string,
      termsOfService: string,
      contact: object('contact'),
      license: object('license'),
    },
  },
  contact: { fields: { name: string, url: string, email: string } },
  license: { fields: { name: string, identifier: string, url: string } },
  server: { fields: { url: string, description: string, variables: map(object('serverVariable')) } },
  serverVariable: { fields: { enum: strings, default: string, description: string } },
  components: {
    fields: {
      schemas: map(schema),
      parameters: map(object('parameter')),
      requestBodies: map(object('requestBody')),
      responses: map(object('response')),
      headers: map(object('header')),
      securitySchemes: map(object('securityScheme')),
      examples: map(object('example')),
      links: map(object('link')),
      callbacks: map(object('callback')),
      pathItems: map(object('pathItem')),
      'x-oas-mediaTypes': map(object('mediaType')),
    },
  },
  paths: { fields: {}, others: object('pathItem') },
  pathItem: {
    fields: {
      $ref: string,
      summary: string,
      description: string,
      get: operation,
      put: operation,
      post: operation,
      delete: operation,
      options: operation,
      head: operation,
      patch: operation,
      trace: operation,
      servers: list(object('server')),
      parameters: list(object('parameter')),
      'x-oas-additionalOperations': map(operation),
    },
  },
  operation: {
    fields: {
      operationId: string,
      summary: string,
      description: string,
      deprecated: boolean,
      tags: strings,
      externalDocs: object('externalDocs'),
      servers: list(object('server')),
      security: list(object('securityRequirement')),
      parameters: list(object('parameter')),
      requestBody: object('requestBody'),
      responses: object('responses'),
      callbacks: map(object('callback')),
      'x-oas-querystring': list(object('querystring')),
    },
  },
  externalDocs: { fields: { description: string, url: string } },
  parameter: {
    fields: { name: string, in: word('query', 'header', 'path', 'cookie'), ...described },
    referable: true,
  },
  /** A parameter of OpenAPI 3.2 that is the whole query string. */
  querystring: {
    fields: { name: string, in: string, ...described },
  },
  requestBody: {
    fields: { description: string, required: boolean, content: map(object('mediaType')) },
    referable: true,
  },
  mediaType: {
    fields: {
      schema,
      example: any,
      examples: map(object('example')),
      encoding: map(object('encoding')),
      'x-oas-itemSchema': schema,
    },
  },
  encoding: {
    fields: {
      contentType: string,
      headers: map(object('header')),
      style: string,
      explode: boolean,
      allowReserved: boolean,
    },
  },
  responses: { fields: {}, others: object('response') },
  response: {
    fields: {
      description: string,
      headers: map(object('header')),
      content: map(object('mediaType')),
      links: map(object('link')),
    },
    referable: true,
  },
  callback: { fields: {}, others: object('pathItem'), referable: true },
  example: {
    fields: { summary: string, description: string, value: any, externalValue: string },
    referable: true,
  },
  link: {
    fields: {
      operationRef: string,
      operationId: string,
      parameters: map(any),
      requestBody: any,
      description: string,
      server: object('server'),
    },
    referable: true,
  },
  header: { fields: described, referable: true },
  tag: { fields: { name: string, ...documented } },
  discriminator: { fields: { propertyName: string, mapping: map(string) } },
  xml: { fields: { name: string, namespace: string, prefix: string, attribute: boolean, wrapped: boolean } },
  securityScheme: {
    fields: {
      type: word('apiKey', 'http', 'mutualTLS', 'oauth2', 'openIdConnect'),
      description: string,
      name: string,
      in: word('query', 'header', 'cookie'),
      scheme: string,
      bearerFormat: string,
      flows: object('oauthFlows'),
      openIdConnectUrl: string,
    },
    referable: true,
  },
  oauthFlows: {
    fields: {
      implicit: flow,
      password: flow,
      clientCredentials: flow,
      authorizationCode: flow,
      'x-oas-deviceAuthorization': flow,
    },
  },
  oauthFlow: { fields: { authorizationUrl: string, tokenUrl: string, refreshUrl: string, scopes: map(string) } },
  securityRequirement: { fields: {}, others: strings },
};

/** The shape of the object called `name`. */
export function objectShape(name: ObjectName): ObjectShape {
  return objects[name];
}

/** What the member `key` of an object holds; undefined for an extension and for a member that OpenAPI does not know. */
export function memberShape(name: ObjectName, key: string): Shape | undefined {
  const { fields, others } = objectShape(name);
  if (Object.hasOwn(fields, key)) return fields[key];
  return key.startsWith('x-') && name !== 'securityRequirement' ? undefined : others;
}

/** What the keywords of a Schema Object hold (JSON Schema 2020-12 and the OAS 3.1 base vocabulary). */
export type KeywordShape =
  | { readonly kind: 'schema' | 'schemas' | 'schemaMap' | 'string' | 'boolean' | 'number' | 'count' | 'strings' }
  | { readonly kind: 'any' | 'list' | 'type' | 'stringsMap' | 'schemaOrBoolean' | 'flags' }
  | { readonly kind: 'object'; readonly name: ObjectName };

type KeywordKind = Exclude<KeywordShape['kind'], 'object'>;

function rows(kind: KeywordKind, names: string): [string, KeywordShape][] {
  return names.split(' ').map((name) => [name, { kind }]);
}

const keywordTable = new Map<string, KeywordShape>([
  ...rows('string', '$id $schema $ref $anchor $dynamicRef $dynamicAnchor $comment title description format pattern'),
  ...rows('string', 'contentEncoding contentMediaType'),
  ...rows('boolean', 'deprecated readOnly writeOnly uniqueItems'),
  ...rows('number', 'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf'),
  ...rows('count', 'minLength maxLength minItems maxItems minContains maxContains minProperties maxProperties'),
  ...rows('schema', 'items not if then else contains propertyNames contentSchema'),
  ...rows('schema', 'additionalProperties unevaluatedItems unevaluatedProperties'),
  ...rows('schemas', 'allOf anyOf oneOf prefixItems'),
  ...rows('schemaMap', 'properties patternProperties $defs dependentSchemas'),
  ...rows('type', 'type'),
  ...rows('list', 'enum examples'),
  ...rows('any', 'const default'),
  ...rows('strings', 'required'),
  ...rows('stringsMap', 'dependentRequired'),
  ...rows('flags', '$vocabulary'),
  ['discriminator', { kind: 'object', name: 'discriminator' }],
  ['xml', { kind: 'object', name: 'xml' }],
  ['externalDocs', { kind: 'object', name: 'externalDocs' }],
]);

/** What the keyword `name` of a schema holds; undefined for one that neither JSON Schema nor OpenAPI knows. */
export function keywordShape(name: string): KeywordShape | undefined {
  return keywordTable.get(name);
}
