import { describe, expect, test } from 'vitest';
import { isDataFailure, parseData } from '../generator/base/data.ts';
import { createReport, diagnosticText } from '../generator/base/diagnostic.ts';
import type { OperationFilter } from '../generator/base/options.ts';
import { filterSpec } from '../generator/spec/filter.ts';
import type { Spec } from '../generator/spec/openapi.ts';

const data = parseData(
  `
openapi: 3.1.0
info: { title: t, version: '1' }
security: [{ Key: [] }]
tags: [{ name: pets }, { name: shops }, { name: unused }]
paths:
  /pets:
    get: { operationId: listPets, tags: [pets], responses: { '200': { $ref: '#/components/responses/Pets' } } }
    post:
      operationId: addPet
      tags: [pets, admin]
      security: [{ OAuth: [write] }]
      parameters: [{ $ref: '#/components/parameters/Trace' }]
      requestBody: { $ref: '#/components/requestBodies/Pet' }
  /pets/{id}:
    get: { operationId: getPet, tags: [pets] }
  /shops:
    get:
      operationId: listShops
      tags: [shops]
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Shop' } } } }
webhooks:
  petAdded:
    post: { operationId: petAdded, tags: [pets], requestBody: { $ref: '#/components/requestBodies/Pet' } }
components:
  schemas:
    Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: kind, mapping: { dog: '#/components/schemas/Dog', cow: Cow } } }
    Cat: { type: object, properties: { owner: { $ref: '#/components/schemas/Owner' } } }
    Dog: { type: object }
    Cow: { type: object }
    Owner: { type: object, properties: { pets: { type: array, items: { $ref: '#/components/schemas/Pet' } } } }
    Shop: { type: object, properties: { city: { $ref: '#/components/schemas/City/properties/name' } } }
    City: { type: object, properties: { name: { type: string } } }
    Unused: { $ref: '#/components/schemas/Shop' }
  parameters: { Trace: { name: trace, in: header, schema: { type: string } } }
  requestBodies:
    Pet: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
  responses:
    Pets: { description: ok, headers: { Total: { $ref: '#/components/headers/Total' } }, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } } }
  headers: { Total: { schema: { type: integer } } }
  securitySchemes: { Key: { type: apiKey, in: header, name: k }, OAuth: { type: http, scheme: bearer } }
`,
  { document: 'd' },
);
if (isDataFailure(data)) throw new Error(data.reason);
const spec = data.value as Spec;

function filtered(filter: OperationFilter): { names: string[]; parts: string[]; spec: Spec; diagnostics: string[] } {
  const report = createReport();
  const before = JSON.stringify(spec);
  const result = filterSpec(spec, filter, report);
  expect(JSON.stringify(spec), 'what was given stays as it is').toBe(before);
  const items = [...Object.values(result.paths), ...Object.values(result['webhooks'] ?? {})];
  const names = items.flatMap((item) => Object.values(item as Record<string, { operationId: string }>));
  const parts = Object.entries(result['components'] ?? {}).flatMap(([section, entries]) =>
    Object.keys(entries as object).map((name) => `${section}/${name}`),
  );
  return {
    names: names.map(({ operationId }) => operationId),
    parts,
    spec: result,
    diagnostics: report.all().map(diagnosticText),
  };
}

describe('operations', () => {
  test.each<[string, OperationFilter, string[]]>([
    ['all, where nothing is asked', {}, ['listPets', 'addPet', 'getPet', 'listShops', 'petAdded']],
    ['by tag', { include: { tags: ['shops'] } }, ['listShops']],
    ['by path', { include: { paths: ['/pets'] } }, ['listPets', 'addPet']],
    ['by a pattern of paths', { include: { paths: ['/pets*'] } }, ['listPets', 'addPet', 'getPet']],
    [
      'by operationId or method and path',
      { include: { operations: ['getPet', 'GET /shops'] } },
      ['getPet', 'listShops'],
    ],
    ['without some', { exclude: { tags: ['pets'] } }, ['listShops']],
    [
      'with some of what others leave',
      { include: { tags: ['pets'] }, exclude: { operations: ['POST *'] } },
      ['listPets', 'getPet'],
    ],
    ['webhooks by their name', { include: { paths: ['petAdded'] } }, ['petAdded']],
    ['none, where nothing is included', { include: {} }, []],
  ])('%s', (_title, filter, wanted) => {
    expect(filtered(filter).names).toEqual(wanted);
  });

  test('a dot or a brace in a pattern stands for itself', () => {
    expect(filtered({ include: { paths: ['/pets/{id}'] } }).names).toEqual(['getPet']);
    expect(filtered({ include: { paths: ['/pet.'] } }).names).toEqual([]);
  });
});

describe('what is left', () => {
  test('of components is what is reached, through mappings and references into schemas as well', () => {
    expect(filtered({ include: { operations: ['listPets'] } }).parts).toEqual([
      'schemas/Pet',
      'schemas/Cat',
      'schemas/Dog',
      'schemas/Cow',
      'schemas/Owner',
      'responses/Pets',
      'headers/Total',
      'securitySchemes/Key',
    ]);
    expect(filtered({ include: { tags: ['shops'] } }).parts).toEqual([
      'schemas/Shop',
      'schemas/City',
      'securitySchemes/Key',
    ]);
  });

  test('of security schemes is what operations or the root ask for', () => {
    expect(filtered({ include: { operations: ['addPet'] } }).parts).toContain('securitySchemes/OAuth');
  });

  test('of tags is what operations have; empty paths and webhooks are gone', () => {
    const { spec: result } = filtered({ include: { tags: ['shops'] } });
    expect(result['tags']).toEqual([{ name: 'shops' }]);
    expect(Object.keys(result.paths)).toEqual(['/shops']);
    expect(result['webhooks']).toBeUndefined();
  });
});

test('a pattern that fits nothing is told, one that another overrules is not', () => {
  expect(filtered({ include: { tags: ['pets', 'pet'] }, exclude: { paths: ['/x/*', '/pets*'] } }).diagnostics).toEqual([
    'warning filter/no-match the filter "exclude" names paths "/x/*", and no operation has them',
    'warning filter/no-match the filter "include" names tags "pet", and no operation has them',
  ]);
});
