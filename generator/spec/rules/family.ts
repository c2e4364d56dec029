import { isObject, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { branchTag } from './branches.ts';
import { certainConstants } from './constants.ts';
import { componentKey, readMapping, soundAlike } from './mapping.ts';
import { findProperty, isBareReference, typedValues, type TagValue } from './properties.ts';

/** Which component schemas are built on which, by `allOf` or by keywords beside a `$ref`. */
export interface Family {
  readonly document: JsonObject;
  readonly schemas: JsonObject;
  /** Directly, in document order. */
  readonly childrenOf: ReadonlyMap<string, readonly string[]>;
  readonly parentsOf: ReadonlyMap<string, readonly string[]>;
}

/** Reads who is built on whom among the component schemas. */
export function readFamily(document: JsonObject, schemas: JsonObject): Family {
  const childrenOf = new Map<string, string[]>();
  const parentsOf = new Map<string, string[]>();
  for (const key of Object.keys(schemas)) {
    const parents = [
      ...new Set(foundations(schemas[key]).flatMap((ref) => componentKey(ownString(ref, '$ref')) ?? [])),
    ];
    parentsOf.set(key, parents);
    for (const parent of parents) {
      const children = childrenOf.get(parent);
      if (children) children.push(key);
      else childrenOf.set(parent, [key]);
    }
  }
  return { document, schemas, childrenOf, parentsOf };
}

/** The objects in a schema whose `$ref` it is built on. */
export function foundations(schema: JsonValue | undefined, depth = 0): JsonObject[] {
  if (!isObject(schema) || depth > 8) return [];
  const parts = (ownArray(schema, 'allOf') ?? []).flatMap((part) => {
    const isReference = isObject(part) && ownString(part, '$ref') !== undefined;
    return isReference ? [part] : foundations(part, depth + 1);
  });
  const hasOwnReference = ownString(schema, '$ref') !== undefined && !isBareReference(schema);
  return hasOwnReference ? [schema, ...parts] : parts;
}

/** All that `key` is built on (`parentsOf`) or that is built on it (`childrenOf`), itself left out unless in a circle. */
export function reach(relation: ReadonlyMap<string, readonly string[]>, key: string): Set<string> {
  const found = new Set<string>();
  for (const next of relation.get(key) ?? []) found.add(next);
  // a Set takes what is added while it is walked
  for (const next of found) for (const further of relation.get(next) ?? []) found.add(further);
  return found;
}

/** The property that the discriminator of a component names, if it has one. */
export function discriminatorProperty(family: Family, key: string): string | undefined {
  return ownString(ownObject(ownObject(family.schemas, key), 'discriminator'), 'propertyName');
}

/** What decides the value of a component in one hierarchy. */
export interface Hierarchy {
  readonly property: string;
  /** The values that mappings have for a component. */
  readonly mapped: ReadonlyMap<string, readonly string[]>;
  /** The values that the property may have, if they are listed. */
  readonly allowed: readonly (string | number | boolean)[] | undefined;
}

/** The mappings and listed values that hold for what is built on `root`: its own and those of its kin. */
export function readHierarchy(family: Family, root: string, property: string): Hierarchy {
  const kin = [...reach(family.parentsOf, root), root, ...reach(family.childrenOf, root)];
  const mapped = new Map<string, string[]>();
  for (const key of new Set(kin)) {
    if (discriminatorProperty(family, key) !== property) continue;
    const discriminator = ownObject(ownObject(family.schemas, key), 'discriminator');
    for (const { value, ref } of readMapping(family.document, discriminator)) {
      const target = componentKey(ref);
      const known = target === undefined ? undefined : (mapped.get(target) ?? []);
      if (target !== undefined && known && !known.includes(value)) mapped.set(target, [...known, value]);
    }
  }
  const { constants } = branchTag(family.document, ownObject(family.schemas, root) ?? {}, {
    property,
    branchName: root,
  });
  return { property, mapped, allowed: constants?.sureness === 'certain' ? constants.values : undefined };
}

/**
 * The values of a component (OAS 3.1, section 4.8.25): those of the mapping, else the constants or the extension that
 * state them in the component itself, else, where there is no mapping, its name. None where the property does not
 * allow its name: it is then a schema that has more than all of them, not one of them.
 */
export function valuesIn(family: Family, hierarchy: Hierarchy, key: string): readonly TagValue[] {
  const schema = ownObject(family.schemas, key) ?? {};
  const typed = (text: string): TagValue[] => typedValues(family.document, schema, hierarchy.property, text);
  const mapped = hierarchy.mapped.get(key);
  if (mapped) return mapped.flatMap(typed);
  const { places } = findProperty(family.document, schema, hierarchy.property);
  const own = places.filter((place) => !place.shared).map((place) => place.schema);
  const stated = certainConstants(family.document, own)?.values;
  if (stated) return stated;
  const extension = statedByExtension(schema);
  if (extension !== undefined) return typed(extension);
  if (hierarchy.mapped.size > 0) return [];
  if (!hierarchy.allowed) return typed(key);
  const same = hierarchy.allowed.find((value) => value === key);
  return [same ?? hierarchy.allowed.find((value) => soundAlike(String(value), key)) ?? []].flat();
}

/** Whether `key` is an extension that holds the value of a discriminator, whoever defined it. */
export function isValueExtension(key: string): boolean {
  return /^x-(?:[\w-]*-)?discriminator-value$/i.test(key);
}

/** Before 3.0 had mappings, generators wrote the value beside the schema, each under a name of its own. */
function statedByExtension(schema: JsonObject): string | undefined {
  for (const part of [schema, ...(ownArray(schema, 'allOf') ?? [])]) {
    if (!isObject(part)) continue;
    const name = Object.keys(part).find(isValueExtension);
    const value = name === undefined ? undefined : ownString(part, name);
    if (value !== undefined) return value;
  }
  return undefined;
}
