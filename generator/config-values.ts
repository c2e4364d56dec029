import { joinPointer } from './base/pointer.ts';

/** Tells what is wrong with the value of a configuration at a JSON Pointer. */
export type Fail = (pointer: string, reason: string) => void;

/** The members of an object of a configuration. */
export type Entries = Readonly<Record<string, unknown>>;

/** An object with no keys but `keys` (any where these are undefined), named `what` in messages. */
export function readObject(
  value: unknown,
  pointer: string,
  what: string,
  keys: readonly string[] | undefined,
  fail: Fail,
): Entries | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fail(pointer, `${what} must be an object${keys === undefined ? '' : ` with the keys ${keys.join(', ')}`}`);
    return undefined;
  }
  for (const key of Object.keys(value)) {
    if (keys !== undefined && !keys.includes(key)) {
      fail(joinPointer(pointer, key), `unknown key "${key}" in ${what}${suggestion(key, keys)}`);
    }
  }
  return { ...value };
}

/** A text that is not empty; undefined is no fault. */
export function readText(value: unknown, pointer: string, what: string, fail: Fail): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() !== '' && !value.includes('\0')) return value;
  fail(pointer, `"${what}" must be a text that is not empty`);
  return undefined;
}

/** One text or a list of them. */
export function readTexts(value: unknown, pointer: string, what: string, fail: Fail): string[] {
  if (!Array.isArray(value)) {
    const single = readText(value, pointer, what, fail);
    return single === undefined ? [] : [single];
  }
  const texts = value.map((item: unknown, index) => readText(item, joinPointer(pointer, index), what, fail));
  return texts.filter((text) => text !== undefined);
}

/** True or false; undefined is no fault. */
export function readSwitch(value: unknown, pointer: string, what: string, fail: Fail): boolean | undefined {
  if (value === undefined || typeof value === 'boolean') return value;
  fail(pointer, `"${what}" is true or false, not ${JSON.stringify(value)}`);
  return undefined;
}

/** One of some words; undefined is no fault. */
export function readChoice<Word extends string>(
  value: unknown,
  words: readonly Word[],
  pointer: string,
  fail: Fail,
): Word | undefined {
  const chosen = words.find((word) => word === value);
  if (value !== undefined && chosen === undefined) {
    fail(pointer, `one of ${words.join(', ')} is wanted, not ${JSON.stringify(value)}`);
  }
  return chosen;
}

function suggestion(word: string, known: readonly string[]): string {
  const ranked = known.map((name) => ({ name, distance: editDistance(word.toLowerCase(), name) }));
  const best = ranked.toSorted((left, right) => left.distance - right.distance)[0];
  const close = best !== undefined && best.distance <= Math.max(1, Math.floor(best.name.length / 2));
  return close ? `; did you mean "${best.name}"?` : `; known are ${known.join(', ')}`;
}

/** The number of single-character edits between two short texts (Levenshtein). */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of left.slice(0, 50).split('').entries()) {
    const next = [index + 1];
    for (const [column, other] of right.split('').entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
