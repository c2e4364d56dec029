import type { Evidence } from './evidence.ts';
import { fieldRules } from './field-rules.ts';
import { knownFields, namesAround, ownName } from './known-fields.ts';

/**
 * The rules between fields that `description` facts state: what is required, allowed, forbidden, ignored or of one value
 * depending on another field, and which fields exclude or need each other. They are kept as they are said and enforced by
 * nobody. Each has the method `prose` and the place and confidence of its description. Gives no diagnostics.
 */
export function ruleFacts(evidence: readonly Evidence[]): Evidence[] {
  const fields = knownFields(evidence);
  return evidence.flatMap((one): Evidence[] => {
    if (one.fact.kind !== 'description') return [];
    const { subject, location, confidence } = one;
    const rules = fieldRules(one.fact.text.slice(0, longestText), namesAround(subject, fields), ownName(subject));
    return rules.map((rule) => ({ subject, fact: { kind: 'rule', rule }, location, method: 'prose', confidence }));
  });
}

/** Longer descriptions are read up to here. */
const longestText = 10_000;
