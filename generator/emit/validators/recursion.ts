import type { Identifier } from '../../base/names.ts';
import type { Schema } from '../../model/model.ts';
import { partsOf, type SchemasByName } from './parts.ts';

/** The names that `schema` refers to, at any depth. */
function referencesOf(schema: Schema): Set<Identifier> {
  const names = new Set<Identifier>();
  const visit = (part: Schema): void => {
    if (part.kind === 'reference') names.add(part.name);
    partsOf(part).forEach(visit);
  };
  visit(schema);
  return names;
}

/**
 * For each schema that contains itself, by way of others or not, the number of its cycle: schemas with the same
 * number contain each other. Tarjan's strongly connected components, with a list in place of the call stack, as
 * chains of names can be long.
 */
export function findCycles(schemas: SchemasByName): ReadonlyMap<Identifier, number> {
  const edges = new Map([...schemas].map(([name, schema]) => [name, [...referencesOf(schema)]]));
  const cycles = new Map<Identifier, number>();
  stronglyConnected(edges).forEach((component, number) => {
    const recursive = component.length > 1 || component.some((name) => edges.get(name)?.includes(name));
    if (recursive) for (const name of component) cycles.set(name, number);
  });
  return cycles;
}

interface Visit {
  readonly name: Identifier;
  next: number;
}

function stronglyConnected(edges: ReadonlyMap<Identifier, readonly Identifier[]>): Identifier[][] {
  const order = new Map<Identifier, number>();
  const low = new Map<Identifier, number>();
  const open: Identifier[] = [];
  const isOpen = new Set<Identifier>();
  const components: Identifier[][] = [];
  const lower = (name: Identifier, to: number | undefined): void => {
    low.set(name, Math.min(low.get(name) ?? Infinity, to ?? Infinity));
  };
  const enter = (name: Identifier): Visit => {
    low.set(name, order.size);
    order.set(name, order.size);
    open.push(name);
    isOpen.add(name);
    return { name, next: 0 };
  };
  const close = (name: Identifier): void => {
    const component = open.splice(open.lastIndexOf(name));
    for (const member of component) isOpen.delete(member);
    components.push(component);
  };
  for (const root of edges.keys()) {
    if (order.has(root)) continue;
    const visits = [enter(root)];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const target = edges.get(visit.name)?.[visit.next++];
      if (target !== undefined) {
        if (!order.has(target)) visits.push(enter(target));
        else if (isOpen.has(target)) lower(visit.name, order.get(target));
        continue;
      }
      visits.pop();
      if (low.get(visit.name) === order.get(visit.name)) close(visit.name);
      const parent = visits.at(-1);
      if (parent) lower(parent.name, low.get(visit.name));
    }
  }
  return components;
}
