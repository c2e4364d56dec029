import { isObject, setOwn, type JsonValue } from './json.ts';

/** Deeper documents are refused: every later step may then recurse without fear for the stack. */
export const maxDepth = 400;
/** What YAML aliases unfold to may be this many times as long as the text; a text that stays short may do as it likes. */
const maxGrowth = 10;
const freeLength = 5_000_000;

/**
 * Names what makes a value unfit for recursion: an alias cycle, more than 400 levels, or aliases that unfold to far more than
 * the text they stand in, which has `length` characters. Numbers that JSON does not have (`.inf`, `1e999`) become texts on
 * the way.
 */
export function structuralFault(root: JsonValue, length: number): string | undefined {
  const limit = Math.max(freeLength, maxGrowth * length);
  const sizes = new Map<object, number>();
  const open = new Set<object>();
  let fault: string | undefined;

  /** About how many characters a value takes once all aliases in it are written out. */
  function measure(value: JsonValue, depth: number): number {
    if (typeof value === 'string') return value.length + 1;
    if (typeof value !== 'object' || value === null || fault !== undefined) return 1;
    const known = sizes.get(value);
    if (known !== undefined) return known;
    if (open.has(value)) fault = 'an alias refers to a value that contains it';
    else if (depth > maxDepth) fault = `nested more than ${maxDepth} levels deep`;
    if (fault !== undefined) return 1;
    open.add(value);
    const size = measureMembers(value, depth);
    open.delete(value);
    sizes.set(value, size);
    if (size > limit) fault = `aliases unfold to more than ${maxGrowth} times the text`;
    return size;
  }

  function measureMembers(value: object, depth: number): number {
    let size = 1;
    for (const [key, member] of Object.entries(value) as [string, JsonValue][]) {
      size += measure(member, depth + 1);
      if (typeof member !== 'number' || Number.isFinite(member)) continue;
      if (Array.isArray(value)) value[Number(key)] = String(member);
      else if (isObject(value)) setOwn(value, key, String(member));
    }
    return size;
  }

  measure(root, 0);
  return fault;
}
