import { methodAndPath, operationOf } from '../base/named-operations.ts';
import type { Evidence, OperationName } from './evidence.ts';
import { prefixed } from './prefixed-paths.ts';
import { pathParameters } from './request-url.ts';

/**
 * Evidence in which the paths of operations begin with the variables that their samples show before them: `/items` that is
 * called at `https://host/$ACCOUNT/items` is `/{ACCOUNT}/items`. An operation without samples goes with the others of its
 * document where these agree; one whose samples disagree stays as it is. Gives no diagnostics.
 */
export function withPathPrefixes(evidence: readonly Evidence[]): Evidence[] {
  const stated = prefixes(evidence, keyOf);
  if (stated.size === 0) return [...evidence];
  const ofDocuments = prefixes(evidence, ({ location }) => location.document);
  const elsewhere = operationsWithServer(evidence);
  return evidence.flatMap((one): Evidence[] => {
    const key = keyOf(one);
    if (one.fact.kind === 'pathPrefix')
      return prefixParameters(one, one.fact.path, key === undefined ? '' : stated.get(key));
    if (key === undefined || !('operation' in one.subject)) return [one];
    const own = stated.get(key);
    const prefix = own ?? (elsewhere.has(key) ? undefined : ofDocuments.get(one.location.document));
    const subject = prefix === undefined || prefix === '' ? undefined : prefixed(one.subject, prefix);
    return [subject ? { ...one, subject } : one];
  });
}

/** The variables of a prefix as parameters of the path, where it is put before the operation's. */
function prefixParameters(one: Evidence, path: string, used: string | undefined): Evidence[] {
  if (path !== used || !('operation' in one.subject)) return [];
  const operation: OperationName = { ...one.subject.operation, path: `${path}${one.subject.operation.path}` };
  return pathParameters(path).map((name): Evidence => {
    return { ...one, subject: { kind: 'parameter', operation, location: 'path', name }, fact: { kind: 'exists' } };
  });
}

/** The prefix that all facts with one key agree on; the empty string where they do not. */
function prefixes(evidence: readonly Evidence[], keyOf: (one: Evidence) => string | undefined): Map<string, string> {
  const found = new Map<string, string>();
  for (const one of evidence) {
    const key = keyOf(one);
    if (one.fact.kind !== 'pathPrefix' || key === undefined) continue;
    const before = found.get(key);
    found.set(key, before === undefined || before === one.fact.path ? one.fact.path : '');
  }
  return found;
}

/** The operations that have samples with a whole URL but without variables before the path. */
function operationsWithServer(evidence: readonly Evidence[]): ReadonlySet<string> {
  const lines = new Set<string>();
  for (const one of evidence) if (one.fact.kind === 'server') lines.add(place(one));
  for (const one of evidence) if (one.fact.kind === 'pathPrefix') lines.delete(place(one));
  const found = new Set<string>();
  for (const one of evidence) {
    const key = keyOf(one);
    if (key !== undefined && lines.has(place(one))) found.add(key);
  }
  return found;
}

function place({ location }: Evidence): string {
  return `${location.document}:${location.line}`;
}

function keyOf(one: Evidence): string | undefined {
  return methodAndPath(operationOf(one)) || undefined;
}
