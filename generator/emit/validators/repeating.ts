import type { Identifier } from '../../base/names.ts';
import type { Schema } from '../../model/model.ts';
import { jsonTypes, type JsonType } from './json-types.ts';
import { partsOf, type SchemasByName } from './parts.ts';

/**
 * The numbers of the cycles in which one value may be tested by more than one way, so that the ways would double with
 * each level: a union without a tag whose branches both lead back, an `allOf` of two such parts, and the like.
 */
export function findRepeating(schemas: SchemasByName, cycles: ReadonlyMap<Identifier, number>): ReadonlySet<number> {
  const repeating = new Set<number>();
  for (const [name, schema] of schemas) {
    const cycle = cycles.get(name);
    if (cycle === undefined || repeating.has(cycle)) continue;
    const leadsBack = (other: Identifier): boolean => cycles.get(other) === cycle;
    if (waysBack(schema, { schemas, leadsBack }) > 1) repeating.add(cycle);
  }
  return repeating;
}

interface Search {
  readonly schemas: SchemasByName;
  readonly leadsBack: (name: Identifier) => boolean;
}

/** How many times, at most, a value inside the value of `schema` (or that value itself) is tested on the way back. */
function waysBack(schema: Schema, search: Search): number {
  const { unevaluated, ...bare } = schema;
  // leftovers are found by going through the schema once, and tested by nothing else
  const rest = unevaluated ? partsOf({ ...nothing(schema), unevaluated }) : [];
  return most([ownWays(bare, search), ...rest.map((part) => waysBack(part, search))]);
}

function nothing({ pointer, docs, hedged }: Schema): Schema {
  return { kind: 'unknown', pointer, docs, hedged };
}

function ownWays(schema: Schema, search: Search): number {
  const go = (part: Schema): number => waysBack(part, search);
  switch (schema.kind) {
    case 'reference':
      return search.leadsBack(schema.name) ? 1 : 0;
    case 'object': {
      const named = most(schema.properties.map((property) => go(property.schema)));
      const matching = sum(schema.patternProperties.map((one) => go(one.schema)));
      return Math.max(named + matching, go(schema.additional));
    }
    case 'array':
      return most([...schema.prefixItems, schema.items].map(go)) + (schema.contains ? go(schema.contains.schema) : 0);
    case 'intersection':
      return sum(schema.members.map(go));
    case 'union':
      return schema.tag ? most(schema.branches.map(go)) : waysOfBranches(schema.branches, search);
    case 'not':
      return go(schema.schema);
    case 'conditional':
      return go(schema.condition) + Math.max(go(schema.whenTrue), go(schema.whenFalse));
    default:
      return 0;
  }
}

/** Branches for other types of values are left at once. */
function waysOfBranches(branches: readonly Schema[], search: Search): number {
  const types: readonly JsonType[] = ['object', 'array'];
  const ways = branches.map((branch) => ({
    types: jsonTypes(branch, search.schemas),
    count: waysBack(branch, search),
  }));
  return most(types.map((type) => sum(ways.filter((way) => way.types?.has(type) ?? true).map((way) => way.count))));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((left, right) => left + right, 0);
}

function most(counts: readonly number[]): number {
  return counts.reduce((left, right) => Math.max(left, right), 0);
}
