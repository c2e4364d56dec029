import type { ValidateFunction } from 'ajv/dist/2020.js';
import { generateSync, type JsonSchema } from 'json-schema-faker';
import { isObject, type JsonObject, type JsonValue } from '../../generator/base/json.ts';
import { localRefPointer, resolvePointer } from '../../generator/base/pointer.ts';

/** Rich values first; where a schema leads back to itself only the required keep a value finite. */
const settings = [
  { alwaysFakeOptionals: true, refDepthMax: 2 },
  { optionalsProbability: 0.4, refDepthMax: 5 },
  { optionalsProbability: 0, refDepthMax: 30 },
] as const;
const attempts = 9;
const longestValue = 100_000;

/** Values drawn from the schema at `pointer` that `validate` accepts, or, in words, why there are none. */
export function drawValues(
  spec: JsonObject,
  pointer: string,
  validate: ValidateFunction,
  count: number,
): readonly JsonValue[] | string {
  const root = selfContained(spec, pointer) as JsonSchema;
  const values = new Map<string, JsonValue>();
  let problem = 'nothing is drawn';
  for (let seed = 0; seed < attempts && values.size < count; seed += 1) {
    try {
      const drawn = generateSync(root, {
        ...settings[seed % settings.length],
        seed,
        maxDepth: 40,
        fillProperties: false,
        maxDefaultItems: 2,
      });
      const text = JSON.stringify(drawn ?? null);
      const value = JSON.parse(text) as JsonValue;
      if (text.length > longestValue) problem = 'what is drawn is too long';
      else if (validate(value)) values.set(text, value);
      else problem = `what is drawn is not valid: ${validate.errors?.[0]?.keyword ?? ''}`;
    } catch (error) {
      problem = `the generator: ${error instanceof Error ? error.message.split('\n')[0] : 'fails'}`;
    }
  }
  return values.size > 0 ? [...values.values()] : problem;
}

/**
 * The schema at `pointer` with the parts of the spec that it leads to and no more, for the generator reads all it is
 * given, and under `$defs`, for it takes any other word that it does not know for a property.
 */
function selfContained(spec: JsonObject, pointer: string): JsonObject {
  const numbers = new Map([[pointer, 0]]);
  const definitions: JsonObject = {};
  const redirect = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(redirect);
    if (!isObject(value)) return value;
    const target = typeof value['$ref'] === 'string' ? localRefPointer(value['$ref']) : undefined;
    const entries = Object.entries(value).map(([key, inner]) => [key, redirect(inner)] as const);
    if (target === undefined) return Object.fromEntries(entries);
    if (!numbers.has(target)) numbers.set(target, numbers.size);
    return { ...Object.fromEntries(entries), $ref: `#/$defs/${numbers.get(target)}` };
  };
  // the map grows while it is walked
  for (const [target, number] of numbers) definitions[number] = redirect(resolvePointer(spec, target) ?? true);
  return { $ref: '#/$defs/0', $defs: definitions };
}

function isOtherDirection(value: JsonValue): boolean {
  return isObject(value) && value['x-other-direction'] === true;
}

/**
 * The generator takes a list under a word it does not know for a schema, so our own words go; and the properties that
 * only the other direction carries, which validators let pass and types do not have.
 */
export function withoutEvidence(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutEvidence);
  if (!isObject(value)) return value;
  const own = /^x-(?:evidence|inferred|uncertain|conflicts|confidence)$/;
  const kept = Object.entries(value).filter(([key, inner]) => !own.test(key) && !isOtherDirection(inner));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutEvidence(inner)]));
}
