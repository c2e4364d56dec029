import { isPatternFault, readPattern } from '../base/pattern.ts';
import type { Identifier } from '../base/names.ts';
import { code, joinCode, literal, regularExpression, type Code } from './code.ts';

/** Declares that a helper of a module of `templates/runtime` is used, and returns its name. */
type UseRuntime = (module: 'checks' | 'linear-pattern', name: string) => Identifier;

/**
 * What tests a pattern: its regular expression; where that can take very long, an automaton, or, where there is none,
 * what bounds the expression to short texts.
 */
export function patternCode(pattern: string, use: UseRuntime): Code {
  const found = readPattern(pattern);
  if (isPatternFault(found)) return code`/^/`;
  const { expression, risk } = found;
  if (!risk) return regularExpression(expression);
  const { automaton, limit } = risk;
  if (!automaton) {
    const bounded = use('checks', 'boundedPattern');
    return code`/* @__PURE__ */ ${bounded}(${regularExpression(expression)}, ${limit})`;
  }
  const linear = use('linear-pattern', 'linearPattern');
  const sets = code`[${joinCode(automaton.sets.map(regularExpression), ', ')}]`;
  const parts = [literal(pattern), literal(automaton.part), sets];
  return code`/* @__PURE__ */ ${linear}(${joinCode(parts, ', ')})`;
}

/** How long a text the pattern may be run on, where it can take very long on others. */
export function patternLimit(pattern: string): number | undefined {
  const found = readPattern(pattern);
  return isPatternFault(found) || found.risk?.automaton ? undefined : found.risk?.limit;
}
