import { isObject, own, ownObject, setOwn, type JsonObject } from '../../base/json.ts';
import { joinPointer } from '../../base/pointer.ts';
import { createMoves, followMoves } from '../dialects/moves.ts';
import { visitObjects } from '../walk.ts';
import { menderAt } from './mending/mender.ts';
import type { Rule, RuleContext } from './rule.ts';

/** OAS 3.1, sections 4.8.8 and 4.8.16: the names that paths and statuses may have. */
export const pathsRule: Rule = {
  says: 'Every path begins with a slash, and every response stands under a status, a range of them or "default".',
  apply(document, context) {
    const paths = ownObject(document, 'paths');
    for (const key of Object.keys(paths ?? {})) if (paths && key.startsWith('x-')) moveToRoot(document, paths, key);
    if (!paths) document['paths'] = {};
    else if (Object.keys(paths).some((path) => !isPath(path))) rootPaths(document, paths, context);
    visitObjects(document, 'operation', (operation, _pointer, evident) => {
      const responses = ownObject(operation, 'responses');
      if (!responses) return;
      mendStatuses(responses, evident, context);
      // an operation need not tell its responses, but if it does there must be one
      if (Object.keys(responses).every((status) => status.startsWith('x-'))) delete operation['responses'];
    });
  },
};

function isPath(path: string): boolean {
  return path.startsWith('/');
}

/** What is said of all paths is said of the whole: not every tool allows an extension among paths. */
function moveToRoot(document: JsonObject, paths: JsonObject, key: string): void {
  if (!Object.hasOwn(document, key)) setOwn(document, key, paths[key] ?? null);
  delete paths[key];
}

function rootPaths(document: JsonObject, paths: JsonObject, context: RuleContext): void {
  const moves = createMoves();
  const mended: JsonObject = {};
  for (const [path, item] of Object.entries(paths)) {
    const wanted = isPath(path) ? path : `/${path.replace(/^(?:https?:\/\/[^/]*)?\/*/i, '')}`;
    const mender = menderAt(context, firstEvident(item));
    if (wanted !== path && (Object.hasOwn(paths, wanted) || Object.hasOwn(mended, wanted))) {
      mender.dropped(`the path "${path}"`, `it begins without a slash, and "${wanted}" is another`);
      continue;
    }
    if (wanted !== path) mender.mended(`the path "${path}"`, 'it begins without a slash', `it is read as "${wanted}"`);
    setOwn(mended, wanted, item);
    moves.add(joinPointer('/paths', path), joinPointer('/paths', wanted));
  }
  document['paths'] = mended;
  followMoves(document, moves);
}

function firstEvident(item: unknown): JsonObject | undefined {
  if (!isObject(item)) return undefined;
  return Array.isArray(item['x-evidence'])
    ? item
    : (Object.values(item).find((part) => isObject(part) && Array.isArray(part['x-evidence'])) as
        | JsonObject
        | undefined);
}

function mendStatuses(responses: JsonObject, evident: JsonObject | undefined, context: RuleContext): void {
  const entries = Object.entries(responses);
  if (entries.every(([status]) => /^(?:[1-5](?:\d\d|XX)|default|x-.*)$/.test(status))) return;
  for (const [status] of entries) delete responses[status];
  for (const [status, response] of entries) {
    const mender = menderAt(context, isObject(response) && Array.isArray(response['x-evidence']) ? response : evident);
    const meant = status.startsWith('x-') ? status : readStatus(status);
    if (
      meant === undefined ||
      own(responses, meant) !== undefined ||
      (meant !== status && entries.some(([other]) => other === meant))
    ) {
      mender.dropped(
        `the response "${status}"`,
        meant === undefined ? 'HTTP has no such status' : `"${meant}" is another`,
      );
      continue;
    }
    if (meant !== status) mender.mended(`the status "${status}"`, 'it is written otherwise', `it is read as ${meant}`);
    setOwn(responses, meant, response);
  }
}

/** `2xx`, `200 OK`, `Default`, `5**`; undefined for what is no status (RFC 9110, section 15). */
function readStatus(text: string): string | undefined {
  const status = text.trim().toLowerCase();
  if (status === 'default') return 'default';
  const [, digit, rest] = /^([1-5])(\d\d|xx|\*\*)(?![\w])/.exec(status) ?? [];
  return digit === undefined || rest === undefined ? undefined : digit + (/\d/.test(rest) ? rest : 'XX');
}
