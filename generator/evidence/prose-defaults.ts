import type { JsonValue } from '../base/json.ts';
import {
  bareLiteralPattern,
  fits,
  isConditional,
  literalPattern,
  literalValue,
  literalValues,
  type Prose,
  type ProseFinding,
  type ProseRow,
} from './prose.ts';

/** A number, `true` or `false` without quotes, and not the begin of more: `20km`, `10,000`. */
const plain = String.raw`(?:-?\d+(?:\.\d+)?|true|false)(?![\w.,]*\w)(?!\s?%)`;

/** Where a default that stands at the end of something ends. */
const ends = String.raw`(?=\s*(?:$|[.,;)\]\n(|]|-\s))`;

/** The usual ways: `defaults to`, `default:`, `the default value is`. Has the flag `g`; the literal is the first group. */
export const defaultPattern: RegExp = new RegExp(
  String.raw`\b(?:falls? back to|default(?:s? to|(?<=(?:^|[.,;(])\s?default)(?=\s(?:-?\d{1,15}|true|false)(?:\s?[.,;)]|$))|s?\s*[:=]| value(?: is| of|\s*[:=])?| (?:[a-z]{2,20} ){0,2}is| of|(?<=(?:^|[.,;(])\s{0,2}default)(?=\s{1,2}\x60)| and max(?:imum)?(?: values?)?(?: is| are|:)))\s*(${literalPattern}|(?:-?\d+(?:\.\d+)?|true|false)(?![\w.]*\w|,\d{3}\b))`,
  'gi',
);

/** Words of prose that are no values, as in `defaults to the current user`, `Default: none`. */
const noValue =
  /^(?:an?|the|its?|this|that|these|those|your|our|all|any|each|every|no|none|null|nil|unset|undefined|empty|blank|unlimited|current|today|now|yes|no|not|same|whatever|if|when|in|on|at|to|as|by|for|with|number|string|boolean|integer|value|see|use|uses?|depends?|random|automatic\w*|infinity|latest|first|last|user|system|server|client|account|one|two|three|zero|ten|enabled|disabled|on|off|optional|required)$/i;

/** A default in a word without quotes, where the value is stated to be a text: `Default: json`, `Defaults to en.` */
const barePattern = new RegExp(
  String.raw`\bdefault(?:s to|\s?[:=]| value(?: is|\s?[:=])| is)\s{1,3}([A-Za-z#/][\w./:#-]{0,60}?)(?=\.?\s{0,3}$|\.?\s{0,3}[)\]\n;]|\.\s{1,3}[A-Z])`,
  'gi',
);

/** Defaults as prose gives them. */
export const defaultRows: readonly ProseRow[] = [
  { name: 'default', pattern: defaultPattern, read: readDefault },
  {
    name: 'default in a bare word',
    pattern: barePattern,
    read: (match, prose) => {
      const word = match[1] ?? '';
      const isText = /^(?:string|str|text|enum)(?:<[\w-]{1,30}>)?$/i.test(prose.words.trim());
      if (!isText || noValue.test(word) || isConditional(match)) return [];
      return [{ fact: { kind: 'default', value: word }, confidence: 'medium' }];
    },
  },
  {
    name: 'true by default',
    pattern: new RegExp(
      String.raw`(?:^|[.;,(|]\s{0,3}|\b(?:is|to)\s)(${bareLiteralPattern}|${plain}|\*{1,2}(?:true|false|\d{1,9})\*{1,2})\s(?:is (?:the |used )?)?by default\b`,
      'gi',
    ),
    read: readDefault,
  },
  {
    name: 'by default 10',
    pattern: new RegExp(
      String.raw`\bby default(?:,? (?:it |this |the value )?is(?: set to)?|:|,)?\s(${bareLiteralPattern}|${plain})${ends}`,
      'gi',
    ),
    read: readDefault,
  },
  {
    name: 'an empty list by default',
    pattern:
      /\bdefaults?(?:\s(?:to|value\sis|is)|\s?:)?\s(?:an?\s)?empty\s(array|list|string|object|map)\b(?!\s(?:of|with|or|when|if|unless)\b)/gi,
    read: (match, prose) => {
      const word = (match[1] ?? '').toLowerCase();
      const value = word === 'string' ? '' : word === 'array' || word === 'list' ? [] : {};
      return fits(value, prose) && !isConditional(match) ? [{ fact: { kind: 'default', value } }] : [];
    },
  },
  {
    name: '`a` (default)',
    pattern: new RegExp(
      String.raw`(${bareLiteralPattern}|\*{1,2}[\w.-]{1,60}\*{1,2})\s\((?:the )?default(?: value)?\)`,
      'gi',
    ),
    read: readDefault,
  },
  {
    name: 'asc (default) or desc',
    pattern: /(?:^|[,;:(|/]\s{0,3}|\b(?:or|either|and)\s)([A-Za-z\d][\w.-]{0,40})\s\(default\)/gi,
    read: (match, prose) => {
      if (prose.words === '' || noValue.test(match[1] ?? '')) return [];
      const value = literalValue(match[1] ?? '', false, prose);
      return fits(value, prose) ? [{ fact: { kind: 'default', value }, confidence: 'medium' }] : [];
    },
  },
  {
    name: 'if omitted, 10 is used',
    pattern: new RegExp(
      String.raw`\b(?:if|when)(?: (?:it|this|the (?:value|parameter|field|argument|property)))?(?: is)? (?:omitted|unspecified|absent|missing|left out|empty|not (?:set|specified|provided|given|present|supplied|included|passed))\s?,?\s(?:(?:the )?(?:default |value |it |this )*(?:is|will be|defaults to|(?:is )?assumed to be)\s|uses?\s|then\s)?(${bareLiteralPattern}|${plain})(?:\s(?:is|will be) (?:used|assumed|taken|applied|returned)|${ends})`,
      'gi',
    ),
    read: readDefault,
  },
  {
    name: 'unless specified, 10',
    pattern: new RegExp(
      String.raw`\bunless (?:(?:it is|this is|otherwise) )?(?:specified|set|given|provided|stated|noted|overridden)(?: otherwise)?\s?,?\s(?:(?:it|this|the (?:value|default)) )?(?:is |uses |will be )?(${bareLiteralPattern}|${plain})(?:\s(?:is|will be) (?:used|assumed|taken|applied)|${ends})`,
      'gi',
    ),
    read: readDefault,
  },
  {
    // a note of its own, as beside a type
    name: 'default 10',
    pattern: new RegExp(String.raw`(?:^|\n)default\s(${plain})(?=\s{0,3}(?:$|\n))`, 'gi'),
    read: readDefault,
  },
  {
    name: '10 if omitted',
    pattern: new RegExp(
      String.raw`(?:^|[,;(]\s?)(${bareLiteralPattern}|${plain})\s(?:if|when) (?:omitted|unspecified|not (?:set|specified|provided|given|present|supplied))${ends}`,
      'gi',
    ),
    read: (match, prose) => defaultFindings(match[1] ?? '', prose),
  },
];

/** What a match of `defaultPattern` says; nothing where a condition follows, or the type does not allow the value. */
export function readDefault(match: RegExpExecArray, prose: Prose): ProseFinding[] {
  // "defaults to 10 if not set" is a default all the same
  const rest = match.input.slice(match.index + match[0].length, match.index + match[0].length + 60);
  const isOfAbsence =
    /^[\s,]*(?:if|when)(?: (?:it|this|the (?:value|parameter|field))(?: is)?)? (?:omitted|unspecified|absent|missing|left out|empty|not (?:set|specified|provided|given|present|supplied))\b/i.test(
      rest,
    );
  if (prose.words !== '' && prose.may.string && /\d$/.test(match[0]) && unit.test(rest)) return [];
  return isConditional(match) && !isOfAbsence ? [] : defaultFindings(match[1] ?? '', prose);
}

/** A unit behind a number, which is a part of what is meant where the value is a text. */
const unit =
  /^\s(?:km|mi|miles?|met(?:er|re)s?|(?:milli)?seconds?|minutes?|hours?|(?:business )?days?|weeks?|months?|years?|ms|[kmg]?bytes?|[kmg]b|px|pixels?|percent)\b/i;

function defaultFindings(written: string, prose: Prose): ProseFinding[] {
  const bold = /^\*{1,2}(.*?)\*{1,2}$/.exec(written)?.[1];
  const values: readonly JsonValue[] = /^[\w.-]/.test(bold ?? written)
    ? [literalValue(bold ?? written, false, prose)]
    : literalValues(written, prose);
  const [value] = values;
  return value === undefined || !fits(value, prose) ? [] : [{ fact: { kind: 'default', value } }];
}
