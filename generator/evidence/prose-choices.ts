import type { JsonValue } from '../base/json.ts';
import { enumFindings, isClosed } from './prose-enums.ts';
import {
  bareLiteralPattern,
  literalsPattern,
  literalValue,
  literalValues,
  type Prose,
  type ProseFinding,
  type ProseRow,
} from './prose.ts';

/** A word that can be a constant: no sentence is made of these. */
const constant = String.raw`[A-Z][A-Z\d_]{1,40}`;

/** What a value of which few are allowed is called. */
const kinds = String.raw`\b(?:status|state|type|kind|mode|method|level|order|direction|role|category|action|strategy|priority|severity|visibility|phase|stage|tier|format|option|value|filter|choice|reason|result|scope)(?:e?s)?\b`;

/** What stands between a value and its meaning. */
const meaning = String.raw`\s{0,2}(?:[:=]|[-–—](?=\s)|→|(?:if|when|for|to|means)\b)\s{0,2}`;

/** What tells a caller to give a value: that there are others is not said. */
const told = String.raw`(?:use|pass|send|give|set (?:this |it )?to)\s`;

/** One literal at the begin of a clause, with what it means behind it. */
const explained = new RegExp(
  String.raw`(?:^(?:${told})?|[.:;,(\n]\s{0,3}(?:(?:and|or)\s)?|\s(?:and|or)\s)(${bareLiteralPattern})${meaning}(?=\S)`,
  'gi',
);

/** The first of these opens the text, or stands behind what announces them. */
const explanation = new RegExp(
  String.raw`^(?:[^.\n]{0,80}[.:]\s{1,3})?(?:${told})?${bareLiteralPattern}${meaning}\S`,
  'i',
);

/** One number with what it means: `0 = closed`, `0: closed`; at the begin of a clause `0 - closed`, too. */
const explainedNumber =
  /(?<![\w.,-])[`"']?(-?\d{1,4})[`"']?(?:\s?[:=]\s?|(?<=(?:^|[.;,:(\n|]\s{0,3})[`"']?-?\d{1,4}[`"']?)\s[-–—]\s)(?=[A-Za-z`"'])/g;

const typeWord = /^(?:string|number|integer|int|float|bool(?:ean)?|object|array|list|null|any|date)$/i;

/** Words of what may be done with a value, of when it is there, and of what it is measured in. */
const ofAccess =
  /^(?:read|write|get|set|in|out|input|output|request|response|required|optional|and|or|yes|no|true|false|on|off)\/|\/(?:s|sec|seconds?|min|minutes?|h|hours?|days?|months?|years?|null|none)$/i;

/** Values that prose lists together with what each means, or in an aside. */
export const choiceRows: readonly ProseRow[] = [
  {
    // at its begin, of the value itself
    name: 'value is',
    pattern: new RegExp(
      String.raw`^(?:(?:this|the)\s)?value\sis\s(?:always\s)?(${bareLiteralPattern})(?=\s{0,3}(?:$|\.(?:\s|$)|\n))`,
      'gi',
    ),
    read: (match, prose) => enumFindings(literalValues(match[1] ?? '', prose), prose, true, 1),
  },
  {
    // before what is said of it: `newest | oldest - the order`
    name: 'a | b - text',
    pattern: /^([a-z][\w-]{0,40}(?:\s?\|\s?[a-z][\w-]{0,40}){1,20})\s(?:[-–—]\s(?=[a-z])|$)/g,
    read: (match, prose) => {
      const words = (match[1] ?? '').split(/\s?\|\s?/);
      if (/^(?:true,false|false,true)$/.test(words.join(','))) return [{ fact: { kind: 'type', words: 'boolean' } }];
      if (words.some((word) => typeWord.test(word))) return [];
      return enumFindings(
        words.map((word) => literalValue(word, false, prose)),
        prose,
        isClosed(match),
        2,
      );
    },
  },
  {
    name: 'either',
    // "specify either `a` or `b`" speaks of the names of fields
    pattern: new RegExp(
      String.raw`(?<!\b(?:specify|provide|supply|set|pass|use|include|send|give|requires?|have|contain|by|with)\s)\beither(?: be| as| the)?:?\s{1,3}(${literalsPattern})(?=\s*(?:$|[.,;)\n(]|which\b|depending\b))`,
      'gi',
    ),
    read: (match, prose) =>
      /\bnot both\b|\brequired\b/i.test(prose.text) ? [] : choice(literalValues(match[1] ?? '', prose), match, prose),
  },
  {
    // each with what it means: either `f` for forwards or `b` for backwards
    name: 'either, explained',
    pattern:
      /(?:^|[.:]\s{1,3})either\s(`[^`\n]{1,60}`)\s(?:for|to|meaning)\s[^`.,;\n]{1,60}?,?\sor\s(`[^`\n]{1,60}`)\s(?:for|to|meaning)\s(?=\w)/gi,
    read: (match, prose) => choice(literalValues(`${match[1] ?? ''} or ${match[2] ?? ''}`, prose), match, prose),
  },
  {
    name: 'choice between',
    pattern: new RegExp(
      String.raw`\b(?:choice|choose|chosen|select|selected|pick)\s(?:one\s)?(?:between|from|of|among)(?: the following)?:?\s{1,3}(${literalsPattern})`,
      'gi',
    ),
    read: (match, prose) => choice(literalValues(match[1] ?? '', prose), match, prose),
  },
  {
    // behind what it says the values of, in the first sentence
    name: '(`a` or `b`)',
    pattern: new RegExp(String.raw`^[^.()\n]{0,80}?${kinds}[^.()\n]{0,60}\((?:either\s)?(${literalsPattern})\)`, 'gi'),
    read: (match, prose) => choice(literalValues(match[1] ?? '', prose), match, prose),
  },
  {
    name: 'a single value',
    // the whole sentence
    pattern: new RegExp(
      String.raw`(?:^|[.;]\s{1,3}|\n)(?:(?:this|it|the value) )?(?:(?:must|has to) (?:always )?(?:be|equal)(?: set to| equal to| exactly)?|should always be|always)\s{1,3}(${bareLiteralPattern})(?=\s{0,3}(?:$|\.(?:\s|$)|\n))`,
      'gi',
    ),
    read: (match, prose) => enumFindings(literalValues(match[1] ?? '', prose), prose, true, 1),
  },
  {
    // behind what it says the values of, in the first sentence
    name: '(A, B, C)',
    pattern: new RegExp(
      String.raw`^[^.()\n]{0,80}?${kinds}[^.()\n]{0,60}\((${constant}(?:\s?[,|/]\s?(?:or\s)?${constant}){1,30}(?:\sor\s${constant})?)\)`,
      'g',
    ),
    read: (match, prose) => choice(constants(match[1] ?? '', prose), match, prose),
  },
  {
    name: '(a/b/c)',
    pattern: /\(([a-z][\w-]{1,40}(?:\/[a-z][\w-]{1,40}){2,20})\)/g,
    read: (match, prose) => (prose.words === '' ? [] : choice(constants(match[1] ?? '', prose), match, prose)),
  },
  {
    // alone they are the values, also two: `(newest/oldest)`
    name: '(a/b) alone',
    pattern: /^\s{0,3}\(([A-Za-z][\w-]{1,40}(?:\/[A-Za-z][\w-]{1,40}){1,20})\)\.?\s{0,3}$/g,
    read: (match, prose) =>
      /^(?:string|str|enum)$/i.test(prose.words.trim()) && !ofAccess.test(match[1] ?? '')
        ? choice(constants(match[1] ?? '', prose), match, prose)
        : [],
  },
  {
    name: 'a/b/c alone',
    pattern: /^\s{0,3}([A-Za-z][\w-]{1,40}(?:\s?\/\s?[A-Za-z][\w-]{1,40}){2,20})\s{0,3}\.?\s{0,3}$/g,
    read: (match, prose) =>
      /^(?:string|str|enum)$/i.test(prose.words.trim()) ? choice(constants(match[1] ?? '', prose), match, prose) : [],
  },
  {
    name: 'a: this, b: that',
    pattern: /^[\s\S]+$/g,
    read: readExplained,
  },
  {
    name: '0 = this, 1 = that',
    pattern: /^[\s\S]+$/g,
    read: readNumbers,
  },
  {
    name: 'list of',
    pattern: new RegExp(String.raw`^(?:an? )?(?:list|array|set|combination) of:?\s{1,3}(${literalsPattern})`, 'gi'),
    read: (match, prose) => (prose.isList ? choice(literalValues(match[1] ?? '', prose), match, prose) : []),
  },
];

/** What stands before values that are those of some cases only: `For doors: 0 = shut`. */
const caseBefore =
  /(?:^|[.;][*_]{0,2}\s{1,3}|\n)(?:for|if|when|with|in)\s[^.:;\n]{1,60}:\s{1,3}[`"']?[\w-]{1,40}[`"']?\s?[:=–—-]/i;

/** Two or more values; what stands for the layout of a date is none. */
function choice(values: readonly JsonValue[], match: RegExpExecArray, prose: Prose): ProseFinding[] {
  return isLayout(values) ? [] : enumFindings(values, prose, isClosed(match), 2);
}

function isLayout(values: readonly JsonValue[]): boolean {
  return values.every((value) => /^(?:y{2,4}|m{1,2}|d{1,2}|h{1,2}|s{1,2})$/i.test(String(value)));
}

function constants(text: string, prose: Prose): JsonValue[] {
  return text.split(/\s?[,|/]\s?(?:or\s)?|\sor\s/).map((word) => literalValue(word, true, prose));
}

function readExplained(match: RegExpExecArray, prose: Prose): ProseFinding[] {
  const [text] = match;
  if (!explanation.test(text) || caseBefore.test(text)) return [];
  const values = [...text.matchAll(explained)].flatMap((one) => literalValues(one[1] ?? '', prose));
  const literals = new Set(literalValues([...text.matchAll(/`[^`\n]{1,200}`/g)].join(' '), prose));
  // literals of which nothing is said in this way may be further values
  const isWhole = [...literals].every((literal) => values.includes(literal));
  const isTold = new RegExp(`^${told}`, 'i').test(text);
  const found = isWhole && values.length > 1 ? enumFindings(values, prose, isClosed(match) && !isTold, 2) : [];
  return isLayout(values) ? [] : found.map((one) => ({ ...one, confidence: 'medium' }));
}

function readNumbers(match: RegExpExecArray, prose: Prose): ProseFinding[] {
  const [text] = match;
  const goesOn = /\b(?:etc\b|and so on|e\.g\.|for example|depend(?:s|ing)\b)|\.\.\.|…/i.test(text);
  if (goesOn || prose.isList || caseBefore.test(text) || !/\b(?:int(?:eger)?|number|enum)\d*\b/i.test(prose.words))
    return [];
  const values = [...text.matchAll(explainedNumber)].map((one) => Number(one[1]));
  const [first = NaN, second = NaN] = values;
  const isCounted = first >= -1 && first <= 1 && second === first + 1;
  const isRising = values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));
  return isCounted && isRising ? choice(values, match, prose).map((one) => ({ ...one, confidence: 'medium' })) : [];
}
