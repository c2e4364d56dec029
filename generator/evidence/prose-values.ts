import { bareValueRows } from './prose-bare-values.ts';
import { enumFindings, isClosed } from './prose-enums.ts';
import {
  fits,
  literalPattern,
  literalsPattern,
  literalValue,
  literalValues,
  type Prose,
  type ProseFinding,
  type ProseRow,
} from './prose.ts';

/** Further literals on lines of their own behind a list, as more of it. */
function linesBehind({ input, index, 0: whole }: RegExpExecArray): string {
  const rest = input.slice(index + whole.length, index + whole.length + 3000);
  const lines =
    /^(?:[ \t]{0,9}\n[ \t]{0,9}(?:[-*+][ \t]{1,9})?`[^`\n]{1,100}`(?=[ \t]{0,9}(?:\n|$))){1,50}/.exec(rest)?.[0] ?? '';
  return lines.replaceAll(/\s*\n\s*(?:[-*+]\s+)?/g, ', ');
}

/** Whether a further literal in code stands behind a match with nothing but a space between. */
function goesOn({ input, index, 0: whole }: RegExpExecArray): boolean {
  return /^ {1,3}`[^`\n]{1,60}`/.test(input.slice(index + whole.length, index + whole.length + 70));
}

/** What announces a few of many values. */
const onlyExamples =
  /(?:\be\.?g|\bi\.?e|\bexamples?|\bfor instance|\bsuch as|\blike|\bcommon\b[^.:]{0,30}|\bstandard\b[^.:]{0,30})\W{0,3}$/i;

/** Codes of which there are more than a text lists. */
const ofStandard = /\bISO\b|\b(?:currency|country|language|locale)\b/i;

/** What values may be called: `valid protocols are ...`; parts of values are none. */
const plural =
  '(?!(?:units|durations|suffixes|prefixes|abbreviations|placeholders|variables|operators|tokens|characters)\\b)[a-z]{3,20}s';

const typeWord =
  /^(?:string|number|integer|int|float|bool(?:ean)?|object|array|list|null|undefined|any|date)(?:\[\])?$/i;

/** Values and examples as prose gives them. */
export const valueRows: readonly ProseRow[] = [
  {
    name: 'one of',
    pattern: new RegExp(
      String.raw`\b(?:one|can be any(?: one)?) of(?: the following| these)?(?: values| options)?(?: is|are)?\s*:?\s*(${literalsPattern})`,
      'gi',
    ),
    read: (match, prose) =>
      speaksOfFields(match) ? [] : enumFindings(literalValues(match[1] ?? '', prose), prose, isClosed(match), 2),
  },
  ...bareValueRows,
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
      String.raw`\b(?:must|has to|should|can only|may only|needs to) (?:only )?(?:be|equal)(?: either| set to| equal to| exactly)?\s+(${literalsPattern})`,
      'gi',
    ),
    read: (match, prose) => enumFindings(literalValues(match[1] ?? '', prose), prose, isClosed(match), 2),
  },
  {
    name: 'takes the values',
    pattern: new RegExp(
      String.raw`\b(?:takes?|assumes?|accepts?|can have|may have)\s+(?:one of )?(?:the |these )?(?:following )?values?\s*:?\s*(${literalsPattern})`,
      'gi',
    ),
    read: (match, prose) => enumFindings(literalValues(match[1] ?? '', prose), prose, isClosed(match), 2),
  },
  {
    // what is so at present may be more one day
    name: 'only `a` is supported',
    pattern: new RegExp(
      String.raw`(?:^|[.;]\s{1,3})(currently,?\s|at (?:present|the moment),?\s|for now,?\s)?only\s(${literalsPattern})\s(?:is|are)\s(currently\s)?(?:supported|allowed|accepted|possible|valid|permitted)\b`,
      'gi',
    ),
    read: (match, prose) =>
      enumFindings(literalValues(match[2] ?? '', prose), prose, isClosed(match) && !(match[1] ?? match[3]), 1),
  },
  {
    name: 'choices: a | b',
    pattern:
      /(?:^|[.;]\s{1,9})(?:options|choices|values|enum|one of|(?:possible|allowed|valid|supported|accepted) values)\s{0,3}:\s{0,3}([\w-]{1,60}(?:\s?\|\s?[\w-]{1,60}){1,30})(?=\s{0,3}(?:$|\.(?:\s|$)|\n|[;(]))/gi,
    read: (match, prose) => {
      const words = (match[1] ?? '').split(/\s?\|\s?/).map((word) => literalValue(word, false, prose));
      return enumFindings(words, prose, isClosed(match), 2);
    },
  },
  {
    name: 'can be',
    pattern: new RegExp(
      String.raw`(?:^|[.;]\s+)(?:(?:it|this|(?:the|its) value(?: of this (?:attribute|field|property|parameter))?) )?(?:can|may|will) be(?: either| set to)?\s+(${literalsPattern})`,
      'gim',
    ),
    read: (match, prose) => enumFindings(literalValues(match[1] ?? '', prose), prose, false, 2),
  },
  {
    name: 'possible values',
    pattern: new RegExp(
      String.raw`\b(?:available|possible|allowed|valid|supported|accepted|permitted|acceptable|admitted|permissible|recogni[sz]ed) (?:enum )?(?:options|values|choices|items|types|formats|modes|methods|states|statuses|${plural}(?=\s*:| (?:are|is|include|includes)\b))(?: (?:are|is|include|includes))?\s*:?\s*(?:either\s)?(${literalsPattern})`,
      'gi',
    ),
    read: (match, prose) => {
      // one of several side by side
      if (goesOn(match)) return [];
      const values = literalValues(`${match[1] ?? ''}${linesBehind(match)}`, prose);
      return enumFindings(values, prose, isClosed(match) && (values.length > 1 || endsSentence(match)), 1);
    },
  },
  {
    // as tabs of code beside each other
    name: 'possible values side by side',
    pattern:
      /\b(?:available|possible|allowed|valid|supported|accepted|permitted) (?:values|options|choices)\s?:\s{1,3}(`[^`\n]{1,60}`(?:\s{1,3}`[^`\n]{1,60}`){1,50})(?=\s*(?:$|\n|\.))/gi,
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
    pattern: new RegExp(
      String.raw`(?<!\bdefaults?(?: to| is)?\s?:?\s?|["']\s?:\s?)\[\s?(${literalsPattern})\s?\](?!\()`,
      'gi',
    ),
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
    // `available values: NEW - it waits, DONE - it is over`
    name: 'possible values with their meaning',
    pattern:
      /\b(?:available|possible|allowed|valid|supported|accepted|permitted) (?:values|options|states|statuses)(?: are)?\s?:\s{1,3}([A-Z][A-Z\d_]{1,40}\s[-–—]\s[^\n]{1,2000})/g,
    read: (match, prose) => {
      const words = [...(match[1] ?? '').matchAll(/(?:^|[,;.]\s{1,3})([A-Z][A-Z\d_]{1,40})\s[-–—]\s/g)].map(
        ([, word = '']) => word,
      );
      const values = words.map((word) => literalValue(word, true, prose));
      return enumFindings(values, prose, isClosed(match), 2).map((one) => ({ ...one, confidence: 'medium' }));
    },
  },
  {
    // a sentence of constants and nothing else
    name: 'A or B',
    pattern:
      /(?:^|[.:]\s{1,3})([A-Z][A-Z\d_]{1,40}(?:(?:,|\sor|,\sor)\s[A-Z][A-Z\d_]{1,40}){0,30}(?:,?\sor|,)\s[A-Z][A-Z\d_]{1,40})(?=\s{0,3}(?:\.\s{0,3})?$)/g,
    read: (match, prose) => {
      const before = match.input.slice(Math.max(0, match.index - 30), match.index);
      if (
        !/^(?:string|str|enum)$/i.test(prose.words.trim()) ||
        onlyExamples.test(before) ||
        ofStandard.test(prose.text)
      )
        return [];
      const words = (match[1] ?? '').split(/,?\sor\s|,\s/).map((word) => literalValue(word, true, prose));
      return enumFindings(words, prose, isClosed(match), 2).map((one) => ({ ...one, confidence: 'medium' }));
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
      // types are alternatives of another kind, and so are the cells of a table
      if (texts.some((text) => typeWord.test(text)) || /-{3}[ \t]{0,9}\|/.test(prose.text)) return [];
      return enumFindings(literalValues(match[1] ?? '', prose), prose, isClosed(match), 2);
    },
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
    name: 'values alone',
    pattern: new RegExp(
      String.raw`^\s{0,9}(?:either\s)?(${literalsPattern})\s{0,9}[.,;]?(?:\s{1,9}(?:the )?default(?:s| value)?\b[^.\n]{0,80})?\.?\s{0,9}$`,
      'gi',
    ),
    read: (match, prose) => enumFindings(literalValues(match[1] ?? '', prose), prose, true, 2),
  },
  {
    // before the sentence about the value
    name: 'values first',
    pattern: new RegExp(String.raw`^(${literalsPattern})(?=\.\s{1,3}[A-Z][a-z])`, 'g'),
    read: (match, prose) => enumFindings(literalValues(match[1] ?? '', prose), prose, isClosed(match), 2),
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

/** Whether what is one of some is the name of a field: `only one of \`a\` or \`b\` may be set`. */
function speaksOfFields({ input, index, 0: text }: RegExpExecArray): boolean {
  // and so does "at least one of": a value is one
  if (/\b(?:at least|at most|exactly|only) $/i.test(input.slice(Math.max(0, index - 12), index))) return true;
  return /^\s+(?:may|must|can|should|has to|have to|needs? to|(?:is|are) (?:required|needed|necessary|mandatory))\b/i.test(
    input.slice(index + text.length, index + text.length + 30),
  );
}

/** Whether nothing follows a match in its sentence. */
function endsSentence({ input, index, 0: text }: RegExpExecArray): boolean {
  return /^\s{0,3}(?:$|[.;)](?:\s|$)|\n)/.test(input.slice(index + text.length, index + text.length + 8));
}

/** Whether a list is only an example, or in code shows what the text calls a list. */
function isShownList({ input, index }: RegExpExecArray): boolean {
  if (/\b(?:examples?|e\.g\.?|sample)\b[^.\n]{0,30}$/i.test(input.slice(Math.max(0, index - 50), index))) return true;
  return input.charAt(index - 1) === '`' && /\b(?:array|list)\b/i.test(input.slice(Math.max(0, index - 200), index));
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
