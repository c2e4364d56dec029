import type { Evidence, Step, Subject } from './evidence.ts';

/** Words of a type that is a list and nothing else. */
const listWords = /^(?!.*(?:\||\bor\b))(?:.*\[\]|\[.*\]|(?:array|list)\b.*)$/i;

type Body = Extract<Subject, { kind: 'request' | 'response' }>;

/**
 * Properties that stand right below a list in their dotted names (`rows.id`, where `rows` is stated to be an array) are those of
 * its items: a list has no properties by name. What texts say of types (`said`) counts, too. All other evidence is returned as it
 * is. Gives no diagnostics.
 */
export function withListSteps(evidence: readonly Evidence[], said: readonly Evidence[]): Evidence[] {
  const lists = new Set<string>();
  for (const { subject, fact } of [...evidence, ...said]) {
    if (!isBody(subject) || fact.kind !== 'type' || subject.path.at(-1)?.kind !== 'property') continue;
    if (fact.words.length <= longest && listWords.test(fact.words.trim())) lists.add(key(subject, subject.path));
  }
  if (lists.size === 0) return [...evidence];
  return evidence.map((one) => {
    const path = isBody(one.subject) ? itemPath(one.subject, lists) : undefined;
    return path && isBody(one.subject) ? { ...one, subject: { ...one.subject, path } } : one;
  });
}

/** Longer words are none for a list. */
const longest = 200;

function isBody(subject: Subject): subject is Body {
  return subject.kind === 'request' || subject.kind === 'response';
}

function key(subject: Body, path: readonly Step[]): string {
  const { method, path: template } = subject.operation;
  const status = subject.kind === 'response' ? subject.status : undefined;
  const names = path.filter(({ kind }) => kind !== 'items');
  return JSON.stringify([subject.kind, method, template, status, names]);
}

/** The path with a step into the items of each list that it names without one; undefined where there is none. */
function itemPath(subject: Body, lists: ReadonlySet<string>): Step[] | undefined {
  if (subject.path.filter(({ kind }) => kind === 'property').length < 2) return undefined;
  const path: Step[] = [];
  for (const [index, step] of subject.path.entries()) {
    const isInside = step.kind === 'property' && path.at(-1)?.kind === 'property';
    if (isInside && lists.has(key(subject, subject.path.slice(0, index)))) path.push({ kind: 'items' });
    path.push(step);
  }
  return path.length > subject.path.length ? path : undefined;
}
