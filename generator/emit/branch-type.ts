import type { Identifier } from '../base/names.ts';
import type { Api, NamedSchema, Schema, Tag } from '../model/model.ts';
import { code, joinCode, literal, propertyName, type Code } from './code.ts';

type TagValue = Tag['cases'][number]['value'];

/** The named schemas by their names. */
export function schemaIndex(api: Api): ReadonlyMap<Identifier, NamedSchema> {
  return new Map(api.schemas.map((named) => [named.name, named]));
}

/** A union whose branches are told apart by one property. */
export type TaggedUnion = Extract<Schema, { kind: 'union' }> & { readonly tag: Tag };

/** The tagged union that `schema` is or leads to, if it does. */
function taggedUnion(index: ReadonlyMap<Identifier, NamedSchema>, schema: Schema | undefined): TaggedUnion | undefined {
  let current = schema;
  const seen = new Set<Schema>();
  while (current?.kind === 'reference' && !seen.has(current)) {
    seen.add(current);
    current = index.get(current.name)?.schema;
  }
  return current?.kind === 'union' && current.tag ? { ...current, tag: current.tag } : undefined;
}

/** The branch of the union `type` (that of the schema `owner`) in which `tag` holds `value`, as `Extract<Union, { type: 'x' }>`. */
export function branchType(
  index: ReadonlyMap<Identifier, NamedSchema>,
  type: Code,
  owner: Identifier,
  step: { readonly tag: string; readonly value: TagValue },
): Code {
  const union = taggedUnion(index, index.get(owner)?.schema);
  const position = union?.tag.cases.find((one) => one.value === step.value)?.branch;
  const values = union?.tag.cases.filter((one) => one.branch === position).map((one) => one.value) ?? [];
  const branch = position === undefined ? undefined : union?.branches[position];
  const optional = branch !== undefined && !isRequired(index, branch, step.tag, new Set());
  const name = optional ? code`${propertyName(step.tag)}?` : propertyName(step.tag);
  const value = joinCode((values.length > 0 ? values : [step.value]).map(literal), ' | ');
  return code`Extract<${type}, { ${name}: ${value} }>`;
}

function isRequired(
  index: ReadonlyMap<Identifier, NamedSchema>,
  schema: Schema,
  property: string,
  seen: Set<Schema>,
): boolean {
  if (seen.has(schema)) return false;
  seen.add(schema);
  const ask = (other: Schema): boolean => isRequired(index, other, property, seen);
  switch (schema.kind) {
    case 'object':
      return (
        schema.otherRequired.includes(property) ||
        schema.properties.some((one) => one.name === property && one.required)
      );
    case 'intersection':
      return schema.members.some(ask);
    case 'union':
      return schema.branches.every(ask);
    case 'reference': {
      const target = index.get(schema.name)?.schema;
      return target !== undefined && ask(target);
    }
    default:
      return false;
  }
}
