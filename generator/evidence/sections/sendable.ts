import { isObject } from '../../base/json.ts';
import type { Evidence, Fact, OperationName } from '../evidence.ts';

/**
 * What samples send in the body of a GET, which has none by RFC 9110 (section 9.3.1), are its query's values; and what is said of an
 * answer's content is none of HEAD's, which has none (section 9.3.2). Gives no diagnostics.
 */
export function sendable(evidence: readonly Evidence[], operation: OperationName): Evidence[] {
  if (operation.method !== 'get' && operation.method !== 'head') return [...evidence];
  return evidence.flatMap((one): Evidence[] => {
    const { subject, fact } = one;
    const isBare = subject.kind === 'response' && subject.path.length === 0 && bare.has(fact.kind);
    if (subject.kind === 'response' && operation.method === 'head' && !isBare) return [];
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

/** What can be said of an answer without content. */
const bare: ReadonlySet<Fact['kind']> = new Set(['exists', 'description', 'otherStatus', 'uncertain'] as const);
