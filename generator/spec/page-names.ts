import { nameWords, valueName } from '../base/names.ts';
import { compareText, unique } from '../base/order.ts';
import type { OperationName } from '../evidence/evidence.ts';
import { titleFit } from '../base/operation-titles.ts';
import { singular } from '../base/singular.ts';
import { distinctPathName, pathName } from './operation-names.ts';
import { ownSteps, pathPhrases } from './path-phrase.ts';
import { titlePhrase, type TitlePhrase } from './title-phrase.ts';

/** An operation that documentation pages describe, and what they call it: empty where they give no title. */
export interface TitledOperation {
  readonly method: OperationName['method'];
  readonly path: string;
  readonly title: string;
}

/**
 * Names for operations that documentation pages describe and do not name, in the order of `operations`, none of them
 * among `taken`: of the title (`Update a customer property` → updateCustomerProperty), else of the method and the fixed
 * segments of the path (`GET /v2/users` → listUsers). Of several that would be called the same, the one whose title fits its
 * path best keeps the name, then the one with the shorter path; the others get a word of their own path (`Get boosts` of
 * events → getEventBoosts), else the name of the whole path. Case does not count, for they name files.
 */
export function pageNames(operations: readonly TitledOperation[], taken: Iterable<string>): string[] {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  const names = new Map<TitledOperation, string>();
  const ranked = operations.toSorted(
    (left, right) =>
      titleFit(right.title, right) - titleFit(left.title, left) ||
      left.path.split('/').length - right.path.split('/').length ||
      compareText(left.path, right.path) ||
      methodOrder.indexOf(left.method) - methodOrder.indexOf(right.method),
  );
  const twins = findTwins(ranked);
  const candidates = new Map(ranked.map((one) => [one, candidateNames(one, twins.has(one))]));
  const most = Math.max(0, ...[...candidates.values()].map((list) => list.length));
  for (let level = 0; level < most; level += 1) {
    for (const [one, list] of candidates) {
      const name = list[level];
      if (names.has(one) || name === undefined || used.has(name.toLowerCase())) continue;
      used.add(name.toLowerCase());
      names.set(one, name);
    }
  }
  return operations.map((one) => names.get(one) ?? distinctPathName(one.method, one.path));
}

const methodOrder: readonly string[] = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'];

/** What an operation may be called, the best first. */
function candidateNames({ method, path, title }: TitledOperation, isTwin: boolean): string[] {
  const titled = titlePhrase(title, method);
  const noted = titlePhrase(title, method, 'with notes');
  const ofPath = pathPhrases(method, path);
  const parameter = /\{([^{}]*)\}\/?$/.exec(path)?.[1];
  const byParameter = parameter === undefined ? [] : [['by', ...nameWords(parameter)]];
  const byMethod = ['by', method];
  const own = titled
    ? [titled.words, ...(noted ? [noted.words] : []), ...qualified(titled, path), ...behind(titled.words, byParameter)]
    : [];
  // what pins does not unpin: two methods under one title are rarely both what it says
  const isUnfit = method === 'delete' || titleFit(title, { method, path }) <= 0;
  const twin = [...(isUnfit ? ofPath : []), ...(titled ? [[...titled.words, ...byMethod]] : [])];
  const [first = []] = ofPath;
  const phrases = [...(isTwin ? twin : own), ...ofPath, ...behind(first, byParameter), [...first, ...byMethod]];
  const names = phrases.map((words) => valueName(words.join(' ')));
  // a name that is kept off a reserved word is none to choose
  return unique([...names.filter((name) => !name.endsWith('_')), pathName(method, path)]);
}

function behind(words: readonly string[], others: readonly (readonly string[])[]): string[][] {
  return others.map((other) => [...words, ...other]);
}

/** A title with one of the collections of its path that it does not name, first those of which the path picks one, the nearest first: `Get boosts` of events. */
function qualified({ words, verb }: TitlePhrase, path: string): string[][] {
  const told = new Set(words.flatMap(nameWords).map((word) => singular(word.toLowerCase())));
  return ownSteps(path)
    .toReversed()
    .toSorted((left, right) => Number(right.picksOne) - Number(left.picksOne))
    .filter(({ single }) => !single.split(' ').every((word) => told.has(word)))
    .map(({ single }) => [...words.slice(0, verb), single, ...words.slice(verb)]);
}

/** The operations on whose path another method has the same title, which fits that one at least as well: they follow it in the list. */
function findTwins(ranked: readonly TitledOperation[]): ReadonlySet<TitledOperation> {
  const seen = new Set<string>();
  return new Set(
    ranked.filter(({ path, title }) => {
      const key = JSON.stringify([path, title.toLowerCase()]);
      const isSeen = seen.has(key);
      seen.add(key);
      return isSeen && title !== '';
    }),
  );
}
