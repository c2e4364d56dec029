import {
  codePoints,
  distinct,
  equal,
  keyed,
  maximumDepth,
  multiple,
  propertyCount,
  type Members,
  type TextPattern,
} from './checks.ts';
import { at, lenient, newest, refuse, type Draft, type IssueValue } from './issues.ts';

// The leaves of the generated validators: exact tests that note why they say no, if notes are taken (see issues.ts).
// Some can be told the `key` of the property that the value is: see `refuse`.

/** The value is not of the type, or of none of the types. */
export function type(value: unknown, expected: IssueValue, key?: string): boolean {
  return refuse(value, 'type', expected, 'must be a ', key);
}

/** The value is no object. */
export function noObject(value: unknown): boolean {
  return type(value, 'object');
}

/** Whether `value` is an object, and no array. */
export function anObject(value: unknown): value is Members {
  return keyed(value) || noObject(value);
}

/** Whether `value` is an array. */
export function anArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) || type(value, 'array');
}

/** Whether `value` is one of many allowed ones. */
export function among(value: unknown, allowed: ReadonlySet<unknown>): boolean {
  return allowed.has(value) || oneOf(value, [...allowed] as IssueValue[]);
}

/** Whether `value` equals one of the allowed structures. */
export function equals(value: unknown, allowed: readonly IssueValue[]): boolean {
  return allowed.some((one) => equal(value, one)) || oneOf(value, allowed);
}

/** The value is none of the allowed ones. */
export function oneOf(value: unknown, allowed: readonly IssueValue[], key?: string): boolean {
  const isOnly = allowed.length === 1;
  return refuse(value, isOnly ? 'const' : 'enum', allowed, isOnly ? 'must be ' : 'must be one of ', key);
}

/** Whether `value`, which is none of the listed ones, may be one that a newer API lists. */
export function unlisted(value: unknown, listed: readonly IssueValue[], key?: string): boolean {
  return newer(value, listed) || oneOf(value, listed, key);
}

/** Whether `value`, which is none of the listed ones, may be one that a newer API lists; nothing is noted. */
export function newer(value: unknown, listed: readonly IssueValue[]): boolean {
  return lenient() && isLike(value, listed);
}

/** The same for many listed ones. */
export function amongOpen(value: unknown, listed: ReadonlySet<unknown>): boolean {
  return listed.has(value) || unlisted(value, [...listed] as IssueValue[]);
}

/** Whether the tag of a union, which leads nowhere, may be one that a newer API has a branch for. */
export function unlistedTag(tag: unknown, name: string, known: readonly IssueValue[]): boolean {
  return newer(tag, known) || unknownTag(tag, name, known);
}

/** Whether a value has the type of some of the listed ones. */
function isLike(value: unknown, listed: readonly IssueValue[]): boolean {
  return listed.some((one) => one !== null && typeof one === typeof value);
}

/** The tag of a union leads nowhere. Always false. */
export function unknownTag(tag: unknown, name: string, known: readonly IssueValue[]): boolean {
  return refuse(tag, 'discriminator', known, 'must be one of ') || at(`/${name}`, '');
}

/** Nothing may stand here. Always false. */
export function absent(value: unknown, keyword = 'false'): boolean {
  return refuse(value, keyword, 'absent') || edit({ schemaPath: '' });
}

/** Whether `value` is a string of so many code points. What most texts pass is asked before, in place. */
export function text(
  value: unknown,
  minimum: number,
  maximum: number,
  key?: string,
  expected: IssueValue = 'string',
): boolean {
  return typeof value === 'string' ? length(value, minimum, maximum, key) : type(value, expected, key);
}

/** Whether a string has so many code points. Other values pass. */
export function length(value: unknown, minimum: number, maximum: number, key?: string): boolean {
  if (typeof value !== 'string') return true;
  const count = codePoints(value);
  if (count < minimum) return refuse(count, 'minLength', minimum, 'must have a length of at least ', key);
  return count <= maximum || refuse(count, 'maxLength', maximum, 'must have a length of at most ', key);
}

/** Whether an array has so many items. */
export function itemCount({ length }: readonly unknown[], minimum: number, maximum: number): boolean {
  if (length < minimum) return refuse(length, 'minItems', minimum, 'must have a length of at least ');
  return length <= maximum || refuse(length, 'maxItems', maximum, 'must have a length of at most ');
}

/** Whether an array has no items after the first `limit`. */
export function noMore(value: readonly unknown[], limit: number): boolean {
  return value.length <= limit || refuse(value.length, 'items', limit, 'must have a length of at most ');
}

/** Whether an object has so many properties. */
export function size(object: Members, minimum: number, maximum: number): boolean {
  const count = propertyCount(object);
  if (count < minimum) return refuse(count, 'minProperties', minimum, 'must have a size of at least ');
  return count <= maximum || refuse(count, 'maxProperties', maximum, 'must have a size of at most ');
}

/** Whether enough items, and not too many, are such as are to be contained. */
export function contained(count: number, minimum: number, maximum: number): boolean {
  const keyword = minimum === 1 ? 'contains' : 'minContains';
  if (count < minimum) return refuse(count, keyword, minimum, 'must have a number of fitting items of at least ');
  return count <= maximum || refuse(count, 'maxContains', maximum, 'must have a number of fitting items of at most ');
}

/** Whether a string matches a pattern. Other values pass. */
export function matches(value: unknown, pattern: TextPattern): boolean {
  if (typeof value !== 'string') return true;
  try {
    if (pattern.test(value)) return true;
  } catch {
    // a regular expression is out of memory: texts that may be of any length are not left to those
    return tooLong(value, 1_000_000, 'pattern');
  }
  const { limit = Infinity, source } = pattern;
  return value.length > limit
    ? tooLong(value, limit, 'pattern')
    : refuse(value, 'pattern', source, 'must match the pattern ');
}

/** Whether a string is of a format. Other values pass. */
export function textFormat(value: unknown, format: string, test: (text: string) => boolean): boolean {
  return typeof value !== 'string' || test(value) || refuse(value, 'format', format, 'must be a valid ');
}

/** Whether a number is of a format. Other values pass. */
export function numberFormat(value: unknown, format: string, test: (number: number) => boolean): boolean {
  return typeof value !== 'number' || test(value) || refuse(value, 'format', format, 'must be a valid ');
}

/** A text is too long for a pattern that could take very long on it. Always false. */
export function tooLong(text: string, limit: number, keyword: string): boolean {
  return refuse(
    text.length,
    keyword,
    limit,
    'must for its pattern to be checked in good time have a length of at most ',
  );
}

/** Whether a number is at least `limit`. Other values pass. */
export function atLeast(value: unknown, limit: number): boolean {
  return typeof value !== 'number' || value >= limit || refuse(value, 'minimum', limit, 'must be at least ');
}

/** Whether a number is at most `limit`. Other values pass. */
export function atMost(value: unknown, limit: number): boolean {
  return typeof value !== 'number' || value <= limit || refuse(value, 'maximum', limit, 'must be at most ');
}

/** Whether a number is more than `limit`. Other values pass. */
export function moreThan(value: unknown, limit: number): boolean {
  return typeof value !== 'number' || value > limit || refuse(value, 'exclusiveMinimum', limit, 'must be more than ');
}

/** Whether a number is less than `limit`. Other values pass. */
export function lessThan(value: unknown, limit: number): boolean {
  return typeof value !== 'number' || value < limit || refuse(value, 'exclusiveMaximum', limit, 'must be less than ');
}

/** Whether a number is a whole multiple of `step`. Other values pass. */
export function multipleOf(value: unknown, step: number): boolean {
  return (
    typeof value !== 'number' || multiple(value, step) || refuse(value, 'multipleOf', step, 'must be a multiple of ')
  );
}

/** The array is mostly holes. Always false. */
export function sparse(value: readonly unknown[]): boolean {
  return refuse(value, 'type', 'array without holes', 'must be an ');
}

/** Whether no two items of an array are equal. Other values pass. */
export function unique(value: unknown): boolean {
  return !Array.isArray(value) || distinct(value) || refuse(value, 'uniqueItems', 'distinct items', 'must have ');
}

/** Both answers, so that both may be noted. */
export function both(one: boolean, other: boolean): boolean {
  return one && other;
}

/** The value is nested too deeply for a schema that contains itself. Always false. */
export function tooDeep(value: unknown): boolean {
  return refuse(value, 'depth', maximumDepth) || edit({ schemaPath: '', message: 'is nested too deeply' });
}

/** The value has a form that is ruled out. Always false. */
export function ruledOut(value: unknown): boolean {
  return refuse(value, 'not', 'another form', 'must have ');
}

/** Says the newest issue in other words. Always false. */
function edit(changes: Partial<Draft>): false {
  const issue = newest();
  if (issue) Object.assign(issue, changes);
  return false;
}
