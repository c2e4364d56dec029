import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../generator/base/json.ts';
import { fitsPlainly } from './support/plain-validator.ts';
import { load } from './support/validators.ts';

// Schemas of any combination of keywords, and values of any form: the emitted validators say what a plain reading of
// JSON Schema says, and give a reason for each refusal.

const key = fc.constantFrom('a', 'b', 'c');
const few = { maxKeys: 2 };
const simple = fc.constantFrom<JsonValue>(
  true,
  false,
  {},
  { type: 'string' },
  { type: 'integer' },
  { const: 1 },
  { type: 'object' },
  { enum: ['x', null, [1]] },
  { minimum: 1 },
);

interface Ties {
  readonly any: JsonValue;
  readonly node: JsonValue;
  readonly value: JsonValue;
}

const { node, value } = fc.letrec<Ties>((tie) => {
  // the type of what a tie gives is only known once all of them are
  const any = tie('any') as fc.Arbitrary<JsonValue>;
  const inner = tie('value') as fc.Arbitrary<JsonValue>;
  const list = fc.array(any, { minLength: 1, maxLength: 2 });
  const keywords: Record<string, fc.Arbitrary<JsonValue>> = {
    type: fc.constantFrom<JsonValue>('object', 'array', ['object', 'null'], ['array', 'string']),
    properties: fc.dictionary(key, any, few),
    required: fc.uniqueArray(key, { minLength: 1, maxLength: 2 }),
    patternProperties: fc.dictionary(fc.constantFrom('^a', 'c$'), any, few),
    additionalProperties: any,
    propertyNames: fc.constantFrom<JsonValue>({ maxLength: 1 }, { enum: ['a', 'b'] }),
    dependentSchemas: fc.dictionary(key, any, few),
    dependentRequired: fc.dictionary(key, fc.uniqueArray(key, { maxLength: 1 }), few),
    prefixItems: list,
    items: any,
    contains: any,
    minContains: fc.nat(2),
    allOf: list,
    anyOf: list,
    oneOf: list,
    not: any,
    if: any,
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword, not a method
    then: any,
    else: any,
    unevaluatedProperties: any,
    unevaluatedItems: any,
    $ref: fc.constantFrom('#/components/schemas/Known', '#/components/schemas/Recursive'),
  };
  const chosen = fc
    .subarray(Object.keys(keywords), { minLength: 1, maxLength: 4 })
    .chain((names): fc.Arbitrary<JsonValue> =>
      fc.record(Object.fromEntries(names.map((name) => [name, keywords[name] ?? any]))),
    );
  return {
    any: fc.oneof({ maxDepth: 3 }, simple, tie('node') as fc.Arbitrary<JsonValue>),
    node: chosen,
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<JsonValue>(1, 2, 0, 'x', 'y', null, true),
      fc.dictionary(key, inner, { maxKeys: 3 }),
      fc.array(inner, { maxLength: 3 }),
    ),
  };
});

const given: JsonObject = {
  Known: { properties: { a: { type: 'string' } }, required: ['a'] },
  Recursive: {
    type: 'object',
    properties: { b: { $ref: '#/components/schemas/Recursive' }, c: { type: 'integer' } },
    unevaluatedProperties: false,
  },
};

describe('validators of any schema', () => {
  it('agree with a plain reading of the specification', async () => {
    const lists = fc.tuple(
      fc.array(node, { minLength: 60, maxLength: 60 }),
      fc.array(value, { minLength: 60, maxLength: 60 }),
    );
    const property = fc.asyncProperty(lists, async ([schemas, values]) => {
      const named: JsonObject = { ...given };
      for (const [index, schema] of schemas.entries()) named[`Any${index}`] = schema;
      const document = { components: { schemas: named } };
      const validators = await load(named);
      for (const [name, schema] of Object.entries(named)) {
        for (const one of values) {
          const fits = fitsPlainly(document, schema, one);
          const issues = validators.issues(name, one);
          const said = { fits: issues.length === 0, reason: issues[0]?.keyword !== 'depth' };
          expect(said, JSON.stringify({ schema, one })).toEqual({ fits, reason: true });
        }
      }
    });
    // shrinking would take long: the message names the schema and the value
    await fc.assert(property, { numRuns: 3, endOnFailure: true });
  });
});
