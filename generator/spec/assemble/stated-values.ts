import type { Report } from '../../base/diagnostic.ts';
import { jsonEqual, jsonType, ownObject, type JsonObject, type JsonValue } from '../../base/json.ts';
import { locationText } from '../../base/location.ts';
import { unique } from '../../base/order.ts';
import { isPlaceholder } from '../../base/placeholders.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { factsOf, type FactNode } from './fact-tree.ts';
import { valueAs } from './url-values.ts';

/**
 * Writes the values that documents list for a node as `enum` (JSON Schema 2020-12 validation, section 6.1.2), to the items of an
 * array. Lists unite. A list that is open, or that a sample or the default shows to lack a value, gets `x-confidence: low`: it must not refuse
 * the others; what a sample contradicts is reported (`merge/conflict`) and added to `conflicts`. A list of values that the type
 * cannot have is not written.
 */
export function writeStatedValues(
  schema: JsonObject,
  node: FactNode,
  conflicts: string[],
  { subject, report }: { readonly subject: string; readonly report: Report },
): void {
  const lists = factsOf(node.evidence, 'enum');
  if (lists.length === 0) return;
  const closed = lists.filter(({ fact, evidence }) => fact.closed && evidence.confidence !== 'low');
  const used = closed.length > 0 ? closed : lists;
  const values = unique(used.flatMap(({ fact }) => fact.values));
  const ofItems = schema['type'] === 'array';
  if (!ofItems && !values.some((value) => mayHave(schema, value))) return;
  const target = ofItems ? itemsOf(schema) : schema;
  target['enum'] = values;
  if (target['type'] === undefined && values.every((value) => typeof value === 'string')) target['type'] = 'string';
  const other = closed.length > 0 && !used.some(isSpecified) ? shownOther(target, node, values) : undefined;
  const [list] = used;
  if (other && list) {
    const shown = JSON.stringify(other.value);
    const place = locationText(other.evidence.location);
    const told = {
      subject,
      loser: `the list of values ${JSON.stringify(values)} (${list.evidence.method})`,
      winner: `the value ${shown} (${place})`,
      rule: 'a list that lacks a value that is shown is not the whole list',
    };
    report.add('merge/conflict', list.evidence.location, told, other.evidence.location);
    conflicts.push(`the listed values are not all: ${shown} (${place})`);
  }
  // an open list names only some of the values: a hint that must not refuse the others
  if (closed.length === 0 || other) target['x-confidence'] = 'low';
}

function isSpecified({ evidence }: { readonly evidence: Evidence }): boolean {
  return evidence.method === 'spec';
}

/** Whether a schema's type, where it is known, allows a value. */
function mayHave(schema: JsonObject, value: JsonValue): boolean {
  const types = [schema['type'] ?? []].flat();
  const type = jsonType(value);
  return (
    types.length === 0 || type === 'null' || types.includes(type) || (type === 'integer' && types.includes('number'))
  );
}

function itemsOf(schema: JsonObject): JsonObject {
  const items = ownObject(schema, 'items');
  if (items) return items;
  const made: JsonObject = {};
  schema['items'] = made;
  return made;
}

/** A value that a sample shows, or that is the default, and the listed ones lack. */
function shownOther(
  target: JsonObject,
  node: FactNode,
  values: readonly JsonValue[],
): { readonly value: JsonValue; readonly evidence: Evidence } | undefined {
  const nodes = [node, ...(node.items ? [node.items] : [])];
  const shown = nodes.flatMap(({ evidence }) => [...factsOf(evidence, 'example'), ...factsOf(evidence, 'default')]);
  for (const { fact, evidence } of shown) {
    // what a text gives as an example may be one of what the value stands for
    if (fact.kind === 'example' && (fact.placeholder || evidence.method === 'prose')) continue;
    const other = [fact.value]
      .flat()
      .map((value) => valueAs(target, value))
      .find((value) => isOther(value, node.name, values) && mayHave(target, value));
    if (other !== undefined) return { value: other, evidence };
  }
  return undefined;
}

/** Whether a value is none of the listed ones, and no stand-in for one: `a|b`, a name, nothing. */
function isOther(value: JsonValue, name: string, values: readonly JsonValue[]): boolean {
  if (value === null || value === '' || value === name || values.some((one) => jsonEqual(one, value))) return false;
  if (isPlaceholder(name, value)) return false;
  if (typeof value !== 'string') return true;
  const parts = value.split(/[|/,]|\sor\s/).map((part) => part.trim().replaceAll(/^["'`]|["'`]$/g, ''));
  return !parts.every((part) => values.includes(part));
}
