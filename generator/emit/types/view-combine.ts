import { distinctValues } from '../../base/distinct.ts';
import { isObject, ownArray, type JsonObject } from '../../base/json.ts';

// Combining schemas of the view (see `viewSchema`).

/** Matches nothing. openapi-typescript has no keyword for it, but prints a union whose only branch is `false` as `never`. */
export const never: JsonObject = { anyOf: [false] };

/** Any of `branches`, nested unions opened, nothing twice; anything, if one of them is that. */
export function union(branches: readonly JsonObject[]): JsonObject {
  const bare = branches.map(withoutNotes);
  if (bare.some(isUnknown)) return {};
  const members = bare.flatMap((branch) => ownArray(branch, 'anyOf') ?? [branch]).filter(isObject);
  const distinct = distinctValues(members);
  const [only] = distinct;
  if (!only) return never;
  return distinct.length === 1 && !Object.hasOwn(only, 'const') ? only : { anyOf: distinct };
}

/** All of `members`: nothing if one of them is that; what says nothing is left out. */
export function intersection(members: readonly JsonObject[]): JsonObject {
  if (members.some((member) => ownArray(member, 'anyOf')?.[0] === false)) return never;
  const telling = members.filter((member) => !isUnknown(member));
  const [only] = telling;
  if (!only) return {};
  if (telling.length === 1) return only;
  const bare = telling.map(withoutNotes);
  return { allOf: bare.flatMap((member) => (ownArray(member, 'allOf') ?? [member]).filter(isObject)) };
}

/** `title` and `readOnly` inform about the place a schema stands at; inside a union or an `allOf` nobody sees them. */
function withoutNotes(schema: JsonObject): JsonObject {
  const { title: _title, readOnly: _readOnly, ...rest } = schema;
  return rest;
}

/** Whether a schema of the view lets anything pass. */
export function isUnknown(schema: JsonObject): boolean {
  return Object.keys(withoutNotes(schema)).length === 0;
}
