import type { Assignment } from '../alignment.ts';
import { base, type Score } from './score.ts';
import type { Slot } from './slots.ts';

/** From this gain on a text itself speaks for the name: a word of it, an equal value, an agreeing type. */
const ownEvidence = 0.8;

/**
 * Withdraws names for which nothing speaks but the order. A text that shares nothing with its property is believed
 * only in a gapless run of texts and properties that is held at both ends: by one that speaks for itself, or by the
 * beginning or end of a fold. Held at one end only, the margin is capped so that the name is hedged.
 */
export function withdrawUnsupported(found: readonly Assignment[], slots: readonly Slot[], score: Score): Assignment[] {
  const supported = found.map(({ item, slot, branchOf }) => {
    const target = slot === undefined ? undefined : slots[slot];
    if (!target) return false;
    return target.name === '' || branchOf !== undefined || score(item, target, false) - base >= ownEvidence;
  });
  const before = runHolds(found, slots, supported, 1);
  const after = runHolds(found, slots, supported, -1);
  return found.map((assignment, place) => {
    if (assignment.slot === undefined || supported[place]) return assignment;
    if (before[place] && after[place]) return assignment;
    if (!before[place] && !after[place]) return { ...assignment, slot: undefined };
    return { ...assignment, margin: Math.min(assignment.margin, hedgedMargin) };
  });
}

/** A margin at which a name is not given. */
const hedgedMargin = 0.6;

/** For each assignment, whether the run that leads to it (from before for step 1, from behind for -1) is gapless and held. */
function runHolds(
  found: readonly Assignment[],
  slots: readonly Slot[],
  supported: readonly boolean[],
  step: 1 | -1,
): boolean[] {
  const holds: boolean[] = [];
  const start = step === 1 ? 0 : found.length - 1;
  for (let place = start; place >= 0 && place < found.length; place += step) {
    const slot = found[place]?.slot;
    const neighbour = found[place - step]?.slot;
    const [first, second] = step === 1 ? [neighbour, slot] : [slot, neighbour];
    holds[place] =
      slot !== undefined &&
      (neighbour === undefined
        ? place === start || isEdge(slot, slots, step)
        : adjacent(first, second, slots) && (supported[place - step] === true || holds[place - step] === true));
  }
  return holds;
}

/** The first slot of its part of the page (or the last, for step -1). */
function isEdge(slot: number, slots: readonly Slot[], step: 1 | -1): boolean {
  return slots[slot - step]?.role !== slots[slot]?.role;
}

/** Whether no property without a text lies between two slots. */
function adjacent(first: number | undefined, second: number | undefined, slots: readonly Slot[]): boolean {
  const left = first === undefined ? undefined : slots[first];
  const right = second === undefined ? undefined : slots[second];
  if (first === undefined || second === undefined || !left || !right) return false;
  if (left.name === '' || right.name === '')
    return left.role === right.role || isEdge(second, slots, 1) || isEdge(first, slots, -1);
  return second === first + 1 || second === left.end;
}
