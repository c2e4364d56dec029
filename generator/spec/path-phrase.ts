import { verbKind } from '../base/verbs.ts';
import { singular } from '../base/singular.ts';
import { collections } from './collections.ts';

/** A fixed segment of a path in words. */
export interface PathStep {
  readonly words: string;
  readonly single: string;
  /** A parameter follows, which picks one of them. */
  readonly picksOne: boolean;
}

/**
 * The fixed segments of a path without what only places it: versions, the parts that stand for all of the API or for all that
 * can be done, and the extension of the format: `/api/v2/{account}/room-files/{id}.json` → room files.
 */
export function ownSteps(path: string): PathStep[] {
  const segments = path
    .replace(/\.(?:json|xml|\{(?:format|ext|extension|type)\})$/i, '')
    .split('/')
    .filter((segment, at, all) => segment !== '' && !isVersion(segment, all[at - 1] ?? ''));
  const from = segments.findIndex((segment) => !/^(?:api|rest|[^{}]*\{[^{}]*\})$/i.test(segment));
  return segments.slice(Math.max(from, 0)).flatMap((segment, index, all) => {
    const [words] = collections(segment);
    if (words === undefined || words === '' || /^(?:actions|relationships)$/.test(words)) return [];
    return [{ words, single: singular(words), picksOne: all[index + 1]?.includes('{') ?? false }];
  });
}

/** Whether a segment is a version: `v2`, `1.0`, also a number alone behind what stands for the API. */
function isVersion(segment: string, before: string): boolean {
  return (
    /^(?:v\d+(?:\.\d+)*|\d+(?:\.\d+)+)$/i.test(segment) ||
    (/^\d{1,2}$/.test(segment) && /^(?:api|rest|)$/i.test(before))
  );
}

/** Most segments that a name tells of. */
const mostSteps = 3;

/** Plurals that are one thing each. */
const oneThing: ReadonlySet<string> = new Set(
  'stats statistics metrics settings analytics details preferences status news info health options permissions'.split(
    ' ',
  ),
);

/** What a part of a collection has in common: `/marks/archived`. */
const quality =
  /^(?:[a-z]{2,20}ed|recent|active|inactive|pending|open|latest|current|popular|trending|public|private)$/;

const methodVerbs: Readonly<Record<string, string>> = { put: 'replace', post: 'create', patch: 'update' };

/**
 * The method and the fixed segments of a path as words that make a name, the best first: `GET /v2/rooms/{id}/files` → list room files;
 * where the last segment says what is done, with that verb: `POST /rooms/{id}/archive` → archive room.
 */
export function pathPhrases(method: string, path: string): string[][] {
  const steps = ownSteps(path).slice(-mostSteps);
  const last = steps.at(-1);
  if (!last) return [[method, 'root']];
  const before = steps.slice(0, -1).map(({ single }) => single);
  const object = steps.at(-2);
  const named = namedPhrase(method, before, last);
  if (last.picksOne) return [named];
  const isRead = method === 'get' || method === 'head';
  if (isRead && object && !object.picksOne && object.words !== object.single && quality.test(last.words)) {
    return [['list', ...before.slice(0, -1), last.words, object.words], named];
  }
  const action = method === 'delete' ? undefined : actionOf(last.words.split(' '), isRead);
  if (!action) return [named];
  const about = object ? [...before.slice(0, -1), object.picksOne ? object.single : object.words] : [];
  return [[...action.verb, ...about, ...action.rest], named];
}

function namedPhrase(method: string, before: readonly string[], last: PathStep): string[] {
  if (method === 'get' || method === 'head') {
    const isList = !last.picksOne && last.words !== last.single && !oneThing.has(last.words.split(' ').at(-1) ?? '');
    return [isList ? 'list' : method, ...before, last.picksOne ? last.single : last.words];
  }
  const isMany = !last.picksOne && method !== 'post';
  return [methodVerbs[method] ?? method, ...before, isMany ? last.words : last.single];
}

interface Action {
  readonly verb: readonly string[];
  readonly rest: readonly string[];
}

/** What the last segment of a path says is done: `archive`, `reset password`, `bulk update`; undefined where it names a thing. */
function actionOf(words: readonly string[], isRead: boolean): Action | undefined {
  const doesAnything = (word: string): boolean => {
    const kind = verbKind(word);
    return kind !== undefined && (kind === 'reading' || !isRead);
  };
  const [first = '', ...rest] = words;
  if (doesAnything(first) && !rest.some((word) => verbKind(word) !== undefined || word === 'all')) {
    return { verb: [first], rest };
  }
  return doesAnything(words.at(-1) ?? '') || doesAnything(first) ? { verb: words, rest: [] } : undefined;
}
