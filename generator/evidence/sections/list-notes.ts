import { parsedJson } from '../../base/json.ts';
import type { Access, ParameterLocation } from '../evidence.ts';
import { formatOf, withFormatInType } from './format-words.ts';

/** What a note beside a name (`string, required`, `int: 0`) says. */
export interface FieldNotes {
  readonly words?: string;
  readonly required?: boolean;
  readonly nullable?: true;
  readonly deprecated?: true;
  readonly access?: Access;
  readonly defaultText?: string;
  readonly exampleText?: string;
  readonly values?: readonly string[];
  /** The format as it is called behind that word: `format: int32`. */
  readonly format?: string;
  readonly place?: ParameterLocation | 'body';
}

const scalars =
  `string|str|text|char|character|uuid|guid|url|uri|email|slug|date|datetime|date-time|timestamp|time|duration
  |integer|int|int32|int64|uint|uint32|uint64|number|numeric|float|float32|float64|double|decimal|bigdecimal|long|biginteger|bigint|boolean|bool
  |object|json|hash|map|dict|dictionary|array|list|set|file|binary|bytes|any|mixed|enum|null|nil`.replaceAll(
    /\s+/g,
    '',
  );

/** What may stand before a type without changing it. */
const adjective = String.raw`(?:(?:valid|json|nested|simple|single|plain|unix|unsigned|signed|positive|negative|non-negative|optional|required|nullable|base64(?:[- ]encoded)?|url[- ]encoded|utf-8|comma[- ](?:separated|delimited))\s+){0,2}`;
const word = String.raw`(?:an?\s+)?${adjective}(?:${scalars})s?(?:\s+(?:value|string|object))?`;
const collection = String.raw`(?:an?\s+)?${adjective}(?:array|list|set|map|hash|collection)\s+of\s+(?:(?:array|list)s?\s+of\s+)?(?:[\w-]{1,40}\s+)?(?:(?:${scalars})s?|\w{1,40})`;
const mapOf = String.raw`objects?\s+of\s+(?:objects|strings|numbers|integers|booleans|arrays)`;
/** `dict of str to int`. */
const mapTo = String.raw`(?:map|mapping|dict|dictionary|hash)\s+(?:of|from)\s+(?:${scalars})s?\s+to\s+(?:${scalars})s?`;
const generic = String.raw`(?:array|list|set|map|dict|record|hash|enum|string|str|object)\s*(?:<[^<>]{1,60}(?:<[^<>]{1,60}>)?>|\[[^[\]]{0,60}(?:\[[^[\]]{1,60}\])?\][\w<>[\]]{0,60})`;
const suffixed = String.raw`(?:\[\])?[\w.-]{1,40}(?:\[\]){1,2}`;
const prefixed = String.raw`(?:\[\]){1,2}[\w.-]{1,40}`;
/** Items in parentheses: `(string | integer)[]`. */
const bracketed = String.raw`\((?:${scalars})(?:\s?\|\s?(?:${scalars})){0,4}\)\[\]`;
const one = `(?:${bracketed}|${mapTo}|${collection}|${mapOf}|${generic}|${suffixed}|${prefixed}|${word})`;
/** `integer array`: what the items are stands before. */
const arrayBehind = new RegExp(String.raw`^((?:${scalars})s?) (?:array|list)$`, 'i');
const leading = new RegExp(String.raw`(?<=^|[|/]\s?)(?:an?\s+)?${adjective}`, 'gi');
const typePattern = new RegExp(String.raw`^${one}(?:\s*(?:\||/|\bor\b)\s*${one}){0,6}$`, 'i');

/**
 * The words of a text that names a type and nothing else, in the form that the table of type words reads:
 * `map[string]int` becomes `map<string, int>`, `[]string` `string[]`. Undefined for any other text.
 */
export function typeWordsOf(text: string): string | undefined {
  const written = text.replaceAll(/[`*]+/g, '').replaceAll(/\s+/g, ' ').trim();
  const plain = withFormatInType(written).replace(arrayBehind, 'array of $1');
  if (plain.length > 120 || !typePattern.test(plain)) return undefined;
  return plain
    .replaceAll(leading, '')
    .replaceAll(/\bstr(?=<)/gi, 'string')
    .replaceAll(/\bmap\[(\w{1,40})\]\s*([\w<>[\]]{1,40})/gi, 'map<$1, $2>')
    .replaceAll(/\b(array|list)\[(\w{1,40})\]/gi, '$1<$2>')
    .replaceAll(/(^|[<,\s])((?:\[\]){1,2})([\w.-]{1,40})/g, '$1$3$2')
    .replaceAll(/\b(float|int|uint)(?:8|16|32|64)\b/gi, (whole, name: string) =>
      /^int/i.test(whole) ? whole : name.toLowerCase() === 'uint' ? 'integer' : 'number',
    );
}

interface NoteRow {
  readonly pattern: RegExp;
  read(match: RegExpExecArray): FieldNotes;
}

const absent = /^(?:nil|null|none|absent|undefined|<?unset>?|n\/a|-+)$/i;

/** What one part of a note says; the first row that matches counts. */
const rows: readonly NoteRow[] = [
  { pattern: /^<?(?:required|mandatory|always required|must)>?\*?$/i, read: () => ({ required: true }) },
  { pattern: /^<?(?:optional|not required|non-mandatory)>?$/i, read: () => ({ required: false }) },
  { pattern: /^(?:nullable|or null|can be null|may be null)$/i, read: () => ({ nullable: true }) },
  { pattern: /^deprecated$/i, read: () => ({ deprecated: true }) },
  { pattern: /^(?:immutable|unique|advanced)$/i, read: () => ({}) },
  { pattern: /^read[- ]?only$/i, read: () => ({ access: 'readOnly' }) },
  { pattern: /^write[- ]?only$/i, read: () => ({ access: 'writeOnly' }) },
  {
    pattern: /^(?:the )?defaults?(?: value)?(?:\s+(?:is|to))?\s*[:=]?\s*([^:=].{0,199})$/i,
    read: ([, value = '']) => (absent.test(value) ? {} : { defaultText: unquoted(value) }),
  },
  {
    pattern: /^(?:e\.g\.|(?:eg|ex|example|for example)(?![a-z]))\s*[:,.]?\s*(.{1,200})$/i,
    read: ([, value = '']) => ({ exampleText: unquoted(value) }),
  },
  {
    pattern: /^format\s?[:=]\s?`?([A-Za-z][\w-]{0,40})`?$/i,
    read: ([, format = '']) => ({ format }),
  },
  {
    pattern:
      /^(?:in )?(?:the )?(?:url )?(path|query|header|body|cookie|form)(?:[ -]?(?:string|data))?(?: param(?:eter)?s?| variable)?$/i,
    read: ([, place = '']) => ({ place: noted(place) }),
  },
  {
    pattern: /^(?:one of|enum|values?|possible values|allowed values|either|options)\s*[:=]?\s*([^\s,;].{0,400})$/i,
    read: ([, list = '']) => {
      const inner = /^(?:\{([^{}]*)\}|\[([^[\]]*)\]|\(([^()]*)\))$/
        .exec(list.trim())
        ?.slice(1)
        .find((one) => one !== undefined);
      const values = (inner ?? list).split(/\s*(?:\||,|\/|\bor\b)\s*/).map(unquoted);
      return values.length > 1 ? { values: values.filter((value) => value !== '') } : {};
    },
  },
];

function noted(place: string): ParameterLocation | 'body' {
  const name = place.toLowerCase();
  if (name === 'path' || name === 'query' || name === 'header' || name === 'cookie') return name;
  return 'body';
}

function unquoted(text: string): string {
  const plain = text
    .trim()
    .replaceAll(/^`+|`+$/g, '')
    .trim();
  return /^(["'])(.*)\1$/s.exec(plain)?.[2] ?? plain;
}

/** Labels of what a value may be, behind which all values stand in one piece of code. */
const listLabel =
  /^(?:(?:possible|allowed|available|valid|accepted|supported) (?:values|options)|enum|values|one of)$/i;

/**
 * Reads a label and the code behind it, as a note: `format: int32`, `default: "x"`, or all values in one piece of code
 * (`possible values: "a", "b"`). Undefined where the label says nothing of a value.
 */
export function labelledNote(label: string, code: string): FieldNotes | undefined {
  if (!listLabel.test(label)) return readNotes(`${label}: ${code}`)?.notes;
  const values = parsedJson(`[${code}]`);
  const isList = Array.isArray(values) && values.length > 0 && values.every((one) => typeof one !== 'object');
  return isList ? { values: values.map(String) } : readNotes(`${label}: ${code}`)?.notes;
}

/** What a note said, and the parts of it that were not understood. */
export interface ReadNotes {
  readonly notes: FieldNotes;
  readonly unread: readonly string[];
}

/**
 * Reads a note: parts between commas or semicolons (`string, required, default: 1`), or `type: value` where the value is a
 * default or says whether it is required (`int: 0`, `string: <required>`). Undefined where no part is understood.
 */
export function readNotes(source: string): ReadNotes | undefined {
  const text = source.replaceAll(/\s+/g, ' ').trim();
  if (text === '' || text.length > 500) return undefined;
  const parted = dashedNotes(text);
  if (parted) return parted;
  const listing = rows.at(-1)?.pattern.exec(text);
  if (listing) return { notes: rows.at(-1)?.read(listing) ?? {}, unread: [] };
  const whole = typeAndValue(text);
  if (whole) return { notes: whole, unread: [] };
  const unread: string[] = [];
  const read: FieldNotes[] = [];
  for (const part of splitNotes(text)) {
    const found = readPart(part);
    if (found) read.push(found);
    else unread.push(part);
  }
  return read.length > 0 ? { notes: withFormat(firstNotes(read), read), unread } : undefined;
}

/** Notes between dashes, of which the first is a type or the allowed values and each other one a label with a value: `integer - default: 5 - minimum: 1`. */
function dashedNotes(text: string): ReadNotes | undefined {
  const [first = '', ...others] = text.split(' - ');
  if (others.length === 0 || others.length > 8 || !others.every((part) => /^[A-Za-z]{3,20}: \S/.test(part)))
    return undefined;
  const head = readNotes(first);
  if (!head) return undefined;
  const read = others.map((part) => ({ part, found: readPart(part) }));
  const unread = read.filter(({ found }) => found === undefined).map(({ part }) => part);
  const notes = firstNotes([head.notes, ...read.flatMap(({ found }) => found ?? [])]);
  return { notes, unread: [...head.unread, ...unread] };
}

/** Notes whose type has the format that another of them is: `string, date-time`. */
function withFormat(notes: FieldNotes, read: readonly FieldNotes[]): FieldNotes {
  const { words } = notes;
  const formats = words === undefined ? [] : read.flatMap((one) => formatOf(words, one.words ?? '') ?? []);
  return words !== undefined && formats[0] !== undefined ? { ...notes, words: `${words}<${formats[0]}>` } : notes;
}

/** What notes say together; of two that say the same thing the first counts. */
export function firstNotes(notes: readonly FieldNotes[]): FieldNotes {
  return Object.assign({}, ...notes.toReversed()) as FieldNotes;
}

function readPart(part: string): FieldNotes | undefined {
  const plain = part.replaceAll(/^[*_]+|[*_]+$/g, '').trim();
  for (const row of rows) {
    const match = row.pattern.exec(plain.replaceAll(/^`|`$/g, ''));
    if (match) return row.read(match);
  }
  const words = /^nullable\s/i.test(plain) ? undefined : typeWordsOf(plain.replace(/(?<=\w)\s+or zero$/i, ''));
  if (words !== undefined) return { words };
  // with its format, or its length
  const [whole = '', first = ''] = /^([A-Za-z][\w[\]]{0,40}) ?\([\w -]{1,30}\)$/.exec(plain) ?? [];
  if (first !== '' && typeWordsOf(first) !== undefined) return { words: whole };
  const nullableWords = /^nullable\s+(.{1,80})$/i.exec(plain)?.[1];
  if (nullableWords !== undefined) {
    const inner = readPart(nullableWords);
    return inner && { ...inner, nullable: true };
  }
  const both = /^(required|optional)\s+(.{1,80})$|^(.{1,80}?)\s+(required|optional)$/i.exec(plain);
  const type = both && typeWordsOf(both[2] ?? both[3] ?? '');
  return type ? { words: type, required: /required/i.test(both[1] ?? both[4] ?? '') } : typeAndValue(plain);
}

/** `type: value`, in which any word may be the name of a type if the value says whether it is required. */
export function typeAndValue(text: string): FieldNotes | undefined {
  const [, type = '', value = ''] = /^([\w<>[\]|., -]{1,80}?)\s*[:=]\s*(\S.{0,200}|)$/.exec(text) ?? [];
  if (type === '' || value === '') return undefined;
  const words = typeWordsOf(type);
  const presence = /^<?(required|optional)>?$/i.exec(value)?.[1]?.toLowerCase();
  if (presence !== undefined) {
    const named = words ?? (/^[A-Z]\w*$/.test(type) ? type : undefined);
    return { ...(named !== undefined && { words: named }), required: presence === 'required' };
  }
  if (words === undefined) return undefined;
  if (absent.test(value)) return { words };
  // `array: [] or string: ""` says another type behind its default
  const alternative = /^(\[\]|\{\}|"[^"]{0,100}")\s+or\s+\S/.exec(value)?.[1];
  if (alternative !== undefined) return { words, defaultText: unquoted(alternative) };
  const quoted = /^"[^"\n]{1,100}"(?:\s?\|\s?"[^"\n]{1,100}"){1,30}$/.test(value);
  if (quoted) return { words, values: value.split('|').map(unquoted) };
  const choices = unquoted(value).split('|');
  const areChoices = choices.length > 1 && choices.every((choice) => /^[\w.-]+$/.test(choice));
  return areChoices ? { words, values: choices } : { words, defaultText: unquoted(value) };
}

/** The parts of a note; commas in brackets and quotes do not separate. */
function splitNotes(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let current = '';
  for (const [token] of text.matchAll(/"[^"]*"|`[^`]*`|[\s\S]/g)) {
    if ('<([{'.includes(token)) depth += 1;
    if ('>)]}'.includes(token)) depth -= 1;
    if (depth <= 0 && (token === ',' || token === ';')) {
      parts.push(current.trim());
      current = '';
    } else current += token;
  }
  parts.push(current.trim());
  return parts.filter((part) => part !== '');
}
