import { isObject } from '../../base/json.ts';
import type { Evidence, OperationName } from '../evidence.ts';

/** What samples send in the body of a GET, which has none by RFC 9110 (section 9.3.1), are its query's values. Gives no diagnostics. */
export function sendable(evidence: readonly Evidence[], operation: OperationName): Evidence[] {
  if (operation.method !== 'get' && operation.method !== 'head') return [...evidence];
  return evidence.flatMap((one): Evidence[] => {
    const { subject, fact } = one;
    if (subject.kind !== 'request') return [one];
    const [first, ...inner] = subject.path;
    const query = { kind: 'parameter', operation, location: 'query' } as const;
    if (first?.kind === 'property' && inner.length === 0) return [{ ...one, subject: { ...query, name: first.name } }];
    if (fact.kind !== 'sample' || !isObject(fact.data.value)) return [];
    return Object.keys(fact.data.value).map((name) => ({
      ...one,
      subject: { ...query, name },
      fact: { kind: 'exists' },
      confidence: 'medium',
    }));
  });
}
