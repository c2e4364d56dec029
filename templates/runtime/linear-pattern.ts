// Patterns that a backtracking engine could take very long for, run as an automaton instead: its time grows with the
// length of a text and no faster, whatever the text. Which states there are is found while texts are read, and kept.

/** A part of a pattern. */
export type PatternPart =
  /** Reads a character of the set with this number. */
  | number
  /** The beginning or end of the text; a place that is, or is not, between a word and something else. */
  | 'start'
  | 'end'
  | 'boundary'
  | 'inside'
  /** One after the other. */
  | readonly PatternPart[]
  /** One of these. */
  | { readonly any: readonly PatternPart[] }
  /** The same, `from` to `to` times; without end where there is no `to`. */
  | { readonly of: PatternPart; readonly from: number; readonly to?: number }
  | Look;

/** A place before this, or after it; or any other. */
type Look =
  | { readonly ahead: PatternPart; readonly not: boolean }
  | { readonly behind: PatternPart; readonly not: boolean };

/** A place in a pattern: what it reads or asks for, and where to go on; a place without a way on ends the match. */
interface Place {
  readonly set?: number;
  readonly edge?: Extract<PatternPart, string>;
  /** The number of what is looked for, and whether it must be missing. */
  readonly look?: number;
  readonly not?: boolean;
  readonly next: number[];
}

/** What a place of the text lies between: its ends, word characters, others. */
type Side = 'end' | 'word' | 'other';

/** Places that a match may have come to, after all that was read so far. */
interface State {
  readonly places: Uint16Array;
  readonly last: Side;
  /** By class of characters, and what is found by looking around. */
  readonly next: (Step | undefined)[];
  /** Whether a text that ends here is matched, by what is found by looking around. */
  readonly ends: (boolean | undefined)[];
}

/** What comes of a state before a character: whether a match ends there, and the state after the character. */
interface Step {
  readonly matched: boolean;
  readonly state: State;
}

/** Characters that all sets of a pattern treat alike. */
interface CharacterClass {
  readonly id: number;
  readonly side: Side;
  readonly inSet: readonly boolean[];
}

/** Tells for each index of a text whether something is found there. */
type Finder = (text: string) => Uint8Array;

/** More is not kept, so that a long text cannot fill the memory. */
const maximumStates = 500;
const maximumCharacters = 10_000;

/** What `expression.test` would say for the pattern `source`, whose parts are `part`, in linear time. */
export function linearPattern(
  source: string,
  part: PatternPart,
  sets: readonly RegExp[],
): { readonly source: string; test(text: string): boolean } {
  let made: Automaton | undefined;
  return {
    source,
    test(text) {
      made ??= automaton(part, sets, false, isAnchored(part));
      return made(text);
    },
  };
}

/**
 * The expression itself, and the automaton where an engine cannot run it: one that repeats a group keeps a place to go
 * back to for each round, and has no more memory for that after some millions.
 */
export function steadyPattern(
  expression: RegExp,
  part: PatternPart,
  sets: readonly RegExp[],
): { readonly source: string; test(text: string): boolean } {
  const { source } = expression;
  const linear = linearPattern(source, part, sets);
  return {
    source,
    test(text) {
      try {
        return expression.test(text);
      } catch {
        return linear.test(text);
      }
    },
  };
}

/** Whether a text is matched; given `found`, it is noted there at which indexes a match ends. */
type Automaton = (text: string, found?: Uint8Array) => boolean;

function automaton(part: PatternPart, sets: readonly RegExp[], backwards: boolean, anchored: boolean): Automaton {
  const looks: Finder[] = [];
  const places: Place[] = [{ next: [] }];
  const start = place(part, 0, { places, backwards, look: numbered((one) => looks.push(finder(one, sets)) - 1) });
  const again = anchored ? [] : [start];
  const classOf = characterClasses(
    sets,
    places.some(({ edge }) => edge === 'boundary' || edge === 'inside'),
  );
  const byUnits = sets.some((set) => !set.unicode);
  const stateOf = stateTable();
  const step = (state: State, read: CharacterClass, seen: number): Step => {
    const open = waysOn(places, state, read.side, seen, backwards);
    const reached = new Set(again);
    for (const index of open) {
      const { set, next } = places[index] ?? nowhere;
      if (set !== undefined && read.inSet[set]) for (const one of next) reached.add(one);
    }
    return { matched: open.includes(0), state: stateOf(reached, read.side) };
  };
  const first = stateOf(new Set([start]), 'end');
  return (text, found) => {
    const seenBy = looks.map((look) => look(text));
    let state = first;
    for (let index = backwards ? text.length : 0; index !== (backwards ? 0 : text.length);) {
      const point = pointAt(text, index, backwards, byUnits);
      const read = classOf(point);
      const seen = looks.length === 0 ? 0 : seenAt(seenBy, index);
      const { matched, state: after } = (state.next[(read.id << looks.length) | seen] ??= step(state, read, seen));
      if (matched && found === undefined) return true;
      if (matched && found !== undefined) found[index] = 1;
      if (after.places.length === 0) return false;
      state = after;
      index += (point > 0xffff ? 2 : 1) * (backwards ? -1 : 1);
    }
    const index = backwards ? 0 : text.length;
    const seen = seenAt(seenBy, index);
    const ends = (state.ends[seen] ??= waysOn(places, state, 'end', seen, backwards).includes(0));
    if (ends && found !== undefined) found[index] = 1;
    return ends;
  };
}

/** Gives the one state for places and the side of what was read last. */
function stateTable(): (reached: ReadonlySet<number>, last: Side) => State {
  const states = new Map<string, State>();
  return (reached, last) => {
    const ordered = Uint16Array.from(reached).sort();
    const key = last + String.fromCharCode(...ordered);
    const known = states.get(key);
    if (known !== undefined) return known;
    if (states.size >= maximumStates) states.clear();
    const state: State = { places: ordered, last, next: [], ends: [] };
    states.set(key, state);
    return state;
  };
}

/** The same number for the same part, which stands at several places where it is repeated. */
function numbered(take: (look: Look) => number): (look: Look) => number {
  const numbers = new Map<Look, number>();
  return (look) => {
    const number = numbers.get(look) ?? take(look);
    numbers.set(look, number);
    return number;
  };
}

/** Finds where a part begins that lies ahead, or ends that lies behind. */
function finder(look: Look, sets: readonly RegExp[]): Finder {
  const run = 'ahead' in look ? automaton(look.ahead, sets, true, false) : automaton(look.behind, sets, false, false);
  return (text) => {
    const found = new Uint8Array(text.length + 1);
    run(text, found);
    return found;
  };
}

function seenAt(seenBy: readonly Uint8Array[], index: number): number {
  let seen = 0;
  for (const [look, found] of seenBy.entries()) seen |= (found[index] ?? 0) << look;
  return seen;
}

/** The character after an index, or before it. */
function pointAt(text: string, index: number, backwards: boolean, byUnits: boolean): number {
  if (!backwards) return byUnits ? text.charCodeAt(index) : (text.codePointAt(index) ?? 0);
  const pair = byUnits || index < 2 ? 0 : (text.codePointAt(index - 2) ?? 0);
  return pair > 0xffff ? pair : text.charCodeAt(index - 1);
}

const nowhere: Place = { next: [] };

/** Where the places of a pattern go while they are made, and what numbers the parts that it looks for. */
interface Making {
  readonly places: Place[];
  readonly backwards: boolean;
  look(look: Look): number;
}

/** Adds the places of a part after which it goes on at `after`, and returns where it begins. */
function place(part: PatternPart, after: number, making: Making): number {
  const add = (one: Place): number => making.places.push(one) - 1;
  if (typeof part === 'number') return add({ set: part, next: [after] });
  if (typeof part === 'string') return add({ edge: part, next: [after] });
  if (isSequence(part)) {
    const follow = (begin: number, one: PatternPart): number => place(one, begin, making);
    return making.backwards ? part.reduce<number>(follow, after) : part.reduceRight<number>(follow, after);
  }
  if ('any' in part) return add({ next: part.any.map((one) => place(one, after, making)) });
  if ('not' in part) return add({ look: making.look(part), not: part.not, next: [after] });
  const { of, from, to } = part;
  let begin = after;
  if (to === undefined) {
    const next = [after];
    begin = add({ next });
    next.push(place(of, begin, making));
  }
  for (let times = to ?? from; times > 0; times -= 1) {
    const one = place(of, begin, making);
    begin = times > from ? add({ next: [one, after] }) : one;
  }
  return begin;
}

function isSequence(part: PatternPart): part is readonly PatternPart[] {
  return Array.isArray(part);
}

/** Whether a match can begin at the beginning of a text only. */
function isAnchored(part: PatternPart): boolean {
  if (typeof part !== 'object') return part === 'start';
  if (isSequence(part)) return part[0] !== undefined && isAnchored(part[0]);
  if ('any' in part) return part.any.every(isAnchored);
  return 'of' in part && part.from > 0 && isAnchored(part.of);
}

/** The places that a state comes to without reading, with `side` next in the text: those that read, and the end of the match. */
function waysOn(places: readonly Place[], state: State, side: Side, seen: number, backwards: boolean): number[] {
  const open: number[] = [];
  const done = new Uint8Array(places.length);
  const pending: number[] = [...state.places];
  const [before, after] = backwards ? [side, state.last] : [state.last, side];
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    if (done[index] === 1) continue;
    done[index] = 1;
    const { set, edge, look, not, next } = places[index] ?? nowhere;
    if (set !== undefined || index === 0) open.push(index);
    else if (look !== undefined && ((seen >> look) & 1) === (not ? 1 : 0)) continue;
    else if (edge === undefined || isThere(edge, before, after)) pending.push(...next);
  }
  return open;
}

function isThere(edge: NonNullable<Place['edge']>, before: Side, after: Side): boolean {
  if (edge === 'start') return before === 'end';
  if (edge === 'end') return after === 'end';
  return ((before === 'word') !== (after === 'word')) === (edge === 'boundary');
}

/** Tells the class of a character by its number; `withWords` where patterns ask for the ends of words. */
function characterClasses(sets: readonly RegExp[], withWords: boolean): (point: number) => CharacterClass {
  const classes = new Map<string, CharacterClass>();
  const plain: (CharacterClass | undefined)[] = Array.from({ length: 128 });
  const known = new Map<number, CharacterClass>();
  return (point) => {
    const read = point < 128 ? plain[point] : known.get(point);
    if (read !== undefined) return read;
    const char = String.fromCodePoint(point);
    const inSet = sets.map((set) => set.test(char));
    const side = withWords && /\w/.test(char) ? 'word' : 'other';
    const key = side + inSet.join();
    const found = classes.get(key) ?? { id: classes.size, side, inSet };
    classes.set(key, found);
    if (known.size >= maximumCharacters) known.clear();
    if (point < 128) plain[point] = found;
    else known.set(point, found);
    return found;
  };
}
