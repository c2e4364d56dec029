import type { Members } from './checks.ts';
import { inside, newest, noting, recordAside, refuse, under, type Test } from './issues.ts';
import { absent, oneOf, text, tooLong, type, unlisted } from './leaves.ts';
import { shown, tell, type IssueValue } from './words.ts';

// Refusals of the properties of objects, all of each in one call. They return what `inside` does: see issues.ts.

/** The property is not of the type, or of none of the types. */
export function mistyped(object: Members, key: string, expected: IssueValue): boolean {
  return noting() && type(object[key], expected, key);
}

/** Whether the property is a text of so many code points. */
export function missized(object: Members, key: string, minimum: number, maximum: number): boolean {
  return text(object[key], minimum, maximum, key);
}

/** The same where null may stand, too. */
export function missizedOrNull(object: Members, key: string, minimum: number, maximum: number): boolean {
  return text(object[key], minimum, maximum, key, ['string', 'null']);
}

/** The property has none of the allowed values. */
export function misvalued(object: Members, key: string, allowed: readonly IssueValue[]): boolean {
  return oneOf(object[key], allowed, key);
}

/** Whether the property, which has none of the listed values, may have one that a newer API lists. */
export function misvaluedOpen(object: Members, key: string, listed: readonly IssueValue[]): boolean {
  return unlisted(object[key], listed, key);
}

/** The property is missing. */
export function missing(key: string): boolean {
  return refuse(undefined, 'required', 'present', 'must be ', key);
}

/** The property is missing, and must be there because another is. */
export function missingBeside(key: string, other: string): boolean {
  refuse(undefined, 'required', 'present');
  const issue = newest();
  if (issue) {
    issue.keyword = 'dependentRequired';
    issue.schemaPath = '/dependentRequired';
    issue.message = `must be present where ${shown(other)} is, but is missing`;
  }
  return inside(`/${key}`, '');
}

/** The property has no place in the object. */
export function surplus(object: Members, key: string, keyword = 'additionalProperties'): boolean {
  if (!noting()) return false;
  absent(object[key], keyword);
  return under(key, `/${keyword}`);
}

/** The property's name is not as `test` wants it. */
export function misnamed(key: string, test: Test): boolean {
  const [first] = (noting() && recordAside(key, test, 1)) || [];
  refuse(key, 'propertyNames', first?.expected ?? 'another name');
  const issue = newest();
  if (issue && first) {
    tell(first);
    issue.message = `must have a name that ${first.message}`;
  }
  return under(key, '');
}

/** The property's name cannot be checked against a pattern that may take very long on it. */
export function overlong(key: string, limit: number): boolean {
  tooLong(key, limit, 'patternProperties');
  return under(key, '');
}
