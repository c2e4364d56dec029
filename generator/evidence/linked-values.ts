import type { Evidence, Fact, Subject } from './evidence.ts';
import { fieldName } from './sections/value-lists.ts';
import { lastWord } from './sections/value-tables.ts';

/** A link, and the words before it in its sentence. */
const linkInText = /([^\][\n.]{0,60})\[([^\][\n]{1,100})\]\(([^()\s#]{0,200}#[^()\s]{1,100})\)/g;

/** What is said before a link to the values that something may have. */
const introduces =
  /\b(?:one of|any of|see|possible|allowed|valid|values?|options?|refer to|listed in|an?)\b[^.]{0,30}$/i;

/**
 * The values of fields whose descriptions link to a table of them: `See [crate states](#crate-states)`, where the table is called
 * what the field is, or the text says that values stand there. Gives no diagnostics.
 */
export function linkedValueFacts(evidence: readonly Evidence[]): Evidence[] {
  const lists = valueLists(evidence);
  if (lists.size === 0) return [];
  return evidence.flatMap(({ subject, fact, location }) => {
    const name = fieldName(subject);
    if (fact.kind !== 'description' || name === undefined) return [];
    return [...fact.text.matchAll(linkInText)].flatMap(([, before = '', text = '', target = '']) => {
      const list = lists.get(anchorKey(location.document, target));
      if (!list || !(isCalled(text, name) || introduces.test(before))) return [];
      return [{ subject, fact: list.fact, location: list.location, method: 'cell', confidence: 'medium' } as const];
    });
  });
}

type EnumFact = Extract<Fact, { kind: 'enum' }>;

/** The tables of values by document and anchor. */
function valueLists(evidence: readonly Evidence[]): Map<string, { fact: EnumFact; location: Evidence['location'] }> {
  const values = new Map<string, { fact: EnumFact; location: Evidence['location'] }>();
  for (const { subject, fact, location } of evidence) {
    if (isEntity(subject) && fact.kind === 'enum') values.set(entityKey(subject), { fact, location });
  }
  const byAnchor: typeof values = new Map();
  for (const { subject, fact, location } of evidence) {
    const list = isEntity(subject) && fact.kind === 'alias' ? values.get(entityKey(subject)) : undefined;
    if (list && fact.kind === 'alias') byAnchor.set(anchorKey(location.document, `#${fact.anchor}`), list);
  }
  return byAnchor;
}

type EntitySubject = Extract<Subject, { kind: 'entity' }>;

function isEntity(subject: Subject): subject is EntitySubject {
  return subject.kind === 'entity' && subject.path.length === 0;
}

function entityKey({ entity }: EntitySubject): string {
  return JSON.stringify([entity.document, entity.anchor, entity.title]);
}

/** A place on a page by the name of its file, without its ending: pages link to each other by paths of the site. */
function anchorKey(document: string, target: string): string {
  const [path = '', anchor = ''] = target.split('#');
  const file = (path === '' ? document : path).split('/').at(-1) ?? '';
  return `${file.replace(/\.[^.]*$/, '').toLowerCase()}#${anchor.toLowerCase()}`;
}

/** Whether the last word of a link is that of a field: `crate states` of `state`. */
function isCalled(text: string, name: string): boolean {
  return lastWord(text) === lastWord(name);
}
