// Going through a value by the plan that a generated module holds: what is changed is copied, the rest is shared with
// the value given, which itself is never changed.

/** What one going-through shares. */
export interface Walk {
  /** The names and positions that lead to where it stands. */
  readonly path: (string | number)[];
  /** What was made of objects already met: an object that stands in many places is gone through once. */
  readonly made: Map<Step, Map<object, unknown>>;
  /** For codecs: the direction, and whether the result goes into text that can hold integers of any size. */
  readonly towards: 'value' | 'json' | 'text';
}

/** Makes another value of one; the same where there is nothing to do. */
export type Step = (value: unknown, walk: Walk) => unknown;

/** A step for a member whose name says something else to TypeScript, as `constructor` does. */
export const asStep = (one: Step): Step => one;

/** `Value` with other types for some of its properties; what is optional stays so. */
export type Changed<Value, Changes> = {
  [Name in keyof Value]: Name extends keyof Changes ? Changes[Name] : Value[Name];
};

/** `Value` with the properties `Names`, which it may lack. */
export type Present<Value, Names extends keyof Value> = Value & {
  [Name in Names]-?: Exclude<Value[Name], undefined>;
};

/** Thrown where a value cannot be transformed; the message begins with the JSON Pointer of the place. */
export class TransformError extends Error {
  override readonly name: string = 'TransformError';
  /** A JSON Pointer (RFC 6901). */
  readonly path: string;

  constructor(walk: Walk, reason: string) {
    const path = walk.path.map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
    super(`${path === '' ? 'the value' : path} ${reason}`);
    this.path = path;
  }
}

/** How deep values are followed; a value that contains itself ends there. */
const maximumDepth = 1000;

/** Goes through a value from its root. */
export function walked(root: Step, value: unknown, towards: Walk['towards']): unknown {
  return root(value, { path: [], made: new Map(), towards });
}

type Members = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property that is undefined is not sent, so it does not count as there; what is inherited never does. */
function has(members: Members, name: string): boolean {
  return Object.hasOwn(members, name) && members[name] !== undefined;
}

/** Defines rather than assigns: `__proto__` is a name like any other. */
function withMember(copy: object, name: string, value: unknown): void {
  Object.defineProperty(copy, name, { value, writable: true, enumerable: true, configurable: true });
}

function inside(step: Step, value: unknown, token: string | number, walk: Walk): unknown {
  if (walk.path.length > maximumDepth) throw new TransformError(walk, 'is nested too deeply');
  walk.path.push(token);
  const result = step(value, walk);
  walk.path.pop();
  return result;
}

/** What `step` makes of an object, the same for the same object. */
export function once(step: Step, value: unknown, walk: Walk): unknown {
  if (typeof value !== 'object' || value === null) return step(value, walk);
  let made = walk.made.get(step);
  if (made === undefined) walk.made.set(step, (made = new Map()));
  if (!made.has(value)) made.set(value, step(value, walk));
  return made.get(value);
}

/** An object whose missing members are added from `missing`, and of which `parts` are then changed. */
export function members(
  value: unknown,
  walk: Walk,
  parts: Readonly<Record<string, Step>>,
  missing: Readonly<Record<string, () => unknown>> = {},
): unknown {
  if (!isRecord(value)) return value;
  let copy: Members | undefined;
  const set = (name: string, member: unknown): void => {
    copy ??= { ...value };
    withMember(copy, name, member);
  };
  for (const [name, make] of Object.entries(missing)) if (!has(value, name)) set(name, make());
  for (const [name, step] of Object.entries(parts)) {
    const source = copy ?? value;
    if (!has(source, name)) continue;
    const before = source[name];
    const after = inside(step, before, name, walk);
    if (after !== before) set(name, after);
  }
  return copy ?? value;
}

/** An object of whose members each is changed. */
export function values(value: unknown, walk: Walk, step: Step): unknown {
  if (!isRecord(value)) return value;
  return members(value, walk, Object.fromEntries(Object.keys(value).map((name) => [name, step])));
}

/** A list of which each item is changed. */
export function items(value: unknown, walk: Walk, step: Step): unknown {
  if (!Array.isArray(value)) return value;
  let copy: unknown[] | undefined;
  for (let index = 0; index < value.length; index += 1) {
    const before: unknown = value[index];
    const after = inside(step, before, index, walk);
    if (after !== before) (copy ??= [...value])[index] = after;
  }
  return copy ?? value;
}

/** What the branch asks for that the member `tag` names. */
export function tagged(
  value: unknown,
  walk: Walk,
  tag: string,
  cases: readonly (readonly [constant: unknown, step: Step])[],
): unknown {
  if (!isRecord(value) || !Object.hasOwn(value, tag)) return value;
  const step = cases.find(([constant]) => constant === value[tag])?.[1];
  return step === undefined ? value : step(value, walk);
}

/** Steps for values of different types, each of which lets values of the others be. */
export function every(value: unknown, walk: Walk, steps: readonly Step[]): unknown {
  return steps.reduce((result, step) => step(result, walk), value);
}

/**
 * What the first branch asks for that the value fits, as it stands in JSON. Where it fits none as that (an integer with more
 * digits than validators take), the first that finds something to do.
 */
export function firstFitting(
  value: unknown,
  walk: Walk,
  branches: readonly (readonly [fits: (value: unknown) => boolean, step: Step | undefined])[],
): unknown {
  let changed = value;
  for (const [fits, step] of branches) {
    if (walk.towards === 'value' && fits(value)) return step === undefined ? value : step(value, walk);
    const result = step === undefined ? value : attempt(step, value, walk);
    if (walk.towards !== 'value' && fits(result)) return result;
    if (changed === value) changed = result;
  }
  return changed;
}

/** What `step` makes of a value, or the value where it cannot. */
function attempt(step: Step, value: unknown, walk: Walk): unknown {
  const { length } = walk.path;
  try {
    return step(value, walk);
  } catch (error) {
    if (!(error instanceof TransformError)) throw error;
    walk.path.length = length;
    return value;
  }
}
