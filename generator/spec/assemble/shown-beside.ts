import { setOwn, type JsonObject } from '../../base/json.ts';
import type { EntityReference } from '../../evidence/evidence.ts';
import type { FactNode } from './fact-tree.ts';
import type { EntityTable } from './named-entities.ts';

/** The share of the properties of an object that a sample has to show, so that what it shows besides stands beside that object. */
const leastShown = 0.8;

/** Facts of an object that say that it has more than is described of it alone. */
const hasMore: ReadonlySet<string> = new Set(['union', 'extends', 'refers', 'wrapper']);

/**
 * The schema of a value that is said to be an object, with the properties that samples of the value show beside those of the object, hedged:
 * only where they clearly show that object. As it is otherwise, and where the object is built on others. Gives no diagnostics but those of `schemaOf`.
 */
export function withShownBeside(
  schema: JsonObject,
  node: FactNode,
  { reference, entities }: { readonly reference: EntityReference; readonly entities: EntityTable },
  schemaOf: (part: FactNode) => JsonObject,
): JsonObject {
  const { form, within, others, partial } = reference;
  const isList = form === 'list';
  const part = isList ? node.items : node;
  const own = entities.resolve(reference, 'object')?.node;
  if (!part || !own || form === 'map' || within || others || partial) return schema;
  if (own.branches.size > 0 || own.evidence.some(({ fact }) => hasMore.has(fact.kind))) return schema;
  const shown = [...part.properties].filter(([, { evidence }]) => evidence.every(({ method }) => method === 'sample'));
  const beside = shown.filter(([name]) => !own.properties.has(name));
  const known = shown.length - beside.length;
  if (beside.length === 0 || known < 2 || known < own.properties.size * leastShown) return schema;
  const properties: JsonObject = {};
  for (const [name, child] of beside) setOwn(properties, name, { ...schemaOf(child), 'x-confidence': 'low' });
  const target = isList ? schema['items'] : schema;
  if (target === undefined) return schema;
  const both = { allOf: [target, { type: 'object', properties }] } as JsonObject;
  return isList ? { ...schema, items: both } : both;
}
