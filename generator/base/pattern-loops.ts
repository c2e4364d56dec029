import type { ParsedLiteral } from './backtracking.ts';

type Pattern = ParsedLiteral['pattern'];
type Alternative = Pattern['alternatives'][number];
type Element = Alternative['elements'][number];
type Quantifier = Extract<Element, { type: 'Quantifier' }>;

/** One place of a pattern that reads a character. */
interface Reader {
  /** What it reads, as a regular expression. */
  readonly raw: string;
  /** Where to go on after it; a place is named as often as there are ways to it. */
  readonly next: number[];
}

/** What a part of a pattern can begin and end with. */
interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly nullable: boolean;
}

/** More places are not looked at, and repetitions up to this often are written out. */
const maxReaders = 600;
const maxCopies = 20;

const nothing: Part = { first: [], last: [], nullable: true };

/** The pattern cannot be looked at in this way. */
class Unsupported extends Error {}

/** How a loop takes a text in several ways: at how many places it can go on in how many ways, and how far these are apart. */
export interface AmbiguousLoop {
  readonly ways: number;
  readonly distance: number;
}

/**
 * The worst loop of the pattern that can read one text in two ways, so that there are exponentially many ways to read a
 * long one: `(a|a)*$`, `(a|aa)+$`. The position automaton is compared with itself (Weber and Seidl's criterion for
 * exponential ambiguity). Undefined where there is none, where the pattern refers back, and where it is too large to
 * say.
 */
export function ambiguousLoop(pattern: Pattern, flags: string): AmbiguousLoop | undefined {
  const readers: Reader[] = [];
  try {
    choice(readers, pattern.alternatives);
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
  const all = readers.map((_, index) => index);
  const loops = components(all, (index) => readers[index]?.next ?? []);
  // a loop that nothing must follow never has to read a text in another way
  const ends = pattern.raw.includes('$');
  const overlap = overlaps(readers, flags);
  const found = loops.flatMap((loop) => {
    const members = new Set(loop);
    const left = loop.some((index) => readers[index]?.next.some((one) => !members.has(one)));
    return ends || left ? (ambiguity(readers, members, overlap) ?? []) : [];
  });
  if (found.length === 0) return undefined;
  return {
    ways: Math.max(...found.map(({ ways }) => ways)),
    distance: Math.min(...found.map(({ distance }) => distance)),
  };
}

type Overlap = (left: number, right: number) => boolean;

function ambiguity(
  readers: readonly Reader[],
  members: ReadonlySet<number>,
  overlap: Overlap,
): AmbiguousLoop | undefined {
  const steps = (index: number): number[] => (readers[index]?.next ?? []).filter((one) => members.has(one));
  const size = readers.length;
  const pairsAfter = (pair: number): number[] =>
    steps(Math.floor(pair / size)).flatMap((left) =>
      steps(pair % size)
        .filter((right) => overlap(left, right))
        .map((right) => left * size + right),
    );
  const isSame = (pair: number): boolean => pair % (size + 1) === 0;
  const twice = [...members].some((index) => new Set(steps(index)).size < steps(index).length);
  const parts =
    twice ||
    components(
      [...members].map((index) => index * (size + 1)),
      pairsAfter,
    ).some((pairs) => pairs.some(isSame) && !pairs.every(isSame));
  if (!parts) return undefined;
  const waysFrom = (index: number): number => {
    const after = steps(index);
    return Math.max(0, ...after.map((one) => after.filter((other) => overlap(one, other)).length));
  };
  const forks = [...members].filter((index) => waysFrom(index) > 1);
  return {
    ways: Math.max(2, ...forks.map(waysFrom)),
    distance: Math.min(...forks.map((fork) => distanceToNext(fork, new Set(forks), steps))),
  };
}

/** How many characters are read from one fork to the next. */
function distanceToNext(fork: number, forks: ReadonlySet<number>, steps: (index: number) => readonly number[]): number {
  const seen = new Set<number>();
  let front = [...steps(fork)];
  for (let distance = 1; front.length > 0; distance += 1) {
    if (front.some((index) => forks.has(index))) return distance;
    for (const index of front) seen.add(index);
    front = [...new Set(front.flatMap(steps))].filter((index) => !seen.has(index));
  }
  return 1;
}

/** Whether two places can read the same character, tried with the characters at which their sets may begin or end. */
function overlaps(readers: readonly Reader[], flags: string): Overlap {
  const tried = new Set(' \t\n-_.5aZéλ中😀');
  const raws = [...new Set(readers.map(({ raw }) => raw))];
  for (const char of raws.join('')) {
    const point = char.codePointAt(0) ?? 0;
    for (const near of [point - 1, point, point + 1]) if (near >= 0) tried.add(String.fromCodePoint(near));
  }
  const sets = new Map(raws.map((raw) => [raw, charactersOf(raw, flags, tried)]));
  const known = new Map<string, boolean>();
  return (left, right) => {
    const one = readers[left]?.raw ?? '';
    const other = readers[right]?.raw ?? '';
    const key = `${one} ${other}`;
    const overlap = known.get(key) ?? [...(sets.get(one) ?? [])].some((char) => sets.get(other)?.has(char));
    known.set(key, overlap);
    return overlap;
  };
}

function charactersOf(raw: string, flags: string, tried: ReadonlySet<string>): Set<string> {
  const expression = new RegExp(`^(?:${raw})$`, flags);
  return new Set([...tried].filter((char) => expression.test(char)));
}

function choice(readers: Reader[], alternatives: readonly Alternative[]): Part {
  const parts = alternatives.map(({ elements }) =>
    sequence(
      readers,
      elements.map((one) => () => element(readers, one)),
    ),
  );
  return {
    first: parts.flatMap(({ first }) => first),
    last: parts.flatMap(({ last }) => last),
    nullable: parts.some(({ nullable }) => nullable),
  };
}

function sequence(readers: Reader[], makers: readonly (() => Part)[]): Part {
  return makers.reduce((before, make) => {
    const after = make();
    connect(readers, before.last, after.first);
    return {
      first: before.nullable ? [...before.first, ...after.first] : before.first,
      last: after.nullable ? [...before.last, ...after.last] : after.last,
      nullable: before.nullable && after.nullable,
    };
  }, nothing);
}

function connect(readers: readonly Reader[], from: readonly number[], to: readonly number[]): void {
  for (const index of from) readers[index]?.next.push(...to);
}

function element(readers: Reader[], one: Element): Part {
  switch (one.type) {
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass': {
      if (readers.length >= maxReaders) throw new Unsupported();
      const index = readers.push({ raw: one.raw, next: [] }) - 1;
      return { first: [index], last: [index], nullable: false };
    }
    case 'Group':
    case 'CapturingGroup':
      return choice(readers, one.alternatives);
    case 'Quantifier':
      return repetition(readers, one);
    case 'Assertion':
      // the loops of what is looked for are looked at by themselves
      if (one.kind === 'lookahead' || one.kind === 'lookbehind') choice(readers, one.alternatives);
      return nothing;
    default:
      throw new Unsupported();
  }
}

/** `x{2,4}` is `xx(x(x)?)?`; what repeats often or without end is a loop. */
function repetition(readers: Reader[], { min, max, element: inner }: Quantifier): Part {
  const copy = (): Part => element(readers, inner);
  if (max > maxCopies) {
    const part = copy();
    connect(readers, part.last, part.first);
    // which of the rounds are empty is a choice of its own
    if (part.nullable && min > 1) connect(readers, part.last, part.first);
    return { ...part, nullable: part.nullable || min === 0 };
  }
  const optional = (left: number): Part =>
    left === 0 ? nothing : { ...sequence(readers, [copy, () => optional(left - 1)]), nullable: true };
  return sequence(readers, [...Array.from({ length: min }, () => copy), () => optional(max - min)]);
}

/** The strongly connected components that can be reached from `starts` and hold a circle (Tarjan, without recursion). */
function components(starts: readonly number[], next: (node: number) => readonly number[]): number[][] {
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const waiting = new Set<number>();
  const found: number[][] = [];
  const lowest = (node: number): number => low.get(node) ?? 0;
  for (const start of starts) {
    if (order.has(start)) continue;
    const frames: { node: number; children: readonly number[]; at: number }[] = [];
    const open = (node: number): void => {
      order.set(node, order.size);
      low.set(node, order.size - 1);
      stack.push(node);
      waiting.add(node);
      frames.push({ node, children: next(node), at: 0 });
    };
    open(start);
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const { node, children } = frame;
      const child = children[frame.at++];
      if (child !== undefined) {
        if (!order.has(child)) open(child);
        else if (waiting.has(child)) low.set(node, Math.min(lowest(node), order.get(child) ?? 0));
        continue;
      }
      frames.pop();
      const parent = frames.at(-1);
      if (parent) low.set(parent.node, Math.min(lowest(parent.node), lowest(node)));
      if (lowest(node) !== order.get(node)) continue;
      const members = stack.splice(stack.lastIndexOf(node));
      for (const member of members) waiting.delete(member);
      if (members.length > 1 || children.includes(node)) found.push(members);
    }
  }
  return found;
}
