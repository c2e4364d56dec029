import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleFiles, bundleFolder } from './support/bundling.ts';
import { temporaryFolder } from './support/temporary.ts';

/** Descriptions in many files: what comes out refers to nothing but itself, and says where each part came from. */

/** A description with one operation that answers with `schema` (a flow mapping), and whatever else. */
function api(schema: string, rest = '', version = '3.1.0'): string {
  return `openapi: ${version}
info: { title: T, version: '1' }
paths:
  /things:
    get:
      operationId: listThings
      responses: { '200': { description: ok, content: { application/json: { schema: ${schema} } } } }
${rest}`;
}

/** A component that refers to the dynamic anchor it has itself. */
function tree(name: string): string {
  return `    ${name}: { $dynamicAnchor: node, type: object, properties: { next: { $dynamicRef: '#node' } } }\n`;
}

const answer = '/paths/~1things/get/responses/200/content/application~1json/schema';
const evidence = expect.any(Array) as unknown;

describe('references into files', () => {
  it('take whole files and fragments into the components, with the lines of their files', async () => {
    const { at, lines, documents } = await bundleFiles({
      'openapi.yaml': api("{ $ref: './schemas/pet.yaml' }"),
      'schemas/pet.yaml':
        'type: object\nproperties:\n  owner: { $ref: ../common.json#/definitions/Owner }\n  self: { $ref: "#" }\n',
      'common.json':
        '{"definitions": {\n"Owner": {"type": "object", "properties": {"pet": {"$ref": "schemas/pet.yaml"}}}}}',
    });
    expect(lines).toEqual([]);
    expect(documents).toEqual(['(common.json)', 'openapi.yaml', '(schemas/pet.yaml)']);
    expect(at(answer)).toEqual({ $ref: '#/components/schemas/pet' });
    expect(at('/components/schemas')).toEqual({
      Owner: {
        type: 'object',
        properties: { pet: { $ref: '#/components/schemas/pet' } },
        'x-evidence': ['common.json:2'],
      },
      pet: {
        type: 'object',
        properties: { owner: { $ref: '#/components/schemas/Owner' }, self: { $ref: '#/components/schemas/pet' } },
        'x-evidence': ['schemas/pet.yaml:1-4'],
      },
    });
  });

  it('put the content of a file in its place in data, where there is such a file', async () => {
    const { at, lines } = await bundleFiles({
      'openapi.yaml': api(
        "{ type: object, example: { a: { $ref: 'a.json' }, gone: { $ref: 'gone.json' }, out: { $ref: '../x.json' } } }",
        'x-samples: [{ $ref: loop.yaml }, { $ref: "#/info" }]\n',
      ),
      'a.json': '{"list": [{"$ref": "deep/b.yaml"}]}',
      'deep/b.yaml': 'b: 1\n',
      'loop.yaml': 'again: { $ref: loop.yaml }\n',
    });
    expect(lines).toEqual([]);
    const data = { a: { list: [{ b: 1 }] }, gone: { $ref: 'gone.json' }, out: { $ref: '../x.json' } };
    expect(at(`${answer}/examples/0`)).toEqual(data);
    expect(at('/x-samples')).toEqual([{ again: { $ref: 'loop.yaml' } }, { $ref: '#/info' }]);
  });

  it('put the content of a file in the place of a component that only refers to it', async () => {
    const { at, lines } = await bundleFiles({
      'openapi.yaml': api(
        "{ $ref: '#/components/schemas/Pet' }",
        "components:\n  schemas:\n    Pet: { $ref: './pet.yaml' }\n    Animal: { $ref: './pet.yaml' }\n",
      ),
      'pet.yaml': "type: object\nproperties: { next: { $ref: 'openapi.yaml#/components/schemas/Pet' } }\n",
    });
    expect(lines).toEqual([]);
    expect(at('/components/schemas')).toEqual({
      Pet: { $ref: '#/components/schemas/Animal' },
      Animal: { type: 'object', properties: { next: { $ref: '#/components/schemas/Animal' } }, 'x-evidence': evidence },
    });
  });

  it('take all kinds of parts along', async () => {
    const { at, lines, text } = await bundleFiles({
      'openapi.yaml': `openapi: 3.0.3
info: { title: T, version: '1' }
paths:
  /a: { $ref: 'paths.yaml#/~1a' }
components:
  securitySchemes: { key: { $ref: 'parts.yaml#/key' } }
`,
      'paths.yaml': `/a:
  parameters: [{ $ref: 'parts.yaml#/id' }]
  post:
    operationId: postA
    requestBody: { $ref: 'parts.yaml#/body' }
    responses:
      '200': { $ref: 'parts.yaml#/answer' }
    callbacks: { done: { $ref: 'parts.yaml#/done' } }
`,
      'parts.yaml': `id: { name: id, in: query, schema: { type: string } }
body: { content: { application/json: { schema: { type: object }, examples: { one: { $ref: '#/one' } } } } }
one: { value: { $ref: 'this is data' } }
answer: { description: ok, headers: { X-Rate: { $ref: '#/rate' } }, links: { next: { $ref: '#/next' } } }
rate: { schema: { type: integer } }
next: { operationRef: 'paths.yaml#/~1a/post' }
key: { type: apiKey, in: header, name: X-Key }
done: { '{$request.body#/url}': { post: { responses: { '200': { description: ok } } } } }
`,
    });
    expect(lines.filter((line) => line.includes('ref'))).toEqual([]);
    expect(at('/paths/~1a/post')).toMatchObject({
      parameters: [{ $ref: '#/components/parameters/id' }],
      requestBody: { $ref: '#/components/requestBodies/body' },
      responses: { 200: { $ref: '#/components/responses/answer' } },
      callbacks: { done: { $ref: '#/components/callbacks/done' } },
    });
    expect(at('/components/links/next')).toMatchObject({ operationRef: '#/paths/~1a/post' });
    expect(at('/components/examples/one')).toMatchObject({ value: { $ref: 'this is data' } });
    expect(at('/components/securitySchemes/key')).toMatchObject({ name: 'X-Key' });
    expect(text).not.toMatch(/\$ref: (?!'#\/|this)/);
  });

  it('go into the sections of Swagger 2.0', async () => {
    const { at, lines } = await bundleFiles({
      'openapi.yaml': `swagger: '2.0'
info: { title: T, version: '1' }
paths:
  /a:
    get:
      operationId: getA
      parameters: [{ $ref: 'parts.yaml#/parameters/limit' }]
      responses: { 200: { description: ok, schema: { $ref: 'parts.yaml#/definitions/A' } } }
`,
      'parts.yaml': `parameters: { limit: { name: limit, in: query, type: integer } }
definitions: { A: { type: object, properties: { a: { $ref: '#/definitions/A' } } } }
`,
    });
    expect(lines.filter((line) => line.includes('ref'))).toEqual([]);
    expect(at('/components/schemas/A/properties/a')).toEqual({ $ref: '#/components/schemas/A' });
    expect(at('/components/parameters/limit')).toMatchObject({ name: 'limit' });
  });

  it('may be percent-encoded, and may lead through other references', async () => {
    const { at, lines } = await bundleFiles({
      'openapi.yaml': api("{ $ref: 'a%20b.yaml#/x/properties/%7Bid%7D' }"),
      'a b.yaml': 'x: { $ref: "./y.yaml" }\n',
      'y.yaml': 'properties: { "{id}": { type: string } }\n',
    });
    expect(lines).toEqual([]);
    expect(at('/components/schemas/y_id')).toMatchObject({ type: 'string' });
  });

  it('keep what stands beside them, in a schema and in a path item', async () => {
    const { at } = await bundleFiles({
      'openapi.yaml': `openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /a:
    $ref: item.yaml
    delete: { operationId: deleteA, responses: { '204': { description: gone } } }
components: { schemas: { P: { $ref: p.yaml, description: mine } } }
`,
      'item.yaml': "get: { operationId: getA, responses: { '200': { description: ok } } }\n",
      'p.yaml': 'type: string\n',
    });
    expect(Object.keys(at('/paths/~1a') as object)).toEqual(expect.arrayContaining(['get', 'delete']));
    expect(at('/components/schemas/P')).toMatchObject({ $ref: '#/components/schemas/p', description: 'mine' });
  });

  it('follow the values of a mapping, and keep the names that a renamed branch implies', async () => {
    const { at } = await bundleFiles({
      'openapi.yaml': api(
        "{ $ref: 'pets.yaml#/Pet' }",
        "components: { schemas: { Cat: { type: string }, Dog: { $ref: 'pets.yaml#/Dog' } } }\n",
      ),
      'pets.yaml': `Pet:
  oneOf: [{ $ref: '#/Cat' }, { $ref: '#/Dog' }]
  discriminator: { propertyName: kind, mapping: { dog: './pets.yaml#/Dog' } }
Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
Dog: { type: object, required: [kind], properties: { kind: { type: string } } }
`,
    });
    expect(at('/components/schemas/Pet/discriminator/mapping')).toEqual({
      dog: '#/components/schemas/Dog',
      Cat: '#/components/schemas/pets_Cat',
    });
  });

  it('make one API of a folder, whose parts are no pages of their own', async () => {
    const { lines, documents } = await bundleFiles(
      {
        'docs/openapi.yaml': api("{ $ref: 'pet.yaml' }"),
        'docs/pet.yaml': 'type: object\n',
        'docs/shared.yaml':
          "openapi: 3.1.0\ninfo: { title: S, version: '1' }\ncomponents: { schemas: { A: { type: string } } }\n",
        'docs/more.yaml':
          "openapi: 3.1.0\ninfo: { title: M, version: '1' }\npaths: { /m: { get: { responses: { default: { description: d, content: { a/b: { schema: { $ref: 'shared.yaml#/components/schemas/A' } } } } } } } }\n",
      },
      ['docs'],
    );
    expect(documents).toHaveLength(4);
    expect(lines).toEqual([
      expect.stringMatching(/^docs\/openapi\.yaml:2:1 note merge\/text info: this title is not taken/),
    ]);
  });
});

describe('names of what comes from other files', () => {
  const files = {
    'a.yaml': 'Pet: { type: string }\n',
    'common/b.yaml': 'Pet: { type: integer }\n',
  };

  it('are their own, and their file’s where two are the same', async () => {
    const { at } = await bundleFiles({
      ...files,
      'openapi.yaml': api("{ oneOf: [{ $ref: 'common/b.yaml#/Pet' }, { $ref: 'a.yaml#/Pet' }] }"),
    });
    expect(at('/components/schemas')).toMatchObject({ Pet: { type: 'string' }, b_Pet: { type: 'integer' } });
  });

  it('never take a name of the description itself', async () => {
    const { at } = await bundleFiles({
      ...files,
      'openapi.yaml': api("{ $ref: 'a.yaml#/Pet' }", 'components: { schemas: { Pet: { type: boolean } } }\n'),
    });
    expect(at('/components/schemas')).toMatchObject({ Pet: { type: 'boolean' }, a_Pet: { type: 'string' } });
  });
});

describe('identifiers of JSON Schema', () => {
  it('resolve against the nearest $id, and vanish', async () => {
    const { at, lines, text } = await bundleFiles({
      'openapi.yaml': api(
        "{ $ref: 'https://schemas.example/tree' }",
        `components:
  schemas:
    Tree:
      $id: https://schemas.example/tree
      $defs: { Leaf: { $id: leaf, $anchor: end, type: string }, Named: { $id: 'urn:example:named', type: integer } }
      type: object
      properties:
        left: { $ref: '#' }
        leaf: { $ref: leaf }
        end: { $ref: 'leaf#end' }
        inner: { $ref: '#/$defs/Leaf' }
        named: { $ref: 'urn:example:named' }
`,
      ),
    });
    expect(lines).toEqual([]);
    expect(text).not.toMatch(/\$id|\$anchor|urn:|schemas\.example/);
    expect(at(answer)).toEqual({ $ref: '#/components/schemas/Tree' });
    expect(at('/components/schemas/Tree/properties/left')).toEqual({ $ref: '#/components/schemas/Tree' });
  });

  it('are no hindrance where files are kept elsewhere than they say', async () => {
    const { lines, at } = await bundleFiles({
      'openapi.yaml': api("{ $ref: 'schemas/a.json' }"),
      'schemas/a.json':
        '{"$id": "https://schemas.example/v1/a.json", "type": "object", "properties": {"b": {"$ref": "b.json#here"}}}',
      'schemas/b.json':
        '{"$id": "https://schemas.example/v1/b.json", "$defs": {"B": {"$anchor": "here", "type": "string"}}}',
    });
    expect(lines).toEqual([]);
    expect(at('/components/schemas/a/properties/b')).toEqual({ $ref: '#/components/schemas/B' });
  });

  it('make a $dynamicRef with one possible target a plain reference', async () => {
    const one = await bundleFiles({ 'openapi.yaml': api('{}', `components:\n  schemas:\n${tree('A')}`) });
    expect(one.at('/components/schemas/A')).toMatchObject({ properties: { next: { $ref: '#/components/schemas/A' } } });
    const two = await bundleFiles({ 'openapi.yaml': api('{}', `components:\n  schemas:\n${tree('A')}${tree('B')}`) });
    expect(two.text).toContain("$dynamicRef: '#node'");
  });
});

describe('references that lead nowhere', () => {
  it.each([
    ["{ $ref: 'gone.yaml' }", /^openapi\.yaml:7:1 warning spec\/dangling-ref the reference "gone\.yaml"/],
    ["{ $ref: 'pet.yaml#/Gone' }", /^openapi\.yaml:7:1 warning spec\/dangling-ref/],
    ["{ $ref: '#/components/schemas/Gone' }", /^openapi\.yaml:7:1 warning spec\/dangling-ref/],
    ["{ $ref: 'circle.yaml' }", /^openapi\.yaml:7:1 warning spec\/endless-ref .* leads back to itself/],
    ["{ $ref: 'https://schemas.example/pet.json' }", /^openapi\.yaml:7:1 warning spec\/foreign-ref/],
    ["{ $ref: 'urn:example:gone' }", /^openapi\.yaml:7:1 warning spec\/dangling-ref/],
  ])('%s leaves the rest as it is', async (schema, message) => {
    const { lines, at, text } = await bundleFiles({
      'openapi.yaml': api(schema),
      'pet.yaml': 'Pet: { type: string }\n',
      'circle.yaml': "$ref: 'other.yaml'\n",
      'other.yaml': "$ref: 'circle.yaml'\n",
    });
    expect(lines.join('\n')).toMatch(message);
    expect(at(answer)).toHaveProperty('x-uncertain');
    expect(text).not.toContain('$ref:');
  });

  it('tells where a broken reference of another file stands', async () => {
    const { lines } = await bundleFiles({
      'openapi.yaml': api("{ $ref: 'a.yaml' }"),
      'a.yaml': "type: object\nproperties:\n  b: { $ref: '#/definitions/B' }\n",
    });
    expect(lines).toEqual([expect.stringMatching(/^a\.yaml:3:1 warning spec\/dangling-ref/)]);
  });
});

describe('references that must not be followed', () => {
  it.each([
    ['/etc/passwd', 'leads out'],
    ['../secret.yaml', 'leads out'],
    ['a/../../secret.yaml', 'leads out'],
    ['..%2fsecret.yaml', 'leads out'],
    ['%2e%2e/secret.yaml', 'leads out'],
    ['file:///etc/passwd', 'URLs of files'],
    ['file://server/share.yaml', 'URLs of files'],
    ['//server/share.yaml', 'another machine'],
    ['\\\\server\\share.yaml', 'another machine'],
    ['C:\\secret.yaml', 'drive'],
    ['c:/secret.yaml', 'drive'],
    ['pet.yaml%00.json', 'NUL'],
    ['link.yaml', 'symbolic link'],
    ['folder/secret.yaml', 'symbolic link'],
  ])('%s', async (reference, reason) => {
    const folder = temporaryFolder({
      'secret.yaml': 'Secret: { type: string }\n',
      'input/openapi.yaml': api(`{ $ref: ${JSON.stringify(reference)} }`),
    });
    symlinkSync(join(folder, 'secret.yaml'), join(folder, 'input/link.yaml'));
    symlinkSync(folder, join(folder, 'input/folder'));
    const { lines, documents, text } = await bundleFolder(folder, ['input/openapi.yaml']);
    expect(documents).toEqual(['input/openapi.yaml']);
    expect(lines).toContainEqual(expect.stringMatching(/^input\/openapi\.yaml:7:1 error documents\/refused/));
    expect(lines.join('\n')).toContain(reason);
    expect(text).not.toContain('Secret');
  });

  it('are followed where a root is named that holds them', async () => {
    const folder = temporaryFolder({
      'shared.yaml': 'type: string\n',
      'input/openapi.yaml': api('{ $ref: ../shared.yaml }'),
    });
    expect((await bundleFolder(folder, ['input/openapi.yaml'], ['.'])).lines).toEqual([]);
    expect(existsSync(join(folder, 'shared.yaml'))).toBe(true);
  });
});
