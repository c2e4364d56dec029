import type { Members } from './checks.ts';
import { inside, newest, noting, record, refuse, under, within, type Test } from './issues.ts';
import { absent, tooLong, type } from './leaves.ts';
import { shown, tell } from './words.ts';

// Refusals of the properties of objects. Each returns what `inside` does: see issues.ts.

/** The property is not of its type. */
export function mistyped(object: Members, key: string, expected: string, from: number): number {
  if (!noting()) return 0;
  type(object[key], expected);
  return within(key, from);
}

/** The property is missing. */
export function missing(key: string, from: number): number {
  refuse(undefined, 'required', 'present');
  return inside(`/${key}`, '', from);
}

/** The property is missing, and must be there because another is. */
export function missingBeside(key: string, other: string, from: number): number {
  refuse(undefined, 'required', 'present');
  const issue = newest();
  if (issue) {
    issue.keyword = 'dependentRequired';
    issue.schemaPath = '/dependentRequired';
    issue.message = `must be present where ${shown(other)} is, but is missing`;
  }
  return inside(`/${key}`, '', from);
}

/** The property has no place in the object. */
export function surplus(object: Members, key: string, from: number, keyword = 'additionalProperties'): number {
  if (!noting()) return 0;
  absent(object[key], keyword);
  return under(key, `/${keyword}`, from);
}

/** The property's name is not as `test` wants it. */
export function misnamed(key: string, test: Test, from: number): number {
  const [first] = (noting() && record(key, test, 1)) || [];
  refuse(key, 'propertyNames', first?.expected ?? 'another name');
  const issue = newest();
  if (issue && first) {
    tell(first);
    issue.message = `must have a name that ${first.message}`;
  }
  return under(key, '', from);
}

/** The property's name cannot be checked against a pattern that may take very long on it. */
export function overlong(key: string, limit: number, from: number): number {
  tooLong(key, limit, 'patternProperties');
  return under(key, '', from);
}
