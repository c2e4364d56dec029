import { own, type Members } from './checks.js';
import { inside, newest, record, refuse, under, within, type Test } from './issues.js';
import { absent, tooLong, type } from './leaves.js';
import { shown } from './words.js';

// Refusals of the properties of objects whose names are not all known. Each is true if other issues are wanted too.

/** The property is not of its type. */
export function mistyped(object: Members, key: string, expected: string, before: number): boolean {
  return type(object[key], expected) || within(key, before);
}

/** The property is missing. */
export function missing(key: string, before: number): boolean {
  return refuse(undefined, 'required', 'present') || inside(`/${key}`, '', before);
}

/** The property is missing, and must be there because another is. */
export function missingBeside(key: string, other: string, before: number): boolean {
  refuse(undefined, 'required', 'present');
  const issue = newest();
  if (issue) {
    issue.keyword = 'dependentRequired';
    issue.schemaPath = '/dependentRequired';
    issue.message = `must be present where ${shown(other)} is, but is missing`;
  }
  return inside(`/${key}`, '', before);
}

/** The property, if it is one of the object's own and present, has no place in it. */
export function surplus(object: Members, key: string, before: number, keyword = 'additionalProperties'): boolean {
  const member = own(object, key);
  return member === undefined || absent(member, keyword) || under(key, `/${keyword}`, before);
}

/** Whether the property's name is as it must be. */
export function named(key: string, test: Test, before: number): boolean {
  const issues = record(key, test, 1);
  if (issues === undefined) return true;
  const [first] = issues;
  refuse(key, 'propertyNames', first?.expected ?? 'another name');
  const issue = newest();
  if (issue && first) issue.message = `must have a name that ${first.message}`;
  return under(key, '', before);
}

/** Whether the property's name can be checked against a pattern that may take very long on it. */
export function short(key: string, limit: number, before: number): boolean {
  return key.length <= limit || tooLong(key, limit, 'patternProperties') || under(key, '', before);
}
