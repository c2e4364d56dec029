import { followOnce } from '../../base/follow.ts';
import type { Identifier } from '../../base/names.ts';
import type { ObjectSchema, ArraySchema, Schema, Unevaluated } from '../../model/model.ts';
import { mapParts, type SchemasByName } from './parts.ts';

// Where it is plain from the schemas alone which members they look at, `unevaluatedProperties` is an
// `additionalProperties` that knows more names, and `unevaluatedItems` an `items` that starts later.

/** What a schema looks at in any value that it accepts. */
interface Looks {
  readonly names: ReadonlySet<string>;
  readonly patterns: ReadonlySet<string>;
  readonly allProperties: boolean;
  /** So many of the first items. */
  readonly items: number;
  readonly allItems: boolean;
}

const nothing: Looks = { names: new Set(), patterns: new Set(), allProperties: false, items: 0, allItems: false };

/** The same schema with `unevaluated` said by objects and arrays wherever it does not depend on the value. */
export function withPlainLeftovers(schema: Schema, schemas: SchemasByName): Schema {
  const inside = mapParts(schema, (part) => withPlainLeftovers(part, schemas));
  const { unevaluated, ...bare } = inside;
  if (!unevaluated) return inside;
  const looks = looksOf(bare, schemas, new Map());
  return looks ? closed(bare, unevaluated, looks) : inside;
}

/** `schema` and, beside it, what its leftovers must fit. */
function closed(schema: Schema, { properties, items }: Unevaluated, looks: Looks): Schema {
  const open = properties && !looks.allProperties ? properties : undefined;
  const further = items && !looks.allItems ? items : undefined;
  if (schema.kind === 'object' && open && !further) return { ...schema, additional: open, additionalEvaluated: true };
  const members = [
    ...(schema.kind === 'intersection' ? schema.members : [schema]),
    ...(open ? [objectOf(schema, looks, open)] : []),
    ...(further ? [arrayOf(schema, looks, further)] : []),
  ];
  const [only] = members;
  if (only && members.length === 1) return only;
  return { kind: 'intersection', members, pointer: schema.pointer, docs: schema.docs, hedged: schema.hedged };
}

function objectOf({ pointer, docs }: Schema, looks: Looks, additional: Schema): ObjectSchema {
  const anything: Schema = { kind: 'unknown', pointer, docs, hedged: false };
  return {
    kind: 'object',
    typed: false,
    properties: [...looks.names].map((name) => ({
      name,
      required: false,
      readOnly: false,
      writeOnly: false,
      schema: anything,
    })),
    otherRequired: [],
    patternProperties: [...looks.patterns].map((pattern) => ({ pattern, schema: anything })),
    additional,
    additionalEvaluated: true,
    dependentRequired: [],
    pointer,
    docs,
    hedged: false,
  };
}

function arrayOf({ pointer, docs }: Schema, looks: Looks, items: Schema): ArraySchema {
  const anything: Schema = { kind: 'unknown', pointer, docs, hedged: false };
  const prefixItems = Array.from({ length: looks.items }, () => anything);
  return {
    kind: 'array',
    typed: false,
    prefixItems,
    items,
    itemsEvaluated: true,
    uniqueItems: false,
    pointer,
    docs,
    hedged: false,
  };
}

type KnownLooks = Map<Identifier, Looks | undefined>;

/** What `schema` looks at; undefined where that depends on the value. */
function looksOf(schema: Schema, schemas: SchemasByName, known: KnownLooks): Looks | undefined {
  const inner = looksInside(schema, schemas, known);
  if (!inner || !schema.unevaluated) return inner;
  const { properties, items } = schema.unevaluated;
  return {
    ...inner,
    allProperties: inner.allProperties || properties !== undefined,
    allItems: inner.allItems || items !== undefined,
  };
}

function looksInside(schema: Schema, schemas: SchemasByName, known: KnownLooks): Looks | undefined {
  const go = (part: Schema): Looks | undefined => looksOf(part, schemas, known);
  switch (schema.kind) {
    case 'object':
      return {
        ...nothing,
        names: new Set([...schema.properties.map(({ name }) => name), ...(schema.ignored ?? [])]),
        patterns: new Set(schema.patternProperties.map(({ pattern }) => pattern)),
        allProperties: schema.additional.kind !== 'unknown' || schema.additionalEvaluated === true,
      };
    case 'array': {
      const allItems = schema.items.kind !== 'unknown' || schema.itemsEvaluated === true;
      return schema.contains && !allItems ? undefined : { ...nothing, items: schema.prefixItems.length, allItems };
    }
    case 'reference': {
      const target = schemas.get(schema.name);
      return target && followOnce(known, schema.name, undefined, () => go(target));
    }
    case 'intersection':
      return united(schema.members.map(go));
    case 'union':
      return ofOneStructure(schema.branches, go);
    case 'conditional':
      return [schema.condition, schema.whenTrue, schema.whenFalse].every((part) => looksAtNothing(go(part)))
        ? nothing
        : undefined;
    default:
      return nothing;
  }
}

/** Only one branch is for objects or arrays, as in `type: [object, 'null']`: whatever is looked at, it looks at. */
function ofOneStructure(branches: readonly Schema[], go: (part: Schema) => Looks | undefined): Looks | undefined {
  const structures = branches.filter((branch) => !isScalar(branch));
  const [only] = structures;
  if (only && structures.length === 1) return go(only);
  return structures.every((branch) => looksAtNothing(go(branch))) ? nothing : undefined;
}

function isScalar(schema: Schema): boolean {
  if (schema.kind === 'number' || schema.kind === 'string') return schema.typed;
  return schema.kind === 'null' || schema.kind === 'boolean' || schema.kind === 'never';
}

function looksAtNothing(looks: Looks | undefined): boolean {
  if (!looks || looks.allProperties || looks.allItems) return false;
  return looks.names.size === 0 && looks.patterns.size === 0 && looks.items === 0;
}

function united(all: readonly (Looks | undefined)[]): Looks | undefined {
  return all.reduce<Looks | undefined>((left, right) => {
    if (!left || !right) return undefined;
    return {
      names: new Set([...left.names, ...right.names]),
      patterns: new Set([...left.patterns, ...right.patterns]),
      allProperties: left.allProperties || right.allProperties,
      items: Math.max(left.items, right.items),
      allItems: left.allItems || right.allItems,
    };
  }, nothing);
}
