import { isObject, own, type JsonValue } from '../../base/json.ts';
import type { Step } from '../evidence.ts';

/** A property that has been labelled, with the place its children go to. */
interface Container {
  readonly path: readonly Step[];
  /** The value in the sample, where one is known. */
  readonly sample: JsonValue | undefined;
  readonly names: Set<string>;
}

/** Where a labelled property belongs. */
export interface PlacedName {
  readonly path: readonly Step[];
  /** Whether the sample, a dotted name or the top level confirms the place. */
  readonly sure: boolean;
}

/** Follows the nesting of a body: scraped pages say where children begin, but not where they end. */
export interface Outline {
  /** Places the next label. */
  place(name: string, type: string | undefined): PlacedName;
  /** The children of the last label follow. */
  open(): void;
  /** They are at their end. */
  close(): void;
}

/**
 * An outline over the sample of a body (undefined where there is none). A label goes into the innermost open container
 * whose sample has its name; where no sample tells, into the innermost one that does not have it already.
 */
export function createOutline(sample: JsonValue | undefined): Outline {
  const root: Container = {
    path: Array.isArray(sample) ? [{ kind: 'items' }] : [],
    sample: itemsOf(sample),
    names: new Set(),
  };
  let stack: Container[] = [root];
  let last: Container | undefined;
  const enter = (container: Container, name: string, type: string | undefined, sure: boolean): PlacedName => {
    container.names.add(name);
    const path: Step[] = [...container.path, { kind: 'property', name: name.replace(/\[\]$/, '') }];
    const value = own(container.sample, name);
    const isArray =
      Array.isArray(value) || (!isObject(value) && (/\[\]$|^(?:array|list)\b/.test(type ?? '') || name.endsWith('[]')));
    last = { path: isArray ? [...path, { kind: 'items' }] : path, sample: itemsOf(value), names: new Set() };
    return { path, sure };
  };
  return {
    place(name, type) {
      const dotted = name.split('.');
      const known = stack.findLastIndex((open) => own(open.sample, name) !== undefined && !open.names.has(name));
      if (known === -1 && dotted.length > 1) return placeDotted(dotted, root, type, enter);
      const free = stack.findLastIndex(({ names }) => !names.has(name));
      const index = known === -1 ? Math.max(free, 0) : known;
      stack = stack.slice(0, index + 1);
      return enter(stack[index] ?? root, name, type, known !== -1 || stack.length === 1);
    },
    open() {
      if (last) stack.push(last);
    },
    close() {
      if (stack.length > 1) stack.pop();
    },
  };
}

/** `data.title` names the whole way from the top. */
function placeDotted(
  names: readonly string[],
  root: Container,
  type: string | undefined,
  enter: (container: Container, name: string, type: string | undefined, sure: boolean) => PlacedName,
): PlacedName {
  let container = root;
  for (const name of names.slice(0, -1)) {
    const plain = name.replace(/\[\]$/, '');
    const path: Step[] = [...container.path, { kind: 'property', name: plain }];
    const value = own(container.sample, plain);
    const isArray = Array.isArray(value) || name.endsWith('[]');
    container = { path: isArray ? [...path, { kind: 'items' }] : path, sample: itemsOf(value), names: new Set() };
  }
  return enter(container, names.at(-1) ?? '', type, true);
}

function itemsOf(value: JsonValue | undefined): JsonValue | undefined {
  return Array.isArray(value) ? value.find(isObject) : value;
}
