import type { Assignment } from './assignment.ts';
import { base, type Score } from './score.ts';
import type { Slot } from './slots.ts';

/** From this gain on a text speaks for a parameter by itself: less is as often a text about one that no sample shows. */
const spokenParameter = 2.5;

/** What the order of the path adds to each parameter of it: most pages keep it, but not all. */
const orderGain = 0.5;
/** How much less than to its best parameter a text may fit to one. */
const nearlyBest = 0.6;

/**
 * Decides which text each parameter gets, of those that the alignment gave to parameters: one each, such that they fit best
 * in sum. For those of the path that is tried in the order of the path too, and kept unless another order fits better.
 */
export function onePerParameter(
  found: readonly Assignment[],
  slots: readonly Slot[],
  score: Score,
): readonly Assignment[] {
  const texts = [...found.keys()].filter((place) => slots[found[place]?.slot ?? -1]?.role === 'parameter');
  const all = [...slots.keys()].filter((index) => slots[index]?.role === 'parameter');
  const gain: Fit = (place, index) => {
    const [one, slot] = [found[place], slots[index]];
    return one && slot ? score(one.item, slot, false) - base : -Infinity;
  };
  const bests = new Map(texts.map((place) => [place, Math.max(...all.map((index) => gain(place, index)))]));
  const fit: Fit = (place, index) => {
    const own = gain(place, index);
    return own >= (bests.get(place) ?? Infinity) - nearlyBest ? own : -Infinity;
  };
  const path = all.filter((index) => slots[index]?.location === 'path');
  const free = bestFits(texts, all, fit);
  const ordered = orderedFits(texts, path, gain);
  const sum = (chosen: ReadonlyMap<number, number>): number =>
    [...chosen].reduce((total, [place, index]) => total + (path.includes(index) ? gain(place, index) : 0), 0);
  const keepsOrder = sum(ordered) + orderGain * ordered.size >= sum(free);
  const others = all.filter((index) => !path.includes(index));
  const rest = texts.filter((place) => !ordered.has(place));
  const chosen = keepsOrder ? new Map([...ordered, ...bestFits(rest, others, fit)]) : free;
  const margins = marginsOf(chosen, texts, all, {
    gain,
    isSame: (left, right) => isSameText(found[left], found[right]),
  });
  return found.map((assignment, place) =>
    texts.includes(place)
      ? { ...assignment, slot: chosen.get(place), margin: Math.min(assignment.margin, margins.get(place) ?? 0) }
      : assignment,
  );
}

function isSameText(left: Assignment | undefined, right: Assignment | undefined): boolean {
  return left?.item.description !== undefined && left.item.description.text === right?.item.description?.text;
}

/**
 * How much less the texts fit in sum where one of them goes to another parameter, changing places with the text of that one
 * or leaving its own to a text that has none; texts that are equal may change places.
 */
function marginsOf(
  chosen: ReadonlyMap<number, number>,
  texts: readonly number[],
  slots: readonly number[],
  { gain, isSame }: { readonly gain: Fit; isSame(left: number, right: number): boolean },
): Map<number, number> {
  const owners = new Map([...chosen].map(([place, slot]) => [slot, place]));
  const free = slots.filter((slot) => !owners.has(slot));
  const others = texts.filter((place) => !chosen.has(place));
  const elsewhere = new Map(texts.map((place) => [place, Math.max(0, ...free.map((slot) => gain(place, slot)))]));
  return new Map(
    [...chosen].map(([place, own]) => {
      const fit = gain(place, own);
      const alone = elsewhere.get(place) ?? 0;
      const losses = [fit - alone];
      for (const other of others) if (!isSame(place, other)) losses.push(fit - gain(other, own) - alone);
      for (const slot of slots) {
        const owner = owners.get(slot);
        if (owner === undefined || owner === place || isSame(place, owner)) continue;
        const instead = Math.max(elsewhere.get(owner) ?? 0, gain(owner, own));
        losses.push(fit + gain(owner, slot) - gain(place, slot) - instead);
      }
      return [place, Math.max(0, Math.min(...losses))];
    }),
  );
}

type Fit = (place: number, slot: number) => number;

/** Texts and parameters by falling fit, each taken once. */
function bestFits(texts: readonly number[], slots: readonly number[], fit: Fit): Map<number, number> {
  const pairs = texts.flatMap((place) => slots.map((slot) => ({ place, slot, gain: fit(place, slot) })));
  const chosen = new Map<number, number>();
  const taken = new Set<number>();
  for (const { place, slot, gain } of pairs.toSorted((left, right) => right.gain - left.gain)) {
    if (gain <= 0 || chosen.has(place) || taken.has(slot)) continue;
    chosen.set(place, slot);
    taken.add(slot);
  }
  return chosen;
}

/** The pairs in which both orders are kept that fit best in sum. */
function orderedFits(texts: readonly number[], slots: readonly number[], fit: Fit): Map<number, number> {
  // best[t][s]: the greatest sum of the texts from t on and the parameters from s on
  const best = Array.from({ length: texts.length + 1 }, () => Array.from({ length: slots.length + 1 }, () => 0));
  const at = (text: number, slot: number): number => best[text]?.[slot] ?? 0;
  const pair = (text: number, slot: number): number => Math.max(0, fit(texts[text] ?? -1, slots[slot] ?? -1));
  for (let text = texts.length - 1; text >= 0; text -= 1) {
    for (let slot = slots.length - 1; slot >= 0; slot -= 1) {
      const row = best[text];
      const taken = pair(text, slot) + at(text + 1, slot + 1);
      if (row) row[slot] = Math.max(taken, at(text + 1, slot), at(text, slot + 1));
    }
  }
  const chosen = new Map<number, number>();
  for (let [text, slot] = [0, 0]; text < texts.length && slot < slots.length;) {
    const [place, index] = [texts[text], slots[slot]];
    if (at(text, slot) === at(text + 1, slot)) text += 1;
    else if (at(text, slot) === at(text, slot + 1)) slot += 1;
    else {
      if (place !== undefined && index !== undefined) chosen.set(place, index);
      [text, slot] = [text + 1, slot + 1];
    }
  }
  return chosen;
}

/**
 * Gives a text that speaks for no parameter to one of the path, where it is the only text between those of the parameters
 * before and behind in the path; the beginning and the end of the texts about parameters count as such.
 */
export function fillPath(found: readonly Assignment[], slots: readonly Slot[], score: Score): readonly Assignment[] {
  const path = [...slots.keys()].filter((index) => slots[index]?.location === 'path');
  const isBehind = ({ slot }: Assignment): boolean =>
    slot !== undefined && /^(?:request|response)/.test(slots[slot]?.role ?? '');
  const isBefore = ({ slot }: Assignment): boolean =>
    slot !== undefined && /^(?:operation|security)$/.test(slots[slot]?.role ?? '');
  const start = found.findLastIndex(isBefore) + 1;
  const behind = found.findIndex(isBehind);
  const end = behind === -1 ? found.length : behind;
  const places = new Map<number, number>();
  for (let place = start; place < end; place += 1) {
    const { item, slot } = found[place] ?? {};
    const target = slot === undefined ? undefined : slots[slot];
    const speaks = item && target?.role === 'parameter' && score(item, target, false) - base >= spokenParameter;
    if (speaks && slot !== undefined) places.set(slot, place);
  }
  const result = [...found];
  for (const [order, slot] of path.entries()) {
    if (places.has(slot)) continue;
    const before = order === 0 ? start - 1 : places.get(path[order - 1] ?? -1);
    const after = order === path.length - 1 ? end : places.get(path[order + 1] ?? -1);
    const place = before === undefined ? -1 : before + 1;
    const held = order === 0 ? order !== path.length - 1 : true;
    const one = result[place];
    const isFree = one?.slot === undefined || !places.has(one.slot);
    if (after === place + 1 && held && isFree && one?.item.description)
      result[place] = { ...one, slot, margin: 0, ordered: true };
  }
  return fillRequired(result, path, { start, end });
}

/** What says of itself that it must be sent, as the parameters of a path must (OAS 3.1, section 4.8.12.1). */
const requiredText = /^\W{0,3}required\b/i;

/** Gives the only text that says that it is required, and has no slot, to the only parameter of the path without one. */
function fillRequired(
  found: readonly Assignment[],
  path: readonly number[],
  { start, end }: { readonly start: number; readonly end: number },
): readonly Assignment[] {
  const taken = new Set(found.map(({ slot }) => slot));
  const free = path.filter((slot) => !taken.has(slot));
  const texts = [...found.entries()].flatMap(([place, { item, slot }]) => {
    const isFree = place >= start && place < end && slot === undefined;
    return isFree && requiredText.test(item.description?.text ?? '') ? [place] : [];
  });
  if (free.length !== 1 || texts.length !== 1) return found;
  return found.map((one, place) => (place === texts[0] ? { ...one, slot: free[0], margin: 0, ordered: true } : one));
}
