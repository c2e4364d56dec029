import { isObject, ownArray, ownObject, ownString, setOwn, type JsonObject, stringsOf } from '../../base/json.ts';
import { unique } from '../../base/order.ts';
import { resolveSchema, visitSchemas } from '../walk.ts';
import { constantsOf, findProperty, propertyNames, type Constants } from './constants.ts';
import { countReferences, pinConstants } from './pin-constants.ts';
import { placeOf, type Rule, type RuleContext } from './rule.ts';

/**
 * OAS 3.1, section 4.8.25. A discriminator that is named gets its full mapping; one that is not named is inferred where
 * every branch is an object that requires the same property with constants no other branch has.
 */
export const discriminatorsRule: Rule = {
  says: 'A union that one property tells apart names it, maps its values, and pins them in the branches.',
  apply(document, context) {
    const unions: { schema: JsonObject; pointer: string }[] = [];
    visitSchemas(document, (schema, pointer) => {
      if (Array.isArray(schema['oneOf']) || Array.isArray(schema['anyOf'])) unions.push({ schema, pointer });
    });
    const references = countReferences(document);
    for (const { schema, pointer } of unions) {
      const branches = readBranches(document, schema);
      if (branches.length < 2 || branches.some((branch) => branch.target === undefined)) continue;
      const named = ownString(ownObject(schema, 'discriminator'), 'propertyName');
      const union = { document, references, schema, pointer, branches };
      if (named === undefined) inferTag(union, context);
      else completeMapping(union, named);
    }
  },
};

/** A union of objects, where it stands, and the document around it. */
interface Union {
  readonly document: JsonObject;
  readonly references: ReadonlyMap<string, number>;
  readonly schema: JsonObject;
  readonly pointer: string;
  readonly branches: readonly Branch[];
}

interface Branch {
  readonly schema: JsonObject;
  /** The object schema that a reference leads to; undefined where it is no object. */
  readonly target: JsonObject | undefined;
  readonly ref: string | undefined;
  /** Component name and title, for signals and reports. */
  readonly name: string;
}

function readBranches(document: JsonObject, union: JsonObject): Branch[] {
  const list = ownArray(union, 'oneOf') ?? ownArray(union, 'anyOf') ?? [];
  const branches: Branch[] = [];
  for (const item of list) {
    const target = resolveSchema(document, item);
    if (!isObject(item) || target?.['type'] === 'null') continue;
    const ref = ownString(item, '$ref');
    const name = [ref?.split('/').at(-1), ownString(item, 'title'), ownString(target, 'title')]
      .filter(Boolean)
      .join(' ');
    branches.push({ schema: item, target: target && isObjectSchema(target) ? target : undefined, ref, name });
  }
  return branches;
}

function isObjectSchema(schema: JsonObject): boolean {
  const { type } = schema;
  return (
    type === 'object' || (type === undefined && (isObject(schema['properties']) || Array.isArray(schema['allOf'])))
  );
}

/** A property that could tell the branches apart: its constants in each branch. */
interface Tag {
  readonly property: string;
  readonly constants: readonly Constants[];
}

function inferTag({ document, references, schema: union, pointer, branches }: Union, context: RuleContext): void {
  if (context.inference === 'off') return;
  const { tag, reason } = findTag(document, branches);
  const place = placeOf(union) ?? branches.map((branch) => placeOf(branch.target ?? {})).find(Boolean);
  if (!tag) {
    context.report.add('spec/undiscriminated', place, { pointer, reason });
    return;
  }
  const certain = tag.constants.every((one) => one.sureness === 'certain');
  const code = context.inference === 'report' ? 'spec/reported-discriminator' : 'spec/inferred-discriminator';
  if (!certain || context.inference === 'report')
    context.report.add(code, place, { pointer, property: tag.property, reason });
  if (context.inference === 'report') return;
  union['discriminator'] = {
    propertyName: tag.property,
    ...mappingOf(
      branches,
      tag.constants.map((one) => one.values),
    ),
  };
  union['x-inferred'] =
    `discriminator: "${tag.property}" is required in each of the ${branches.length} branches with values no other has; ${reason}`;
  const evidence = unique([
    ...stringsOf(union['x-evidence']),
    ...branches.flatMap((branch) => tagEvidence(document, branch, tag.property)),
  ]);
  if (evidence.length > 0) union['x-evidence'] = evidence;
  branches.forEach((branch, index) =>
    pinConstants(document, references, branch.target ?? {}, tag.property, tag.constants[index]),
  );
}

function tagEvidence(document: JsonObject, branch: Branch, property: string): string[] {
  const found = branch.target && findProperty(document, branch.target, property);
  return found ? stringsOf(resolveSchema(document, found.schema)?.['x-evidence']) : [];
}

/** The best property to tell the branches apart, or why there is none. */
function findTag(document: JsonObject, branches: readonly Branch[]): { tag?: Tag; reason: string } {
  const reasons: string[] = [];
  const tags: Tag[] = [];
  const [first, ...rest] = branches.map((branch) => propertyNames(document, branch.target ?? {}));
  const shared = (first ?? []).filter((name) => rest.every((names) => names.includes(name)));
  if (shared.length === 0) return { reason: 'no property stands in every branch' };
  for (const property of shared) {
    const found = branches.map((branch) => findProperty(document, branch.target ?? {}, property));
    const constants = branches.flatMap((branch, index) => {
      const schema = found[index]?.schema;
      return (schema && constantsOf(document, { name: property, property: schema, branchName: branch.name })) ?? [];
    });
    if (constants.length < branches.length) continue;
    const values = constants.flatMap((one) => one.values);
    if (new Set(values).size < values.length) reasons.push(`"${property}" has the same value in two branches`);
    else if (!found.every((one) => one?.required)) reasons.push(`"${property}" is not required in every branch`);
    else tags.push({ property, constants });
  }
  const tag = tags.toSorted((left, right) => rank(left) - rank(right))[0];
  if (!tag) return { reason: reasons[0] ?? 'no shared property has a constant in every branch' };
  return { tag, reason: unique(tag.constants.map(signalText)).join(', ') };
}

function signalText({ signal, sureness }: Constants): string {
  return sureness === 'certain' ? signal : `${signal} (${sureness} confidence)`;
}

/** Certain constants first, then the customary names, then the order of the properties (the sort is stable). */
function rank(tag: Tag): number {
  const custom = ['type', 'kind'].indexOf(tag.property);
  return (tag.constants.every((one) => one.sureness === 'certain') ? 0 : 10) + (custom === -1 ? 2 : custom);
}

/** `mapping`, where every branch is a reference: OpenAPI can map to nothing else. */
function mappingOf(
  branches: readonly Branch[],
  values: readonly (readonly (string | number | boolean)[])[],
): JsonObject {
  if (!branches.every((branch) => branch.ref !== undefined)) return {};
  const mapping: JsonObject = {};
  branches.forEach((branch, index) => {
    for (const value of values[index] ?? []) setOwn(mapping, String(value), branch.ref ?? '');
  });
  return { mapping };
}

/** Adds to an explicit discriminator what it leaves to be understood: the names of the schemas are its values. */
function completeMapping({ document, references, schema: union, branches }: Union, property: string): void {
  const discriminator = ownObject(union, 'discriminator') ?? {};
  const given = Object.entries(ownObject(discriminator, 'mapping') ?? {}).map(([value, target]): [string, string] => [
    value,
    typeof target === 'string' && !/[#/.]/.test(target) ? `#/components/schemas/${target}` : String(target),
  ]);
  const values = branches.map((branch) => valuesOf(document, branch, property, given));
  if (values.some((list) => list === undefined)) return;
  const known = values.map((list) => list ?? []);
  union['discriminator'] = { ...discriminator, propertyName: property, ...mappingOf(branches, known) };
  branches.forEach((branch, index) => {
    const list = known[index];
    if (list && branch.target)
      pinConstants(document, references, branch.target, property, {
        values: list,
        sureness: 'certain',
        signal: 'the discriminator maps it',
      });
  });
}

function valuesOf(
  document: JsonObject,
  branch: Branch,
  property: string,
  mapping: readonly (readonly [string, string])[],
): readonly (string | number | boolean)[] | undefined {
  const mapped = mapping.filter(([, target]) => target === branch.ref).map(([value]) => value);
  if (mapped.length > 0) return mapped;
  const found = branch.target && findProperty(document, branch.target, property);
  const constants = found && constantsOf(document, { name: property, property: found.schema, branchName: branch.name });
  if (constants?.sureness === 'certain') return constants.values;
  const component = branch.ref?.startsWith('#/components/schemas/') ? branch.ref.split('/').at(-1) : undefined;
  return component === undefined ? undefined : [component];
}
