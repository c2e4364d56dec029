import * as fc from 'fast-check';
import { generateSync, type JsonSchema } from 'json-schema-faker';
import { isObject, type JsonObject, type JsonValue } from '../../generator/base/json.ts';

// Values for a schema: some made to fit it, some of those with one thing changed, some drawn by chance.

/** The names of properties: some are those of members that every object inherits. */
export const keys = ['a', 'b', 'c', 'ab', 'x-y', '1', 'hasOwnProperty', 'length'] as const;

const texts = ['', 'a', 'b', 'ab', 'abc', 'aaaa', '1', 'é', '💩', '💩b', 'x-y', 'A b', 'date'];
const numbers = [-1, 0, 1, 2, 3, 5, 0.1, 0.3, 1.5, 2.5, 1.1, 4.02, 0.001, 1e15, 2 ** 53 - 1, -0];

const scalar: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom<JsonValue>(null, true, false),
  fc.constantFrom(...numbers),
  fc.constantFrom(...texts),
);

/** Any value, over the names and texts that schemas speak of. */
export const anyValue: fc.Arbitrary<JsonValue> = nested(2);

function nested(depth: number): fc.Arbitrary<JsonValue> {
  if (depth === 0) return scalar;
  const inner = nested(depth - 1);
  return fc.oneof(
    { weight: 4, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(inner, { maxLength: 4 }) },
    { weight: 4, arbitrary: fc.dictionary(fc.constantFrom(...keys), inner, { maxKeys: 4 }) },
  );
}

/** What is drawn by chance for one schema, before the schema is known. */
export interface Chance {
  readonly seed: number;
  readonly values: readonly JsonValue[];
}

/** How many values each schema is asked about. */
export const valuesPerSchema = 10;

/** Draws what `valuesFor` needs. */
export const anyChance: fc.Arbitrary<Chance> = fc.record({
  seed: fc.nat(),
  values: fc.array(anyValue, { minLength: valuesPerSchema, maxLength: valuesPerSchema }),
});

/** The values that a schema is asked about: all different, in the order in which they were made. */
export function valuesFor(schema: JsonObject, { seed, values }: Chance): JsonValue[] {
  const made = fitting(schema, seed);
  const changed = made.flatMap((value, index) => [changeOne(value, values[index] ?? null, seed + index)]);
  const found = new Map<string, JsonValue>();
  for (const value of [...made, ...changed, ...values]) {
    if (found.size < valuesPerSchema) found.set(JSON.stringify(value), value);
  }
  return [...found.values()];
}

/** Values that a generator makes of the schema; none where it does not understand it. */
function fitting(schema: JsonObject, seed: number): JsonValue[] {
  const { $schema: _, ...rest } = schema;
  return [0.3, 0.9].flatMap((optionalsProbability, index) => {
    try {
      const value = generateSync(rest as JsonSchema, {
        seed: seed + index,
        optionalsProbability,
        maxDepth: 6,
        refDepthMax: 3,
        maxDefaultItems: 3,
      });
      const text = JSON.stringify(value);
      return text === undefined || text.length > 5000 ? [] : [JSON.parse(text) as JsonValue];
    } catch {
      return [];
    }
  });
}

/** The value with one of its parts, chosen by `choice`, replaced, added or taken away. */
function changeOne(value: JsonValue, other: JsonValue, choice: number): JsonValue {
  if (isObject(value)) {
    const members = Object.entries(value);
    const index = choice % (members.length + 1);
    if (index === members.length) return { ...value, [keys[choice % keys.length] ?? 'a']: other };
    if (choice % 3 === 0) return Object.fromEntries(members.filter((_, position) => position !== index));
    return Object.fromEntries(
      members.map(([key, member], position) => [
        key,
        position === index ? changeOne(member, other, Math.floor(choice / 3)) : member,
      ]),
    );
  }
  if (!Array.isArray(value) || value.length === 0) return other;
  const index = choice % (value.length + 1);
  if (index === value.length) return [...value, value[0] ?? null];
  return value.with(index, changeOne(value[index] ?? null, other, Math.floor(choice / 3)));
}
