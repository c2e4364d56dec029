import { analyse, type Report } from './backtracking.ts';
import { ambiguousLoop } from './pattern-loops.ts';

/** A `pattern` of a document that a JavaScript engine can run. */
export interface Pattern {
  readonly expression: RegExp;
  /** Why it is not valid with the `u` flag that JSON Schema asks for, where it is run without. */
  readonly looseReason?: string;
  /** Set where backtracking can take very long: how long a text it may be run on, and how the time grows. */
  readonly risk?: { readonly limit: number; readonly growth: string };
}

/** Why a text is no regular expression. */
export interface PatternFault {
  readonly reason: string;
}

/** About how many steps, as a power of two, a refusal may cost: less than a second on any machine in use. */
const budget = 25;
/** Longer patterns are not analysed: they count as risky. Real ones stay far below. */
const maxAnalysed = 10_000;

const known = new Map<string, Pattern | PatternFault>();

/**
 * The regular expression that a `pattern` stands for (JSON Schema Core 2020-12, section 6.4: ECMA-262 with the `u` flag,
 * not anchored), how long it may take, or why it is none. What is valid only without the flag is taken without, unless
 * that would give its escapes another meaning.
 */
export function readPattern(source: string): Pattern | PatternFault {
  const found = known.get(source) ?? analysed(source);
  known.set(source, found);
  return found;
}

/** Whether `readPattern` found no regular expression. */
export function isPatternFault(found: Pattern | PatternFault): found is PatternFault {
  return 'reason' in found;
}

function analysed(source: string): Pattern | PatternFault {
  const strict = compile(source, 'u');
  if (strict instanceof RegExp) return { expression: strict, ...riskOf(strict) };
  // without the flag these would be the letters p, u and k
  const loose = /\\[pPuk][{<]/.test(source) ? undefined : compile(source, '');
  if (!(loose instanceof RegExp)) return { reason: strict };
  return { expression: loose, looseReason: strict, ...riskOf(loose) };
}

/** The expression, or what the engine says against it; some faults show only when it is run. */
function compile(source: string, flags: 'u' | ''): RegExp | string {
  try {
    const expression = new RegExp(source, flags);
    expression.test('');
    expression.test('\u2603');
    return expression;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'invalid';
    // the engine repeats the whole pattern
    return reason.replace(/^Invalid regular expression: \/[^]*\/u?: /, '');
  }
}

function riskOf({ source, flags }: RegExp): Pick<Pattern, 'risk'> {
  // without a repetition there is nothing to go back to
  if (!/[*+{]/.test(source)) return {};
  if (source.length > maxAnalysed) return exponential(budget);
  try {
    const { reports, parsed } = analyse({ source, flags }, { maxReports: 200 });
    const degree = degreeOf(reports);
    const loop = ambiguousLoop(parsed.pattern, flags);
    if (loop) return exponential((budget * loop.distance) / Math.log2(loop.ways));
    if (degree >= budget) return exponential(budget);
    // a text can be divided among its repetitions in no more than 2 ** length ways
    return degree < 2 ? {} : riskUpTo(Math.max(budget, 2 ** (budget / degree)), `with the power of ${degree}`);
  } catch {
    return exponential(budget); // nested too deeply to be analysed
  }
}

function exponential(limit: number): Pick<Pattern, 'risk'> {
  return riskUpTo(limit, 'exponentially');
}

function riskUpTo(limit: number, growth: string): Pick<Pattern, 'risk'> {
  return { risk: { limit: Math.max(1, Math.floor(limit)), growth } };
}

/**
 * How the time grows, as a power of the length: one for each repetition along the longest chain of repetitions that
 * can take over text from each other, one more where the match may begin anywhere; `Infinity` for exponential growth.
 */
function degreeOf(reports: readonly Report[]): number {
  if (reports.some((report) => report.exponential)) return Infinity;
  const next = new Map<object, object[]>();
  const weights = new Map<object, number>();
  for (const report of reports) {
    if (report.type === 'Trade') next.set(report.startQuant, [...(next.get(report.startQuant) ?? []), report.endQuant]);
    if (report.type === 'Self')
      weights.set(report.quant, Math.max(weights.get(report.quant) ?? 1, report.parentQuant.max));
  }
  const lengths = new Map<object, number>();
  const chain = (quantifier: object, open: ReadonlySet<object>): number => {
    const done = lengths.get(quantifier);
    if (done !== undefined) return done;
    if (open.has(quantifier)) return Infinity;
    const inside = new Set([...open, quantifier]);
    const after = (next.get(quantifier) ?? []).map((one) => chain(one, inside));
    const length = (weights.get(quantifier) ?? 1) + Math.max(0, ...after);
    lengths.set(quantifier, length);
    return length;
  };
  const starts = [...next.keys(), ...weights.keys()].map((one) => chain(one, new Set()));
  const moves = reports.filter((report) => report.type === 'Move').map((report) => 1 + chain(report.quant, new Set()));
  return Math.max(0, ...starts, ...moves);
}
