import type { Assignment } from './assignment.ts';
import { base, type Score } from './score.ts';
import type { Slot } from './slots.ts';

/** From this gain on a text itself speaks for the name: a word of it, an equal value, an agreeing type. */
export const ownEvidence = 0.8;

/**
 * Gives the only text of a fold that has no property to the only property of the fold that has no text, if it speaks for it:
 * samples written by hand have another order than the text.
 */
export function pairLeftovers(
  found: readonly Assignment[],
  slots: readonly Slot[],
  score: Score,
): readonly Assignment[] {
  const taken = new Set(found.map(({ slot }) => slot));
  const lone = loneFree(slots, taken);
  const result = [...found];
  for (const [place, { slot: fold }] of found.entries()) {
    const free = fold === undefined ? undefined : lone.get(fold);
    const parent = fold === undefined ? undefined : slots[fold];
    const target = free === undefined ? undefined : slots[free];
    if (!parent || !target || fold === undefined) continue;
    const inside = (slot: number | undefined): boolean => slot === undefined || (slot > fold && slot < parent.end);
    let end = place + 1;
    while (end < found.length && inside(found[end]?.slot)) end += 1;
    const texts = result.slice(place + 1, end).filter(({ slot }) => slot === undefined);
    const [one] = texts;
    if (!one || texts.length > 1 || one.foreignOf !== undefined) continue;
    if (score(one.item, target, false) - base < ownEvidence) continue;
    result[result.indexOf(one)] = { ...one, slot: free, margin: 0, ordered: true };
  }
  return result;
}

/** For each slot of which one property alone has no text, that one; nothing is nested in it. */
function loneFree(slots: readonly Slot[], taken: ReadonlySet<number | undefined>): Map<number, number> {
  const free = new Map<number, number[]>();
  for (const [index, { parent }] of slots.entries()) {
    if (parent < 0 || taken.has(index)) continue;
    const known = free.get(parent) ?? [];
    known.push(index);
    free.set(parent, known);
  }
  return new Map(
    [...free].flatMap(([parent, [index, ...others]]): [number, number][] =>
      index !== undefined && others.length === 0 && slots[index]?.end === index + 1 ? [[parent, index]] : [],
    ),
  );
}

/**
 * The places of texts that stand several times in a row and fill all properties between two that are sure: whichever of
 * them belongs to which, each has the same text.
 */
export function twinPlaces(
  found: readonly Assignment[],
  slots: readonly Slot[],
  supported: readonly boolean[],
): Set<number> {
  const places = new Set<number>();
  for (let start = 0, end = 0; start < found.length; start = end) {
    end = start + 1;
    while (end < found.length && isTwin(found[start], found[end])) end += 1;
    if (end - start > 1 && fillsGap(found, { start, end }, slots, supported))
      for (let place = start; place < end; place += 1) places.add(place);
  }
  return places;
}

function isTwin(first: Assignment | undefined, next: Assignment | undefined): boolean {
  const text = first?.item.description?.text;
  return text !== undefined && text === next?.item.description?.text;
}

function fillsGap(
  found: readonly Assignment[],
  { start, end }: { readonly start: number; readonly end: number },
  slots: readonly Slot[],
  supported: readonly boolean[],
): boolean {
  const own = found.slice(start, end).flatMap(({ slot }) => (slot === undefined ? [] : [slot]));
  const [first, last] = [own[0] ?? -1, own.at(-1) ?? -1];
  const [head, tail] = [slots[first], slots[last]];
  if (!head || !tail || head.parent < 0 || head.parent !== tail.parent) return false;
  const isGapless = own.every((slot, order) => order === 0 || slots[own[order - 1] ?? -1]?.end === slot);
  const before = found[start - 1]?.slot;
  const after = found[end]?.slot;
  const isLast = tail.end === slots[head.parent]?.end;
  const heldBefore = supported[start - 1] === true && before !== undefined;
  const isHead = heldBefore && (before === head.parent || slots[before]?.end === first);
  return isGapless && isHead && (isLast || (after === tail.end && supported[end] === true));
}
