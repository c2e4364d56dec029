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
