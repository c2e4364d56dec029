import type { JsonObject, JsonValue } from '../../../base/json.ts';
import { unique } from '../../../base/order.ts';
import { branchesSchema, readTypeWords } from '../../type-words.ts';
import type { Mender } from './mender.ts';

const jsonTypes: ReadonlySet<JsonValue> = new Set([
  'null',
  'boolean',
  'object',
  'array',
  'number',
  'string',
  'integer',
]);

/**
 * Makes `type` one word of JSON Schema or a list of different ones (Validation, section 6.1.1), in place. Words of other
 * languages are read by the table of type words; `any` and what no table knows leave the schema without a type.
 */
export function mendType(schema: JsonObject, mender: Mender): void {
  const type = schema['type'];
  if (type === undefined || jsonTypes.has(type)) return;
  const words = Array.isArray(type) ? type : [type];
  const plain = words.map((word) => (word === null && Array.isArray(type) ? 'null' : word));
  if (Array.isArray(type) && plain.length > 0 && plain.every((word) => jsonTypes.has(word))) {
    const different = unique(plain);
    if (different.length < type.length || words.includes(null)) schema['type'] = different;
    return;
  }
  delete schema['type'];
  const text = plain.filter((word) => typeof word === 'string');
  const known = text.length === plain.length && text.length > 0 ? readTypeWords(text.join(' | ')) : undefined;
  const what = `the type ${JSON.stringify(type).slice(0, 80)}`;
  if (!known) {
    if (type !== null && words.length > 0) mender.dropped(what, 'JSON Schema knows no such type');
    return;
  }
  const meant = branchesSchema(known);
  for (const [key, value] of Object.entries(meant)) schema[key] ??= value;
  mender.mended(
    what,
    'JSON Schema knows no such type',
    meant['type'] === undefined && !meant['anyOf'] ? 'any value is allowed' : 'it is read as the type that it names',
  );
}
