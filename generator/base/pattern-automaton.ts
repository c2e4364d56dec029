import type { ParsedLiteral } from './backtracking.ts';

type Pattern = ParsedLiteral['pattern'];
type Alternative = Pattern['alternatives'][number];
type Element = Alternative['elements'][number];

/** A part of a pattern, as `templates/runtime/linear-pattern.ts` takes it. */
export type PatternPart =
  | number
  | 'start'
  | 'end'
  | 'boundary'
  | 'inside'
  | PatternPart[]
  | { readonly any: PatternPart[] }
  | { readonly of: PatternPart; readonly from: number; readonly to?: number }
  | { readonly ahead: PatternPart; readonly not: boolean }
  | { readonly behind: PatternPart; readonly not: boolean };

/** A pattern that can be run as an automaton: its parts, and the sets of characters that they read by number. */
export interface PatternAutomaton {
  readonly part: PatternPart;
  readonly sets: readonly RegExp[];
}

/** Repetitions that make more places than this would take too long a step. */
const maxRepeated = 10_000;
/** The runtime numbers places with 16 bits. */
const maxPlaces = 60_000;
/** Each look around doubles the number of ways that a state can go on. */
const maxLooks = 8;

/** The pattern cannot be said in this way. */
class Unsupported extends Error {}

/**
 * The parts of a pattern for a matcher that takes linear time; undefined where it refers back, for which no automaton
 * stands, and where its repetitions or looks around make it too large.
 */
export function patternAutomaton(pattern: Pattern, flags: string): PatternAutomaton | undefined {
  const sets = new Map<string, RegExp>();
  try {
    const part = choice(pattern.alternatives, (raw) => numberOf(sets, raw, flags));
    const places = placesOf(part);
    const isRepeated = places > maxRepeated && places > 2 * pattern.raw.length;
    const isTooLarge = isRepeated || places > maxPlaces || looksIn(part) > maxLooks;
    return isTooLarge ? undefined : { part, sets: [...sets.values()] };
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

type NumberOf = (raw: string) => number;

function numberOf(sets: Map<string, RegExp>, raw: string, flags: string): number {
  if (!sets.has(raw)) sets.set(raw, new RegExp(raw, flags));
  return [...sets.keys()].indexOf(raw);
}

function choice(alternatives: readonly Alternative[], setOf: NumberOf): PatternPart {
  const parts = alternatives.map(({ elements }) => plain(elements.map((one) => element(one, setOf))));
  return parts.length === 1 ? plain(parts) : { any: parts };
}

/** A list without lists in it; one that holds a single part is that part. */
function plain(parts: readonly PatternPart[]): PatternPart {
  const flat = parts.flat();
  const [first] = flat;
  return first !== undefined && flat.length === 1 ? first : flat;
}

function element(one: Element, setOf: NumberOf): PatternPart {
  switch (one.type) {
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass':
      return setOf(one.raw);
    case 'Group':
      if (one.modifiers) throw new Unsupported(); // they change what sets mean
      return choice(one.alternatives, setOf);
    case 'CapturingGroup':
      return choice(one.alternatives, setOf);
    case 'Quantifier': {
      const of = element(one.element, setOf);
      return { of, from: one.min, ...(one.max !== Infinity && { to: one.max }) };
    }
    case 'Assertion':
      if (one.kind === 'lookahead') return { ahead: choice(one.alternatives, setOf), not: one.negate };
      if (one.kind === 'lookbehind') return { behind: choice(one.alternatives, setOf), not: one.negate };
      if (one.kind === 'word') return one.negate ? 'inside' : 'boundary';
      return one.kind;
    default:
      throw new Unsupported();
  }
}

/** How many places the matcher makes of a part, those of what it looks for included. */
function placesOf(part: PatternPart): number {
  if (typeof part !== 'object') return 1;
  if (!Array.isArray(part) && 'of' in part) {
    const { of, from, to } = part;
    return to === undefined ? (from + 1) * placesOf(of) + 1 : to * (placesOf(of) + 1);
  }
  return partsOf(part).reduce<number>((sum, one) => sum + placesOf(one), 1);
}

function looksIn(part: PatternPart): number {
  if (typeof part !== 'object') return 0;
  const inner = partsOf(part).reduce<number>((sum, one) => sum + looksIn(one), 0);
  return !Array.isArray(part) && 'not' in part ? inner + 1 : inner;
}

function partsOf(part: Exclude<PatternPart, number | string>): readonly PatternPart[] {
  if (Array.isArray(part)) return part;
  if ('any' in part) return part.any;
  if ('of' in part) return [part.of];
  return ['ahead' in part ? part.ahead : part.behind];
}
