import { groupBy } from '../../base/order.ts';
import type { Evidence, Step } from '../../evidence/evidence.ts';
import type { FactNode } from './fact-tree.ts';
import type { EntityTable } from './named-entities.ts';
import { bodyKey, isSame, leastShare, type Body } from './shown-entities.ts';

/**
 * Evidence in which a list of objects that a text says to be the answer stands where samples show it: `Returns a list of boxes` beside
 * `{"boxes": [...], "next": 2}` is about `boxes`. Only where samples show an object with one list of such objects and no list as the
 * whole. Gives no diagnostics.
 */
export function withEnvelopes(evidence: readonly Evidence[], table: EntityTable): Evidence[] {
  const answers = groupBy(
    evidence.filter(({ subject }) => subject.kind === 'response'),
    (one) => bodyKey(one.subject as Body),
  );
  const moved = new Map<Evidence, Evidence>();
  for (const list of answers.values()) {
    const shown = list.filter(({ method }) => method === 'sample');
    if (shown.length === 0) continue;
    for (const one of list) {
      if (!statesList(one)) continue;
      const { fact, location } = one;
      const entity = fact.kind === 'refers' ? table.resolve(fact.reference, 'object') : undefined;
      const body = one.subject as Body;
      const name =
        entity &&
        listOf(
          entity.node,
          shown.filter(({ subject }) => isSame(subject as Body, body)),
        );
      if (name === undefined) continue;
      const path: readonly Step[] = [{ kind: 'property', name }];
      const beside = list.filter(
        (other) => isListType(other) && other.location === location && isSame(other.subject as Body, body),
      );
      for (const part of [one, ...beside]) moved.set(part, { ...part, subject: { ...(part.subject as Body), path } });
    }
  }
  return moved.size === 0 ? [...evidence] : evidence.map((one) => moved.get(one) ?? one);
}

/** Whether words say that an answer is a list of objects. */
function statesList({ subject, fact, method }: Evidence): boolean {
  const isRoot = subject.kind === 'response' && subject.path.length === 0;
  return (
    isRoot && method !== 'sample' && fact.kind === 'refers' && fact.reference.form === 'list' && !fact.reference.others
  );
}

function isListType({ subject, fact, method }: Evidence): boolean {
  const isRoot = subject.kind === 'response' && subject.path.length === 0;
  return isRoot && method !== 'sample' && fact.kind === 'type' && /^array\b|\[\]$/.test(fact.words);
}

/** The only property of what samples show that is a list of objects of a kind; undefined where the whole is a list. */
function listOf(entity: FactNode, shown: readonly Evidence[]): string | undefined {
  const paths = shown.map(({ subject }) => (subject as Body).path);
  if (paths.some(([first]) => first?.kind === 'items')) return undefined;
  // a sample that has nothing but names of the object is one of them
  const outermost = new Set(paths.flatMap(([first]) => (first?.kind === 'property' ? [first.name] : [])));
  if (outermost.size > 1 && [...outermost].every((name) => entity.properties.has(name))) return undefined;
  const names = new Map<string, Set<string>>();
  for (const [outer, items, inner] of paths) {
    if (outer?.kind !== 'property' || items?.kind !== 'items' || inner?.kind !== 'property') continue;
    const known = names.get(outer.name) ?? new Set<string>();
    names.set(outer.name, known.add(inner.name));
  }
  const fitting = [...names].filter(([, inner]) => {
    const known = [...inner].filter((name) => entity.properties.has(name));
    return known.length > 0 && known.length >= inner.size * leastShare;
  });
  const [only, ...others] = fitting;
  return others.length === 0 ? only?.[0] : undefined;
}
