import { ownObject, ownString, stringsOf, type JsonObject } from '../../base/json.ts';
import { groupBy, unique } from '../../base/order.ts';
import { branchTag, readBranches, type Branch } from './branches.ts';
import { componentKey, readMapping, soundAlike, type MappingEntry } from './mapping.ts';
import type { Pin } from './pin-constants.ts';
import { partsOf, typedValues, type TagValue } from './properties.ts';

/** A union whose discriminator is named. */
export interface ExplicitTag {
  readonly document: JsonObject;
  readonly schema: JsonObject;
  readonly branches: readonly Branch[];
  readonly property: string;
}

/** What a named discriminator means for its branches. */
export interface ExplicitPins {
  /** The values of each branch; undefined where some branch has none or two share one. */
  readonly values: readonly (readonly TagValue[])[] | undefined;
  readonly pins: readonly Pin[];
  /** Entries of the mapping that lead to no branch. */
  readonly strays: readonly MappingEntry[];
}

/** The branches of a union; those of a union among them that the mapping does not name, in its place. */
interface Leaf {
  readonly branch: Branch;
  /** Position among the branches of the union itself. */
  readonly position: number;
}

/**
 * The values that a named discriminator gives each branch (OAS 3.1, section 4.8.25.4): those that the mapping has for
 * it, else the name of its component, else the constants that the branch states itself. Where the property allows
 * only listed values, the listed one is meant that differs in case and separators alone.
 */
export function explicitPins(tag: ExplicitTag): ExplicitPins {
  const { document, schema, branches, property } = tag;
  const entries = readMapping(document, ownObject(schema, 'discriminator'));
  const mapped = new Set(entries.map(({ ref }) => componentKey(ref) ?? ref));
  const leaves = branches.flatMap((branch, position) => leavesOf(tag, { branch, position }, mapped));
  const keys = new Set(leaves.map(({ branch }) => componentKey(ownString(branch.schema, '$ref')) ?? branch.ref));
  const strays = entries.filter(({ ref }) => !keys.has(componentKey(ref) ?? ref));
  const nested = branches.flatMap((branch) => nestedEntries(tag, branch));
  const found = leafValues(
    tag,
    leaves.map(({ branch }) => branch),
    byKey([...entries, ...nested]),
  );
  if (!found) return { values: undefined, pins: [], strays };
  const values = branches.map((_, position) =>
    leaves.flatMap((leaf, index) => (leaf.position === position ? (found[index] ?? []) : [])),
  );
  const builtOn = foundationsOf(tag);
  const pins = leaves.flatMap(({ branch, position }, index): Pin[] => {
    const constants = { values: found[index] ?? [], sureness: 'certain', signal: 'the discriminator maps it' } as const;
    const stated = allowedValues(tag, branch);
    // a union among the branches states its values in its own branches
    if (!branch.target) return [];
    // the constant would shut out what is built on the component, so it stands beside the reference to it
    const isBuiltOn = builtOn.has(branch.target) && branches[position] === branch;
    const target = isBuiltOn ? branch.schema : branch.target;
    const evidence = stringsOf(schema['x-evidence']);
    return [{ branch: target, property, constants, evidence, ...(stated && { stated }) }];
  });
  return { values, pins, strays };
}

function keyOf(branch: Branch): string | undefined {
  return componentKey(branch.ref) ?? branch.ref;
}

function leavesOf(tag: ExplicitTag, { branch, position }: Leaf, mapped: ReadonlySet<string>, depth = 0): Leaf[] {
  const key = keyOf(branch);
  if (depth > 6 || !branch.target || (key !== undefined && mapped.has(key))) return [{ branch, position }];
  const inner = readBranches(tag.document, branch.target);
  if (inner.length < 2) return [{ branch, position }];
  return inner.flatMap((one) => leavesOf(tag, { branch: one, position }, mapped, depth + 1));
}

/** The mapping of a union among the branches that is told apart by the same property. */
function nestedEntries({ document, property }: ExplicitTag, { target }: Branch): MappingEntry[] {
  const discriminator = ownObject(target, 'discriminator');
  return ownString(discriminator, 'propertyName') === property ? readMapping(document, discriminator) : [];
}

/** The values of each leaf, if all have some and no two the same. */
function leafValues(tag: ExplicitTag, leaves: readonly Branch[], mapped: Mapped): TagValue[][] | undefined {
  const allowed = leaves.map((leaf) => allowedValues(tag, leaf));
  const named = leaves.map((leaf, index) => namedValues(tag, leaf, { mapped, allowed: allowed[index] }));
  const stated = allowed.map((values) => values ?? []);
  // a branch's own constants say more than a name that happens to be one of them
  const sure = leaves.every((leaf, index) => isMapped(leaf, mapped) || (stated[index]?.length ?? 0) > 0);
  const first = leaves.map((leaf, index) => (isMapped(leaf, mapped) ? (named[index] ?? []) : (stated[index] ?? [])));
  if (sure && areDistinct(first)) return first;
  if (areDistinct(named)) return named;
  const claimed = new Set(named.flat());
  const rest = named.map((values, index) =>
    values.length > 0 ? values : (stated[index] ?? []).filter((value) => !claimed.has(value)),
  );
  return areDistinct(rest) ? rest : undefined;
}

function isMapped(leaf: Branch, mapped: Mapped): boolean {
  return mapped.has(keyOf(leaf) ?? '');
}

/** The values that a mapping has for each component, or for each reference that leads to none. */
type Mapped = ReadonlyMap<string, readonly string[]>;

function byKey(entries: readonly MappingEntry[]): Mapped {
  const groups = groupBy(entries, ({ ref }) => componentKey(ref) ?? ref);
  return new Map([...groups].map(([key, group]) => [key, group.map(({ value }) => value)]));
}

function areDistinct(values: readonly (readonly TagValue[])[]): boolean {
  const all = values.flat();
  return values.every((list) => list.length > 0) && new Set(all).size === all.length;
}

function allowedValues({ document, property }: ExplicitTag, leaf: Branch): TagValue[] | undefined {
  if (!leaf.target) return undefined;
  const { constants } = branchTag(document, leaf.target, { property, branchName: leaf.name });
  return constants?.sureness === 'certain' ? [...constants.values] : undefined;
}

/** The values that the mapping has for a branch, or the name of its component, as the property writes them. */
function namedValues(
  { document, property }: ExplicitTag,
  leaf: Branch,
  { mapped, allowed }: { readonly mapped: Mapped; readonly allowed: TagValue[] | undefined },
): TagValue[] {
  const key = keyOf(leaf);
  if (key === undefined || !leaf.target) return [];
  const own = mapped.get(key) ?? [];
  const component = componentKey(leaf.ref);
  const texts = own.length > 0 ? own : component === undefined ? [] : [component];
  const { target } = leaf;
  if (!allowed) return unique(texts.flatMap((text) => typedValues(document, target, property, text)));
  return unique(
    texts.flatMap((text) => {
      const same = allowed.find((value) => String(value) === text);
      return same ?? allowed.find((value) => soundAlike(String(value), text)) ?? [];
    }),
  );
}

/**
 * All schemas that some branch is built on, the branches themselves only where another is built on them; and those branches
 * that are unions another branch is one of.
 */
function foundationsOf({ document, branches }: ExplicitTag): Set<JsonObject> {
  const targets = branches.map(({ target }) => target).filter((target) => target !== undefined);
  const parts = targets.flatMap((target) =>
    partsOf(document, target).flatMap(({ part }) => (part === target ? [] : [part])),
  );
  const known = new Set(targets);
  return new Set([...parts, ...targets.filter((target) => hasBranchAmong(document, target, known, new Set([target])))]);
}

/** Whether a schema is a union, or one of unions, with a branch among some schemas. */
function hasBranchAmong(
  document: JsonObject,
  schema: JsonObject,
  wanted: ReadonlySet<JsonObject>,
  seen: Set<JsonObject>,
): boolean {
  return readBranches(document, schema).some(({ target }) => {
    if (!target || seen.has(target)) return false;
    seen.add(target);
    return wanted.has(target) || hasBranchAmong(document, target, wanted, seen);
  });
}
