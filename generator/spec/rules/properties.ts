import { isObject, own, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { localRefPointer, resolvePointer } from '../../base/pointer.ts';

/** A value of a discriminator's property. */
export type TagValue = string | number | boolean;

/** One schema among those that together describe a property. */
export interface PropertyPlace {
  /** The `properties` it stands in. */
  readonly holder: JsonObject;
  readonly schema: JsonObject;
  /** It stands in a component that others may build on too. */
  readonly shared: boolean;
}

/** What an object schema says of one property, its `allOf` and references included. */
export interface FoundProperty {
  /** Nearest first: what the schema says itself, then what it is built on. */
  readonly places: readonly PropertyPlace[];
  readonly required: boolean;
}

/** The property `name` of an object schema, also where `allOf` or a reference brings it in. */
export function findProperty(document: JsonObject, schema: JsonObject, name: string): FoundProperty {
  const places: PropertyPlace[] = [];
  let required = false;
  for (const { part, shared } of partsOf(document, schema)) {
    const holder = ownObject(part, 'properties');
    const found = holder && ownObject(holder, name);
    if (holder && found) places.push({ holder, schema: found, shared });
    required ||= (ownArray(part, 'required') ?? []).includes(name);
  }
  return { places, required };
}

/** The names of all properties of an object schema, those of what it is built on included. */
export function propertyNames(document: JsonObject, schema: JsonObject): string[] {
  const names = partsOf(document, schema).flatMap(({ part }) => Object.keys(ownObject(part, 'properties') ?? {}));
  return [...new Set(names)];
}

/** A schema and all that hold together with it, itself first. */
export interface Part {
  readonly part: JsonObject;
  /** A reference leads to it. */
  readonly shared: boolean;
}

/** `schema`, the members of its `allOf`, what it and they refer to, and so on; each once, the nearest first. */
export function partsOf(document: JsonObject, schema: JsonObject): Part[] {
  const parts = new Map<JsonObject, Part>([[schema, { part: schema, shared: false }]]);
  const add = (part: JsonValue | undefined, shared: boolean): void => {
    if (isObject(part) && !parts.has(part)) parts.set(part, { part, shared });
  };
  // a Map takes what is added while it is walked
  for (const { part, shared } of parts.values()) {
    for (const member of ownArray(part, 'allOf') ?? []) add(member, shared);
    add(referred(document, part), true);
  }
  return [...parts.values()];
}

/** What the reference of `schema` leads to, by one step; undefined without a reference or where it leads nowhere. */
export function referred(document: JsonObject, schema: JsonObject): JsonObject | undefined {
  const ref = ownString(schema, '$ref');
  if (ref === undefined) return undefined;
  const target = plainComponent(document, ref) ?? resolvePointer(document, localRefPointer(ref) ?? '/');
  return isObject(target) ? target : undefined;
}

/** Most references are to components with plain names; this is asked millions of times. */
function plainComponent(document: JsonObject, ref: string): JsonObject | undefined {
  const prefix = '#/components/schemas/';
  const key = ref.startsWith(prefix) ? ref.slice(prefix.length) : '';
  if (key === '' || /[~%/]/.test(key)) return undefined;
  return ownObject(ownObject(ownObject(document, 'components'), 'schemas'), key);
}

/** Whether `schema` only refers to another, without saying anything of its own about values. */
export function isBareReference(schema: JsonObject): boolean {
  if (ownString(schema, '$ref') === undefined) return false;
  return !structural.some((keyword) => own(schema, keyword) !== undefined);
}

const structural = ['properties', 'required', 'allOf', 'oneOf', 'anyOf', 'not', 'if', 'const', 'enum'];

/**
 * The value of a property for which the key of a mapping stands, in a list: keys are texts, but the property of `target` may
 * hold numbers or booleans. None where it can hold no such value.
 */
export function typedValues(document: JsonObject, target: JsonObject, property: string, text: string): TagValue[] {
  const types = new Set([...typesOfProperty(document, target, property)].filter((type) => typeof type === 'string'));
  if (types.size === 0 || types.has('string')) return [text];
  const number = Number(text);
  const isNumeric = types.has('integer') || types.has('number');
  if (isNumeric && text.trim() !== '' && Number.isFinite(number)) return [number];
  return types.has('boolean') && /^(?:true|false)$/i.test(text) ? [text.toLowerCase() === 'true'] : [];
}

/** Whether a property that is described holds neither texts nor numbers nor booleans: no value of it can be a tag. */
export function holdsNoTag(document: JsonObject, target: JsonObject, property: string): boolean {
  const types = [...typesOfProperty(document, target, property)];
  return types.length > 0 && types.every((type) => type === 'array' || type === 'object' || type === 'null');
}

/** The words of `type` in all schemas that describe a property; undefined among them where one says nothing of it. */
function typesOfProperty(document: JsonObject, target: JsonObject, property: string): ReadonlySet<unknown> {
  const { places } = findProperty(document, target, property);
  const parts = places.flatMap(({ schema }) => partsOf(document, schema));
  return new Set(parts.flatMap(({ part }) => [part['type']].flat()));
}
