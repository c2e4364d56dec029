import type { Report } from '../../base/diagnostic.ts';
import { evidenceText } from '../../base/location.ts';
import { nameWords } from '../../base/names.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { collectionWords } from '../collections.ts';
import { factsOf, type FactNode } from './fact-tree.ts';

/** What an operation is about, as far as its own words tell. */
export interface Vocabulary {
  /** `POST /x`, for messages. */
  readonly subject: string;
  readonly path: string;
  readonly summary: string;
  /** Names of the request's properties. */
  readonly requestNames: ReadonlySet<string>;
}

/** Properties that nearly every resource has: sharing them proves nothing. */
const genericNames: ReadonlySet<string> = new Set(
  'id uuid name title description slug type url created_at updated_at deleted_at createdAt updatedAt deletedAt created_by updated_by'.split(
    ' ',
  ),
);

/**
 * Takes the samples of other entities out of a response: documentation generators like to show the wrong one. A sample
 * goes when its values name a resource that is only a parent in the path (`project-uuid`, `Project name`), or when it
 * shares no telling name with the request while another sample of the same operation does; in both cases only if
 * nothing in it belongs to the operation's own vocabulary. Reports `merge/wrong-entity`, and `merge/stub-sample` for a
 * sample of generic properties alone. Returns whether something was taken out.
 */
export function dropWrongEntity(
  response: FactNode,
  others: readonly FactNode[],
  vocabulary: Vocabulary,
  report: Report,
): boolean {
  const names = [...response.properties.keys()];
  if (names.length === 0) return false;
  const sample = response.evidence.find((one) => one.method === 'sample');
  if (!sample) return false;
  const telling = names.filter((name) => !genericNames.has(name));
  const shared = telling.filter((name) => vocabulary.requestNames.has(name));
  const reason = shared.length > 0 ? undefined : wrongReason(response, others, vocabulary);
  if (reason !== undefined) {
    report.add('merge/wrong-entity', sample.location, { subject: vocabulary.subject, reason });
    removeSamples(response);
    response.evidence.push(
      note(sample, `the sample at ${evidenceText(sample.location)} shows another entity (${reason}) and is not used`),
    );
    return true;
  }
  if (telling.length === 0 && names.length <= 3) {
    report.add('merge/stub-sample', sample.location, { subject: vocabulary.subject, count: names.length });
    response.evidence.push(note(sample, 'the sample is a stub of generic properties; the schema is surely incomplete'));
  }
  return false;
}

function wrongReason(response: FactNode, others: readonly FactNode[], vocabulary: Vocabulary): string | undefined {
  const entity = namedEntity(response);
  if (entity !== undefined && isOnlyParent(entity, vocabulary)) return `its values name a ${entity}`;
  const better = others.find((other) => {
    const names = [...other.properties.keys()];
    const overlap = names.filter((name) => response.properties.has(name) && !genericNames.has(name));
    return overlap.length === 0 && names.some((name) => vocabulary.requestNames.has(name) && !genericNames.has(name));
  });
  return better ? 'another sample of the operation has the names of its request' : undefined;
}

/** The resource that at least two sample values name: `project-uuid`, `Project Name`, `Project description`. */
function namedEntity(response: FactNode): string | undefined {
  const votes = new Map<string, number>();
  for (const node of response.properties.values()) {
    for (const { fact } of factsOf(node.evidence, 'example')) {
      const entity = typeof fact.value === 'string' ? entityOf(fact.value) : undefined;
      if (entity !== undefined) votes.set(entity, (votes.get(entity) ?? 0) + 1);
    }
  }
  return [...votes].find(([, count]) => count >= 2)?.[0];
}

function entityOf(value: string): string | undefined {
  const match =
    /^([a-z]+(?:[-_][a-z]+)*)[-_](?:uu)?id$/.exec(value) ??
    /^([A-Za-z]+(?: [a-z]+)*) (?:name|title|description|identifier)$/i.exec(value);
  return match?.[1] === undefined ? undefined : nameWords(match[1]).join(' ').toLowerCase();
}

/** Whether the path has a collection of these entities that is not the one the operation works on. */
function isOnlyParent(entity: string, vocabulary: Vocabulary): boolean {
  const collections = collectionWords(vocabulary.path);
  const last = collections.at(-1);
  const parents = collections.slice(0, -1);
  const summary = ` ${nameWords(vocabulary.summary).join(' ').toLowerCase()} `;
  return parents.includes(entity) && last !== entity && !summary.includes(` ${entity}`);
}

function removeSamples(node: FactNode): void {
  for (const [name, child] of node.properties) {
    removeSamples(child);
    if (child.evidence.length === 0 && child.properties.size === 0) node.properties.delete(name);
  }
  if (node.items) {
    removeSamples(node.items);
    if (node.items.evidence.length === 0) node.items = undefined;
  }
  node.evidence.splice(0, node.evidence.length, ...node.evidence.filter((one) => one.method !== 'sample'));
}

function note(at: Evidence, text: string): Evidence {
  return { ...at, fact: { kind: 'uncertain', text } };
}
