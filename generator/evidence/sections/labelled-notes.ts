import type { ListItem } from '../../pages/page.ts';
import type { ListHead } from './list-head.ts';
import type { FieldNotes } from './list-notes.ts';
import { plainText } from './markup.ts';

const label =
  /^[*_`]{0,3}(type|data type|default|default value|required)[*_`]{0,3}\s?:[*_]{0,3}\s{0,3}(\S[^\n]{0,200})$/i;

/** An item and its head, as far as the list in it says more of the value. */
interface Noted {
  readonly item: ListItem;
  readonly head: ListHead;
}

/**
 * An item with what the list in it says of its value behind labels, one an item (`Type: Int`, `Default: 5`, `Required: no`), noted at its name, and
 * the other items of that list as its text. Without a label of a type all is as it was. Gives no diagnostics.
 */
export function withLabelledNotes(item: ListItem, head: ListHead): Noted {
  const said = item.items.map((one) => (one.items.length + one.blocks.length === 0 ? label.exec(one.text) : null));
  const type = said.find((match) => match?.[1]?.toLowerCase().endsWith('type'))?.[2];
  if (type === undefined || head.notes.words !== undefined) return { item, head };
  const valueOf = (word: RegExp): string | undefined => {
    const value = said.find((match) => match && word.test(match[1] ?? ''))?.[2];
    return value === undefined ? undefined : plainText(value);
  };
  const defaultText = head.notes.defaultText ?? valueOf(/^default/i);
  const isSaid = /^(?:(yes|true)|no|false)$/i.exec(valueOf(/^required$/i) ?? '');
  const required = head.notes.required ?? (isSaid ? isSaid[1] !== undefined : undefined);
  const notes: FieldNotes = {
    ...head.notes,
    // a link says which object it is
    words: type.includes('](') ? type.trim() : plainText(type),
    ...(defaultText !== undefined && { defaultText }),
    ...(required !== undefined && { required }),
  };
  const others = item.items.filter((_, index) => !said[index]);
  // what has parts is no text, but the values in this one
  if (others.some((one) => one.items.length + one.blocks.length > 0))
    return { item: { ...item, items: others }, head: { ...head, notes } };
  const rest = [head.rest, ...others.map(({ text }) => text)].filter((text) => text !== '').join('\n\n');
  const last = item.items.at(-1)?.location;
  const endLine = last?.endLine ?? last?.line ?? item.location.line;
  const location = { ...item.location, ...(endLine > item.location.line && { endLine }) };
  return { item: { ...item, items: [], location }, head: { ...head, notes, rest } };
}
