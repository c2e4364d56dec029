import { unique } from '../../base/order.ts';
import { code, joinCode, type Code } from '../code.ts';

// Boolean expressions.

/** `a && b && c`, without what is always so. */
export function all(conditions: readonly Code[]): Code {
  if (conditions.includes(never)) return never;
  const open = conditions.filter((condition) => condition !== always);
  return open.length === 0 ? always : joinCode(open, ' && ');
}

/** `(a || b || c)`, without what is never so, and what is there already. */
export function any(conditions: readonly Code[]): Code {
  if (conditions.includes(always)) return always;
  const open = unique(conditions).filter((condition) => condition !== never);
  const [only] = open;
  if (only === undefined) return never;
  return open.length === 1 ? only : code`(${joinCode(open.map(withoutGroup), ' || ')})`;
}

/** The opposite of a condition. */
export function not(condition: Code): Code {
  if (condition === always) return never;
  if (condition === never) return always;
  const isCall = /^[\p{ID_Continue}$.]+\(\)$/u.test(outside(condition));
  return isCall || isGroup(condition) ? code`!${condition}` : code`!(${condition})`;
}

/** The conditions of which `any` was made; a condition that is no such group is its own only alternative. */
export function alternatives(condition: Code): Code[] {
  const inner = withoutGroup(condition);
  if (inner === condition) return [condition];
  const shape = inner.replaceAll(quoted, (text) => '_'.repeat(text.length));
  const parts: Code[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < shape.length; index += 1) {
    if (shape[index] === '(') depth += 1;
    if (shape[index] === ')') depth -= 1;
    if (depth > 0 || !shape.startsWith(' || ', index)) continue;
    parts.push(inner.slice(start, index) as Code);
    start = index + ' || '.length;
  }
  return [...parts, inner.slice(start) as Code];
}

/** Alternatives among alternatives need no parentheses of their own. */
function withoutGroup(condition: Code): Code {
  if (!isGroup(condition)) return condition;
  const inner = condition.slice(1, -1) as Code;
  return isMixed(inner) ? condition : inner;
}

/** An operand of `||`: conjunctions get parentheses, for the reader. */
export function wrapped(condition: Code): Code {
  return isMixed(condition) && !isGroup(condition) ? code`(${condition})` : condition;
}

/** Whether a condition has an `&&` outside of parentheses. */
function isMixed(condition: Code): boolean {
  return condition.includes(' && ') && outside(condition).includes(' && ');
}

/** Whether a condition is one pair of parentheses. */
function isGroup(condition: Code): boolean {
  return condition.startsWith('(') && condition.endsWith(')') && outside(condition) === '()';
}

const quoted = /'(?:[^'\\]|\\.)*'|`[^`]*`/g;

/** What of a condition stands outside of parentheses and quotes, the outermost parentheses with it. */
function outside(condition: Code): string {
  const plain = /['`]/u.test(condition) ? condition.replaceAll(quoted, "''") : condition;
  let depth = 0;
  let from = 0;
  let text = '';
  for (let index = plain.indexOf('('); index >= 0 && index < plain.length; index += 1) {
    const char = plain[index];
    if (char === '(') {
      if (depth === 0) text += plain.slice(from, index + 1);
      depth += 1;
    } else if (char === ')') {
      depth -= 1;
      if (depth === 0) from = index;
    }
  }
  return depth === 0 ? text + plain.slice(from) : text;
}

/** The condition that always holds. */
export const always: Code = code`true`;
/** The condition that never holds. */
export const never: Code = code`false`;
