import { isObject, type JsonValue } from '../base/json.ts';
import {
  bareLiteralPattern,
  fits,
  isConditional,
  literalPattern,
  literalsPattern,
  literalValue,
  literalValues,
  wordsPattern,
  type Prose,
  type ProseFinding,
  type ProseRow,
} from './prose.ts';

const defaultPattern = new RegExp(
  String.raw`\bdefault(?:s to|(?<=[,;(]\s?default)(?=\s(?:-?\d{1,15}|true|false)\s?[,;)])|s?\s*[:=]| value(?: is|\s*[:=])?| is|(?<=(?:^|[.,;(])\s{0,2}default)(?=\s{1,2}\x60))\s*(${literalPattern}|(?:-?\d+(?:\.\d+)?|true|false)(?![\w.]*\w))`,
  'gi',
);

const typeWord =
  /^(?:string|number|integer|int|float|bool(?:ean)?|object|array|list|null|undefined|any|date)(?:\[\])?$/i;

/** A literal as an item of a list, and what is said of it. */
const literalItem = String.raw`[ \t]*[-*+][ \t]+${bareLiteralPattern}[ \t]*(?:[-–—:=(][^\n]*)?`;

/** Values, defaults and examples as prose gives them. */
export const valueRows: readonly ProseRow[] = [
  {
    name: 'one of',
    pattern: new RegExp(
      String.raw`\bone of(?: the following)?(?: values| options)?(?: is|are)?\s*:?\s*(${literalsPattern})`,
      'gi',
    ),
    read: (match, prose) => enumFindings(literalValues(match[1] ?? '', prose), prose, isClosed(match), 2),
  },
  {
    name: 'one of: bare words',
    pattern: new RegExp(String.raw`\bone of(?: the following)?(?: values| options)?\s*:\s*(${wordsPattern})`, 'gim'),
    read: (match, prose) => enumFindings(bareValues(match[1] ?? '', prose), prose, isClosed(match), 2),
  },
  {
    // of a list: each of its items is one of them
    name: 'any of',
    pattern: new RegExp(
      String.raw`(?:^|[.;]\s{1,3})(?:any (?:combination |number )?of|one or more of|zero or more of|some of)(?: the following)?(?: values)?\s?:?\s?(${literalsPattern})`,
      'gi',
    ),
    read: (match, prose) =>
      prose.isList ? enumFindings(literalValues(match[1] ?? '', prose), prose, isClosed(match), 2) : [],
  },
  {
    name: 'must be',
    pattern: new RegExp(
      String.raw`\b(?:must|has to|should|can only|may only|needs to) (?:only )?be(?: either| set to)?\s+(${literalsPattern})`,
      'gi',
    ),
    read: (match, prose) => enumFindings(literalValues(match[1] ?? '', prose), prose, isClosed(match), 2),
  },
  {
    name: 'can be',
    pattern: new RegExp(String.raw`(?:^|[.;]\s+)(?:it )?can be(?: either| set to)?\s+(${literalsPattern})`, 'gim'),
    read: (match, prose) => enumFindings(literalValues(match[1] ?? '', prose), prose, false, 2),
  },
  {
    name: 'possible values',
    pattern: new RegExp(
      String.raw`\b(?:available|possible|allowed|valid|supported|accepted|permitted|acceptable) (?:enum )?(?:options|values|choices)(?: (?:are|is|include|includes))?\s*:?\s*(${literalsPattern})`,
      'gi',
    ),
    read: (match, prose) => enumFindings(literalValues(match[1] ?? '', prose), prose, isClosed(match), 1),
  },
  {
    name: 'options:',
    pattern: new RegExp(
      String.raw`(?:^|[.;]\s{1,9})(?:options|values|choices|accepts|allowed|supported|enum)\s{0,9}:\s{0,9}(${literalsPattern})`,
      'gi',
    ),
    read: (match, prose) => enumFindings(literalValues(match[1] ?? '', prose), prose, isClosed(match), 2),
  },
  {
    name: 'options: bare words',
    pattern: new RegExp(String.raw`(?:^|[.;]\s{1,9})(?:options|choices|enum)\s{0,9}:\s{0,9}(${wordsPattern})`, 'gim'),
    read: (match, prose) => enumFindings(bareValues(match[1] ?? '', prose), prose, isClosed(match), 2),
  },
  {
    // `Filter by state: ...`, `Campaign type: ...`, up to the end of the sentence
    name: 'kinds:',
    pattern: new RegExp(
      String.raw`\b(?:status|state|lifecycle|type|kind|mode|method|level|order|direction|role|category|action|strategy|priority|severity|visibility|phase|stage|tier)(?:\s[\w-]{1,30}){0,3}\s?:\s{1,3}(${literalsPattern})(?=\s{0,3}(?:$|\.(?:\s|$)|\n))`,
      'gi',
    ),
    read: (match, prose) => {
      if (/\b(?:comma|separated|list|any|multiple|combin\w+)\b/i.test(prose.text)) return [];
      return enumFindings(literalValues(match[1] ?? '', prose), prose, isClosed(match), 2);
    },
  },
  {
    name: '[a, b]',
    pattern: new RegExp(String.raw`(?<!\bdefaults?(?: to| is)?\s?:?\s?)\[\s?(${literalsPattern})\s?\](?!\()`, 'gi'),
    read: (match, prose) =>
      prose.isList || isShownList(match)
        ? []
        : enumFindings(literalValues(match[1] ?? '', prose), prose, isClosed(match), 2),
  },
  {
    name: 'A / B / C',
    // constants and nothing else
    pattern: /^\s{0,3}([A-Z][A-Z\d_]{1,40}(?:\s{0,3}[/|]\s{0,3}[A-Z][A-Z\d_]{1,40}){1,30})\s{0,3}\.?\s{0,3}$/g,
    read: (match, prose) => {
      const words = (match[1] ?? '').split(/[/|]/).map((word) => literalValue(word.trim(), true, prose));
      return enumFindings(words, prose, true, 2);
    },
  },
  {
    name: '(a|b|c)',
    pattern: /\(\s{0,3}`?([\w.-]{1,60}(?:\s?\|\s?[\w.-]{1,60}){1,30})`?\s{0,3}\)/g,
    read: (match, prose) => {
      const words = (match[1] ?? '').split('|').map((word) => literalValue(word.trim(), false, prose));
      return enumFindings(words, prose, isClosed(match), 2);
    },
  },
  {
    name: '`a` | `b` | `c`',
    pattern: /(`[^`\n|]{1,60}`(?:\s?\|\s?`[^`\n|]{1,60}`){1,30})/g,
    read: (match, prose) => {
      const texts = (match[1] ?? '').split('|').map((text) => text.trim().slice(1, -1));
      // types are alternatives of another kind
      if (texts.some((text) => typeWord.test(text))) return [];
      return enumFindings(literalValues(match[1] ?? '', prose), prose, isClosed(match), 2);
    },
  },
  {
    name: 'possible values: bare words',
    pattern: new RegExp(
      String.raw`\b(?:available|possible|allowed|valid|supported|accepted|permitted|acceptable) (?:enum )?(?:options|values|choices)(?: (?:are|is))?\s*:\s*(${wordsPattern})`,
      'gim',
    ),
    read: (match, prose) => enumFindings(bareValues(match[1] ?? '', prose), prose, isClosed(match), 2),
  },
  {
    name: 'only value',
    pattern: new RegExp(
      String.raw`\b(?:only (?:possible|allowed|valid|supported|accepted|permitted) (?:value|option)(?: is)?|(?:is|must|will) (?:be )?always(?: be)?(?: set to| equal to)?)\s*:?\s*(${literalPattern})`,
      'gi',
    ),
    read: (match, prose) => (isClosed(match) ? enumFindings(literalValues(match[1] ?? '', prose), prose, true, 1) : []),
  },
  {
    name: 'list of literals',
    // The whole description, or all after a line that announces values.
    pattern: new RegExp(String.raw`^((?:[^\n]*\n)*?)\n*((?:${literalItem}\n+)*${literalItem}\n*)$`, 'g'),
    read: readLiteralList,
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
  {
    name: 'values alone',
    pattern: new RegExp(
      String.raw`^\s{0,9}(?:either\s)?(${literalsPattern})\s{0,9}[.,;]?(?:\s{1,9}(?:the )?default(?:s| value)?\b[^.\n]{0,80})?\.?\s{0,9}$`,
      'gi',
    ),
    read: (match, prose) => enumFindings(literalValues(match[1] ?? '', prose), prose, true, 2),
  },
  {
    // words and nothing else, of what is stated to be one of some
    name: 'words of an enum',
    pattern: new RegExp(String.raw`^\s{0,3}(${wordsPattern})\s{0,3}\.?\s{0,3}$`, 'g'),
    read: (match, prose) =>
      /^enum$/i.test(prose.words.trim()) ? enumFindings(bareValues(match[1] ?? '', prose), prose, true, 2) : [],
  },
  {
    name: 'default',
    pattern: defaultPattern,
    read: readDefault,
  },
  {
    name: 'example',
    pattern: new RegExp(
      String.raw`(?:\be\.g\.,?|\bsuch as|\bfor example[,:]?|\bfor instance[,:]?|\bexamples?:)\s*:?\s*(${literalsPattern})`,
      'gi',
    ),
    read: readExamples,
  },
];

/** Whether a list of values is the whole list: no condition follows it and nothing says that it only gives examples. */
function isClosed(match: RegExpExecArray): boolean {
  const before = match.input.slice(Math.max(0, match.index - 30), match.index);
  const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 20);
  const isExample = /(?:e\.g\.|such as|for example|for instance|usually|typically)[^.]*$/i.test(before);
  const goesOn = /^[\s,]*(?:etc\b|and (?:so on|more|others)|or (?:any|a|an|the|other)\b|\.\.\.|…)/i.test(after);
  return !isConditional(match) && !isExample && !goesOn && !/\binclude/i.test(match[0]);
}

/** Whether a list in code shows what the text calls a list. */
function isShownList({ input, index }: RegExpExecArray): boolean {
  return input.charAt(index - 1) === '`' && /\b(?:array|list)\b/i.test(input.slice(Math.max(0, index - 200), index));
}

function bareValues(text: string, prose: Prose): JsonValue[] {
  const words = text.split(/\s*,\s*(?:(?:or|and)\s+)?|\s+(?:or|and)\s+/).map((word) => word.replace(/\.$/, ''));
  return words.filter((word) => word !== '').map((word) => literalValue(word, false, prose));
}

/** The words of a list in one literal: `[ red green blue ]`, `[asc, desc]`. */
function listedWords(value: JsonValue): readonly JsonValue[] {
  if (typeof value !== 'string' || !/^\[[^[\]]*\]$/.test(value)) return [value];
  const words = value
    .slice(1, -1)
    .trim()
    .split(/\s*[,|]\s*|\s+/)
    .map((word) => word.replaceAll(/^["']|["']$/g, ''));
  return words.length > 1 && words.every((word) => /^[\w.-]+$/.test(word)) ? words : [value];
}

/** An enum of the value, or of its items if it is a list; nothing where the type does not allow the values. */
function enumFindings(values: readonly JsonValue[], prose: Prose, closed: boolean, least: number): ProseFinding[] {
  const distinct = [
    ...new Set(values.flatMap(listedWords).filter((value) => !isObject(value) && !Array.isArray(value))),
  ];
  if (distinct.length < least || distinct.every((value) => /^<[^<>]+>$/.test(String(value)))) return [];
  if (!prose.isList && !distinct.every((value) => fits(value, prose))) return [];
  return [{ fact: { kind: 'enum', values: distinct, closed }, ...(prose.isList && { ofItems: true }) }];
}

/** A line that announces values: `Options:`, `Supported models:`. */
const announcesValues =
  /\b(?:values?|options?|one of|choices|enum)\b|\b(?:supported|available|possible|allowed|valid|accepted|permitted)\s[\w-]{1,30}(?:\s[\w-]{1,30})?:$/i;

function readLiteralList(match: RegExpExecArray, prose: Prose): ProseFinding[] {
  const [, before = '', list = ''] = match;
  const announcement = before.trim().split('\n').at(-1) ?? '';
  const isAnnounced = announcement.endsWith(':') && announcesValues.test(announcement);
  const isExample = /\b(?:e\.g|example|such as|includ)/i.test(announcement);
  const items = list.split(/\n+/).filter((line) => line.trim() !== '');
  const first = new RegExp(String.raw`^[ \t]*[-*+][ \t]+(${literalPattern})`);
  const values = items.flatMap((item) => literalValues(first.exec(item)?.[1] ?? '', prose).slice(0, 1));
  const listsDefault = [...before.matchAll(defaultPattern)].some((one) => {
    return readDefault(one, prose).some(({ fact }) => fact.kind === 'default' && values.includes(fact.value));
  });
  // words behind what can be nothing but one of them
  const areWords = values.length > 1 && values.every((value) => typeof value === 'string' && /^[\w.-]+$/.test(value));
  const isScalar = /^(?:string|str|enum)$/i.test(prose.words.trim());
  const isValues =
    announcement === '' || isAnnounced || listsDefault || (isScalar && areWords && !announcement.endsWith(':'));
  return isValues && !isExample ? enumFindings(values, prose, values.length > 1, 1) : [];
}

/** Literals after `e.g.`; those after the first only if the list ends there, and is not the begin of other text. */
function readExamples(match: RegExpExecArray, prose: Prose): ProseFinding[] {
  const { may, words } = prose;
  if (words !== '' && !may.string && !may.number && !may.boolean) return [];
  const rest = match.input.slice(match.index + match[0].length);
  const isWhole = /^\s*(?:$|[).;:\n\]]|,?\s*etc\b|\.\.\.|…)/.test(rest);
  const values = literalValues(match[1] ?? '', prose).slice(0, isWhole ? undefined : 1);
  const fitting = values.filter((value) => value !== null && fits(value, prose));
  return fitting.map((value) => ({ fact: { kind: 'example', value } }));
}

function readDefault(match: RegExpExecArray, prose: Prose): ProseFinding[] {
  const written = match[1] ?? '';
  const [value] = /^[\w.-]/.test(written) ? [literalValue(written, false, prose)] : literalValues(written, prose);
  if (value === undefined || isConditional(match) || !fits(value, prose)) return [];
  return [{ fact: { kind: 'default', value } }];
}
