import type { JsonObject, JsonValue } from '../../base/json.ts';
import { groupBy } from '../../base/order.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { evidenceList, factsOf } from './fact-tree.ts';

/**
 * The entries of `x-rule` for what some evidence states between fields, each once, with the places of it: JSON Schema could say
 * part of them, but a text is too loose for a validator to refuse a value because of it.
 */
export function ruleEntries(evidence: readonly Evidence[]): JsonValue[] {
  const stated = groupBy(factsOf(evidence, 'rule'), ({ fact }) => JSON.stringify(fact.rule));
  return [...stated.values()].flatMap((list): JsonObject[] => {
    const [first] = list;
    if (!first) return [];
    const { kind, field, fields, values, text } = first.fact.rule;
    const said = {
      kind,
      ...(field !== undefined && { field }),
      fields: [...fields],
      ...(values && { values: [...values] }),
    };
    return [{ ...said, text, 'x-evidence': evidenceList(list.map((one) => one.evidence)) }];
  });
}
