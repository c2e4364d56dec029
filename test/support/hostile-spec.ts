import { isObject, type JsonObject, type JsonValue } from '../../generator/base/json.ts';

/** A letter that no name keeps and that a compiler takes for an identifier: where it stands outside of text, text got out. */
export const marker = 'ℵ';

/** Texts that end, or begin, something in one of the formats that are written. The marker stands after each. */
export const tokens: readonly string[] = [
  '*/ℵ();/*',
  '/*ℵ',
  '//ℵ',
  '`ℵ`',
  '${ℵ}',
  "';ℵ;'",
  '";ℵ;"',
  '\\ℵ',
  "\\';ℵ//",
  '\nℵ();\n',
  '\r\nℵ\r',
  '\rℵ',
  '\u2028ℵ\u2029ℵ',
  '\u0085ℵ',
  '\u0000ℵ\u0001\u0008\u001bℵ\u007f',
  '\ufeffℵ',
  '\ud800ℵ\udc00',
  '\u202eℵ\u2066ℵ\u2069',
  'שלום ℵ',
  '😀ℵ👩‍👩‍👧',
  '</script><script>ℵ</script>',
  '<img src=x onerror=ℵ()>',
  '<!-- ℵ -->',
  '-->ℵ',
  ']]>ℵ',
  '<%= ℵ %>',
  '{{ℵ}} {{{ℵ}}} {{#each ℵ}}',
  '@param ℵ',
  ' text @deprecated ℵ',
  '\n * @override ℵ',
  '\n@deprecated ℵ',
  '\n * @import ℵ from "x"',
  '{@link ℵ}',
  'import("ℵ")',
  ';process.exit(ℵ)',
  '");ℵ("',
  '});ℵ({',
  '/;ℵ/',
  '[/];ℵ/',
  '$(ℵ) `ℵ` | ℵ && ℵ > /tmp/x',
  '", "scripts": {"postinstall": "ℵ"}, "x": "',
  '\n# ℵ\n\n[ℵ](javascript:ℵ)\n\n![ℵ](http://ℵ)\n',
  '\n```\nℵ\n```\n~~~',
  '| ℵ | ℵ |\n| --- |',
  'http://ℵ.example/?a=b&c#d',
  '[ℵ]: javascript:ℵ',
  '- ℵ: &a *a !!js/function ℵ',
  '---\nℵ: %YAML\n...',
  '? ℵ : # ℵ',
  '../../../ℵ',
  '..\\..\\ℵ',
  '/etc/ℵ',
  'C:\\ℵ',
  'ℵ'.repeat(3000),
  `a${'b'.repeat(500)}ℵ`,
];

/** Texts that mean something else where they are all of a name. */
export const wholes: readonly string[] = [
  'con',
  'nul.ℵ',
  '.',
  '..',
  '',
  ' ',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'undefined',
  'null',
  'true',
  '0',
  '-0',
  '1e1000',
];

/** An OpenAPI description that has about every member that takes a text, each with a text. */
export function richSpec(): JsonObject {
  return structuredClone(rich);
}

const pet = (kind: string): JsonObject => ({
  type: 'object',
  title: `A ${kind}`,
  description: `What a ${kind} is`,
  required: ['kind', 'name'],
  properties: {
    kind: { const: kind, description: 'Which' },
    name: { type: 'string', pattern: '^[a-z]+$', format: 'hostname', default: 'rex', examples: ['rex'] },
    parent: { $ref: '#/components/schemas/Pet', description: 'Of it' },
  },
});

const json = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });
const ref = (pointer: string): JsonObject => ({ $ref: `#/components/${pointer}` });

const rich: JsonObject = {
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base',
  info: {
    title: 'Zoo',
    summary: 'All animals',
    description: 'A zoo. With animals.',
    termsOfService: 'https://zoo.example/terms',
    version: '1.0',
    contact: { name: 'Me', url: 'https://zoo.example/me', email: 'me@zoo.example' },
    license: { name: 'MIT', identifier: 'MIT' },
    'x-logo': { url: 'https://zoo.example/logo.png' },
  },
  servers: [
    {
      url: 'https://{region}.zoo.example/{base}',
      description: 'The zoo',
      variables: {
        region: { default: 'eu', enum: ['eu', 'us'], description: 'Where' },
        base: { default: 'v1' },
      },
    },
    { url: '/relative', description: 'Here' },
  ],
  tags: [
    { name: 'pets', description: 'All pets', externalDocs: { url: 'https://zoo.example/pets', description: 'More' } },
  ],
  externalDocs: { url: 'https://zoo.example/docs', description: 'Docs' },
  security: [{ key: [], oauth: ['read:pets'] }, { basic: [] }],
  paths: {
    '/pets/{petId}': {
      summary: 'One pet',
      description: 'A pet by id',
      parameters: [{ name: 'petId', in: 'path', required: true, description: 'Which', schema: { type: 'string' } }],
      put: {
        operationId: 'putPet',
        tags: ['pets'],
        summary: 'Put it',
        description: 'Puts a pet. Really.',
        externalDocs: { url: 'https://zoo.example/put', description: 'How' },
        parameters: [
          { name: 'X-Trace', in: 'header', description: 'Trace', schema: { type: 'string', enum: ['a', 'b c'] } },
          { name: 'session', in: 'cookie', schema: { type: 'string', const: 'one' } },
          { name: 'filter[a]', in: 'query', style: 'deepObject', explode: true, schema: { type: 'object' } },
          { name: 'json', in: 'query', content: json({ type: 'array', items: { type: 'string' } }) },
          ref('parameters/Limit'),
        ],
        requestBody: {
          description: 'A pet',
          required: true,
          content: {
            ...json(ref('schemas/Pet')),
            'multipart/form-data': {
              schema: { type: 'object', properties: { file: { type: 'string' }, meta: { type: 'object' } } },
              encoding: {
                file: { contentType: 'image/png, image/jpeg', headers: { 'X-File': { schema: { type: 'string' } } } },
              },
            },
            'text/plain': { schema: { type: 'string' }, example: 'plain text' },
          },
        },
        responses: {
          '200': {
            description: 'The pet',
            headers: { 'X-Rate': { description: 'Rate', schema: { type: 'integer' } } },
            content: { ...json(ref('schemas/Pet')), 'application/xml': { schema: ref('schemas/Tree') } },
            links: {
              self: { operationId: 'putPet', description: 'Again', parameters: { petId: '$response.body#/id' } },
            },
          },
          '4XX': ref('responses/Problem'),
          default: {
            description: 'Other',
            content: json({ type: 'object', properties: { code: { enum: ['x', 'y'] } } }),
          },
        },
        callbacks: {
          changed: {
            '{$request.body#/url}': {
              post: {
                description: 'Told',
                requestBody: ref('requestBodies/Note'),
                responses: { '204': { description: 'Ok' } },
              },
            },
          },
        },
        security: [{ key: [] }],
        servers: [{ url: 'https://put.zoo.example', description: 'For puts' }],
        'x-code-samples': [{ lang: 'sh', source: 'curl' }],
      },
    },
    '/trees': {
      get: {
        operationId: 'listTrees',
        responses: { '200': { description: 'Trees', content: json({ type: 'array', items: ref('schemas/Tree') }) } },
      },
    },
  },
  webhooks: {
    born: { post: { requestBody: ref('requestBodies/Note'), responses: { '200': { description: 'Thanks' } } } },
  },
  components: {
    schemas: {
      Cat: pet('cat'),
      Dog: pet('dog'),
      Pet: {
        description: 'A cat or a dog',
        oneOf: [ref('schemas/Cat'), ref('schemas/Dog')],
        discriminator: {
          propertyName: 'kind',
          mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
        },
      },
      Tree: {
        $id: 'https://zoo.example/tree',
        $comment: 'A comment',
        title: 'Tree',
        type: 'object',
        additionalProperties: false,
        required: ['leaf'],
        properties: {
          leaf: { type: ['string', 'null'], enum: ['green', 'red', null], default: 'green' },
          children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
          any: { default: { deep: ['value'] }, examples: [{ deep: ['value'] }] },
          file: { type: 'string', contentMediaType: 'image/png', contentEncoding: 'base64' },
          both: {
            allOf: [{ type: 'object', properties: { one: { type: 'string' } } }, { $ref: '#/components/schemas/Cat' }],
          },
          either: {
            anyOf: [
              { type: 'string', format: 'uuid' },
              { type: 'object', required: ['two'] },
            ],
          },
          pair: { type: 'array', prefixItems: [{ const: 'first' }, { const: { second: 'value' } }], items: false },
          not: { not: { const: 'never' } },
          // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's keyword
          when: { if: { properties: { a: { const: 'b' } } }, then: { required: ['c'] }, else: { required: ['d'] } },
        },
        patternProperties: { '^x-': { type: 'string' } },
        propertyNames: { pattern: '^[a-z-]+$' },
        dependentRequired: { leaf: ['children'] },
        dependentSchemas: { any: { required: ['file'] } },
        $defs: { Inner: { type: 'string', description: 'Inside' } },
        xml: { name: 'tree', namespace: 'https://zoo.example/xml', prefix: 'z' },
        externalDocs: { url: 'https://zoo.example/tree', description: 'Trees' },
        deprecated: false,
        example: { leaf: 'green' },
      },
    },
    parameters: { Limit: { name: 'limit', in: 'query', schema: { type: 'integer', default: 10, examples: [5] } } },
    responses: {
      Problem: { description: 'A problem', content: { 'application/problem+json': { schema: { type: 'object' } } } },
    },
    requestBodies: {
      Note: { description: 'A note', content: json({ type: 'object', properties: { text: { type: 'string' } } }) },
    },
    headers: { Extra: { description: 'An extra header', schema: { type: 'string' } } },
    examples: { Small: { summary: 'Small', description: 'A small one', value: { leaf: 'green' } } },
    securitySchemes: {
      key: { type: 'apiKey', in: 'header', name: 'X-Key', description: 'A key' },
      basic: { type: 'http', scheme: 'basic', description: 'A password' },
      bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      openId: { type: 'openIdConnect', openIdConnectUrl: 'https://zoo.example/openid' },
      oauth: {
        type: 'oauth2',
        description: 'OAuth',
        flows: {
          authorizationCode: {
            authorizationUrl: 'https://zoo.example/auth',
            tokenUrl: 'https://zoo.example/token',
            refreshUrl: 'https://zoo.example/refresh',
            scopes: { 'read:pets': 'Read pets', 'write:pets': 'Write pets' },
          },
        },
      },
    },
    links: { Self: { operationId: 'putPet', description: 'It' } },
    callbacks: { Told: { '{$url}': { post: { responses: { '200': { description: 'Yes' } } } } } },
    pathItems: { Shared: { get: { operationId: 'shared', responses: { '200': { description: 'Ok' } } } } },
  },
};

/** The members whose value decides what the object around it is: with another value, its other texts would not be read. */
export const deciding: readonly string[] = [
  'openapi',
  'in',
  'type',
  '$ref',
  'style',
  'scheme',
  'jsonSchemaDialect',
  '$id',
];

/** The spec with each text value replaced; `name` is the member that it is the value of, or stands in a list of. */
export function replaceValues(value: JsonValue, replace: (text: string, name: string) => string, name = ''): JsonValue {
  if (typeof value === 'string') return replace(value, name);
  if (Array.isArray(value)) return value.map((one) => replaceValues(one, replace, name));
  if (!isObject(value)) return value;
  return mapMembers(value, (key, member) => [key, replaceValues(member, replace, key)]);
}

/** The spec with more members in every object: copies of its last one, under the names given. */
export function addMembers(value: JsonValue, names: readonly string[]): JsonValue {
  if (Array.isArray(value)) return value.map((one) => addMembers(one, names));
  if (!isObject(value)) return value;
  const changed = mapMembers(value, (name, member) => [name, addMembers(member, names)]);
  const last = Object.values(value).at(-1);
  for (const name of names) {
    if (last !== undefined && !Object.hasOwn(changed, name)) define(changed, name, structuredClone(last));
  }
  return changed;
}

/**
 * The spec with what it names itself (components, parameters, the members that are no word of OpenAPI) renamed
 * everywhere: as keys, as values, in references and in path templates.
 */
export function renameWords(spec: JsonObject, rename: (word: string) => string): JsonValue {
  const words = new Set(ownWords(spec));
  const text = (word: string): string => (words.has(word) ? rename(word) : word);
  const pointer = (token: string): string =>
    encodeURIComponentSafely(text(token).replaceAll('~', '~0').replaceAll('/', '~1'));
  const go = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') {
      if (value.startsWith('#/')) return `#/${value.slice(2).split('/').map(pointer).join('/')}`;
      return text(value);
    }
    if (Array.isArray(value)) return value.map(go);
    if (!isObject(value)) return value;
    return mapMembers(value, (name, member) => [
      name.startsWith('/') ? name.replaceAll(/\{(.*?)\}/g, (_, word: string) => `{${text(word)}}`) : text(name),
      go(member),
    ]);
  };
  return go(spec);
}

/** Keys two levels below `components`, names of parameters, and keys of the maps whose members are schemas. */
function ownWords(spec: JsonObject): string[] {
  const found: string[] = [];
  const sections = spec['components'];
  if (isObject(sections)) for (const one of Object.values(sections)) if (isObject(one)) found.push(...Object.keys(one));
  const visit = (value: JsonValue): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isObject(value)) return;
    for (const [name, member] of Object.entries(value)) {
      if (name === 'name' && typeof member === 'string') found.push(member);
      if (/^(?:properties|patternProperties|\$defs|scopes|mapping|headers|variables)$/.test(name) && isObject(member)) {
        found.push(...Object.keys(member));
      }
      visit(member);
    }
  };
  visit(spec);
  return found;
}

function encodeURIComponentSafely(text: string): string {
  return /\p{Cs}/u.test(text) ? text : encodeURIComponent(text);
}

function mapMembers(value: JsonObject, change: (name: string, member: JsonValue) => [string, JsonValue]): JsonObject {
  const result: JsonObject = {};
  for (const [name, member] of Object.entries(value)) define(result, ...change(name, member));
  return result;
}

/** Sets a member as JSON.parse does, `__proto__` too. */
function define(object: JsonObject, name: string, value: JsonValue): void {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}
