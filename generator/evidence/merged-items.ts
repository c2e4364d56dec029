import { isObject, setOwn, type JsonObject, type JsonValue } from '../base/json.ts';

/** What is nested deeper is taken from the first item alone. */
const deepest = 100;

/**
 * One object that has all properties of the objects in an array, those within them too, or undefined where it has none: what
 * one item leaves out, another one shows. Of a property that is no object in all of them, the first value is taken.
 */
export function mergedItems(values: readonly JsonValue[], depth = 0): JsonObject | undefined {
  const objects = values.filter(isObject);
  const [first, ...others] = objects;
  if (!first || others.length === 0 || depth > deepest) return first;
  const found = new Map<string, JsonValue[]>();
  for (const object of objects) {
    for (const [key, value] of Object.entries(object)) {
      const known = found.get(key);
      if (known) known.push(value);
      else found.set(key, [value]);
    }
  }
  const merged: JsonObject = {};
  for (const [key, all] of found) setOwn(merged, key, mergedValue(all, depth + 1));
  return merged;
}

function mergedValue(values: readonly JsonValue[], depth: number): JsonValue {
  const [first = null] = values;
  if (isObject(first)) return mergedItems(values, depth) ?? first;
  if (!Array.isArray(first)) return values.find((value) => isObject(value) || Array.isArray(value)) ?? first;
  return first.some(isObject) || first.length === 0
    ? values.flatMap((value) => (Array.isArray(value) ? value : []))
    : first;
}
