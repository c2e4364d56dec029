import { ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { unique } from '../../base/order.ts';
import { discriminatorProperty, reach, readHierarchy, valuesIn, type Family } from './family.ts';
import { componentKey } from './mapping.ts';
import type { TagValue } from './properties.ts';

/** What becomes of a component that others are built on. */
export interface Plan {
  readonly key: string;
  /** Name of the component that holds what its kinds share. */
  readonly base: string;
  /** Name of the component for its own values, if it has some. */
  readonly itself: string | undefined;
  readonly property: string;
  /** The values of each component, by property. */
  readonly kinds: ReadonlyMap<string, readonly TagValue[]>;
  readonly own: readonly TagValue[];
}

/** Whether a component stands for those built on it: by its discriminator, or because it lists some of them itself. */
export function isRoot(family: Family, key: string): boolean {
  const schema = ownObject(family.schemas, key);
  const branches = schema ? alternatives(schema) : [];
  // who is below is the longer question
  if (branches.length === 0 && discriminatorProperty(family, key) === undefined) return false;
  const children = reach(family.childrenOf, key);
  if (children.size === 0 || children.has(key)) return false;
  if (branches.length > 0)
    return branches.some((branch) => children.has(componentKey(ownString(branch, '$ref')) ?? ''));
  return true;
}

function alternatives(schema: JsonObject): JsonValue[] {
  return [...(ownArray(schema, 'oneOf') ?? []), ...(ownArray(schema, 'anyOf') ?? [])];
}

const mostKinds = 1000;
/** More branches than this, in all unions of one root together, help nobody. */
const mostBranches = 3000;

/** A plan for each root, and for each kind of it that further kinds are built on; outer roots first. `tooMany` hears of roots left alone. */
export function planUnions(
  family: Family,
  roots: readonly string[],
  tooMany: (root: string) => void,
): Map<string, Plan> {
  const taken = new Set(Object.keys(family.schemas));
  const free = (wanted: string): string => {
    let name = wanted;
    for (let count = 2; taken.has(name); count += 1) name = `${wanted}${count}`;
    taken.add(name);
    return name;
  };
  const plans = new Map<string, Plan>();
  const depths = new Map(roots.map((root) => [root, reach(family.parentsOf, root).size]));
  const outerFirst = roots.toSorted((left, right) => (depths.get(left) ?? 0) - (depths.get(right) ?? 0));
  for (const root of outerFirst) {
    if (plans.has(root)) continue;
    const found = reach(family.childrenOf, root).size > mostKinds ? undefined : plansOf(family, root);
    // each has a branch for all below it: in a chain their number grows with the square of its length
    if (!found || found.reduce((sum, { kinds }) => sum + kinds.size, 0) > mostBranches) {
      tooMany(root);
      continue;
    }
    for (const plan of found) {
      if (plans.has(plan.key)) continue;
      const base = free(`${plan.key}Base`);
      plans.set(plan.key, { ...plan, base, itself: plan.own.length > 0 ? free(`${plan.key}Itself`) : undefined });
    }
  }
  return plans;
}

function plansOf(family: Family, root: string): Omit<Plan, 'base' | 'itself'>[] {
  const listed = alternatives(ownObject(family.schemas, root) ?? {});
  const property = discriminatorProperty(family, root) ?? '';
  if (listed.length > 0) return [{ key: root, property, kinds: new Map(), own: [] }];
  const hierarchy = readHierarchy(family, root, property);
  const kinds = new Map<string, readonly TagValue[]>();
  for (const key of [...reach(family.childrenOf, root), ...hierarchy.mapped.keys()]) {
    const values = key === root ? [] : valuesIn(family, hierarchy, key);
    if (values.length > 0) kinds.set(key, values);
  }
  if (kinds.size === 0) return [];
  const claimed = new Set([...kinds.values()].flat().map(String));
  const rest = (hierarchy.allowed ?? []).filter((value) => !claimed.has(String(value)));
  const plans = [{ key: root, property, kinds, own: unique([...(hierarchy.mapped.get(root) ?? []), ...rest]) }];
  for (const key of reach(family.childrenOf, root)) {
    const below = reach(family.childrenOf, key);
    const inner = new Map([...kinds].filter(([kind]) => below.has(kind)));
    if (inner.size > 0 && !below.has(key))
      plans.push({ key, property, kinds: inner, own: [...(kinds.get(key) ?? [])] });
  }
  return plans;
}

/** What a union that lists its branches itself has among those built on it, and what stands between. */
export function listedKinds(family: Family, plan: Plan): string[] {
  const below = reach(family.childrenOf, plan.key);
  const listed = alternatives(ownObject(family.schemas, plan.key) ?? {}).flatMap(
    (branch) => componentKey(ownString(branch, '$ref')) ?? [],
  );
  const starts = listed.filter((key) => below.has(key));
  // what stands between a branch and the schema it is built on must not lead back to the union either
  return unique(starts.flatMap((key) => [key, ...reach(family.parentsOf, key)])).filter((key) => below.has(key));
}
