import { isObject, ownArray, ownObject, ownString, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import { resolveSchema } from '../walk.ts';
import { certainConstants, type Constants } from './constants.ts';
import { findProperty, type PropertyPlace, type TagValue } from './properties.ts';

/** What is to be pinned where. */
export interface Pin {
  /** The object schema whose property it is. */
  readonly branch: JsonObject;
  readonly property: string;
  readonly constants: Constants;
  /** Where the documents name the constants, for a property that is added. */
  readonly evidence?: readonly string[];
  /** The values that the branch states already; it is left alone where no fewer are meant. */
  readonly stated?: readonly TagValue[];
}

/**
 * Makes a property of a branch accept only its constants, in place; whether it is required stays as it is, unless
 * nobody declared it. What the branch is built on stays untouched, for others are built on it too. A component that
 * serves as the type of this property alone is pinned itself, so that it keeps its name; one with other uses is copied
 * into the branch first. `references` counts the uses of each `$ref` before any pinning, see `countReferences`.
 */
export function pinConstants(document: JsonObject, references: ReadonlyMap<string, number>, pin: Pin): void {
  const { branch, property, constants } = pin;
  const { places } = findProperty(document, branch, property);
  const stated = certainConstants(
    document,
    places.map(({ schema }) => schema),
  );
  if (stated && stated.values.length <= constants.values.length) return;
  const place = places.find(({ shared }) => !shared);
  if (place) narrow(document, references, { place, ...pin });
  else addProperty(pin, places.length === 0);
}

function narrow(
  document: JsonObject,
  references: ReadonlyMap<string, number>,
  { place, property, constants }: Pin & { readonly place: PropertyPlace },
): void {
  const ref = ownString(place.schema, '$ref');
  const target = resolveSchema(document, place.schema);
  if (ref === undefined || !target) {
    limit(place.schema, constants);
  } else if (references.get(ref) === 1) {
    limit(target, constants);
  } else {
    const { $ref: _, ...siblings } = place.schema;
    const copy: JsonObject = { ...structuredClone(target), ...siblings };
    limit(copy, constants);
    setOwn(place.holder, property, copy);
  }
}

/** Adds the property to the branch, or to the part of its `allOf` that has properties of its own. */
function addProperty({ branch, property: name, constants, evidence = [] }: Pin, isNew: boolean): void {
  const parts = (ownArray(branch, 'allOf') ?? []).filter(isObject);
  const part = ownObject(branch, 'properties')
    ? branch
    : (parts.findLast((one) => isObject(one['properties']) && one['$ref'] === undefined) ?? branch);
  const properties: JsonObject = ownObject(part, 'properties') ?? {};
  const [first] = constants.values;
  const schema: JsonObject = { type: typeof first === 'number' ? 'number' : typeof first };
  limit(schema, constants);
  if (evidence.length > 0) schema['x-evidence'] = [...evidence];
  setOwn(properties, name, schema);
  part['properties'] = properties;
  const required = ownArray(part, 'required') ?? [];
  if (isNew && !required.includes(name)) part['required'] = [...required, name];
}

/** What says nothing any more beside a constant. */
const implied = ['enum', 'minLength', 'maxLength', 'pattern', 'format', 'example', 'examples', 'default'];

function limit(schema: JsonObject, { values, sureness, signal }: Constants): void {
  const [only] = values;
  const nullable = allowsNull(schema);
  for (const key of implied) delete schema[key];
  if (values.length === 1 && only !== undefined && !nullable) schema['const'] = only;
  else schema['enum'] = nullable ? [...values, null] : [...values];
  if (sureness === 'certain') return;
  schema['x-inferred'] = `const: ${signal} (${sureness} confidence)`;
  if (schema['description'] === only) delete schema['description'];
}

/** A tag that may be null stays so: the documents say it. */
function allowsNull(schema: JsonObject): boolean {
  const types = [schema['type']].flat();
  const values = ownArray(schema, 'enum');
  return values ? values.includes(null) : types.includes('null');
}

/** How often each `$ref` occurs in a document. */
export function countReferences(value: JsonValue, counts: Map<string, number> = new Map()): Map<string, number> {
  if (Array.isArray(value)) {
    for (const item of value) countReferences(item, counts);
  } else if (isObject(value)) {
    const ref = ownString(value, '$ref');
    if (ref !== undefined) counts.set(ref, (counts.get(ref) ?? 0) + 1);
    for (const member of Object.values(value)) countReferences(member, counts);
  }
  return counts;
}
