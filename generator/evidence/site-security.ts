import type { Evidence, OperationName } from './evidence.ts';

/**
 * Evidence without the parameters that only samples show and that carry the key of the API: what is said to be authentication is no
 * parameter (OAS 3.1, section 4.8.12.1). Gives no diagnostics.
 */
export function withoutCredentials(evidence: readonly Evidence[]): readonly Evidence[] {
  const keys = new Set(
    evidence.flatMap(({ fact }) =>
      fact.kind === 'security' && fact.security.type === 'apiKey' ? [keyOf(fact.security.in, fact.security.name)] : [],
    ),
  );
  if (keys.size === 0) return evidence;
  const told = new Set(evidence.flatMap((one) => (one.method === 'sample' ? [] : (parameterKey(one) ?? []))));
  return evidence.filter((one) => {
    const key = parameterKey(one);
    return key === undefined || told.has(key) || !keys.has(key);
  });
}

function parameterKey({ subject }: Evidence): string | undefined {
  return subject.kind === 'parameter' ? keyOf(subject.location, subject.name) : undefined;
}

function keyOf(place: string, name: string): string {
  return `${place} ${place === 'header' ? name.toLowerCase() : name}`;
}

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
