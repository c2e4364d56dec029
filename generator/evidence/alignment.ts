import type { Assignment } from './nameless/assignment.ts';
import type { TextItem } from './nameless/items.ts';
import { pairLeftovers } from './nameless/leftovers.ts';
import { bestWay, type Move, type Point } from './nameless/lattice.ts';
import { fillPath, onePerParameter } from './nameless/path-order.ts';
import type { Score } from './nameless/score.ts';
import { isOnSide, statusItems, type StatusItems } from './nameless/status-items.ts';
import type { Slot } from './nameless/slots.ts';

/**
 * Costs of leaving something out: a slot (a property without a text), a child of a fold that the sample does not show, an
 * item (a text without a name) by the part of the page: samples show few of the parameters, most of the properties of a
 * request, and nearly all of a response.
 */
const costs = { slot: 0.3, foreignItem: 0.1, parameterItem: 0.2, requestItem: 1.2, responseItem: 2 };
/** What it costs to leave out the sentence about the response: descriptions of responses are mandatory (OAS 3.1, section 4.8.17). */
const responseCost = 3;
/** What it costs to read a description and what follows it as two properties, the second of which has no description. */
const splitCost = { sentence: 0, furtherSentence: 1.5, foldedParameter: 1, property: 2.2 };
/** What a text gains that goes to a parameter. They stand in any order, so the order says nothing for it. */
const parameterGain = -0.5;
/** From this score on a text fits a parameter by its words, and what that gains where it is one of the path. */
const ownFit = 2;
const pathGain = 1;
/** What a constant adds that names another union branch right behind a fold. */
const tagGain = 1;
/** Larger pages than this would take too long; they stay unassigned. */
const maxCells = 1_500_000;

/** Modes of a point; in `restMode` the description of the item is done with; from `branchMode` on: inside another union branch of the slot `mode - branchMode`. */
const normalMode = 0;
const foreignMode = 1;
const restMode = 2;
const branchMode = 3;

interface Alignment {
  readonly items: readonly TextItem[];
  readonly slots: readonly Slot[];
  readonly score: Score;
  /** The description alone, and all but the description, of the items that have both. */
  readonly parts: readonly (readonly [TextItem, TextItem] | undefined)[];
  /** The slots of parameters, which stand in a row: the first, and the one behind the last. */
  readonly parameters: { readonly start: number; readonly end: number };
  /** The first slot of a sentence about the response. */
  readonly response: number;
  /** The items that name the status of the response: what stands before them is sent, what stands behind them comes back. */
  readonly status: StatusItems | undefined;
}

/**
 * Aligns items with slots, both in document order, so that the sum of scores is greatest (dynamic programming, as in
 * sequence alignment with gaps). The children of a slot can only be reached through an item with a fold mark. Returns
 * at least one assignment an item, in their order; gives no diagnostics.
 */
export function align(items: readonly TextItem[], slots: readonly Slot[], score: Score): readonly Assignment[] {
  if ((items.length + 1) * (slots.length + 1) > maxCells) {
    return items.map((item, index) => ({ item, index, slot: undefined, margin: 0 }));
  }
  const alignment = alignmentOf(items, slots, score);
  const found: Assignment[] = [];
  let foreignOf: number | undefined;
  for (const { from, move, margin } of bestWay(items.length, slots.length, (point) => movesFrom(point, alignment))) {
    const index = from.item;
    const item = move.mode === restMode ? alignment.parts[index]?.[0] : currentItem(from, alignment);
    if (move.choice === undefined || item === undefined) continue;
    if (move.choice < 0) {
      const inFold = from.mode === foreignMode ? foreignOf : undefined;
      found.push({ item, index, slot: undefined, margin, ...(inFold !== undefined && { foreignOf: inFold }) });
      continue;
    }
    foreignOf = move.mode === foreignMode ? move.choice : undefined;
    const branch = branchParent(from, alignment);
    found.push({ item, index, slot: move.choice, margin, ...(branch !== undefined && { branchOf: branch }) });
  }
  const single = onePerParameter(found, slots, score);
  return pairLeftovers(rescue(fillPath(single, slots, score), alignment), slots, score);
}

function isOnItsSide({ item, mode }: Point, slot: Slot, { status }: Alignment): boolean {
  return isOnSide(mode === restMode ? item + 1 : item, slot.role, status);
}

function isParameter({ role }: Slot): boolean {
  return role === 'parameter';
}

function alignmentOf(items: readonly TextItem[], slots: readonly Slot[], score: Score): Alignment {
  const response = slots.findIndex(({ role }) => role === 'responseText' || role === 'response');
  const first = slots.findIndex(({ role }) => role !== 'operation' && role !== 'security');
  const start = first === -1 ? slots.length : first;
  const end = start + slots.filter(isParameter).length;
  return {
    items,
    slots,
    score,
    parts: items.map(splitItem),
    parameters: { start, end },
    response: response === -1 ? slots.length : response,
    status: statusItems(items),
  };
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

function splitItem(item: TextItem): readonly [TextItem, TextItem] | undefined {
  const { description, leftover, glued, ...rest } = item;
  const line = item.values?.line ?? item.example?.line ?? item.fold;
  if (!description || line === undefined) return undefined;
  return [
    { line: item.line, description, ...(leftover !== undefined && { leftover }), ...(glued && { glued }) },
    { ...rest, line },
  ];
}

function currentItem(point: Point, { items, parts }: Alignment): TextItem | undefined {
  return point.mode === restMode ? parts[point.item]?.[1] : items[point.item];
}

function movesFrom(point: Point, alignment: Alignment): Move[] {
  const { start, end } = alignment.parameters;
  if (point.slot >= start && point.slot < end) return parameterMoves(point, alignment);
  const item = currentItem(point, alignment);
  const slot = alignment.slots[point.slot];
  const decision = 2 * point.item + (point.mode === restMode ? 1 : 0);
  const found: Move[] = [];
  const fits = slot !== undefined && isOnItsSide(point, slot, alignment);
  if (item && fits) found.push({ ...matchMove(point, item, slot, alignment), decision });
  if (item) {
    const gain =
      point.mode === foreignMode ? -costs.foreignItem : -itemCost(point.slot, item.fold !== undefined, alignment);
    const mode = item.fold !== undefined ? foreignMode : point.mode === restMode ? normalMode : point.mode;
    found.push({ item: point.item + 1, slot: point.slot, mode, gain, choice: -1, decision });
  }
  if (slot) {
    const mode = modeAt(alignment.slots, point.mode, slot.end);
    found.push({
      item: point.item,
      slot: slot.end,
      mode,
      gain: -skipCost(point.slot, alignment),
      choice: undefined,
      decision,
    });
  }
  const parts = alignment.parts[point.item];
  if (parts && fits && point.mode < restMode) {
    const gain = alignment.score(parts[0], slot, false) - costOfSplit(parts[1], point.slot, alignment);
    const choice = interchangeable(alignment.slots, point.slot);
    found.push({ item: point.item, slot: slot.end, mode: restMode, gain, choice, decision });
  }
  return found;
}

/** The moves among the parameters: these are one place, at which each text goes to one of them, in any order, or to none. */
function parameterMoves(point: Point, alignment: Alignment): Move[] {
  const { parameters, slots, score, parts } = alignment;
  const { start, end } = parameters;
  const { mode } = point;
  const item = currentItem(point, alignment);
  const decision = 2 * point.item + (mode === restMode ? 1 : 0);
  const next = item?.fold === undefined ? (mode === restMode ? normalMode : mode) : foreignMode;
  const here = { item: point.item + 1, slot: start, mode: next };
  const leave: Move = { item: point.item, slot: end, mode, gain: 0, choice: undefined, decision };
  if (!item) return [leave];
  const description = parts[point.item]?.[0];
  const rest = parts[point.item]?.[1];
  const leaveOut = item.fold !== undefined && mode !== foreignMode ? costs.requestItem : costs.parameterItem;
  const found: Move[] = [leave, { ...here, gain: -leaveOut, choice: -1, decision }];
  for (let choice = start; choice < end; choice += 1) {
    const slot = slots[choice];
    if (!slot || !isOnItsSide(point, slot, alignment)) continue;
    const extra = slot.location === 'path' ? pathGain : 0;
    found.push({ ...here, gain: parameterGain + withPath(score(item, slot, false), extra), choice, decision });
    if (!description || !rest || mode === foreignMode || mode === restMode) continue;
    const gain =
      parameterGain + withPath(score(description, slot, false), extra) - costOfSplit(rest, choice, alignment);
    found.push({ item: point.item, slot: end, mode: restMode, gain, choice, decision });
  }
  return found;
}

/** Every parameter of the path is there (OAS 3.1, section 4.8.12.1), and most are described: a text that fits is one. */
function withPath(fit: number, gain: number): number {
  return fit >= ownFit ? fit + gain : fit;
}

function itemCost(slot: number, hasFold: boolean, { parameters, response }: Alignment): number {
  if (slot <= parameters.end && !hasFold) return costs.parameterItem;
  return slot <= response ? costs.requestItem : costs.responseItem;
}

function costOfSplit(rest: TextItem, index: number, { slots }: Alignment): number {
  const slot = slots[index];
  // A response has one description, and its schema may have another: a text behind the first is sooner what the fold belongs to.
  if (slot?.name === '')
    return slots[index - 1]?.role === slot.role && slot.role === 'responseText'
      ? splitCost.furtherSentence
      : splitCost.sentence;
  // A parameter never has a fold, so a fold behind its text must be something else's.
  const isFold = rest.fold !== undefined && !rest.values && !rest.example;
  return slot?.role === 'parameter' && isFold ? splitCost.foldedParameter : splitCost.property;
}

function skipCost(index: number, { slots }: Alignment): number {
  const slot = slots[index];
  if (slot?.name !== '') return costs.slot;
  return slot.role === 'responseText' && slots[index - 1]?.role !== 'responseText' ? responseCost : 0;
}

function matchMove(point: Point, item: TextItem, slot: Slot, alignment: Alignment): Omit<Move, 'decision'> {
  const { slots, score } = alignment;
  const branch = branchParent(point, alignment);
  const isTag = branch !== undefined && point.mode !== branch + branchMode;
  const hasChildren = slot.end > point.slot + 1;
  const enters = item.fold !== undefined && hasChildren && branch === undefined;
  const next = enters ? point.slot + 1 : slot.end;
  const inside = branch === undefined ? normalMode : branch + branchMode;
  const mode = item.fold !== undefined && !enters ? foreignMode : modeAt(slots, inside, next);
  const gain = score(item, slot, branch !== undefined) + (isTag ? tagGain : 0);
  return { item: point.item + 1, slot: next, mode, gain, choice: interchangeable(slots, point.slot) };
}

/** Slots for sentences stand several times in a row; which of them a sentence takes makes no difference. */
function interchangeable(slots: readonly Slot[], index: number): number {
  let first = index;
  while (slots[index]?.name === '' && slots[first - 1]?.role === slots[index]?.role) first -= 1;
  return first;
}

/** A branch ends with the slots of its parent. */
function modeAt(slots: readonly Slot[], mode: number, slot: number): number {
  const parent = mode < branchMode ? undefined : slots[mode - branchMode];
  return parent && slot >= parent.end ? normalMode : mode;
}

/** The slot whose other union branch an item at this point belongs to, or undefined: an item opens one, the next ones go on with it. */
function branchParent(point: Point, { items, slots }: Alignment): number | undefined {
  if (point.mode >= branchMode) return point.mode - branchMode;
  const slot = slots[point.slot];
  const item = items[point.item];
  const first = point.mode === normalMode && slot && item && isOtherTag(item, items[point.item - 1], slot);
  return first ? slot.parent : undefined;
}

/** Whether the item, first in a fold, names a constant other than the sample's value. */
function isOtherTag(item: TextItem, before: TextItem | undefined, slot: Slot): boolean {
  const constant = item.values?.values;
  if (before?.fold === undefined || slot.parent < 0 || constant?.length !== 1) return false;
  return typeof slot.value === 'string' && typeof constant[0] === 'string' && slot.value !== constant[0];
}
