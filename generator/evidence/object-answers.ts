import { pathShape } from '../base/named-operations.ts';
import { nameWords } from '../base/names.ts';
import { namesThing, verbKind } from '../base/verbs.ts';
import { isObject, type JsonValue } from '../base/json.ts';
import { folderOf } from '../base/location.ts';
import { groupBy } from '../base/order.ts';
import type { EntityName, Evidence, OperationName, Step, Subject } from './evidence.ts';
import { singular } from '../base/singular.ts';

/** An object that a page describes, with the names of its properties. */
interface PageObject {
  readonly entity: EntityName;
  readonly names: ReadonlySet<string>;
  readonly evidence: Evidence;
  readonly page: string;
  /** Whether its page describes no other. */
  readonly isOnly: boolean;
  /** Whether the page tells what of it is sent and what only comes back. */
  readonly isSent: boolean;
}

/**
 * What operations answer with whose pages do not say it, or only show some of its properties, where another page describes
 * the object that their path is about and either lists them or stands in the same folder: hedged references. Only for calls
 * that are about one object: GET, PUT and PATCH of an item, POST to a collection; of what samples show also the items of lists.
 * Where the page also tells what of the object is only read or must be sent, what samples of requests show is the object too.
 */
export function objectAnswerFacts(evidence: readonly Evidence[]): Evidence[] {
  const objects = pageObjects(evidence);
  if (objects.length === 0) return [];
  const operations = groupBy(
    evidence.filter(({ subject }) => 'operation' in subject),
    ({ subject }) => ('operation' in subject ? `${subject.operation.method} ${pathShape(subject.operation.path)}` : ''),
  );
  return [...operations.values()].flatMap((about) => {
    const [first] = about;
    if (!first || !('operation' in first.subject)) return [];
    const { operation } = first.subject;
    const object = objectOf(operation, about, objects);
    if (!object) return [];
    const places = [...answerPlaces(operation, about, object, evidence), ...requestPlaces(about, object)];
    return places.map((subject) => reference(subject, object));
  });
}

function reference(subject: Subject, { entity, evidence }: PageObject): Evidence {
  const words = { document: entity.document, words: entity.title, link: `#${entity.anchor}`, form: 'one' } as const;
  const { location } = evidence;
  return { subject, fact: { kind: 'refers', reference: words }, location, method: 'name', confidence: 'low' };
}

function pageObjects(evidence: readonly Evidence[]): readonly PageObject[] {
  const all = evidence.filter(({ subject }) => subject.kind === 'entity');
  const byPage = groupBy(all, ({ location }) => location.document);
  return [...byPage].flatMap(([page, inPage]) => {
    const byTitle = groupBy(inPage, ({ subject }) => (subject.kind === 'entity' ? subject.entity.title : ''));
    return [...byTitle.values()].flatMap((about): PageObject[] => {
      const named = about.find(({ fact }) => fact.kind === 'exists');
      // a list of values is no object
      if (named?.subject.kind !== 'entity' || about.some(isOwnValues)) return [];
      const { entity } = named.subject;
      const names = new Set(about.flatMap(propertyNames));
      return [{ entity, names, evidence: named, page, isOnly: byTitle.size === 1, isSent: tellsWhatIsSent(about) }];
    });
  });
}

function isOwnValues({ subject, fact }: Evidence): boolean {
  return subject.kind === 'entity' && subject.path.length === 0 && fact.kind === 'enum';
}

function tellsWhatIsSent(about: readonly Evidence[]): boolean {
  return about.some(({ fact }) => fact.kind === 'access');
}

function propertyNames({ subject, fact }: Evidence): string[] {
  if (fact.kind === 'sample') return isObject(fact.data.value) ? Object.keys(fact.data.value) : [];
  const [step] = subject.kind === 'entity' ? subject.path : [];
  return step?.kind === 'property' ? [step.name] : [];
}

/** The object of a page that lists the operation, else of a page beside one that describes it, if the path is about it. */
function objectOf(
  operation: OperationName,
  about: readonly Evidence[],
  objects: readonly PageObject[],
): PageObject | undefined {
  const pages = new Set(about.map(({ location }) => location.document));
  const folders = new Set([...pages].map(folderOf));
  const listing = objects.filter(({ page }) => pages.has(page));
  const beside = objects.filter(({ page }) => folders.has(folderOf(page)));
  const fitting = [listing, beside].map((some) => some.filter((one) => isAbout(operation, one)));
  const [only, ...others] = fitting.find((some) => some.length > 0) ?? [];
  return others.length === 0 ? only : undefined;
}

/**
 * Whether the last word of the path that is no parameter is what the object is called: `/work-items/{id}`, `Work item`. The only
 * object of a page may have more words in its name.
 */
function isAbout({ path }: OperationName, { entity, isOnly }: PageObject): boolean {
  const segments = path.split('/').map((segment) => segment.replace(/\.(?:json|xml)$/i, ''));
  const collection =
    segments.findLast((segment) => segment !== '' && !segment.startsWith('{') && !ownOne.test(segment)) ?? '';
  const words = wordsOf(collection);
  const called = new Set(wordsOf(entity.title));
  // what is done is no object: `/boxes/search`, `Guided search`
  const last = words.at(-1) ?? '';
  const isOnlyNamed = isOnly && (verbKind(last) === undefined || namesThing(last));
  return words.length > 0 && words.every((word) => called.has(word)) && (isOnlyNamed || called.size === words.length);
}

/** A segment that stands for the one item that is the caller's own: `/users/me`. */
const ownOne = /^(?:me|self|current|mine)$/i;

function wordsOf(text: string): string[] {
  return nameWords(text).map((word) => singular(word.toLowerCase()));
}

/** Where in the answers of an operation the object stands; nowhere where pages describe the answer or say it has no body. */
function answerPlaces(
  operation: OperationName,
  about: readonly Evidence[],
  object: PageObject,
  evidence: readonly Evidence[],
): Subject[] {
  const answers = about.filter(({ subject }) => isSuccess(subject));
  const samples = answers.filter(({ fact }) => fact.kind === 'sample');
  const isDescribed = answers.some(
    ({ subject, fact }) =>
      fact.kind === 'refers' ||
      (fact.kind === 'type' && fact.words !== '') ||
      (subject.kind === 'response' && (subject.path.length > 0 || subject.status === '204')),
  );
  if (isDescribed) return [];
  if (samples.length === 0) {
    const isSaid = object.isOnly || about.some((one) => saysThatOne(one, object));
    if (!isSaid || !isAboutOne(operation)) return [];
    const [name, ...others] = envelopesOf(object, evidence);
    // what others answer it in stands around it here, too
    if (others.length > 0) return [];
    return [{ kind: 'response', operation, path: name === undefined ? [] : [{ kind: 'property', name }] }];
  }
  return samples.flatMap(({ subject, fact }): Subject[] => {
    if (subject.kind !== 'response' || fact.kind !== 'sample') return [];
    return shownAt(fact.data.value, object).map((path) => ({ ...subject, path }));
  });
}

/** Envelopes of objects, by all that is known when they are asked for. */
const envelopes = new WeakMap<PageObject, ReadonlySet<string>>();

/** The names of the members, called as the object, under which answers of any operation have it; what all answers stand in is told elsewhere. */
function envelopesOf(object: PageObject, evidence: readonly Evidence[]): ReadonlySet<string> {
  const known = envelopes.get(object);
  if (known) return known;
  const found = new Set<string>();
  const called = wordsOf(object.entity.title).join(' ');
  const add = (name: string): void => {
    if (` ${called} `.includes(` ${wordsOf(name).join(' ')} `)) found.add(name);
  };
  for (const { subject, fact } of evidence) {
    if (subject.kind !== 'response' || !isSuccess(subject)) continue;
    const [step, ...inner] = subject.path;
    if (fact.kind === 'refers' && step?.kind === 'property' && inner.length === 0 && fact.reference.form === 'one') {
      const { link, words } = fact.reference;
      const isLinked = link?.endsWith(`#${object.entity.anchor}`) === true;
      if (isLinked || wordsOf(words).join(' ') === called) add(step.name);
    }
    if (fact.kind !== 'sample' || step) continue;
    for (const [at, ...more] of shownAt(fact.data.value, object))
      if (at?.kind === 'property' && more.length === 0) add(at.name);
  }
  envelopes.set(object, found);
  return found;
}

/** A text that begins by saying that the operation gives one thing. */
const givesOne =
  /^(?:retrieves?|returns?|gets?|reads?|fetch(?:es)?|shows?)\s(?:an?|one|the|a\ssingle)\s(?:(?:newly\s)?(?:created|updated|changed|modified|new)\s)?([^.,;:\n]{2,60})/i;

/** Whether a text of an operation says in so many words that it gives the object: `Retrieves a box.` */
function saysThatOne({ subject, fact }: Evidence, { entity }: PageObject): boolean {
  if (subject.kind !== 'operation' || (fact.kind !== 'description' && fact.kind !== 'summary')) return false;
  const said = givesOne.exec(fact.text.replaceAll(/[`*_]/g, ''))?.[1] ?? '';
  const called = wordsOf(entity.title).join(' ');
  return called !== '' && `${wordsOf(said).join(' ')} `.startsWith(`${called} `);
}

/** Where in the request of an operation the object stands; nowhere where pages describe the request. */
function requestPlaces(about: readonly Evidence[], object: PageObject): Subject[] {
  const sent = about.filter(({ subject }) => subject.kind === 'request');
  const isDescribed = sent.some(
    ({ subject, fact }) => fact.kind !== 'sample' && subject.kind === 'request' && subject.path.length > 0,
  );
  if (!object.isSent || isDescribed) return [];
  return sent.flatMap(({ subject, fact }): Subject[] => {
    if (subject.kind !== 'request' || fact.kind !== 'sample') return [];
    return shownAt(fact.data.value, object).map((path) => ({ ...subject, path }));
  });
}

function isSuccess(subject: Subject): boolean {
  return subject.kind === 'response' && (subject.status === undefined || subject.status.startsWith('2'));
}

function isAboutOne({ method, path }: OperationName): boolean {
  const isItem = /\}\/?$/.test(path);
  return method === 'post' ? !isItem : isItem && /^(?:get|put|patch)$/.test(method);
}

/** The places of a sample, at most one level deep, where nothing but properties of the object stands; one in a property of its name. */
function shownAt(value: JsonValue, { names, entity }: PageObject): Step[][] {
  if (isPart(value, names)) return [[]];
  if (isListOf(value, names)) return [[{ kind: 'items' }]];
  if (!isObject(value)) return [];
  const called = wordsOf(entity.title).join(' ');
  return Object.entries(value).flatMap(([name, member]): Step[][] => {
    const least = wordsOf(name).join(' ') === called || saysItself(member, called) ? 1 : leastShared;
    if (isPart(member, names, least)) return [[{ kind: 'property', name }]];
    return isListOf(member, names, least) ? [[{ kind: 'property', name }, { kind: 'items' }]] : [];
  });
}

/** Whether an object, or the first of a list, says what it is by the name of the object: `"object": "box"`. */
function saysItself(member: JsonValue, called: string): boolean {
  const one = Array.isArray(member) ? member[0] : member;
  const said = one !== undefined && isObject(one) ? one['object'] : undefined;
  return typeof said === 'string' && called !== '' && wordsOf(said).join(' ') === called;
}

function isListOf(value: JsonValue, names: ReadonlySet<string>, least: number = leastShared): boolean {
  if (!Array.isArray(value)) return false;
  // what stands for more of them is none: `{…}`
  const items = value.filter((item) => !isObject(item) || Object.keys(item).length > 0);
  return items.length > 0 && items.every((item) => isPart(item, names, least));
}

/** Fewer properties than these are shared by chance. */
const leastShared = 3;

function isPart(value: JsonValue, names: ReadonlySet<string>, least: number = leastShared): boolean {
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  return keys.length >= least && keys.every((key) => names.has(key));
}
