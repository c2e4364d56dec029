import type { Data } from '../base/data.ts';
import { ownString } from '../base/json.ts';
import { resolvePointer } from '../base/pointer.ts';
import { namedAuth } from './auth-words.ts';
import type { Evidence, OperationName, Subject } from './evidence.ts';

/** What front matter says of the authentication of its operation: `authMethod`, or `auth` of an operation that it describes. */
export function frontMatterSecurity(front: Data, operation: OperationName): Evidence[] {
  for (const pointer of ['/authMethod', '/auth', '/authentication', '/api/auth', '/endpoint/auth', '/operation/auth']) {
    const scheme = resolvePointer(front.value, pointer);
    const security = typeof scheme === 'string' ? namedAuth(scheme) : undefined;
    if (!security) continue;
    const subject: Subject = { kind: 'operation', operation };
    const fact = { kind: 'security', security } as const;
    return [{ subject, fact, location: front.locate(pointer), method: 'attribute', confidence: 'high' }];
  }
  return [];
}

/** Title and description of the front matter, where what was `found` has no summary or description of the operation. */
export function frontMatterTexts(front: Data, operation: OperationName, found: readonly Evidence[]): Evidence[] {
  const subject: Subject = { kind: 'operation', operation };
  const rows = [
    ['title', 'summary'],
    ['description', 'description'],
    ['excerpt', 'description'],
  ] as const;
  const texts = new Set<string>();
  return rows.flatMap(([key, kind]): Evidence[] => {
    const text = ownString(front.value, key)?.trim() ?? '';
    const isSaid = found.some(
      (one) =>
        one.fact.kind === kind &&
        one.subject.kind === 'operation' &&
        one.subject.operation.method === operation.method &&
        one.subject.operation.path === operation.path,
    );
    // a title that is the path itself says nothing more
    if (text === '' || isSaid || texts.has(kind) || (kind === 'summary' && /^\/\S*$/.test(text))) return [];
    texts.add(kind);
    return [
      { subject, fact: { kind, text }, location: front.locate(`/${key}`), method: 'attribute', confidence: 'medium' },
    ];
  });
}
