import {
  above,
  below,
  endsPattern,
  isPattern,
  limit,
  limitRow,
  mustBe,
  notAbove,
  notBelow,
  numberPattern,
  pairRow,
  rangePattern,
  sizeOf,
} from './prose-limit-rows.ts';
import { isConditional, type Prose, type ProseFinding, type ProseRow } from './prose.ts';

const characters = String.raw`\s*-?(?:characters?|chars?|letters)\b`;

const elements = String.raw`\s*(?:elements?|items?|entries)\b`;

/** What the parts of a list may be called; what measures them is none. */
const parts = String.raw`\s+(?!(?:characters|chars|letters|digits|bytes|bits|seconds|minutes|hours|days|weeks|months|years|times|pixels|megabytes|kilobytes|words|lines|levels)\b)(?:[\w-]{1,30}\s+){0,2}?[a-z][\w-]{1,30}s\b`;

const most = String.raw`(?:max(?:imum)?\.?(?: of)?|up to|at most|${notAbove}|limit of)`;

/** A count of characters in words or digits, as in `two-letter`, and what is counted. */
const count = String.raw`(two|three|four|five|six|\d{1,3})[- ]?(?:letters?|characters?|chars?|digits?)`;

/** The same where it says how long the whole is. */
const exact = String.raw`(?:${count}|(?<=\balpha[- ])([23])\b)`;

const small: Readonly<Record<string, string>> = { one: '1', two: '2', three: '3', four: '4', five: '5', six: '6' };

/** A text of just so many characters; nothing where the text speaks of several, or of another form that is allowed, too. */
function exactLength(match: RegExpExecArray, { may, words, text }: Prose): ProseFinding[] {
  const size = match[1] ?? match[2] ?? match[3];
  const isOne = !/\b(?:comma|separated|list|array|or|either|codes|last|first|starts?|prefix|suffix|ends?)\b/i.test(
    text,
  );
  if (size === undefined || words === '' || !may.string || !isOne) return [];
  const value = small[size.toLowerCase()] ?? size;
  return [...limit('minLength', value), ...limit('maxLength', value)].map((one) => ({ ...one, confidence: 'medium' }));
}

const ofText = ({ may }: Prose): boolean => may.string;
const ofStatedText = ({ may, words }: Prose): boolean => words !== '' && may.string;
const ofList = ({ may }: Prose): boolean => may.list;

/** Limits of the lengths of texts and of the sizes of lists as prose gives them. */
export const sizeRows: readonly ProseRow[] = [
  pairRow(
    '[ 1 .. 9 ] characters',
    String.raw`\[\s?${rangePattern}\s?\]${characters}`,
    ['minLength', 'maxLength'],
    ofText,
  ),
  pairRow('[ 1 .. 9 ] items', String.raw`\[\s?${rangePattern}\s?\]${elements}`, ['minItems', 'maxItems'], ofList),
  pairRow('length range', `(?:between )?${rangePattern}${characters}`, ['minLength', 'maxLength'], ofText),
  pairRow('string length', String.raw`\bstring length:\s*${rangePattern}`, ['minLength', 'maxLength'], ofText),
  limitRow(
    'minimum string length',
    String.raw`\bmin(?:imum|\.)? ?(?:string )?length${isPattern}\s*${numberPattern}`,
    'minLength',
    ofText,
  ),
  limitRow(
    'maximum string length',
    String.raw`\bmax(?:imum|\.)? ?(?:string )?length${isPattern}\s*${numberPattern}`,
    'maxLength',
    ofText,
  ),
  limitRow(
    'string(20)',
    String.raw`(?:^|\n)(?:string|varchar2?|n?char|text)\s?[([]${numberPattern}[)\]](?=\s{0,3}(?:$|\n))`,
    'maxLength',
    ofText,
  ),
  pairRow(
    'length from to',
    String.raw`\blength(?: must| should)?(?: be|:| is)?(?: between| from)?\s+${rangePattern}${endsPattern}`,
    ['minLength', 'maxLength'],
    ofText,
  ),
  {
    name: 'two-letter code',
    pattern: new RegExp(
      String.raw`\b${exact}(?=[- ](?:ISO|[\w-]{0,30}\s?(?:code|identifier|number|string|abbreviation|id|pin|hash|token)\b))|\bISO[ -]?3166(?:-\d)?[ -]alpha-([23])\b`,
      'gi',
    ),
    read: exactLength,
  },
  {
    name: 'exactly 6 digits',
    pattern: new RegExp(
      String.raw`\b(?:exactly|must be|has to be|consists? of)\s+(\d{1,4})[- ]?(?:characters?|chars?|letters|digits|hex(?:adecimal)? (?:characters|digits))\b(?!\s+or\b)`,
      'gi',
    ),
    read: exactLength,
  },
  limitRow(
    'limit of characters',
    String.raw`\b(?:limit(?: of| to|:)?)\s+${numberPattern}${characters}`,
    'maxLength',
    ofText,
  ),
  limitRow(
    'character limit',
    String.raw`(?<![-–\d.,]\s?|\bto |\band )${numberPattern}[- ]?(?:characters?|char)\s+(?:limit|maximum|max)\b`,
    'maxLength',
    ofText,
  ),
  limitRow(
    'not longer than',
    String.raw`(?:^|[.;(,]\s{0,3}|\b(?:must|should|may|can)\s|\b(?:the|this|its)\s[\w-]{1,30}\s)(?:not|no|never|cannot|can't)\s+(?:be\s+)?longer than\s+${numberPattern}(?:${characters}|${endsPattern})`,
    'maxLength',
    ofStatedText,
  ),
  limitRow(
    'max 40, of a text',
    // a note of its own, as beside a type
    String.raw`(?:^|\n)\(?max(?:imum)?\.?(?: length)?[:=]?\s${numberPattern}\)?(?=\s{0,3}(?:$|\n))`,
    'maxLength',
    ofStatedText,
  ),
  {
    name: 'not empty',
    pattern:
      /\b(?:(?:must|can|may|should) ?not be (?:empty|blank)|can't be (?:empty|blank)|(?:^|\bmust be )non-?empty\b)(?=\s*(?:$|[.,;)\n]))|^non-?empty\b/gi,
    read: (match, prose) => {
      if (prose.words === '' || isConditional(match)) return [];
      return prose.isList ? limit('minItems', '1') : prose.may.string ? limit('minLength', '1') : [];
    },
  },
  limitRow('minimum items', String.raw`\bmin(?:imum|\.)? ?items${isPattern}\s*${numberPattern}`, 'minItems', ofList),
  limitRow('maximum items', String.raw`\bmax(?:imum|\.)? ?items${isPattern}\s*${numberPattern}`, 'maxItems', ofList),
  {
    name: 'pattern',
    // unless it names both ends, it has to show that it is none of a file's name
    pattern:
      /\b(?:pattern|regex(?:p| pattern)?|regular expression|must match)(?: is)?\s*[:=]?\s*\x60(\^[^\x60\n]{1,300}\$|[^\x60\n]{0,100}(?:\[[^\x60\]\n]{1,100}\][+*?{]|\\[dws][+*?{])[^\x60\n]{0,200})\x60/gi,
    read: (match, prose) =>
      prose.may.string && match[1] !== undefined
        ? [{ fact: { kind: 'limit', keyword: 'pattern', value: match[1] }, confidence: 'medium' }]
        : [],
  },
  limitRow(
    'at most characters',
    String.raw`\b(?:max(?:imum)?\.?(?: of| length(?: of)?)?|up to|at most)\s*:?\s*${numberPattern}${characters}`,
    'maxLength',
    ofText,
  ),
  limitRow(
    'characters at most',
    String.raw`(?<![-–\d]\s?|\bto |\band )${numberPattern}${characters}\s+(?:max(?:imum)?|or (?:less|fewer)|at most)\b`,
    'maxLength',
    ofText,
  ),
  limitRow(
    'at least characters',
    String.raw`\b(?:min(?:imum)?\.?(?: of| length(?: of)?)?|at least|no fewer than)\s*:?\s*${numberPattern}${characters}`,
    'minLength',
    ofText,
  ),
  limitRow('not more than 20 characters', String.raw`${notAbove}\s+${numberPattern}${characters}`, 'maxLength', ofText),
  limitRow('not fewer than 3 characters', String.raw`${notBelow}\s+${numberPattern}${characters}`, 'minLength', ofText),
  {
    name: 'fewer than 20 characters',
    pattern: new RegExp(
      String.raw`(?:${mustBe}|\bhave\s+)(?:(${above})|${below}|shorter than)\s+${numberPattern}${characters}`,
      'gi',
    ),
    read: (match, prose) => {
      if (!prose.may.string) return [];
      const size = sizeOf(match[2]);
      return match[1] === undefined ? limit('maxLength', `${size - 1}`) : limit('minLength', `${size + 1}`);
    },
  },
  pairRow('size range', `(?:between )?${rangePattern}${elements}`, ['minItems', 'maxItems'], ofList),
  limitRow('minimum array length', String.raw`\bminimum array length:\s*${numberPattern}`, 'minItems', ofList),
  limitRow('maximum array length', String.raw`\bmaximum array length:\s*${numberPattern}`, 'maxItems', ofList),
  limitRow(
    'at most items',
    String.raw`(?:\b(?:max(?:imum)?\.?(?: of)?|up to|at most)|${notAbove})\s*:?\s*${numberPattern}${elements}`,
    'maxItems',
    (prose) => prose.isList,
  ),
  limitRow(
    'at least items',
    String.raw`\b(?:min(?:imum)?\.?(?: of)?|at least)\s*:?\s*${numberPattern}${elements}`,
    'minItems',
    (prose) => prose.isList,
  ),
  limitRow(
    'at most so many of what the list holds',
    String.raw`(?:^|[.;(,]\s{0,3}|\b(?:can|may|must) (?:contain|have|hold|include|specify|accept) |\byou can (?:specify|pass|provide|send|include|add) |\b(?:is|are) (?:currently )?(?=limited\b))${most}\s*:?\s*${numberPattern}(?:${parts}|(?=\s*(?:$|[.;)\n])))`,
    'maxItems',
    (prose) => prose.isList,
  ),
  {
    name: 'at least one of what the list holds',
    pattern: new RegExp(
      String.raw`(?:^|[.;(,]\s{0,3}|\bmust (?:contain|have|hold|include|specify) )(?:at least|minimum(?: of)?|min)\s+(one|two|three|\d{1,6})(?=${parts}|\s(?:is|are|item|element|entry|value)\b|\s[a-z]{2,20}\s(?:is|must be (?:given|specified|provided|set|included|present))\b|\s*(?:$|[.;)\n]))`,
      'gi',
    ),
    read: (match, prose) =>
      prose.isList && !isConditional(match) ? limit('minItems', small[(match[1] ?? '').toLowerCase()] ?? match[1]) : [],
  },
  pairRow(
    '1 to 5 ids',
    String.raw`(?:^|[.;(]\s{0,3}|\b(?:must|can|may|should|has to) (?:contain|have|hold|include|list) )(?:between |from )?${rangePattern}${parts}`,
    ['minItems', 'maxItems'],
    (prose) => prose.isList,
  ),
  {
    name: 'unique items',
    pattern:
      /\b(?:must be unique|(?:must|should) not contain duplicates?|no duplicates?(?: allowed)?|duplicates? (?:are|is) not allowed|unique (?:items|values|elements|entries))(?=\s*(?:$|[.,;)\n]))/gi,
    read: (_, prose) =>
      prose.isList ? [{ fact: { kind: 'limit', keyword: 'uniqueItems', value: true }, confidence: 'medium' }] : [],
  },
];
