import type { NamedSchema, Schema, SchemaOf, Tag } from '../model/model.ts';

/** A schema that answers carry and that a newer API may add to: a list of values, or a union with a tag. */
export type OpenPart = SchemaOf<'literal'> | (SchemaOf<'union'> & { readonly tag: Tag });

/** What the model leaves open (`generator/model/openness.ts`), wherever in the schemas it stands. */
export function openParts(schemas: readonly NamedSchema[]): OpenPart[] {
  return schemas
    .flatMap((named) => [...partsOf(named.schema)])
    .flatMap((schema): OpenPart[] => {
      if (schema.kind === 'literal') return schema.open ? [schema] : [];
      return schema.kind === 'union' && schema.tag?.open ? [{ ...schema, tag: schema.tag }] : [];
    });
}

/** A schema and the schemas inside it that describe values; what decides something is never open. */
function* partsOf(schema: Schema): Generator<Schema> {
  yield schema;
  for (const part of describing(schema)) yield* partsOf(part);
}

function describing(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case 'array':
      return [...schema.prefixItems, schema.items];
    case 'object':
      return [
        ...schema.properties.map((property) => property.schema),
        ...schema.patternProperties.map((values) => values.schema),
        schema.additional,
      ];
    case 'union':
      return schema.branches;
    case 'intersection':
      return schema.members;
    case 'conditional':
      return [schema.whenTrue, schema.whenFalse];
    default:
      return [];
  }
}
