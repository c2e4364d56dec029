import type { Evidence, OperationName } from './evidence.ts';

/**
 * What is said of the authentication of the API as a whole, said of each operation that pages name without a word about its
 * own. Gives no diagnostics.
 */
export function siteSecurityFacts(evidence: readonly Evidence[]): Evidence[] {
  const general = evidence.filter(({ subject, fact }) => subject.kind === 'api' && fact.kind === 'security');
  if (general.length === 0) return [];
  const named = new Map<string, OperationName>();
  const settled = new Set<string>();
  for (const { subject, fact } of evidence) {
    if (subject.kind !== 'operation') continue;
    const key = `${subject.operation.method} ${subject.operation.path}`;
    if (fact.kind === 'exists') named.set(key, subject.operation);
    if (fact.kind === 'security') settled.add(key);
  }
  return [...named].flatMap(([key, operation]): Evidence[] =>
    settled.has(key) ? [] : general.map((one) => ({ ...one, subject: { kind: 'operation', operation } })),
  );
}
