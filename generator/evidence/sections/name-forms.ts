import { parsedJson } from '../../base/json.ts';
import { typeWordsOf } from './list-notes.ts';

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

/** A type in braces before a description, as JSDoc has it, with the mark of presence behind it. */
interface BracedType {
  readonly words: string;
  readonly required?: boolean;
  readonly text: string;
}

/** What a description begins with that has its type in braces: `{String} **required** The name`. Gives no diagnostics. */
export function bracedType(cell: string): BracedType | undefined {
  const [whole = '', inner = '', presence] =
    /^\s{0,3}\{([A-Za-z][\w<>[\]| ]{0,60})\}(?:\s{1,3}|$)(?:[*_]{1,2}(required|optional)[*_]{1,2}(?:\s{1,3}|$))?/i.exec(
      cell,
    ) ?? [];
  const words = typeWordsOf(inner);
  if (words === undefined) return undefined;
  const required = presence === undefined ? {} : { required: /^r/i.test(presence) };
  return { words, ...required, text: cell.slice(whole.length) };
}
