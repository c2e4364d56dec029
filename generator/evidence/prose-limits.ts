import {
  above,
  below,
  endsPattern,
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
import type { Prose, ProseFinding, ProseRow } from './prose.ts';

/** What a number that is bounded may count without saying anything else of it: `max 50 results per page`. */
const endsCounting = String.raw`(?=\s*(?:$|[.,;)|\n]|inclusive\b|\(|and\b|per page\b|(?:results?|items?|records?|entries|rows|objects?)\b))`;

// A number in the text of a value of unknown type may count anything: the type must be stated.
const ofNumber = ({ may, words, text }: Prose): boolean => may.number && (words !== '' || numberByDefault.test(text));

/** A default that is a number, where nothing states a type. */
const numberByDefault = /\bdefaults?(?: value)?(?: is| to)?\s?[:=]?\s?`?-?\d{1,15}(?:\.\d{1,9})?`?(?=\s|[.,;)]|$)/i;

function bounds(match: RegExpExecArray, prose: Prose): ProseFinding[] {
  if (!ofNumber(prose) || sizeOf(match[1]) >= sizeOf(match[2])) return [];
  return [...limit('minimum', match[1]), ...limit('maximum', match[2])];
}

/** The keywords of signs of comparison. */
const boundOf: Readonly<Record<string, string>> = {
  '>': 'exclusiveMinimum',
  '<': 'exclusiveMaximum',
  '>=': 'minimum',
  '≥': 'minimum',
  '<=': 'maximum',
  '≤': 'maximum',
};

/** Limits of numbers as prose gives them. */
export const limitRows: readonly ProseRow[] = [
  {
    name: 'from 1 (worst) to 5 (best)',
    pattern: new RegExp(
      String.raw`\b(?:values?|numbers?|integers?|scale|scores?|ratings?|grades?|levels?|ranges?|ranging|percentages?|confidence|measure|degree|transparency|opacity|quality|anything|rank(?:ing)?)\b[^.;\n]{0,40}?\b(?:from|of)\s+${numberPattern}(?:\s\([^()\n]{1,40}\))?\s+to\s+${numberPattern}(?=\s*(?:$|[.,;)\n]|\(|and\b|inclusive|where\b|indicating|describing|representing|with\b))`,
      'gi',
    ),
    read: (match, prose) => bounds(match, prose),
  },
  {
    name: 'a value between 0 and 100 that',
    pattern: new RegExp(
      String.raw`\b(?:values?|numbers?|integers?|floats?|decimals?|percentages?|anything)\s+(?:in the range\s+)?between\s+${rangePattern}(?=\s+(?:that|which|where|are|is|indicating|representing|describing|specifying)\b)`,
      'gi',
    ),
    read: (match, prose) => bounds(match, prose),
  },
  {
    name: 'from 1 to 10',
    pattern: new RegExp(
      String.raw`(?:^|[.;(\n]\s{0,3})from\s+${numberPattern}\s+(?:up )?to\s+${numberPattern}${endsPattern}`,
      'gi',
    ),
    read: (match, prose) => bounds(match, prose),
  },
  {
    name: '1 <= x <= 9',
    pattern: new RegExp(
      String.raw`${numberPattern}\s*(<|<=|≤)\s*(?:[a-z_][\w-]{0,30}\s*){1,2}(<|<=|≤)\s*${numberPattern}(?=[\x60]?${endsPattern})`,
      'gi',
    ),
    read: (match, prose) =>
      ofNumber(prose) && sizeOf(match[1]) < sizeOf(match[4])
        ? [
            ...limit(match[2] === '<' ? 'exclusiveMinimum' : 'minimum', match[1]),
            ...limit(match[3] === '<' ? 'exclusiveMaximum' : 'maximum', match[4]),
          ]
        : [],
  },
  limitRow('not more than 10', String.raw`${notAbove}\s+${numberPattern}${endsPattern}`, 'maximum', ofNumber),
  limitRow('not less than 10', String.raw`${notBelow}\s+${numberPattern}${endsPattern}`, 'minimum', ofNumber),
  limitRow(
    'values over 10 are refused',
    String.raw`\b(?:values?|numbers?|anything)\s+${above}\s+${numberPattern}\s+(?:are|is|will be|get|gets)\s+(?:refused|rejected|capped|clamped|ignored|invalid|not allowed|not accepted|reduced|treated as)\b`,
    'maximum',
    ofNumber,
  ),
  limitRow(
    'values under 1 are refused',
    String.raw`\b(?:values?|numbers?|anything)\s+${below}\s+${numberPattern}\s+(?:are|is|will be|get|gets)\s+(?:refused|rejected|clamped|ignored|invalid|not allowed|not accepted|raised|treated as)\b`,
    'minimum',
    ofNumber,
  ),
  {
    name: 'in [0, 1]',
    pattern: new RegExp(
      String.raw`\b(?:in|range|interval|between)\b(?:\s{1,3}(?:the )?(?:range|interval))?(?:\s{1,3}of)?\s{0,3}:?\s{0,3}\[\s?${numberPattern}\s?(?:,|-|–|\.{2,3}|to)\s?${numberPattern}\s?\]`,
      'gi',
    ),
    read: (match, prose) => bounds(match, prose),
  },
  {
    name: 'between, the larger first',
    pattern: new RegExp(String.raw`\bbetween\s+${numberPattern}\s+and\s+${numberPattern}${endsPattern}`, 'gi'),
    read: (match, prose) =>
      sizeOf(match[1]) > sizeOf(match[2]) && ofNumber(prose)
        ? [...limit('minimum', match[2]), ...limit('maximum', match[1])]
        : [],
  },
  pairRow(
    'between',
    String.raw`\bbetween\s+${rangePattern}${endsPattern}(?!,?\s\(?(?:both\s)?exclusive)`,
    ['minimum', 'maximum'],
    ofNumber,
  ),
  pairRow(
    'between, exclusive',
    String.raw`\bbetween\s+${rangePattern}(?=,?\s\(?(?:both\s)?exclusive(?:ly)?\b)`,
    ['exclusiveMinimum', 'exclusiveMaximum'],
    ofNumber,
  ),
  pairRow('range', String.raw`\brange(?: is)?\s*:?\s*${rangePattern}${endsPattern}`, ['minimum', 'maximum'], ofNumber),
  limitRow(
    'maximum',
    String.raw`\bmax(?:imum|\.)?(?: (?:allowed )?value)?(?: is| of)?\s*[:=]?\s*${numberPattern}${endsPattern}`,
    'maximum',
    ofNumber,
  ),
  limitRow(
    'minimum',
    String.raw`\bmin(?:imum|\.)?(?: (?:allowed )?value)?(?: is| of)?\s*[:=]?\s*${numberPattern}${endsPattern}`,
    'minimum',
    ofNumber,
  ),
  pairRow(
    'range alone',
    String.raw`(?:^\s{0,3}|[([]|\n|(?<=[A-Za-z])[,;]\s)${rangePattern}(?:[)\]]|\s{0,3}\.?\s{0,3}(?:$|\n)|(?=\s{0,3}[,;]\s{0,3}(?:default|inclusive)\b))`,
    ['minimum', 'maximum'],
    ofNumber,
  ),
  {
    name: '> 0',
    pattern: new RegExp(
      String.raw`(?:^|\n|(?:\(|\bmust be\s)(?=[<>](?!=)))\x60?(>=|≥|>|<=|≤|<)\s?${numberPattern}(?=\x60?(?:$|[).,;\n]))`,
      'gi',
    ),
    read: ([, sign = '', size], prose) => (ofNumber(prose) ? limit(boundOf[sign] ?? 'minimum', size) : []),
  },
  limitRow(
    'at most 50',
    String.raw`(?:^|[,;(]\s?|\.\s{1,3}|\d\sand\s)(?:at most|up to)\s${numberPattern}${endsPattern}`,
    'maximum',
    ofNumber,
  ),
  limitRow(
    'at least 1',
    String.raw`(?:^|[,;(]\s?|\.\s{1,3}|\d\sand\s)at least\s${numberPattern}${endsPattern}`,
    'minimum',
    ofNumber,
  ),
  limitRow(
    'at least',
    String.raw`\bgreater (?:than )?or equal (?:to|than)\s+${numberPattern}${endsPattern}`,
    'minimum',
    ofNumber,
  ),
  limitRow(
    'at most',
    String.raw`\bless (?:than )?or equal (?:to|than)\s+${numberPattern}${endsPattern}`,
    'maximum',
    ofNumber,
  ),
  limitRow(
    'must be at least',
    String.raw`\b(?:must|should|has to) be (?:at least|>=|≥)\s*${numberPattern}${endsPattern}`,
    'minimum',
    ofNumber,
  ),
  limitRow(
    'must be at most',
    String.raw`\b(?:must|should|has to) be (?:at most|<=|≤)\s*${numberPattern}${endsPattern}`,
    'maximum',
    ofNumber,
  ),
  {
    name: 'cannot be negative',
    pattern:
      /\b(?:(?:can|must|may|should) ?not be (?:negative|less than 0|less than zero)|must be (?:a )?(non-?negative|positive)(?: (?:integer|number|int|value))?|^non-?negative)(?=\s*(?:$|[.,;)\n]))/gi,
    read: (match, prose) =>
      ofNumber(prose) ? limit(/positive/i.test(match[0]) ? 'exclusiveMinimum' : 'minimum', '0') : [],
  },
  limitRow(
    'multiple of',
    String.raw`\b(?:multiples? of|divisible by)\s+${numberPattern}${endsPattern}`,
    'multipleOf',
    (prose) => ofNumber(prose),
  ),
  limitRow(
    '(100 max)',
    String.raw`[(,;]\s?${numberPattern}\s(?:max(?:imum)?|at most)(?=\s*[.,;)]|$)`,
    'maximum',
    ofNumber,
  ),
  limitRow(
    '(1 min)',
    String.raw`[(,;]\s?${numberPattern}\s(?:min(?:imum)?|at least)(?=\s*[.,;)]|$)`,
    'minimum',
    ofNumber,
  ),
  limitRow(
    'the maximum is',
    String.raw`\b(?:the |and )(?:maximum|max)(?:\s(?:allowed|supported|permitted|possible|valid))?(?:\s(?:value|number|limit|size|page size))?(?:\sfor this [a-z]{1,20})?\sis\s${numberPattern}${endsCounting}`,
    'maximum',
    ofNumber,
  ),
  limitRow(
    'the minimum is',
    String.raw`\b(?:the |and )(?:minimum|min)(?:\s(?:allowed|supported|permitted|possible|valid))?(?:\s(?:value|number|limit|size|page size))?(?:\sfor this [a-z]{1,20})?\sis\s${numberPattern}${endsCounting}`,
    'minimum',
    ofNumber,
  ),
  limitRow(
    'max 50 results',
    String.raw`(?:^|[.,;(|]\s?)max(?:imum)?(?: of)?\s?:?\s?${numberPattern}${endsCounting}`,
    'maximum',
    ofNumber,
  ),
  limitRow(
    'must be >= 1',
    String.raw`(?:[(,]\s?|\b(?:be|and|value|is)\s)(?:>=|≥)\s?${numberPattern}${endsPattern}`,
    'minimum',
    ofNumber,
  ),
  limitRow(
    'must be <= 1',
    String.raw`(?:[(,]\s?|\b(?:be|and|value|is)\s)(?:<=|≤)\s?${numberPattern}${endsPattern}`,
    'maximum',
    ofNumber,
  ),
  {
    name: 'not negative',
    pattern: /^(?:an?\s+|the\s+)?(positive|non-?negative)\s+(?:whole\s+)?(?:integer|int|number)\b(?!\s+(?:or|of)\b)/gi,
    read: (match, prose) =>
      ofNumber(prose) ? limit(/^p/i.test(match[1] ?? '') ? 'exclusiveMinimum' : 'minimum', '0') : [],
  },
  {
    name: 'above 0 and below 10',
    pattern: new RegExp(
      String.raw`${mustBe}${above}\s+${numberPattern}\s+(?:and|but)\s+(?:is\s+|be\s+)?${below}\s+${numberPattern}${endsPattern}`,
      'gi',
    ),
    read: (match, prose) =>
      ofNumber(prose) && sizeOf(match[1]) < sizeOf(match[2])
        ? [...limit('exclusiveMinimum', match[1]), ...limit('exclusiveMaximum', match[2])]
        : [],
  },
  limitRow('above 0', String.raw`${mustBe}${above}\s+${numberPattern}${endsPattern}`, 'exclusiveMinimum', ofNumber),
  limitRow('below 10', String.raw`${mustBe}${below}\s+${numberPattern}${endsPattern}`, 'exclusiveMaximum', ofNumber),
  limitRow(
    'integer >= 1',
    String.raw`(?:^|\n)(?:integer|number|float|double)\s?>=\s?${numberPattern}${endsPattern}`,
    'minimum',
    ofNumber,
  ),
  limitRow(
    'integer > 1',
    String.raw`(?:^|\n)(?:integer|number|float|double)\s?>\s?${numberPattern}${endsPattern}`,
    'exclusiveMinimum',
    ofNumber,
  ),
  limitRow(
    'integer <= 1',
    String.raw`(?:^|\n)(?:integer|number|float|double)\s?<=\s?${numberPattern}${endsPattern}`,
    'maximum',
    ofNumber,
  ),
  pairRow(
    '[ 1 .. 9 ]',
    String.raw`\[\s?${numberPattern}\s?\.{2,3}\s?${numberPattern}\s?\](?!\s*(?:characters?|chars?|letters|elements?|items?|entries)\b)`,
    ['minimum', 'maximum'],
    ofNumber,
  ),
  limitRow(
    'default and maximum is 100',
    String.raw`\bdefault and max(?:imum)?(?: value)?s?(?: is| are|:)\s?${numberPattern}${endsPattern}`,
    'maximum',
    ofNumber,
  ),
  limitRow('x >= 1', String.raw`\b[nx]\s*>=\s*${numberPattern}`, 'minimum', ({ may }) => may.number),
  limitRow('x > 1', String.raw`\b[nx]\s*>\s*(?!=)${numberPattern}`, 'exclusiveMinimum', ({ may }) => may.number),
  limitRow('x <= 1', String.raw`\b[nx]\s*<=\s*${numberPattern}`, 'maximum', ({ may }) => may.number),
  limitRow('x < 1', String.raw`\b[nx]\s*<\s*(?!=)${numberPattern}`, 'exclusiveMaximum', ({ may }) => may.number),
  limitRow('1 <= x', String.raw`${numberPattern}\s*<=\s*[nx]\b`, 'minimum', ({ may }) => may.number),
  limitRow('1 < x', String.raw`${numberPattern}\s*<\s*[nx]\b`, 'exclusiveMinimum', ({ may }) => may.number),
];
