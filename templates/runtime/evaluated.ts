import { asObject, isSparse, type TextPattern } from './checks.js';
import { claimed, done, inside, under, type Test } from './issues.js';
import { sparse } from './leaves.js';

// What `unevaluatedProperties` and `unevaluatedItems` need (JSON Schema Core 2020-12, section 11): which members of a
// value the keywords that accepted it have looked at.

/** The members of one value that were looked at: names of properties, or indices of items. */
export interface Evaluated {
  /** All of them were. */
  all: boolean;
  readonly keys: Set<string | number>;
}

/** Nothing was looked at yet. */
export function evaluated(): Evaluated {
  return { all: false, keys: new Set() };
}

/** Adds what another branch has looked at. */
export function addEvaluated(seen: Evaluated, more: Evaluated): void {
  if (more.all) seen.all = true;
  for (const key of more.keys) seen.keys.add(key);
}

/** `properties` and `patternProperties` look at the names they give. Always true, to stand in a chain of conditions. */
export function sawProperties(
  value: unknown,
  seen: Evaluated,
  names: readonly string[],
  patterns: readonly TextPattern[] = [],
): boolean {
  const object = asObject(value);
  if (object === undefined) return true;
  for (const name of names) seen.keys.add(name);
  if (patterns.length === 0) return true;
  for (const name of Object.keys(object)) if (patterns.some((pattern) => pattern.test(name))) seen.keys.add(name);
  return true;
}

/** `additionalProperties` and `unevaluatedProperties` look at whatever is left. Always true. */
export function sawObject(value: unknown, seen: Evaluated): boolean {
  if (asObject(value) !== undefined) seen.all = true;
  return true;
}

/** `prefixItems` looks at the first `count` items. Always true. */
export function sawItems(value: unknown, seen: Evaluated, count: number): boolean {
  if (Array.isArray(value)) for (let index = 0; index < count; index += 1) seen.keys.add(index);
  return true;
}

/** `items` and `unevaluatedItems` look at whatever is left. Always true. */
export function sawArray(value: unknown, seen: Evaluated): boolean {
  if (Array.isArray(value)) seen.all = true;
  return true;
}

/** `contains` looks at the items that fit. Always true. */
export function sawContained(value: unknown, seen: Evaluated, fits: (item: unknown) => boolean): boolean {
  if (!Array.isArray(value)) return true;
  for (const [index, item] of value.entries()) if (fits(item)) seen.keys.add(index);
  return true;
}

/** Whether each property that nothing looked at fits. */
export function restOfObject(value: unknown, seen: Evaluated, fits: Test): boolean {
  const object = seen.all ? undefined : asObject(value);
  if (object === undefined) return true;
  const from = claimed;
  for (const name of Object.keys(object)) {
    const member = object[name];
    if (member === undefined || seen.keys.has(name) || fits(member)) continue;
    if (!under(name, '/unevaluatedProperties')) return false;
  }
  return done(from);
}

/** Whether each item that nothing looked at fits. */
export function restOfArray(value: unknown, seen: Evaluated, fits: Test): boolean {
  if (seen.all || !Array.isArray(value)) return true;
  if (isSparse(value)) return sparse(value);
  const from = claimed;
  for (const [index, item] of value.entries()) {
    if (seen.keys.has(index) || fits(item)) continue;
    if (!inside(`/${index}`, '/unevaluatedItems')) return false;
  }
  return done(from);
}
