import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../generator/base/json.ts';
import { components, named, schemaOf, shape, ref, pet } from './model-building.ts';

function coded(code: number): JsonObject {
  return {
    type: 'object',
    required: ['code', 'kind'],
    properties: { code: { const: code }, kind: { const: code === 1 } },
  };
}

describe('schemas', () => {
  it('binds each keyword to its kind, null last', () => {
    const { schema } = schemaOf({ type: ['null', 'string', 'integer'], minLength: 2, minimum: 3, format: 'uuid' });
    expect(shape(schema)).toMatchObject({
      kind: 'union',
      mode: 'anyOf',
      branches: [
        { kind: 'string', typed: true, minLength: 2 },
        { kind: 'number', integer: true, minimum: 3 },
        { kind: 'null' },
      ],
    });
  });

  it('keeps keywords without a type from refusing other values', () => {
    expect(shape(schemaOf({ minLength: 2 }).schema)).toMatchObject({ kind: 'string', typed: false, minLength: 2 });
    expect(shape(schemaOf({ minLength: 2, minItems: 1 }).schema)).toMatchObject({
      kind: 'intersection',
      members: [
        { kind: 'string', typed: false },
        { kind: 'array', typed: false },
      ],
    });
  });

  it('limits enum and const by type', () => {
    expect(shape(schemaOf({ type: 'string', enum: ['a', 1, 'a', null] }).schema)).toEqual({
      kind: 'literal',
      values: ['a'],
    });
    expect(shape(schemaOf({ type: ['string', 'null'], enum: ['a', null] }).schema)).toEqual({
      kind: 'literal',
      values: ['a', null],
    });
    expect(shape(schemaOf({ const: 1, enum: [1, 2] }).schema)).toEqual({ kind: 'literal', values: [1] });
    expect(shape(schemaOf({ type: 'integer', const: 'a' }).schema)).toEqual({ kind: 'never' });
  });

  it('reads objects with every keyword of theirs', () => {
    const { schema, codes } = schemaOf({
      type: 'object',
      required: ['a', 'z'],
      properties: { a: { type: 'string', readOnly: true }, b: true, ['__proto__']: { type: 'null' } },
      patternProperties: { '^x-': { type: 'integer' } },
      additionalProperties: false,
      propertyNames: { maxLength: 9 },
      minProperties: 1,
      dependentRequired: { a: ['b'] },
    });
    expect(shape(schema)).toMatchObject({
      kind: 'object',
      properties: [
        { name: 'a', required: true, readOnly: true, schema: { kind: 'string' } },
        { name: 'b', required: false, schema: { kind: 'unknown' } },
        { name: '__proto__', schema: { kind: 'null' } },
      ],
      otherRequired: ['z'],
      patternProperties: [{ pattern: '^x-', schema: { kind: 'number', integer: true } }],
      additional: { kind: 'never' },
      propertyNames: { kind: 'string', typed: false, maxLength: 9 },
      minProperties: 1,
      dependentRequired: [{ name: 'a', required: ['b'] }],
    });
    expect(codes).toEqual([]);
  });

  it('reads arrays with prefixItems and contains', () => {
    const raw = {
      type: 'array',
      prefixItems: [{ type: 'string' }],
      items: false,
      contains: { const: 1 },
      maxContains: 2,
    };
    expect(shape(schemaOf(raw).schema)).toMatchObject({
      kind: 'array',
      prefixItems: [{ kind: 'string' }],
      items: { kind: 'never' },
      contains: { schema: { kind: 'literal' }, minimum: 1, maximum: 2 },
    });
  });

  it('flattens allOf and drops a type that adds nothing', () => {
    const { schema } = schemaOf({
      type: 'object',
      description: 'outer',
      allOf: [ref('Other'), { allOf: [{ type: 'object', required: ['x'] }, { not: { required: ['y'] } }] }],
    });
    expect(schema.docs.description).toBe('outer');
    expect(shape(schema)).toMatchObject({
      kind: 'intersection',
      members: [{ kind: 'reference', name: 'Other' }, { kind: 'object', otherRequired: ['x'] }, { kind: 'not' }],
    });
  });

  it('lets siblings of $ref assert, and annotations only document', () => {
    const documented = schemaOf({ ...ref('Other'), description: 'here', deprecated: true }).schema;
    expect(documented).toMatchObject({ kind: 'reference', docs: { description: 'here', deprecated: true } });
    expect(shape(schemaOf({ ...ref('Other'), minProperties: 1 }).schema)).toMatchObject({
      kind: 'intersection',
      members: [{ kind: 'reference' }, { kind: 'object', typed: false, minProperties: 1 }],
    });
  });

  it('puts other parts of the document in place of a reference, and stops at circles', () => {
    const { api, codes } = components({
      Whole: { type: 'object', properties: { part: { type: 'string', minLength: 1 } } },
      User: { $ref: '#/components/schemas/Whole/properties/part' },
      Loop: { type: 'object', properties: { again: { $ref: '#/components/schemas/Loop/properties/again' } } },
    });
    expect(named(api, 'User').schema).toMatchObject({ kind: 'string', minLength: 1 });
    expect(codes).toEqual(['model/unsupported']);
  });

  it('allows recursion through properties, not a schema defined as itself', () => {
    const tree = components({ Tree: { type: 'object', properties: { child: ref('Tree') } } });
    expect(tree.codes).toEqual([]);
    const circle = components({ First: ref('Second'), Second: { anyOf: [ref('First'), { type: 'string' }] } });
    expect(circle.codes).toEqual(['model/unsupported']);
    expect(shape(named(circle.api, 'Second').schema)).toMatchObject({
      branches: [{ kind: 'unknown' }, { kind: 'string' }],
    });
  });

  it('reports what it cannot say and stays wider', () => {
    expect(schemaOf({ type: 'string', pattern: '[' })).toMatchObject({
      schema: { kind: 'string' },
      codes: ['model/invalid-pattern'],
    });
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword, not a method
    expect(schemaOf({ if: { type: 'string' }, then: { minLength: 1 } })).toMatchObject({
      schema: { kind: 'conditional' },
      codes: [],
    });
    expect(schemaOf(ref('Missing'))).toMatchObject({ schema: { kind: 'unknown' }, codes: ['spec/dangling-ref'] });
    expect(schemaOf({ $ref: 'other.yaml' })).toMatchObject({
      schema: { kind: 'unknown' },
      codes: ['spec/foreign-ref'],
    });
    expect(schemaOf({ type: 'file' })).toMatchObject({ schema: { kind: 'unknown' }, codes: ['model/unsupported'] });
  });

  it('lets names through that a dropped pattern might have allowed', () => {
    const { schema } = schemaOf({ type: 'object', patternProperties: { '(': true }, additionalProperties: false });
    expect(schema).toMatchObject({ kind: 'object', patternProperties: [], additional: { kind: 'unknown' } });
  });

  it('never refuses more because it says less', () => {
    const lost = { pattern: '(' };
    expect(schemaOf({ not: lost }).schema.kind).toBe('unknown');
    expect(schemaOf({ oneOf: [ref('Missing'), { type: 'string' }] }).schema).toMatchObject({ mode: 'anyOf' });
    expect(schemaOf({ oneOf: [{ type: 'integer', 'x-confidence': 'low' }, { type: 'string' }] }).schema).toMatchObject({
      mode: 'anyOf',
    });
    const { api } = components({ Lossy: lost, User: { oneOf: [ref('Lossy'), { type: 'string' }] } });
    expect(named(api, 'User').schema).toMatchObject({ mode: 'anyOf' });
    expect(schemaOf({ oneOf: [{ type: 'integer' }, { type: 'string' }] }).schema).toMatchObject({ mode: 'oneOf' });
    const counted = schemaOf({ type: 'array', contains: lost, maxContains: 1 }).schema;
    expect(counted.kind === 'array' && counted.contains).toMatchObject({ minimum: 1 });
    expect(counted.kind === 'array' && counted.contains).not.toHaveProperty('maximum');
  });

  it('takes docs, and hedges what is only hinted at', () => {
    const { schema } = schemaOf({
      type: 'string',
      default: 'a',
      examples: ['b'],
      'x-uncertain': ['why'],
      'x-confidence': 'low',
    });
    expect(schema).toMatchObject({ hedged: true, docs: { defaultValue: 'a', examples: ['b'], uncertain: ['why'] } });
  });
});

describe('tags', () => {
  it('follows a discriminator with mapping, listing every value', () => {
    const { api } = components({
      Cat: pet({ type: 'string', enum: ['cat', 'lion'] }),
      Dog: pet({ const: 'dog' }),
      Pet: {
        oneOf: [ref('Cat'), ref('Dog'), { type: 'null' }],
        discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat', lion: 'Cat', dog: 'Dog' } },
      },
    });
    expect(named(api, 'Pet').schema).toMatchObject({
      tag: {
        property: 'kind',
        inferred: false,
        cases: [
          { value: 'cat', branch: 0 },
          { value: 'lion', branch: 0 },
          { value: 'dog', branch: 1 },
        ],
      },
    });
  });

  it('takes the mapping, or the names, for branches that pin nothing', () => {
    const schemas = { Cat: pet({ type: 'string' }), Dog: pet({ type: 'string' }) };
    const union = {
      oneOf: [ref('Cat'), ref('Dog')],
      discriminator: { propertyName: 'kind', mapping: { meow: 'Cat' } },
    };
    const { api } = components({ ...schemas, Pet: union });
    expect(named(api, 'Pet').schema).toMatchObject({ tag: { cases: [{ value: 'meow' }, { value: 'Dog' }] } });
  });

  it('finds numbers and booleans too, and prefers type, then kind', () => {
    const { schema } = schemaOf({ anyOf: [coded(1), coded(2)] });
    expect(schema).toMatchObject({
      tag: { property: 'kind', inferred: true, cases: [{ value: true }, { value: false }] },
    });
  });

  it('needs the property in every branch, required and distinct', () => {
    expect(schemaOf({ oneOf: [pet({ const: 'a' }), pet({ const: 'a' })] }).schema).not.toHaveProperty('tag');
    expect(schemaOf({ oneOf: [pet({ const: 'a' }), { type: 'string' }] }).schema).not.toHaveProperty('tag');
    const optional = { type: 'object', properties: { kind: { const: 'b' } } };
    expect(schemaOf({ oneOf: [pet({ const: 'a' }), optional] }).schema).not.toHaveProperty('tag');
    const hinted = pet({ const: 'b', 'x-confidence': 'low' });
    expect(schemaOf({ oneOf: [pet({ const: 'a' }), hinted] }).schema).not.toHaveProperty('tag');
  });

  it('sees through allOf and references', () => {
    const { api } = components({
      Base: { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } },
      Cat: { allOf: [ref('Base'), { type: 'object', properties: { kind: { const: 'cat' } } }] },
      Dog: { allOf: [ref('Base'), { properties: { kind: { const: 'dog' } } }] },
      Pet: { oneOf: [ref('Cat'), ref('Dog')] },
    });
    expect(named(api, 'Pet').schema).toMatchObject({
      tag: { property: 'kind', cases: [{ value: 'cat' }, { value: 'dog' }] },
    });
  });

  it('moves what stands beside a union into its branches, types included', () => {
    const { api } = components({
      Pet: {
        type: 'object',
        required: ['kind'],
        properties: { name: { type: 'string' } },
        oneOf: [
          { properties: { kind: { const: 'cat' } }, required: ['kind'] },
          { properties: { kind: { const: 'dog' } }, required: ['kind'] },
        ],
      },
    });
    expect(named(api, 'Pet').schema).toMatchObject({
      kind: 'union',
      branches: [{ name: 'PetCat' }, { name: 'PetDog' }],
    });
    expect(named(api, 'PetCat').schema).toMatchObject({ kind: 'intersection' });
  });

  it('reports a discriminator that tells nothing apart', () => {
    const schemas = { Cat: pet({ const: 'a' }), Dog: pet({ const: 'a' }) };
    const { codes } = components({
      ...schemas,
      Pet: { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind' } },
    });
    expect(codes).toEqual(['spec/undiscriminated']);
  });
});
