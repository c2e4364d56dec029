import {
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  setOwn,
  stringsOf,
  type JsonObject,
  type JsonValue,
} from '../../base/json.ts';
import { joinPointer } from '../../base/pointer.ts';
import { foundations, isValueExtension, reach, readFamily, type Family } from './family.ts';
import { isRoot, listedKinds, planUnions, type Plan } from './inheritance-plan.ts';
import { componentKey, componentRef } from './mapping.ts';
import { countReferences, pinConstants } from './pin-constants.ts';
import { menderAt } from './mending/mender.ts';
import { holdsNoTag, propertyNames, type TagValue } from './properties.ts';
import { placeOf, type Rule, type RuleContext } from './rule.ts';

/**
 * OAS 3.1, section 4.8.25, and Swagger 2.0's discriminator: a schema that others are built on by `allOf` stands for all
 * of them where it is used as a value, and for what they share where they are built on it. Two schemas say this
 * plainly: `Pet` becomes the union of its kinds, and what they share moves to `PetBase`. A kind that others are built
 * on in turn is a union too; where its own value is among those that tell the kinds apart, `PetItself` is the branch
 * for it. Schemas built on `Pet` that no value belongs to stay built on the union.
 */
export const inheritanceRule: Rule = {
  says: 'A schema whose discriminator tells the schemas built on it apart is the union of them.',
  apply(document, context) {
    const schemas = ownObject(ownObject(document, 'components'), 'schemas');
    if (!schemas) return;
    dropImpossible(document, schemas, context);
    const family = readFamily(document, schemas);
    const roots = Object.keys(schemas).filter((key) => isRoot(family, key));
    if (roots.length === 0) return;
    const plans = planUnions(family, roots, (root) => {
      const reason = 'too many schemas are built on each other';
      const pointer = joinPointer('/components/schemas', root);
      context.report.add('spec/undiscriminated', placeOf(ownObject(schemas, root) ?? {}), { pointer, reason });
    });
    if (plans.size === 0) return;
    rebuild(family, plans);
  },
};

/** A discriminator that names a list or an object tells nothing apart. */
function dropImpossible(document: JsonObject, schemas: JsonObject, context: RuleContext): void {
  for (const schema of Object.values(schemas)) {
    const property = ownString(own(schema, 'discriminator'), 'propertyName');
    if (!isObject(schema) || property === undefined || !holdsNoTag(document, schema, property)) continue;
    delete schema['discriminator'];
    menderAt(context, schema).dropped('the discriminator', `"${property}" holds no text, number or boolean`);
  }
}

function rebuild(family: Family, plans: ReadonlyMap<string, Plan>): void {
  const { document, schemas } = family;
  const kinds = new Set(
    [...plans.values()].flatMap((plan) => [...plan.kinds.keys(), ...listedKinds(family, plan), plan.key]),
  );
  for (const key of kinds) buildOnBases(family, plans, key);
  const references = countReferences(document);
  insert(schemas, new Map([...plans.values()].map((plan) => [plan.key, newSchemas(schemas, plan)])));
  for (const plan of plans.values()) becomeUnion(family, plans, plan);
  pinKinds(family, plans, references);
}

/** What the kinds of a union share, and the branch for its own values. */
function newSchemas(schemas: JsonObject, plan: Plan): [string, JsonObject][] {
  const schema = ownObject(schemas, plan.key) ?? {};
  const base: [string, JsonObject] = [plan.base, baseOf(schema)];
  if (plan.itself === undefined) return [base];
  const itself: JsonObject = { allOf: [{ $ref: componentRef(plan.base) }] };
  const evidence = schema['x-evidence'];
  if (evidence !== undefined) itself['x-evidence'] = structuredClone(evidence);
  return [base, [plan.itself, itself]];
}

/** Lets `key` be built on what the kinds of a union share, not on the union, wherever it is one of these kinds. */
function buildOnBases(family: Family, plans: ReadonlyMap<string, Plan>, key: string): void {
  for (const reference of foundations(family.schemas[key])) {
    const plan = plans.get(componentKey(ownString(reference, '$ref')) ?? '');
    if (plan) reference['$ref'] = componentRef(plan.base);
  }
}

/** What a schema only tells about itself: it stays with the union. */
const told = ['title', 'examples', 'example', 'default', 'nullable', 'x-nullable', 'discriminator'];
const toldTwice = ['description', 'deprecated', 'externalDocs', 'x-evidence'];

function baseOf(schema: JsonObject): JsonObject {
  const base = structuredClone(schema);
  for (const key of Object.keys(base))
    if ([...told, 'oneOf', 'anyOf'].includes(key) || isValueExtension(key)) delete base[key];
  const types = base['type'];
  if (Array.isArray(types)) base['type'] = types.length <= 2 ? 'object' : types.filter((type) => type !== 'null');
  return base;
}

function becomeUnion(family: Family, plans: ReadonlyMap<string, Plan>, plan: Plan): void {
  const schema = ownObject(family.schemas, plan.key) ?? {};
  const discriminator = ownObject(schema, 'discriminator');
  const nullable = Array.isArray(schema['type']) && schema['type'].includes('null');
  const listed = ['oneOf', 'anyOf'].filter((keyword) => ownArray(schema, keyword));
  for (const key of Object.keys(schema)) {
    if (![...told, ...toldTwice, ...listed].includes(key) && !key.startsWith('x-')) delete schema[key];
  }
  if (listed.length > 0) {
    for (const keyword of listed)
      schema[keyword] = (ownArray(schema, keyword) ?? []).map((one) => joined(family, plan, one));
    return;
  }
  const branches = branchesOf(family, plans, plan);
  const oneOf: JsonObject[] = branches.map(({ key, isPart }) =>
    isPart ? { $ref: componentRef(key) } : branchSchema(family, plan, key),
  );
  const mapping: JsonObject = {};
  for (const { key, values } of branches) for (const value of values) setOwn(mapping, String(value), componentRef(key));
  schema['oneOf'] = nullable ? [...oneOf, { type: 'null' }] : oneOf;
  schema['discriminator'] = { ...discriminator, propertyName: plan.property, mapping };
}

/** A branch that the document lists itself: one not built on the union's schema holds together with what they share. */
function joined(family: Family, plan: Plan, branch: JsonValue): JsonValue {
  const key = componentKey(ownString(branch, '$ref'));
  const isKind = key !== undefined && reach(family.childrenOf, plan.key).has(key);
  if (isKind || !isObject(branch) || branch['type'] === 'null') return branch;
  return { allOf: [{ $ref: componentRef(plan.base) }, branch] };
}

/** A component that is a branch of a plan's union. */
interface UnionBranch {
  readonly key: string;
  readonly values: readonly TagValue[];
  /** It was made here, for the own values of a component. */
  readonly isPart: boolean;
}

/** The components that are the branches of a plan's union, in document order, those of inner unions in their place. */
function branchesOf(family: Family, plans: ReadonlyMap<string, Plan>, plan: Plan): UnionBranch[] {
  const order = new Map(Object.keys(family.schemas).map((key, index) => [key, index]));
  const at = ([key]: readonly [string, unknown]): number => order.get(key) ?? 0;
  const kinds = [...plan.kinds].toSorted((left, right) => at(left) - at(right));
  const own = plan.itself === undefined ? [] : [{ key: plan.itself, values: plan.own, isPart: true }];
  const otherwise = [...plan.kinds.keys()].filter((key) => (plans.get(key) ?? plan).property !== plan.property);
  const others = kinds.flatMap(([key, values]) => {
    const inner = plans.get(key);
    // these are told apart by another property, within the union of theirs
    if (otherwise.some((one) => reach(family.parentsOf, key).has(one))) return [];
    if (!inner || inner.property !== plan.property) return [{ key, values, isPart: false }];
    return inner.itself === undefined ? [] : [{ key: inner.itself, values, isPart: true }];
  });
  return [...own, ...others];
}

/** A kind that the mapping names without its being built on the schema still has what all of them share. */
function branchSchema(family: Family, plan: Plan, key: string): JsonObject {
  const reference = { $ref: componentRef(key) };
  const schema = ownObject(family.schemas, key);
  if (!schema || reach(family.childrenOf, plan.key).has(key)) return reference;
  const names = new Set(propertyNames(family.document, schema));
  const base = ownObject(family.schemas, plan.base) ?? {};
  const isWhole = propertyNames(family.document, base).every((name) => names.has(name));
  return isWhole ? reference : { allOf: [{ $ref: componentRef(plan.base) }, reference] };
}

/** Puts new components right after those they were made of. */
function insert(schemas: JsonObject, added: ReadonlyMap<string, readonly [string, JsonObject][]>): void {
  const entries = Object.entries(schemas).flatMap(([key, schema]): [string, JsonValue][] => [
    [key, schema],
    ...(added.get(key) ?? []),
  ]);
  for (const key of Object.keys(schemas)) delete schemas[key];
  for (const [key, schema] of entries) setOwn(schemas, key, schema);
}

/** Pins the values of each kind: in the kind, or, where others are built on it in turn, in its schema for itself. */
function pinKinds(family: Family, plans: ReadonlyMap<string, Plan>, references: ReadonlyMap<string, number>): void {
  for (const plan of plans.values()) {
    const evidence = stringsOf(ownObject(family.schemas, plan.key)?.['x-evidence']);
    for (const { key, values } of branchesOf(family, plans, plan)) {
      const inner = plans.get(key);
      const branch = ownObject(family.schemas, inner ? inner.base : key);
      const constants = { values, sureness: 'certain', signal: 'the discriminator maps it' } as const;
      if (branch) pinConstants(family.document, references, { branch, property: plan.property, constants, evidence });
    }
  }
}
