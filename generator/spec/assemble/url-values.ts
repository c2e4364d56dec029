import type { JsonObject, JsonValue } from '../../base/json.ts';

/** A value as one of the type of its schema, if it is text that can be read so: in a URL and in a form every value is text. */
export function valueAs(schema: JsonObject, value: JsonValue): JsonValue {
  if (typeof value !== 'string') return value;
  const types = new Set([schema['type']].flat());
  if (types.has('string')) return value;
  const isNumber = types.has('number') || types.has('integer');
  if (isNumber && /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/.test(value)) return Number(value);
  return types.has('boolean') && /^(?:true|false)$/.test(value) ? value === 'true' : value;
}
