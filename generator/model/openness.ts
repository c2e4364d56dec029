import type { Identifier } from '../base/names.ts';
import type { LiteralSchema, NamedSchema, Operation, Schema, Tag, UnionSchema } from './model.ts';
import { allSchemas, childrenWithSteps, mapChildren } from './walk.ts';

type Lookup = (name: Identifier) => Schema | undefined;

/**
 * The same schemas, with lists of values (`LiteralSchema.open`) and tags of unions (`Tag.open`) left open wherever answers
 * and webhooks carry them: an API may add to both without a new version. What only requests carry stays closed, and so does what decides
 * something else: values that tell branches of unions apart, and whatever stands below a `not`, a condition or `contains`.
 */
export function openResponses(
  schemas: readonly NamedSchema[],
  operations: readonly Operation[],
  webhooks: readonly Operation[] = [],
): NamedSchema[] {
  const byName = new Map(schemas.map(({ name, schema }) => [name, schema]));
  const lookup: Lookup = (name) => byName.get(name);
  const answered = operations.flatMap(({ responses }) => responses.flatMap(({ content }) => content));
  const sent = webhooks.flatMap(({ body }) => body?.content ?? []);
  const names = [...answered, ...sent].flatMap(({ schema }) => schema ?? []);
  const received = reachedFrom(names, lookup);
  const deciding = reachedFrom(
    schemas.flatMap(({ schema }) => decidingReferences(schema)),
    lookup,
  );
  const closed = new Set<Schema>();
  for (const { schema } of schemas) for (const part of allSchemas(schema)) closeTelling(part, lookup, closed);
  return schemas.map((named) =>
    received.has(named.name) && !deciding.has(named.name) ? { ...named, schema: opened(named.schema, closed) } : named,
  );
}

/** The named schemas that are, or stand in, those called `names`. */
function reachedFrom(names: readonly Identifier[], lookup: Lookup): ReadonlySet<Identifier> {
  const reached = new Set(names);
  // a Set takes what is added while it is walked
  for (const name of reached) {
    const schema = lookup(name);
    for (const part of schema ? allSchemas(schema) : []) if (part.kind === 'reference') reached.add(part.name);
  }
  return reached;
}

/** The children of a schema that decide something instead of describing a value: a wider one would refuse more. */
function decidingChildren(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case 'not':
      return [schema.schema];
    case 'conditional':
      return [schema.condition];
    case 'array':
      return schema.contains ? [schema.contains.schema] : [];
    default:
      return [];
  }
}

function decidingReferences(schema: Schema): Identifier[] {
  return [...allSchemas(schema)]
    .flatMap(decidingChildren)
    .flatMap((part) => [...allSchemas(part)])
    .flatMap((part) => (part.kind === 'reference' ? part.name : []));
}

/** Adds what must stay closed because of `schema`: see `openResponses`. */
function closeTelling(schema: Schema, lookup: Lookup, closed: Set<Schema>): void {
  for (const part of decidingChildren(schema)) for (const inner of allSchemas(part)) closed.add(inner);
  if (schema.kind === 'union') closeUnion(schema, lookup, closed);
  if (schema.kind !== 'intersection') return;
  // values that hold together with others would have to be open in all of them
  const others = schema.members.filter(({ kind }) => kind === 'reference' || kind === 'union' || kind === 'literal');
  if (others.length > 1) for (const member of others) closeValues(member, lookup, closed);
}

function closeUnion(union: UnionSchema, lookup: Lookup, closed: Set<Schema>): void {
  const constants = (union.apart?.tests ?? []).flatMap((tests) => tests ?? []);
  const telling = constants.flatMap((test) => (test.kind === 'constant' ? test.property : []));
  const byValue = constants.some((test) => test.kind === 'value');
  for (const branch of union.branches) {
    for (const property of union.tag ? [union.tag.property] : telling) closeProperty(branch, property, lookup, closed);
    if (byValue) closeValues(branch, lookup, closed);
    if (union.tag) closeInnerUnion(branch, union.tag, lookup, closed);
  }
}

/** A union that is a branch of one told apart by another property: its open branch would lack that. */
function closeInnerUnion(branch: Schema, tag: Tag, lookup: Lookup, closed: Set<Schema>): void {
  for (const part of sameValue(branch, lookup)) {
    if (part.kind === 'union' && part.tag && part.tag.property !== tag.property) closed.add(part);
  }
}

function closeProperty(schema: Schema, property: string, lookup: Lookup, closed: Set<Schema>): void {
  for (const part of sameValue(schema, lookup)) {
    const found = part.kind === 'object' ? part.properties.find(({ name }) => name === property) : undefined;
    if (found) closeValues(found.schema, lookup, closed);
  }
}

function closeValues(schema: Schema, lookup: Lookup, closed: Set<Schema>): void {
  for (const part of sameValue(schema, lookup)) if (part.kind === 'literal') closed.add(part);
}

/** `schema` and all that describes the same value: what it refers to, its members and branches. */
function sameValue(schema: Schema, lookup: Lookup): ReadonlySet<Schema> {
  const found = new Set([schema]);
  for (const part of found) {
    if (part.kind === 'reference') {
      const target = lookup(part.name);
      if (target) found.add(target);
    } else if (part.kind === 'union') {
      for (const branch of part.branches) found.add(branch);
    } else if (part.kind === 'intersection') {
      for (const member of part.members) found.add(member);
    }
  }
  return found;
}

function opened(schema: Schema, closed: ReadonlySet<Schema>): Schema {
  const changed =
    childrenWithSteps(schema).length === 0 ? schema : mapChildren(schema, (child) => opened(child, closed));
  if (schema.hedged || closed.has(schema)) return changed;
  if (changed.kind === 'literal' && isOpenList(changed)) return { ...changed, open: true };
  if (changed.kind !== 'union' || !changed.tag || !isOpenTag(changed, changed.tag)) return changed;
  return { ...changed, tag: { ...changed.tag, open: true } };
}

/** A list of several strings or numbers, with null or without: a single value is what it is. */
function isOpenList({ values }: LiteralSchema): boolean {
  const known = values.filter((value) => value !== null);
  return known.length > 1 && ['string', 'number'].some((type) => known.every((value) => typeof value === type));
}

/** What documents only hint at is open as it is. */
function isOpenTag({ branches }: UnionSchema, { cases }: Tag): boolean {
  return (
    !branches.some((branch) => branch.hedged) &&
    ['string', 'number'].some((type) => cases.every(({ value }) => typeof value === type))
  );
}
