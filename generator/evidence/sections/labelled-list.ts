import { trimmed, trimmedEnd } from '../../base/trim.ts';
import type { Block, ListItem, ProseBlock } from '../../pages/page.ts';
import { headingRole } from './heading-roles.ts';
import { plainText } from './markup.ts';

/** An item of a list whose first line is the label of what else stands in it. */
export interface LabelledItem {
  /** Absent where it is no part of an operation but a text about it. */
  readonly label?: string;
  readonly blocks: readonly Block[];
  /** Whether nothing stands on the line of the label. */
  readonly isApart: boolean;
}

/**
 * The items of a list that stands for the sections of an operation: each begins with a line that says what the rest of it
 * holds (`**URL params**`, `**Response:**`). Undefined for any other list. Gives no diagnostics.
 */
export function labelledItems(block: ProseBlock): LabelledItem[] | undefined {
  const items = block.items ?? [];
  const isPlus = /^\+\s/.test(block.text);
  const isOperation = saysOperation(items);
  if (items.length < (isPlus ? 1 : 2)) return undefined;
  const read = items.map((item) => (isPlus ? plusItem(item) : undefined) ?? labelledItem(item, isOperation));
  const found = read.filter((one) => one !== undefined);
  // fields are described on the line of their name, sections below it
  const apart = found.filter(({ isApart }) => isApart).length;
  const labelled = found.filter(({ label }) => label !== undefined).length;
  const isApart = isOperation ? apart > 0 : apart > 0 && apart * 2 >= labelled;
  return found.length === items.length && isApart ? found : undefined;
}

/** Whether a list says by items of its own which operation it is about, its method and its path. Gives no diagnostics. */
export function saysOperation(items: readonly ListItem[]): boolean {
  const says = (label: RegExp): boolean => items.some(({ text }) => label.test(text));
  return (
    says(
      /^(?:\*\*)?(?:http )?(?:method|verb)(?:\*\*)?:(?:\*\*)?\s{1,3}`?[A-Z]{3,7}`?(?:(?:,| or| \|)\s`?[A-Z]{3,7}`?){0,3}$/i,
    ) &&
    (says(/^(?:\*\*)?(?:url|uri|path|endpoint|route)(?:\*\*)?:(?:\*\*)?\s{1,3}\S+$/i) || items.some(showsAddress))
  );
}

/** Whether an item is the label of an address in code. */
function showsAddress({ text, blocks: [block, ...others] }: ListItem): boolean {
  const isLabel = urlAlone.test(text.trim()) && others.length === 0;
  return isLabel && block?.kind === 'code' && !/\s/.test(block.text.trim());
}

/** The label of an address that stands in code below it. */
const urlAlone =
  /^(?:\*\*)?(?:(?:request|resource|http|api) )?(?:url|uri|path|endpoint|route)(?: (?:structure|format|pattern|template|syntax))?(?:\*\*)?:?$/i;

/** A label without marks, in a list about one operation. */
const bareLabel = /^([A-Z][A-Za-z ]{2,40})(?::\s{0,3}(.{0,2000})|)$/s;

/** A label in bold, alone or with a short value behind it, and what stands in its item. */
function labelledItem(item: ListItem, isOperation: boolean): LabelledItem | undefined {
  const [first = '', ...rest] = item.text.split(/\n{2,}/);
  const [, bold = '', value = ''] =
    /^(?:\*\*|__)([^*_\n]{2,60})(?:\*\*|__)\s{0,3}:?\s{0,3}(.{0,200})$/s.exec(first.trim()) ??
    (isOperation ? bareLabel.exec(first.trim()) : null) ??
    [];
  const label = trimmedEnd(plainText(bold), ': ');
  const { role, isPlain } = headingRole(label);
  const isNamed = isPlain && role !== 'other' && role !== 'aside' && !/^\d/.test(label);
  // what is beside the matter is a text in a list of parts, too: `**Required permissions:** write`
  const isBeside = role === 'aside' && value.trim() !== '' && !/^[-–—]/.test(value);
  if (!isNamed || /^[-–—]/.test(value))
    return (isOperation && label !== '') || isBeside ? aboutOperation(item, label) : undefined;
  const qualified = qualifiedLabel(label, value);
  const texts = [qualified ? '' : value, ...rest].filter((text) => text.trim() !== '');
  const { location } = item;
  const paragraphs = texts.map((text): ProseBlock => ({ kind: 'prose', form: 'paragraph', text, location }));
  const inner = item.items.length > 0 ? [listOf(item.items, item)] : [];
  const blocks = [...paragraphs, ...inner, ...item.blocks, ...innerBlocks(item.items)];
  return blocks.length > 0
    ? { label: qualified ?? label, blocks, isApart: value.trim() === '' || qualified !== undefined }
    : undefined;
}

/** An item of a list about one operation that is no part of it but says something of the whole: `**Description**: Opens a box`. */
function aboutOperation({ text, items, blocks, location }: ListItem, label: string): LabelledItem | undefined {
  if (items.length + blocks.length > 0) return undefined;
  const said = describes.test(label) ? trimmed(text.slice(text.indexOf(label) + label.length), ' :*_') : text;
  return { blocks: [{ kind: 'prose', form: 'paragraph', text: said, location }], isApart: false };
}

const describes = /^(?:description|purpose|summary)$/i;

/** A label with what a note in parentheses behind it says of it: `**Parameters**: (query string)`. */
function qualifiedLabel(label: string, value: string): string | undefined {
  const note = /^\(([^()\n]{1,60})\)$/.exec(plainText(value))?.[1];
  const role = note === undefined ? undefined : headingRole(note);
  return role?.isPlain && role.role !== 'other' ? `${label} (${note})` : undefined;
}

/** A part of an action in API Blueprint: `+ Response 200 (application/json)`, `+ Parameters`. */
function plusItem(item: ListItem): LabelledItem | undefined {
  const [label = '', ...rest] = item.text.split('\n');
  if (!/^(?:(?:URI )?Parameters|Request|Response|Attributes|Headers|Body|Schema)\b[^:\n]{0,80}$/.test(label))
    return undefined;
  const text = rest.join('\n').trim();
  const { location } = item;
  const said: Block[] = text === '' ? [] : [{ kind: 'prose', form: 'paragraph', text, location }];
  // a message is told in parts, of which the code says what they hold
  const isParted =
    item.items.length > 0 && item.items.every((one) => /^(?:Headers|Body|Schema|Attributes)\b/.test(one.text));
  const listed = isParted ? item.items.flatMap(({ items }) => items) : item.items;
  const inner = listed.length > 0 ? [listOf(listed, item)] : [];
  return { label, blocks: [...said, ...inner, ...item.blocks, ...innerBlocks(item.items)], isApart: true };
}

function listOf(items: readonly ListItem[], { location }: ListItem): ProseBlock {
  const text = items.map((item) => `- ${item.text.replaceAll('\n', '\n  ')}`).join('\n');
  const first = items[0]?.location ?? location;
  const last = items.at(-1)?.location ?? location;
  const endLine = last.endLine ?? last.line;
  return { kind: 'prose', form: 'list', text, items, location: { ...first, ...(endLine > first.line && { endLine }) } };
}

/** Code and tables in items, at whatever depth: they stand behind their list, too. */
function innerBlocks(items: readonly ListItem[]): Block[] {
  return items.flatMap((item) => [...item.blocks, ...innerBlocks(item.items)]);
}
