import type { Prose, ProseFinding, ProseRow } from './prose.ts';
import { typeWordsOf } from './sections/list-notes.ts';

const scalar = String.raw`(?:strings?|text|numbers?|integers?|ints?|floats?|decimals?|booleans?|bools?|objects?|UUIDs?)`;
const note = String.raw`(?:\s*\([^()\n]{1,80}\))?`;
/** One type phrase: `string`, `a list of strings (UUIDs)`, `single string`. */
const phrase = String.raw`(?:(?:an?|single|a single)\s+)?(?:(?:lists?|arrays?)\s+of\s+)?(?:(?:un)?signed\s|positive\s)?${scalar}${note}`;
const phrases = String.raw`${phrase}(?:(?:\s*,\s*(?:or\s+)?|\s+or\s+)${phrase})*`;

/** `string for urls`, and the other way round where a list of those goes on: `for options string or list of strings`. */
const typeForCase = String.raw`${phrases}\s+for\s+[^,;.\n]+`;
const caseThenType = String.raw`for\s+[^,;.\n]+?\s${phrases}`;

const bullet = String.raw`[ \t]*[-*+][ \t]+[^:\s][^:\n]{0,119}:[ \t]*${phrases}[ \t]*[.;]?`;

/** What is said of a type before its name. */
const manner = String.raw`(?:(?:positive|negative|non-?negative|whole|unsigned|signed|(?:un)?signed \d{1,3}-bit|\d{1,3}-bit|non-?empty|unique|random|opaque|short|hex(?:adecimal)?|alphanumeric|free-form|human-readable)\s){0,2}`;

/** Where a type ends: the sentence does, or what it is or between what it lies follows. */
const typeEnds = String.raw`\s*(?:[,.;:–—]|$)|\s+(?:value|specifying|containing|indicating|representing|describing|identifying|whether|to\s+(?:allocate|enable|disable|identify)|from\s\d|between|greater|larger|less|smaller|in\s+the\s+range|of\s+at\s+(?:least|most)|of\s+up\s+to)\b`;

/** What names the type of a value on a line of its own, or at the begin of a sentence: `JSON data type:`, `**Type:**`. */
const typeLabel = String.raw`(?:(?:json|data|value|field|parameter|param|variable)[ -]?){0,2}type`;

/** Unions that prose spells out. A stray word is no type: each row needs two types, each in its place. */
export const typeRows: readonly ProseRow[] = [
  {
    name: 'type for case, type for case',
    pattern: new RegExp(
      String.raw`(?:^|[:.;]\s*|\n)(${typeForCase}(?:[,;]\s*(?:and\s+)?(?:${typeForCase}|${caseThenType}))+)`,
      'gi',
    ),
    read: (match, prose) => {
      const item = new RegExp(
        String.raw`(?:^|[,;]\s*)(?:and\s+)?(?:(${phrases})\s+for\s|for\s+[^,;.\n]+?\s(${phrases})(?=\s*(?:[,;(]|$)))`,
        'gi',
      );
      const cases = [...(match[1] ?? '').matchAll(item)].map((one) => one[1] ?? one[2] ?? '');
      return unionFinding(cases.join(' or '), prose, 'high');
    },
  },
  {
    name: 'bullets of cases with types',
    pattern: new RegExp(String.raw`^(?:([^\n]*)\n\s{0,20})?((?:${bullet}\n+)+${bullet}(?:\n+|$))`, 'gim'),
    read: (match, prose) => {
      const [, announcement = '', list = ''] = match;
      const items = [...list.matchAll(/^[ \t]*[-*+][ \t]+([^:\n]+):[ \t]*([^\n]*)$/gm)];
      const isAnnounced = /\b(?:type|value)s?\b.*\b(?:depend|vary|varies|based|according)|\bdepend\w* on\b/i.test(
        announcement,
      );
      const isConstants = items.every(([, label = '']) => /^[`*]*[A-Z][A-Z0-9_]+(?![a-z])/.test(label));
      if (!isAnnounced && !isConstants) return [];
      return unionFinding(items.map((item) => item[2] ?? '').join(' or '), prose, 'high');
    },
  },
  {
    name: 'a type or a type',
    pattern: new RegExp(
      String.raw`^(?:either\s+)?(${phrase}(?:\s*,\s*${phrase})*(?:\s*,)?\s+or\s+${phrase})(?=\s*(?:[.;]|$|\n))`,
      'gi',
    ),
    read: (match, prose) => unionFinding(match[1] ?? '', prose, 'medium'),
  },
  {
    name: 'as a type or a type',
    // `Specified as a string or an array of strings.`
    pattern: new RegExp(
      String.raw`(?<!\b(?:values?|keys?|items?|elements?|entries|each)\s(?:[a-z]{1,10}\s){0,2})\b(?:as|be|either|accepts?|takes?|is)\s(?:either\s)?((?:an?|single|lists?\sof|arrays?\sof)\s${phrase}(?:\s*,\s*${phrase}){0,5}(?:\s*,)?\s+or\s+${phrase})(?=\s*(?:[.;,)]|$|\n))`,
      'gi',
    ),
    read: (match, prose) => unionFinding(match[1] ?? '', prose, 'medium'),
  },
  {
    name: 'given as a type',
    pattern:
      /\b(?:specified|given|provided|passed|represented|returned|sent|stored|supplied)\sas\san?\s(string|integer|boolean)(?:\svalue)?(?=\s*(?:[.;,]|$|\n))/gi,
    read: (match, prose) => statedFinding(canonical[(match[1] ?? '').toLowerCase()], match, prose),
  },
  {
    name: 'Type: a type',
    pattern: new RegExp(
      String.raw`(?:^|[.;|]\s{1,3}|\n\s{0,9})(?:[-*+]\s)?[*_]{0,2}${typeLabel}[*_]{0,2}\s?[:=][*_]{0,2}\s{0,3}\x60?([A-Za-z][\w<>[\]| ,-]{1,60}?)\x60?(?=\s{0,3}(?:[.;(]|,(?!\s?\w+>)|$|\n))`,
      'gi',
    ),
    read: (match, prose) => {
      const words = typeWordsOf(match[1] ?? '');
      return words === undefined || prose.words !== '' ? [] : [{ fact: { kind: 'type', words } }];
    },
  },
  {
    name: 'opening type',
    // What a value is called first is its type, where nothing states one: `Boolean value, ...`, `A positive integer.`
    pattern: new RegExp(
      String.raw`^(?:(?:accepts|takes|expects)\s)?(?:an?\s+)?${manner}(string|integer|int|number|float|boolean|bool|object|uuid)(?:\s+value)?(?=${typeEnds})(?!\s*,?\s*(?:or|and)\b)`,
      'gi',
    ),
    read: (match, prose) => statedFinding(canonical[(match[1] ?? '').toLowerCase()], match, prose),
  },
  {
    name: 'accepts a type',
    // a sentence of its own
    pattern: new RegExp(
      String.raw`[.;]\s{1,3}(?:accepts|takes|expects)\san?\s${manner}(string|integer|int|number|float|boolean|bool)(?:\s+value)?(?=${typeEnds})(?!\s*,?\s*(?:or|and)\b)`,
      'gi',
    ),
    read: (match, prose) => statedFinding(canonical[(match[1] ?? '').toLowerCase()], match, prose),
  },
  {
    name: 'a type behind a label',
    pattern:
      /(?:^|\n)[\s*-]{0,9}(?:valid|allowed|possible|accepted) values?[*_\s]{0,3}:[*_\s]{0,3}an?\s(string|integer|number|boolean)\b(?!\s(?:or|and)\b)/gi,
    read: (match, prose) => statedFinding(canonical[(match[1] ?? '').toLowerCase()], match, prose),
  },
  {
    name: 'closing type',
    // `Id of the shelf, an integer.`
    pattern: /^[^.\n]{1,120},\s(?:as\s)?an?\s(string|integer|number|boolean|uuid)\.?\s*$/gi,
    read: (match, prose) => statedFinding(canonical[(match[1] ?? '').toLowerCase()], match, prose),
  },
  {
    name: 'type in brackets',
    // at the end of a sentence: `Unix timestamp (integer).`
    pattern: /(?:^|[.;]\s{1,3})[^.;()\n]{1,120}\s\((string|integer|int|float|boolean)\)(?=\s{0,3}(?:[.;]|$))/gi,
    read: (match, prose) => statedFinding(canonical[(match[1] ?? '').toLowerCase()], match, prose),
  },
  {
    name: 'a file',
    pattern: /^(?:an?\s)?file(?=\s{0,3}(?:\.\s|\.?$))/gi,
    read: (match, prose) => statedFinding('file', match, prose),
  },
  {
    name: 'a numeric id',
    pattern:
      /^(?:an?|the|your|its)\s(?:unique\s)?(numeric|integer)\s(?:[a-z]{1,20}\s)?(?:id|identifier|code|index|position)\b/gi,
    read: (match, prose) => guessed('integer', match, prose),
  },
  {
    name: 'what a value must be',
    // a rule of validation: `Must be an Integer.`; `Must be a string or ...` states more than one
    pattern:
      /(?:^|[.;:]\s{1,3}|\n\s{0,9})(?:(?:the )?value )?must be an? (?:valid )?(string|integer|int|number|float|decimal|boolean|bool|object|uuid|hash|array|list)\b(?! (?:or|and|of (?:strings?|integers?|numbers?|booleans?|uuids?)|[a-z-]{1,20} (?:string|number|url))\b)/gi,
    read: (match, prose) => {
      const word = (match[1] ?? '').toLowerCase();
      return statedFinding(canonical[word] ?? (word === 'hash' ? 'object' : 'array'), match, prose);
    },
  },
  {
    name: 'what is text',
    // what names, titles and addresses are, of nearly all that is described so
    pattern:
      /^(?:the\s|an?\s|your\s)?(?:[\w-]{1,30}\s){0,2}(?:(?:name|title|description|url|uri) of\b|(?:uuid|guid|password|username|user name|hostname|host name|filename|file name)(?=\s{0,3}(?:$|[.,;:(\n])|\s(?:of|for|to|that|which|used|in|with|on)\b))/gi,
    read: (match, prose) => guessed('string', match, prose),
  },
  {
    name: 'true or false',
    pattern:
      /^(?:1\/true\/true or 0\/false\/false|(?:`?true`?|1)\s?\/\s?(?:`?false`?|0)|`?true`? or `?false`?|whether(?: or not)?\b(?![^.\n]{0,150}\bor (?!not\b|whether\b))|(?:if|when) (?:set to )?`?true`?\b)/gi,
    read: (match, prose) => statedFinding('boolean', match, prose),
  },
  {
    name: 'indicates whether',
    // at the begin of the text; what the API tells is a boolean, too
    pattern:
      /^(?:(?:optional|required|read[- ]only|deprecated)[.:]?\s{1,3})?(?:(?:an?|the|this)\s)?(?:(?:boolean|optional|bool)\s)?(?:(?:flag|value|parameter|field|property|option|setting|indicator|switch|gets or sets a value|gets a value|used to (?:indicate|specify|control|determine)|tells|says|indicat(?:es?|ing|or|ion)|specif(?:y|ies|ying)|determin(?:es?|ing)|defin(?:es?|ing)|controls?|controlling|states?|shows?|marks?|denotes?|represents?|describes?|that|which|to|of|for|is|set|flag that|choose|select|signals?|signifies)\s){1,4}(?:whether|if)\b(?! (?:you|not)\b)(?![^.\n]{0,150}\bor (?!not\b|whether\b))/gi,
    read: (match, prose) => guessed('boolean', match, prose),
  },
  {
    name: 'true if',
    pattern:
      /^(?:(?:optional|required|read[- ]only)[.:]?\s{1,3})?(?:is |returns |set (?:this |it )?to |(?:if|when) (?:set to )?|(?:if|when) this is )?[`"*]{0,2}(?:true|false)[`"*]{0,2}(?:,| if| when| to| unless| for| otherwise)(?=\s|$)/gi,
    read: (match, prose) => guessed('boolean', match, prose),
  },
  {
    name: 'if true',
    // a sentence of its own
    pattern:
      /(?:^|[.;:]\s{1,3}|\n\s{0,3})(?:if|when|set(?: this| it)? to|set (?:this|it) as|can be(?: either)?|either|should be|must be)\s(?:set to\s)?[`"*]{0,2}(?:true|false)[`"*]{0,2}(?=[\s,.]|$)/gi,
    read: (match, prose) => guessed('boolean', match, prose),
  },
  {
    name: 'true by default',
    pattern:
      /\bdefault(?:s to|s?\s?[:=]| is| value(?: is|:))\s?[`"*]{0,2}(?:true|false)\b|\b(?:true|false)[`"*]{0,2} by default\b/gi,
    read: (match, prose) => guessed('boolean', match, prose),
  },
  {
    name: 'number of',
    // of many, which are counted
    pattern:
      /^(?:(?:optional|required)[.:]?\s{1,3})?(?:(?:the|a|total|overall|current|maximum|max\.?|minimum|min\.?|estimated|approximate|desired|requested|limits? the|specif(?:y|ies) the|sets the|indicates the|represents the|how many|exact|allowed|expected)\s){0,3}(?:(?:number|count|quantity) of\s(?!the\b|this\b|an?\b|your\b|each\b)(?:[\w-]{1,30}\s){0,3}?[\w-]{2,30}s\b|how many\b|page (?:number|size|index)\b|(?:result|page|record|item|row|zero-based|starting|pagination) (?:offset|index)\b)/gi,
    read: (match, prose) =>
      guessed(
        /\b(?:seconds|minutes|hours|days|weeks|months|years)$/i.test(match[0]) ? 'number' : 'integer',
        match,
        prose,
      ),
  },
  {
    name: 'opening list',
    pattern: new RegExp(
      String.raw`^(?:an?\s+)?(?:json\s+)?(?:list|array)\s+(?:of|with|containing|holding)\s+(${scalar})?(?![\w-])`,
      'gi',
    ),
    read: (match, prose) => {
      const item = canonical[(match[1] ?? '').toLowerCase().replace(/s$/, '')];
      // what is said of many is less sure: the format of items is a finding of its own
      const words = item === undefined ? 'array' : `${item.replace(/<.*/, '')}[]`;
      return statedFinding(words, match, prose);
    },
  },
  {
    name: 'array of two numbers',
    pattern:
      /^(?:an?\s+|the\s+)?(?:(?:json\s+)?(?:array|list|tuple)\s+(?:of|with)\s+(?:exactly\s+)?(two|three|four|[234])|(pair)\s+of)\s+(numbers|integers|floats|decimals|strings)(?=\s*(?:$|[.,:;(\n]|for\b|in\b|that\b|which\b|with\b))/gi,
    read: ([, count = '', pair, items = ''], prose) => {
      const item = canonical[items.toLowerCase().replace(/s$/, '')] ?? '';
      if (prose.words !== '' && !/^(?:array|list|tuple)$/i.test(prose.words.trim())) return [];
      const size = pair === undefined ? (fewWords[count.toLowerCase()] ?? Number(count)) : 2;
      const limits = ['minItems', 'maxItems'].map((keyword) => ({ kind: 'limit', keyword, value: size }) as const);
      const type = { kind: 'type', words: `${item}[]` } as const;
      return [type, ...limits].map((fact) => ({ fact, confidence: 'medium' as const }));
    },
  },
  {
    name: 'array of things',
    pattern:
      /^(?:an?\s|the\s)?array\sof\s(?=[a-z])(?!(?:strings?|text|numbers?|integers?|ints?|floats?|decimals?|booleans?|bools?|objects?|uuids?)\b)/gi,
    read: (match, prose) => statedFinding('array', match, prose),
  },
  {
    name: 'list of things',
    // unless it is a text, or keyed
    pattern:
      /^(?:an?\s|the\s)?list\sof\s(?=[a-z])(?![^\n]{0,300}\b(?:separated|delimited|keyed|mapping|map)\b)(?!(?:strings?|text|numbers?|integers?|ints?|floats?|decimals?|booleans?|bools?|objects?|uuids?)\b)/gi,
    read: (match, prose) => guessed('array', match, prose),
  },
  {
    name: 'what the stated list holds',
    // `A list of strings`, `Array of box ids (integers)`, of what is stated to be a list
    pattern: new RegExp(
      String.raw`^(?:the\s+|an?\s+)?(?:json\s+|comma-separated\s+)?(?:lists?|arrays?)\s+of\s+(?:(${scalar})\b(?!\s+(?:or|and)\b)|(?:[\w-]{1,30}\s+){1,4}\((${scalar})\))`,
      'gi',
    ),
    read: (match, prose) => {
      const item = canonical[(match[1] ?? match[2] ?? '').toLowerCase().replace(/s$/, '')];
      if (item === undefined || !/^(?:array|list)$/i.test(prose.words.trim())) return [];
      return [{ fact: { kind: 'type', words: `${item.replace(/<.*/, '')}[]` }, confidence: 'medium' }];
    },
  },
];

/** A type that the begin of a description states, where nothing else does and no alternative follows. */
function statedFinding(words: string | undefined, match: RegExpExecArray, prose: Prose): ProseFinding[] {
  const rest = match.input.slice(match.index + match[0].length, match.index + match[0].length + 60);
  const hasAlternative =
    /^[^.;\n]{0,40}?\bor\s+(?:(?:an?\s+)?(?:(?:list|array)\s+of\s+)?(?:string|integer|number|boolean|object|list|array)|(?:the\s+(?:string|word|value)\s+)?[`"'])/i.test(
      rest,
    );
  if (words === undefined || prose.words !== '' || hasAlternative) return [];
  return [{ fact: { kind: 'type', words }, confidence: 'medium' }];
}

/** A type that words suggest, where nothing states one. */
function guessed(words: string, match: RegExpExecArray, prose: Prose): ProseFinding[] {
  return statedFinding(words, match, prose).map((one) => ({ ...one, isGuess: true }));
}

const fewWords: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4 };

const order = ['string', 'string<uuid>', 'integer', 'number', 'boolean', 'object'];

const canonical: Readonly<Record<string, string>> = {
  string: 'string',
  text: 'string',
  number: 'number',
  decimal: 'number',
  float: 'number',
  integer: 'integer',
  int: 'integer',
  boolean: 'boolean',
  bool: 'boolean',
  object: 'object',
  uuid: 'string<uuid>',
};

/** One `type` fact for two or more different types, narrower ones left out beside the wider. */
function unionFinding(text: string, prose: Prose, confidence: 'high' | 'medium'): ProseFinding[] {
  const each = new RegExp(
    String.raw`((?:lists?|arrays?)\s+of\s+)?\b(${scalar})\b(\s*\(\s*UUIDs?\s*\))?|\([^()]*\)`,
    'gi',
  );
  const found = new Set<string>();
  for (const [, list, word, uuid] of text.matchAll(each)) {
    if (word === undefined) continue;
    const singular = word.toLowerCase().replace(/s$/, '');
    const type = uuid !== undefined && canonical[singular] === 'string' ? 'string<uuid>' : canonical[singular];
    if (type !== undefined) found.add(list === undefined ? type : `${type}[]`);
  }
  for (const end of ['', '[]']) {
    if (found.has(`string${end}`)) found.delete(`string<uuid>${end}`);
    if (found.has(`number${end}`)) found.delete(`integer${end}`);
  }
  const types = ['', '[]'].flatMap((end) => order.map((type) => `${type}${end}`)).filter((type) => found.has(type));
  const words = types.join(' | ');
  if (types.length < 2 || words === prose.words) return [];
  return [{ fact: { kind: 'type', words }, confidence }];
}
