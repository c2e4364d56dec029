import { groupBy } from '../../base/order.ts';
import type { Evidence, OperationName } from '../../evidence/evidence.ts';
import { linkedDocument } from './links.ts';

function operationId({ method, path }: OperationName): string {
  return `${method} ${path}`;
}

function operationOf({ subject }: Evidence): OperationName | undefined {
  return subject.kind === 'api' || subject.kind === 'entity' ? undefined : subject.operation;
}

/**
 * What operations take over from others that documents say they are called like: parameters other than those in the path, and
 * the body, as far as nothing is said of these here. Medium confidence, at the places where the others are described. Links
 * that lead to no operation are left.
 */
export function likenesses(evidence: readonly Evidence[]): Evidence[] {
  const stated = evidence.filter((one) => one.fact.kind === 'like');
  if (stated.length === 0) return [];
  const about = evidence.filter((one) => operationOf(one) !== undefined);
  const byOperation = groupBy(about, (one) => operationId(operationOf(one) ?? { method: 'get', path: '' }));
  const anchors = operationAnchors(about);
  const documents = [...new Set(about.map((one) => one.location.document))];
  return stated.flatMap((one): Evidence[] => {
    const operation = operationOf(one);
    if (one.fact.kind !== 'like' || !operation) return [];
    const document = linkedDocument(one.fact.link, one.fact.document, documents);
    const target = document === undefined ? undefined : anchors.get(`${document}#${one.fact.link.split('#')[1] ?? ''}`);
    if (!target || operationId(target) === operationId(operation)) return [];
    const own = new Set((byOperation.get(operationId(operation)) ?? []).map(partKey));
    return (byOperation.get(operationId(target)) ?? []).flatMap((fact) => taken(fact, operation, own));
  });
}

/**
 * The parameters that operations take from where a link of theirs leads, as far as nothing is said of these here. Medium
 * confidence, at the places where the parameters are described. Links that lead to no shared parameters are left.
 */
export function sharedParameters(evidence: readonly Evidence[]): Evidence[] {
  const shared = evidence.filter((one) => one.fact.kind === 'sharedParameter');
  if (shared.length === 0) return [];
  const byDocument = groupBy(shared, ({ location }) => location.document);
  const documents = [...new Set(evidence.map((one) => one.location.document))];
  const own = new Set(
    evidence.flatMap((one) => {
      const operation = operationOf(one);
      return operation && one.subject.kind === 'parameter' ? [`${operationId(operation)} ${partKey(one)}`] : [];
    }),
  );
  return evidence.flatMap((one): Evidence[] => {
    const operation = operationOf(one);
    if (one.fact.kind !== 'takes' || !operation) return [];
    const document = linkedDocument(one.fact.link, one.fact.document, documents);
    const [, anchor] = one.fact.link.split('#');
    return (byDocument.get(document ?? '') ?? []).flatMap(({ fact, ...rest }): Evidence[] => {
      if (fact.kind !== 'sharedParameter' || (anchor !== undefined && !fact.anchors.includes(anchor))) return [];
      const subject = { kind: 'parameter', operation, location: 'query', name: fact.name } as const;
      const taken: Evidence = { ...rest, subject, fact: fact.fact, confidence: 'medium' };
      return own.has(`${operationId(operation)} ${partKey(taken)}`) ? [] : [taken];
    });
  });
}

/** The operations by the places that links lead to. */
function operationAnchors(about: readonly Evidence[]): Map<string, OperationName> {
  const anchors = new Map<string, OperationName>();
  for (const one of about) {
    const operation = operationOf(one);
    if (one.fact.kind !== 'alias' || !operation) continue;
    const key = `${one.location.document}#${one.fact.anchor}`;
    if (!anchors.has(key)) anchors.set(key, operation);
  }
  return anchors;
}

/** The part that a fact is about: a parameter, or a property of the body with what it holds. */
function partKey({ subject }: Evidence): string {
  if (subject.kind === 'parameter') return `${subject.location} ${subject.name}`;
  if (subject.kind !== 'request') return '';
  const first = subject.path.find((step) => step.kind === 'property');
  return `body ${first?.kind === 'property' ? first.name : ''}`;
}

function taken(one: Evidence, operation: OperationName, own: ReadonlySet<string>): Evidence[] {
  const { subject } = one;
  if (subject.kind === 'parameter' ? subject.location === 'path' : subject.kind !== 'request') return [];
  const isBody = subject.kind === 'request' && subject.path.length === 0;
  if ((own.has(partKey(one)) && !isBody) || (isBody && one.fact.kind === 'sample')) return [];
  const moved = subject.kind === 'parameter' || subject.kind === 'request' ? { ...subject, operation } : subject;
  return [{ ...one, subject: moved, confidence: one.confidence === 'high' ? 'medium' : one.confidence }];
}
