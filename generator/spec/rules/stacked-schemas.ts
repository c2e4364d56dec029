import { isObject, own, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { compareText } from '../../base/order.ts';
import { joinPointer } from '../../base/pointer.ts';
import { pointerRef } from '../dialects/moves.ts';
import { componentKey } from './mapping.ts';
import { menderAt } from './mending/mender.ts';
import type { Rule } from './rule.ts';

/**
 * How many schemas may stand on each other. Whoever resolves such a schema does so at once, by recursion: five hundred and
 * more overflow the stack of a compiler, and its time for an `allOf` grows with the third power of their number.
 */
const mostLevels = 200;

/** What a schema is resolved together with: all that describes the same value or its items, unlike properties, which wait. */
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const parts = ['not', 'if', 'then', 'else', 'items', 'contains'];

/** A reference from a component to another one that is resolved together with it. */
interface Step {
  readonly target: string;
  /** The object that holds it. */
  readonly holder: JsonObject;
  /** How deep it stands in the component, the first level not counted. */
  readonly depth: number;
}

/**
 * A reference to a long chain of bare references leads to the end of it instead, which means the same; any other that
 * leads too deep is cut, and `spec/malformed` says where.
 */
export const stackedSchemasRule: Rule = {
  says: `No more than ${mostLevels} schemas stand on each other, one built on the next.`,
  apply(document, context) {
    const schemas = ownObject(ownObject(document, 'components'), 'schemas');
    if (!schemas) return;
    const cut = (key: string, { target, holder }: Step): void => {
      const what = `the reference to "${target}"`;
      const reason = `more than ${mostLevels} schemas stand on each other there`;
      menderAt(context, ownObject(schemas, key)).dropped(what, reason);
      holder['x-uncertain'] = [`${what} is left out: ${reason}`];
      delete holder['$ref'];
    };
    // what leads in a circle may be deep by another way, once it is cut at one place
    while (flatten(schemas, cut)) continue;
  },
};

/** Makes every component as flat as is asked for; returns whether a reference was cut. */
function flatten(schemas: JsonObject, cut: (key: string, step: Step) => void): boolean {
  const heights = new Map<string, number>();
  const ends = new Map<string, string>();
  let isCut = false;
  const finish = (key: string, steps: readonly Step[]): void => {
    let height = 0;
    for (const step of steps) {
      const { target, holder, depth } = step;
      const rise = (one: string): number => depth + 1 + (heights.get(one) ?? 0);
      const end = rise(target) <= mostLevels ? target : (ends.get(target) ?? target);
      if (rise(end) > mostLevels) {
        isCut = true;
        cut(key, step);
        continue;
      }
      if (end !== target) holder['$ref'] = pointerRef(joinPointer('/components/schemas', end));
      height = Math.max(height, rise(end));
    }
    heights.set(key, height);
    const next = componentKey(bareReference(own(schemas, key)));
    ends.set(key, next === undefined ? key : (ends.get(next) ?? next));
  };
  // in an order of their own, so that where a circle is entered does not hang on how the document is written
  for (const start of Object.keys(schemas).toSorted(compareText)) innermostFirst(start, schemas, heights, finish);
  return isCut;
}

/** The reference of a schema that is nothing else, its evidence aside. */
function bareReference(schema: JsonValue | undefined): string | undefined {
  if (!isObject(schema)) return undefined;
  return Object.keys(schema).every((key) => key === '$ref' || key === 'x-evidence')
    ? ownString(schema, '$ref')
    : undefined;
}

/** Calls `finish` for `start` and all that it leads to, each after what it leads to itself; without recursion. */
function innermostFirst(
  start: string,
  schemas: JsonObject,
  done: ReadonlyMap<string, unknown>,
  finish: (key: string, steps: readonly Step[]) => void,
): void {
  if (done.has(start)) return;
  const enter = (key: string): { key: string; steps: readonly Step[]; next: number } => ({
    key,
    steps: stepsFrom(own(schemas, key)),
    next: 0,
  });
  const open = new Set([start]);
  const path = [enter(start)];
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const target = top.steps[top.next]?.target;
    top.next += 1;
    if (target === undefined) {
      finish(top.key, top.steps);
      open.delete(top.key);
      path.pop();
    } else if (!done.has(target) && !open.has(target)) {
      open.add(target);
      path.push(enter(target));
    }
  }
}

function stepsFrom(schema: JsonValue | undefined): Step[] {
  const steps: Step[] = [];
  const visit = (part: JsonValue | undefined, depth: number): void => {
    if (!isObject(part)) return;
    const target = componentKey(ownString(part, '$ref'));
    if (target !== undefined) steps.push({ target, holder: part, depth: Math.max(0, depth - 1) });
    for (const key of lists) for (const item of ownArray(part, key) ?? []) visit(item, depth + 1);
    for (const key of parts) visit(own(part, key), depth + 1);
  };
  visit(schema, 0);
  return steps;
}
