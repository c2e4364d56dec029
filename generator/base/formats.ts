/** Shapes of strings that show their format (RFC 9562; RFC 3339, section 5.6). */
const shapes: readonly { readonly format: string; readonly pattern: RegExp }[] = [
  { format: 'uuid', pattern: /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i },
  { format: 'date-time', pattern: /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/ },
  { format: 'date', pattern: /^\d{4}-\d\d-\d\d$/ },
];

/** The format that a string's shape shows, if it shows one: `uuid`, `date-time`, `date`. */
export function formatOfShape(text: string): string | undefined {
  return shapes.find(({ pattern }) => pattern.test(text))?.format;
}

/** Whether a string can have a format, as far as shapes tell: of formats without a shape every string can be. */
export function fitsFormat(text: string, format: string): boolean {
  const shape = shapes.find((one) => one.format === format);
  return shape === undefined || shape.pattern.test(text);
}

/** The formats of numbers that say which values they may have (OpenAPI's format registry). */
export const numberFormats = [
  'int8',
  'int16',
  'int32',
  'int64',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
  'double-int',
  'float',
  'double',
] as const;

const textFormats = [
  'date-time',
  'date',
  'time',
  'duration',
  'email',
  'idn-email',
  'hostname',
  'idn-hostname',
  'ipv4',
  'ipv6',
  'uri',
  'uri-reference',
  'iri',
  'iri-reference',
  'uri-template',
  'uuid',
  'json-pointer',
  'relative-json-pointer',
  'regex',
  'byte',
  'base64url',
  'char',
  'date-time-local',
  'time-local',
] as const;

/** A format that validators can test. */
export type TestableFormat = (typeof textFormats)[number] | (typeof numberFormats)[number];

/**
 * The formats that validators can test: JSON Schema Validation 2020-12, section 7.3, and those of OpenAPI's registry that
 * say something about values; `binary`, `password` and the like say nothing.
 */
export const testableFormats: readonly TestableFormat[] = [...textFormats, ...numberFormats];

/** Whether `format` is one that validators can test. */
export function isTestableFormat(format: string): format is TestableFormat {
  return testableFormats.some((known) => known === format);
}
