import type { ListItem } from '../../pages/page.ts';
import { describedList } from './described-list.ts';
import type { FieldRow } from './field-row.ts';
import { formatOf, formattedWords, withoutTail } from './format-words.ts';
import { readListHead, type ListHead } from './list-head.ts';
import { withLabelledNotes } from './labelled-notes.ts';
import { typeWordsOf, type FieldNotes } from './list-notes.ts';
import { withSchemaLine } from './schema-lines.ts';
import { statedPlace } from './list-places.ts';
import { typeText } from './references.ts';
import { shownForm } from './shown-form.ts';

/** What is known of a list before it is read. */
export interface ListContext {
  /** A heading or a label says that the list holds fields: items may then be less explicit. */
  readonly announced: boolean;
  /** It holds parameters of a query: `name=<string>` names one, and not a value of another. */
  readonly isQuery?: boolean;
}

/** How many of the items of a list must name a value, so that it is a list of fields. */
const leastShare = 0.6;

/**
 * The values that the items of a list describe, one a row, lists in items as their children: `` `name` `(string: <required>)` - text ``,
 * `**name** – text`, `` `name` (string, optional): text `` and their like. Undefined where most of the items name none, as in
 * lists of links, of steps or of allowed values. Items without a name are left out; their lines are in `unreadItems`.
 */
export function readFieldList(items: readonly ListItem[], context: ListContext): FieldRow[] | undefined {
  const heads = items.map((item) => readListHead(item.text, context.announced, context.isQuery));
  const named = heads.filter((head) => head !== undefined);
  if (named.length === 0 || named.length < heads.length * leastShare) return undefined;
  if (!context.announced && !named.every((head) => head.isStrong)) return undefined;
  return items.flatMap((item, index) => {
    const head = heads[index];
    return head ? itemRows(item, head) : [];
  });
}

/** Fewer items that look like fields, without a heading that says so, may be anything. */
const leastRows = 3;

/** Whether a list looks by its own form like the fields of an object: it names some values, or each with its type. Gives no diagnostics. */
export function describesObjectList(items: readonly ListItem[]): boolean {
  const rows = readFieldList(items, { announced: false }) ?? [];
  return rows.length >= leastRows || (rows.length === items.length && rows.every(isTyped));
}

/** Whether a list that is announced as one of fields gives most of them a type. Gives no diagnostics. */
export function areTypedFields(items: readonly ListItem[]): boolean {
  const rows = readFieldList(items, { announced: true }) ?? [];
  return rows.length === items.length && rows.filter(isTyped).length * 2 > rows.length;
}

/** Whether a row says a type and no value, as those of settings do. */
function isTyped({ words, reference, exampleText }: FieldRow): boolean {
  return (words !== undefined || reference !== undefined) && exampleText === undefined;
}

function itemRows(written: ListItem, headed: ListHead): FieldRow[] {
  const { item, head } = withSchemaLine(withLabelledNotes(withoutAnnouncement(written), headed));
  const { words, ...notes } = withListedValues(item, head);
  const inner = innerFields(item, head);
  const items = inner ? undefined : notedItems(head);
  const { text: rest, defaultText, format } = withoutTail(head.rest);
  const parts = [rest, ...(inner ? [] : item.items.map((one) => itemMarkdown(one, 0)))].filter((one) => one !== '');
  const description = items ? items.rest : parts.join('\n').replace(onlyItems, '').trim();
  const typed = items
    ? items.notes
    : words === undefined
      ? describedList(head.rest, item.location.document)
      : typeText(objectWords(words), item.location.document);
  const refers = typed !== undefined && 'reference' in typed && typed.reference !== undefined;
  const formatted = format === undefined || refers ? undefined : formattedWords(typed?.words, format);
  const form = inner ? undefined : shownForm(head.rest, item.location);
  const stated = notes.required ?? statedRequired(head.rest);
  const isRequiredChoice = head.isChoice === true && stated === true;
  const { required: _, ...others } = notes;
  const required = isRequiredChoice ? undefined : stated;
  return head.names.map((named, at) => {
    const name = named.replace(/^:/, '');
    const place = notes.place ?? (named.startsWith(':') ? 'path' : statedPlace(head.rest));
    const alternatives = isRequiredChoice && at === 0 ? head.names.slice(1) : undefined;
    return {
      ...others,
      ...(alternatives && { alternatives }),
      ...(form?.isList && { words: 'array' }),
      ...typed,
      ...(formatted !== undefined && { words: formatted }),
      ...(defaultText !== undefined && { defaultText }),
      name,
      ...(required !== undefined && { required }),
      ...(place !== undefined && { place }),
      ...(description !== '' && { description }),
      children: inner ?? form?.children ?? [],
      location: item.location,
      method: 'prose',
    };
  });
}

/** What is noted at a name, with the values that the list within its item gives where its type says that it is one of them: `(enum)`. */
function withListedValues(item: ListItem, { notes }: ListHead): FieldNotes {
  if (!/^enum$/i.test(notes.words ?? '') || notes.values || item.items.length === 0) return notes;
  const values = item.items.map(({ text }) => /^`([^`\n]{1,100})`(?=$|[\s:.,–—-])/.exec(text)?.[1]);
  const isAll = values.every((value) => value !== undefined);
  return isAll ? { ...notes, words: 'string', values: values.filter((value) => value !== undefined) } : notes;
}

/** What a list has for items, as a label in what is said of it notes: `` **Items:** `string`, format: `uuid` ``. */
function notedItems({ notes, rest }: ListHead): { readonly notes: FieldNotes; readonly rest: string } | undefined {
  const label = /^(array|list)$/i.test(notes.words ?? '') ? itemsLabel.exec(rest) : null;
  const said = label && readListHead(`\`items\` ${rest.slice(label.index + label[0].length)}`, false);
  const words = said?.notes.words;
  if (!label || !said || words === undefined || !scalarWords.test(words)) return undefined;
  const format = said.notes.format === undefined ? undefined : formatOf(words, said.notes.format);
  const { values } = said.notes;
  const item = format === undefined ? words : `${words}<${format}>`;
  const text = [rest.slice(0, label.index), said.rest].map((one) => one.trim()).filter((one) => one !== '');
  return { notes: { words: `array<${item}>`, ...(values && { values }) }, rest: text.join('\n\n') };
}

/** The label of a list that is read as such, and what its items are called. */
const onlyItems = /^(?:\*\*|__)items(?::(?:\*\*|__)|(?:\*\*|__):)[ \t]{0,3}[\w.$-]{0,100}$/im;

const itemsLabel = /(?:^|\n)[ \t]{0,3}(?:\*\*|__)(?:array )?items:?(?:\*\*|__):?\s{1,9}(?=`)/i;

/** Whether a description says in a word of its own, at its begin or in parentheses at its end, that a value is required. Gives no diagnostics. */
export function statedRequired(text: string): boolean | undefined {
  const line = text.split('\n', 1)[0]?.slice(0, 1000).trim() ?? '';
  const [, first, last, inside] =
    /^[*_([]{0,3}(required|mandatory|optional)[*_)\]]{0,3}[.:;][*_]{0,2}(?=\s|$)|(?:[([]|[.;!`)]\s[*_]{0,2})(required|mandatory|optional)\.?[*_)\]]{0,2}\.?$|[.;)`]\s[*_]{1,2}(required|mandatory|optional)[*_]{1,2}[.,;]\s/i.exec(
      line,
    ) ?? [];
  const word = (first ?? last ?? inside)?.toLowerCase();
  return word === undefined ? undefined : word !== 'optional';
}

/** `array<Tag>` as the words that name the entity. */
function objectWords(words: string): string {
  return words.replace(/^(?:[Aa]rray|[Ll]ist)<(_?[A-Za-z]\w*)>$/, (whole, name: string) =>
    typeWordsOf(name) !== undefined || !/[A-Z_]/.test(name) ? whole : `array of ${name} objects`,
  );
}

const scalarWords = /^(?:string|str|text|int\w*|number|float\w*|double|bool(?:ean)?|uuid|date\S*|time\S*)\b(?!\[)/i;

/** An announcement of values, not of fields: `One of:`, `It may have the following values:`. */
const announcesValues =
  /\b(?:values?|options?|one of|modes?|choices?|either|operators?|filters?|possibilities|formats?)\b[^.\n]{0,80}[:.]?\s*$/i;

/** A sentence that does so, and not one that only ends with such a word: `The total of all values.` */
const statesValues =
  /\b(?:following|possible|valid|allowed|available|supported|accepted|either|one of|below)\b[^.\n]{0,80}\.\s*$/i;

/** What an item says that only announces those within it: `Box objects contain the following fields:`. */
const announcesFields =
  /^(?:[\w`-]{1,40}\s){0,3}(?:objects?|arrays?|items?|elements?|entry|entries|each|every|it)\b[^.\n]{0,80}\b(?:contains?|has|have|includes?|consists? of|with)\b[^.\n]{0,40}\b(?:fields|properties|attributes|keys|members|following)\b[^.\n]{0,40}:$/i;

/** An item without the one below it that only announces what is listed in that. */
function withoutAnnouncement(item: ListItem): ListItem {
  const [only, ...others] = item.items;
  const isAnnouncing = only !== undefined && others.length === 0 && only.items.length > 0;
  return isAnnouncing && announcesFields.test(only.text.trim()) ? { ...item, items: only.items } : item;
}

/** The fields within an item; undefined where what is nested in it are values or remarks. */
function innerFields(item: ListItem, { notes, rest }: ListHead): FieldRow[] | undefined {
  if (item.items.length === 0 || /^enum$/i.test(notes.words ?? '')) return undefined;
  if (notes.values !== undefined || (notes.words !== undefined && scalarWords.test(notes.words))) return undefined;
  // what is an object has no values to choose from
  const isObject = /\b(?:objects?|maps?|hash|dict\w*)\b/i.test(notes.words ?? '');
  if (!isObject && announcesValues.test(rest) && (!/\.\s*$/.test(rest) || statesValues.test(rest))) return undefined;
  const isContainer = notes.words !== undefined || rest === '' || /:\s*$/.test(rest);
  // a name that stands for any (`<alias>`) is that of the values of a map
  return readFieldList(item.items, { announced: isContainer })?.map(({ place, ...row }) => {
    return place === 'path' ? { ...row, name: '*' } : { ...row, ...(place !== undefined && { place }) };
  });
}

/** An item as Markdown again, for the text of the item around it. */
function itemMarkdown(item: ListItem, depth: number): string {
  const indent = '  '.repeat(depth);
  const lines = item.text.split('\n').map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}`);
  return [...lines, ...item.items.map((one) => itemMarkdown(one, depth + 1))].join('\n');
}

/** The items of a list that `readFieldList` leaves out. */
export function unreadItems(items: readonly ListItem[], context: ListContext): ListItem[] {
  return items.filter((item) => readListHead(item.text, context.announced, context.isQuery) === undefined);
}

/** One status that a list names, with what is said of it. */
export interface StatusRow {
  readonly status: string;
  readonly description?: string;
  readonly item: ListItem;
}

const statusItem =
  /^[*_`]{0,4}([1-5](?:\d\d|XX))(?:[*_`]{0,3}\s{1,3}(?:[A-Z][A-Za-z-]{1,20}\s?){1,5}(?=\s?(?:$|[\n*_`:,(=–—-])))?[*_`]{0,4}(?=$|\s|:|,\s)\s*(?::|,|[-–—]{1,2}|=>)?\s*/;

/** A status that links to what it means in general. */
const linkedStatus = /^\[([1-5](?:\d\d|XX)\b[^\][]{0,60})\]\([^()\s]{1,300}\)/;

/** Several statuses that an item begins with: `400/404`, `` `401`, `403` ``. */
const statusRun =
  /^[*_`]{0,4}[1-5](?:\d\d|XX)[*_`]{0,4}(?:\s?(?:,|\/|\||or\b|and\b)\s?[*_`]{0,4}[1-5](?:\d\d|XX)(?!\d)[*_`]{0,4}){1,8}/;

/** The statuses that the items of a list name (`**200** – no error`); undefined where an item names none. */
export function readStatusList(items: readonly ListItem[]): StatusRow[] | undefined {
  const apart = items.flatMap((item) => {
    const [run = ''] = statusRun.exec(item.text) ?? [];
    const each = run.match(/[1-5](?:\d\d|XX)/g) ?? [];
    return each.length < 2
      ? [item]
      : each.map((status) => ({ ...item, text: `\`${status}\`${item.text.slice(run.length)}` }));
  });
  const rows = apart.map((item): StatusRow | undefined => {
    const text = item.text.replace(linkedStatus, '$1');
    const match = statusItem.exec(text);
    if (!match) return undefined;
    const description = [text.slice(match[0].length), ...item.items.map((one) => itemMarkdown(one, 0))].join('\n');
    return { status: match[1] ?? '', ...(description.trim() !== '' && { description: description.trim() }), item };
  });
  const read = rows.filter((row) => row !== undefined);
  return read.length === rows.length && read.length > 0 ? read : undefined;
}
