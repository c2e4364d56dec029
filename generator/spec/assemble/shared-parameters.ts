import { folderOf } from '../../base/location.ts';
import { methodAndPath, namedOperations, operationOf } from '../../base/named-operations.ts';
import { groupBy } from '../../base/order.ts';
import type { Evidence, Fact, OperationName, SharedBy, Subject } from '../../evidence/evidence.ts';
import { isListAnswer, partKey } from './likenesses.ts';
import { linkedDocument } from './links.ts';

type Shared = Evidence & { readonly fact: Extract<Fact, { readonly kind: 'sharedParameter' }> };

/**
 * The parameters that operations take from where a link of theirs leads, or of which pages say that all operations take them, as far as
 * nothing is said of these here. Medium confidence, at the places where the parameters are described. Links that lead to no shared
 * parameters are left. Gives no diagnostics.
 */
export function sharedParameters(evidence: readonly Evidence[]): Evidence[] {
  const shared = evidence.filter((one): one is Shared => one.fact.kind === 'sharedParameter');
  if (shared.length === 0) return [];
  const own = new Set(evidence.flatMap(ownParameter));
  const linked = linkedParameters(evidence, shared, own);
  return [...linked, ...generalParameters(evidence, shared, new Set([...own, ...linked.flatMap(ownParameter)]))];
}

function ownParameter(one: Evidence): string[] {
  const operation = operationOf(one);
  const isOwn = one.subject.kind === 'parameter' || one.fact.kind === 'security';
  return operation && isOwn ? [`${methodAndPath(operation)} ${keyOf(one)}`] : [];
}

/** The parameter that a fact is about, or authentication as a whole. */
function keyOf(one: Evidence): string {
  return one.fact.kind === 'security' ? 'security' : partKey(one);
}

function linkedParameters(
  evidence: readonly Evidence[],
  shared: readonly Shared[],
  own: ReadonlySet<string>,
): Evidence[] {
  const byDocument = groupBy(shared, ({ location }) => location.document);
  const documents = [...new Set(evidence.map((one) => one.location.document))];
  return evidence.flatMap((one): Evidence[] => {
    const operation = operationOf(one);
    if (one.fact.kind !== 'takes' || !operation) return [];
    const document = linkedDocument(one.fact.link, one.fact.document, documents);
    const there = byDocument.get(document ?? '') ?? [];
    return given(operation, namedBy(one.fact.words, there) ?? linkedBy(one.fact.link, there), own);
  });
}

/** Shared parameters as those of an operation that has none of their names. */
function given(operation: OperationName, shared: readonly Shared[], own: ReadonlySet<string>): Evidence[] {
  return shared.flatMap(({ fact, ...rest }): Evidence[] => {
    const isSecurity = fact.fact.kind === 'security';
    const subject: Subject = isSecurity
      ? { kind: 'operation', operation }
      : { kind: 'parameter', operation, location: fact.location, name: fact.name };
    const found: Evidence = { ...rest, subject, fact: fact.fact, confidence: 'medium' };
    return own.has(`${methodAndPath(operation)} ${keyOf(found)}`) ? [] : [found];
  });
}

/** The shared parameters that words name; undefined where they name none. */
function namedBy(words: readonly string[], shared: readonly Shared[]): readonly Shared[] | undefined {
  const names = new Set(words.map((word) => word.toLowerCase()));
  const named = shared.filter(({ fact }) => names.has(fact.name.toLowerCase()));
  return named.length > 0 ? named : undefined;
}

/** The shared parameters that stand where a link leads. */
function linkedBy(link: string, shared: readonly Shared[]): readonly Shared[] {
  const [, anchor] = link.split('#');
  return anchor === undefined ? shared : shared.filter(({ fact }) => fact.anchors.includes(anchor));
}

/**
 * The parameters of which a page says that all operations take them: its own operations, or, where it describes none, those of the
 * pages in its folder and below, and all where these describe none either.
 */
function generalParameters(
  evidence: readonly Evidence[],
  shared: readonly Shared[],
  own: ReadonlySet<string>,
): Evidence[] {
  const general = shared.filter(({ fact }) => fact.of !== undefined);
  if (general.length === 0) return [];
  const byOperation = groupBy(evidence, (one) => methodAndPath(operationOf(one)));
  const named = namedOperations(evidence);
  const describing = new Set([...named.values()].flatMap((one) => [...one.documents]));
  // a folder of guides has no operations
  const apart = new Set(
    general
      .map(({ location: { document } }) => document)
      .filter((document) => ![...describing].some((one) => one.startsWith(folderOf(document)))),
  );
  return [...byOperation].flatMap(([key, facts]) => {
    const operation = operationOf(facts[0]);
    if (!operation) return [];
    const documents = [...(named.get(key)?.documents ?? [])];
    const meant = general.filter(({ fact, location: { document } }) => {
      const isNear = describing.has(document)
        ? documents.includes(document)
        : apart.has(document) || documents.some((one) => one.startsWith(folderOf(document)));
      return isNear && fact.of !== undefined && isOf(operation, facts, fact.of);
    });
    return given(operation, meant, own);
  });
}

/** Whether an operation is one of those that share something. */
function isOf({ method, path }: OperationName, facts: readonly Evidence[], of: SharedBy): boolean {
  if (of === 'all') return true;
  if (of === 'get' || method !== 'get') return method === 'get';
  // a list of what stands below something is none of an item
  const isItem = /\}\/?$/.test(path);
  return !isItem && facts.some((one) => isListAnswer(one) || isCalledList(one));
}

function isCalledList({ fact }: Evidence): boolean {
  return (fact.kind === 'summary' || fact.kind === 'name') && /^(?:list|get all)(?:\b|(?=[A-Z]))/i.test(fact.text);
}
