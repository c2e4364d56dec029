import type { Identifier } from '../../base/names.ts';
import type { Schema, SchemaOf } from '../../model/model.ts';

/** The schemas of an Api by name. */
export type SchemasByName = ReadonlyMap<Identifier, Schema>;

/** The schemas that stand directly in `schema`; references are not followed. */
export function partsOf(schema: Schema): readonly Schema[] {
  const { properties, items } = schema.unevaluated ?? {};
  if (!properties && !items) return ownParts(schema);
  return [...ownParts(schema), ...(properties ? [properties] : []), ...(items ? [items] : [])];
}

function ownParts(schema: Schema): readonly Schema[] {
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
    case 'conditional':
      return [schema.condition, schema.whenTrue, schema.whenFalse];
    default:
      return [];
  }
}

/** The same schema with each part that stands directly in it replaced by what `change` makes of it. */
export function mapParts(schema: Schema, change: (part: Schema) => Schema): Schema {
  const changed = mapOwnParts(schema, change);
  if (!schema.unevaluated) return changed;
  const { properties, items } = schema.unevaluated;
  const unevaluated = {
    ...(properties && { properties: change(properties) }),
    ...(items && { items: change(items) }),
  };
  return { ...changed, unevaluated };
}

function mapOwnParts(schema: Schema, change: (part: Schema) => Schema): Schema {
  switch (schema.kind) {
    case 'array': {
      const contains = schema.contains && { ...schema.contains, schema: change(schema.contains.schema) };
      const parts = { prefixItems: schema.prefixItems.map(change), items: change(schema.items) };
      return { ...schema, ...parts, ...(contains && { contains }) };
    }
    case 'object':
      return mapObjectParts(schema, change);
    case 'union':
      return { ...schema, branches: schema.branches.map(change) };
    case 'intersection':
      return { ...schema, members: schema.members.map(change) };
    case 'not':
      return { ...schema, schema: change(schema.schema) };
    case 'conditional':
      return {
        ...schema,
        condition: change(schema.condition),
        whenTrue: change(schema.whenTrue),
        whenFalse: change(schema.whenFalse),
      };
    default:
      return schema;
  }
}

function mapObjectParts(schema: SchemaOf<'object'>, change: (part: Schema) => Schema): Schema {
  return {
    ...schema,
    properties: schema.properties.map((property) => ({ ...property, schema: change(property.schema) })),
    patternProperties: schema.patternProperties.map((one) => ({ ...one, schema: change(one.schema) })),
    additional: change(schema.additional),
    ...(schema.propertyNames && { propertyNames: change(schema.propertyNames) }),
  };
}
