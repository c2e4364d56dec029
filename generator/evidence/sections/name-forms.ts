import { parsedJson } from '../../base/json.ts';

/**
 * The names of parts that have slashes between them (`owner/id`), where the table has the whole, too, or several parts of it. Gives no
 * diagnostics.
 */
export function slashedNames(names: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const name of names) {
    const whole = parted.exec(name)?.[1];
    if (whole !== undefined) counts.set(whole, (counts.get(whole) ?? 0) + 1);
    else if (plain.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Set(names.filter((name) => (counts.get(parted.exec(name)?.[1] ?? '') ?? 0) > 1));
}

/** A name in two parts, and a name that is one. */
const parted = /^([A-Za-z_]\w{0,60})\/[A-Za-z_]\w{0,60}$/;
const plain = /^[A-Za-z_]\w{0,60}$/;

/** The value that a pair of the name and a value in JSON beside a name shows: `"size": 5` of `size`. Gives no diagnostics. */
export function shownPair(name: string, text: string): string | undefined {
  const [, key, value] = /^`?"([\w.$-]{1,100})":\s{0,3}(\S[^\n]{0,500}?),?`?$/.exec(text) ?? [];
  if (key !== name || value === undefined) return undefined;
  return parsedJson(value) === undefined ? undefined : value;
}
