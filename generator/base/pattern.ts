import { analyse, type ParsedLiteral, type Report } from './backtracking.ts';
import { patternAutomaton, type PatternAutomaton } from './pattern-automaton.ts';
import { withoutBoundaries } from './pattern-boundaries.ts';
import { foreignReason, needsUnicode, slipReason } from './pattern-dialect.ts';
import { ambiguousLoop } from './pattern-loops.ts';

/** A `pattern` of a document that a JavaScript engine can run. */
export interface Pattern {
  readonly expression: RegExp;
  /** Why it is not valid with the `u` flag that JSON Schema asks for, where it is run without. */
  readonly looseReason?: string;
  /** Set where backtracking can take very long. */
  readonly risk?: PatternRisk;
}

/** What running a pattern by backtracking can cost, and what is done instead. */
export interface PatternRisk {
  /** How long a text it may be run on. */
  readonly limit: number;
  /** How the time grows with the length of a text. */
  readonly growth: string;
  /** What runs it in linear time on texts of any length, where there is such a thing. */
  readonly automaton?: PatternAutomaton;
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
 * its author had another dialect in mind.
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
  const slip = slipReason(source);
  if (slip !== undefined) return { reason: slip };
  const strict = compile(source, 'u');
  if (strict instanceof RegExp) return { expression: strict, ...riskMember(strict) };
  const loose = needsUnicode(source) ? undefined : compile(source, '');
  if (!(loose instanceof RegExp)) return { reason: strict };
  const foreign = foreignReason(source);
  if (foreign !== undefined) return { reason: foreign };
  return { expression: loose, looseReason: strict, ...riskMember(loose) };
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

function riskMember(expression: RegExp): Pick<Pattern, 'risk'> {
  const risk = riskOf(expression);
  return risk ? { risk } : {};
}

/** What running an expression by backtracking can cost; undefined where its time grows with the length of a text and no faster. */
export function riskOf({ source, flags }: RegExp): PatternRisk | undefined {
  // without a repetition there is nothing to go back to
  if (!/[*+{]/.test(source)) return undefined;
  try {
    if (source.length > maxAnalysed) return exponential(budget, patternAutomaton(parsedPattern(source, flags), flags));
    const whole = analyse({ source, flags }, { maxReports: 200 });
    const bare = withoutBoundaries(whole.parsed.pattern);
    const { reports, parsed } = bare === source ? whole : analyse({ source: bare, flags }, { maxReports: 200 });
    const degree = degreeOf(reports);
    const loop = ambiguousLoop(parsed.pattern, flags);
    if (!loop && degree < 2) return undefined;
    const automaton = patternAutomaton(whole.parsed.pattern, flags);
    if (loop) return exponential((budget * loop.distance) / Math.log2(loop.ways), automaton);
    if (degree >= budget) return exponential(budget, automaton);
    // a text can be divided among its repetitions in no more than 2 ** length ways
    return riskUpTo(Math.max(budget, 2 ** (budget / degree)), `with the power of ${degree}`, automaton);
  } catch {
    return exponential(budget); // nested too deeply to be analysed
  }
}

/** What runs an expression in linear time, and with little memory, on texts of any length; undefined where nothing does. */
export function automatonOf({ source, flags }: RegExp): PatternAutomaton | undefined {
  try {
    return patternAutomaton(parsedPattern(source, flags), flags);
  } catch {
    return undefined; // nested too deeply
  }
}

/** A pattern taken apart, without looking for repetitions. */
function parsedPattern(source: string, flags: string): ParsedLiteral['pattern'] {
  return analyse({ source, flags }, { reportTypes: { Move: false, Self: false, Trade: false } }).parsed.pattern;
}

function exponential(limit: number, automaton?: PatternAutomaton): PatternRisk {
  return riskUpTo(limit, 'exponentially', automaton);
}

function riskUpTo(limit: number, growth: string, automaton: PatternAutomaton | undefined): PatternRisk {
  return { limit: Math.max(1, Math.floor(limit)), growth, ...(automaton && { automaton }) };
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
