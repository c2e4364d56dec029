import { followOnce } from '../base/follow.ts';
import { own, ownObject, ownString, type JsonObject } from '../base/json.ts';
import type { Identifier } from '../base/names.ts';
import { groupBy, unique } from '../base/order.ts';
import { resolvePointer } from '../base/pointer.ts';
import { reportAt, type BuildContext } from './context.ts';
import { emptyDocs, mergeDocs } from './docs.ts';
import { tellApart } from './apart.ts';
import type { IntersectionSchema, NamedSchema, Schema, Tag, TagValue, TypeName, UnionSchema } from './model.ts';
import { isTagValue, outliner, type Lookup, type Outline } from './outline.ts';
import { mapChildren } from './walk.ts';

/** Properties that usually tell branches apart, tried before the others. */
const likelyTags = ['type', 'kind'];

/**
 * The same schemas, each union whose branches one property tells apart given its `tag`: the one its discriminator names
 * (OAS 3.1, section 4.8.25), else a property that every branch requires and pins to values of its own. Keywords beside
 * such a union move into its branches. Gives `spec/undiscriminated` for a discriminator that does not tell them apart.
 */
export function assignTags(context: BuildContext, schemas: readonly NamedSchema[]): NamedSchema[] {
  const byName = new Map(schemas.map((named) => [named.name, named.schema]));
  const lookup: Lookup = (name) => byName.get(name);
  const telling = { context, lookup, outline: outliner(lookup) };
  return schemas.map((named) => ({ ...named, schema: tell(telling, named.schema) }));
}

/** `schema` with a tag on each union in it that has one. */
export function tagged(context: BuildContext, schema: Schema, lookup: Lookup): Schema {
  return tell({ context, lookup, outline: outliner(lookup) }, schema);
}

interface Telling {
  readonly context: BuildContext;
  readonly lookup: Lookup;
  readonly outline: (schema: Schema) => Outline;
}

function tell(telling: Telling, schema: Schema): Schema {
  const changed = mapChildren(schema, (child) => tell(telling, child));
  if (changed.kind === 'intersection') return distribute(telling, changed);
  if (changed.kind !== 'union') return changed;
  const absorbed = absorbNull(changed);
  if (absorbed) return absorbed;
  const tag = findTag(telling, changed);
  return tag ? sayNull(telling, { ...changed, tag }) : withoutTag(telling, changed);
}

/** A tag tells objects only: null, where a branch that is named elsewhere takes it too, is said beside the branches. */
function sayNull({ outline }: Telling, union: UnionSchema): UnionSchema {
  if (union.branches.some((branch) => branch.kind === 'null')) return union;
  const taking = union.branches.filter((branch) => outline(branch).types.includes('null')).length;
  if (taking === 0 || (union.mode === 'oneOf' && taking > 1)) return union;
  const nothing: Schema = { kind: 'null', pointer: union.pointer, docs: emptyDocs, hedged: false };
  return { ...union, branches: [...union.branches, nothing] };
}

/** The union with what else tells its branches apart; where nothing does, and objects are among them, that is reported. */
function withoutTag({ context, outline }: Telling, union: UnionSchema): UnionSchema {
  if (union.branches.filter((branch) => branch.kind !== 'null').length < 2) return union;
  const outlines = union.branches.map(outline);
  const { tests, reason: found } = tellApart(union, outlines);
  const objects = outlines.filter(({ types }) => types.includes('object')).length;
  // scalars that overlap need no telling
  if (objects < 2) return { ...union, apart: { tests } };
  const raw = resolvePointer(context.spec, union.pointer);
  const named = ownString(ownObject(raw, 'discriminator'), 'propertyName');
  const reason = named === undefined ? found : `"${named}" has no distinct values in all of them`;
  if (reason !== undefined) reportAt(context, 'spec/undiscriminated', union.pointer, { reason });
  return { ...union, apart: found === undefined ? { tests } : { tests, reason: found } };
}

/** `(A | B) | null` as `A | B | null` where the inner union is tagged, so that none of its branches is null. */
function absorbNull(union: UnionSchema): UnionSchema | undefined {
  const [inner, nothing, third] = union.branches;
  if (inner?.kind !== 'union' || !inner.tag || nothing?.kind !== 'null' || third || union.unevaluated) return undefined;
  const branches = inner.branches.some((branch) => branch.kind === 'null')
    ? inner.branches
    : [...inner.branches, nothing];
  return { ...inner, branches, docs: mergeDocs(union.docs, inner.docs), hedged: union.hedged || inner.hedged };
}

/**
 * `A & (B | C)` as `(A & B) | (A & C)` where the union is tagged and has no `null`: the same values, and a type that
 * narrows. More than one tagged union stays as it is.
 */
function distribute(telling: Telling, schema: IntersectionSchema): Schema {
  const members = schema.members.map((member) => ({ member, union: unionBehind(telling, member) }));
  const [first, second] = members.filter(({ union: found }) => found !== undefined);
  const union = first?.union;
  if (!union || second || union.branches.some((branch) => branch.kind === 'null')) return schema;
  // what nothing looks at is to be told of the whole
  if (union.unevaluated) return schema;
  const others = schema.members.filter((member) => member !== first?.member);
  // what no object passes beside the union leaves none of its branches
  if (others.some((member) => !telling.outline(member).types.includes('object'))) return schema;
  const branches = union.branches.map((branch): Schema => {
    const members = branch.kind === 'intersection' ? branch.members : [branch];
    return {
      kind: 'intersection',
      // copies, for what is made of a schema depends on the named one that it is a part of
      members: structuredClone([...others, ...members]),
      pointer: branch.pointer,
      docs: branch.docs,
      hedged: branch.hedged,
    };
  });
  if (branches.some((branch) => isImpossible(telling.outline(branch)))) return schema;
  const rest = schema.unevaluated ? { unevaluated: schema.unevaluated } : {};
  return {
    ...union,
    ...rest,
    branches,
    docs: mergeDocs(schema.docs, union.docs),
    hedged: schema.hedged || union.hedged,
  };
}

/** The tagged union that a member of an intersection is or refers to. */
function unionBehind(telling: Telling, member: Schema): (UnionSchema & { readonly tag: Tag }) | undefined {
  if (member.kind === 'union') return member.tag ? { ...member, tag: member.tag } : undefined;
  const target = member.kind === 'reference' ? telling.lookup(member.name) : undefined;
  // inline branches would be unfolded here, and may lead back to this place
  const isPlain = target?.kind === 'union' && target.branches.every((branch) => branch.kind === 'reference');
  if (!isPlain || target.unevaluated) return undefined;
  const tag = findTag(telling, target);
  return tag && { ...target, tag };
}

/** Whether no object fits, for a property that all must have can have no value. */
function isImpossible({ properties }: Outline): boolean {
  return [...properties.values()].some(
    ({ demanded, types, constants }) => demanded && (types.length === 0 || constants?.length === 0),
  );
}

function findTag(telling: Telling, union: UnionSchema): Tag | undefined {
  const { context, lookup } = telling;
  const raw = resolvePointer(context.spec, union.pointer);
  const discriminator = ownObject(raw, 'discriminator');
  const property = ownString(discriminator, 'propertyName');
  const count = union.branches.filter((branch) => branch.kind !== 'null').length;
  if (count < 2) return undefined;
  // TypeScript leaves a branch that no object can be out of the union, and refuses to compare its tag
  if (union.branches.some((branch) => branch.kind !== 'null' && isImpossible(telling.outline(branch))))
    return undefined;
  if (discriminator && property !== undefined) {
    const cases = explicitCases(telling, union, { discriminator, property });
    const mayLack = union.branches.flatMap((branch, index) =>
      branch.kind === 'null' || requiredNames(branch, lookup).includes(property) ? [] : [index],
    );
    const inferred = own(raw, 'x-inferred') !== undefined;
    if (cases) return { property, cases, inferred, ...(mayLack.length > 0 && { mayLack }) };
  }
  return inferTag(union, lookup);
}

function inferTag(union: UnionSchema, lookup: Lookup): Tag | undefined {
  const first = union.branches[0];
  if (!first) return undefined;
  const names = requiredNames(first, lookup);
  for (const property of unique([...likelyTags.filter((name) => names.includes(name)), ...names])) {
    // made one by one, for most properties fail at the first branch
    const cases = toCases(pinsOf(union, property, lookup));
    if (cases) return { property, cases, inferred: true };
  }
  return undefined;
}

function* pinsOf(union: UnionSchema, property: string, lookup: Lookup): Generator<readonly TagValue[] | undefined> {
  for (const branch of union.branches) yield branch.kind === 'null' ? [] : pinned(branch, property, lookup);
}

function explicitCases(
  { context, lookup, outline }: Telling,
  union: UnionSchema,
  { discriminator, property }: { discriminator: JsonObject; property: string },
): Tag['cases'] | undefined {
  const mapped = groupBy(mappedNames(context, ownObject(discriminator, 'mapping')), ([, name]) => name);
  const pins = union.branches.map((branch) => {
    if (branch.kind === 'null') return [];
    const stated = outline(branch).properties.get(property);
    const values = pinned(branch, property, lookup, true);
    // what no object of the branch can have tells none
    if (values?.some((value) => stated && !stated.types.includes(typeof value as TypeName))) return undefined;
    if (values || branch.kind !== 'reference') return values;
    // a type without the property could not be asked for it
    if (!stated) return undefined;
    const keys = mapped.get(branch.name)?.map(([key]) => key) ?? [];
    // Without a mapping the value is the name of the component (OAS 3.1, section 4.8.25.4).
    return keys.length > 0 ? keys : componentKeys(context, branch.name);
  });
  return toCases(pins);
}

/** The component each value of a mapping leads to; a mapping may hold a reference or the bare name. */
function mappedNames(context: BuildContext, mapping: JsonObject | undefined): Map<string, Identifier> {
  const names = new Map<string, Identifier>();
  for (const [value, target] of Object.entries(mapping ?? {})) {
    const key = typeof target === 'string' ? target.replace(/^#\/components\/schemas\//, '') : '';
    const name = context.componentNames.get(key.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (name) names.set(value, name);
  }
  return names;
}

function componentKeys({ componentNames }: BuildContext, name: Identifier): string[] {
  const keys = keysByName.get(componentNames) ?? groupBy(componentNames, ([, component]) => component);
  keysByName.set(componentNames, keys);
  return keys.get(name)?.map(([key]) => key) ?? [];
}

const keysByName = new WeakMap<
  BuildContext['componentNames'],
  ReadonlyMap<Identifier, readonly [string, Identifier][]>
>();

/** A case for each value, if every branch has values (none for `null`) and no value leads to two branches. */
function toCases(pins: Iterable<readonly TagValue[] | undefined>): Tag['cases'] | undefined {
  const cases: { value: TagValue; branch: number }[] = [];
  const seen = new Set<TagValue>();
  let branch = -1;
  for (const values of pins) {
    branch += 1;
    if (!values) return undefined;
    for (const value of values) {
      if (seen.has(value)) return undefined;
      seen.add(value);
      cases.push({ value, branch });
    }
  }
  return cases;
}

/** The values `property` is limited to in every object of `schema`; with `lenient` it need not be required there. */
function pinned(
  schema: Schema,
  property: string,
  lookup: Lookup,
  lenient = false,
  known: Map<string, readonly TagValue[] | undefined> = new Map(),
): readonly TagValue[] | undefined {
  const again = (inner: Schema): readonly TagValue[] | undefined => pinned(inner, property, lookup, lenient, known);
  switch (schema.kind) {
    case 'object': {
      const found = schema.properties.find((entry) => entry.name === property);
      if (!found || (!lenient && !(found.required && schema.typed))) return undefined;
      return literalValues(found.schema, lookup, lenient, new Map());
    }
    case 'reference': {
      const target = lookup(schema.name);
      return target && followOnce(known, `${lenient} ${schema.name}`, undefined, () => again(target));
    }
    case 'intersection': {
      const requires = lenient || requiredNames(schema, lookup).includes(property);
      const found = schema.members
        .map((member) => pinned(member, property, lookup, requires, known))
        .filter((values) => values !== undefined);
      return requires
        ? found.reduce<readonly TagValue[] | undefined>(
            (left, right) => (left ? left.filter((value) => right.includes(value)) : right),
            undefined,
          )
        : undefined;
    }
    case 'union': {
      const parts = schema.branches.map(again);
      return parts.every((values) => values !== undefined) ? unique(parts.flat()) : undefined;
    }
    default:
      return undefined;
  }
}

function literalValues(
  schema: Schema,
  lookup: Lookup,
  lenient: boolean,
  known: Map<string, TagValue[] | undefined>,
): TagValue[] | undefined {
  if (schema.hedged && !lenient) return undefined;
  if (schema.kind === 'literal') return schema.values.every(isTagValue) ? [...schema.values] : undefined;
  if (schema.kind === 'intersection') {
    return schema.members
      .map((member) => literalValues(member, lookup, lenient, known))
      .find((values) => values !== undefined);
  }
  const target = schema.kind === 'reference' ? lookup(schema.name) : undefined;
  if (schema.kind !== 'reference' || !target) return undefined;
  return followOnce(known, schema.name, undefined, () => literalValues(target, lookup, lenient, known));
}

/** The properties with a schema that every object of `schema` must have. */
function requiredNames(schema: Schema, lookup: Lookup, known: Map<string, string[]> = new Map()): string[] {
  switch (schema.kind) {
    case 'object':
      return [
        ...schema.properties.filter((entry) => entry.required).map((entry) => entry.name),
        ...schema.otherRequired,
      ];
    case 'reference': {
      const target = lookup(schema.name);
      return target ? followOnce(known, schema.name, [], () => requiredNames(target, lookup, known)) : [];
    }
    case 'intersection':
      return unique(schema.members.flatMap((member) => requiredNames(member, lookup, known)));
    case 'union': {
      const [first = [], ...rest] = schema.branches.map((branch) => requiredNames(branch, lookup, known));
      return first.filter((name) => rest.every((names) => names.includes(name)));
    }
    default:
      return [];
  }
}
