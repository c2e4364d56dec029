import type { Prose, ProseFinding, ProseRow } from './prose.ts';

const number = String.raw`\x60?(?<!\d)(-?\d{1,15}(?:\.\d{1,15})?)\x60?`;
const range = String.raw`${number}\s*(?:-|–|to|and)\s*${number}`;
const characters = String.raw`\s*-?(?:characters?|chars?|letters)\b`;
const elements = String.raw`\s*(?:elements?|items?|entries)\b`;
const is = String.raw`(?: is|:|=| of)?`;
const ends = String.raw`(?=\s*(?:$|[.,;)\n]|inclusive\b|\(|and\b))`;

function limit(keyword: string, value: string | undefined): ProseFinding[] {
  const size = Number(value);
  const isCount = /Length|Items/.test(keyword);
  if (value === undefined || !Number.isFinite(size) || (isCount && (size < 0 || !Number.isInteger(size)))) return [];
  return [{ fact: { kind: 'limit', keyword, value: size } }];
}

/** A row for two limits, given in this order, of values that `allows`. */
function pairRow(
  name: string,
  pattern: string,
  keywords: readonly [string, string],
  allows: (prose: Prose) => boolean,
): ProseRow {
  return {
    name,
    pattern: new RegExp(pattern, 'gi'),
    read: (match, prose) => {
      const [least, most] = [Number(match[1]), Number(match[2])];
      if (!allows(prose) || least > most) return [];
      return [...limit(keywords[0], match[1]), ...limit(keywords[1], match[2])];
    },
  };
}

function row(name: string, pattern: string, keyword: string, allows: (prose: Prose) => boolean): ProseRow {
  return {
    name,
    pattern: new RegExp(pattern, 'gi'),
    read: (match, prose) => (allows(prose) ? limit(keyword, match[1]) : []),
  };
}

const ofText = ({ may }: Prose): boolean => may.string;
const ofList = ({ may }: Prose): boolean => may.list;
// A number in the text of a value of unknown type may count anything: the type must be stated.
const ofNumber = ({ may, words }: Prose): boolean => words !== '' && may.number;

/** Limits of length, size and range as prose gives them. */
export const limitRows: readonly ProseRow[] = [
  pairRow('length range', `(?:between )?${range}${characters}`, ['minLength', 'maxLength'], ofText),
  pairRow('string length', String.raw`\bstring length:\s*${range}`, ['minLength', 'maxLength'], ofText),
  row('minimum string length', String.raw`\bmin(?:imum|\.)? ?(?:string )?length${is}\s*${number}`, 'minLength', ofText),
  row('maximum string length', String.raw`\bmax(?:imum|\.)? ?(?:string )?length${is}\s*${number}`, 'maxLength', ofText),
  row(
    'string(20)',
    String.raw`(?:^|\n)(?:string|varchar2?|n?char|text)\s?[([]${number}[)\]](?=\s{0,3}(?:$|\n))`,
    'maxLength',
    ofText,
  ),
  row('minimum items', String.raw`\bmin(?:imum|\.)? ?items${is}\s*${number}`, 'minItems', ofList),
  row('maximum items', String.raw`\bmax(?:imum|\.)? ?items${is}\s*${number}`, 'maxItems', ofList),
  {
    name: 'pattern',
    pattern:
      /\b(?:pattern|regex(?:p| pattern)?|regular expression|must match)(?: is)?\s*[:=]?\s*\x60(\^[^\x60\n]{1,300}\$)\x60/gi,
    read: (match, prose) =>
      prose.may.string && match[1] !== undefined
        ? [{ fact: { kind: 'limit', keyword: 'pattern', value: match[1] }, confidence: 'medium' }]
        : [],
  },
  row(
    'at most characters',
    String.raw`\b(?:max(?:imum)?\.?(?: of| length(?: of)?)?|up to|at most|no more than|limited to|cannot exceed|not exceed)\s*:?\s*${number}${characters}`,
    'maxLength',
    ofText,
  ),
  row(
    'characters at most',
    String.raw`(?<![-–\d]\s?|\bto |\band )${number}${characters}\s+(?:max(?:imum)?|or (?:less|fewer)|at most)\b`,
    'maxLength',
    ofText,
  ),
  row(
    'at least characters',
    String.raw`\b(?:min(?:imum)?\.?(?: of| length(?: of)?)?|at least|no fewer than)\s*:?\s*${number}${characters}`,
    'minLength',
    ofText,
  ),
  pairRow('size range', `(?:between )?${range}${elements}`, ['minItems', 'maxItems'], ofList),
  row('minimum array length', String.raw`\bminimum array length:\s*${number}`, 'minItems', ofList),
  row('maximum array length', String.raw`\bmaximum array length:\s*${number}`, 'maxItems', ofList),
  row(
    'at most items',
    String.raw`\b(?:max(?:imum)?\.?(?: of)?|up to|at most|no more than|limited to)\s*:?\s*${number}${elements}`,
    'maxItems',
    (prose) => prose.isList,
  ),
  row(
    'at least items',
    String.raw`\b(?:min(?:imum)?\.?(?: of)?|at least)\s*:?\s*${number}${elements}`,
    'minItems',
    (prose) => prose.isList,
  ),
  pairRow('between', String.raw`\bbetween\s+${range}${ends}`, ['minimum', 'maximum'], ofNumber),
  pairRow('range', String.raw`\brange(?: is)?\s*:?\s*${range}${ends}`, ['minimum', 'maximum'], ofNumber),
  row(
    'maximum',
    String.raw`\bmax(?:imum)?(?: (?:allowed )?value)?(?: is| of)?\s*[:=]?\s*${number}${ends}`,
    'maximum',
    ofNumber,
  ),
  row(
    'minimum',
    String.raw`\bmin(?:imum)?(?: (?:allowed )?value)?(?: is| of)?\s*[:=]?\s*${number}${ends}`,
    'minimum',
    ofNumber,
  ),
  pairRow(
    'range alone',
    String.raw`(?:^\s{0,3}|\()${range}(?:\)|\s{0,3}\.?\s{0,3}$)`,
    ['minimum', 'maximum'],
    ofNumber,
  ),
  row('at most 50', String.raw`(?:^|[,;(]\s?)(?:at most|up to|no more than)\s${number}${ends}`, 'maximum', ofNumber),
  row('at least 1', String.raw`(?:^|[,;(]\s?)(?:at least|no less than)\s${number}${ends}`, 'minimum', ofNumber),
  row('at least', String.raw`\bgreater (?:than )?or equal (?:to|than)\s+${number}${ends}`, 'minimum', ofNumber),
  row('at most', String.raw`\bless (?:than )?or equal (?:to|than)\s+${number}${ends}`, 'maximum', ofNumber),
  row(
    'must be at least',
    String.raw`\b(?:must|should|has to) be (?:at least|>=|≥)\s*${number}${ends}`,
    'minimum',
    ofNumber,
  ),
  row(
    'must be at most',
    String.raw`\b(?:must|should|has to) be (?:at most|no more than|<=|≤)\s*${number}${ends}`,
    'maximum',
    ofNumber,
  ),
  {
    name: 'not negative',
    pattern: /^(?:an?\s+|the\s+)?(positive|non-?negative)\s+(?:whole\s+)?(?:integer|int|number)\b(?!\s+(?:or|of)\b)/gi,
    read: (match, prose) =>
      ofNumber(prose) ? limit(/^p/i.test(match[1] ?? '') ? 'exclusiveMinimum' : 'minimum', '0') : [],
  },
  row('greater than', String.raw`\bgreater than\s+${number}${ends}`, 'exclusiveMinimum', ofNumber),
  row('less than', String.raw`\bless than\s+${number}${ends}`, 'exclusiveMaximum', ofNumber),
  row('x >= 1', String.raw`\bx\s*>=\s*${number}`, 'minimum', ({ may }) => may.number),
  row('x > 1', String.raw`\bx\s*>\s*(?!=)${number}`, 'exclusiveMinimum', ({ may }) => may.number),
  row('x <= 1', String.raw`\bx\s*<=\s*${number}`, 'maximum', ({ may }) => may.number),
  row('x < 1', String.raw`\bx\s*<\s*(?!=)${number}`, 'exclusiveMaximum', ({ may }) => may.number),
  row('1 <= x', String.raw`${number}\s*<=\s*x\b`, 'minimum', ({ may }) => may.number),
  row('1 < x', String.raw`${number}\s*<\s*x\b`, 'exclusiveMinimum', ({ may }) => may.number),
];
