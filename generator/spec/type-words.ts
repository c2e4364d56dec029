import type { JsonObject } from '../base/json.ts';

/** What documents call a type, in lower case, and the JSON Schema it means. */
const typeWords: Readonly<Record<string, JsonObject>> = {
  string: { type: 'string' },
  str: { type: 'string' },
  text: { type: 'string' },
  char: { type: 'string' },
  character: { type: 'string' },
  varchar: { type: 'string' },
  slug: { type: 'string' },
  snowflake: { type: 'string' },
  integer: { type: 'integer' },
  int: { type: 'integer' },
  int8: { type: 'integer' },
  int16: { type: 'integer' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  long: { type: 'integer', format: 'int64' },
  bigint: { type: 'integer', format: 'int64' },
  uint: { type: 'integer', minimum: 0 },
  uint8: { type: 'integer', minimum: 0 },
  uint16: { type: 'integer', minimum: 0 },
  uint32: { type: 'integer', minimum: 0 },
  uint64: { type: 'integer', minimum: 0 },
  number: { type: 'number' },
  numeric: { type: 'number' },
  decimal: { type: 'number' },
  bigdecimal: { type: 'number' },
  biginteger: { type: 'integer' },
  float: { type: 'number', format: 'float' },
  double: { type: 'number', format: 'double' },
  float32: { type: 'number', format: 'float' },
  float64: { type: 'number', format: 'double' },
  boolean: { type: 'boolean' },
  bool: { type: 'boolean' },
  true: { type: 'boolean' },
  object: { type: 'object' },
  dict: { type: 'object' },
  dictionary: { type: 'object' },
  hash: { type: 'object' },
  map: { type: 'object' },
  json: { type: 'object' },
  array: { type: 'array' },
  list: { type: 'array' },
  uuid: { type: 'string', format: 'uuid' },
  guid: { type: 'string', format: 'uuid' },
  date: { type: 'string', format: 'date' },
  datetime: { type: 'string', format: 'date-time' },
  'date-time': { type: 'string', format: 'date-time' },
  url: { type: 'string', format: 'uri' },
  uri: { type: 'string', format: 'uri' },
  email: { type: 'string', format: 'email' },
  file: { type: 'string', format: 'binary' },
  binary: { type: 'string', format: 'binary' },
  'byte[]': { type: 'string', format: 'byte' },
  bytearray: { type: 'string', format: 'byte' },
  blob: { type: 'string', format: 'binary' },
  buffer: { type: 'string', format: 'binary' },
  bytes: { type: 'string', format: 'binary' },
  any: {},
  enum: {},
  unknown: {},
  oneof: {},
  anyof: {},
  union: {},
  mixed: {},
};

const plurals: Readonly<Record<string, string>> = {
  strings: 'string',
  snowflakes: 'snowflake',
  integers: 'integer',
  ints: 'integer',
  numbers: 'number',
  booleans: 'boolean',
  objects: 'object',
  uuids: 'uuid',
  urls: 'url',
  arrays: 'array',
  files: 'file',
  floats: 'float',
  doubles: 'double',
  bools: 'bool',
  dates: 'date',
  datetimes: 'datetime',
  maps: 'map',
  lists: 'list',
};

/** The alternatives that type words name. */
export interface TypeBranches {
  /** JSON Schemas, none twice; an empty schema means any type. */
  readonly branches: readonly JsonObject[];
  /** `null` is one of the words. */
  readonly nullable: boolean;
}

/**
 * Reads the words a document uses for a type: `string`, `string[]`, `array of strings`, `list<uuid>`,
 * `string<date-time>`, `enum<string>`, `map<string, number>`, `?string`, `string | number | null`, `string or integer`.
 * Returns undefined where a word is not in the table: then nothing is known.
 */
export function readTypeWords(words: string): TypeBranches | undefined {
  const joined = words.trim().replace(/^(array|list)_(?=[a-z]{2,20}$)/i, '$1 of ');
  const text = angled(joined.toLowerCase().replaceAll(/[`*_]/g, ''));
  if (text === '' || text.length > 400) return undefined;
  // a tuple is an array of what its places hold
  const places = /^\[([^\][<>]{1,200},[^\][<>]{1,200})\]$/.exec(text)?.[1];
  const tuple = places === undefined ? undefined : arrayOf(places);
  if (tuple) return { branches: [tuple], nullable: false };
  const branches: JsonObject[] = [];
  let nullable = false;
  for (const part of splitUnion(text)) {
    const optional = /^(?:\?|nullable\s)|\snullable$/.test(part);
    const word = part.replace(/^(?:\?|nullable\s)|\snullable$/, '').trim();
    nullable ||= optional || word === 'null' || word === 'none' || word === 'nil';
    if (word === 'null' || word === 'none' || word === 'nil' || word === 'undefined') continue;
    const schema = readOne(word);
    if (schema === undefined) return undefined;
    addBranch(branches, schema);
  }
  return branches.length === 0 && !nullable ? undefined : { branches, nullable };
}

/** `list[str]` and `dict[str, int]` with the brackets of `list<str>`; `str[]` and `[]str` stay. */
function angled(text: string): string {
  if (!/\w\[[^\]]/.test(text)) return text;
  const open: boolean[] = [];
  return text
    .split('')
    .map((character, at) => {
      if (character === '[') open.push(/\w/.test(text[at - 1] ?? '') && text[at + 1] !== ']');
      else if (character !== ']') return character;
      const isGeneric = character === '[' ? open.at(-1) : open.pop();
      return isGeneric ? (character === '[' ? '<' : '>') : character;
    })
    .join('');
}

/** Splits at `|`, `or`, `/` and commas, but not inside `<…>` or `(…)`. */
function splitUnion(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let current = '';
  for (const token of text.split(/(\s+or\s+|[|/,<>()])/)) {
    if (token === '<' || token === '(') depth += 1;
    if (token === '>' || token === ')') depth -= 1;
    const separates = depth === 0 && (/^\s+or\s+$/.test(token) || token === '|' || token === '/' || token === ',');
    if (separates) {
      parts.push(current.trim());
      current = '';
    } else {
      current += token;
    }
  }
  parts.push(current.trim());
  return parts.filter((part) => part !== '');
}

/** How words call the time of RFC 3339 and ISO 8601. */
const dateTime = /^(?:iso[- ]?8601|rfc[- ]?3339)[- ](?:timestamp|date-?time|date and time)s?$/;

/** A name that anything may have. */
const name = /^[a-z][\w.-]*$/;

/** What a string is called by what is in it: `json string`, `iso date string`. */
const kindOfString = /^(?!.*\b(?:array|list|object|map|dict)\b)[\w.-]{1,30}(?: [\w.-]{1,30}){0,2} strings?$/;

function readOne(word: string): JsonObject | undefined {
  if (word.startsWith('(') && word.endsWith(')')) return readNested(word.slice(1, -1));
  if (word === 'byte[]') return { ...typeWords[word] };
  const listed = word.endsWith('[]')
    ? word.slice(0, -2)
    : (/^\[(.*)\]$/.exec(word)?.[1] ?? /^\[\](.+)$/.exec(word)?.[1]);
  // what is in it may be called anything
  if (listed !== undefined) return arrayOf(listed) ?? (name.test(listed) ? { type: 'array' } : undefined);
  const list = /^(?:an?\s+)?(?:array|list|collection)s?\s+of\s+(.+)$/.exec(word);
  if (list) return arrayOf(list[1] ?? '') ?? { type: 'array' };
  const map =
    /^(?:maps?|dict(?:ionar(?:y|ies)|s)?|hash(?:es)?)\s+(?:(?:from|of)\s+\w+\s+)?to\s+(.+)$/.exec(word) ??
    /^objects?\s+of\s+(objects|strings|numbers|integers|booleans|arrays)$/.exec(word);
  if (map) return readGeneric('map', map[1] ?? '');
  const generic = /^([\w-]+)\s*<(.+)>$/.exec(word) ?? /^([\w-]+)\s*\((.+)\)$/.exec(word);
  if (generic) return readGeneric(generic[1] ?? '', (generic[2] ?? '').trim(), word.endsWith(')'));
  // `user object`: some object that has a name
  if (/^[\w.-]+ objects?$/.test(word)) return { type: 'object' };
  const plain = plurals[word] ?? word.replace(/^an?\s+/, '').replace(dateTime, 'date-time');
  if (Object.hasOwn(typeWords, plain)) return { ...typeWords[plain] };
  if (!kindOfString.test(plain)) return undefined;
  const kind = typeWords[plain.replace(/ strings?$/, '')];
  return kind?.['type'] === 'string' ? { ...kind } : { type: 'string' };
}

function readNested(words: string): JsonObject | undefined {
  const inner = readTypeWords(words);
  return inner && branchesSchema(inner);
}

function arrayOf(words: string): JsonObject | undefined {
  const items = readNested(words);
  return items && (Object.keys(items).length === 0 ? { type: 'array' } : { type: 'array', items });
}

/** What stands in parentheses behind a type and is no format. */
const notes: ReadonlySet<string> = new Set(['required', 'optional', 'nullable', 'deprecated', 'read-only', 'readonly']);

/** Formats of numbers, in OAS's registry or beside it; other words in parentheses behind a number are what it counts: `integer (seconds)`. */
const numberFormat =
  /^(?:u?int\d*|float\d*|double(?:-int)?|decimal\d*|long|short|sf-\w+|timestamp|unix[-_]?\w*|epoch[-_]?\w*)$/;

function readGeneric(word: string, inner: string, isNote = false): JsonObject | undefined {
  if (word === 'array' || word === 'list') return arrayOf(inner) ?? (name.test(inner) ? { type: 'array' } : undefined);
  if (/^(?:enum|optional|oneof|anyof)$/.test(word)) return readNested(inner);
  const isMap = /^(?:map|dict|record)$/.test(word) || (word === 'object' && /^\w+,/.test(inner));
  if (isMap) {
    const values = readNested(inner.split(',').at(-1) ?? '');
    return values && { type: 'object', additionalProperties: values };
  }
  const base = readNested(word);
  // `string<uuid>`: the word inside is a format; of `string (36)` and `string (optional)` it is none
  const isUnit = isNote && /^(?:number|integer)$/.test(String(base?.['type'])) && !numberFormat.test(inner);
  return base && /^[a-z][\w-]*$/.test(inner) && !notes.has(inner) && !isUnit ? { ...base, format: inner } : base;
}

/** Adds a branch unless a wider one is there: a plain `string` swallows `string` with a format. */
function addBranch(branches: JsonObject[], schema: JsonObject): void {
  const sameType = branches.findIndex((branch) => branch['type'] === schema['type'] && schema['type'] !== 'array');
  if (sameType === -1) {
    if (!branches.some((branch) => JSON.stringify(branch) === JSON.stringify(schema))) branches.push(schema);
    return;
  }
  const known = branches[sameType];
  if (known && known['format'] !== schema['format']) branches[sameType] = { type: schema['type'] ?? 'string' };
}

/** The branches as one schema: alone, or under `anyOf`; `null` joins the type where there is one type. */
export function branchesSchema({ branches, nullable }: TypeBranches): JsonObject {
  const [first] = branches;
  if (first === undefined) return nullable ? { type: 'null' } : {};
  if (branches.length === 1) {
    if (!nullable || typeof first['type'] !== 'string') return { ...first };
    return { ...first, type: [first['type'], 'null'] };
  }
  const alternatives = branches.map((branch) => ({ ...branch }));
  return { anyOf: nullable ? [...alternatives, { type: 'null' }] : alternatives };
}
