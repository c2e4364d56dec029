import type { Tag } from './tag.ts';

/** A constant that a page defines for its components: a list, an object, a text, a number, or yes and no. */
const definition =
  /^[ \t]{0,8}(?:export )?const ([A-Za-z_$][\w$]{0,80})(?: ?:[^=\n]{0,200})? ?= ?(?=[[{]|["'][^"'\\\n]{0,200}["'];?[ \t]*$|(?:-?\d[\d.]{0,20}|true|false);?[ \t]*$)/gm;

/** What stands in braces, or in a bound attribute of Vue, where it is nothing but a name. */
const onlyName = /^\{?\s{0,9}([A-Za-z_$][\w$]{0,80})\s{0,9}\}?$/;

/** A constant that is used more often than this is told as a name from then on: its text would be read anew each time. */
const mostUses = 20;

/** Constants by their names, as they are written. */
export type Constants = ReadonlyMap<string, string>;

/**
 * Tags whose attributes name a constant that the page itself defines (`export const rows = [...]`, also in the script of a Vue
 * page) or imports, or a list of such and others (`[...paging, { name: 'q' }]`), with what it holds in the place of its name. Gives no
 * diagnostics.
 */
export function withConstants(
  tags: readonly Tag[],
  text: string,
  from: number,
  imported: Constants = new Map(),
): readonly Tag[] {
  const constants = new Map([...imported, ...moduleConstants(text, from)]);
  if (constants.size === 0) return tags;
  const uses = new Map<string, number>();
  const budget = { left: mostFilled };
  const valueOf = (attribute: string, written: string): string => {
    const isBound = written.startsWith('{') || /^(?:v-bind)?:/.test(attribute);
    const name = isBound ? (onlyName.exec(written)?.[1] ?? '') : '';
    const value = constants.get(name);
    const count = (uses.get(name) ?? 0) + 1;
    if (isBound && name === '' && /^\{?\s{0,9}[[{]/.test(written)) return filled(written, constants, budget);
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

/** So much text is put into values in all, in characters. */
const mostFilled = 500_000;

/** What is spread in a value, or stands in it by its name; texts in quotes are passed over. */
const named =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\.\.\.([A-Za-z_$][\w$]{0,80})(?=\s{0,9}[,\]}])|(?<=[\w"']\s?:\s?)([A-Za-z_$][\w$]{0,80})(?=\s{0,9}[,}\]])/g;

/** A value with constants in the place of their names, within the budget; others stay as they are. */
function filled(written: string, constants: Constants, budget: { left: number }): string {
  return written.replaceAll(named, (whole, spread?: string, name?: string) => {
    const value = constants.get(spread ?? name ?? '');
    if (value === undefined || value.length > budget.left) return whole;
    budget.left -= value.length;
    return spread === undefined ? value : value.slice(1, -1).trim().replace(/,$/, '');
  });
}

/** The constants of a module by their names, those in them filled in; of two of one name the first. Gives no diagnostics. */
export function moduleConstants(text: string, from: number): Constants {
  const constants = writtenConstants(text, from);
  const done = new Map<string, string>();
  const budget = { left: mostFilled };
  // what a constant has of others stands before it
  for (const [name, value] of constants) done.set(name, filled(value, done, budget));
  return done;
}

function writtenConstants(text: string, from: number): Constants {
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

/** Where a constant ends; undefined where a heading or the end of the text comes before the end of a list or an object. */
function literalEnd(text: string, at: number): number | undefined {
  const scalar = /["'][^"'\\\n]{0,200}["']|-?\d[\d.]{0,20}|true|false/y;
  scalar.lastIndex = at;
  if (scalar.test(text)) return scalar.lastIndex;
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
