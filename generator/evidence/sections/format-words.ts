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

/** The format that a note behind a type names: `string (email)`; undefined where it says anything else. Gives no diagnostics. */
export function formatOf(type: string, note: string): string | undefined {
  const known = Object.hasOwn(formats, type.toLowerCase()) ? formats[type.toLowerCase()] : undefined;
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
