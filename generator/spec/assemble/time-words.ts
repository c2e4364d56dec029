import type { JsonObject } from '../../base/json.ts';
import { readTypeWords, type TypeBranches } from '../type-words.ts';
import { factsOf, type FactNode } from './fact-tree.ts';

/** Words for spans and points of time, which leave open how these are written. */
const timeWords =
  /^(?:(?:go|golang|unix|rfc ?3339|iso ?8601)[-_ ])?(?:durations?|time|timestamps?|intervals?|periods?)$/;

/** A span as text: a number with a unit, or several (`1h30m`), or that of ISO 8601 (RFC 3339, appendix A). */
const span = /^(?:(?:\d{1,9}(?:\.\d{1,9})?(?:ns|us|µs|ms|s|sec|m|min|h|d|w|mo|y)){1,7}|P(?=[\dT])[\dDHMSTWY.]{1,30})$/;

/** A point of time as text (RFC 3339, section 5.6). */
const point = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?$/;

/**
 * The type of a value that is called by a word for time (`duration`, `timestamp`), by the way in which its default, an example, its values
 * or code in its description write one: `30s`, `2026-07-01T20:10:51Z`. Undefined for other words, and where nothing shows it.
 */
export function timeType(words: string, node: FactNode): TypeBranches | undefined {
  const parts = partsOf(words);
  const shown = parts.some((part) => timeWords.test(part)) && parts.length <= 4 ? shownTime(node) : undefined;
  if (!shown) return undefined;
  const read = parts.map((part) =>
    timeWords.test(part) ? { branches: [shown], nullable: false } : readTypeWords(part),
  );
  const found = read.filter((one) => one !== undefined);
  if (found.length < read.length) return undefined;
  return { branches: found.flatMap(({ branches }) => branches), nullable: found.some(({ nullable }) => nullable) };
}

/** Whether words for a type are of time alone, and so leave the type to what shows it. */
export function isTimeWord(words: string): boolean {
  return partsOf(words).every((part) => timeWords.test(part));
}

function partsOf(words: string): string[] {
  const parts = words
    .slice(0, 200)
    .toLowerCase()
    .split(/\s?\|\s?|\sor\s/);
  return parts.map((part) => part.replaceAll(/^[`*_<]{1,4}|[`*_>]{1,4}$/g, '').trim());
}

/** The type of the text that shows how a time is written. */
function shownTime({ evidence }: FactNode): JsonObject | undefined {
  const values = [
    ...factsOf(evidence, 'default').map(({ fact }) => fact.value),
    ...factsOf(evidence, 'example').flatMap(({ fact }) => (fact.placeholder ? [] : [fact.value])),
    ...factsOf(evidence, 'enum').flatMap(({ fact }) => fact.values),
    ...factsOf(evidence, 'description').flatMap(({ fact }) => codeOf(fact.text)),
  ].filter((value) => typeof value === 'string');
  if (values.some((value) => span.test(value))) return { type: 'string' };
  return values.some((value) => point.test(value)) ? { type: 'string', format: 'date-time' } : undefined;
}

function codeOf(text: string): string[] {
  return [...text.slice(0, 2000).matchAll(/`"?([^`"\n]{1,60})"?`/g)].map(([, code = '']) => code);
}
