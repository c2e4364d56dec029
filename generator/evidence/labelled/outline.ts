import { isObject, own, type JsonValue } from '../../base/json.ts';
import type { Step } from '../evidence.ts';
import { mergedItems } from '../merged-items.ts';

/** A property that has been labelled, with the place its children go to. */
interface Container {
  readonly path: readonly Step[];
  /** The value in the sample, where one is known. */
  readonly sample: JsonValue | undefined;
  /** Where no sample shows what is in it: that of another one of the same name. */
  readonly model?: JsonValue;
  readonly names: Set<string>;
  /** The last of them that the sample has. */
  last?: string;
  /** How many there are. */
  most?: number | undefined;
  /** Nothing shows where it ends. */
  isLoose?: boolean;
  /** Nor is it sure that it has parts. */
  isSupposed?: boolean;
  /** Its type has no parts. */
  isLeaf?: boolean;
  /** Its end is plain to see: until then all names are its own. */
  isExact?: boolean;
  /** It is told where it ends: until then no name stands outside of it. */
  isTold?: boolean;
  /** By which its end is told. */
  key?: number;
}

/** Where a labelled property belongs. */
export interface PlacedName {
  readonly path: readonly Step[];
  /** Whether the sample, a dotted name or the top level confirms the place. */
  readonly sure: boolean;
  /** Whether nothing tells that what was opened has not ended before it. */
  readonly isGuess?: boolean;
}

/** Follows the nesting of a body: scraped pages say where children begin, but not where they end. */
export interface Outline {
  /** Places the next label, which may be known to be within no other. */
  place(name: string, type: string | undefined, isTop?: boolean): PlacedName;
  /**
   * The children of the last label follow: so many of them, where that is known; all up to `close` where the end is plain, those and
   * theirs where it is told; none behind it, but maybe not all before it, where it is bounded. The end of these two is told by the key.
   */
  open(count?: number, end?: 'plain' | 'hidden' | 'told' | 'bounded', key?: number): void;
  /** All of the body follows with exact ends, or without where `isOpen`, or it is at its end; so many lists are around it. */
  startBlock(lists: number, isOpen?: boolean): void;
  /** They are at their end: those that were opened last, or with a key. */
  close(key?: number): void;
  /** Whether the next label is the first child of the last one. */
  isOpening(): boolean;
}

/**
 * An outline over the sample of a body (undefined where there is none). A label goes into the innermost open container
 * whose sample has its name; where no sample tells, into the innermost one that does not have it already.
 */
export function createOutline(sample: JsonValue | undefined): Outline {
  let root: Container = {
    path: Array.isArray(sample) ? [{ kind: 'items' }] : [],
    sample: itemsOf(sample),
    names: new Set(),
  };
  let stack: Container[] = [root];
  let last: Container | undefined;
  let opening = false;
  // what is nested in itself is shown by the sample less deep than by the text
  const models = modelsOf(sample);
  const lists = new Set<string>();
  const enter = (container: Container, name: string, type: string | undefined, sure: boolean): PlacedName => {
    container.names.add(name);
    if (own(container.sample ?? container.model, name) !== undefined) container.last = name;
    const path: Step[] = [...container.path, stepOf(name)];
    last = partsOf(container, path, name, type, models);
    if (last.path.length > path.length) lists.add(namesOf(path));
    return { path, sure };
  };
  return {
    place(name, type, isTop) {
      if (isTop) stack = [root];
      const exact = stack.at(-1);
      if (exact?.isExact) return enter(exact, name, type, true);
      const parts = name.split('.');
      // a part of signs only is no property: `$.callback` is one name
      const dotted = parts.every((part) => /[\p{L}\d]/u.test(part)) ? parts : [name];
      // the names of a map stand right behind it
      if (name === '*' && last) return enter(last, name, type, true);
      const isFirst = opening && !isTop;
      opening = false;
      while (stack.length > 1 && isFull(stack.at(-1))) stack.pop();
      const inner = stack.at(-1) ?? root;
      const told = stack.findLastIndex(({ isTold }) => isTold);
      // a fold has children, and they follow right behind its mark
      if (isFirst && (inner.model ? own(inner.model, name) !== undefined : inner.sample === undefined))
        return { ...enter(inner, name, type, false), ...(stack.some(isSupposed) && { isGuess: true }) };
      const known = knownIn(stack, told, name, type);
      // nothing marked that its children follow, but the sample has them
      if (known === -1 && last && last !== inner && own(last.sample, name) !== undefined && !last.names.has(name)) {
        stack = [...stack, last];
        return enter(last, name, type, true);
      }
      if (known === -1 && told === -1 && dotted.length > 1) {
        // whole names say where they are: what is open ends
        stack = [root];
        return placeDotted(dotted, root, type, enter, lists);
      }
      // the names of a map stand for all that it has
      const free = stack.findLastIndex(({ names }) => !names.has(name) && !names.has('*'));
      const index = known === -1 ? Math.max(free, told, 0) : known;
      const isGuess = known === -1 && !isTop && stack.some((open) => open.isLoose === true);
      stack = stack.slice(0, index + 1);
      const target = stack[index] ?? root;
      const placed = enter(
        target,
        name,
        type,
        target.model === undefined && (known !== -1 || index === Math.max(told, 0)),
      );
      return isGuess ? { ...placed, isGuess } : placed;
    },
    open(count, end, key) {
      if (!last || last.isLeaf) return;
      stack.push(Object.assign(last, { most: count, isExact: end === 'plain' }));
      last.isLoose = end === 'hidden' || end === 'bounded';
      last.isSupposed = end === 'bounded';
      last.isTold = end === 'told';
      if (key !== undefined) last.key = key;
      opening = end !== 'plain';
    },
    startBlock(lists, isOpen = false) {
      // what the sample shows is a list as well
      if (isOpen && root.path.length === 0) root = { ...blockOf(lists), isExact: false };
      stack = [lists < 0 || isOpen ? root : blockOf(lists)];
      last = undefined;
      opening = false;
    },
    isOpening: () => opening,
    close(key) {
      opening = false;
      const at = key === undefined ? stack.length - 1 : stack.findLastIndex((one) => one.key === key);
      if (at > 0 && (key !== undefined || !stack[at]?.isTold)) stack = stack.slice(0, at);
    },
  };
}

/** The place for the parts of a value. */
function partsOf(
  container: Container,
  path: readonly Step[],
  name: string,
  type: string | undefined,
  models: ReadonlyMap<string, JsonValue>,
): Container {
  const value = own(container.sample, name);
  const isArray = isList(value, name, type);
  const shown = itemsOf(value);
  const isShown = isObject(shown) ? Object.keys(shown).length > 0 : shown !== undefined && shown !== null;
  const model = isShown ? undefined : (models.get(name) ?? itemsOf(own(container.model, name)));
  const isLeaf =
    !isObject(shown) &&
    !isObject(model) &&
    /^(?:string|integer|number|boolean)(?:<[^<>]{0,40}>)?(?:\[\])*$/.test(type ?? '');
  return {
    path: isArray ? [...path, ...itemSteps(type)] : path,
    sample: model === undefined ? shown : undefined,
    ...(model !== undefined && { model }),
    names: new Set(),
    ...(isLeaf && { isLeaf }),
  };
}

function isSupposed(container: Container): boolean {
  return container.isSupposed === true;
}

/** The innermost of the open ones, from the last whose end is told, of which the sample shows a name. */
function knownIn(stack: readonly Container[], told: number, name: string, type: string | undefined): number {
  const inner = stack.at(-1);
  const isOpen = inner?.sample === undefined && !inner?.names.has(name);
  return stack.findLastIndex(
    (open, at) => at >= told && mayShow(open, name, type) && !open.names.has(name) && (!isOpen || isAhead(open, name)),
  );
}

/** A body in so many lists whose parts have ends that are plain to see. */
function blockOf(lists: number): Container {
  const path = Array.from({ length: lists }, (): Step => ({ kind: 'items' }));
  return { path, sample: undefined, names: new Set(), isExact: true };
}

function isList(value: JsonValue | undefined, name: string, type = ''): boolean {
  return Array.isArray(value) || (!isObject(value) && (/\[\]$|^(?:array|list)\b/.test(type) || name.endsWith('[]')));
}

/** One step for each list of a type. */
function itemSteps(type = ''): Step[] {
  const lists = /(?:\[\])+$/.exec(type)?.[0].length ?? 2;
  return Array.from({ length: Math.min(lists / 2, 5) }, () => ({ kind: 'items' }));
}

function isFull(container: Container | undefined): boolean {
  return container?.most !== undefined && container.names.size >= container.most;
}

/** Whether the sample has the name with a value that can be of the type: a list and an object are never each other. */
function mayShow({ sample, model }: Container, name: string, type: string | undefined): boolean {
  const value = own(sample ?? model, name);
  if (value === undefined || type === undefined || value === null) return value !== undefined;
  const isList = /\[\]$|^(?:array|list)\b/.test(type);
  if (Array.isArray(value)) return isList || !/^(?:object|string|integer|number|boolean)$/.test(type);
  if (isList) return false;
  return isObject(value) ? !/^(?:string|integer|number|boolean)\b/.test(type) : type !== 'object';
}

/**
 * Whether a name stands behind the last one in the sample. What stands before it was passed by, so that the name is sooner that
 * of a part of which the sample shows nothing.
 */
function isAhead({ sample, model, last }: Container, name: string): boolean {
  const shown = sample ?? model;
  if (last === undefined || !isObject(shown)) return true;
  const keys = Object.keys(shown);
  return keys.indexOf(name) > keys.indexOf(last);
}

/** The step to a name; `*` and `{key}` stand for those that are not known. */
function stepOf(name: string): Step {
  return /^(?:\*|\{\w+\})$/.test(name) ? { kind: 'values' } : { kind: 'property', name: name.replace(/\[\]$/, '') };
}

/** The names on the way to a value, lists and maps left out. */
function namesOf(path: readonly Step[]): string {
  return path.flatMap((step) => (step.kind === 'property' ? [step.name] : [])).join('.');
}

/** `data.title` names the whole way from the top. */
function placeDotted(
  names: readonly string[],
  root: Container,
  type: string | undefined,
  enter: (container: Container, name: string, type: string | undefined, sure: boolean) => PlacedName,
  lists: ReadonlySet<string>,
): PlacedName {
  let container = root;
  for (const name of names.slice(0, -1)) {
    const plain = name.replace(/\[\]$/, '');
    const path: Step[] = [...container.path, { kind: 'property', name: plain }];
    const value = own(container.sample, plain);
    const isArray = Array.isArray(value) || name.endsWith('[]') || lists.has(namesOf(path));
    container = { path: isArray ? [...path, { kind: 'items' }] : path, sample: itemsOf(value), names: new Set() };
  }
  return enter(container, names.at(-1) ?? '', type, true);
}

/** A page opens an outline over the same sample for each part of it. */
const knownModels = new WeakMap<object, ReadonlyMap<string, JsonValue>>();

/** By name, the greatest object that a sample shows at it. */
function modelsOf(sample: JsonValue | undefined): ReadonlyMap<string, JsonValue> {
  if (typeof sample !== 'object' || sample === null) return new Map();
  const known = knownModels.get(sample) ?? findModels(sample);
  knownModels.set(sample, known);
  return known;
}

function findModels(sample: JsonValue): Map<string, JsonValue> {
  const models = new Map<string, { readonly value: JsonValue; readonly size: number }>();
  const walk = (value: JsonValue | undefined): void => {
    const shown = itemsOf(value);
    if (!isObject(shown)) return;
    for (const [name, child] of Object.entries(shown)) {
      const inside = itemsOf(child);
      const size = isObject(inside) ? Object.keys(inside).length : 0;
      if (inside !== undefined && size > (models.get(name)?.size ?? 0)) models.set(name, { value: inside, size });
      walk(child);
    }
  };
  walk(sample);
  return new Map([...models].map(([name, { value }]) => [name, value]));
}

/** A page may label the same array many times. */
const knownItems = new WeakMap<readonly JsonValue[], JsonValue>();

function itemsOf(value: JsonValue | undefined): JsonValue | undefined {
  if (!Array.isArray(value)) return value;
  const known = knownItems.get(value) ?? mergedItems(value);
  if (known !== undefined) knownItems.set(value, known);
  return known;
}
