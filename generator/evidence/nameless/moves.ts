import type { TextItem } from './items.ts';
import type { Moves } from './lattice.ts';
import { leftOut, untouched } from './lattice.ts';
import type { Score } from './score.ts';
import { scoreTable, type ScoreTable } from './score-table.ts';
import type { Slot } from './slots.ts';
import { isOnSide, statusItems, type StatusItems } from './status-items.ts';

/**
 * Costs of leaving something out: a slot (a property without a text), a child of a fold that the sample does not show, an
 * item (a text without a name) by the part of the page: samples show few of the parameters, most of the properties of a
 * request, and nearly all of a response.
 */
const costs = { foreignItem: 0.1, parameterItem: 0.2 };

/** What leaving out costs on a page: a property without a text, a text of a request or a response without a property. */
export interface GapCosts {
  readonly slot: number;
  readonly requestItem: number;
  readonly responseItem: number;
}

/** What is usual. */
export const usualGaps: GapCosts = { slot: 0.3, requestItem: 1.2, responseItem: 2 };
/** What it costs to leave out the sentence about the response: descriptions of responses are mandatory (OAS 3.1, section 4.8.17). */
const responseCost = 3;
/** What it costs to read a description and what follows it as two properties, the second of which has no description. */
const splitCost = {
  sentence: 0,
  furtherSentence: 1.5,
  foldedParameter: 1,
  property: 2.2,
};
/** What a text gains that goes to a parameter. They stand in any order, so the order says nothing for it. */
const parameterGain = -0.5;
/** From this score on a text fits a parameter by its words, and what that gains where it is one of the path. */
const ownFit = 2;
const pathGain = 1;
/** What a constant adds that names another union branch right behind a fold. */
const tagGain = 1;
const normalMode = 0;
/** The mode of what is nested in a fold and unknown to the sample. */
export const foreignMode = 1;
/** Inside another union branch than the sample's, of the slot that the next one is nested in. */
const branchMode = 2;

/** What is aligned, and what is known of it. */
export interface Alignment {
  readonly items: readonly TextItem[];
  readonly slots: readonly Slot[];
  readonly score: Score;
  readonly table: ScoreTable;
  /** By row: what is aligned in it, and its kind. */
  readonly rows: readonly (Row | undefined)[];
  /** How many of the modes occur, from the first on. */
  readonly modes: number;
  /** The slots of parameters, which stand in a row: the first, and the one behind the last. */
  readonly parameters: { readonly start: number; readonly end: number };
  /** The first slot of a sentence about the response. */
  readonly response: number;
  /** By slot: where the one around it ends, what it costs to skip it. */
  readonly parentEnds: Int32Array;
  readonly skipCosts: Float64Array;
  readonly gaps: GapCosts;
  /** The items that name the status of the response: what stands before them is sent, what stands behind them comes back. */
  readonly status: StatusItems | undefined;
}

/** What is aligned in one row. */
export interface Row {
  readonly item: TextItem;
  readonly kind: number;
  readonly hasFold: boolean;
  /** What is said by it: equal descriptions say the same. */
  readonly saying: number;
  /** Where something follows the description: the description alone. */
  readonly description?: TextItem;
  readonly descriptionKind: number;
  /** The only constant, first in a fold. */
  readonly tag?: string;
}

function isParameter({ role }: Slot): boolean {
  return role === 'parameter';
}

/** Prepares items and slots for being aligned. */
export function alignmentOf(
  items: readonly TextItem[],
  slots: readonly Slot[],
  score: Score,
  gaps: GapCosts,
): Alignment {
  const response = slots.findIndex(({ role }) => role === 'responseText' || role === 'response');
  const first = slots.findIndex(({ role }) => role !== 'operation' && role !== 'security');
  const start = first === -1 ? slots.length : first;
  const table = scoreTable(slots, score);
  const rows = rowsOf(items, table);
  return {
    items,
    slots,
    score,
    table,
    rows,
    gaps,
    modes: 1 + rows.reduce((greatest, row) => Math.max(greatest, modeOf(row)), normalMode),
    parameters: { start, end: start + slots.filter(isParameter).length },
    response: response === -1 ? slots.length : response,
    parentEnds: Int32Array.from(slots, ({ parent }) => slots[parent]?.end ?? 0),
    skipCosts: Float64Array.from(slots, (_, index) => skipCost(index, slots, gaps)),
    status: statusItems(items),
  };
}

/** The greatest mode that a text leads to. */
function modeOf(row: Row | undefined): number {
  return row?.tag !== undefined ? branchMode : row?.hasFold ? foreignMode : normalMode;
}

function rowsOf(items: readonly TextItem[], table: ScoreTable): (Row | undefined)[] {
  const sayings = new Map<string, number>();
  const rowOf = (item: TextItem, description: TextItem | undefined, before: TextItem | undefined): Row => {
    const text = item.description?.text ?? `\n${table.kindOf(item)}`;
    const saying = sayings.get(text) ?? sayings.size + 1;
    sayings.set(text, saying);
    const constant = before?.fold !== undefined && item.values?.values.length === 1 ? item.values.values[0] : undefined;
    return {
      item,
      kind: table.kindOf(item),
      hasFold: item.fold !== undefined,
      saying,
      descriptionKind: description ? table.kindOf(description) : -1,
      ...(description && { description }),
      ...(typeof constant === 'string' && { tag: constant }),
    };
  };
  return items.flatMap((item, index) => {
    const parts = splitItem(item);
    return [rowOf(item, parts?.[0], items[index - 1]), parts && rowOf(parts[1], undefined, undefined)];
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

/** Adds the moves from a point to `moves`. */
export function fillMoves(row: number, slot: number, mode: number, alignment: Alignment, moves: Moves): void {
  const { parameters, slots, rows } = alignment;
  const isRest = row % 2 === 1;
  if (isRest && (mode !== normalMode || !rows[row])) return;
  if (slot >= parameters.start && slot < parameters.end) {
    fillParameterMoves(row, mode, alignment, moves);
    return;
  }
  const own = rows[row];
  const target = slots[slot];
  const next = row + (isRest ? 1 : 2);
  const fits = target !== undefined && isOnSide((row + 1) >> 1, target.role, alignment.status);
  if (own && fits) fillMatch(own, next, slot, mode, alignment, moves);
  if (own) {
    const gain = mode === foreignMode ? -costs.foreignItem : -itemCost(slot, own.hasFold, alignment);
    moves.add(next, slot, own.hasFold ? foreignMode : mode, gain, leftOut);
  }
  if (target) {
    const { end } = target;
    moves.add(row, end, modeAt(alignment, mode, slot, end), -(alignment.skipCosts[slot] ?? 0), untouched);
  }
  const rest = rows[row + 1];
  if (own && rest && fits && !isRest && mode !== branchMode) {
    const gain = alignment.table.at(own.descriptionKind, slot, false) - costOfSplit(rest.item, slot, alignment);
    moves.add(row + 1, target.end, normalMode, gain, interchangeable(slots, slot), own.saying);
  }
}

/** The moves among the parameters: these are one place, at which each text goes to one of them, in any order, or to none. */
function fillParameterMoves(row: number, mode: number, alignment: Alignment, moves: Moves): void {
  const { parameters, slots, table, rows, status } = alignment;
  const { start, end } = parameters;
  const isRest = row % 2 === 1;
  moves.add(row, end, mode, 0, untouched);
  const own = rows[row];
  if (!own) return;
  const next = row + (isRest ? 1 : 2);
  const nextMode = own.hasFold ? foreignMode : mode;
  const leaveOut = own.hasFold && mode !== foreignMode ? alignment.gaps.requestItem : costs.parameterItem;
  moves.add(next, start, nextMode, -leaveOut, leftOut);
  const rest = rows[row + 1];
  for (let choice = start; choice < end; choice += 1) {
    const slot = slots[choice];
    if (!slot || !isOnSide((row + 1) >> 1, slot.role, status)) continue;
    const extra = slot.location === 'path' ? pathGain : 0;
    moves.add(next, start, nextMode, parameterGain + withPath(table.at(own.kind, choice, false), extra), choice);
    if (isRest || !rest || mode === foreignMode) continue;
    const gain =
      withPath(table.at(own.descriptionKind, choice, false), extra) - costOfSplit(rest.item, choice, alignment);
    moves.add(row + 1, end, normalMode, parameterGain + gain, choice);
  }
}

/** Every parameter of the path is there (OAS 3.1, section 4.8.12.1), and most are described: a text that fits is one. */
function withPath(fit: number, gain: number): number {
  return fit >= ownFit ? fit + gain : fit;
}

function itemCost(slot: number, hasFold: boolean, { parameters, response, gaps }: Alignment): number {
  if (slot <= parameters.end && !hasFold) return costs.parameterItem;
  return slot <= response ? gaps.requestItem : gaps.responseItem;
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

function skipCost(index: number, slots: readonly Slot[], gaps: GapCosts): number {
  const slot = slots[index];
  if (slot?.name !== '') return gaps.slot;
  return slot.role === 'responseText' && slots[index - 1]?.role !== 'responseText' ? responseCost : 0;
}

function fillMatch(own: Row, next: number, index: number, mode: number, alignment: Alignment, moves: Moves): void {
  const { slots, table } = alignment;
  const slot = slots[index];
  if (!slot) return;
  const branch = isBranch(own, index, mode, slots);
  const hasChildren = slot.end > index + 1;
  const enters = own.hasFold && hasChildren && !branch;
  const to = enters ? index + 1 : slot.end;
  const inside = branch ? branchMode : normalMode;
  const nextMode = own.hasFold && !enters ? foreignMode : modeAt(alignment, inside, index, to);
  const gain = table.at(own.kind, index, branch) + (branch && mode !== branchMode ? tagGain : 0);
  moves.add(next, to, nextMode, gain, interchangeable(slots, index), branch ? -own.saying : own.saying);
}

/** Slots for sentences stand several times in a row; which of them a sentence takes makes no difference. */
function interchangeable(slots: readonly Slot[], index: number): number {
  let first = index;
  while (slots[index]?.name === '' && slots[first - 1]?.role === slots[index]?.role) first -= 1;
  return first;
}

/** A branch ends with the slots of its parent. */
function modeAt({ parentEnds }: Alignment, mode: number, slot: number, next: number): number {
  return mode === branchMode && next >= (parentEnds[slot] ?? 0) ? normalMode : mode;
}

/**
 * Whether a text at this point belongs to another union branch than the sample's: one that, first in a fold, names a
 * constant other than the sample's value opens one, the next ones go on with it.
 */
export function isBranch({ tag }: Row, index: number, mode: number, slots: readonly Slot[]): boolean {
  if (mode === branchMode) return true;
  const slot = slots[index];
  if (mode !== normalMode || tag === undefined || !slot || slot.parent < 0) return false;
  return typeof slot.value === 'string' && slot.value !== tag;
}
