import type { JsonObject } from '../../base/json.ts';
import type { EntityReference } from '../../evidence/evidence.ts';
import { factsOf, type FactNode } from './fact-tree.ts';
import { referenceSchema, type Entity, type EntityTable } from './named-entities.ts';

/** What is said of a whole object, wherever its properties stand. */
const ofWhole: ReadonlySet<string> = new Set(['description', 'deprecated', 'x-evidence', 'x-uncertain', 'x-conflicts']);

/**
 * The schema of an object together with those on which its page says that it is built (`Extends [Vehicle](#vehicle)`), as `allOf`
 * (JSON Schema, section 10.2.1.1). Objects that are not found, or are built on the object itself, are left out. Gives no diagnostics.
 */
export function withBases(schema: JsonObject, node: FactNode, table: EntityTable): JsonObject {
  const bases = basesOf(node, table).filter(({ entity }) => !isBuiltOn(entity, node, table));
  if (bases.length === 0 || (schema['type'] !== undefined && schema['type'] !== 'object')) return schema;
  const outer = Object.entries(schema).filter(([key]) => ofWhole.has(key));
  const inner = Object.entries(schema).filter(([key]) => !ofWhole.has(key));
  const own = node.properties.size > 0 ? [Object.fromEntries(inner)] : [];
  const parts = bases.map(({ entity, reference }) => referenceSchema(reference, entity));
  return { ...Object.fromEntries(outer), allOf: [...parts, ...own] };
}

interface Base {
  readonly entity: Entity;
  readonly reference: EntityReference;
}

function basesOf(node: FactNode, table: EntityTable): Base[] {
  const found = factsOf(node.evidence, 'extends').flatMap(({ fact: { reference } }): Base[] => {
    const entity = table.resolve(reference, 'object');
    // what is only one of several objects has nothing of its own
    const isUnion = entity?.node.properties.size === 0 && factsOf(entity.node.evidence, 'refers').length > 0;
    return entity && !isUnion ? [{ entity, reference }] : [];
  });
  return [...new Map(found.map((one) => [one.entity, one])).values()];
}

/** Whether an object is the one of a node, or is built on it. */
function isBuiltOn(entity: Entity, node: FactNode, table: EntityTable): boolean {
  const seen = new Set<Entity>([entity]);
  for (const one of seen) {
    if (one.node === node) return true;
    for (const base of basesOf(one.node, table)) seen.add(base.entity);
  }
  return false;
}
