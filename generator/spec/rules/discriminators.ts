import { ownObject, ownString, setOwn, type JsonObject, stringsOf } from '../../base/json.ts';
import { unique } from '../../base/order.ts';
import { resolveSchema, visitSchemas } from '../walk.ts';
import { branchProperties, branchTag, readBranches, type Branch } from './branches.ts';
import type { Constants } from './constants.ts';
import { explicitPins, type ExplicitTag } from './explicit-tag.ts';
import { countReferences, pinConstants, type Pin } from './pin-constants.ts';
import { findProperty } from './properties.ts';
import { placeOf, type Rule, type RuleContext } from './rule.ts';

/**
 * OAS 3.1, section 4.8.25. A discriminator that is named gets its full mapping; one that is not named is inferred where
 * every branch is an object that requires the same property with constants no other branch has. Gives
 * `spec/inferred-discriminator`, `spec/reported-discriminator` and `spec/stray-mapping`.
 */
export const discriminatorsRule: Rule = {
  says: 'A union that one property tells apart names it, maps its values, and pins them in the branches.',
  apply(document, context) {
    const unions: Listed[] = [];
    visitSchemas(document, (schema, pointer) => {
      if (Array.isArray(schema['oneOf']) || Array.isArray(schema['anyOf'])) unions.push({ schema, pointer });
    });
    const references = countReferences(document);
    const read = (some: readonly Listed[]): Union[] =>
      some.flatMap(({ schema, pointer }): Union[] => {
        const branches = readBranches(document, schema);
        return branches.length < 2 ? [] : [{ document, schema, pointer, branches }];
      });
    const [named, others] = partition(unions, ({ schema }) => propertyOf(schema) !== undefined);
    // all is read before anything is pinned: a branch may serve in several unions
    const pins = read(named).flatMap((union) =>
      completeMapping({ ...union, property: propertyOf(union.schema) ?? '' }, context),
    );
    for (const pin of united(pins)) pinConstants(document, references, pin);
    // what says nothing else is an object once it is pinned
    inferTags({ document, unions: read(others) }, references, context);
  },
};

function propertyOf(schema: JsonObject): string | undefined {
  return ownString(ownObject(schema, 'discriminator'), 'propertyName');
}

function partition<T>(values: readonly T[], test: (value: T) => boolean): [T[], T[]] {
  return [values.filter(test), values.filter((value) => !test(value))];
}

/** What is inferred for one union may be what tells another apart that it is a branch of, so all are asked again. */
function inferTags(
  { document, unions }: { readonly document: JsonObject; readonly unions: readonly Union[] },
  references: ReadonlyMap<string, number>,
  context: RuleContext,
): void {
  let open = unions;
  for (let pinned = true; pinned && context.inference !== 'off';) {
    const pins: Pin[] = [];
    open = open.filter((union) => {
      const found = inferTag(union, context);
      pins.push(...(found ?? []));
      return !found;
    });
    for (const pin of united(pins)) pinConstants(document, references, pin);
    pinned = pins.length > 0 && open.length > 0;
  }
}

/** A schema that lists alternatives, and where it stands. */
interface Listed {
  readonly schema: JsonObject;
  readonly pointer: string;
}

/** A union of objects, where it stands, and the document around it. */
interface Union extends Listed {
  readonly document: JsonObject;
  readonly branches: readonly Branch[];
}

/** One pin for each property of each schema, with the values that all unions it serves in give it, where these are not stated. */
function united(pins: readonly Pin[]): Pin[] {
  const byBranch = new Map<JsonObject, Map<string, Pin>>();
  for (const pin of pins) {
    const known = byBranch.get(pin.branch) ?? new Map<string, Pin>();
    const before = known.get(pin.property);
    const values = unique([...(before?.constants.values ?? []), ...pin.constants.values]);
    known.set(pin.property, { ...pin, constants: { ...(before ?? pin).constants, values } });
    byBranch.set(pin.branch, known);
  }
  const all = [...byBranch.values()].flatMap((known) => [...known.values()]);
  return all.filter(({ stated, constants }) => !stated || stated.length > constants.values.length);
}

/** A property that could tell the branches apart: its constants in each branch. */
interface Tag {
  readonly property: string;
  readonly constants: readonly Constants[];
}

/** What is to be pinned for the tag of a union that was found, and written down; undefined where none was found. */
function inferTag({ document, schema: union, pointer, branches }: Union, context: RuleContext): Pin[] | undefined {
  if (branches.some((branch) => branch.target === undefined)) return undefined;
  const tag = findTag(document, branches);
  if (!tag) return undefined;
  const place = placeOf(union) ?? branches.map((branch) => placeOf(branch.target ?? {})).find(Boolean);
  const reason = unique(tag.constants.map(signalText)).join(', ');
  const certain = tag.constants.every((one) => one.sureness === 'certain');
  const code = context.inference === 'report' ? 'spec/reported-discriminator' : 'spec/inferred-discriminator';
  if (!certain || context.inference === 'report')
    context.report.add(code, place, { pointer, property: tag.property, reason });
  if (context.inference === 'report') return [];
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
  return branches.flatMap(({ target }, index): Pin[] => {
    const constants = tag.constants[index];
    // what is certain is stated already
    const isHint = constants !== undefined && constants.sureness !== 'certain';
    return target && isHint ? [{ branch: target, property: tag.property, constants }] : [];
  });
}

function tagEvidence(document: JsonObject, branch: Branch, property: string): string[] {
  const [found] = branch.target ? findProperty(document, branch.target, property).places : [];
  return found ? stringsOf(resolveSchema(document, found.schema)?.['x-evidence']) : [];
}

/** The best property to tell the branches apart, if there is one. */
function findTag(document: JsonObject, branches: readonly Branch[]): Tag | undefined {
  const [first, ...rest] = branches.map((branch) => new Set(branchProperties(document, branch.target ?? {})));
  const shared = [...(first ?? [])].filter((name) => rest.every((names) => names.has(name)));
  const tags = shared.flatMap((property): Tag[] => {
    const found = branches.map((branch) =>
      branchTag(document, branch.target ?? {}, { property, branchName: branch.name }),
    );
    const constants = found.flatMap((one) => (one.required ? (one.constants ?? []) : []));
    const values = constants.flatMap((one) => one.values);
    const distinct = constants.length === branches.length && new Set(values).size === values.length;
    return distinct ? [{ property, constants }] : [];
  });
  return tags.toSorted((left, right) => rank(left) - rank(right))[0];
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

/** Adds to an explicit discriminator what it leaves to be understood, and says what it maps to no branch. */
function completeMapping(tag: ExplicitTag & { readonly pointer: string }, context: RuleContext): readonly Pin[] {
  const { schema, branches, property } = tag;
  const { values, pins, strays } = explicitPins(tag);
  for (const { value, ref } of strays)
    context.report.add('spec/stray-mapping', placeOf(schema), { pointer: tag.pointer, value, ref });
  if (!values) return [];
  const discriminator = ownObject(schema, 'discriminator') ?? {};
  schema['discriminator'] = { ...discriminator, propertyName: property, ...mappingOf(branches, values) };
  return pins;
}
