import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../generator/base/json.ts';
import { literal } from '../generator/emit/code.ts';
import { load, type Loaded } from './support/validators.ts';
import { createProject, emitTypes, type Project } from './type-tests/project.ts';

// Types tell the truth: they accept the values that the schema accepts, and refuse those that it refuses wherever
// TypeScript can say so. Each sample is compiled against the type, and given to the validator.

interface Sample {
  readonly schema: JsonValue;
  readonly valid: readonly JsonValue[];
  /** What neither the type nor the validator lets pass. */
  readonly invalid: readonly JsonValue[];
  /** What the validator refuses though no type can. */
  readonly refused?: readonly JsonValue[];
}

const text: JsonObject = { type: 'string' };
const number: JsonObject = { type: 'number' };
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({ type: 'object', properties, ...more });
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const samples: Readonly<Record<string, Sample>> = {
  Anything: { schema: true, valid: [1, 'a', null, [], {}], invalid: [] },
  Nothing: { schema: false, valid: [], invalid: [1, 'a', null, [], {}] },
  MixedEnum: { schema: { enum: ['a', 1, true, null] }, valid: ['a', 1, true, null], invalid: ['b', 2, false, {}] },
  ConstObject: {
    schema: { const: { a: [1, { b: null }], c: 'x' } },
    valid: [{ a: [1, { b: null }], c: 'x' }],
    invalid: [{ a: [2, { b: null }], c: 'x' }, { a: [1, { b: 1 }], c: 'x' }, { c: 'x' }, null],
  },
  ConstArray: { schema: { const: [] }, valid: [[]], invalid: [[1], {}] },
  NullableEnum: { schema: { type: ['string', 'null'], enum: ['a', null] }, valid: ['a', null], invalid: ['b', 1] },
  Pair: {
    schema: { type: 'array', prefixItems: [text, number], minItems: 2, items: false },
    valid: [['a', 1]],
    invalid: [['a'], ['a', 1, 2], [1, 'a'], 'a'],
  },
  OptionalPair: {
    schema: { type: 'array', prefixItems: [text, number], minItems: 1, maxItems: 2 },
    valid: [['a'], ['a', 1]],
    invalid: [[], ['a', 'b'], ['a', 1, 2]],
  },
  PairAndMore: {
    schema: { type: 'array', prefixItems: [text], minItems: 1, items: number },
    valid: [['a'], ['a', 1, 2]],
    invalid: [[], [1], ['a', 'b']],
  },
  LooseTuple: { schema: { type: 'array', prefixItems: [text] }, valid: [[], ['a'], ['a', 1, null]], invalid: [[1]] },
  NoMoreThanThese: {
    schema: { type: 'array', prefixItems: [text], minItems: 1, unevaluatedItems: false },
    valid: [['a']],
    invalid: [['a', 1]],
  },
  AllStrings: { schema: { type: 'object', additionalProperties: text }, valid: [{}, { a: 'b' }], invalid: [{ a: 1 }] },
  SomeKnown: {
    schema: object({ count: number }, { required: ['count'], additionalProperties: text }),
    valid: [{ count: 1 }, { count: 1, name: 'a' }],
    invalid: [{ name: 'a' }, { count: 'a' }, { count: 1, flag: true }],
    refused: [{ count: 1, other: 2 }],
  },
  Matching: {
    schema: { type: 'object', patternProperties: { '^a': text }, additionalProperties: number },
    valid: [{ a: 'x', b: 1 }],
    invalid: [{ a: true }],
    refused: [{ a: 1 }],
  },
  Closed: {
    schema: { allOf: [object({ a: text })], properties: { b: number }, unevaluatedProperties: false },
    valid: [{ a: 'x', b: 1 }, {}],
    invalid: [{ c: 1 }, { a: 1 }],
  },
  OpenRest: {
    schema: object({ a: text }, { unevaluatedProperties: number }),
    valid: [{ a: 'x', b: 1 }],
    invalid: [{ b: true }],
  },
  OpenRestBeside: {
    schema: { allOf: [object({ a: text })], unevaluatedProperties: number },
    valid: [{ a: 'x', b: 1 }],
    invalid: [{ a: 1 }],
    refused: [{ b: 'x' }],
  },
  Conditional: {
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword, not a method
    schema: object({ a: text }, { if: { required: ['a'] }, then: { required: ['b'], properties: { b: number } } }),
    valid: [{}, { a: 'x', b: 1 }],
    invalid: [{ a: 'x', b: 'y' }],
    refused: [{ a: 'x' }],
  },
  Tied: {
    schema: object(
      { a: text },
      { dependentSchemas: { a: { properties: { b: number } } }, dependentRequired: { c: ['a'] } },
    ),
    valid: [{ a: 'x', b: 1 }, {}],
    invalid: [{ a: 'x', b: 'y' }],
  },
  NotText: { schema: { not: text }, valid: [1, null, {}], invalid: [], refused: ['a'] },
  Names: {
    schema: { type: 'object', propertyNames: { maxLength: 1 }, additionalProperties: number },
    valid: [{ a: 1 }],
    invalid: [{ a: 'x' }],
    refused: [{ ab: 1 }],
  },
  Recursive: {
    schema: object({ value: number, next: { anyOf: [ref('Recursive'), { type: 'null' }] } }, { required: ['value'] }),
    valid: [{ value: 1, next: { value: 2, next: null } }],
    invalid: [
      { value: 1, next: {} },
      { value: 1, next: { value: 'x' } },
    ],
  },
  Json: {
    schema: {
      anyOf: [
        text,
        number,
        { type: 'array', items: ref('Json') },
        { type: 'object', additionalProperties: ref('Json') },
      ],
    },
    valid: ['a', [1, ['b', { c: [] }]]],
    invalid: [null, [true], { a: { b: null } }],
  },
  Several: {
    schema: { type: ['string', 'integer', 'array', 'null'], items: text, maxLength: 1 },
    valid: ['a', 1, ['abc'], null],
    invalid: [true, {}, [1]],
    refused: ['ab', 1.5],
  },
  Defaulted: { schema: object({ a: { type: 'string', default: 'x' } }), valid: [{}, { a: 'y' }], invalid: [{ a: 1 }] },
};

describe('a type', () => {
  const schemas = Object.fromEntries(Object.entries(samples).map(([name, { schema }]) => [name, schema]));
  const spec = { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths: {}, components: { schemas } };
  let project: Project;
  let output = '';
  let validators: Loaded;

  beforeAll(async () => {
    const lines = Object.entries(samples).flatMap(([name, { valid, invalid, refused = [] }]) => [
      ...[...valid, ...refused].map(
        (value, index) => `export const ${name}Fits${index}: s.${name} = ${literal(value)};`,
      ),
      // one line each, so that an error which is not there stands at its line
      ...invalid.map(
        (value, index) => `// @ts-expect-error\nexport const ${name}Not${index}: s.${name} = ${literal(value)};`,
      ),
    ]);
    const check = { path: 'src/check.ts', text: `import type * as s from './schemas.js';\n${lines.join('\n')}\n` };
    project = createProject([...(await emitTypes(spec)), check]);
    output = project.compile('TypeScript 7');
    validators = await load(schemas);
  });

  afterAll(() => project.remove());

  it('accepts what the schema accepts and refuses what it refuses, under TypeScript 7', () => {
    expect(output).toBe('');
  });

  it.each(Object.entries(samples))('%s agrees with its validator', (name, { valid, invalid, refused = [] }) => {
    expect(valid.filter((value) => !validators.is(name, value))).toEqual([]);
    expect([...invalid, ...refused].filter((value) => validators.is(name, value))).toEqual([]);
  });
});
