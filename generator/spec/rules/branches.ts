import { isObject, ownArray, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { unique } from '../../base/order.ts';
import { certainConstants, hintedConstant, type Constants } from './constants.ts';
import { findProperty, isBareReference, partsOf, propertyNames, referred } from './properties.ts';

/** One branch of a union that is not null. */
export interface Branch {
  /** The schema as the union lists it, or, where that is only "this or null", the schema beside null. */
  readonly schema: JsonObject;
  /** The schema to look at: the component, if the branch refers to one; undefined where it is no object. */
  readonly target: JsonObject | undefined;
  readonly ref: string | undefined;
  /** Component name and titles, for signals and reports. */
  readonly name: string;
}

/** The branches of a `oneOf` or `anyOf`, null left out. */
export function readBranches(document: JsonObject, union: JsonObject): Branch[] {
  const discriminated = union['discriminator'] !== undefined;
  return alternativesOf(union).flatMap((item): Branch[] => {
    if (!isObject(item) || item['type'] === 'null') return [];
    const schema = besideNull(item);
    const bare = isBareReference(schema);
    const ref = bare ? ownString(schema, '$ref') : undefined;
    const found = bare ? referred(document, schema) : schema;
    if (found?.['type'] === 'null') return [];
    // a named discriminator says that the values are objects, where a branch says nothing at all
    const isMeant = found && discriminated && saysNothing(found);
    const target = found && (isMeant || isObjectSchema(document, found)) ? besideNull(found) : undefined;
    const titles = [ref?.split('/').at(-1), ownString(item, 'title'), ownString(found, 'title')];
    return [{ schema, target, ref, name: titles.filter(Boolean).join(' ') }];
  });
}

function saysNothing(schema: JsonObject): boolean {
  return !['type', '$ref', 'allOf', 'oneOf', 'anyOf', 'enum', 'const', 'items', 'not'].some((key) => key in schema);
}

function alternativesOf(schema: JsonObject): JsonValue[] {
  return ownArray(schema, 'oneOf') ?? ownArray(schema, 'anyOf') ?? [];
}

/** The one schema that stands beside null in a union that says nothing else; else the schema itself. */
function besideNull(schema: JsonObject): JsonObject {
  const branches = alternativesOf(schema);
  const others = branches.filter((branch) => isObject(branch) && branch['type'] !== 'null');
  const [only] = others;
  const alone = branches.length === 2 && others.length === 1 && partsOf({}, schema).length === 1;
  return alone && isObject(only) && schema['properties'] === undefined ? only : schema;
}

/** Whether all values of `schema` but null are objects, or can only be meant to be. */
function isObjectSchema(document: JsonObject, schema: JsonObject, depth = 0): boolean {
  return partsOf(document, schema).some(({ part }) => {
    const types = [part['type']].flat().filter((type) => type !== 'null' && type !== undefined);
    if (types.length > 0) return types.length === 1 && types[0] === 'object';
    if (isObject(part['properties'])) return true;
    const branches = alternativesOf(part).filter((branch) => isObject(branch) && branch['type'] !== 'null');
    return (
      depth < 8 &&
      branches.length > 0 &&
      branches.every((branch) => isObject(branch) && isObjectSchema(document, branch, depth + 1))
    );
  });
}

/** What one branch says of the property that may tell it apart. */
export interface BranchTag {
  readonly constants: Constants | undefined;
  readonly required: boolean;
}

/**
 * The constants of `property` in a branch: those that the schemas it is built of state together, else, for a union,
 * those of all its branches, else the one that texts and samples hint at.
 */
export function branchTag(
  document: JsonObject,
  schema: JsonObject,
  { property, branchName }: { readonly property: string; readonly branchName: string },
  depth = 0,
): BranchTag {
  const found = findProperty(document, schema, property);
  const stated = certainConstants(
    document,
    found.places.map((place) => place.schema),
  );
  if (stated) return { constants: stated, required: found.required };
  const nested = partsOf(document, schema).flatMap(({ part }) => {
    const branches = alternativesOf(part).length > 0 ? readBranches(document, part) : [];
    return branches.length > 0 && depth < 6 ? [branches] : [];
  });
  for (const branches of nested) {
    const tags = branches.map((branch) =>
      branchTag(document, branch.target ?? {}, { property, branchName: branch.name }, depth + 1),
    );
    const all = tags.flatMap(({ constants }) => constants ?? []);
    const [first] = all;
    if (!first || all.length < tags.length || all.some(({ sureness }) => sureness !== 'certain')) continue;
    const required = found.required || tags.every((tag) => tag.required);
    return { constants: { ...first, values: unique(all.flatMap(({ values }) => values)) }, required };
  }
  const hinted = found.places
    .map((place) => hintedConstant(document, { name: property, property: place.schema, branchName }))
    .find((constants) => constants !== undefined);
  return { constants: hinted, required: found.required };
}

/** The names of all properties of a branch; of a union, those that all its branches have too. */
export function branchProperties(document: JsonObject, schema: JsonObject, depth = 0): string[] {
  const names = propertyNames(document, schema);
  for (const { part } of partsOf(document, schema)) {
    const branches = depth < 6 ? readBranches(document, part) : [];
    const [first, ...rest] = branches.map((branch) => branchProperties(document, branch.target ?? {}, depth + 1));
    if (first) names.push(...first.filter((name) => rest.every((others) => others.includes(name))));
  }
  return unique(names);
}
