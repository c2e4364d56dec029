import type { Data } from '../../base/data.ts';
import { isObject, jsonEqual, own, ownString, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import { joinPointer, pointerTokens } from '../../base/pointer.ts';
import { placed, type PrintedDescription } from './printed-data.ts';

/** A digest while it is read. */
export interface Digest {
  readonly data: Data;
  readonly description: PrintedDescription;
  /** The components: those that are printed, and those that only `refIdentifier` names. */
  readonly schemas: JsonObject;
}

/** Members that say something of the place a schema stands at, not of its values. */
const placeMembers = new Set(['required', 'requiredProperties', 'refIdentifier', 'deprecated', 'hidden']);

/** Type words of digests that JSON Schema does not know. */
const typeWords: Readonly<Record<string, JsonObject>> = {
  any: {},
  file: { type: 'string', format: 'binary' },
};

/** One schema of a digest (at `pointer` of it) as JSON Schema; a reference where it was one and says what that says. */
export function digestSchema(value: JsonValue, pointer: string, digest: Digest): JsonObject {
  if (!isObject(value)) return {};
  const schema = plainSchema(value, pointer, digest);
  const name = /^#\/components\/schemas\/(.+)$/.exec(ownString(value, 'refIdentifier') ?? '')?.[1];
  return name === undefined ? schema : referenceFor(pointerTokens(`/${name}`)[0] ?? name, schema, digest);
}

/** Several schemas are alternatives. */
export function joinedSchemas(schemas: readonly JsonObject[]): JsonObject {
  const [only] = schemas;
  return schemas.length === 1 && only ? only : schemas.length === 0 ? {} : { anyOf: [...schemas] };
}

/**
 * A schema that was put together of several keeps the name of one of them: only what equals all that is known under a name is
 * a reference to it.
 */
function referenceFor(name: string, schema: JsonObject, { schemas }: Digest): JsonObject {
  const known = own(schemas, name);
  if (known === undefined) setOwn(schemas, name, schema);
  else if (!jsonEqual(known, schema)) return schema;
  return { $ref: `#/components/schemas/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` };
}

function plainSchema(value: JsonObject, pointer: string, digest: Digest): JsonObject {
  const schema: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    if (placeMembers.has(key) && !(key === 'required' && Array.isArray(member))) continue;
    const at = joinPointer(pointer, key);
    if (key === 'type') Object.assign(schema, typeOf(member));
    else if (key === 'properties' && isObject(member)) schema['properties'] = propertiesOf(member, at, digest);
    else if (key === 'items') setOwn(schema, key, joinedParts(member, at, digest));
    else setOwn(schema, key, member);
  }
  const required = own(value, 'requiredProperties');
  if (Array.isArray(required) && required.length > 0) schema['required'] = required;
  return placed(digest.description, schema, digest.data.locate(pointer));
}

function typeOf(type: JsonValue): JsonObject {
  if (typeof type !== 'string') return { type };
  const word = /^enum<(\w+)>$/.exec(type)?.[1] ?? type;
  return Object.hasOwn(typeWords, word) ? { ...typeWords[word] } : { type: word };
}

function propertiesOf(properties: JsonObject, pointer: string, digest: Digest): JsonObject {
  const found: JsonObject = {};
  for (const [name, member] of Object.entries(properties)) {
    const at = joinPointer(pointer, name);
    const schema = joinedParts(member, at, digest);
    setOwn(found, name, placed(digest.description, schema, digest.data.locate(at)));
  }
  return found;
}

/** The single part of an `allOf` stands for itself; what is no digest is left as it is. */
function joinedParts(member: JsonValue, pointer: string, digest: Digest): JsonObject {
  if (!isObject(member)) return {};
  const parts = own(member, 'allOf');
  const [only] = Array.isArray(parts) ? parts : [];
  const isWrapped = Array.isArray(parts) && parts.length === 1 && Object.keys(member).length === 1 && isObject(only);
  if (isWrapped) return joinedParts(only, joinPointer(pointer, 'allOf', 0), digest);
  const isDigested = 'requiredProperties' in member || 'refIdentifier' in member;
  return isDigested ? digestSchema(member, pointer, digest) : { ...member };
}
