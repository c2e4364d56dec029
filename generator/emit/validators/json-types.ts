import { followOnce } from '../../base/follow.ts';
import type { Identifier } from '../../base/names.ts';
import type { Schema } from '../../model/model.ts';
import type { SchemasByName } from './parts.ts';

/** The types of JSON values; whole numbers are no type of their own here. */
export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

/** Whether no value can fit two of the schemas, for they are of different JSON types. */
export function areDisjoint(schemas: readonly Schema[], byName: SchemasByName): boolean {
  const seen = new Set<JsonType>();
  for (const schema of schemas) {
    const types = jsonTypes(schema, byName);
    if (types === undefined) return false;
    for (const type of types) {
      if (seen.has(type)) return false;
      seen.add(type);
    }
  }
  return true;
}

/** The JSON types that a schema allows, or undefined where that may be any. */
function jsonTypes(
  schema: Schema,
  byName: SchemasByName,
  known: Map<Identifier, ReadonlySet<JsonType> | undefined> = new Map(),
): ReadonlySet<JsonType> | undefined {
  switch (schema.kind) {
    case 'null':
    case 'boolean':
      return new Set([schema.kind]);
    case 'number':
    case 'string':
    case 'array':
    case 'object':
      return schema.typed ? new Set([schema.kind]) : undefined;
    case 'literal':
      return new Set(schema.values.map(typeOfValue));
    case 'reference': {
      const target = byName.get(schema.name);
      return target && followOnce(known, schema.name, undefined, () => jsonTypes(target, byName, known));
    }
    case 'union': {
      const types = schema.branches.map((branch) => jsonTypes(branch, byName, known));
      return types.some((one) => one === undefined) ? undefined : new Set(types.flatMap((one) => [...(one ?? [])]));
    }
    case 'intersection':
      return schema.members.map((one) => jsonTypes(one, byName, known)).find((one) => one !== undefined);
    default:
      return undefined;
  }
}

function typeOfValue(value: unknown): JsonType {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : (typeof value as JsonType);
}
