import { isObject, own, type JsonObject, type JsonValue } from '../../generator/base/json.ts';
import type { Judge } from './judges.ts';
import { hasLoop } from './loops.ts';
import { askAll, type Verdicts } from './pairs.ts';

/** A pair that not all answer alike. */
export interface Disagreement {
  readonly schema: JsonObject;
  readonly value: JsonValue;
  readonly verdicts: Verdicts;
}

/** No more rounds than this; what is still large then is looked at as it is. */
const maxRounds = 25;
/** How many smaller forms of one pair are tried in a round. */
const maxTried = 40;

/**
 * The smallest forms of some disagreements in which all answer as they did. All of them shrink in step, so that a round
 * needs one package. Packages are written below `folder`.
 */
export async function shrinkAll(
  found: readonly Disagreement[],
  judges: readonly [Judge, Judge],
  folder: string,
): Promise<Disagreement[]> {
  const current = [...found];
  const open = new Set(current.keys());
  for (let round = 0; round < maxRounds && open.size > 0; round += 1) {
    const tried = [...open].flatMap((index) =>
      smallerPairs(current[index]).map((pair) => ({ index, ...pair, values: [pair.value] })),
    );
    const answers = await askAll(tried, judges, `${folder}/round-${round}`);
    const improved = new Set<number>();
    for (const [position, { index, schema, value }] of tried.entries()) {
      const before = current[index];
      const verdicts = answers[position]?.[0];
      if (improved.has(index) || before === undefined || String(verdicts) !== String(before.verdicts)) continue;
      current[index] = { schema, value, verdicts: before.verdicts };
      improved.add(index);
    }
    for (const index of open) if (!improved.has(index)) open.delete(index);
  }
  return current;
}

function smallerPairs(pair: Disagreement | undefined): { readonly schema: JsonObject; readonly value: JsonValue }[] {
  if (pair === undefined) return [];
  const { $schema: dialect, ...rest } = pair.schema;
  const schemas = smaller(rest).flatMap((schema) =>
    isObject(schema) ? [{ $schema: dialect ?? null, ...schema }] : [],
  );
  const size = JSON.stringify(pair.schema).length;
  const bySize = schemas
    .filter((schema) => JSON.stringify(schema).length < size && !hasLoop(schema))
    .toSorted((left, right) => JSON.stringify(left).length - JSON.stringify(right).length);
  const values = smaller(pair.value).map((value) => ({ schema: pair.schema, value }));
  // the boldest cuts, and the most careful ones
  const chosen =
    bySize.length <= maxTried ? bySize : [...bySize.slice(0, maxTried / 2), ...bySize.slice(-maxTried / 2)];
  return [...chosen.map((schema) => ({ schema, value: pair.value })), ...values.slice(0, maxTried)];
}

/** All values that are the given one with one part taken away, or replaced by one of its own parts. */
function smaller(value: JsonValue): JsonValue[] {
  if (typeof value !== 'object' || value === null) return typeof value === 'string' && value !== '' ? [''] : [];
  if (Array.isArray(value)) {
    const without = value.map((_, index) => value.toSpliced(index, 1));
    const inside = value.flatMap((item, index) => smaller(item).map((part) => value.with(index, part)));
    return [...value, ...without, ...inside];
  }
  const keys = Object.keys(value);
  const without = keys.map((key) => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)));
  // a shorter reference would lead elsewhere
  const inside = keys
    .filter((key) => key !== '$ref')
    .flatMap((key) => smaller(own(value, key) ?? null).map((part) => ({ ...value, [key]: part })));
  const simple = keys.flatMap((key) => (isObject(own(value, key)) ? [{ ...value, [key]: true }] : []));
  return [...Object.values(value), ...without, ...simple, ...inside];
}
