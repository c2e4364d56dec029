import { defaultPattern, readDefault } from './prose-defaults.ts';
import { enumFindings } from './prose-enums.ts';
import {
  bareLiteralPattern,
  literalPattern,
  literalValue,
  literalValues,
  type Prose,
  type ProseFinding,
  type ProseRow,
} from './prose.ts';

/** A literal as an item of a list, and what is said of it. */
const literalItem = String.raw`[ \t]*(?:[*+](?=[ \t])|-(?=[ \t\x60]))[ \t]*${bareLiteralPattern}[ \t]*(?:[-–—:=(][^\n]*)?`;

/** A piece of code as an item of a list, with what it means right behind it: `` - `cold` blue light ``. */
const meantItem = String.raw`[ \t]*[-*+][ \t]+${literalPattern}[ \t]+(?!(?:and|or|to|vs)\b)[A-Za-z][^\n]*`;

/** A word as an item of a list, and what is said of it: `- active - It can be used`. */
const wordItem = String.raw`[ \t]*[-*+][ \t]+[\w.-]{1,40}(?:[ \t]+[-–—=]|[ \t]?:)[ \t]+\S[^\n]*`;

/** The header of a table whose first column holds values, and the line below it. */
const valueHeader = /^[ \t]{0,9}\|?[ \t]{0,9}(?:values?|options?|codes?|choices?|types?|status|states?)[ \t]{0,9}\|/i;
const ruleLine = /^[ \t]{0,9}\|?[ \t]{0,9}:?-{2,60}:?[ \t]{0,9}\|/;

/** Lists of values in lines of their own. */
export const valueListRows: readonly ProseRow[] = [
  {
    name: 'table of values',
    pattern: /^[\s\S]+$/g,
    read: readValueTable,
  },
  {
    name: 'list of literals',
    // The whole description, or all after a line that announces values, up to what else is said.
    pattern: listPattern(literalItem),
    read: readLiteralList,
  },
  {
    name: 'list of literals with their meaning',
    // only behind a line that announces values: else code in a list may be anything
    pattern: listPattern(meantItem),
    read: (match, prose) => (announcementOf(match)?.isAnnounced === true ? readLiteralList(match, prose) : []),
  },
  {
    name: 'list of words',
    pattern: listPattern(wordItem),
    read: readWordList,
  },
  {
    name: 'lines of a value and its meaning',
    // the whole text, as scraped from a list: `draft - Not sent yet`
    pattern: /^((?:[\w.-]{1,40}[ \t]+[-–—][ \t]+\S[^\n]*\n)+[\w.-]{1,40}[ \t]+[-–—][ \t]+\S[^\n]*\n?)$/g,
    read: (match, prose) => {
      const words = (match[1] ?? '').split('\n').flatMap((line) => /^[\w.-]+/.exec(line)?.[0] ?? []);
      return enumFindings(
        words.map((word) => literalValue(word, false, prose)),
        prose,
        true,
        2,
      );
    },
  },
];

function listPattern(item: string): RegExp {
  return new RegExp(String.raw`^((?:[^\n]*\n)*?)\n*((?:${item}\n+)*${item})(?=\n|\s*$)`, 'g');
}

/** A line that announces values: `Options:`, `Supported models:`. */
const announcesValues =
  /\b(?:values?|options?|one of|choices|enum)\b|\b(?:supported|available|possible|allowed|valid|accepted|permitted)\s[\w-]{1,30}(?:\s[\w-]{1,30})?:$/i;

/** The begin of a line that announces the values of what has few: `Status of the upload:`. */
const announcesKinds =
  /\b(?:status|state|type|kind|mode|role|strategy|scope|reason|level|direction|category|stage|phase)\b[^.:]{0,60}:$/i;

interface Announcement {
  readonly text: string;
  readonly isAnnounced: boolean;
  /** Something else is said behind the list. */
  readonly goesOn: boolean;
}

/** What stands before and behind a list; undefined where it announces examples. */
function announcementOf(match: RegExpExecArray): Announcement | undefined {
  // a label of its own needs no colon
  const text = ((match[1] ?? '').trim().split('\n').at(-1) ?? '').replace(/^[*_]{2}([^*_]+?):?[*_]{2}:?$/, '$1:');
  if (/\b(?:e\.g|example|such as|includ|depend)/i.test(text)) return undefined;
  const isAnnounced = text.endsWith(':') && (announcesValues.test(text) || announcesKinds.test(text));
  return { text, isAnnounced, goesOn: match.input.slice(match.index + match[0].length).trim() !== '' };
}

/** The values in the first column of a table, of which each cell holds one. */
function readValueTable({ 0: text }: RegExpExecArray, prose: Prose): ProseFinding[] {
  if (!text.includes('|')) return [];
  const lines = text.split('\n');
  const head = lines.findIndex((line, at) => valueHeader.test(line) && ruleLine.test(lines[at + 1] ?? ''));
  if (head === -1) return [];
  const rows = lines.slice(head + 2);
  const end = rows.findIndex((line) => !line.includes('|'));
  const cells = rows.slice(0, end === -1 ? rows.length : end).map((line) => {
    return (
      line
        .replace(/^[ \t]*\|/, '')
        .split('|')[0]
        ?.trim() ?? ''
    );
  });
  const values = cells.flatMap((cell) => {
    return /^[\w.-]+$/.test(cell) ? [literalValue(cell, false, prose)] : literalValues(cell, prose).slice(0, 1);
  });
  return values.length === cells.length ? enumFindings(values, prose, true, 2) : [];
}

/** Words for a type that allow one text: `string`, `enum<string>`. */
const oneText =
  /^(?:string|str|text|enum|enum\s?[<([]\s?(?:string|str|text)\s?[>)\]]|string\s?[<([]\s?enum\s?[>)\]])$/i;

/** An item of a list that says what its value means. */
const isExplained = new RegExp(String.raw`^[ \t]*[-*+][ \t]*${bareLiteralPattern}[ \t]{0,3}[-–—:=(]`);

function readLiteralList(match: RegExpExecArray, prose: Prose): ProseFinding[] {
  const [, before = '', list = ''] = match;
  const announcement = announcementOf(match);
  if (announcement === undefined) return [];
  const { text, isAnnounced, goesOn } = announcement;
  const items = list.split('\n').filter((line) => /^[ \t]*[-*+]/.test(line));
  const first = new RegExp(String.raw`^[ \t]*[-*+][ \t]*(${literalPattern})`);
  const values = items.flatMap((item) => literalValues(first.exec(item)?.[1] ?? '', prose).slice(0, 1));
  const listsDefault = [...before.matchAll(defaultPattern)].some((one) => {
    return readDefault(one, prose).some(({ fact }) => fact.kind === 'default' && values.includes(fact.value));
  });
  // words behind what can be nothing but one of them
  const areWords = values.length > 1 && values.every((value) => typeof value === 'string' && /^[\w.-]+$/.test(value));
  const isScalar = oneText.test(prose.words.trim());
  const isValues = text === '' || listsDefault || (isScalar && areWords && !text.endsWith(':'));
  const found = isAnnounced || isValues ? enumFindings(values, prose, values.length > 1, 1) : [];
  if (isAnnounced || !goesOn) return found;
  // what else is said behind the list could be about it
  return isScalar && areWords && items.every((item) => isExplained.test(item))
    ? found.map((one) => ({ ...one, confidence: 'medium' }))
    : [];
}

/** Words in a list are values only of what is stated to be a text or one of some: an object's list names its fields. */
function readWordList(match: RegExpExecArray, prose: Prose): ProseFinding[] {
  const announcement = announcementOf(match);
  if (!oneText.test(prose.words.trim()) || announcement === undefined) return [];
  if (!announcement.isAnnounced && (announcement.text !== '' || announcement.goesOn)) return [];
  const words = (match[2] ?? '').split(/\n+/).flatMap((line) => /^[ \t]*[-*+][ \t]+([\w.-]+)/.exec(line)?.[1] ?? []);
  const values = words.map((word) => literalValue(word, true, prose));
  return enumFindings(values, prose, true, 2).map((one) => ({ ...one, confidence: 'medium' }));
}
