import { own, ownObject, ownString, type JsonObject, type JsonValue } from '../base/json.ts';
import type { Identifier } from '../base/names.ts';
import { unique } from '../base/order.ts';
import { resolvePointer } from '../base/pointer.ts';
import { reportAt, type BuildContext } from './context.ts';
import { mergeDocs } from './docs.ts';
import type { IntersectionSchema, NamedSchema, Schema, Tag, UnionSchema } from './model.ts';
import { mapChildren } from './walk.ts';

/** Finds a named schema. */
export type Lookup = (name: Identifier) => Schema | undefined;

type TagValue = string | number | boolean;

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
  return schemas.map((named) => ({ ...named, schema: tagged(context, named.schema, lookup) }));
}

/** `schema` with a tag on each union in it that has one. */
export function tagged(context: BuildContext, schema: Schema, lookup: Lookup): Schema {
  const changed = mapChildren(schema, (child) => tagged(context, child, lookup));
  if (changed.kind === 'intersection') return distribute(changed);
  if (changed.kind !== 'union') return changed;
  const absorbed = absorbNull(changed);
  if (absorbed) return absorbed;
  const tag = findTag(context, changed, lookup);
  return tag ? { ...changed, tag } : changed;
}

/** `(A | B) | null` as `A | B | null` where the inner union is tagged, so that none of its branches is null. */
function absorbNull(union: UnionSchema): UnionSchema | undefined {
  const [inner, nothing, third] = union.branches;
  if (inner?.kind !== 'union' || !inner.tag || nothing?.kind !== 'null' || third) return undefined;
  const branches = inner.branches.some((branch) => branch.kind === 'null')
    ? inner.branches
    : [...inner.branches, nothing];
  return { ...inner, branches, docs: mergeDocs(union.docs, inner.docs), hedged: union.hedged || inner.hedged };
}

/**
 * `A & (B | C)` as `(A & B) | (A & C)` where the union is tagged and has no `null`: the same values, and a type that
 * narrows. More than one tagged union stays as it is.
 */
function distribute(schema: IntersectionSchema): Schema {
  const unions = schema.members.filter(
    (member): member is UnionSchema => member.kind === 'union' && member.tag !== undefined,
  );
  const [union, second] = unions;
  if (!union || second || union.branches.some((branch) => branch.kind === 'null')) return schema;
  const others = schema.members.filter((member) => member !== union);
  const branches = union.branches.map((branch): Schema => {
    const members = branch.kind === 'intersection' ? branch.members : [branch];
    return {
      kind: 'intersection',
      members: [...others, ...members],
      pointer: branch.pointer,
      docs: branch.docs,
      hedged: branch.hedged,
    };
  });
  return { ...union, branches, docs: mergeDocs(schema.docs, union.docs), hedged: schema.hedged || union.hedged };
}

function findTag(context: BuildContext, union: UnionSchema, lookup: Lookup): Tag | undefined {
  const raw = resolvePointer(context.spec, union.pointer);
  const discriminator = ownObject(raw, 'discriminator');
  const property = ownString(discriminator, 'propertyName');
  const count = union.branches.filter((branch) => branch.kind !== 'null').length;
  if (count < 2) return undefined;
  if (discriminator && property !== undefined) {
    const cases = explicitCases(context, union, { discriminator, property }, lookup);
    if (cases) return { property, cases, inferred: own(raw, 'x-inferred') !== undefined };
    const reason = `"${property}" has no distinct values in all of them`;
    reportAt(context, 'spec/undiscriminated', union.pointer, { reason });
  }
  return inferTag(union, lookup);
}

function inferTag(union: UnionSchema, lookup: Lookup): Tag | undefined {
  const first = union.branches[0];
  if (!first) return undefined;
  const names = requiredNames(first, lookup, new Set());
  for (const property of unique([...likelyTags.filter((name) => names.includes(name)), ...names])) {
    const pins = union.branches.map((branch) => (branch.kind === 'null' ? [] : pinned(branch, property, lookup)));
    const cases = toCases(pins);
    if (cases) return { property, cases, inferred: true };
  }
  return undefined;
}

function explicitCases(
  context: BuildContext,
  union: UnionSchema,
  { discriminator, property }: { discriminator: JsonObject; property: string },
  lookup: Lookup,
): Tag['cases'] | undefined {
  const mapped = mappedNames(context, ownObject(discriminator, 'mapping'));
  const pins = union.branches.map((branch) => {
    if (branch.kind === 'null') return [];
    const values = pinned(branch, property, lookup, true);
    if (values || branch.kind !== 'reference') return values;
    const keys = [...mapped].filter(([, name]) => name === branch.name).map(([key]) => key);
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

function componentKeys(context: BuildContext, name: Identifier): string[] {
  return [...context.componentNames].filter(([, component]) => component === name).map(([key]) => key);
}

/** A case for each value, if every branch has values (none for `null`) and no value leads to two branches. */
function toCases(pins: readonly (readonly TagValue[] | undefined)[]): Tag['cases'] | undefined {
  const cases: { value: TagValue; branch: number }[] = [];
  const seen = new Set<TagValue>();
  for (const [branch, values] of pins.entries()) {
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
  seen: ReadonlySet<string> = new Set(),
): readonly TagValue[] | undefined {
  const again = (inner: Schema): readonly TagValue[] | undefined => pinned(inner, property, lookup, lenient, seen);
  switch (schema.kind) {
    case 'object': {
      const found = schema.properties.find((entry) => entry.name === property);
      if (!found || (!lenient && !(found.required && schema.typed))) return undefined;
      return literalValues(found.schema, lookup, lenient, new Set());
    }
    case 'reference': {
      if (seen.has(schema.name)) return undefined;
      const target = lookup(schema.name);
      return target && pinned(target, property, lookup, lenient, new Set([...seen, schema.name]));
    }
    case 'intersection': {
      const requires = lenient || requiredNames(schema, lookup, new Set()).includes(property);
      const found = schema.members
        .map((member) => pinned(member, property, lookup, requires, seen))
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
  seen: ReadonlySet<string>,
): TagValue[] | undefined {
  if (schema.hedged && !lenient) return undefined;
  if (schema.kind === 'literal') return schema.values.every(isTagValue) ? [...schema.values] : undefined;
  if (schema.kind === 'intersection') {
    return schema.members
      .map((member) => literalValues(member, lookup, lenient, seen))
      .find((values) => values !== undefined);
  }
  if (schema.kind !== 'reference' || seen.has(schema.name)) return undefined;
  const target = lookup(schema.name);
  return target && literalValues(target, lookup, lenient, new Set([...seen, schema.name]));
}

function isTagValue(value: JsonValue): value is TagValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The properties with a schema that every object of `schema` must have. */
function requiredNames(schema: Schema, lookup: Lookup, seen: ReadonlySet<string>): string[] {
  switch (schema.kind) {
    case 'object':
      return [
        ...schema.properties.filter((entry) => entry.required).map((entry) => entry.name),
        ...schema.otherRequired,
      ];
    case 'reference': {
      const target = seen.has(schema.name) ? undefined : lookup(schema.name);
      return target ? requiredNames(target, lookup, new Set([...seen, schema.name])) : [];
    }
    case 'intersection':
      return unique(schema.members.flatMap((member) => requiredNames(member, lookup, seen)));
    case 'union': {
      const [first = [], ...rest] = schema.branches.map((branch) => requiredNames(branch, lookup, seen));
      return first.filter((name) => rest.every((names) => names.includes(name)));
    }
    default:
      return [];
  }
}
