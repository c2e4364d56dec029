import type { Data } from '../base/data.ts';
import { isObject, own, ownArray, ownObject, ownString, type JsonValue } from '../base/json.ts';
import { joinPointer } from '../base/pointer.ts';
import type { Evidence, Fact, Step, Subject } from './evidence.ts';

/** Schemas nested deeper are left out. */
const deepest = 30;

const typeNames: ReadonlySet<unknown> = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']);

/**
 * Whether JSON that a page shows is no sample but a schema (JSON Schema, any draft): it says so, or it has the type of an object
 * or a list and a schema for what is in it.
 */
export function isSchema(value: JsonValue): boolean {
  if (!isObject(value)) return false;
  if (typeof own(value, '$schema') === 'string') return true;
  const properties = ownObject(value, 'properties');
  const type = own(value, 'type');
  if (type === 'array') return typeNames.has(own(ownObject(value, 'items'), 'type'));
  const members = Object.values(properties ?? {});
  const areSchemas = members.length > 0 && members.every((one) => isObject(one) && looksLikeSchema(one));
  return type === 'object' && areSchemas;
}

function looksLikeSchema(value: JsonValue): boolean {
  const types = [own(value, 'type')].flat();
  const isTyped = types.length > 0 && types.every((type) => typeNames.has(type));
  return isTyped || ['$ref', 'anyOf', 'oneOf', 'allOf', 'enum', 'const'].some((key) => own(value, key) !== undefined);
}

/**
 * What a schema that a page shows states of a body and its parts: types, what is required, values, defaults, limits and
 * texts; `at` gives the subject of a part. What its keywords say beyond that, and references, are left out. Gives no diagnostics.
 */
export function schemaEvidence(data: Data, at: (path: readonly Step[]) => Subject): Evidence[] {
  const found: Evidence[] = [];
  const visit = (schema: JsonValue, pointer: string, path: readonly Step[], isRequired: boolean | undefined): void => {
    if (!isObject(schema) || path.length > deepest) return;
    const location = data.locate(pointer);
    const subject = at(path);
    for (const fact of factsOf(schema, isRequired))
      found.push({ subject, fact, location, method: 'attribute', confidence: 'high' });
    const required = new Set(ownArray(schema, 'required') ?? []);
    for (const [name, inner] of Object.entries(ownObject(schema, 'properties') ?? {})) {
      const place = joinPointer(pointer, 'properties', name);
      visit(inner, place, [...path, { kind: 'property', name }], required.has(name) ? true : undefined);
    }
    const items = own(schema, 'items');
    if (isObject(items)) visit(items, joinPointer(pointer, 'items'), [...path, { kind: 'items' }], undefined);
  };
  visit(data.value, '', [], undefined);
  return found;
}

const limits = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'pattern'] as const;

function factsOf(schema: JsonValue, isRequired: boolean | undefined): Fact[] {
  const facts: Fact[] = [{ kind: 'exists' }];
  const types = [own(schema, 'type')].flat().filter((type) => typeof type === 'string');
  if (types.length > 0) facts.push({ kind: 'type', words: types.join(' | ') });
  if (isRequired !== undefined) facts.push({ kind: 'required', value: isRequired });
  const text = ownString(schema, 'description')?.trim() ?? '';
  if (text !== '') facts.push({ kind: 'description', text });
  const values = ownArray(schema, 'enum') ?? [own(schema, 'const')].filter((value) => value !== undefined);
  const scalars = values.filter((value) => typeof value !== 'object' || value === null);
  if (scalars.length > 0) facts.push({ kind: 'enum', values: scalars, closed: true });
  const format = ownString(schema, 'format');
  if (format !== undefined) facts.push({ kind: 'format', format });
  const value = own(schema, 'default');
  if (value !== undefined) facts.push({ kind: 'default', value });
  for (const keyword of limits) {
    const limit = own(schema, keyword);
    if (typeof limit === 'number' || typeof limit === 'string') facts.push({ kind: 'limit', keyword, value: limit });
  }
  return facts;
}
