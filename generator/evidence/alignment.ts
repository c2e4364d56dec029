import type { Assignment } from './nameless/assignment.ts';
import type { TextItem } from './nameless/items.ts';
import { pairLeftovers } from './nameless/leftovers.ts';
import { bestWay, leftOut, untouched, type Grid } from './nameless/lattice.ts';
import { fillPath, onePerParameter } from './nameless/path-order.ts';
import type { Score } from './nameless/score.ts';
import {
  alignmentOf,
  fillMoves,
  foreignMode,
  isBranch,
  usualGaps,
  type Alignment,
  type GapCosts,
} from './nameless/moves.ts';
import type { Slot } from './nameless/slots.ts';

/** Larger pages than this would take too long; they stay unassigned. */
const maxCells = 1_500_000;

/**
 * Aligns items with slots, both in document order, so that the sum of scores is greatest (dynamic programming, as in
 * sequence alignment with gaps). The children of a slot can only be reached through an item with a fold mark. Returns
 * at least one assignment an item, in their order; gives no diagnostics.
 */
export function align(
  items: readonly TextItem[],
  slots: readonly Slot[],
  score: Score,
  gaps: GapCosts = usualGaps,
): readonly Assignment[] {
  if ((items.length + 1) * (slots.length + 1) > maxCells) {
    return items.map((item, index) => ({ item, index, slot: undefined, margin: 0 }));
  }
  const alignment = alignmentOf(items, slots, score, gaps);
  const found: Assignment[] = [];
  let foreignOf: number | undefined;
  const fill: Grid['fill'] = (row, slot, mode, moves) => fillMoves(row, slot, mode, alignment, moves);
  for (const { from, to, choice, margin } of bestWay({ items: items.length, slots, modes: alignment.modes, fill })) {
    if (choice === untouched) continue;
    const row = alignment.rows[from.row];
    const index = from.row >> 1;
    const isSplit = to.row === from.row + 1 && from.row % 2 === 0;
    const item = isSplit ? row?.description : row?.item;
    if (!row || !item) continue;
    if (choice === leftOut) {
      const inFold = from.mode === foreignMode ? foreignOf : undefined;
      found.push({ item, index, slot: undefined, margin, ...(inFold !== undefined && { foreignOf: inFold }) });
      continue;
    }
    foreignOf = to.mode === foreignMode ? choice : undefined;
    const branchOf = isBranch(row, from.slot, from.mode, slots) && !isSplit ? slots[from.slot]?.parent : undefined;
    found.push({ item, index, slot: choice, margin, ...(branchOf !== undefined && { branchOf }) });
  }
  const single = onePerParameter(found, slots, score);
  return pairLeftovers(rescue(fillPath(single, slots, score), alignment), slots, score);
}

/** How well a text must fit the only property left beside its neighbours, and how much better than any other one. */
const rescueScore = { least: 3.2, ahead: 1.2 };

/** Samples written by hand order properties differently: a text left over goes to a property left over between its neighbours' siblings, if it plainly fits. */
function rescue(found: readonly Assignment[], { slots, score }: Alignment): Assignment[] {
  const taken = new Set(found.map(({ slot }) => slot));
  return found.map((assignment, place) => {
    if (assignment.slot !== undefined || assignment.foreignOf !== undefined) return assignment;
    const around = [
      found.slice(0, place).findLast(({ slot }) => slot !== undefined),
      found.slice(place + 1).find(({ slot }) => slot !== undefined),
    ];
    const near = around.flatMap((neighbour) => (neighbour?.slot === undefined ? [] : [neighbour.slot]));
    const parents = new Set(near.flatMap((index) => [index, slots[index]?.parent ?? -1]).filter((index) => index >= 0));
    const rivals = [...slots.entries()]
      .filter(([index, slot]) => parents.has(slot.parent) && !taken.has(index) && slot.end === index + 1)
      .map(([index, slot]) => ({ index, fit: score(assignment.item, slot, false) }))
      .toSorted((left, right) => right.fit - left.fit);
    const [best, second] = rivals;
    const margin = (best?.fit ?? 0) - (second?.fit ?? 0);
    if (!best || best.fit < rescueScore.least || margin < rescueScore.ahead) return assignment;
    taken.add(best.index);
    return { ...assignment, slot: best.index, margin };
  });
}
