import type { Tag } from './tag.ts';

/** A constant that a page defines for its components: a list or an object. */
const definition = /^[ \t]{0,8}(?:export )?const ([A-Za-z_$][\w$]{0,80})(?: ?:[^=\n]{0,200})? ?= ?(?=[[{])/gm;

/** What stands in braces, or in a bound attribute of Vue, where it is nothing but a name. */
const onlyName = /^\{?\s{0,9}([A-Za-z_$][\w$]{0,80})\s{0,9}\}?$/;

/** A constant that is used more often than this is told as a name from then on: its text would be read anew each time. */
const mostUses = 20;

/**
 * Tags whose attributes name a constant that the page itself defines (`export const rows = [...]`, also in the script of a Vue
 * page), with what it holds in the place of its name. Gives no diagnostics.
 */
export function withConstants(tags: readonly Tag[], text: string, from: number): readonly Tag[] {
  const constants = pageConstants(text, from);
  if (constants.size === 0) return tags;
  const uses = new Map<string, number>();
  const valueOf = (attribute: string, written: string): string => {
    const isBound = written.startsWith('{') || /^(?:v-bind)?:/.test(attribute);
    const name = isBound ? (onlyName.exec(written)?.[1] ?? '') : '';
    const value = constants.get(name);
    const count = (uses.get(name) ?? 0) + 1;
    if (value === undefined || count > mostUses) return written;
    uses.set(name, count);
    return `{${value}}`;
  };
  return tags.map((tag) => {
    const entries = Object.entries(tag.attributes);
    if (entries.length === 0) return tag;
    return { ...tag, attributes: Object.fromEntries(entries.map(([key, value]) => [key, valueOf(key, value)])) };
  });
}

/** The constants of a page by their names; of two of one name the first. */
function pageConstants(text: string, from: number): ReadonlyMap<string, string> {
  const constants = new Map<string, string>();
  let failures = 0;
  definition.lastIndex = from;
  for (let match = definition.exec(text); match; match = definition.exec(text)) {
    const name = match[1] ?? '';
    const end = literalEnd(text, definition.lastIndex);
    if (end === undefined) failures += 1;
    if (failures > mostFailures) break;
    if (end === undefined) continue;
    if (!constants.has(name)) constants.set(name, text.slice(definition.lastIndex, end));
    definition.lastIndex = end;
  }
  return constants;
}

/** So many constants without an end tell that there is no code, but something else. */
const mostFailures = 20;

/** The longest constant that is read. */
const maxLength = 100_000;

/** Where a list or an object ends; undefined where a heading or the end of the text comes first. */
function literalEnd(text: string, at: number): number | undefined {
  const piece = /[[\]{}]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\n#{1,6} /g;
  const limit = at + maxLength;
  let depth = 0;
  piece.lastIndex = at;
  for (let match = piece.exec(text); match && match.index < limit; match = piece.exec(text)) {
    const [found] = match;
    if (found.startsWith('\n')) return undefined;
    if (found === '[' || found === '{') depth += 1;
    else if (found === ']' || found === '}') depth -= 1;
    if (depth === 0) return match.index + found.length;
  }
  return undefined;
}
