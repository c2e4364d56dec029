import type { Step } from './evidence.ts';

/** Whether steps begin with some others. Gives no diagnostics. */
export function isWithin(path: readonly Step[], outer: readonly Step[]): boolean {
  return outer.every((step, index) => JSON.stringify(path[index]) === JSON.stringify(step));
}

/** Whether steps begin with some others and go on. Gives no diagnostics. */
export function isBelow(path: readonly Step[], outer: readonly Step[]): boolean {
  return path.length > outer.length && isWithin(path, outer);
}
