import { asObject, codePoints, equal, maximumDepth, multiple, own, type Members, type TextPattern } from './checks.js';
import { actualOf, oneOf, shown, typeName, withArticle, type IssueValue } from './words.js';

// Explains refusals: the slow path of the generated validators, which runs once the exact tests have said no.

export type { IssueValue };

/** One reason why a value was refused. */
export interface Issue {
  /** Where in the value, as a JSON Pointer (RFC 6901); the empty string is the value itself. */
  readonly path: string;
  /** The JSON Schema keyword that refused, or `discriminator`, or `depth`. */
  readonly keyword: string;
  /** What was wanted: a type, a limit, the allowed values. */
  readonly expected: IssueValue;
  /** What was found: the value if it is short, else its type or its size. */
  readonly actual: IssueValue;
  /** For a person: `must have at most 50 characters, got 61`. */
  readonly message: string;
  /** JSON Pointer of the keyword in the API's specification. */
  readonly schemaPath: string;
}

/** Issues in the making. At most `maximumIssues` are kept. */
export interface IssueCollector {
  readonly issues: Issue[];
  /** Levels of schemas that contain themselves. */
  depth: number;
  /** How many branches of unions may still be tried; bounds the work spent on explaining a refusal. */
  attempts: { left: number };
}

/** Collects the issues of `value`, which stands at `path`. */
export type IssueFinder = (value: unknown, path: string, out: IssueCollector) => void;

const maximumIssues = 100;
const maximumAttempts = 2_000;

/** The issues of a refused value. */
export function collect(value: unknown, find: IssueFinder): readonly Issue[] {
  const out: IssueCollector = { issues: [], depth: 0, attempts: { left: maximumAttempts } };
  find(value, '', out);
  if (out.issues.length === 0) report(out, '', '', 'depth', maximumDepth, typeName(value), 'is nested too deeply');
  return out.issues;
}

/** Appends a property's name or an item's index to a JSON Pointer. */
export function join(path: string, token: string | number): string {
  if (typeof token === 'number') return `${path}/${token}`;
  return `${path}/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Adds an issue, unless there are enough or it is known. */
export function report(
  out: IssueCollector,
  path: string,
  schemaPath: string,
  keyword: string,
  expected: IssueValue,
  actual: IssueValue,
  message: string,
): void {
  if (out.issues.length >= maximumIssues) return;
  if (out.issues.some((known) => known.path === path && known.message === message)) return;
  out.issues.push({ path, keyword, expected, actual, message, schemaPath });
}

/** Follows a schema that contains itself one level down. */
export function nested(find: IssueFinder, value: unknown, path: string, out: IssueCollector): void {
  // a value that contains itself twice would else be unfolded without end
  if (out.issues.length >= maximumIssues) return;
  if (out.depth >= maximumDepth) {
    report(out, path, '', 'depth', maximumDepth, typeName(value), 'is nested too deeply');
    return;
  }
  out.depth += 1;
  find(value, path, out);
  out.depth -= 1;
}

/** The value has the wrong type. */
export function wrongType(value: unknown, path: string, out: IssueCollector, schema: string, expected: string): void {
  const actual = expected === 'integer' && Number.isFinite(value) ? String(value) : typeName(value);
  const message = `must be ${withArticle(expected)}, got ${actual}`;
  report(out, path, `${schema}/type`, 'type', expected, actual, message);
}

/** The object to look into, or undefined after an issue. */
export function expectObject(value: unknown, path: string, out: IssueCollector, schema: string): Members | undefined {
  const object = asObject(value);
  if (object === undefined) wrongType(value, path, out, schema, 'object');
  return object;
}

/** The array to look into, or undefined after an issue. */
export function expectArray(
  value: unknown,
  path: string,
  out: IssueCollector,
  schema: string,
): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  wrongType(value, path, out, schema, 'array');
  return undefined;
}

/** Issues of a null or a boolean. */
export function scalarIssues(
  value: unknown,
  path: string,
  out: IssueCollector,
  schema: string,
  type: 'null' | 'boolean',
): void {
  if (typeName(value) !== type) wrongType(value, path, out, schema, type);
}

/** The limits of a string. */
export interface TextLimits {
  /** False where values that are no strings pass. */
  readonly typed?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: TextPattern;
}

/** Issues of a string. */
export function textIssues(
  value: unknown,
  path: string,
  out: IssueCollector,
  schema: string,
  limits: TextLimits = {},
): void {
  if (typeof value !== 'string') {
    if (limits.typed !== false) wrongType(value, path, out, schema, 'string');
    return;
  }
  const { minLength = 0, maxLength = Infinity, pattern } = limits;
  sizeIssues(codePoints(value), path, out, schema, 'character', ['minLength', minLength], ['maxLength', maxLength]);
  if (pattern?.limit !== undefined && value.length > pattern.limit) {
    tooLong(value.length, path, out, `${schema}/pattern`, 'pattern', pattern.limit);
  } else if (pattern !== undefined && !pattern.test(value)) {
    const message = `must match the pattern ${pattern.source}, got ${shown(value)}`;
    report(out, path, `${schema}/pattern`, 'pattern', pattern.source, value, message);
  }
}

/** A text is too long for a pattern that could take very long on it. */
function tooLong(
  size: number,
  path: string,
  out: IssueCollector,
  schema: string,
  keyword: string,
  limit: number,
): void {
  const message = `must have at most ${limit} characters for its pattern to be checked in good time, got ${size}`;
  report(out, path, schema, keyword, limit, size, message);
}

/** The issue of a property's name that is too long for the patterns that names are checked against. */
export function longNameIssues(name: string, path: string, out: IssueCollector, schema: string, limit: number): void {
  if (name.length > limit) {
    tooLong(name.length, join(path, name), out, `${schema}/patternProperties`, 'patternProperties', limit);
  }
}

/** A keyword that limits a size, and its limit. */
export type Limit = readonly [keyword: string, limit: number];

/** Issues of a length or a count. */
export function sizeIssues(
  size: number,
  path: string,
  out: IssueCollector,
  schema: string,
  unit: string,
  [lowKeyword, low]: Limit,
  [highKeyword, high]: Limit = ['', Infinity],
): void {
  if (size >= low && size <= high) return;
  const say = (keyword: string, limit: number, words: string): void => {
    const units = limit === 1 ? unit : `${unit.replace(/y$/, 'ie')}s`;
    report(
      out,
      path,
      `${schema}/${keyword}`,
      keyword,
      limit,
      size,
      `must have ${words} ${limit} ${units}, got ${size}`,
    );
  };
  if (size < low) say(lowKeyword, low, 'at least');
  if (size > high) say(highKeyword, high, 'at most');
}

/** The limits of a number. */
export interface NumberLimits {
  /** False where values that are no numbers pass. */
  readonly typed?: boolean;
  readonly integer?: boolean;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
}

/** Issues of a number. */
export function numberIssues(
  value: unknown,
  path: string,
  out: IssueCollector,
  schema: string,
  limits: NumberLimits = {},
): void {
  const {
    integer = false,
    minimum = -Infinity,
    exclusiveMinimum,
    maximum = Infinity,
    exclusiveMaximum,
    multipleOf,
  } = limits;
  if (limits.typed === false && typeof value !== 'number') return;
  if (typeof value !== 'number' || !(integer ? Number.isInteger(value) : Number.isFinite(value))) {
    return wrongType(value, path, out, schema, integer ? 'integer' : 'number');
  }
  const say = (keyword: string, limit: number, words: string): void =>
    report(out, path, `${schema}/${keyword}`, keyword, limit, value, `must be ${words} ${limit}, got ${value}`);
  if (value < minimum) say('minimum', minimum, 'at least');
  if (value > maximum) say('maximum', maximum, 'at most');
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
    say('exclusiveMinimum', exclusiveMinimum, 'more than');
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum)
    say('exclusiveMaximum', exclusiveMaximum, 'less than');
  if (multipleOf !== undefined && !multiple(value, multipleOf)) say('multipleOf', multipleOf, 'a multiple of');
}

/** The value is none of the allowed ones. */
export function literalIssues(
  value: unknown,
  path: string,
  out: IssueCollector,
  schema: string,
  allowed: Iterable<unknown>,
): void {
  for (const one of allowed) if (equal(value, one)) return;
  const values = [...allowed] as IssueValue[];
  const keyword = values.length === 1 ? 'const' : 'enum';
  report(
    out,
    path,
    `${schema}/${keyword}`,
    keyword,
    values,
    actualOf(value),
    `must be ${oneOf(values)}, got ${shown(value)}`,
  );
}

/** Issues of the properties that are missing. */
export function requiredIssues(
  object: Members,
  path: string,
  out: IssueCollector,
  schema: string,
  names: readonly string[],
): void {
  for (const name of names) {
    if (own(object, name) !== undefined) continue;
    report(out, join(path, name), `${schema}/required`, 'required', 'a value', 'nothing', 'must be present');
  }
}

/** Issues of the properties that must be present because `name` is. */
export function dependentIssues(
  object: Members,
  path: string,
  out: IssueCollector,
  schema: string,
  name: string,
  names: readonly string[],
): void {
  if (own(object, name) === undefined) return;
  for (const other of names) {
    if (own(object, other) !== undefined) continue;
    const message = `must be present where ${shown(name)} is`;
    report(out, join(path, other), `${schema}/dependentRequired`, 'dependentRequired', 'a value', 'nothing', message);
  }
}

/** Issues of a property's name, which stand at the property. */
export function nameIssues(name: string, path: string, out: IssueCollector, schema: string, find: IssueFinder): void {
  const [issue] = issuesOfBranch(find, name, path, out);
  if (issue === undefined) return;
  const message = `has a name that ${issue.message}`;
  report(out, join(path, name), `${schema}/propertyNames`, 'propertyNames', issue.expected, issue.actual, message);
}

/** Nothing may stand here. */
export function forbidden(value: unknown, path: string, out: IssueCollector, schema: string, keyword: string): void {
  const schemaPath = keyword === 'false' ? schema : `${schema}/${keyword}`;
  report(out, path, schemaPath, keyword, 'nothing', typeName(value), 'must not be present');
}

/** The value has a form that is ruled out. */
export function ruledOut(value: unknown, path: string, out: IssueCollector, schema: string): void {
  report(
    out,
    path,
    `${schema}/not`,
    'not',
    'another form',
    actualOf(value),
    `must not have this form, got ${shown(value)}`,
  );
}

/** Two items are equal. */
export function repeatedItems(path: string, out: IssueCollector, schema: string): void {
  const message = 'must not have two equal items';
  report(out, path, `${schema}/uniqueItems`, 'uniqueItems', 'distinct items', 'equal items', message);
}

/** The issues that `find` alone gives. */
export function issuesOfBranch(find: IssueFinder, value: unknown, path: string, out: IssueCollector): readonly Issue[] {
  const branch: IssueCollector = { issues: [], depth: out.depth, attempts: out.attempts };
  find(value, path, branch);
  return branch.issues;
}
