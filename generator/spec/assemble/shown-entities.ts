import { groupBy } from '../../base/order.ts';
import type { Evidence, Step, Subject } from '../../evidence/evidence.ts';
import { factsOf, nodeAt, type FactNode } from './fact-tree.ts';
import type { EntityTable } from './named-entities.ts';
import { operationKey } from './paths.ts';

/** What an operation is sent or answers with. */
export type Body = Extract<Subject, { kind: 'request' | 'response' }>;

/** The smallest share of the names that a sample shows which an object must have, so that it is one of these. */
export const leastShare = 0.5;

/**
 * Gives the objects to which bodies refer what samples of these bodies show of properties that the documents name without a
 * type. Only what is named is typed: a sample adds no property to an object that is described. Gives no diagnostics.
 */
export function showEntities(evidence: readonly Evidence[], table: EntityTable): void {
  const bodies = groupBy(evidence.filter(isOfBody), (one) => bodyKey(one.subject as Body));
  for (const list of bodies.values()) {
    const shown = list.filter(({ method }) => method === 'sample');
    if (shown.length === 0) continue;
    for (const { fact, evidence: stated } of factsOf(list, 'refers')) {
      const { reference } = fact;
      if (stated.method === 'sample' || stated.confidence === 'low' || reference.form === 'map' || reference.others)
        continue;
      const entity = table.resolve(reference, 'object');
      if (!entity || factsOf(entity.node.evidence, 'wrapper').length > 0) continue;
      const body = stated.subject as Body;
      const own = shown.filter(({ subject }) => isSame(subject as Body, body));
      show(entity.node, reference.form === 'list' ? [...body.path, { kind: 'items' }] : body.path, own);
    }
  }
}

function isOfBody({ subject, fact }: Evidence): boolean {
  const says = fact.kind === 'type' || fact.kind === 'refers' || fact.kind === 'format' || fact.kind === 'exists';
  return says && (subject.kind === 'request' || subject.kind === 'response');
}

/** The side of an operation that a body belongs to, as a key. */
export function bodyKey(subject: Body): string {
  return `${subject.kind} ${operationKey(subject.operation)}`;
}

/** Whether two bodies of an operation are one: of the same status, or of success where one says no status. */
export function isSame(left: Body, right: Body): boolean {
  const [one, other] = [statusOf(left), statusOf(right)];
  return one === other || ((one === '' || other === '') && !/^[1345]/.test(one + other));
}

function statusOf(subject: Body): string {
  return subject.kind === 'response' ? (subject.status ?? '') : '';
}

function show(entity: FactNode, start: readonly Step[], shown: readonly Evidence[]): void {
  const within = shown.flatMap((one) => {
    const { path } = one.subject as Body;
    const inner = startsWith(path, start) ? path.slice(start.length) : [];
    const [first] = inner;
    return first?.kind === 'property' ? [{ one, inner, name: first.name }] : [];
  });
  const names = new Set(within.map(({ name }) => name));
  const known = [...names].filter((name) => entity.properties.has(name));
  if (known.length === 0 || known.length < names.size * leastShare) return;
  const untyped = new Set(known.filter((name) => !isTyped(entity.properties.get(name))));
  for (const { one, inner, name } of within) if (untyped.has(name)) nodeAt(entity, inner).evidence.push(one);
}

function startsWith(path: readonly Step[], start: readonly Step[]): boolean {
  return path.length > start.length && start.every((step, at) => JSON.stringify(step) === JSON.stringify(path[at]));
}

/** Whether anything says what a value is. */
function isTyped(node: FactNode | undefined): boolean {
  if (!node) return false;
  const says = node.evidence.some(({ fact }) => /^(?:type|refers|format|enum|default)$/.test(fact.kind));
  return (
    says || node.properties.size > 0 || node.items !== undefined || node.values !== undefined || node.branches.size > 0
  );
}
