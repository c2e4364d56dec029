import type { TextPattern } from './checks.js';

// Names of properties that a schema does not declare. They are no fault: JSON Schema lets an object have more than is told of
// it, and APIs grow. But a name that is not declared is often one that was misspelt.

/** What a schema declares of the objects and lists in its values; null where it declares no names. */
export type Part = Shape | (() => Part) | null;

/** What schemas declare, several of them together. */
export interface Shape {
  /** What is declared of properties, by name. */
  readonly keys?: Readonly<Record<string, Part>>;
  /** What is declared of properties whose names match. */
  readonly patterns?: readonly (readonly [TextPattern, Part])[];
  /** What is declared of all other properties: where this is, no name is unknown. */
  readonly others?: Part;
  /** What is declared of the first items of a list, one by one. */
  readonly first?: readonly Part[];
  /** What is declared of the items after those. */
  readonly items?: Part;
  /** What else is declared of the value: a name is known that one of these knows. */
  readonly all?: readonly Part[];
  /** What is declared of an object that holds a value under `tag`. */
  readonly tag?: string;
  readonly cases?: readonly (readonly [value: unknown, Part])[];
}

/** What is declared of values that may be of any form: every name is known. */
export const anything: Shape = { keys: {}, others: null };

/** More values than this are not looked at: one that stands at many places of another is looked at for each. */
const mostVisits = 1_000_000;
const maximumDepth = 500;

/** The JSON Pointers (RFC 6901) of properties in `value` that `part` does not declare, at most `limit` of them. */
export function unknownKeys(value: unknown, part: Part, limit = 100): string[] {
  const found: string[] = [];
  let visits = mostVisits;
  const look = (inner: unknown, parts: readonly Part[], path: string, depth: number): void => {
    if (typeof inner !== 'object' || inner === null || depth > maximumDepth) return;
    const shapes = [...shapesOf(parts, inner)];
    const { length } = shapes.filter(isArray(inner) ? declaresItems : declaresNames);
    if (length === 0) return;
    const names = isArray(inner) ? inner.keys() : Object.keys(inner);
    for (const name of names) {
      if (found.length >= limit || visits === 0) return;
      visits -= 1;
      const member = (inner as Readonly<Record<string | number, unknown>>)[name];
      if (member === undefined) continue;
      const declared = shapes.flatMap((shape) => declaredOf(shape, name));
      const step = `${path}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (declared.length > 0) look(member, declared, step, depth + 1);
      else if (typeof name === 'string') found.push(step);
    }
  };
  look(value, [part], '', 0);
  return found;
}

const isArray = Array.isArray;
const declaresItems = ({ items, first }: Shape): boolean => items !== undefined || first !== undefined;
const declaresNames = ({ keys }: Shape): boolean => keys !== undefined;

/** All shapes that speak of a value. */
function shapesOf(parts: readonly Part[], value: object): Set<Shape> {
  const shapes = new Set<Shape>();
  const add = (part: Part): void => {
    let shape = part;
    // names that lead to nothing but each other lead nowhere
    for (let hops = 0; typeof shape === 'function'; hops += 1) shape = hops < 1000 ? shape() : null;
    if (shape === null || shapes.has(shape)) return;
    shapes.add(shape);
    const { all = [], tag, cases = [] } = shape;
    all.forEach(add);
    if (tag === undefined || !Object.hasOwn(value, tag)) return;
    const held = (value as Readonly<Record<string, unknown>>)[tag];
    for (const [constant, one] of cases) if (constant === held) add(one);
  };
  parts.forEach(add);
  return shapes;
}

/** What a shape declares under a name: nothing, or one or more parts. */
function declaredOf({ keys, patterns = [], others, first = [], items }: Shape, name: string | number): Part[] {
  if (typeof name === 'number') return [(name < first.length ? first[name] : items) ?? null];
  if (keys === undefined) return [];
  const own = Object.hasOwn(keys, name) ? [keys[name] ?? null] : [];
  const declared = [...own, ...patterns.flatMap(([pattern, part]) => (pattern.test(name) ? [part] : []))];
  return declared.length > 0 || others === undefined ? declared : [others];
}
