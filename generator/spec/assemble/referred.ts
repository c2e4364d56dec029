import { jsonType, setOwn, type JsonObject } from '../../base/json.ts';
import type { EntityReference } from '../../evidence/evidence.ts';
import { readTypeWords } from '../type-words.ts';
import { factsOf, type FactNode } from './fact-tree.ts';
import { leastShare } from './shown-entities.ts';
import { meantObjects, referenceSchema, type Entity, type EntityTable } from './named-entities.ts';

/** The schema of a reference; as a whole body, the object may stand in a property. How a list of such is wrapped is not known. */
function wholeBody(node: FactNode, reference: EntityReference, entity: Entity): JsonObject {
  const wrapper = factsOf(entity.node.evidence, 'wrapper')[0]?.fact.name;
  const schema = referenceSchema(reference, entity);
  if (wrapper === undefined || node.name !== '') return schema;
  if (reference.form !== 'one') return { type: 'object', 'x-confidence': 'low' };
  const properties: JsonObject = {};
  setOwn(properties, wrapper, schema);
  return { type: 'object', properties };
}

/** What is said to be such an object while most of the values that a sample shows in it is one: `{ "self": { "href": "/1" } }`. */
function objectsByName(node: FactNode, reference: EntityReference, entity: Entity): JsonObject | undefined {
  const own = entity.node.properties;
  const isOne = ({ properties }: FactNode): boolean =>
    properties.size > 0 && [...properties.keys()].every((name) => own.has(name));
  const shown = [...node.properties];
  const isHeld = shown.some(([name]) => own.has(name));
  const count = shown.filter(([, value]) => isOne(value)).length;
  if (reference.form !== 'one' || isHeld || count === 0 || count < shown.length * leastShare) return undefined;
  const properties: JsonObject = {};
  for (const [name] of shown) setOwn(properties, name, referenceSchema(reference, entity));
  return { type: 'object', properties };
}

/**
 * The schema of a reference as `wholeBody` makes it; of one to several objects, any of them. Undefined where not all of them are found.
 */
export function referredTarget(
  node: FactNode,
  reference: EntityReference,
  entities: EntityTable,
): JsonObject | undefined {
  const entity = entities.resolve(reference, 'object');
  if (!entity) return undefined;
  const { document, form, others = [] } = reference;
  if (others.length === 0) return objectsByName(node, reference, entity) ?? wholeBody(node, reference, entity);
  // what is one of several is not itself one of these
  const anyOf = meantObjects(reference, entities)
    .filter((one) => one.node !== node)
    .map((one) => referenceSchema({ document, words: '', form: 'one' }, one));
  if (anyOf.length === 0) return undefined;
  if (form === 'list') return { type: 'array', items: { anyOf } };
  return form === 'map' ? { type: 'object', additionalProperties: { anyOf } } : { anyOf };
}

/** Whether documents, and not only samples, describe parts of a value. */
export function isDescribed(node: FactNode): boolean {
  const inner = [...node.properties.values(), ...node.branches.values(), node.items, node.values];
  return inner.some((one) => one && (one.evidence.some((fact) => fact.method !== 'sample') || isDescribed(one)));
}

/** Whether type words say that the value is no object and no list. */
export function isScalar(node: FactNode): boolean {
  const words = factsOf(node.evidence, 'type').filter(({ evidence }) => evidence.method !== 'sample');
  const branches = words.flatMap(({ fact }) => readTypeWords(fact.words)?.branches ?? []);
  return branches.some((branch) => typeof branch['type'] === 'string' && !/^(?:object|array)$/.test(branch['type']));
}

/** The value without parts that a reference means which leads to no object; undefined for any other. */
export function referredValue(reference: EntityReference, entities: EntityTable): FactNode | undefined {
  const isOne = reference.others === undefined && reference.form !== 'map';
  return isOne && !entities.resolve(reference, 'object') ? entities.resolve(reference, 'values')?.node : undefined;
}

/**
 * The only property of the object that a reference means, where it is called as the value is and a sample shows in the value what is
 * no such object: `data` is said to be `{ "data": { "id": "1" } }`, and shown as `{ "id": "1" }`. Undefined for any other.
 */
export function namesakePart(node: FactNode, reference: EntityReference, entities: EntityTable): FactNode | undefined {
  const own = reference.form === 'one' ? entities.resolve(reference, 'object')?.node.properties : undefined;
  const isShown = node.properties.size > 0 || node.items !== undefined;
  return own?.size === 1 && isShown && !node.properties.has(node.name) ? own.get(node.name) : undefined;
}

/** The values of a list that the description of a scalar leads to (`[kind](#kinds)`), where they are of its type. */
export function writeReferredValues(schema: JsonObject, node: FactNode, entities: EntityTable | undefined): void {
  const stated = factsOf(node.evidence, 'refers')[0];
  const entity = stated && entities?.resolve(stated.fact.reference, 'values');
  const values = entity && factsOf(entity.node.evidence, 'enum')[0]?.fact.values;
  const type = schema['type'];
  if (!values || schema['enum'] !== undefined || !values.every((value) => jsonType(value) === type)) return;
  schema['enum'] = [...values];
}
