import { isTestableFormat, type TestableFormat } from '../base/formats.ts';
import { own, ownString, type JsonObject } from '../base/json.ts';
import type { BuildContext } from './context.ts';

/**
 * The format that validators test on values of a schema: its `format`, or the Base64 that `contentEncoding` says, which
 * OpenAPI 3.0 told by `format: byte`. Undefined where the configuration asks for none or where it cannot be tested.
 */
export function assertedFormat({ formats }: BuildContext, raw: JsonObject): TestableFormat | undefined {
  const format = ownString(raw, 'format') ?? encodings.get(ownString(raw, 'contentEncoding') ?? '');
  if (format === undefined || !isTestableFormat(format)) return undefined;
  // its own meta-schema asks for it (JSON Schema Validation 2020-12, section 7.2.2)
  if (own(raw, 'x-format-asserted') === true) return format;
  if (formats === 'annotate') return undefined;
  return formats === 'assert' || formats.includes(format) ? format : undefined;
}

/** RFC 4648, sections 4 and 5. */
const encodings: ReadonlyMap<string, TestableFormat> = new Map([
  ['base64', 'byte'],
  ['base64url', 'base64url'],
]);
