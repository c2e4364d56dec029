import type { Evidence, OperationName, Subject } from './evidence.ts';

/** A subject whose operation's path begins with `prefix`: `/v1` before `/boxes` is `/v1/boxes`. Gives no diagnostics. */
export function prefixed(subject: Exclude<Subject, { kind: 'api' | 'entity' }>, prefix: string): Subject {
  const operation: OperationName = { ...subject.operation, path: `${prefix}${subject.operation.path}` };
  return { ...subject, operation };
}

/**
 * Evidence in which the paths of operations begin with the prefix of their document, where there is one in `prefixes` and they do not
 * yet. Gives no diagnostics.
 */
export function withDocumentPrefixes(evidence: readonly Evidence[], prefixes: ReadonlyMap<string, string>): Evidence[] {
  return evidence.map((one): Evidence => {
    const prefix = prefixes.get(one.location.document);
    if (prefix === undefined || !('operation' in one.subject)) return one;
    if (one.subject.operation.path.startsWith(`${prefix}/`)) return one;
    return { ...one, subject: prefixed(one.subject, prefix) };
  });
}
