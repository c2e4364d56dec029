import { isDataFailure, parseData, printYaml } from '../../generator/base/data.ts';
import { isObject, mapObject, type JsonValue } from '../../generator/base/json.ts';

/** Keys that hold sentences or samples of the documents, or the lines where something stands. */
const prose: ReadonlySet<string> = new Set([
  'description',
  'summary',
  'title',
  'examples',
  'example',
  'x-evidence',
  'x-conflicts',
  'x-uncertain',
  'x-inferred',
  'x-logo',
  'license',
]);

/** The facts of a spec alone, canonical: names, types, limits, values, paths; what is text or place is left out. */
export function stripProse(spec: string): string {
  const data = parseData(spec, { document: 'openapi.yaml' });
  if (isDataFailure(data)) throw new Error(data.reason);
  return printYaml(strip(data.value, ''));
}

function strip(value: JsonValue, parent: string): JsonValue {
  if (Array.isArray(value)) return value.map((item) => strip(item, parent === 'x-rule' ? parent : ''));
  if (!isObject(value)) return value;
  const named = parent === 'properties' || parent === 'schemas';
  // the sentence of a rule between fields
  const isSentence = (key: string): boolean => parent === 'x-rule' && key === 'text';
  const entries = Object.entries(value).filter(([key]) => named || !(prose.has(key) || isSentence(key)));
  const sorted = entries.toSorted(([left], [right]) => (left < right ? -1 : 1));
  return mapObject(Object.fromEntries(sorted), (member, key) => {
    if (key === 'required' && Array.isArray(member)) return member.toSorted();
    // alternatives hold together in any order
    if (key === 'anyOf' && Array.isArray(member)) {
      return member
        .map((branch) => strip(branch, ''))
        .toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
    }
    return strip(member, key);
  });
}
