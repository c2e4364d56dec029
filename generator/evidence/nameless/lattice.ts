import type { Slot } from './slots.ts';

/** How many modes a point may be in. */
const modeCount = 3;
/** What a move does that goes to no slot: it leaves a text out, or does not touch it. */
export const leftOut = -1;
export const untouched = -2;
const anyParameter = -3;

/** A point of an alignment: the next text, the next slot, and in which mode they are read. A text has a row of its own for what follows its description. */
export interface Point {
  readonly row: number;
  readonly slot: number;
  readonly mode: number;
}

/** The moves from one point, in the order in which equal ones are preferred. One list is filled again and again. */
export class Moves {
  count = 0;
  readonly row: number[] = [];
  readonly slot: number[] = [];
  readonly mode: number[] = [];
  readonly gain: number[] = [];
  /** The slot that the text goes to, `leftOut` or `untouched`. */
  readonly choice: number[] = [];
  /** A number for what is said of the slot: equal where the same is said. */
  readonly saying: number[] = [];

  /** Appends a move to a later row, or to a later slot of the same row. */
  add(row: number, slot: number, mode: number, gain: number, choice: number, saying = 0): void {
    const { count } = this;
    this.row[count] = row;
    this.slot[count] = slot;
    this.mode[count] = mode;
    this.gain[count] = gain;
    this.choice[count] = choice;
    this.saying[count] = saying;
    this.count = count + 1;
  }
}

/** What is aligned: texts, two rows each, with slots. */
export interface Grid {
  readonly items: number;
  readonly slots: readonly Slot[];
  /** How many of the modes occur, from the first on. */
  readonly modes: number;
  /** Adds the moves from a point to `moves`, which is empty. */
  fill(row: number, slot: number, mode: number, moves: Moves): void;
}

/** A move of the best way, with the point it leaves. */
export interface TakenMove {
  readonly from: Point;
  readonly to: Point;
  readonly choice: number;
  readonly saying: number;
  /**
   * How much worse the best way is that says something else of the slot; for a parameter, on which the text goes to none; for
   * a sentence, that makes another choice for it. 0 where the text is not touched.
   */
  readonly margin: number;
}

/** So many sums are kept at most; those of the rows between are found again. */
const keptSums = 4_000_000;

/** Ways that are worse than the best by more than this rival with nothing: no margin needs to be so large. */
const farthest = 12;

/**
 * The way from the first text and slot behind the last ones with the greatest sum of gains (dynamic programming, exact).
 * Equal sums are decided by the order of the moves. The memory grows with the slots and the root of the texts.
 */
export function bestWay(grid: Grid): TakenMove[] {
  const sums = new Sums(grid);
  const rivals = new Rivals(grid);
  const taken: Omit<TakenMove, 'margin'>[] = [];
  const moves = new Moves();
  const width = grid.slots.length + 1;
  let here = emptyRow(width);
  here[0] = 0;
  let best = -Infinity;
  let at: Point | undefined = { row: 0, slot: 0, mode: 0 };
  for (let item = 0; item <= grid.items; item += 1) {
    const behind = sums.of(item);
    const next = sums.of(item + 1);
    if (item === 0) best = behind.main[0] ?? -Infinity;
    const rest = emptyRow(width);
    const ahead = emptyRow(width);
    for (const [row, from] of [
      [2 * item, here],
      [2 * item + 1, rest],
    ] as const) {
      for (let point = 0; point < from.length; point += 1) {
        const sum = from[point] ?? -Infinity;
        if (sum === -Infinity) continue;
        const slot = Math.floor(point / modeCount);
        const mode = point % modeCount;
        const own = (row === 2 * item ? behind.main : behind.rest)[point] ?? -Infinity;
        if (!(sum + own >= best - farthest)) continue;
        const isOnWay = at?.row === row && at.slot === slot && at.mode === mode;
        moves.count = 0;
        grid.fill(row, slot, mode, moves);
        let isTaken = false;
        for (let index = 0; index < moves.count; index += 1) {
          const target = moves.row[index] ?? 0;
          const to = (moves.slot[index] ?? 0) * modeCount + (moves.mode[index] ?? 0);
          const gain = moves.gain[index] ?? 0;
          const [forward, backward] =
            target === 2 * item
              ? [here, behind.main]
              : target === 2 * item + 1
                ? [rest, behind.rest]
                : [ahead, next.main];
          const reached = sum + gain;
          if (reached > (forward[to] ?? 0)) forward[to] = reached;
          const total = gain + (backward[to] ?? -Infinity);
          rivals.note({ row, slot, mode }, moves, index, sum + total);
          if (!isOnWay || isTaken || total !== own) continue;
          isTaken = true;
          at = { row: target, slot: moves.slot[index] ?? 0, mode: moves.mode[index] ?? 0 };
          const choice = moves.choice[index] ?? untouched;
          taken.push({ from: { row, slot, mode }, to: at, choice, saying: moves.saying[index] ?? 0 });
        }
      }
    }
    here = ahead;
  }
  rivals.close();
  return taken.map((move) => ({ ...move, margin: rivals.margin(move, best) }));
}

function emptyRow(width: number): Float64Array {
  return new Float64Array(width * modeCount).fill(-Infinity);
}

interface RowSums {
  readonly main: Float64Array;
  readonly rest: Float64Array;
}

/** The greatest sums from each point to the end, of one text after the other. */
class Sums {
  readonly #grid: Grid;
  readonly #width: number;
  /** So many texts stand between two whose sums are kept. */
  readonly #block: number;
  readonly #kept = new Map<number, RowSums>();
  #known = new Map<number, RowSums>();
  readonly #moves = new Moves();

  constructor(grid: Grid) {
    this.#grid = grid;
    this.#width = grid.slots.length + 1;
    const most = Math.floor(keptSums / (2 * modeCount * this.#width));
    this.#block = Math.max(most, Math.ceil(Math.sqrt(grid.items + 1)));
    const { items } = grid;
    let next: RowSums | undefined;
    for (let item = items; item >= 0; item -= 1) {
      next = this.#row(item, next);
      if (item % this.#block === 0) this.#kept.set(item, next);
      if (item < this.#block) this.#known.set(item, next);
    }
  }

  /** The sums at a text; asked for in the order of the texts. */
  of(item: number): RowSums {
    const known = this.#known.get(item);
    if (known) return known;
    const { items } = this.#grid;
    if (item > items) return { main: emptyRow(this.#width), rest: emptyRow(this.#width) };
    const end = item + this.#block;
    let next = this.#kept.get(end);
    this.#known = new Map();
    for (let row = Math.min(end - 1, items); row >= item; row -= 1) {
      next = this.#row(row, next);
      this.#known.set(row, next);
    }
    return next ?? this.of(items + 1);
  }

  #row(item: number, next: RowSums | undefined): RowSums {
    const { slots, items } = this.#grid;
    const sums: RowSums = { main: emptyRow(this.#width), rest: emptyRow(this.#width) };
    const ahead = next?.main ?? emptyRow(0);
    if (item === items) sums.main.fill(0, slots.length * modeCount);
    else this.#fillRow(2 * item + 1, slots.length, sums.rest, sums, ahead);
    this.#fillRow(2 * item, slots.length - (item === items ? 1 : 0), sums.main, sums, ahead);
    return sums;
  }

  #fillRow(row: number, last: number, own: Float64Array, { rest }: RowSums, ahead: Float64Array): void {
    const moves = this.#moves;
    const grid = this.#grid;
    // the second row of a text has one mode
    const modes = row % 2 === 1 ? 1 : grid.modes;
    for (let slot = last; slot >= 0; slot -= 1) {
      for (let mode = 0; mode < modes; mode += 1) {
        moves.count = 0;
        grid.fill(row, slot, mode, moves);
        let best = -Infinity;
        for (let index = 0; index < moves.count; index += 1) {
          const to = (moves.slot[index] ?? 0) * modeCount + (moves.mode[index] ?? 0);
          const target = moves.row[index] ?? 0;
          const from = target === row ? own : target === row + 1 && row % 2 === 0 ? rest : ahead;
          const total = (moves.gain[index] ?? 0) + (from[to] ?? -Infinity);
          if (total > best) best = total;
        }
        own[slot * modeCount + mode] = best;
      }
    }
  }
}

/** The two greatest sums of ways that differ in something. */
class Best {
  #first = -Infinity;
  #second = -Infinity;
  #what: number | undefined;

  note(what: number, sum: number): void {
    if (what === this.#what) this.#first = Math.max(this.#first, sum);
    else if (sum > this.#first) [this.#second, this.#first, this.#what] = [this.#first, sum, what];
    else if (sum > this.#second) this.#second = sum;
  }

  /** The greatest sum of a way in which it is something else. */
  besides(what: number): number {
    return what === this.#what ? this.#second : this.#first;
  }
}

/** What the best ways say of each slot, and choose for each text. */
class Rivals {
  readonly #slots: readonly Slot[];
  readonly #bySlot: Best[] = [];
  readonly #byRow: Best[] = [];
  /** The greatest sums of ways on which nothing is said of what is nested in a slot. */
  readonly #closed: Float64Array;

  constructor({ slots }: Grid) {
    this.#slots = slots;
    this.#closed = new Float64Array(slots.length).fill(-Infinity);
  }

  note({ row, slot }: Point, moves: Moves, index: number, total: number): void {
    if (total === -Infinity) return;
    const choice = moves.choice[index] ?? untouched;
    const target = choice === untouched ? slot : choice;
    if (choice !== untouched) (this.#byRow[row] ??= new Best()).note(this.#kindOf(choice), total);
    if (choice === leftOut || target >= this.#slots.length) return;
    const saying = choice === untouched ? untouched : (moves.saying[index] ?? 0);
    (this.#bySlot[target] ??= new Best()).note(saying, total);
    const enters = choice !== untouched && moves.slot[index] === choice + 1;
    if (!enters && total > (this.#closed[target] ?? 0)) this.#closed[target] = total;
  }

  /** Which of the parameters a text goes to is decided among these alone. */
  #kindOf(choice: number): number {
    return this.#slots[choice]?.role === 'parameter' ? anyParameter : choice;
  }

  /** Hands what is said of nothing nested down to all that is nested. */
  close(): void {
    for (const [index, { parent }] of this.#slots.entries()) {
      const above = this.#closed[parent] ?? -Infinity;
      (this.#bySlot[index] ??= new Best()).note(untouched, above);
      if (above > (this.#closed[index] ?? 0)) this.#closed[index] = above;
    }
  }

  margin({ from, choice, saying }: { from: Point; choice: number; saying: number }, best: number): number {
    if (choice === untouched) return 0;
    const slot = this.#slots[choice];
    const isProperty = slot !== undefined && slot.name !== '' && slot.role !== 'parameter';
    const second = isProperty
      ? this.#bySlot[choice]?.besides(saying)
      : this.#byRow[from.row]?.besides(this.#kindOf(choice));
    return Math.min(farthest, Math.max(0, best - (second ?? -Infinity)));
  }
}
