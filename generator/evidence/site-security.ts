import { methodAndPath, namedOperations } from '../base/named-operations.ts';
import type { Evidence } from './evidence.ts';

/**
 * Evidence without the parameters that only samples and the queries of endpoints show and that carry the key of the API: what is said to be authentication is no
 * parameter (OAS 3.1, section 4.8.12.1). Gives no diagnostics.
 */
export function withoutCredentials(evidence: readonly Evidence[]): readonly Evidence[] {
  const keys = new Set(
    evidence.flatMap(({ fact }) =>
      fact.kind === 'security' && fact.security.type === 'apiKey' ? [keyOf(fact.security.in, fact.security.name)] : [],
    ),
  );
  if (keys.size === 0) return evidence;
  const told = new Set(evidence.flatMap((one) => (isTold(one) ? (parameterKey(one) ?? []) : [])));
  return evidence.filter((one) => {
    const key = parameterKey(one);
    return key === undefined || told.has(key) || !keys.has(key);
  });
}

/** Whether a fact is told of a value, and not only seen in a sample or in the query of an endpoint. */
function isTold({ method, fact }: Evidence): boolean {
  return method !== 'sample' && (method !== 'prose' || fact.kind !== 'exists');
}

function parameterKey({ subject }: Evidence): string | undefined {
  return subject.kind === 'parameter' ? keyOf(subject.location, subject.name) : undefined;
}

function keyOf(place: string, name: string): string {
  return `${place} ${place === 'header' ? name.toLowerCase() : name}`;
}

/**
 * What is said of the authentication of the API as a whole, said of each operation that pages name without a word about its
 * own; where nothing is, the only scheme that operations have, said of those that need scopes. Gives no diagnostics.
 */
export function siteSecurityFacts(evidence: readonly Evidence[]): Evidence[] {
  const stated = evidence.filter(({ fact }) => fact.kind === 'security');
  const general = stated.filter(({ subject }) => subject.kind === 'api');
  const only = general.length > 0 ? undefined : onlyScheme(stated);
  if (general.length === 0 && !only) return [];
  const settled = new Set<string>();
  const scoped = new Set<string>();
  for (const { subject, fact } of evidence) {
    if (subject.kind !== 'operation') continue;
    const key = methodAndPath(subject.operation);
    if (fact.kind === 'security') settled.add(key);
    if (fact.kind === 'scope') scoped.add(key);
  }
  return [...namedOperations(evidence)].flatMap(([key, { operation }]): Evidence[] => {
    if (settled.has(key)) return [];
    const said: readonly Evidence[] = only ? (scoped.has(key) ? [{ ...only, confidence: 'medium' }] : []) : general;
    return said.map((one) => ({ ...one, subject: { kind: 'operation', operation } }));
  });
}

/** The statement of the one scheme that all others are about, too; undefined where there are several. */
function onlyScheme(stated: readonly Evidence[]): Evidence | undefined {
  const used = stated.filter(({ fact }) => fact.kind === 'security' && fact.security.type !== 'none');
  const kinds = new Set(used.map(({ fact }) => (fact.kind === 'security' ? JSON.stringify(fact.security) : '')));
  return kinds.size === 1 ? used[0] : undefined;
}
