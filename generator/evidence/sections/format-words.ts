import { plainText } from './markup.ts';

/** What notes behind a type call a format of OAS's registry or of JSON Schema, by the type that has it. */
const formats: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  string: {
    ...Object.fromEntries(
      [
        'date',
        'date-time',
        'time',
        'duration',
        'email',
        'hostname',
        'ipv4',
        'ipv6',
        'uri',
        'uuid',
        'byte',
        'binary',
        'password',
      ].map((name) => [name, name]),
    ),
    datetime: 'date-time',
    'iso 8601': 'date-time',
    iso8601: 'date-time',
    'iso 8601 date-time': 'date-time',
    'iso 8601 datetime': 'date-time',
    'iso 8601 timestamp': 'date-time',
    'rfc 3339': 'date-time',
    rfc3339: 'date-time',
    url: 'uri',
    guid: 'uuid',
  },
  integer: { int32: 'int32', int64: 'int64' },
  number: { float: 'float', double: 'double' },
};

/** Short words for types. */
const longNames: Readonly<Partial<Record<string, string>>> = {
  str: 'string',
  text: 'string',
  int: 'integer',
  float: 'number',
  double: 'number',
};

const formatBehind = /(?<![\w<-])(string|str|integer|int|number|float)(`?)\s\(`?([A-Za-z][\w -]{1,24})`?\)/i;

/**
 * A text in which the first type that its format follows in parentheses has it as types in code have: `string (date-time)` becomes
 * `string<date-time>`. Any other text as it is. Gives no diagnostics.
 */
export function withFormatInType(text: string): string {
  const found = formatBehind.exec(text.slice(0, 300));
  const format = found && formatOf(found[1] ?? '', found[3] ?? '');
  if (!found || format === undefined) return text;
  const behind = text.slice(found.index + found[0].length);
  const name = longNames[found[1]?.toLowerCase() ?? ''] ?? found[1] ?? '';
  return `${text.slice(0, found.index)}${name}<${format}>${found[2] ?? ''}${behind}`;
}

/** The format that a note behind a type names: `string (email)`; undefined where it says anything else. Gives no diagnostics. */
export function formatOf(type: string, note: string): string | undefined {
  const name = longNames[type.toLowerCase()] ?? type.toLowerCase();
  const known = Object.hasOwn(formats, name) ? formats[name] : undefined;
  const word = note
    .toLowerCase()
    .replaceAll(/^["'`]|["'`)]$/g, '')
    .replaceAll('-8601', ' 8601')
    .trim();
  return known && Object.hasOwn(known, word) ? known[word] : undefined;
}

/** What a description ends in where a generator of pages has put it behind: `The page default: 1 format: int32`. */
const tail =
  /(?:^|(?<![,;:(]\s{0,3})\s)(?:default: ?(\S{1,100})(?:\s{1,3}format: ?([a-z][\w-]{0,40}))?|format: ?([a-z][\w-]{0,40}))$/;

/** A description without default and format behind it, and these. Gives no diagnostics. */
export function withoutTail(text: string): { text: string; defaultText?: string; format?: string } {
  const end = text.trimEnd();
  const [whole, value, behind, alone] = tail.exec(end.slice(-200)) ?? [];
  if (whole === undefined) return { text };
  const format = behind ?? alone;
  return {
    text: end.slice(0, end.length - whole.length).trimEnd(),
    ...(value !== undefined && value !== 'null' && { defaultText: value }),
    ...(format !== undefined && { format }),
  };
}

const typeOfFormat = new Map(
  Object.entries(formats).flatMap(([type, known]) => Object.values(known).map((format) => [format, type] as const)),
);

/**
 * Words for a type together with its format, as the table of type words has them: `integer`, `int32` → `integer<int32>`. Without words the
 * type that alone has such a format (OAS 3.1, section 4.4.1). Gives no diagnostics.
 */
export function formattedWords(words: string | undefined, format: string): string | undefined {
  const base = words ?? typeOfFormat.get(format);
  return base !== undefined && /^[A-Za-z][\w-]{0,30}$/.test(base) ? `${base}<${format}>` : words;
}

/** The format that a cell of its own names, and nothing else. Gives no diagnostics. */
export function formatCell(cell: string): string | undefined {
  const text = plainText(cell);
  return /^[a-z][\w-]{0,40}$/.test(text) ? text : undefined;
}
