import { describe, expect, test } from 'vitest';
import { isDataFailure, parseData } from '../generator/base/data.ts';
import { createReport, diagnosticText } from '../generator/base/diagnostic.ts';
import { isObject, type JsonObject, type JsonValue } from '../generator/base/json.ts';
import { resolvePointer } from '../generator/base/pointer.ts';
import { toOpenApi31 } from '../generator/spec/dialects/index.ts';

interface Converted {
  readonly document: JsonObject | undefined;
  readonly diagnostics: readonly string[];
  at(pointer: string): JsonValue | undefined;
}

function convert(text: string): Converted {
  const data = parseData(text, { document: 'd.yaml' });
  if (isDataFailure(data) || !isObject(data.value)) throw new Error('no mapping');
  const report = createReport();
  const document = toOpenApi31(data.value, { report, locate: data.locate });
  return {
    document,
    diagnostics: report.all().map(diagnosticText),
    at: (pointer) => resolvePointer(document ?? null, pointer),
  };
}

const swagger = (text: string): Converted => convert(`swagger: '2.0'\ninfo: { title: t, version: '1' }\n${text}`);
const newest = (text: string): Converted => convert(`openapi: 3.2.0\ninfo: { title: t, version: '1' }\n${text}`);

const parameterList = (parameters: string): Converted =>
  swagger(`paths: { '/a/{p}': { get: { parameters: ${parameters} } } }`);
const post = (text: string, root = ''): Converted => swagger(`${root}\npaths: { /a: { post: { ${text} } } }`);
const answers = (text: string, root = ''): Converted =>
  swagger(`${root}\npaths: { /a: { get: { responses: ${text} } } }`);
describe('versions', () => {
  test.each(['3.0', '"3.0"', '3.0.4-rc1', '3.1.1', "'3.1'", 'v3.0.1', '3.2.0', '3'])(
    'openapi: %s is read',
    (version) => {
      expect(convert(`openapi: ${version}`).document).toBeDefined();
    },
  );
  test.each(['2.0', '"2.0"', '2'])('swagger: %s is read', (version) => {
    expect(convert(`swagger: ${version}`).at('/openapi')).toBe('3.1.0');
  });
  test.each(['4.0.0', '"1.2"', 'null', '""', '"3.10"', '30'])('openapi: %s is refused, with its place', (version) => {
    const { document, diagnostics } = convert(`openapi: ${version}`);
    expect(document).toBeUndefined();
    expect(diagnostics[0]).toMatch(/^d\.yaml:1:1 error spec\/not-openapi /);
  });
});

describe('Swagger 2.0: servers', () => {
  test.each([
    [
      'schemes: [http, https]\nhost: api.example\nbasePath: /v1/',
      [{ url: 'https://api.example/v1' }, { url: 'http://api.example/v1' }],
    ],
    ['host: api.example', [{ url: 'https://api.example', 'x-uncertain': ['the scheme is not stated'] }]],
    ['basePath: v1', [{ url: '/v1' }]],
    ['basePath: /', undefined],
    ['host: http://api.example:8080/', [{ url: 'http://api.example:8080' }]],
    [
      'schemes: [https]\nhost: "{tenant}.example"',
      [
        {
          url: 'https://{tenant}.example',
          variables: { tenant: { default: 'tenant', 'x-uncertain': ['no default is stated'] } },
        },
      ],
    ],
  ])('%s', (text, servers) => {
    expect(swagger(text).at('/servers')).toEqual(servers);
  });

  test('an operation with schemes of its own has servers of its own', () => {
    const { at } = swagger(
      'schemes: [https]\nhost: a.example\npaths: { /s: { get: { schemes: [wss] }, put: { schemes: [https] } } }',
    );
    expect(at('/paths/~1s/get')).toEqual({ servers: [{ url: 'wss://a.example' }] });
    expect(at('/paths/~1s/put')).toEqual({});
  });
});

describe('Swagger 2.0: parameters', () => {
  const first = '/paths/~1a~1{p}/get/parameters/0';

  test('what describes the value is the schema, the rest stays', () => {
    const { at } = parameterList(
      '[{ name: q, in: query, type: integer, format: int32, minimum: 1, exclusiveMinimum: true, default: 3, enum: [3, 4], description: d, required: true, allowEmptyValue: true, x-a: 1, x-example: 4 }]',
    );
    expect(at(first)).toEqual({
      name: 'q',
      in: 'query',
      description: 'd',
      required: true,
      allowEmptyValue: true,
      'x-a': 1,
      example: 4,
      schema: { type: 'integer', format: 'int32', minimum: 1, exclusiveMinimum: true, default: 3, enum: [3, 4] },
    });
  });

  test.each([
    ['query', '', { style: 'form', explode: false }],
    ['query', 'csv', { style: 'form', explode: false }],
    ['query', 'ssv', { style: 'spaceDelimited', explode: false }],
    ['query', 'pipes', { style: 'pipeDelimited', explode: false }],
    ['query', 'multi', { style: 'form', explode: true }],
    ['header', 'csv', {}],
    ['path', 'csv', {}],
  ])('an array in %s with collectionFormat "%s"', (place, format, wanted) => {
    const { at, diagnostics } = parameterList(
      `[{ name: p, in: ${place}, type: array, items: { type: string }${format && `, collectionFormat: ${format}`} }]`,
    );
    expect(at(first)).toEqual({
      name: 'p',
      in: place,
      ...wanted,
      schema: { type: 'array', items: { type: 'string' } },
    });
    expect(diagnostics).toEqual([]);
  });

  test.each([
    ['query', 'tsv', { style: 'form', explode: false }],
    ['path', 'pipes', {}],
    ['header', 'multi', {}],
  ])('in %s, "%s" has no style: it is told and kept', (place, format, wanted) => {
    const { at, diagnostics } = parameterList(
      `[{ name: p, in: ${place}, type: array, items: {}, collectionFormat: ${format} }]`,
    );
    expect(at(first)).toEqual({
      name: 'p',
      in: place,
      ...wanted,
      'x-collectionFormat': format,
      schema: { type: 'array', items: {} },
    });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatch(/^d\.yaml:3:1 warning spec\/inexpressible the collectionFormat/);
  });

  test('separators within arrays are told as well', () => {
    const { diagnostics } = parameterList(
      '[{ name: p, in: query, type: array, items: { type: array, collectionFormat: pipes, items: { type: string, collectionFormat: csv } } }]',
    );
    expect(diagnostics).toEqual([
      'd.yaml:3:1 warning spec/inexpressible the collectionFormat "pipes" within another array has no equivalent in OpenAPI 3.1; the values are separated by commas',
    ]);
  });
});

describe('Swagger 2.0: bodies', () => {
  const body = '/paths/~1a/post/requestBody';

  test('a body parameter is a request body in each media type', () => {
    const { at } = post(
      'parameters: [{ name: pet, in: body, required: true, description: d, schema: { type: object }, x-examples: { application/json: { a: 1 } } }]',
      'consumes: [application/json, application/xml]',
    );
    expect(at(body)).toEqual({
      required: true,
      description: 'd',
      'x-name': 'pet',
      content: {
        'application/json': { schema: { type: 'object' }, example: { a: 1 } },
        'application/xml': { schema: { type: 'object' } },
      },
    });
    expect(at('/paths/~1a/post/parameters')).toBeUndefined();
  });

  test('consumes of the operation replaces that of the root, an empty list clears it', () => {
    const parameters = 'parameters: [{ name: body, in: body, schema: {} }]';
    expect(
      Object.keys(
        post(`consumes: [text/plain; charset=utf-8], ${parameters}`, 'consumes: [a/b]').at(`${body}/content`) ?? {},
      ),
    ).toEqual(['text/plain; charset=utf-8']);
    expect(post(`consumes: [], ${parameters}`, 'consumes: [a/b]').at(`${body}/content`)).toEqual({
      'application/json': { schema: {}, 'x-uncertain': ['no media type is stated'] },
    });
    expect(Object.keys(post(`consumes: [json], ${parameters}`).at(`${body}/content`) ?? {})).toEqual([
      'application/json',
    ]);
  });

  test('form fields are properties; files go into multipart, lists say how they are written', () => {
    const fields =
      '{ name: a, in: formData, type: string, required: true, description: d }, { name: b, in: formData, type: array, items: { type: string }, collectionFormat: multi }';
    expect(post(`parameters: [${fields}]`).at(body)).toEqual({
      required: true,
      content: {
        'application/x-www-form-urlencoded': {
          schema: {
            type: 'object',
            required: ['a'],
            properties: { a: { type: 'string', description: 'd' }, b: { type: 'array', items: { type: 'string' } } },
          },
          encoding: { b: { style: 'form', explode: true } },
        },
      },
    });
    const file = '{ name: f, in: formData, type: file }';
    expect(post(`parameters: [${file}]`, 'consumes: [application/x-www-form-urlencoded]').at(body)).toEqual({
      content: {
        'multipart/form-data': { schema: { type: 'object', properties: { f: { type: 'string', format: 'binary' } } } },
      },
    });
  });

  test('shared bodies are request bodies, shared form fields stand where they are used', () => {
    const { at, document } = swagger(`consumes: [application/json]
parameters:
  Pet: { name: pet, in: body, schema: { $ref: '#/definitions/Pet' } }
  Name: { name: name, in: formData, type: string }
  Page: { name: page, in: query, type: integer }
definitions: { Pet: { type: object } }
paths:
  /a: { post: { parameters: [{ $ref: '#/parameters/Pet' }, { $ref: '#/parameters/Page' }] } }
  /b: { post: { consumes: [text/yaml], parameters: [{ $ref: '#/parameters/Pet' }] } }
  /c: { post: { parameters: [{ $ref: '#/parameters/Name' }] } }`);
    expect(at('/paths/~1a/post')).toEqual({
      parameters: [{ $ref: '#/components/parameters/Page' }],
      requestBody: { $ref: '#/components/requestBodies/Pet' },
    });
    expect(at('/paths/~1b/post/requestBody/content')).toEqual({
      'text/yaml': { schema: { $ref: '#/components/schemas/Pet' } },
    });
    expect(at('/paths/~1c/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties')).toEqual({
      name: { type: 'string' },
    });
    expect(Object.keys((document?.['components'] ?? {}) as JsonObject)).toEqual([
      'schemas',
      'parameters',
      'requestBodies',
    ]);
  });

  test('a body of the path item is the body of its operations, theirs wins', () => {
    const { at } = swagger(
      'paths: { /a: { parameters: [{ name: b, in: body, schema: { type: object } }, { name: q, in: query, type: string }], put: {}, post: { parameters: [{ name: f, in: formData, type: string }] } } }',
    );
    expect(at('/paths/~1a/parameters')).toEqual([{ name: 'q', in: 'query', schema: { type: 'string' } }]);
    expect(at('/paths/~1a/put/requestBody/content/application~1json/schema')).toEqual({ type: 'object' });
    expect(Object.keys(at('/paths/~1a/post/requestBody/content') ?? {})).toEqual(['application/x-www-form-urlencoded']);
  });

  test('two bodies, or a body beside form fields: the first body is kept and the loss told', () => {
    const two = post('parameters: [{ name: a, in: body, schema: { type: object } }, { name: b, in: body }]');
    expect(two.diagnostics).toEqual([
      'd.yaml:4:1 warning spec/malformed a second body parameter is left out: a request has one body',
    ]);
    const mixed = post('parameters: [{ name: a, in: body, schema: {} }, { name: b, in: formData, type: string }]');
    expect(mixed.diagnostics[0]).toContain('formData beside a body parameter is left out');
  });
});

describe('Swagger 2.0: responses and the rest', () => {
  const ok = '/paths/~1a/get/responses/200';

  test('schema and examples stand under the media types', () => {
    const { at } = answers(
      "{ '200': { description: d, schema: { type: string }, examples: { text/csv: a }, headers: { X: { type: array, items: { type: integer }, description: h } } } }",
      'produces: [application/json]',
    );
    expect(at(ok)).toEqual({
      description: 'd',
      headers: { X: { description: 'h', schema: { type: 'array', items: { type: 'integer' } } } },
      content: {
        'application/json': { schema: { type: 'string' } },
        'text/csv': { schema: { type: 'string' }, example: 'a' },
      },
    });
  });

  test('a file is octets, an example without a media type is kept beside', () => {
    const { at } = answers(
      "{ '200': { description: d, schema: { type: file } }, '201': { description: d, examples: { id: 1 } } }",
    );
    expect(at(`${ok}/content`)).toEqual({
      'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
    });
    expect(at('/paths/~1a/get/responses/201')).toEqual({ description: 'd', 'x-examples': { id: 1 } });
  });

  test('a shared response is referred to, unless the operation answers in other media types', () => {
    const { at } = swagger(`produces: [application/json]
responses: { Pet: { description: d, schema: { type: object } } }
paths:
  /a: { get: { responses: { '200': { $ref: '#/responses/Pet' } } }, put: { produces: [text/xml], responses: { '200': { $ref: '#/responses/Pet' } } } }`);
    expect(at(ok)).toEqual({ $ref: '#/components/responses/Pet' });
    expect(at('/paths/~1a/put/responses/200/content')).toEqual({ 'text/xml': { schema: { type: 'object' } } });
  });

  test('security definitions are schemes, their flows renamed', () => {
    const { at } = swagger(`securityDefinitions:
  a: { type: basic }
  b: { type: oauth2, flow: accessCode, authorizationUrl: /a, tokenUrl: /t, scopes: { r: read } }
  c: { type: oauth2, flow: application, tokenUrl: /t }
  d: { type: apiKey, in: query, name: k }`);
    expect(at('/components/securitySchemes')).toEqual({
      a: { type: 'http', scheme: 'basic' },
      b: {
        type: 'oauth2',
        flows: { authorizationCode: { scopes: { r: 'read' }, authorizationUrl: '/a', tokenUrl: '/t' } },
      },
      c: { type: 'oauth2', flows: { clientCredentials: { scopes: {}, tokenUrl: '/t' } } },
      d: { type: 'apiKey', in: 'query', name: 'k' },
    });
  });

  test('a discriminator is an object, mapped by the values that schemas name', () => {
    const { at } = swagger(`definitions:
  Pet: { type: object, discriminator: kind }
  Dog: { allOf: [{ $ref: '#/definitions/Pet' }], x-ms-discriminator-value: dog }
  Pup: { allOf: [{ $ref: '#/definitions/Dog' }], x-discriminator-value: pup }`);
    expect(at('/components/schemas/Pet/discriminator')).toEqual({
      propertyName: 'kind',
      mapping: { dog: '#/components/schemas/Dog', pup: '#/components/schemas/Pup' },
    });
  });

  test('references follow what moved, deep ones as well', () => {
    const { at } = swagger(`parameters: { Page: { name: page, in: query, type: array, items: { type: string } } }
paths:
  /a:
    post:
      parameters: [{ name: b, in: body, schema: { type: object } }, { name: q, in: query, type: string }]
      responses: { '200': { description: d, schema: { type: array, items: { type: integer } } } }
definitions:
  A: { $ref: '#/paths/~1a/post/parameters/0/schema' }
  B: { $ref: '#/paths/~1a/post/responses/200/schema/items' }
  C: { $ref: '#/parameters/Page/items' }
  D: { properties: { a: { $ref: '#/definitions/A' } } }`);
    expect(at('/components/schemas')).toEqual({
      A: { $ref: '#/paths/~1a/post/requestBody/content/application~1json/schema' },
      B: { $ref: '#/paths/~1a/post/responses/200/content/application~1json/schema/items' },
      C: { $ref: '#/components/parameters/Page/schema/items' },
      D: { properties: { a: { $ref: '#/components/schemas/A' } } },
    });
  });
});

test('beside a reference of 3.0 and 2.0 nothing narrows; texts and nullable stay', () => {
  const { at, diagnostics } = convert(`openapi: 3.0.0
components:
  schemas:
    A: { $ref: '#/components/schemas/B', description: d, nullable: true, type: object, minProperties: 1 }
    B: { type: object }`);
  expect(at('/components/schemas/A')).toEqual({ $ref: '#/components/schemas/B', description: 'd', nullable: true });
  expect(diagnostics).toEqual([
    'd.yaml:4:1 note spec/ignored-sibling beside a $ref nothing counts before OpenAPI 3.1: type, minProperties ignored',
  ]);
});

describe('OpenAPI 3.2', () => {
  test('further methods are kept, standard ones are read', () => {
    const { at, diagnostics } = newest(
      'paths: { /a: { query: { summary: q }, additionalOperations: { LINK: {}, GET: { summary: g } } } }',
    );
    expect(at('/paths/~1a')).toEqual({
      get: { summary: 'g' },
      'x-oas-additionalOperations': { LINK: {}, QUERY: { summary: 'q' } },
    });
    expect(diagnostics).toHaveLength(2);
    expect(diagnostics[0]).toMatch(/^d\.yaml:3:1 warning spec\/inexpressible an operation with the method LINK/);
  });

  test('a form in the query string is a query parameter, any other is kept', () => {
    const { at } = newest(`paths:
  /a: { get: { parameters: [{ name: f, in: querystring, content: { application/x-www-form-urlencoded: { schema: { type: object } } } }] } }
  /b: { get: { parameters: [{ name: j, in: querystring, content: { application/json: {} } }, { name: c, in: cookie, style: cookie }] } }`);
    expect(at('/paths/~1a/get/parameters')).toEqual([
      { name: 'f', in: 'query', style: 'form', explode: true, schema: { type: 'object' } },
    ]);
    expect(at('/paths/~1b/get')).toEqual({
      parameters: [{ name: 'c', in: 'cookie', 'x-oas-style': 'cookie' }],
      'x-oas-querystring': [{ name: 'j', in: 'querystring', content: { 'application/json': {} } }],
    });
  });

  test('media types that are referred to stand in place; streams keep their items', () => {
    const { at } = newest(`paths:
  /a: { get: { responses: { '200': { summary: s, content: { text/event-stream: { $ref: '#/components/mediaTypes/Events' } } } } } }
components: { mediaTypes: { Events: { itemSchema: { $ref: '#/components/schemas/Event' } } }, schemas: { Event: { type: object } } }`);
    expect(at('/paths/~1a/get/responses/200')).toEqual({
      description: 's',
      content: { 'text/event-stream': { 'x-oas-itemSchema': { $ref: '#/components/schemas/Event' } } },
    });
  });

  test('what only informs is kept, values of examples are read', () => {
    const { at, document } = newest(`$self: https://a.example/openapi
servers: [{ url: /, name: n }]
tags: [{ name: a, summary: s, parent: b, kind: nav }]
security: [{ '#/components/securitySchemes/Key': [] }]
components:
  examples: { A: { dataValue: { a: 1 }, serializedValue: a=1 } }
  securitySchemes:
    Key: { type: oauth2, deprecated: true, oauth2MetadataUrl: /m, flows: { deviceAuthorization: { deviceAuthorizationUrl: /d, tokenUrl: /t, scopes: {} } } }
  schemas:
    A: { type: array, discriminator: { propertyName: k, defaultMapping: B }, xml: { nodeType: element }, properties: { b: { xml: { nodeType: attribute } }, c: { xml: { nodeType: cdata } } } }`);
    expect(document?.['x-oas-self']).toBe('https://a.example/openapi');
    expect(at('/servers/0')).toEqual({ url: '/', 'x-oas-name': 'n' });
    expect(at('/tags/0')).toEqual({ name: 'a', 'x-oas-summary': 's', 'x-oas-parent': 'b', 'x-oas-kind': 'nav' });
    expect(at('/security')).toEqual([{ Key: [] }]);
    expect(at('/components/examples/A')).toEqual({ value: { a: 1 }, 'x-oas-serializedValue': 'a=1' });
    expect(at('/components/securitySchemes/Key')).toEqual({
      type: 'oauth2',
      flows: { 'x-oas-deviceAuthorization': { tokenUrl: '/t', scopes: {}, 'x-oas-deviceAuthorizationUrl': '/d' } },
      'x-oas-oauth2MetadataUrl': '/m',
      'x-oas-deprecated': true,
    });
    expect(at('/components/schemas/A/discriminator')).toEqual({ propertyName: 'k', 'x-oas-defaultMapping': 'B' });
    expect(at('/components/schemas/A/xml')).toEqual({ wrapped: true });
    expect(at('/components/schemas/A/properties')).toEqual({
      b: { xml: { attribute: true } },
      c: { xml: { 'x-oas-nodeType': 'cdata' } },
    });
  });
});
