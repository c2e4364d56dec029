import type { Identifier } from '../../base/names.ts';
import { jsonType } from '../../base/json.ts';
import type { Schema, SchemaOf, UnionSchema } from '../../model/model.ts';

/** The schemas of an Api by name. */
export type SchemasByName = ReadonlyMap<Identifier, Schema>;

/**
 * `schema` as validators enforce it: each part that the documents only hint at is widened to its JSON type, and a
 * union with such a branch no longer insists on one branch. Widened parts keep their `hedged` mark.
 */
export function withoutHedges(schema: Schema, schemas: SchemasByName): Schema {
  if (schema.hedged) return widened(schema, schemas, new Set());
  const go = (part: Schema): Schema => withoutHedges(part, schemas);
  switch (schema.kind) {
    case 'array': {
      const contains = schema.contains && { ...schema.contains, schema: go(schema.contains.schema) };
      const rest = { prefixItems: schema.prefixItems.map(go), items: go(schema.items) };
      return { ...schema, ...rest, ...(contains && { contains }) };
    }
    case 'object':
      return objectWithoutHedges(schema, go);
    case 'union':
      return unionWithoutHedges(schema, go);
    case 'intersection':
      return { ...schema, members: schema.members.map(go) };
    case 'not':
      // widening what is ruled out would rule out more
      return containsHedge(schema.schema) ? unknownLike(schema) : schema;
    default:
      return schema;
  }
}

function objectWithoutHedges(schema: SchemaOf<'object'>, go: (part: Schema) => Schema): Schema {
  return {
    ...schema,
    properties: schema.properties.map((property) => ({ ...property, schema: go(property.schema) })),
    patternProperties: schema.patternProperties.map((one) => ({ ...one, schema: go(one.schema) })),
    additional: go(schema.additional),
    ...(schema.propertyNames && { propertyNames: go(schema.propertyNames) }),
  };
}

function unionWithoutHedges(schema: UnionSchema, go: (part: Schema) => Schema): Schema {
  // a widened branch may overlap with the others: "exactly one" would then refuse because of a guess
  const mode = containsHedge(schema) && schema.tag === undefined ? 'anyOf' : schema.mode;
  return { ...schema, mode, branches: schema.branches.map(go) };
}

function containsHedge(schema: Schema): boolean {
  if (schema.hedged) return true;
  return partsOf(schema).some(containsHedge);
}

/** The schemas that stand directly in `schema`; references are not followed. */
export function partsOf(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case 'array':
      return [...schema.prefixItems, schema.items, ...(schema.contains ? [schema.contains.schema] : [])];
    case 'object':
      return [
        ...schema.properties.map((property) => property.schema),
        ...schema.patternProperties.map((one) => one.schema),
        schema.additional,
        ...(schema.propertyNames ? [schema.propertyNames] : []),
      ];
    case 'union':
      return schema.branches;
    case 'intersection':
      return schema.members;
    case 'not':
      return [schema.schema];
    default:
      return [];
  }
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
