import { groupBy } from '../../base/order.ts';
import type { Evidence, Step, Subject } from '../../evidence/evidence.ts';
import { factsOf, nodeAt, type FactNode } from './fact-tree.ts';
import { entityId, type Entity, type EntityTable } from './named-entities.ts';
import { operationKey } from './paths.ts';

/** What an operation is sent or answers with. */
export type Body = Extract<Subject, { kind: 'request' | 'response' }>;

/** The smallest share of the names that a sample shows which an object must have, so that it is one of these. */
export const leastShare = 0.5;

/** What may refer to objects: bodies, and other objects. */
type Whole = Extract<Subject, { kind: 'request' | 'response' | 'entity' }>;

/**
 * Gives the objects to which bodies and other objects refer what samples of these show of properties that the documents name
 * without a type, or without what is in them. A sample adds no property to an object that is described. Gives no diagnostics.
 */
export function showEntities(evidence: readonly Evidence[], table: EntityTable): void {
  const wholes = groupBy(evidence.filter(isOfWhole), (one) => wholeKey(one.subject as Whole));
  for (const list of wholes.values()) {
    const shown = list.filter(({ method }) => method === 'sample');
    if (shown.length === 0) continue;
    for (const { fact, evidence: stated } of factsOf(list, 'refers')) {
      const { reference } = fact;
      if (
        stated.method === 'sample' ||
        stated.confidence === 'low' ||
        reference.form === 'map' ||
        reference.within ||
        reference.others
      )
        continue;
      const entity = table.resolve(reference, 'object');
      if (!entity || factsOf(entity.node.evidence, 'wrapper').length > 0) continue;
      const whole = stated.subject as Whole;
      const own = shown.filter(({ subject }) => isSame(subject as Whole, whole));
      if (!isOf(whole, entity))
        show(entity.node, reference.form === 'list' ? [...whole.path, { kind: 'items' }] : whole.path, own);
    }
  }
}

function isOfWhole({ subject, fact }: Evidence): boolean {
  const says = fact.kind === 'type' || fact.kind === 'refers' || fact.kind === 'format' || fact.kind === 'exists';
  return says && (subject.kind === 'request' || subject.kind === 'response' || subject.kind === 'entity');
}

function wholeKey(subject: Whole): string {
  return subject.kind === 'entity' ? `entity ${entityId(subject.entity)}` : bodyKey(subject);
}

/** Whether what refers to an object is a part of it. */
function isOf(subject: Whole, { name }: Entity): boolean {
  return subject.kind === 'entity' && entityId(subject.entity) === entityId(name);
}

/** The side of an operation that a body belongs to, as a key. */
export function bodyKey(subject: Body): string {
  return `${subject.kind} ${operationKey(subject.operation)}`;
}

/** Whether two bodies of an operation are one: of the same status, or of success where one says no status. */
export function isSame(left: Whole, right: Whole): boolean {
  const [one, other] = [statusOf(left), statusOf(right)];
  return one === other || ((one === '' || other === '') && !/^[1345]/.test(one + other));
}

function statusOf(subject: Whole): string {
  return subject.kind === 'response' ? (subject.status ?? '') : '';
}

function show(entity: FactNode, start: readonly Step[], shown: readonly Evidence[]): void {
  const within = shown.flatMap((one) => {
    const { path } = one.subject as Whole;
    const inner = startsWith(path, start) ? path.slice(start.length) : [];
    const [first] = inner;
    return first?.kind === 'property' ? [{ one, inner, name: first.name }] : [];
  });
  const names = new Set(within.map(({ name }) => name));
  const known = [...names].filter((name) => entity.properties.has(name));
  if (known.length === 0 || known.length < names.size * leastShare) return;
  // what differs by branch is described there
  const branched = new Set([...entity.branches.values()].flatMap((branch) => [...branch.properties.keys()]));
  const untyped = new Set(known.filter((name) => isOpen(entity.properties.get(name)) && !branched.has(name)));
  for (const { one, inner, name } of within) if (untyped.has(name)) nodeAt(entity, inner).evidence.push(one);
}

function startsWith(path: readonly Step[], start: readonly Step[]): boolean {
  return path.length > start.length && start.every((step, at) => JSON.stringify(step) === JSON.stringify(path[at]));
}

/** Whether nothing says what a value is, or what is in it. */
function isOpen(node: FactNode | undefined): boolean {
  if (!node) return true;
  const says = node.evidence.some(
    ({ fact }) =>
      /^(?:refers|format|enum|default)$/.test(fact.kind) || (fact.kind === 'type' && !holdsObjects.test(fact.words)),
  );
  return !(
    says ||
    node.properties.size > 0 ||
    node.items !== undefined ||
    node.values !== undefined ||
    node.branches.size > 0
  );
}

/** Types that leave it open what is in a value. */
const holdsObjects = /^(?:json|object|hash)$/i;
