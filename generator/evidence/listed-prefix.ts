import { operationOf, pathShape } from '../base/named-operations.ts';
import { groupBy } from '../base/order.ts';
import type { Evidence, OperationName } from './evidence.ts';
import { withDocumentPrefixes } from './prefixed-paths.ts';

/**
 * Evidence in which the operations that a table of a page lists have the paths that the page describes them at: where each operation that it
 * describes is one of those listed, behind the same words (`/admin/boxes` of `/boxes`), the table leaves these out. As it was where a path
 * is not behind those, or fewer than two are. Gives no diagnostics.
 */
export function withListedPrefix(evidence: readonly Evidence[]): Evidence[] {
  const prefixes = new Map<string, string>();
  for (const [document, about] of groupBy(evidence.filter(isNamed), ({ location }) => location.document)) {
    const byKey = groupBy(about, (one) => keyOf(operationOf(one)));
    const listed = new Map<string, OperationName>();
    const described: OperationName[] = [];
    for (const [key, named] of byKey) {
      const operation = operationOf(named[0]);
      if (!operation) continue;
      if (named.every(({ method }) => method === 'cell')) listed.set(key, operation);
      else if (named.some(({ method }) => method !== 'sample')) described.push(operation);
    }
    const prefix = commonPrefix(listed, described);
    if (prefix !== undefined) prefixes.set(document, prefix);
  }
  return withDocumentPrefixes(evidence, prefixes);
}

function isNamed({ subject, fact }: Evidence): boolean {
  return subject.kind === 'operation' && fact.kind === 'exists';
}

function keyOf(operation: OperationName | undefined): string {
  return operation === undefined ? '' : `${operation.method} ${pathShape(operation.path)}`;
}

/** So few that are described may be behind the same words by chance. */
const least = 2;

/** What stands before the listed paths in those of all operations that are described; undefined where that differs. */
function commonPrefix(
  listed: ReadonlyMap<string, OperationName>,
  described: readonly OperationName[],
): string | undefined {
  if (described.length < least || listed.size < described.length) return undefined;
  const found = new Set(
    described.map(({ method, path }) => {
      const parts = path.split('/').slice(1);
      const count = parts.findIndex(
        (_, at) => at > 0 && listed.has(`${method} ${pathShape(`/${parts.slice(at).join('/')}`)}`),
      );
      const before = parts.slice(0, Math.max(0, count));
      return before.length > 0 && before.every((part) => /^[\w.-]+$/.test(part)) ? `/${before.join('/')}` : undefined;
    }),
  );
  const [prefix, ...others] = found;
  return others.length === 0 ? prefix : undefined;
}
