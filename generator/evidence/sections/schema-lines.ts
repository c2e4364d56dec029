import type { ListItem } from '../../pages/page.ts';
import type { ListHead } from './list-head.ts';

/** The label before what a list holds: `**Array of:**`. */
export const itemsLabel: RegExp = /^[*_]{0,3}(?:array|list) of[*_]{0,3}\s?:[*_]{0,3}$/i;

/** A line that names the schema whose fields follow (with what it is), or that is shown elsewhere on the page. */
const line =
  /^(?:(?:`(?:object|array)`)?,\s)?[*_]{0,3}(?:(?:schema|model)\s?:\s`([A-Za-z_][\w.$-]{0,100})`(?:\s[—–-]\s(.{0,2000}))?|(?:The\s)?(?:schema|model)\s`([A-Za-z_][\w.$-]{0,100})`\s(?:is|was)\s(?:already\s)?(?:shown|described|given|listed)\s(?:above|before))\.?[*_]{0,3}$/i;

/** A label before what a value is made of. */
const allOf = /^[*_]{0,3}all of\s?:[*_]{0,3}$/i;

/** A label that says that a value is one of several schemas. */
export const alternatives: RegExp = /^[*_]{0,3}(?:any|one) of[*_]{0,3}\s?:[*_]{0,3}$/i;

/** The schema that a text names on a line of its own. */
export interface SchemaLine {
  readonly name: string;
  /** Its fields stand elsewhere. */
  readonly isShown: boolean;
  /** The text without that line, and without the label before it of what a value is made of. */
  readonly rest: string;
}

/** The only schema that a text names on a line of its own; undefined where none, or several to choose from. Gives no diagnostics. */
export function schemaLine(text: string): SchemaLine | undefined {
  if (!/\b(?:schema|model)\b/i.test(text) || text.length > 5000) return undefined;
  const lines = text.split('\n').map((one) => one.trim());
  const matches = lines.map((one) => line.exec(one));
  const names = new Set(matches.flatMap((match) => match?.[1] ?? match?.[3] ?? []));
  const [name, ...others] = names;
  if (name === undefined || others.length > 0 || lines.some((one) => alternatives.test(one))) return undefined;
  const rest = lines.map((one, index) => {
    const match = matches[index];
    return match ? (match[2] ?? '') : allOf.test(one) ? '' : one;
  });
  return { name, isShown: matches.some((match) => match?.[3] !== undefined), rest: rest.join('\n').trim() };
}

/** What links to a schema that is shown under a name. */
export function schemaLink(name: string): string {
  return `#schema:${name}`;
}

/** An item and its head, as far as what it says names a schema. */
interface Noted {
  readonly item: ListItem;
  readonly head: ListHead;
}

/** An item whose text names the schema of its value, or of what it holds, with that as its type. Gives no diagnostics. */
export function withSchemaLine({ item, head }: Noted): Noted {
  const named = schemaLine(head.rest);
  const { words = '' } = head.notes;
  const isList = /^(?:array|list)$/i.test(words);
  if (!named || !(named.isShown || item.items.length > 0) || !(isList || /^(?:object|)$/i.test(words)))
    return { item, head };
  const link = `[${named.name}](${schemaLink(named.name)})`;
  const notes = { ...head.notes, words: isList ? `array of ${link}` : link };
  return { item: { ...item, items: [] }, head: { ...head, notes, rest: named.rest } };
}
