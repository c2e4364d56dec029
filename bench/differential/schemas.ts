import * as fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../generator/base/json.ts';
import { anyValue, keys } from './values.ts';

// Schemas drawn by chance from all of JSON Schema's vocabulary, over few names and small numbers, so that values meet them.

/** The dialects that are drawn. */
export type DrawnDialect = '2020-12' | 'draft-07';

/** What each dialect calls itself. */
export const dialectUris: Readonly<Record<DrawnDialect, string>> = {
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
  'draft-07': 'http://json-schema.org/draft-07/schema#',
};

type Draw = fc.Arbitrary<JsonValue>;
type Facets = Readonly<Record<string, Draw>>;

const patterns = ['^a', 'b$', '^[a-c]+$', '^.$', '\\d', '^\\p{L}+$', 'a|b', '^(?:ab)*$', '^..$', '^x-', '\\S'];
const name = fc.constantFrom(...keys);
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 2 });
const count = fc.nat(3);
const limit = fc.constantFrom(-1, 0, 1, 2, 2.5, 3, 0.1);
const type = fc.constantFrom('null', 'boolean', 'object', 'array', 'number', 'string', 'integer');

const dictionaryOf = (key: fc.Arbitrary<string>, value: Draw): Draw =>
  fc
    .uniqueArray(fc.tuple(key, value), { minLength: 1, maxLength: 3, selector: ([one]) => one })
    .map(Object.fromEntries);

const listOf = (item: Draw, maxLength = 3): Draw => fc.array(item, { minLength: 1, maxLength });

/** What is said of texts and numbers. */
const ofTexts: Facets = { minLength: count, maxLength: count, pattern: fc.constantFrom(...patterns) };
const ofNumbers: Facets = {
  minimum: limit,
  maximum: limit,
  exclusiveMinimum: limit,
  exclusiveMaximum: limit,
  multipleOf: fc.constantFrom(1, 2, 0.5, 3, 0.25),
};

/** `here` are schemas that stand in no circle, for they are asked of the same value. */
function ofObjects(part: Draw, here: Draw, dialect: DrawnDialect): Facets {
  const facets = {
    properties: dictionaryOf(name, part),
    required: names,
    patternProperties: dictionaryOf(fc.constantFrom(...patterns), part),
    additionalProperties: part,
    propertyNames: part,
    minProperties: count,
    maxProperties: count,
  };
  const dependent = { dependentRequired: dictionaryOf(name, names), dependentSchemas: dictionaryOf(name, here) };
  return dialect === 'draft-07'
    ? { ...facets, dependencies: dictionaryOf(name, fc.oneof(names, here)) }
    : { ...facets, ...dependent, unevaluatedProperties: part };
}

function ofArrays(part: Draw, dialect: DrawnDialect): Facets {
  const facets = { minItems: count, maxItems: count, uniqueItems: fc.boolean(), contains: part };
  return dialect === 'draft-07'
    ? { ...facets, items: fc.oneof(part, listOf(part)), additionalItems: part }
    : {
        ...facets,
        items: part,
        prefixItems: listOf(part),
        unevaluatedItems: part,
        minContains: count,
        maxContains: count,
      };
}

/** What is said of values of any kind. */
const ofAll = (here: Draw): Facets => ({
  enum: listOf(anyValue),
  const: anyValue,
  allOf: listOf(here),
  anyOf: listOf(here),
  oneOf: listOf(here),
  not: here,
  if: here,
  // oxlint-disable-next-line unicorn/no-thenable -- it is the keyword
  then: here,
  else: here,
});

function some(facets: Facets, maxLength: number): fc.Arbitrary<JsonObject> {
  return fc
    .uniqueArray(fc.constantFrom(...Object.keys(facets)), { minLength: 1, maxLength })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((key) => [key, facets[key] ?? fc.constant(true)]))));
}

/** How many definitions each schema has: each may refer to all below it, and to any on the way into a value. */
const definitions = 3;

/** A schema of a dialect, with definitions that refer to each other. */
export function schemaOf(dialect: DrawnDialect): fc.Arbitrary<JsonObject> {
  const section = dialect === 'draft-07' ? 'definitions' : '$defs';
  const reference = (number: number): JsonObject => ({ $ref: `#/${section}/d${number}` });
  const anyReference = fc.nat(definitions - 1).map(reference);

  const part = (depth: number, level: number): Draw => {
    const leaf = fc.oneof(
      { weight: 3, arbitrary: type.map((one) => ({ type: one })) },
      { weight: 1, arbitrary: fc.boolean() },
      { weight: 2, arbitrary: some({ ...ofTexts, ...ofNumbers, const: anyValue, enum: listOf(anyValue) }, 2) },
    );
    return depth <= 0 ? leaf : fc.oneof({ weight: 2, arbitrary: leaf }, { weight: 3, arbitrary: whole(depth, level) });
  };

  const whole = (depth: number, level: number): fc.Arbitrary<JsonObject> => {
    const inner = fc.oneof({ weight: 5, arbitrary: part(depth - 1, level) }, { weight: 1, arbitrary: anyReference });
    const below = level < definitions ? [fc.integer({ min: level, max: definitions - 1 }).map(reference)] : [];
    const here = fc.oneof({ weight: 5, arbitrary: part(depth - 1, level) }, ...below);
    const objects = ofObjects(inner, here, dialect);
    const arrays = ofArrays(inner, dialect);
    const all = ofAll(here);
    const typed = (one: string, facets: Facets): fc.Arbitrary<JsonObject> =>
      some(facets, 4).map((keywords) => ({ type: one, ...keywords }));
    return fc.oneof(
      { weight: 4, arbitrary: typed('object', { ...objects, ...all }) },
      { weight: 2, arbitrary: typed('array', { ...arrays, ...all }) },
      { weight: 3, arbitrary: some({ ...objects, ...all }, 4) },
      { weight: 2, arbitrary: some({ ...arrays, ...all }, 4) },
      { weight: 2, arbitrary: some({ ...ofTexts, ...ofNumbers, ...all }, 3) },
      {
        weight: 2,
        arbitrary: some({ ...all, type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })) }, 4),
      },
      ...below.map((arbitrary) => ({
        weight: 1,
        // in the older draft nothing counts beside a reference, which not every judge heeds
        arbitrary:
          dialect === 'draft-07'
            ? arbitrary
            : fc.tuple(arbitrary, some({ ...objects, ...arrays }, 2)).map((parts) => Object.assign({}, ...parts)),
      })),
    );
  };

  const held = Array.from({ length: definitions }, (_, number) => part(1, number + 1));
  return fc.tuple(whole(2, 0), ...held).map(([schema, ...parts]) => ({
    $schema: dialectUris[dialect],
    ...('$ref' in schema && dialect === 'draft-07' ? { allOf: [schema] } : schema),
    [section]: Object.fromEntries(parts.map((one, number) => [`d${number}`, one])),
  }));
}
