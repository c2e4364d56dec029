import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport } from '../generator/base/diagnostic.ts';
import type { JsonObject, JsonValue } from '../generator/base/json.ts';
import { resolvePointer } from '../generator/base/pointer.ts';
import { validatorsEmitter } from '../generator/emit/validators/index.ts';
import { buildApi } from '../generator/model/build.ts';
import { splitDirections } from '../generator/spec/index.ts';
import type { Spec } from '../generator/spec/openapi.ts';
import { printed } from './support/printed.ts';
import { createProject, emitTypes } from './type-tests/project.ts';

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: JsonValue): JsonObject => ({ content: { 'application/json': { schema } } });

/** A spec with one operation that sends `body` and gets `answer`. */
function specOf(schemas: JsonObject, body?: JsonValue, answer?: JsonValue, more: JsonObject = {}): Spec {
  const operation = {
    operationId: 'save',
    ...(body !== undefined && { requestBody: { required: true, ...json(body) } }),
    responses: { 200: { description: 'Saved', ...(answer !== undefined && json(answer)) } },
    ...more,
  };
  const paths = { '/things': { post: operation } };
  return { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths, components: { schemas } };
}

function schemasOf(spec: Spec): JsonObject {
  return (resolvePointer(spec, '/components/schemas') ?? {}) as JsonObject;
}

const bodyPointer = '/paths/~1things/post/requestBody/content/application~1json/schema';
const answerPointer = '/paths/~1things/post/responses/200/content/application~1json/schema';
const gone = { 'x-other-direction': true };

const account: JsonObject = {
  type: 'object',
  required: ['id', 'name', 'password'],
  properties: {
    id: { type: 'string', readOnly: true },
    name: { type: 'string' },
    password: { type: 'string', writeOnly: true },
  },
};

describe('components that differ by direction', () => {
  it('stand for what responses carry, and get a twin for requests', () => {
    const split = splitDirections(specOf({ Account: account }, ref('Account'), ref('Account')));
    expect(schemasOf(split)).toEqual({
      Account: {
        type: 'object',
        required: ['id', 'name'],
        properties: { id: { type: 'string', readOnly: true }, name: { type: 'string' }, password: gone },
      },
      AccountInput: {
        type: 'object',
        required: ['name', 'password'],
        properties: { id: gone, name: { type: 'string' }, password: { type: 'string', writeOnly: true } },
        description: 'What requests carry of `Account`.',
        'x-input-of': 'Account',
      },
    });
    expect(resolvePointer(split, bodyPointer)).toEqual(ref('AccountInput'));
    expect(resolvePointer(split, answerPointer)).toEqual(ref('Account'));
  });

  it('keep one schema where only one direction carries them', () => {
    const sent = splitDirections(specOf({ Account: account }, ref('Account')));
    expect(Object.keys(schemasOf(sent))).toEqual(['Account']);
    expect(resolvePointer(sent, '/components/schemas/Account/required')).toEqual(['name', 'password']);
    const received = splitDirections(specOf({ Account: account }, undefined, ref('Account')));
    expect(resolvePointer(received, '/components/schemas/Account/required')).toEqual(['id', 'name']);
    expect(Object.keys(schemasOf(received))).toEqual(['Account']);
  });

  it('take those that lead to them along, recursion included, and no others', () => {
    const schemas: JsonObject = {
      Account: account,
      Team: { properties: { members: { type: 'array', items: ref('Account') }, parent: ref('Team') } },
      Colour: { enum: ['red', 'green'] },
    };
    const split = splitDirections(specOf(schemas, ref('Team'), ref('Team')));
    expect(Object.keys(schemasOf(split))).toEqual(['Account', 'AccountInput', 'Team', 'TeamInput', 'Colour']);
    expect(resolvePointer(split, '/components/schemas/TeamInput/properties')).toEqual({
      members: { type: 'array', items: ref('AccountInput') },
      parent: ref('TeamInput'),
    });
  });

  it('are left as they are where nothing differs', () => {
    const spec = specOf({ Plain: { properties: { a: { type: 'string' } } } }, ref('Plain'), ref('Plain'));
    expect(splitDirections(spec)).toBe(spec);
  });

  it('get names that nothing else in the document has', () => {
    const schemas = { Account: account, AccountInput: { type: 'string' } };
    const taken = splitDirections(specOf(schemas, ref('Account'), ref('Account')));
    expect(Object.keys(schemasOf(taken))).toEqual(['Account', 'AccountInputSchema', 'AccountInput']);
    const named = splitDirections(specOf({ Save: account }, ref('Save'), ref('Save')));
    expect(Object.keys(schemasOf(named))).toEqual(['Save', 'SaveInputSchema']);
  });
});

describe('what a direction leaves out', () => {
  it('is not required by a sibling either, and is left out of examples and dependentRequired', () => {
    const schema: JsonObject = {
      allOf: [ref('Account'), { required: ['id', 'name'], dependentRequired: { name: ['id'] } }],
      examples: [{ id: '1', name: 'a' }],
    };
    const split = splitDirections(specOf({ Account: account }, schema, ref('Account')));
    expect(resolvePointer(split, bodyPointer)).toEqual({
      allOf: [ref('AccountInput'), { required: ['name'], dependentRequired: { name: [] } }],
      examples: [{ name: 'a' }],
    });
  });

  it('is told by a reference or an allOf, too', () => {
    const schemas: JsonObject = {
      Id: { type: 'string', readOnly: true },
      Thing: { required: ['id', 'at'], properties: { id: ref('Id'), at: { allOf: [ref('Id'), { maxLength: 9 }] } } },
    };
    const split = splitDirections(specOf(schemas, ref('Thing'), ref('Thing')));
    expect(resolvePointer(split, '/components/schemas/ThingInput/required')).toEqual([]);
  });

  it('is nothing where a property has both marks', () => {
    const both = { properties: { a: { readOnly: true, writeOnly: true } } };
    const split = splitDirections(specOf({ Both: both }, ref('Both'), ref('Both')));
    expect(schemasOf(split)).toEqual({ Both: both });
  });

  it('is turned around in webhooks and callbacks', () => {
    const spec: Spec = {
      ...specOf({ Account: account }, ref('Account'), ref('Account')),
      webhooks: { saved: { post: { requestBody: json(ref('Account')), responses: { 200: json(ref('Account')) } } } },
    };
    const split = splitDirections(spec);
    expect(resolvePointer(split, '/webhooks/saved/post/requestBody/content/application~1json/schema')).toEqual(
      ref('Account'),
    );
    expect(resolvePointer(split, '/webhooks/saved/post/responses/200/content/application~1json/schema')).toEqual(
      ref('AccountInput'),
    );
    const callbacks = { done: { '{$request.body#/url}': { post: { requestBody: json(ref('Account')) } } } };
    const called = splitDirections(specOf({ Account: account }, ref('Account'), undefined, { callbacks }));
    expect(Object.keys(schemasOf(called))).toEqual(['Account', 'AccountInput']);
  });
});

const animals: JsonObject = {
  Cat: {
    type: 'object',
    required: ['id', 'kind'],
    properties: { id: { type: 'string', readOnly: true }, kind: { const: 'Cat', readOnly: true } },
  },
  Dog: { type: 'object', required: ['kind'], properties: { kind: { const: 'Dog' }, barks: { type: 'boolean' } } },
};

describe('unions', () => {
  it('keep the property that tells their branches apart, and its values', () => {
    const schemas: JsonObject = {
      ...animals,
      Animal: { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind' } },
    };
    const split = splitDirections(specOf(schemas, ref('Animal'), ref('Animal')));
    expect(resolvePointer(split, '/components/schemas/AnimalInput')).toEqual({
      oneOf: [ref('CatInput'), ref('Dog')],
      discriminator: { propertyName: 'kind', mapping: { Cat: '#/components/schemas/CatInput' } },
      description: 'What requests carry of `Animal`.',
      'x-input-of': 'Animal',
    });
    const api = buildApi(split, createReport());
    const input = api.schemas.find(({ name }) => name === 'AnimalInput');
    expect(input?.schema).toMatchObject({
      kind: 'union',
      tag: {
        property: 'kind',
        cases: [
          { value: 'Cat', branch: 0 },
          { value: 'Dog', branch: 1 },
        ],
      },
    });
  });

  it('have mappings that follow', () => {
    const mapping = { feline: '#/components/schemas/Cat', canine: 'Dog' };
    const schemas: JsonObject = {
      ...animals,
      Animal: { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind', mapping } },
    };
    const split = splitDirections(specOf(schemas, ref('Animal'), ref('Animal')));
    expect(resolvePointer(split, '/components/schemas/AnimalInput/discriminator/mapping')).toEqual({
      feline: '#/components/schemas/CatInput',
      canine: 'Dog',
    });
  });
});

describe('the package', () => {
  const schemas: JsonObject = { Account: { ...account, additionalProperties: false } };
  const spec = splitDirections(specOf(schemas, ref('Account'), ref('Account')));

  it('has types that say what each direction carries', async () => {
    const check = `
import type { Account, AccountInput } from './schemas.js';
export const sent: AccountInput = { name: 'a', password: 'p' };
export const received: Account = { id: '1', name: 'a' };
// @ts-expect-error -- only responses carry it
export const early: AccountInput = { id: '1', name: 'a', password: 'p' };
// @ts-expect-error -- only requests carry it
export const leaked: Account = { id: '1', name: 'a', password: 'p' };
// @ts-expect-error -- required in responses
export const anonymous: Account = { name: 'a' };
// @ts-expect-error -- not for clients to change
received.id = '2';
`;
    const project = createProject([...(await emitTypes(spec)), { path: 'src/check.ts', text: check }]);
    expect(project.compile('TypeScript 7')).toBe('');
    project.remove();
  });

  it('has validators that let pass what the other direction carries, and name the place in the printed spec', () => {
    const api = buildApi(spec, createReport());
    const files = validatorsEmitter.emit(
      { api, spec, options: { name: 'test', version: '1.0.0', license: 'MIT' } },
      createReport(),
    );
    const text = Array.isArray(files) ? (printed(files)[0]?.text ?? '') : '';
    expect(text).toContain("key !== 'id'");
    expect(text).not.toContain('/components/schemas/AccountInput');
  });
});

describe('any spec', () => {
  const property = fc.record({ type: fc.constant('string'), readOnly: fc.boolean(), writeOnly: fc.boolean() });
  const key = fc.constantFrom('A', 'B', 'C', 'D');
  const component = fc.record({
    properties: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(property, key.map(ref))),
    required: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    allOf: fc.array(key.map(ref), { maxLength: 2 }),
  });

  it('keeps its keys in order, has no reference that leads nowhere, and is split the same way again', () => {
    fc.assert(
      fc.property(fc.dictionary(key, component), key, key, (schemas, sent, received) => {
        const whole = { A: {}, B: {}, C: {}, D: {}, ...schemas } as JsonObject;
        const split = splitDirections(specOf(whole, ref(sent), ref(received)));
        const keys = Object.keys(schemasOf(split));
        expect(keys.filter((name) => !name.endsWith('Input'))).toEqual(Object.keys(whole));
        for (const [, pointer = ''] of JSON.stringify(split).matchAll(/"#([^"]+)"/g)) {
          expect(resolvePointer(split, pointer)).toBeDefined();
        }
        expect(splitDirections(specOf(whole, ref(sent), ref(received)))).toEqual(split);
      }),
    );
  });
});
