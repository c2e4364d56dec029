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
  readonly moves: readonly Move[];
  /** The greatest sum of gains from the start to here, and from here to the end. */
  forward: number;
  backward: number;
}

/**
 * The way from (0, 0, 0) to (`items`, `slots`) with the greatest sum of gains (dynamic programming). Every move must
 * lead to a later item, or to a later slot of the same item. Equal sums are decided by the order of the moves.
 */
export function bestWay(items: number, slots: number, movesFrom: (point: Point) => Move[]): TakenMove[] {
  const lattice = buildLattice(items, slots, movesFrom);
  const rivals = rivalTotals(lattice);
  const taken: TakenMove[] = [];
  let state = lattice.start;
  while (state.moves.length > 0) {
    const move = bestMove(state, lattice);
    if (!move) break;
    taken.push({ from: state, move, margin: marginOf(move, lattice, rivals) });
    const next = lattice.find(move);
    if (!next) break;
    state = next;
  }
  return taken;
}

interface Lattice {
  readonly start: State;
  /** In an order in which every move leads forward. */
  readonly order: readonly State[];
  find(point: Point): State | undefined;
}

function buildLattice(items: number, slots: number, movesFrom: (point: Point) => Move[]): Lattice {
  // rows[item]: slot → mode → state
  const rows: Map<number, Map<number, State>>[] = Array.from({ length: items + 1 }, () => new Map());
  const reach = (point: Point, forward: number): State | undefined => {
    const row = rows[point.item];
    if (!row) return undefined;
    let cell = row.get(point.slot);
    if (!cell) row.set(point.slot, (cell = new Map()));
    let state = cell.get(point.mode);
    if (!state) {
      const { item, slot, mode } = point;
      state = { item, slot, mode, moves: movesFrom(point), forward, backward: 0 };
      cell.set(mode, state);
    }
    state.forward = Math.max(state.forward, forward);
    return state;
  };
  const first = { item: 0, slot: 0, mode: 0 };
  const start = reach(first, 0) ?? { ...first, moves: [], forward: 0, backward: 0 };
  const order: State[] = [];
  for (const row of rows) {
    for (let slot = 0; slot <= slots; slot += 1) {
      for (const state of row.get(slot)?.values() ?? []) {
        order.push(state);
        for (const move of state.moves) reach(move, state.forward + move.gain);
      }
    }
  }
  const lattice = { start, order, find: (point: Point) => rows[point.item]?.get(point.slot)?.get(point.mode) };
  for (const state of order.toReversed())
    state.backward = Math.max(...totals(state, lattice), state.moves.length ? -Infinity : 0);
  return lattice;
}

function totals(state: State, lattice: Lattice): number[] {
  return state.moves.map((move) => move.gain + (lattice.find(move)?.backward ?? -Infinity));
}

function bestMove(state: State, lattice: Lattice): Move | undefined {
  return state.moves[totals(state, lattice).indexOf(state.backward)];
}

type Rivals = readonly ReadonlyMap<number, number>[];

/** For every item and every choice, the sum of the best way that takes it. */
function rivalTotals(lattice: Lattice): Rivals {
  const rivals: Map<number, number>[] = [];
  for (const state of lattice.order) {
    const sums = totals(state, lattice);
    for (const [index, { choice, decision }] of state.moves.entries()) {
      const row = (rivals[decision] ??= new Map<number, number>());
      const total = state.forward + (sums[index] ?? -Infinity);
      if (choice !== undefined && total > (row.get(choice) ?? -Infinity)) row.set(choice, total);
    }
  }
  return rivals;
}

function marginOf(move: Move, lattice: Lattice, rivals: Rivals): number {
  if (move.choice === undefined) return 0;
  let second = -Infinity;
  for (const [choice, total] of rivals[move.decision] ?? [])
    if (choice !== move.choice) second = Math.max(second, total);
  return lattice.start.backward - second;
}
