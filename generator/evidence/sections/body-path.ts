import { isBelow } from '../steps-within.ts';
import { isObject, type JsonValue } from '../../base/json.ts';
import { areFree } from '../maps.ts';
import type { Step } from '../evidence.ts';

/** How far samples are searched. */
const maxObjects = 2000;

/** An object in a sample: where it stands, and the names in it. */
export interface SamplePart {
  readonly path: readonly Step[];
  readonly names: ReadonlySet<string>;
}

/** The objects of a sample, outermost first, each with its names; of a list the first items stand for all. */
export function objectsOf(sample: JsonValue): SamplePart[] {
  const found: SamplePart[] = [];
  const queue: { value: JsonValue; path: readonly Step[] }[] = [{ value: sample, path: [] }];
  for (let at = 0; at < queue.length && at < maxObjects; at += 1) {
    const { value, path } = queue[at] ?? { value: null, path: [] };
    if (Array.isArray(value)) {
      for (const item of value.slice(0, 3)) queue.push({ value: item, path: [...path, { kind: 'items' }] });
    } else if (isObject(value)) {
      found.push({ path, names: new Set(Object.keys(value)) });
      const isMap = areFree(value);
      for (const [name, member] of Object.entries(value)) {
        queue.push({ value: member, path: [...path, isMap ? { kind: 'values' } : { kind: 'property', name }] });
      }
    }
  }
  return found;
}

/** How many of some names, which may go deeper (`a.b`), an object has. */
function overlap(names: readonly string[], { names: own }: SamplePart): number {
  return names.filter((name) => own.has(name) || own.has(name.split(/[.[]/)[0] ?? name)).length;
}

function isRoot({ path }: SamplePart): boolean {
  return path.every((step) => step.kind === 'items');
}

/**
 * Where in a body the values of a table stand, by the names that samples show: the part that has most of them. The body itself
 * is preferred unless it has less than half as many. Undefined where no sample has any, or only a few deep inside.
 */
export function pathByNames(names: readonly string[], samples: readonly JsonValue[]): readonly Step[] | undefined {
  const found = samples.flatMap(objectsOf).map((one) => ({ ...one, count: overlap(names, one) }));
  const root = found.filter(isRoot).toSorted((left, right) => right.count - left.count)[0];
  const inner = found.filter((one) => !isRoot(one)).toSorted((left, right) => right.count - left.count)[0];
  if (root && root.count > 0 && root.count * 2 >= (inner?.count ?? 0)) return root.path;
  return inner && inner.count > 0 && inner.count * 2 >= names.length ? inner.path : undefined;
}

/**
 * Where a value stands that a table without levels lists beside those of the part at some steps, where samples never show it there: in the one part
 * inside of it, or around it, that has the name. Undefined where it is shown there, nowhere or in several parts.
 */
export function shownWithin(
  name: string,
  path: readonly Step[],
  parts: readonly SamplePart[],
): readonly Step[] | undefined {
  const own = JSON.stringify(path);
  const start = own.slice(0, -1);
  const holders = parts.filter((one) => one.names.has(name));
  const found = new Map(holders.map((one) => [JSON.stringify(one.path), one.path]));
  const [only, ...others] = [...found.values()];
  const isInside = only !== undefined && only.length > path.length && JSON.stringify(only).startsWith(start);
  const isAround = only !== undefined && only.length < path.length && own.startsWith(JSON.stringify(only).slice(0, -1));
  return (isInside || isAround) && others.length === 0 ? only : undefined;
}

/** Words around the name of a part in a heading. */
const noise: ReadonlySet<string> = new Set(
  `the a an object objects attribute attributes field fields parameter parameters param params property properties array list
  nested detail details structure element elements of each for information info`.split(/\s+/),
);

/**
 * Whether the part of samples at some steps has more of the names of a table than the whole has around it. A sample without that
 * part says nothing: it may show the part alone.
 */
export function fitsBetter(names: readonly string[], path: readonly Step[], samples: readonly JsonValue[]): boolean {
  const steps = JSON.stringify(path);
  const most = (parts: readonly SamplePart[]): number => Math.max(0, ...parts.map((part) => overlap(names, part)));
  return samples.map(objectsOf).some((found) => {
    const parts = found.filter((part) => JSON.stringify(part.path) === steps);
    return most(parts) > most(found.filter(isRoot));
  });
}

/** A name without what does not tell it apart: case, separators, and the plural. */
export function nameKey(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return plain
    .replace(/ies$/, 'y')
    .replace(/(?<=ss|x|ch|sh)es$/, '')
    .replace(/(?<=[^s])s$/, '');
}

/** The keys of the names that a heading may mean: its words, or those of them that say something. */
export function titleKeys(heading: string): string[] {
  // `Group - one dimension`, `Group (one dimension)`
  const title = heading.split(/\s[-–—:]\s|\(/)[0] ?? heading;
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !noise.has(word));
  // what says nothing around the name may be a part of it: `The source of funds object`
  const first = words.findIndex((word) => !noise.has(word));
  const inner = words.slice(first, words.findLastIndex((word) => !noise.has(word)) + 1);
  const keys = [words.join(''), ...(telling.length === 0 ? words : [inner.join(''), telling.join('')])].map(nameKey);
  // `Settings for e-mail`: the part, and in which case it is so
  const [part = '', ...cases] = title.split(/\s(?:for|when|if)\s/i);
  if (cases.length > 0) keys.push(...titleKeys(part).filter((key) => !noise.has(key)));
  return [...new Set(keys)].filter((key) => key !== '');
}

/** The keys of the names that paths end in: each title asks for those of all that are known. */
const lastKeys = new WeakMap<readonly Step[], string>();

/** The key of the name that a path ends in; empty where it has none. */
function lastKey(path: readonly Step[]): string {
  const known = lastKeys.get(path);
  if (known !== undefined) return known;
  const last = path.findLast((step) => step.kind === 'property');
  const key = last?.kind === 'property' ? nameKey(last.name) : '';
  lastKeys.set(path, key);
  return key;
}

/**
 * The part of a body that a heading names (`Fees`, ``The `address` object``), known from tables before or from samples; of several
 * the one `within` the part that the heading around names. A part that a sample shows with other names than those of the table is
 * not meant.
 */
export function pathByTitle(
  title: string,
  names: readonly string[],
  known: readonly (readonly Step[])[],
  samples: readonly JsonValue[],
  within?: readonly Step[],
): readonly Step[] | undefined {
  // a heading names a property whose name is its words, or those of them that say something
  const keys = new Set(titleKeys(title.split('.').at(-1) ?? title));
  const matches = (path: readonly Step[]): boolean => keys.has(lastKey(path));
  const all = samples.flatMap(objectsOf).filter((found) => matches(found.path));
  const inside = within && within.length > 0 ? all.filter(({ path }) => isBelow(path, within)) : [];
  const shown = inside.length > 0 ? inside : all;
  const fitting = shown.find(
    (found) => overlap(names, found) * 2 >= Math.min(names.length, found.names.size) || found.names.size === 0,
  );
  if (fitting) return fitting.path;
  if (shown.length > 0) return undefined;
  return (
    known.find((path) => matches(path) && within !== undefined && within.length > 0 && isBelow(path, within)) ??
    known.find(matches)
  );
}

/** How many of the names in a part of a sample a table must know, so that the part shows what the table describes. */
const leastKnown = 0.4;

/**
 * Which of the parts of samples shows what a table describes by itself: that of which the table knows most, the first of
 * equals. Undefined where the table knows too little of all of them.
 */
export function partDescribed<P extends SamplePart>(names: readonly string[], parts: readonly P[]): P | undefined {
  const described = new Set(names.map((name) => name.split(/[.[]/)[0] ?? name));
  let best: { readonly part: P; readonly worth: number } | undefined;
  for (const part of parts) {
    const known = [...part.names].filter((name) => described.has(name)).length;
    const worth = (known * known) / Math.max(part.names.size, 1);
    if (known >= part.names.size * leastKnown && worth > (best?.worth ?? 0)) best = { part, worth };
  }
  return best?.part;
}
