import { code, joinCode, type Code } from '../code.ts';

// Boolean expressions.

/** `a && b && c`, without what is always so. */
export function all(conditions: readonly Code[]): Code {
  if (conditions.includes(never)) return never;
  const open = conditions.filter((condition) => condition !== always);
  return open.length === 0 ? always : joinCode(open, ' && ');
}

/** `(a || b || c)`, without what is never so. */
export function any(conditions: readonly Code[]): Code {
  if (conditions.includes(always)) return always;
  const open = conditions.filter((condition) => condition !== never);
  const [only] = open;
  if (only === undefined) return never;
  return open.length === 1 ? only : code`(${joinCode(open.map(withoutGroup), ' || ')})`;
}

/** The opposite of a condition. */
export function not(condition: Code): Code {
  if (condition === always) return never;
  if (condition === never) return always;
  const isCall = /^[\p{ID_Continue}$.]+\([^()]*\)$/u.test(condition);
  return isCall || isGroup(condition) ? code`!${condition}` : code`!(${condition})`;
}

/** Alternatives among alternatives need no parentheses of their own; a conjunction keeps them, for the reader. */
function withoutGroup(condition: Code): Code {
  return isGroup(condition) && !condition.includes(' && ') ? (condition.slice(1, -1) as Code) : condition;
}

/** Whether a condition is one pair of parentheses; false where a string or a pattern might hold more of them. */
function isGroup(condition: Code): boolean {
  if (!condition.startsWith('(') || /['/]/.test(condition)) return false;
  let depth = 0;
  for (const [index, char] of [...condition].entries()) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth === 0) return index === condition.length - 1;
  }
  return false;
}

/** The condition that always holds. */
export const always: Code = code`true`;
/** The condition that never holds. */
export const never: Code = code`false`;
