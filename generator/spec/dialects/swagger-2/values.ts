import { isObject, own, ownString, setOwn, type JsonObject, type JsonValue } from '../../../base/json.ts';
import { joinPointer } from '../../../base/pointer.ts';
import type { Swagger } from './conversion.ts';

/** The members of a non-body parameter, an Items Object or a Header Object that describe its value (Swagger 2.0). */
const valueMembers: ReadonlySet<string> = new Set(
  `type format items default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems
  minItems uniqueItems enum multipleOf schema x-nullable nullable`.split(/\s+/),
);

/** A parameter or header, split. */
export interface SplitValue {
  /** The schema of its value. */
  readonly schema: JsonObject;
  /** All other members. */
  readonly rest: JsonObject;
  /** How an array is written; `csv` where nothing else is stated. Undefined for what is no array. */
  readonly collection: string | undefined;
}

/**
 * Splits a non-body parameter or a header into the schema of its value and the rest. Within nested arrays only commas
 * can be expressed: other separators are reported as `spec/inexpressible` and kept as `x-collectionFormat`.
 */
export function splitValue(swagger: Swagger, holder: JsonObject, from: string, to: string): SplitValue {
  const schema: JsonObject = {};
  const rest: JsonObject = {};
  for (const [key, value] of Object.entries(holder)) {
    if (key === 'collectionFormat') continue;
    setOwn(valueMembers.has(key) ? schema : rest, key, value);
    if (valueMembers.has(key) && key !== 'schema')
      swagger.moves.add(joinPointer(from, key), joinPointer(to, 'schema', key));
  }
  // a value that is described as only body parameters may be
  const { schema: inner, ...direct } = schema;
  const whole = isObject(inner) ? { ...inner, ...direct } : direct;
  if (isObject(inner)) swagger.moves.add(joinPointer(from, 'schema'), joinPointer(to, 'schema'));
  const isArray = [whole['type']].flat().includes('array') || isObject(whole['items']);
  nestedCollections(swagger, own(whole, 'items'), joinPointer(from, 'items'));
  return { schema: whole, rest, collection: isArray ? (ownString(holder, 'collectionFormat') ?? 'csv') : undefined };
}

function nestedCollections(swagger: Swagger, items: JsonValue | undefined, pointer: string): void {
  if (!isObject(items)) return;
  const format = ownString(items, 'collectionFormat');
  delete items['collectionFormat'];
  if (format !== undefined && format !== 'csv') {
    reportCollection(swagger, pointer, format, 'within another array');
    items['x-collectionFormat'] = format;
  }
  nestedCollections(swagger, own(items, 'items'), joinPointer(pointer, 'items'));
}

/** Style and explode of an array (OAS 3.1, section 4.8.12.2), or undefined where none is the same. */
type Serialization = { readonly style?: string; readonly explode?: boolean } | undefined;

const inQuery: Readonly<Record<string, Serialization>> = {
  csv: { style: 'form', explode: false },
  ssv: { style: 'spaceDelimited', explode: false },
  pipes: { style: 'pipeDelimited', explode: false },
  multi: { style: 'form', explode: true },
};
/** In paths and headers arrays are written with commas, as Swagger's `csv` does. */
const elsewhere: Readonly<Record<string, Serialization>> = { csv: {} };

/**
 * `collectionFormat` as style and explode, for a parameter at `place` (`formData`: for an Encoding Object). What OpenAPI
 * 3.1 has no style for is reported as `spec/inexpressible`, written with commas, and kept as `x-collectionFormat`.
 */
export function serialization(swagger: Swagger, format: string, place: string, pointer: string): JsonObject {
  const table = place === 'query' || place === 'formData' ? inQuery : elsewhere;
  const found = Object.hasOwn(table, format) ? table[format] : undefined;
  if (found) return { ...found };
  reportCollection(swagger, pointer, format, `in ${place}`);
  return { ...table['csv'], 'x-collectionFormat': format };
}

function reportCollection(swagger: Swagger, pointer: string, format: string, place: string): void {
  swagger.report.add('spec/inexpressible', swagger.locate(pointer), {
    what: `the collectionFormat "${format}" ${place}`,
    outcome: 'the values are separated by commas',
  });
}
