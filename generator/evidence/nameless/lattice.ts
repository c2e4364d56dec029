/** A point of an alignment: the next item, the next slot, and in which mode they are read. */
export interface Point {
  readonly item: number;
  readonly slot: number;
  readonly mode: number;
}

/** A step to a later point. */
export interface Move extends Point {
  readonly gain: number;
  /** What happens to the item: the slot it goes to, -1 if it is left out, undefined if it is not touched. */
  readonly choice: number | undefined;
  /** Which question the choice answers: choices of equal number rival with each other. */
  readonly decision: number;
}

/** A move of the best way, with the point it leaves. */
export interface TakenMove {
  readonly from: Point;
  readonly move: Move;
  /** How much worse the best way is that makes another choice for the same item; 0 where the item is not touched. */
  readonly margin: number;
}

interface State extends Point {
  /** The moves from here, with where they lead; none where the way is not followed. */
  steps: readonly Step[];
  /** The greatest sum of gains from the start to here, and from here to the end. */
  forward: number;
  backward: number;
}

interface Step {
  readonly move: Move;
  readonly to: State;
}

/**
 * How many ways to one item are followed: the best ones, fewer where there are more items, so that the time grows with the
 * items and not with the items times the slots.
 */
const widest = { least: 200, most: 2500, sum: 120_000 };

/**
 * The way from (0, 0, 0) to (`items`, `slots`) with the greatest sum of gains (dynamic programming). Every move must
 * lead to a later item, or to a later slot of the same item. Equal sums are decided by the order of the moves.
 */
export function bestWay(items: number, slots: number, movesFrom: (point: Point) => Move[]): TakenMove[] {
  const { start, order } = buildLattice(items, slots, movesFrom);
  const rivals = rivalTotals(order);
  const taken: TakenMove[] = [];
  let state: State = start;
  for (;;) {
    const { steps, backward } = state;
    const step = steps.find((one) => totalOf(one) === backward);
    if (!step) return taken;
    taken.push({ from: state, move: step.move, margin: marginOf(step.move, start.backward, rivals) });
    state = step.to;
  }
}

interface Lattice {
  readonly start: State;
  /** In an order in which every move leads forward. */
  readonly order: readonly State[];
}

function buildLattice(items: number, slots: number, movesFrom: (point: Point) => Move[]): Lattice {
  const start = newState({ item: 0, slot: 0, mode: 0 }, 0);
  const order: State[] = [];
  let row = new Row();
  row.add(start);
  const width = Math.max(widest.least, Math.min(widest.most, Math.floor(widest.sum / (items + 1))));
  for (let item = 0; item <= items; item += 1) {
    const next = new Row();
    // behind the last item there are only slots to be left out, and these cost something
    const least = item < items ? row.leastOf(width) : -Infinity;
    for (let state = row.take(); state; state = row.take()) {
      order.push(state);
      if (state.forward < least) continue;
      state.steps = movesFrom(state).map((move) => {
        const to = (move.item === item ? row : next).reach(move, state.forward + move.gain);
        return { move, to };
      });
    }
    row = next;
  }
  for (const state of order.toReversed()) state.backward = greatest(state, items, slots);
  return { start, order };
}

function greatest({ steps, item, slot }: State, items: number, slots: number): number {
  if (steps.length === 0) return item === items && slot === slots ? 0 : -Infinity;
  return steps.reduce((best, step) => Math.max(best, totalOf(step)), -Infinity);
}

function newState({ item, slot, mode }: Point, forward: number): State {
  return { item, slot, mode, steps: [], forward, backward: -Infinity };
}

function totalOf({ move, to }: Step): number {
  return move.gain + to.backward;
}

/** The states of one item, taken in the order of their slots; what is reached while they are taken has a later slot. */
class Row {
  readonly #known = new Map<string, State>();
  readonly #waiting: State[] = [];
  #next = 0;

  add(state: State): void {
    this.#known.set(`${state.slot} ${state.mode}`, state);
    let place = this.#waiting.length;
    while (place > this.#next && (this.#waiting[place - 1]?.slot ?? -1) > state.slot) place -= 1;
    this.#waiting.splice(place, 0, state);
  }

  reach(point: Point, forward: number): State {
    let state = this.#known.get(`${point.slot} ${point.mode}`);
    if (!state) this.add((state = newState(point, forward)));
    state.forward = Math.max(state.forward, forward);
    return state;
  }

  /** The least sum among the best few, if there are that many. */
  leastOf(count: number): number {
    if (this.#waiting.length <= count) return -Infinity;
    const sums = this.#waiting.map(({ forward }) => forward).toSorted((left, right) => right - left);
    return sums[count - 1] ?? -Infinity;
  }

  take(): State | undefined {
    const state = this.#waiting[this.#next];
    this.#next += 1;
    return state;
  }
}

type Rivals = readonly ReadonlyMap<number, number>[];

/** For every item and every choice, the sum of the best way that takes it. */
function rivalTotals(order: readonly State[]): Rivals {
  const rivals: Map<number, number>[] = [];
  for (const state of order) {
    for (const step of state.steps) {
      const { choice, decision } = step.move;
      if (choice === undefined) continue;
      const row = (rivals[decision] ??= new Map<number, number>());
      const total = state.forward + totalOf(step);
      if (total > (row.get(choice) ?? -Infinity)) row.set(choice, total);
    }
  }
  return rivals;
}

function marginOf(move: Move, best: number, rivals: Rivals): number {
  if (move.choice === undefined) return 0;
  let second = -Infinity;
  for (const [choice, total] of rivals[move.decision] ?? [])
    if (choice !== move.choice) second = Math.max(second, total);
  return best - second;
}
