import { jsonEqual } from '../base/json.ts';
import { unique } from '../base/order.ts';
import type { Apart, BranchTest, UnionSchema } from './model.ts';
import { isOpen, type Outline } from './outline.ts';

/** Comparing each branch with each takes too long beyond. */
const mostBranches = 150;
/** So does looking for each property of each branch in all others, for each. */
const mostLooks = 200_000_000;

/** A test that all values of one branch pass, and no value of some others. */
interface Candidate {
  readonly test: BranchTest;
  /** The branches that it refuses. */
  readonly refuses: readonly number[];
}

/**
 * What tells the branches of a union without a tag apart: JSON types, listed values, constants, or which keys are
 * required in one and not even declared in the others. The last is how documents are meant, though JSON Schema lets
 * undeclared keys through unless `additionalProperties` is false.
 */
export function tellApart(union: UnionSchema, outlines: readonly Outline[]): Apart {
  const positions = union.branches.flatMap((branch, index) => (branch.kind === 'null' ? [] : [index]));
  if (positions.length > mostBranches)
    return { tests: union.branches.map(() => undefined), reason: `there are more than ${mostBranches} of them` };
  const properties = outlines.reduce((sum, outline) => sum + outline.properties.size, 0);
  if (properties * positions.length ** 2 > mostLooks)
    return { tests: union.branches.map(() => undefined), reason: 'they have too many properties to compare them all' };
  const onlyObjects = outlines.every(({ types }) => types.length === 1 && types[0] === 'object');
  const tests = union.branches.map((_, index): readonly BranchTest[] | undefined => {
    const found = positions.includes(index) ? chosen(index, positions, outlines) : [];
    const types = outlines[index]?.types ?? [];
    return onlyObjects || !found?.every(passesByAbsence) || found.length === 0
      ? found
      : [{ kind: 'type', types }, ...found];
  });
  const lost = positions.find((index) => tests[index] === undefined);
  if (lost === undefined) return { tests };
  return { tests, reason: reasonFor(lost, positions, outlines) };
}

/** Whether a value that is no object would pass as well. */
function passesByAbsence(test: BranchTest): boolean {
  return test.kind === 'absent' || (test.kind === 'constant' && test.optional);
}

/** The fewest and surest tests that together refuse every other branch; undefined where there are none. */
function chosen(
  index: number,
  positions: readonly number[],
  outlines: readonly Outline[],
): readonly BranchTest[] | undefined {
  const others = positions.filter((other) => other !== index);
  const candidates = candidatesFor(index, others, outlines);
  const tests: BranchTest[] = [];
  let left = others;
  while (left.length > 0) {
    const best = candidates
      .map((candidate) => ({ ...candidate, count: candidate.refuses.filter((one) => left.includes(one)).length }))
      .filter(({ count }) => count > 0)
      .toSorted((one, other) => rank(one.test) - rank(other.test) || other.count - one.count)[0];
    if (!best) return undefined;
    tests.push(best.test);
    left = left.filter((one) => !best.refuses.includes(one));
  }
  return tests;
}

const ranks: Readonly<Record<BranchTest['kind'], number>> = {
  type: 0,
  value: 1,
  constant: 2,
  present: 3,
  propertyType: 4,
  absent: 5,
};

function rank(test: BranchTest): number {
  return ranks[test.kind];
}

function candidatesFor(index: number, others: readonly number[], outlines: readonly Outline[]): Candidate[] {
  const mine = outlines[index];
  if (!mine) return [];
  const refusing = (test: BranchTest, refuses: (other: Outline) => boolean): Candidate[] => {
    const refused = others.filter((other) => {
      const outline = outlines[other];
      return outline !== undefined && refuses(outline);
    });
    return refused.length > 0 ? [{ test, refuses: refused }] : [];
  };
  const byType = refusing({ kind: 'type', types: mine.types }, (other) => areDisjoint(mine.types, other.types));
  const { values } = mine;
  const byValue = values
    ? refusing({ kind: 'value', values }, (other) => other.values !== undefined && areDisjoint(values, other.values))
    : [];
  if (mine.types.length !== 1 || mine.types[0] !== 'object') return [...byType, ...byValue];
  return [...byType, ...byValue, ...byProperties(mine, others, outlines, refusing)];
}

type Refusing = (test: BranchTest, refuses: (other: Outline) => boolean) => Candidate[];

function byProperties(
  mine: Outline,
  others: readonly number[],
  outlines: readonly Outline[],
  refusing: Refusing,
): Candidate[] {
  const own = [...mine.properties].flatMap(([property, found]) => {
    const { constants, required, types } = found;
    const ofConstants = constants
      ? refusing({ kind: 'constant', property, values: constants, optional: !required }, (other) => {
          const theirs = other.properties.get(property);
          return Boolean(
            theirs?.constants && areDisjoint(constants, theirs.constants) && (required || theirs.required),
          );
        })
      : [];
    if (!required) return ofConstants;
    return [
      ...ofConstants,
      ...refusing({ kind: 'present', property }, (other) => !mayHave(other, property)),
      ...refusing({ kind: 'propertyType', property, types }, (other) => {
        const theirs = other.properties.get(property);
        return theirs !== undefined && areDisjoint(types, theirs.types);
      }),
    ];
  });
  if (isOpen(mine)) return own;
  const theirs = unique(others.flatMap((other) => [...(outlines[other]?.properties.keys() ?? [])]));
  const foreign = theirs
    .filter((property) => !mine.properties.has(property))
    .flatMap((property) =>
      refusing({ kind: 'absent', property }, (other) => other.properties.get(property)?.required === true),
    );
  return [...own, ...foreign];
}

function mayHave(outline: Outline, property: string): boolean {
  return outline.properties.has(property) || isOpen(outline);
}

function areDisjoint<T>(left: readonly T[], right: readonly T[]): boolean {
  // what nothing fits is told from nothing
  if (left.length === 0 || right.length === 0) return false;
  return left.every((one) => right.every((other) => !jsonEqual(one as never, other as never)));
}

/** Why the branch at `index` cannot be told from some other, in a clause. */
function reasonFor(index: number, positions: readonly number[], outlines: readonly Outline[]): string {
  const mine = outlines[index];
  const other = positions.find((one) => one !== index && !chosen(index, [index, one], outlines));
  const theirs = other === undefined ? undefined : outlines[other];
  if (!mine || !theirs || other === undefined) return 'they say nothing of their values';
  const pair = `branches ${Math.min(index, other) + 1} and ${Math.max(index, other) + 1}`;
  const shared = mine.types.filter((type) => theirs.types.includes(type));
  if (mine.types.length > 5 || theirs.types.length > 5) return `${pair} may both hold any value`;
  if (!shared.includes('object')) return `${pair} may both be a value of type ${shared.join(' or ')}`;
  if (mine.types.length > 1) return `${pair} may both be objects, and branch ${index + 1} something else as well`;
  const names = [...mine.properties.keys()].filter((name) => theirs.properties.has(name));
  const same = names.find((name) => mine.properties.get(name)?.constants && theirs.properties.get(name)?.constants);
  if (same !== undefined) {
    const optional = !mine.properties.get(same)?.required && !theirs.properties.get(same)?.required;
    return optional ? `"${same}" may be missing in ${pair}` : `"${same}" may have the same value in ${pair}`;
  }
  if (isOpen(mine) || isOpen(theirs)) return `branch ${(isOpen(theirs) ? other : index) + 1} may have any key`;
  return `no property that ${pair} require tells them apart`;
}
