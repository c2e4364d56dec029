import type { Data } from '../base/data.ts';
import { isObject, own, ownArray, ownObject, ownString, type JsonValue } from '../base/json.ts';
import { joinPointer } from '../base/pointer.ts';
import type { Evidence, Fact, Step, Subject } from './evidence.ts';

/** Schemas nested deeper are left out. */
const deepest = 30;

/** More parts that one value is all of are left out. */
const mostParts = 200;

/** Names of types (JSON Schema; `any` up to draft 3). */
const typeNames: ReadonlySet<unknown> = new Set([
  'object',
  'array',
  'string',
  'number',
  'integer',
  'boolean',
  'null',
  'any',
]);

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
 * texts, the names of schemas it refers to; `at` gives the subject of a part, `start` the schema, if it is only a part of the data. What its
 * keywords say beyond that is left out. Gives no diagnostics.
 */
export function schemaEvidence(
  data: Data,
  at: (path: readonly Step[]) => Subject,
  start: { readonly value: JsonValue; readonly pointer: string } = { value: data.value, pointer: '' },
): Evidence[] {
  const found: Evidence[] = [];
  let parts = 0;
  // what a value is, too
  const visitPart = (schema: JsonValue, pointer: string, path: readonly Step[]): void => {
    parts += 1;
    visit(schema, pointer, path, undefined);
  };
  const visit = (schema: JsonValue, pointer: string, path: readonly Step[], isRequired: boolean | undefined): void => {
    if (!isObject(schema) || path.length > deepest) return;
    const location = data.locate(pointer);
    const subject = at(path);
    for (const fact of factsOf(schema, isRequired, location.document))
      found.push({ subject, fact, location, method: 'attribute', confidence: 'high' });
    const required = new Set(ownArray(schema, 'required') ?? []);
    for (const [name, inner] of Object.entries(ownObject(schema, 'properties') ?? {})) {
      const place = joinPointer(pointer, 'properties', name);
      visit(inner, place, [...path, { kind: 'property', name }], required.has(name) ? true : undefined);
    }
    for (const [index, inner] of (ownArray(schema, 'allOf') ?? []).slice(0, mostParts).entries())
      if (parts < mostParts) visitPart(inner, joinPointer(pointer, 'allOf', String(index)), path);
    const items = own(schema, 'items');
    if (isObject(items)) visit(items, joinPointer(pointer, 'items'), [...path, { kind: 'items' }], undefined);
    const others = own(schema, 'additionalProperties');
    const isMap = isObject(others) && ownObject(schema, 'properties') === undefined;
    if (isMap) visit(others, joinPointer(pointer, 'additionalProperties'), [...path, { kind: 'values' }], undefined);
  };
  visit(start.value, start.pointer, [], undefined);
  return found;
}

const limits = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'pattern'] as const;

function factsOf(schema: JsonValue, isRequired: boolean | undefined, document: string): Fact[] {
  const facts: Fact[] = [{ kind: 'exists' }];
  const types = [own(schema, 'type')].flat().filter((type) => typeof type === 'string');
  if (types.length > 0) facts.push({ kind: 'type', words: types.join(' | ') });
  const [, words] = /\/(?:schemas|definitions)\/([\w.-]{1,100})$/.exec(ownString(schema, '$ref') ?? '') ?? [];
  if (words !== undefined) facts.push({ kind: 'refers', reference: { document, words, form: 'one' } });
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

/** The members of a Response Object (OAS 3.1, section 4.8.17). */
const ofAnswers: ReadonlySet<string> = new Set(['description', 'content', 'headers', 'links']);

/**
 * Whether JSON is no sample of an answer but what OpenAPI says of one: its text, and schemas by media type; where the page calls it a
 * schema (`isCalled`), its text may be all. Gives no diagnostics.
 */
export function isPrintedAnswer(value: JsonValue, isCalled: boolean): boolean {
  if (!isObject(value)) return false;
  if (!Object.keys(value).every((key) => ofAnswers.has(key))) return false;
  const content = ownObject(value, 'content');
  const bodies = Object.entries(content ?? {});
  if (bodies.length === 0) return isCalled && ownString(value, 'description') !== undefined;
  return bodies.every(([type, body]) => type.includes('/') && isObject(own(body, 'schema')));
}

/** What OpenAPI's description of an answer states, see `isPrintedAnswer`: its media types and the first schema. Gives no diagnostics. */
export function printedAnswer(data: Data, at: (path: readonly Step[]) => Subject): Evidence[] {
  const bodies = Object.entries(ownObject(data.value, 'content') ?? {});
  const types = bodies.map(([mediaType]): Evidence => {
    const location = data.locate(joinPointer('', 'content', mediaType));
    return {
      subject: at([]),
      fact: { kind: 'mediaType', mediaType },
      location,
      method: 'attribute',
      confidence: 'high',
    };
  });
  const [first] = bodies;
  const value = first && own(first[1], 'schema');
  if (value === undefined) return types;
  const pointer = joinPointer('', 'content', first?.[0] ?? '', 'schema');
  return [...types, ...schemaEvidence(data, at, { value, pointer })];
}
