import { jsonEqual, type JsonValue } from './json.ts';

/** Lists up to this length are compared item by item. */
const fewItems = 8;

/**
 * The values of a list, each once: of equal ones (see `jsonEqual`) the first. The time it takes grows with the list, not
 * with its square, for lists may have a hundred thousand items.
 */
export function distinctValues<T extends JsonValue>(values: readonly T[]): T[] {
  if (values.length <= fewItems) {
    return values.filter((value, index) => values.findIndex((other) => jsonEqual(other, value)) === index);
  }
  const seen = new Set<string>();
  return values.filter((value) => {
    const text = canonicalText(value);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

/** A text that two values share exactly if they are equal: keys are sorted. */
function canonicalText(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  const members = Object.keys(value).toSorted();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonicalText(value[key] ?? null)}`).join(',')}}`;
}
