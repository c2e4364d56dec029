import type { Assignment } from './assignment.ts';
import type { Confidence } from '../evidence.ts';
import type { TextItem } from './items.ts';
import { ownEvidence, twinPlaces } from './leftovers.ts';
import { base, type Score } from './score.ts';
import type { Slot } from './slots.ts';

/** How sure each name of an alignment is; undefined where it is not sure enough to be said. */
export type Confidences = readonly (Confidence | undefined)[];

/**
 * Least margins (best minus second-best sum of scores) from which on the name of a property is believed, by what holds it:
 * a run of texts and properties without gaps is held at an end by one that speaks for itself, or by the beginning or end
 * of a fold. Held at both ends the order says much, even for a text that shares nothing with its property, and more where
 * the properties of a fold have one text each; held at none, only the text itself counts. Found by counting on pages made of
 * real descriptions, whose truth is known.
 */
const leastMargins = {
  /** What comes first in a response: it may as well be said of all that comes back. */
  first: {
    whole: { spoken: 0, silent: 1 },
    both: { spoken: 1, silent: 2 },
    one: { spoken: 2.5, silent: Infinity },
    none: { spoken: 3.6, silent: Infinity },
  },
  outside: {
    whole: { spoken: 0, silent: 1 },
    both: { spoken: 1, silent: 2 },
    one: { spoken: 2, silent: Infinity },
    none: { spoken: 3.6, silent: Infinity },
  },
  inside: {
    whole: { spoken: 0, silent: 1 },
    both: { spoken: 0.3, silent: 0.5 },
    one: { spoken: 1.5, silent: Infinity },
    none: { spoken: 3.6, silent: Infinity },
  },
  /** Nothing is said of all of a request before its properties. */
  request: {
    whole: { spoken: 0, silent: 0 },
    both: { spoken: 0, silent: 0.3 },
    one: { spoken: 2.5, silent: Infinity },
    none: { spoken: 3.6, silent: Infinity },
  },
};
type Holds = keyof typeof leastMargins.first;
/** From this gain on a text speaks for its property clearly, and from this on where no run holds it. */
const spokenFrom = { whole: ownEvidence, both: 1.5, one: 1.5, none: 3 };
const highMargin = 3;
/** What a parameter needs: the clearer its text speaks for it, the less ahead of the others it must be. */
const leastParameter = [
  { gain: 1.5, margin: 1 },
  { gain: 2.5, margin: 0.5 },
  { gain: 3, margin: 0.05 },
];
/** What a text needs that stands at other names too and has nothing of this one, where each property has its text. */
const sharedMargin = 2;

/**
 * Says how sure the names of an alignment are. A parameter stands by itself: its text must fit, whatever the order. Names
 * for which nothing speaks but the order need it held at both ends.
 */
export function confidencesOf(found: readonly Assignment[], slots: readonly Slot[], score: Score): Confidences {
  const gains = found.map(({ item, slot, branchOf }) => {
    const target = slot === undefined ? undefined : slots[slot];
    if (!target) return -Infinity;
    return target.name === '' || branchOf !== undefined ? Infinity : score(item, target, false) - base;
  });
  const supported = gains.map((gain) => gain >= ownEvidence);
  const before = runHolds(found, slots, supported, 1);
  const after = runHolds(found, slots, supported, -1);
  const whole = wholeFolds(found, slots);
  const twins = twinPlaces(found, slots, supported);
  const shared = sharedTexts(found, slots);
  const spoken = spokenTexts(found, slots, score);
  return found.map(({ item, slot, margin, ordered }, place): Confidence | undefined => {
    const target = slot === undefined ? undefined : slots[slot];
    const gain = gains[place] ?? -Infinity;
    if (!target) return undefined;
    if (target.role === 'parameter') {
      const isSure = leastParameter.some((least) => gain >= least.gain && margin >= least.margin);
      if (!isSure) return ordered ? 'medium' : undefined;
      return gain >= spokenFrom.none ? 'high' : 'medium';
    }
    if (ordered || twins.has(place)) return 'medium';
    const holds = holdOf(before[place], after[place], whole.has(target.parent));
    const isShared = shared.has(item.description?.text ?? '') && wordGain(item, target, score) < ownEvidence;
    const isOthers = isShared && spoken.has(item.description?.text ?? '');
    if (isShared && (isOthers || holds !== 'whole' || margin < sharedMargin)) return undefined;
    const speaks = gain >= spokenFrom[holds];
    const rules = leastMargins[placeOf(target, found[place - 1], slots)];
    if (margin < rules[holds][speaks ? 'spoken' : 'silent']) return undefined;
    return margin >= highMargin ? 'high' : 'medium';
  });
}

/** Where a property stands, as far as it matters for how sure its name is. */
function placeOf(target: Slot, before: Assignment | undefined, slots: readonly Slot[]): keyof typeof leastMargins {
  if (target.role === 'request') return 'request';
  const isFirst = before === undefined || (before.slot !== undefined && slots[before.slot]?.role !== 'response');
  return isFirst ? 'first' : target.parent >= 0 ? 'inside' : 'outside';
}

/** The texts that went to properties of different names: which of them they describe is not said by the order alone. */
function sharedTexts(found: readonly Assignment[], slots: readonly Slot[]): Set<string> {
  const names = new Map<string, string>();
  const shared = new Set<string>();
  for (const { item, slot } of found) {
    const target = slot === undefined ? undefined : slots[slot];
    const text = item.description?.text;
    if (text === undefined || !target || target.name === '' || target.role === 'parameter') continue;
    if ((names.get(text) ?? target.name) !== target.name) shared.add(text);
    names.set(text, target.name);
  }
  return shared;
}

/** The texts that speak for one of the names they went to, so that they hardly belong to another one. */
function spokenTexts(found: readonly Assignment[], slots: readonly Slot[], score: Score): Set<string> {
  const spoken = new Set<string>();
  for (const { item, slot } of found) {
    const target = slot === undefined ? undefined : slots[slot];
    const text = item.description?.text;
    if (text === undefined || !target || target.name === '' || target.role === 'parameter') continue;
    if (wordGain(item, target, score) >= ownEvidence) spoken.add(text);
  }
  return spoken;
}

/** What the words of a text alone say for the name of a property. */
function wordGain({ line, description }: TextItem, slot: Slot, score: Score): number {
  return score({ line, ...(description && { description }) }, slot, true) - base;
}

function holdOf(before: boolean | undefined, after: boolean | undefined, whole: boolean): Holds {
  if (before && after) return whole ? 'whole' : 'both';
  return before || after ? 'one' : 'none';
}

/** The slots whose properties have one text each, without a text between them that has no slot. */
function wholeFolds(found: readonly Assignment[], slots: readonly Slot[]): Set<number> {
  const places = new Map<number, number[]>();
  const children = new Map<number, number>();
  for (const { parent } of slots) children.set(parent, (children.get(parent) ?? 0) + 1);
  for (const [place, { slot }] of found.entries()) {
    const parent = slot === undefined ? undefined : slots[slot]?.parent;
    if (parent === undefined || parent === -1) continue;
    const known = places.get(parent) ?? [];
    known.push(place);
    places.set(parent, known);
  }
  const lost = [0];
  for (const [place, { slot }] of found.entries()) lost.push((lost[place] ?? 0) + (slot === undefined ? 1 : 0));
  const isWhole = ([parent, own]: [number, number[]]): boolean =>
    own.length === children.get(parent) && lost[own[0] ?? 0] === lost[own.at(-1) ?? 0];
  return new Set([...places].filter(isWhole).map(([parent]) => parent));
}

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
