import type { TestableFormat } from '../base/formats.ts';
import type { Identifier } from '../base/names.ts';
import type { SchemaOf } from '../model/model.ts';

/** The modules of `templates/runtime` that test formats. */
export type FormatModule =
  | 'formats-address'
  | 'formats-email'
  | 'formats-hostname'
  | 'formats-idn-email'
  | 'formats-idn-hostname'
  | 'formats-iri'
  | 'formats-number'
  | 'formats-text'
  | 'formats-time'
  | 'formats-uri'
  | 'formats-uri-template';

/** The function of the runtime that tests a format: of a text, or of a number. */
export interface FormatTest {
  readonly module: FormatModule;
  readonly name: Identifier;
  /** The format, as messages name it. */
  readonly format: string;
}

type Tests = Readonly<Partial<Record<TestableFormat, readonly [module: FormatModule, name: string]>>>;

const textTests: Tests = {
  'date-time': ['formats-time', 'isDateTime'],
  date: ['formats-time', 'isDate'],
  time: ['formats-time', 'isTime'],
  duration: ['formats-time', 'isDuration'],
  'date-time-local': ['formats-time', 'isLocalDateTime'],
  'time-local': ['formats-time', 'isLocalTime'],
  email: ['formats-email', 'isEmail'],
  'idn-email': ['formats-idn-email', 'isIdnEmail'],
  hostname: ['formats-hostname', 'isHostname'],
  'idn-hostname': ['formats-idn-hostname', 'isIdnHostname'],
  ipv4: ['formats-address', 'isIpv4'],
  ipv6: ['formats-address', 'isIpv6'],
  uri: ['formats-uri', 'isUri'],
  'uri-reference': ['formats-uri', 'isUriReference'],
  iri: ['formats-iri', 'isIri'],
  'iri-reference': ['formats-iri', 'isIriReference'],
  'uri-template': ['formats-uri-template', 'isUriTemplate'],
  uuid: ['formats-text', 'isUuid'],
  'json-pointer': ['formats-text', 'isJsonPointer'],
  'relative-json-pointer': ['formats-text', 'isRelativeJsonPointer'],
  regex: ['formats-text', 'isRegex'],
  byte: ['formats-text', 'isBase64'],
  base64url: ['formats-text', 'isBase64Url'],
  char: ['formats-text', 'isChar'],
  int64: ['formats-number', 'isInt64Text'],
  uint64: ['formats-number', 'isUint64Text'],
};

const numberTests: Tests = {
  int8: ['formats-number', 'isInt8'],
  int16: ['formats-number', 'isInt16'],
  int32: ['formats-number', 'isInt32'],
  int64: ['formats-number', 'isInt64'],
  uint8: ['formats-number', 'isUint8'],
  uint16: ['formats-number', 'isUint16'],
  uint32: ['formats-number', 'isUint32'],
  uint64: ['formats-number', 'isUint64'],
  'double-int': ['formats-number', 'isDoubleInt'],
  float: ['formats-number', 'isFloat'],
};

/** How the format of a schema is tested; undefined where it is not asserted, or says nothing about such values. */
export function formatTest(schema: SchemaOf<'string'> | SchemaOf<'number'>): FormatTest | undefined {
  const { assertedFormat: format } = schema;
  if (format === undefined) return undefined;
  const found = (schema.kind === 'string' ? textTests : numberTests)[format];
  return found && { module: found[0], name: found[1] as Identifier, format };
}
