import { automatonOf, isPatternFault, readPattern } from '../base/pattern.ts';
import type { Identifier } from '../base/names.ts';
import { code, joinCode, literal, regularExpression, type Code } from './code.ts';

/** Declares that a helper of a module of `templates/runtime` is used, and returns its name. */
type UseRuntime = (module: 'checks' | 'linear-pattern', name: string) => Identifier;

/** Texts of this length are no trouble for any engine, whatever the pattern repeats. */
const shortText = 1_000_000;

/** A group that is repeated without end: engines remember each round, and are out of memory after some millions. */
const repeatedGroup = /\)(?:[*+]|\{\d+,\}|\{(?:\d+,)?\d{5,}\})/;

/**
 * What tests a pattern: its regular expression; where that can take very long, an automaton, or, where there is none,
 * what bounds the expression to short texts. Where it only fails on texts of millions of characters, the automaton takes
 * those, unless `longest` says that a text has to be shorter to fit.
 */
export function patternCode(pattern: string, use: UseRuntime, longest: number = Infinity): Code {
  const found = readPattern(pattern);
  if (isPatternFault(found)) return code`/^/`;
  const { expression, risk } = found;
  const isSteady = longest <= shortText || !repeatedGroup.test(expression.source);
  if (!risk && isSteady) return regularExpression(expression);
  const automaton = risk ? risk.automaton : automatonOf(expression);
  if (!automaton) {
    const bounded = use('checks', 'boundedPattern');
    return code`/* @__PURE__ */ ${bounded}(${regularExpression(expression)}, ${risk?.limit ?? shortText})`;
  }
  const sets = code`[${joinCode(automaton.sets.map(regularExpression), ', ')}]`;
  const [helper, first] = risk ? ['linearPattern', literal(pattern)] : ['steadyPattern', regularExpression(expression)];
  const parts = [first, literal(automaton.part), sets];
  return code`/* @__PURE__ */ ${use('linear-pattern', helper)}(${joinCode(parts, ', ')})`;
}

/** How long a text the pattern may be run on, where it can take very long on others, or an engine has not the memory. */
export function patternLimit(pattern: string): number | undefined {
  const found = readPattern(pattern);
  if (isPatternFault(found)) return undefined;
  const { expression, risk } = found;
  if (risk) return risk.automaton ? undefined : risk.limit;
  return repeatedGroup.test(expression.source) && !automatonOf(expression) ? shortText : undefined;
}
