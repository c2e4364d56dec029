import { isConditional, type ProseRow } from './prose.ts';
import { formatOf } from './sections/format-words.ts';

/** What a description calls the value that it is about. */
const itself = String.raw`this(?:\s+(?:field|parameter|property|attribute|value|argument|header|option|key))?`;

/** Where a sentence ends that says no more. */
const sentenceEnd = String.raw`(?=[^\S\n]*(?:$|[.;!](?:\s|$)|\n[^\S\n]*(?:\n|$)))`;

/** Formats, null and deprecation as prose gives them. */
export const markRows: readonly ProseRow[] = [
  {
    name: 'a UUID',
    pattern: /^(?:(?:an?|the|optional|unique)\s+)*UUID\b(?!s)(?!\s*(?:or\b|and\b|[,/]))/gi,
    read: (match, prose) =>
      prose.may.string && !hasAlternative(match.input) ? [{ fact: { kind: 'format', format: 'uuid' } }] : [],
  },
  {
    name: 'a sentence that is UUID and no more',
    pattern: /(?<=[.;]\s{1,3})(?:an?\s)?(?:valid\s|unique\s)?UUID(?:\sv[1-7])?(?=\.?\s{0,9}$)/gi,
    read: (match, prose) =>
      prose.may.string && !hasAlternative(match.input) ? [{ fact: { kind: 'format', format: 'uuid' } }] : [],
  },
  {
    name: '(UUID)',
    pattern: /^[^.\n(]*\bid(?:entifier)?s?\b[^.\n(]*\(UUID\)/gi,
    read: (match, prose) =>
      prose.may.string && !hasAlternative(match.input)
        ? [{ fact: { kind: 'format', format: 'uuid' }, confidence: 'medium' }]
        : [],
  },
  {
    name: 'a list of UUIDs',
    pattern: /^(?:an?\s+|the\s+)?(?:list|array)\s+of\s+(?:[\w-]+\s+){0,2}UUIDs\b/gi,
    read: (match, prose) =>
      prose.may.list && !hasAlternative(match.input)
        ? [{ fact: { kind: 'format', format: 'uuid' }, confidence: 'low', ofItems: true }]
        : [],
  },
  {
    name: 'date layout',
    pattern: /\bYYYY-MM-DD\b(?![\s T]*HH)/gi,
    read: (match, prose) =>
      prose.may.string && prose.words !== '' && !/\|/.test(prose.words) && !/HH|:mm|\bor\b|UUID/i.test(match.input)
        ? [{ fact: { kind: 'format', format: 'date' }, confidence: 'medium' }]
        : [],
  },
  {
    name: 'ISO date and time',
    // in either order; the name of the standard may be a link
    pattern:
      /\[?\b(?:ISO[ -]?8601|RFC[ -]?3339)\b\]?(?:\([^()\s]{1,200}\))?[ -]{0,3}(?:formatted |encoded |format |standard |combined |UTC |extended ){0,3}(?:timestamp|date[ -]?time|date and time)\b|\b(?:timestamp|date[ -]?time|date and time)s?\b[^.;()\n]{0,40}[(,]?\s?\[?\b(?:ISO[ -]?8601|RFC[ -]?3339)\b|^(?:when|the time|time)\b[^.;\n]{0,80}\bRFC[ -]?3339\b/gi,
    read: (match, prose) =>
      prose.may.string &&
      !/\b(?:8601|3339)\b\]?(?:\([^()\s]{1,200}\))?[ -]{0,3}(?:format )?(?:duration|period|interval)|YYYY-MM-DD(?![ T]?HH|T)|\b(?:or|and) (?:an? |the )?(?:unix|epoch|date\b(?![ -]?time)|day|relative|integer|number|seconds|[`"']now|milliseconds)/i.test(
        match.input,
      )
        ? [{ fact: { kind: 'format', format: 'date-time' }, confidence: 'medium' }]
        : [],
  },
  {
    // of a time: a day may be written so, too
    name: 'must be ISO 8601',
    pattern:
      /\b(?:must|should|has to|needs to) be (?:an? |in |valid |given in ){0,3}(?:ISO[ -]?8601|RFC[ -]?3339)(?:[ -]formatted| format| compliant)?(?=\s{0,3}(?:[.;,)(]|$|\n))/gi,
    read: (match, prose) =>
      prose.may.string &&
      /\b(?:time|timestamp|when)\b/i.test(match.input) &&
      !/\b(?:dates?(?! and time)|days?|durations?|intervals?|periods?|unix|epoch)\b/i.test(match.input)
        ? [{ fact: { kind: 'format', format: 'date-time' }, confidence: 'medium' }]
        : [],
  },
  {
    name: 'a valid URL',
    pattern:
      /\b(?:valid|absolute|fully[ -]qualified)\s(?:https?\s)?(?:UR[LI]|(e-?mail)(?:\saddress)?)\b(?!s?\s+(?:or|scheme|path|safe|encoded)\b)/gi,
    read: (match, prose) =>
      prose.may.string && prose.words !== '' && !/\|/.test(prose.words)
        ? [{ fact: { kind: 'format', format: match[1] ? 'email' : 'uri' }, confidence: 'medium' }]
        : [],
  },
  {
    name: 'Format: a format',
    pattern:
      /(?:^|[.;,|]\s{1,3}|\n\s{0,9})[*_]{0,2}(?:string |data )?format[*_]{0,2}\s?[:=][*_]{0,2}\s{0,3}`?([A-Za-z][\w -]{2,20}?)`?(?=\s{0,3}(?:[.;,(]|$|\n))/gi,
    read: (match, prose) => {
      const format = prose.may.string ? formatOf('string', match[1] ?? '') : undefined;
      return format === undefined ? [] : [{ fact: { kind: 'format', format }, confidence: 'medium' }];
    },
  },
  {
    name: 'null means',
    pattern:
      /(?:^|[.;]\s+|\n\s*)`?null`?\s+(?:means|if|when|indicates|unless|until|while|before|where|otherwise|for)\b/gi,
    read: () => [{ fact: { kind: 'nullable' } }],
  },
  {
    name: 'can be null',
    pattern:
      /(?:^|[.;(]\s*|\n\s*)(?:(?:this(?: (?:field|value|property|attribute|parameter))?|it|the (?:field|value|property|returned value))\s+)?(?:can|may|will|might)(?: also)? be [`"]?null\b[`"]?(?![\w-])/gi,
    read: () => [{ fact: { kind: 'nullable' } }],
  },
  {
    name: 'is null if',
    // said of the value itself: at the begin of a sentence, or behind what the value is
    pattern:
      /(?:^|[.;(]\s{1,3}|\n\s{0,9})(?:(?:this(?: (?:field|value|property))?|it|(?:the )?(?:field|value|property|returned value))\s+)?(?:is|becomes|always|always is|is always|defaults to)\s(?:set to\s)?[`"]?null\b[`"]?(?=\s(?:if|when|unless|for|until|otherwise|after|while)\b|\s{0,3}[.,;)]|$)/gi,
    read: () => [{ fact: { kind: 'nullable' } }],
  },
  {
    name: ', null if',
    pattern: /,\s(?:and |else )?[`"]?null[`"]?\s(?:if|when|unless|otherwise|for)\b/gi,
    read: () => [{ fact: { kind: 'nullable' }, confidence: 'medium' }],
  },
  {
    name: 'a value of null',
    pattern:
      /(?:^|[.;(]\s{1,3}|\n\s{0,9})(?:an? (?:value of )?|the default )?[`"]?null[`"]? (?:value )?(?:corresponds?|indicates?|means|represents?|signifies|denotes)\b/gi,
    read: (_, prose) => (prose.isList ? [] : [{ fact: { kind: 'nullable' } }]),
  },
  {
    name: 'set to null to',
    pattern: /\b(?:set (?:this |it )?to|pass|send|use) `?null`? to\b/gi,
    read: () => [{ fact: { kind: 'nullable' } }],
  },
  {
    name: 'or null',
    // Only as the end of what the value is; in a clause after `if` or `is` it speaks of other data.
    pattern: /(?:^|[.;]\s{1,9})([^.;\n]*?),?\s{1,9}or\s{1,9}`?null`?(?=\s{0,9}(?:[.,;)]|$|if\b|when\b))/gi,
    read: (match) => {
      const speaksOfOther =
        /\b(?:if|when|unless|where|whether|is|are|was|were|not|may|can|must|missing|empty|with|contain\w*|ha[sv]e?)\b/i;
      return speaksOfOther.test(match[1] ?? '') ? [] : [{ fact: { kind: 'nullable' } }];
    },
  },
  {
    name: 'nullable',
    pattern: /(?:^|[([,.;]\s*)nullable(?=\s*(?:[.,;)\]]|$))/gi,
    read: () => [{ fact: { kind: 'nullable' } }],
  },
  {
    name: 'required in bold',
    // a sentence of its own, apart by its marks
    pattern: /(?:^|[.:]\s{1,9}|\n)\*\*(required|optional)\.?\*\*(?=\s*(?:$|\n|[.]))/gi,
    read: (match) => [{ fact: { kind: 'required', value: /^required/i.test(match[1] ?? '') } }],
  },
  {
    name: 'This field is required.',
    // a sentence of its own
    pattern: new RegExp(
      String.raw`(?:^|[.;!]\s{1,3}|\n\n\s{0,9})(?:(?:${itself}|it)\s+is\s+)?(?:an?\s+|always\s+)?(?:(required|mandatory|obligatory|compulsory)|optional)(?:\s+(?:and unique|and must be unique))?(?:\s+(?:field|parameter|property|attribute|value|argument|header|option|string|integer|number|boolean|object|array))?${sentenceEnd}`,
      'gi',
    ),
    read: (match) => [{ fact: { kind: 'required', value: match[1] !== undefined } }],
  },
  {
    name: 'Must be given.',
    pattern: new RegExp(
      String.raw`(?:^|[.;!]\s{1,3}|\n\n\s{0,9})(?:(?:${itself}|it)\s+)?(?:(?:must|has to|needs to)\s+(?:always\s+)?be|(can|may|need)\s+not\s+(?:always\s+)?be)\s+(?:given|provided|specified|set|supplied|included|present|sent|passed|filled in|filled)${sentenceEnd}`,
      'gi',
    ),
    // `may not be given` forbids
    read: (match) =>
      match[1] === undefined || /^need$/i.test(match[1])
        ? [{ fact: { kind: 'required', value: match[1] === undefined } }]
        : [],
  },
  {
    name: 'Cannot be omitted.',
    pattern: new RegExp(
      String.raw`(?:^|[.;!]\s{1,3}|\n\n\s{0,9})(?:(?:${itself}|it)\s+)?(?:(can\s?not|can't|must not|may not)|can|may)\s+be\s+(?:omitted|left out|left off|skipped)${sentenceEnd}`,
      'gi',
    ),
    read: (match) => [{ fact: { kind: 'required', value: match[1] !== undefined } }],
  },
  {
    name: ', required',
    pattern: /\S\s?[,;–—-]\s{1,3}(?:required|mandatory|(optional))\s{0,2}\.?\s{0,3}$/gi,
    read: (match) => [{ fact: { kind: 'required', value: match[1] === undefined } }],
  },
  {
    name: '(Required) before all else',
    pattern: /^\s{0,9}[([](required|optional)[)\]](?=\s|$)/gi,
    read: (match) => [{ fact: { kind: 'required', value: /^required/i.test(match[1] ?? '') } }],
  },
  {
    name: 'read-only, write-only',
    // a sentence of its own, in brackets, or apart at the end
    pattern:
      /(?:^|[([.;]\s{0,9}|\n\s{0,9}|(?=`(?:read|write)[- ]only`\s*$))[*_`]{0,3}(?:(?:this(?: (?:field|property|value|attribute))?|it) is (?:an? )?)?((?:read|write|input|output)[- ]?only)[*_`]{0,3}(?:\s(?:field|property|value|attribute|parameter))?(?=\s*(?:$|[\n.;:,)\]]))(?!\s*:\s*false)/gi,
    read: (match) => [{ fact: { kind: 'access', access: /^[ro]/i.test(match[1] ?? '') ? 'readOnly' : 'writeOnly' } }],
  },
  {
    name: 'deprecated',
    pattern:
      /(?:^[\s*_[(`]{0,6}|[.;]\s{1,3}[*_[(`]{0,3}|\n\s{0,9}[*_[(`]{0,3})deprecated(?=\s*(?:$|[\n.,:;!)*_`–—\]-]|(?:since|in|as|use|and will|from)\b))|[([]deprecated\b[^)\]\n]{0,80}[)\]]\.?(?=\s{0,9}$)|\bthis (?:field|parameter|property|attribute|argument|option|value) is (?:no longer (?:used|supported|in use|available|maintained)|obsolete|being phased out)\b(?=\s*(?:$|[.,;)\n]))|^(?:no longer (?:used|supported)|obsolete|being phased out)(?=\s*(?:$|[.,;:)\n-]))|\bthis (?:field|parameter|property|attribute|argument|option|value) (?:is|has been) (?:now |currently )?deprecated\b/gi,
    read: (match) =>
      isConditional(match) && !/^\W*(?:deprecated|obsolete|no longer)/i.test(match[0])
        ? []
        : [{ fact: { kind: 'deprecated' } }],
  },
];

/** Whether a UUID is only one way to give the value: `UUID or slug`. */
function hasAlternative(text: string): boolean {
  return /\bUUIDs?\W{0,2}\s*(?:\bor\b|\/|,\s*(?:or\b)?\s*(?:slug|name|id|key)s?\b)|\b(?:or|and)\s+(?:an?\s+|the\s+|its\s+)?UUIDs?\b|\/UUID/i.test(
    text,
  );
}
