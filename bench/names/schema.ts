import {
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  type JsonObject,
  type JsonValue,
} from '../../generator/base/json.ts';
import { localRefPointer, resolvePointer } from '../../generator/base/pointer.ts';

/** A description that references are looked up in. */
export type Spec = JsonObject;

/** What a node means once its references within the document are followed; an empty object where one leads nowhere. */
export function resolve(node: JsonValue | undefined, spec: Spec): JsonObject {
  let found = node;
  for (let count = 0; count < 20; count += 1) {
    const reference = ownString(found, '$ref');
    if (reference === undefined) break;
    const pointer = localRefPointer(reference);
    found = pointer === undefined ? undefined : resolvePointer(spec, pointer);
  }
  return isObject(found) ? found : {};
}

/** The alternatives of a schema, or undefined where it has none. */
export function alternatives(schema: JsonObject): readonly JsonValue[] | undefined {
  return ownArray(schema, 'oneOf') ?? ownArray(schema, 'anyOf');
}

/** Whether a schema says that it is an array. */
export function isArray(schema: JsonObject): boolean {
  const type = own(schema, 'type');
  return type === 'array' || (Array.isArray(type) && type.includes('array'));
}

/** The object whose properties a page prints below a property: its own, those of its items, or those of its first alternative. */
export function printedObject(schema: JsonObject, spec: Spec): JsonObject {
  const first = alternatives(schema)?.[0];
  if (first !== undefined) return resolve(first, spec);
  return isArray(schema) ? resolve(own(schema, 'items'), spec) : schema;
}

/** All properties of a schema, those of its parts (`allOf`) and of its first alternative among them. */
export function allProperties(schema: JsonObject, spec: Spec, depth = 0): JsonObject {
  if (depth > 6) return {};
  const parts = (ownArray(schema, 'allOf') ?? []).map((part) => allProperties(resolve(part, spec), spec, depth + 1));
  const first = alternatives(schema)?.[0];
  if (first !== undefined) parts.push(allProperties(resolve(first, spec), spec, depth + 1));
  return Object.assign({}, ...parts, ownObject(schema, 'properties') ?? {}) as JsonObject;
}

/** The schema of the first media type of a body or response. */
export function contentSchema(holder: JsonObject, spec: Spec): JsonObject {
  const media = Object.values(ownObject(holder, 'content') ?? {})[0];
  return resolve(own(media, 'schema'), spec);
}
