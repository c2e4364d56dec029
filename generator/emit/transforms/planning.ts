import type { JsonValue } from '../../base/json.ts';
import type { Identifier } from '../../base/names.ts';
import type { Api, ObjectSchema, Schema, UnionSchema } from '../../model/model.ts';
import type { SchemasByName } from './fits.ts';
import type { BranchPlan, MembersPlan, Plan, Plans, Purpose, TaggedBranch } from './plan.ts';
import { isTypeable, jsonTypesOf } from './telling.ts';

interface Planning {
  readonly schemas: SchemasByName;
  readonly purpose: Purpose;
  /** The schemas that are known to have something to do. */
  readonly useful: ReadonlySet<Identifier>;
  /** The intersections around what is planned, outermost first: nothing names what they put together. */
  readonly within: readonly Schema[];
}

/** Intersections in intersections deeper than this, and those in themselves, are left alone. */
const mostWithin = 3;

/** What is to be done with the values of each named schema; those that documents only hint at are left alone. */
export function planAll(api: Api, purpose: Purpose): Plans {
  const schemas = new Map(api.schemas.map(({ name, schema }) => [name, schema]));
  const useful = findUseful(schemas, purpose);
  const plans = new Map<Identifier, Plan>();
  for (const [name, schema] of schemas) {
    const plan = useful.has(name) ? planOf({ schemas, purpose, useful, within: [] }, schema) : undefined;
    if (plan) plans.set(name, plan);
  }
  return plans;
}

/** What refers to a schema with something to do may have something to do itself: asked again whenever one is found. */
function findUseful(schemas: SchemasByName, purpose: Purpose): ReadonlySet<Identifier> {
  const useful = new Set<Identifier>();
  const users = usersOf(schemas);
  const pending = [...schemas.keys()];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const schema = schemas.get(name);
    if (useful.has(name) || !schema || !planOf({ schemas, purpose, useful, within: [] }, schema)) continue;
    useful.add(name);
    pending.push(...(users.get(name) ?? []));
  }
  return useful;
}

/** For each name the schemas that refer to it. */
function usersOf(schemas: SchemasByName): ReadonlyMap<Identifier, readonly Identifier[]> {
  const users = new Map<Identifier, Identifier[]>();
  const visit = (schema: Schema, user: Identifier): void => {
    if (schema.kind === 'reference') users.set(schema.name, [...(users.get(schema.name) ?? []), user]);
    for (const part of plannedParts(schema)) visit(part, user);
  };
  for (const [name, schema] of schemas) visit(schema, name);
  return users;
}

/** The parts of a schema that plans go into. */
function plannedParts(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case 'array':
      return [schema.items];
    case 'object':
      return [...schema.properties.map((property) => property.schema), schema.additional];
    case 'union':
      return schema.branches;
    case 'intersection':
      return schema.members;
    default:
      return [];
  }
}

function planOf(planning: Planning, schema: Schema): Plan | undefined {
  if (schema.hedged) return undefined;
  const leaf = planning.purpose.leafOf(schema);
  if (leaf !== undefined) return { kind: 'leaf', leaf };
  switch (schema.kind) {
    case 'reference':
      return planning.useful.has(schema.name) ? { kind: 'named', name: schema.name } : undefined;
    case 'array': {
      const item = schema.typed && schema.prefixItems.length === 0 ? planOf(planning, schema.items) : undefined;
      return item && { kind: 'items', item };
    }
    case 'object':
      return schema.typed ? objectPlan(planning, [schema]) : undefined;
    case 'union':
      return unionPlan(planning, schema);
    case 'intersection':
      return intersectionPlan(planning, schema);
    default:
      return undefined;
  }
}

/** What is done with an object that each of `views` describes. */
function objectPlan(planning: Planning, views: readonly ObjectSchema[]): Plan | undefined {
  const byName = new Map<string, Schema[]>();
  for (const { name, schema } of views.flatMap(({ properties }) => properties))
    byName.set(name, [...(byName.get(name) ?? []), schema]);
  const parts: MembersPlan['parts'][number][] = [];
  const missing: { name: string; value: JsonValue }[] = [];
  for (const [name, schemas] of byName) {
    const plan = schemas.map((schema) => planOf(planning, schema)).find((one) => one !== undefined);
    if (plan) parts.push({ name, plan });
    const value = planning.purpose.missing(schemas);
    if (value !== undefined) missing.push({ name, value });
  }
  if (parts.length + missing.length > 0) return { kind: 'members', parts, missing };
  const [only] = views;
  const isMap = views.length === 1 && byName.size === 0 && only?.patternProperties.length === 0;
  const value = isMap && only ? planOf(planning, only.additional) : undefined;
  return value && { kind: 'values', value };
}

/** The objects that an `allOf` puts together count as one. */
function intersectionPlan(planning: Planning, schema: Schema & { kind: 'intersection' }): Plan | undefined {
  const { within } = planning;
  if (within.includes(schema) || within.length >= mostWithin) return undefined;
  const views = objectViews(planning, schema, new Set());
  if (views.length > 0) return objectPlan({ ...planning, within: [...within, schema] }, views);
  const plans = schema.members.map((member) => planOf(planning, member)).filter((plan) => plan !== undefined);
  const [only] = plans;
  return plans.length === 1 && (only?.kind === 'leaf' || only?.kind === 'named') ? only : undefined;
}

function objectViews(planning: Planning, schema: Schema, seen: Set<Schema>): ObjectSchema[] {
  if (seen.has(schema) || schema.hedged) return [];
  seen.add(schema);
  if (schema.kind === 'object') return [schema];
  if (schema.kind === 'intersection') return schema.members.flatMap((member) => objectViews(planning, member, seen));
  const target = schema.kind === 'reference' ? planning.schemas.get(schema.name) : undefined;
  return target ? objectViews(planning, target, seen) : [];
}

function unionPlan(planning: Planning, { tag, branches }: UnionSchema): Plan | undefined {
  const planned = branches.map((schema): BranchPlan => {
    const plan = planOf(planning, schema);
    return plan ? { schema, plan } : { schema };
  });
  if (planned.every(({ plan }) => plan === undefined)) return undefined;
  // a type is written for each branch, by its name where it has properties
  if (!planned.every(({ schema, plan }) => isTypeable(schema, plan))) return undefined;
  if (tag) {
    if (planned.some(({ schema }) => schema.kind !== 'reference' && schema.kind !== 'null')) return undefined;
    const cases = planned.map((one, index): TaggedBranch => {
      const tags = tag.cases.filter(({ branch }) => branch === index).map(({ value }) => value);
      return { ...one, tags };
    });
    return { kind: 'tagged', property: tag.property, branches: cases, ...(tag.open && { open: true }) };
  }
  if (areApart(planning.schemas, branches)) return { kind: 'apart', branches: planned };
  const isNamed = branches.every((branch) => branch.kind === 'reference' || branch.kind === 'null');
  return isNamed ? { kind: 'fitting', branches: planned } : undefined;
}

/** Whether no value of one branch has the JSON type of a value of another. */
function areApart(schemas: SchemasByName, branches: readonly Schema[]): boolean {
  const types = branches.flatMap((branch) => [...new Set(jsonTypesOf(branch, schemas))]);
  return new Set(types).size === types.length;
}
