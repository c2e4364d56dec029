import { isObject, type JsonValue } from '../../base/json.ts';
import type { Step } from '../evidence.ts';

/**
 * The places of the lists of objects that properties of samples hold, each as the JSON of its steps: of a value whose type no page
 * tells they say that dotted names below it (`rows.id`) belong to its items. Gives no diagnostics.
 */
export function shownLists(samples: readonly JsonValue[]): Set<string> {
  const found = new Set<string>();
  const visit = (value: JsonValue, path: readonly Step[]): void => {
    if (Array.isArray(value)) {
      if (path.at(-1)?.kind === 'property' && value.some(isObject)) found.add(JSON.stringify(path));
      for (const item of value) visit(item, [...path, { kind: 'items' }]);
    } else if (isObject(value)) {
      for (const [name, member] of Object.entries(value)) visit(member, [...path, { kind: 'property', name }]);
    }
  };
  for (const sample of samples) visit(sample, []);
  return found;
}
