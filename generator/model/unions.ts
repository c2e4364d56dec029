import { grantNames, type NameScope, type TakeName } from '../base/name-scope.ts';
import { limitName, type Identifier } from '../base/names.ts';
import { groupBy } from '../base/order.ts';
import type { AccessStep, Apart, BranchTest, NamedSchema, ReferenceSchema, Schema, Tag, UnionSchema } from './model.ts';
import { pascal, sharedName } from './names.ts';
import { childrenWithSteps, mapChildren } from './walk.ts';

type TaggedUnion = UnionSchema & { readonly tag: Tag };

/** Where the walk stands: in which named schema, by which steps from it. */
interface Standing {
  readonly owner: Identifier;
  readonly steps: readonly AccessStep[];
  /** The steps from the schema that is no part of another. */
  readonly path: string;
}

interface Extraction {
  /** Names a part; the key is its path. */
  readonly take: TakeName;
  /** The name that the branches of a union suggest, for the unions that get it. */
  readonly suggested: ReadonlyMap<string, Identifier>;
  readonly components: ReadonlySet<Identifier>;
  /** Unions that already have a suggested name. */
  readonly made: Set<Identifier>;
  readonly parts: NamedSchema[];
}

/**
 * The same schemas, with a name for every tagged union and every branch of one that stands inside them, which are
 * then referred to by name; the new ones come last. Names depend on the owner and the path only, or, for a union of
 * components whose names share words, on these. Unions that no path of properties, items or values leads to stay inline.
 */
export function nameUnions(schemas: readonly NamedSchema[], scope: NameScope): NamedSchema[] {
  const components = new Set(schemas.filter(({ origin }) => origin.kind === 'component').map(({ name }) => name));
  const suggested = suggestNames(schemas, components, scope);
  return grantNames(scope, (take) => {
    const extraction: Extraction = { take, suggested, components, made: new Set(), parts: [] };
    const whole = schemas.flatMap((named) => extractNamed(extraction, named));
    return [...whole, ...extraction.parts];
  });
}

function isTagged(schema: Schema): schema is TaggedUnion {
  return schema.kind === 'union' && schema.tag !== undefined;
}

/**
 * Whether a union has no tag and yet needs a name: for the guards of its branches, where a test of `typeof` would not
 * do, or as a place to say why they cannot be told apart.
 */
function needsName(schema: Schema): schema is UnionSchema & { readonly apart: Apart } {
  if (schema.kind !== 'union' || !schema.apart) return false;
  const { tests, reason } = schema.apart;
  return reason !== undefined || tests.some((found) => found?.some((test) => 'property' in test));
}

/** Two unions with the same fingerprint have the same branches, told apart in the same way. */
function fingerprint(union: TaggedUnion): string {
  const branches = union.branches.map((branch) => (branch.kind === 'reference' ? branch.name : branch.kind));
  return JSON.stringify([union.mode, union.tag.property, branches, union.tag.cases]);
}

/** The names that unions of components get from the words their branches share, where just one kind of union wants it. */
function suggestNames(
  schemas: readonly NamedSchema[],
  components: ReadonlySet<Identifier>,
  scope: NameScope,
): Map<string, Identifier> {
  const wishes = schemas.flatMap((named) =>
    unionsInside(named.schema, named.origin.kind !== 'component').flatMap((union) => {
      const name = nameFromBranches(union, components);
      return name && !scope.has(name) ? [{ name, print: fingerprint(union) }] : [];
    }),
  );
  const given = new Map<string, Identifier>();
  for (const [name, group] of groupBy(wishes, (wish) => wish.name)) {
    const [first] = group;
    if (first && group.every((wish) => wish.print === first.print)) given.set(first.print, scope.take(name));
  }
  return given;
}

function unionsInside(schema: Schema, reachable: boolean): TaggedUnion[] {
  const here = isTagged(schema) && reachable ? [schema] : [];
  const inside = childrenWithSteps(schema).flatMap(({ schema: child, step }) =>
    step === 'unreachable' || (step === 'same' && schema.kind === 'intersection' && child.kind === 'union')
      ? []
      : unionsInside(child, true),
  );
  return [...here, ...inside];
}

function nameFromBranches(union: TaggedUnion, components: ReadonlySet<Identifier>): Identifier | undefined {
  const branches = union.branches.filter((branch) => branch.kind !== 'null');
  const names = branches.flatMap((branch) =>
    branch.kind === 'reference' && components.has(branch.name) ? branch.name : [],
  );
  return names.length === branches.length ? sharedName(names, union.tag.property) : undefined;
}

function extractNamed(extraction: Extraction, named: NamedSchema): NamedSchema[] {
  const { schema, origin } = named;
  const suggested =
    isTagged(schema) && origin.kind !== 'component' ? extraction.suggested.get(fingerprint(schema)) : undefined;
  if (!suggested) return [{ ...named, schema: extractInside(extraction, schema, standingAt(named.name)) }];
  const alias: NamedSchema = {
    name: named.name,
    origin: { kind: 'alias', of: suggested },
    schema: reference(suggested, schema),
  };
  if (extraction.made.has(suggested)) return [alias];
  extraction.made.add(suggested);
  return [{ name: suggested, origin, schema: extractInside(extraction, schema, standingAt(suggested)) }, alias];
}

/** The children of a schema that has a name, or is a part of one that has: tagged unions among them get their own. */
function extractInside(extraction: Extraction, schema: Schema, standing: Standing): Schema {
  return mapChildren(schema, (child, step) => {
    if (step === 'unreachable') return child;
    if (step === 'same') return inPlace(extraction, schema, child, standing);
    if (step.kind === 'branch') return branch(extraction, child, standing, step);
    if (step.kind === 'told' && needsName(schema)) return branch(extraction, child, standing, step);
    return extract(extraction, child, further(standing, step));
  });
}

/** A member of an intersection is only a part of the type there, so a union among them gets no name of its own. */
function inPlace(extraction: Extraction, parent: Schema, child: Schema, standing: Standing): Schema {
  if (parent.kind === 'intersection' && child.kind === 'union') return child;
  return extract(extraction, child, standing);
}

function extract(extraction: Extraction, schema: Schema, standing: Standing): Schema {
  if (!isTagged(schema) && !needsName(schema)) return extractInside(extraction, schema, standing);
  const suggested = isTagged(schema) ? extraction.suggested.get(fingerprint(schema)) : undefined;
  if (suggested && extraction.made.has(suggested)) return reference(suggested, schema);
  if (suggested) extraction.made.add(suggested);
  if (suggested) return addPart(extraction, suggested, schema, { ...standing, path: suggested });
  const wanted = standing.owner + standing.steps.map(stepWord).join('');
  return addPart(extraction, extraction.take(limitName(wanted), standing.path), schema, standing);
}

function branch(
  extraction: Extraction,
  schema: Schema,
  standing: Standing,
  step: AccessStep & { kind: 'branch' | 'told' },
): Schema {
  if (schema.kind === 'reference' || schema.kind === 'null') return schema;
  const there = further(standing, step);
  const isObject = schema.kind === 'object' || schema.kind === 'intersection' || schema.kind === 'union';
  if (step.kind === 'told' && !isObject) return extract(extraction, schema, there);
  const wanted = standing.owner + (stepWord(step) || 'Empty');
  return addPart(extraction, extraction.take(limitName(wanted), there.path), schema, there);
}

function standingAt(owner: Identifier, path: string = owner): Standing {
  return { owner, steps: [], path };
}

function further(standing: Standing, step: AccessStep): Standing {
  return { ...standing, steps: [...standing.steps, step], path: `${standing.path}/${JSON.stringify(step)}` };
}

/** Lists `schema` as a part of its owner, then what is inside it, and gives the reference that takes its place. */
function addPart(
  extraction: Extraction,
  name: Identifier,
  schema: Schema,
  { owner, steps, path }: Standing,
): ReferenceSchema {
  const index = extraction.parts.length;
  const part: NamedSchema = { name, origin: { kind: 'part', of: owner, steps }, schema };
  extraction.parts.push(part);
  extraction.parts[index] = { ...part, schema: extractInside(extraction, schema, standingAt(name, path)) };
  return reference(name, schema);
}

function reference(name: Identifier, schema: Schema): ReferenceSchema {
  return { kind: 'reference', name, pointer: schema.pointer, docs: schema.docs, hedged: schema.hedged };
}

function stepWord(step: AccessStep): string {
  if (step.kind === 'property') return pascal(step.name) || 'Property';
  if (step.kind === 'items') return 'Item';
  if (step.kind === 'told') return testsWord(step.tests);
  return step.kind === 'values' ? 'Value' : pascal(String(step.value));
}

/** What the tests of a branch suggest to call it. */
function testsWord(tests: readonly BranchTest[]): string {
  const [first] = tests.toSorted((left, right) => Number('property' in right) - Number('property' in left));
  switch (first?.kind) {
    case 'constant':
      return pascal(String(first.values[0])) || 'Empty';
    case 'present':
      return `With${pascal(first.property)}`;
    case 'absent':
      return `Without${pascal(first.property)}`;
    case 'propertyType':
      return `With${pascal(first.types.join(' '))}${pascal(first.property)}`;
    case 'type':
      return pascal(first.types.join(' '));
    default:
      return 'Value';
  }
}
