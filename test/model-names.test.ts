import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDataFailure, parseData } from '../generator/base/data.ts';
import { createReport } from '../generator/base/diagnostic.ts';
import type { JsonObject, JsonValue } from '../generator/base/json.ts';
import { buildApi } from '../generator/model/build.ts';
import type { Api } from '../generator/model/model.ts';
import { sharedName } from '../generator/model/names.ts';
import { allSchemas } from '../generator/model/walk.ts';
import { build, named, ref, pet, operation } from './model-building.ts';

function buildNames(
  schemas: readonly [string, JsonValue][],
  ids: readonly string[],
  pathOf: (id: string, index: number) => string = (_, index) => `/${index}`,
): Api {
  const paths = Object.fromEntries(
    ids.map((operationId, index) => [
      pathOf(operationId, index),
      { get: { operationId, requestBody: { content: { 'application/json': { schema: true } } } } },
    ]),
  );
  return build({ paths, components: { schemas: Object.fromEntries(schemas) } }).api;
}

/** Every name by what it is the name of: the place of a schema, the id of an operation. */
function namesByPlace(schemas: readonly [string, JsonValue][], ids: readonly string[]): Map<string, string> {
  const { schemas: named, operations } = buildNames(schemas, ids, (id) => `/${encodeURIComponent(id)}`);
  return new Map([
    ...named.map(({ name, origin, schema }): [string, string] => [`${origin.kind} ${schema.pointer}`, name]),
    ...operations.map(({ operationId, name }): [string, string] => [`function ${operationId}`, name]),
    ...operations.map(({ operationId, typeStem }): [string, string] => [`stem ${operationId}`, typeStem]),
  ]);
}

function level(index: number): JsonObject {
  const next = { $ref: `#/x-parts/${index + 1}` };
  return { type: 'object', properties: { a: next, b: next } };
}

describe('named unions', () => {
  const inline = { oneOf: [pet({ const: 'a' }), pet({ const: 'SINGLE_SELECT' })] };

  it('names an inline union by owner and path, and its branches by constant', () => {
    const { api } = build({
      paths: operation({ type: 'object', properties: { list: { type: 'array', items: inline } } }),
    });
    expect(api.schemas.map((schema) => schema.name)).toEqual([
      'AddPetBody',
      'AddPetBodyListItem',
      'AddPetBodyListItemA',
      'AddPetBodyListItemSingleSelect',
    ]);
    expect(named(api, 'AddPetBodyListItem').origin).toEqual({
      kind: 'part',
      of: 'AddPetBody',
      steps: [{ kind: 'property', name: 'list' }, { kind: 'items' }],
    });
    expect(named(api, 'AddPetBodyListItemA').origin).toEqual({
      kind: 'part',
      of: 'AddPetBodyListItem',
      steps: [{ kind: 'branch', tag: 'kind', value: 'a' }],
    });
  });

  it('keeps null in the union and reaches through it', () => {
    const { api } = build({
      paths: operation({ type: ['object', 'null'], properties: { one: { anyOf: [inline, { type: 'null' }] } } }),
    });
    expect(named(api, 'AddPetBodyOne').schema).toMatchObject({
      branches: [{ kind: 'reference' }, { kind: 'reference' }, { kind: 'null' }],
    });
  });

  it('names a union of components by the words they share, once for the same union', () => {
    const schemas = { PetKindCat: pet({ const: 'cat' }), DogKindPet: pet({ const: 'dog' }) };
    const union = { oneOf: [ref('PetKindCat'), ref('DogKindPet')] };
    const { api } = build({
      paths: operation(union, {
        responses: {
          200: { description: 'Done', content: { 'application/json': { schema: { type: 'array', items: union } } } },
        },
      }),
      components: { schemas },
    });
    expect(named(api, 'Pet').origin).toMatchObject({ kind: 'body' });
    expect(named(api, 'AddPetBody').origin).toEqual({ kind: 'alias', of: 'Pet' });
    expect(named(api, 'AddPetResponse200').schema).toMatchObject({ items: { kind: 'reference', name: 'Pet' } });
  });

  it('falls back to the path where the shared name is taken', () => {
    const schemas = { PetKindCat: pet({ const: 'cat' }), PetKindDog: pet({ const: 'dog' }), Pet: { type: 'string' } };
    const { api } = build({
      paths: operation({ oneOf: [ref('PetKindCat'), ref('PetKindDog')] }),
      components: { schemas },
    });
    expect(named(api, 'AddPetBody').schema).toMatchObject({ kind: 'union', tag: { property: 'kind' } });
  });

  it('shares words in the order of the first name', () => {
    expect(sharedName(['CustomFieldEditTypeBool', 'CustomFieldTypeEditImage'], 'type')).toBe('CustomFieldEdit');
    expect(sharedName(['CatPet', 'DogPet'], 'kind')).toBeUndefined();
  });
});

describe('operations', () => {
  it('resolves parameters, fills in styles and implied placeholders', () => {
    const { api } = build({
      paths: {
        '/a/{id}/{other}': {
          parameters: [{ name: 'limit', in: 'query', schema: { type: 'string' } }],
          get: {
            operationId: 'readA',
            parameters: [
              { $ref: '#/components/parameters/Id' },
              { name: 'limit', in: 'query', schema: { type: 'integer' } },
              { name: 'Accept', in: 'header', schema: { type: 'string' } },
              { name: 'filter', in: 'query', content: { 'application/json': { schema: { type: 'object' } } } },
              { name: 'gone', in: 'path', required: true },
            ],
            responses: {},
          },
        },
      },
      components: { parameters: { Id: { name: 'id', in: 'path', required: true, schema: { type: 'string' } } } },
    });
    const parameters = api.operations[0]?.parameters ?? [];
    expect(parameters.map((entry) => [entry.name, entry.in, entry.style, entry.explode, entry.required])).toEqual([
      ['id', 'path', 'simple', false, true],
      ['limit', 'query', 'form', true, false],
      ['filter', 'query', 'form', true, false],
      ['other', 'path', 'simple', false, true],
    ]);
    expect(parameters[1]?.schema).toMatchObject({ kind: 'number' });
    expect(parameters[2]?.mediaType).toBe('application/json');
  });

  it('puts JSON first and names every body', () => {
    const content = {
      'text/plain': { schema: { type: 'string' } },
      'multipart/form-data': {},
      'application/json': { schema: ref('Pet') },
    };
    const { api } = build({
      paths: operation(true, { requestBody: { content } }),
      components: { schemas: { Pet: pet(true) } },
    });
    expect(api.operations[0]?.body).toMatchObject({
      required: false,
      content: [
        { mediaType: 'application/json', schema: 'AddPetBody' },
        { mediaType: 'text/plain', schema: 'AddPetBodyPlain' },
        { mediaType: 'multipart/form-data' },
      ],
    });
    expect(named(api, 'AddPetBody').origin).toEqual({ kind: 'alias', of: 'Pet' });
  });

  it('marks the stem where a component has one of its names', () => {
    const { api } = build({
      paths: operation({ type: 'string' }),
      components: { schemas: { AddPetResult: true, isAddPet: true } },
    });
    const [made] = api.operations;
    expect(made).toMatchObject({ name: 'addPet', body: { content: [{ schema: `${made?.typeStem}Body` }] } });
    expect(made?.typeStem).toMatch(/^AddPet_[\da-z]{4}$/);
  });

  it('keeps operations off the names of validators', () => {
    const { api } = build({ paths: operation(true, { operationId: 'isPet' }), components: { schemas: { Pet: true } } });
    expect(api.operations[0]?.name).toMatch(/^isPet_[\da-z]{4}$/);
  });

  it('inherits security unless the operation says its own', () => {
    const schemes = { Key: { type: 'apiKey', in: 'header', name: 'X-Key' }, Login: { type: 'oauth2', flows: {} } };
    const components = { securitySchemes: schemes };
    const security = [{ Key: [] }, { Login: ['read'] }];
    expect(build({ paths: operation(true), components, security }).api).toMatchObject({
      operations: [{ security: [[{ scheme: 'Key', scopes: [] }], [{ scheme: 'Login', scopes: ['read'] }]] }],
      securitySchemes: [{ key: 'Key', scheme: { type: 'apiKey', name: 'X-Key' } }, { scheme: { type: 'oauth2' } }],
    });
    expect(
      build({ paths: operation(true, { security: [] }), components, security }).api.operations[0]?.security,
    ).toEqual([]);
  });

  it('fills the variables of servers', () => {
    const servers = [
      { url: 'https://{region}.example.com', variables: { region: { default: 'eu' } }, description: 'Europe' },
    ];
    expect(build({ servers }).api.servers).toEqual([
      {
        url: 'https://eu.example.com',
        description: 'Europe',
        name: 'Europe',
        template: 'https://{region}.example.com',
        variables: [{ name: 'region', default: 'eu', values: [] }],
      },
    ]);
  });
});

describe('names', () => {
  const key = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom('Pet', 'pet', 'PET', '__proto__', 'class', 'GetXBody', '1', 'é'),
  );
  const value = fc.constantFrom<JsonValue>(
    { type: 'string' },
    true,
    { oneOf: [pet({ const: 'a' }), pet({ const: 'b' })] },
    {
      type: 'object',
      properties: { 'a b': { oneOf: [pet({ const: 1 }), pet({ const: 2 })] } },
    },
  );
  const entries = fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 8 });
  const identifiers = fc.array(fc.constantFrom('getX', 'GetX', 'get x', 'isPet', 'delete', ''), { maxLength: 4 });

  it('are valid, unique, and lead somewhere', () => {
    fc.assert(
      fc.property(entries, identifiers, (schemas, ids) => {
        const api = buildNames(schemas, ids);
        const names = api.schemas.map((schema) => schema.name);
        expect(new Set(names).size).toBe(names.length);
        const values = api.operations.map((found) => found.name);
        // they name files
        expect(new Set(values.map((name) => name.toLowerCase())).size).toBe(ids.length);
        for (const name of [...names, ...values]) expect(name).toMatch(/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u);
        const known = new Set<string>(names);
        for (const { schema, origin } of api.schemas) {
          if (origin.kind === 'part' || origin.kind === 'alias') expect(known).toContain(origin.of);
          for (const part of allSchemas(schema)) if (part.kind === 'reference') expect(known).toContain(part.name);
        }
      }),
      { numRuns: 150 },
    );
  });

  const uniqueIds = fc.uniqueArray(
    fc.constantFrom('getX', 'GetX', 'get x', 'getPet', 'isPet', 'match', 'delete', '🚀', 'getURL', 'getUrl'),
    { maxLength: 5 },
  );

  it('do not depend on the order of schemas and operations', () => {
    fc.assert(
      fc.property(entries, uniqueIds, (schemas, ids) => {
        const names = namesByPlace(schemas, ids);
        expect(namesByPlace(schemas.toReversed(), ids.toReversed())).toEqual(names);
        const [first, ...rest] = schemas;
        if (first) expect(namesByPlace([...rest, first], ids)).toEqual(names);
      }),
      { numRuns: 150 },
    );
  });

  const inlineUnion = { type: 'object', properties: { some: { oneOf: [pet({ const: 'a' }), pet({ const: 'b' })] } } };

  it('stay where something unrelated is added, wherever it stands', () => {
    fc.assert(
      fc.property(entries, uniqueIds, fc.boolean(), (schemas, ids, atStart) => {
        const before = namesByPlace(schemas, ids);
        const more: [string, JsonValue] = ['QuiteUnrelated', inlineUnion];
        const after = atStart
          ? namesByPlace([more, ...schemas], ['quite unrelated', ...ids])
          : namesByPlace([...schemas, more], [...ids, 'quite unrelated']);
        for (const [place, name] of before) expect([place, after.get(place)]).toEqual([place, name]);
      }),
      { numRuns: 150 },
    );
  });

  it('change only where a newcomer wants the same name, or what is named after what changed', () => {
    fc.assert(
      fc.property(
        entries,
        uniqueIds,
        fc.tuple(key, value),
        fc.boolean(),
        (schemas, ids, [added, schema], operationToo) => {
          fc.pre(schemas.every(([name]) => name !== added));
          const before = namesByPlace(schemas, ids);
          const more = operationToo ? [...ids, 'get y'] : ids;
          const after = namesByPlace([[added, schema], ...schemas], more);
          const newcomers = [...after].filter(([place]) => !before.has(place)).map(([, name]) => name.toLowerCase());
          const changed = [...before].filter(([place, name]) => after.get(place) !== name);
          for (const [, name] of changed) {
            const related = newcomers.some((other) => {
              const [plain = ''] = other.split('_');
              return name.toLowerCase().includes(plain) || other.includes(name.toLowerCase());
            });
            expect([name, newcomers, related]).toEqual([name, newcomers, true]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of inline types give way to those of components', () => {
    const paths = operation({ type: 'object', properties: { list: { type: 'array', items: inlineItem } } });
    const before = build({ paths }).api;
    expect(before.schemas.map(({ name }) => name)).toContain('AddPetBodyListItem');
    const after = build({ paths, components: { schemas: { AddPetBodyListItem: { type: 'string' } } } }).api;
    expect(named(after, 'AddPetBodyListItem').origin.kind).toBe('component');
    expect(after.schemas.map(({ name }) => name)).toContainEqual(
      expect.stringMatching(/^AddPetBodyListItem_[\da-z]{4}$/),
    );
    expect(after.operations[0]?.typeStem).toBe('AddPet');
  });

  const inlineItem = { oneOf: [pet({ const: 'a' }), pet({ const: 'b' })] };
});

describe('hostile input', () => {
  it('never throws, whatever stands where a schema should', () => {
    const names = [
      'type',
      'enum',
      'properties',
      'required',
      'items',
      'allOf',
      'oneOf',
      'not',
      '$ref',
      'discriminator',
      'pattern',
      'minLength',
      'contains',
      'prefixItems',
    ];
    const raw = fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<JsonValue>(
          null,
          1,
          'object',
          '#/components/schemas/Subject',
          '#',
          '#/components/schemas/Subject/not',
          '[',
        ),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    fc.assert(
      fc.property(raw, (value) => {
        build({ paths: operation(value), components: { schemas: { Subject: value } } });
      }),
      { numRuns: 300 },
    );
  });

  it('does not unfold references without end', () => {
    const parts = {
      ...Object.fromEntries(Array.from({ length: 40 }, (_, index) => [String(index), level(index)])),
      40: { type: 'string' },
    };
    const { codes } = build({ 'x-parts': parts, components: { schemas: { Deep: { $ref: '#/x-parts/0' } } } });
    expect(codes).toContain('model/unsupported');
  });
});

const ideals = fileURLToPath(new URL('../../shared/seeds/ideal/', import.meta.url));

function ideal(name: string): Api {
  const data = parseData(readFileSync(`${ideals}${name}`, 'utf8'), { document: name });
  if (isDataFailure(data)) throw new Error(data.reason);
  return buildApi(data.value as Parameters<typeof buildApi>[0], createReport());
}

// The pages' hand-made specs lie beside the checkout, and are not there everywhere.
describe.skipIf(!existsSync(ideals))('hand-made specs (skipped where ../shared is absent)', () => {
  it('finds the union of custom fields', () => {
    const api = ideal('partoo-update-custom-field.yaml');
    const union = named(api, 'CustomFieldEdit');
    expect(union.origin.kind).toBe('body');
    expect(union.schema.kind === 'union' && union.schema.tag?.cases.map((entry) => entry.value)).toEqual([
      'BOOLEAN',
      'TEXT',
      'INTEGER',
      'FLOAT',
      'SINGLE_SELECT',
      'MULTIPLE_SELECT',
      'MULTIPLE_SELECT_IMAGE',
      'IMAGES_UPLOADER',
    ]);
    expect(named(api, 'PutUpdateCustomFieldsBody').origin).toEqual({ kind: 'alias', of: 'CustomFieldEdit' });
  });

  it('names the inline union and its branches', () => {
    const api = ideal('attio-update-attribute.scraped.yaml');
    const union = named(api, 'UpdateAttributeBodyDataDefaultValue');
    expect(union.schema).toMatchObject({
      tag: { property: 'type' },
      branches: [{ kind: 'reference' }, { kind: 'reference' }],
    });
    expect(named(api, 'UpdateAttributeBodyDataDefaultValueStatic').schema.kind).toBe('object');
  });
});
