import { isObject, own, ownArray, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { localRefPointer, pointerTokens } from '../../base/pointer.ts';

/**
 * The view of a spec (see `specView`) in a form that the compiler can resolve. TypeScript looks into a property's type
 * at once, through unions, intersections and arrays; only the members of an object wait. So a schema that contains
 * itself without an object in between would be an error:
 *
 * - by a list (`Value: string | Value[]`), the list gets `x-alias`, the name of a type of its own, whose content waits;
 * - by nothing but alternatives or `allOf`, it says nothing of the value, and the reference becomes unknown.
 *
 * Changes the view in place, which its maker owns.
 */
export function resolvable(view: JsonObject): JsonObject {
  const schemas = own(own(view, 'components'), 'schemas');
  if (!isObject(schemas)) return view;
  cutEndless(schemas);
  nameLists(schemas);
  return view;
}

/** The parts of a schema that are resolved together with it. */
function eagerParts(schema: JsonValue): JsonObject[] {
  const lists = ['anyOf', 'allOf', 'prefixItems'].flatMap((keyword) => ownArray(schema, keyword) ?? []);
  return [...lists, own(schema, 'items')].filter((part) => isObject(part));
}

function isList(schema: JsonObject): boolean {
  return own(schema, 'type') === 'array';
}

/** Calls `visit` for each reference that stands where it is resolved together with `schema`. */
function visitEager(
  schema: JsonObject,
  throughLists: boolean,
  visit: (target: string, reference: JsonObject) => void,
): void {
  const target = refersTo(schema);
  if (target !== undefined) visit(target, schema);
  if (isList(schema) && !throughLists) return;
  for (const part of eagerParts(schema)) visitEager(part, throughLists, visit);
}

/** The key of the component that `schema` refers to. */
function refersTo(schema: JsonObject): string | undefined {
  const pointer = localRefPointer(ownString(schema, '$ref') ?? '');
  return pointer === undefined ? undefined : pointerTokens(pointer)[2];
}

function cutEndless(schemas: JsonObject): void {
  const suspects = onCircles(targetsOf(schemas, false));
  const open = new Set<string>();
  const done = new Set<string>();
  const walk = (start: string): void => {
    const path = [{ key: start, references: referencesIn(schemas, start) }];
    open.add(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.references.pop();
      if (next === undefined) {
        open.delete(top.key);
        done.add(top.key);
        path.pop();
      } else if (open.has(next.target)) {
        delete next.reference['$ref'];
      } else if (suspects.has(next.target) && !done.has(next.target)) {
        open.add(next.target);
        path.push({ key: next.target, references: referencesIn(schemas, next.target) });
      }
    }
  };
  for (const key of suspects) if (!done.has(key)) walk(key);
}

function referencesIn(schemas: JsonObject, key: string): { target: string; reference: JsonObject }[] {
  const found: { target: string; reference: JsonObject }[] = [];
  const schema = own(schemas, key);
  if (isObject(schema)) visitEager(schema, false, (target, reference) => void found.push({ target, reference }));
  return found;
}

function nameLists(schemas: JsonObject): void {
  const taken = new Set(['paths', 'components', 'operations', 'webhooks', '$defs']);
  const circular = onCircles(targetsOf(schemas, true));
  const nameAll = (key: string, schema: JsonObject): void => {
    let leadsBack = false;
    if (isList(schema)) visitEager(schema, true, (target) => (leadsBack ||= circular.has(target)));
    if (leadsBack) schema['x-alias'] = freeName(key, taken);
    for (const part of eagerParts(schema)) nameAll(key, part);
  };
  for (const key of circular) {
    const schema = own(schemas, key);
    if (isObject(schema)) nameAll(key, schema);
  }
}

function freeName(key: string, taken: Set<string>): string {
  const stem = /^[A-Za-z_]\w*$/.test(key) ? `${key}List` : 'List';
  let name = stem;
  for (let count = 2; taken.has(name); count += 1) name = `${stem}${count}`;
  taken.add(name);
  return name;
}

/** Which components each component is resolved together with. */
function targetsOf(schemas: JsonObject, throughLists: boolean): Map<string, Set<string>> {
  const targets = new Map<string, Set<string>>();
  for (const [key, schema] of Object.entries(schemas)) {
    const found = new Set<string>();
    if (isObject(schema)) visitEager(schema, throughLists, (target) => found.add(target));
    targets.set(key, found);
  }
  return targets;
}

/** The nodes of a graph that lie on a circle, or between two. What has nothing before or after it is peeled off. */
function onCircles(edges: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reversed = new Map<string, Set<string>>([...edges.keys()].map((key) => [key, new Set()]));
  for (const [from, targets] of edges) for (const target of targets) reversed.get(target)?.add(from);
  const rest = peeled(edges, reversed, new Set(edges.keys()));
  return peeled(reversed, edges, rest);
}

/** `nodes` without those from which all ways end. */
function peeled(
  next: ReadonlyMap<string, ReadonlySet<string>>,
  before: ReadonlyMap<string, ReadonlySet<string>>,
  nodes: ReadonlySet<string>,
): Set<string> {
  const rest = new Set(nodes);
  const open = new Map([...rest].map((key) => [key, [...(next.get(key) ?? [])].filter((one) => rest.has(one)).length]));
  const ends = [...rest].filter((key) => open.get(key) === 0);
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    rest.delete(end);
    for (const key of before.get(end) ?? []) {
      if (!rest.has(key)) continue;
      const count = (open.get(key) ?? 0) - 1;
      open.set(key, count);
      if (count === 0) ends.push(key);
    }
  }
  return rest;
}
