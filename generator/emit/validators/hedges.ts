import type { Identifier } from '../../base/names.ts';
import { jsonType } from '../../base/json.ts';
import type { Schema, SchemaOf, UnionSchema } from '../../model/model.ts';
import { mapParts, partsOf, type SchemasByName } from './parts.ts';

/**
 * `schema` as validators enforce it: each part that the documents only hint at is widened to its JSON type, and a
 * union with such a branch no longer insists on one branch. Widened parts keep their `hedged` mark.
 */
export function withoutHedges(schema: Schema, schemas: SchemasByName): Schema {
  if (schema.hedged) return widened(schema, schemas, new Set());
  // widening what is ruled out would rule out more
  if (schema.kind === 'not') return containsHedge(schema.schema) ? unknownLike(schema) : schema;
  const changed = mapParts(schema, (part) => withoutHedges(part, schemas));
  return changed.kind === 'union' && schema.kind === 'union'
    ? { ...changed, mode: modeWithoutHedges(schema) }
    : changed;
}

function modeWithoutHedges(schema: UnionSchema): UnionSchema['mode'] {
  // a widened branch may overlap with the others: "exactly one" would then refuse because of a guess
  return containsHedge(schema) && schema.tag === undefined ? 'anyOf' : schema.mode;
}

function containsHedge(schema: Schema): boolean {
  if (schema.hedged) return true;
  return partsOf(schema).some(containsHedge);
}

function unknownLike(schema: Schema): Schema {
  return { kind: 'unknown', pointer: schema.pointer, docs: schema.docs, hedged: schema.hedged };
}

/** The widest schema of the same JSON type. */
function widened(schema: Schema, schemas: SchemasByName, seen: ReadonlySet<Identifier>): Schema {
  const base = { pointer: schema.pointer, docs: schema.docs, hedged: true };
  switch (schema.kind) {
    case 'null':
    case 'boolean':
      return schema;
    case 'number':
      return schema.typed ? { ...base, kind: 'number', integer: false, typed: true } : unknownLike(schema);
    case 'string':
      return schema.typed ? { ...base, kind: 'string', typed: true } : unknownLike(schema);
    case 'array':
      return schema.typed ? anyArray(schema) : unknownLike(schema);
    case 'object':
      return schema.typed ? anyObject(schema) : unknownLike(schema);
    case 'literal':
      return typesOfValues(schema);
    case 'reference': {
      const target = schemas.get(schema.name);
      if (target === undefined || seen.has(schema.name)) return unknownLike(schema);
      return widened({ ...target, pointer: schema.pointer, hedged: true }, schemas, new Set([...seen, schema.name]));
    }
    default:
      return unknownLike(schema);
  }
}

function anyArray({ pointer, docs }: Schema): Schema {
  const items: Schema = { kind: 'unknown', pointer: `${pointer}/items`, docs, hedged: true };
  return { kind: 'array', pointer, docs, hedged: true, typed: true, prefixItems: [], items, uniqueItems: false };
}

function anyObject({ pointer, docs }: Schema): Schema {
  return {
    kind: 'object',
    pointer,
    docs,
    hedged: true,
    typed: true,
    properties: [],
    otherRequired: [],
    patternProperties: [],
    additional: { kind: 'unknown', pointer: `${pointer}/additionalProperties`, docs, hedged: true },
    dependentRequired: [],
  };
}

function typesOfValues(schema: SchemaOf<'literal'>): Schema {
  const base = { pointer: schema.pointer, docs: schema.docs, hedged: true };
  const types = [...new Set(schema.values.map((value) => jsonType(value).replace('integer', 'number')))];
  const branches = types.map((type): Schema => {
    if (type === 'string') return { ...base, kind: 'string', typed: true };
    if (type === 'number') return { ...base, kind: 'number', integer: false, typed: true };
    if (type === 'boolean') return { ...base, kind: 'boolean' };
    if (type === 'null') return { ...base, kind: 'null' };
    return type === 'array' ? anyArray(schema) : anyObject(schema);
  });
  const [only] = branches;
  return only !== undefined && branches.length === 1 ? only : { ...base, kind: 'union', mode: 'anyOf', branches };
}
