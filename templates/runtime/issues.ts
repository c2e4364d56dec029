import { asObject, codePoints, equal, maximumDepth, multiple, own, type Members } from './checks.js';

// Explains refusals: the slow path of the generated validators, which runs once the exact tests have said no.

/** A value that JSON can carry. */
export type IssueValue =
  | string
  | number
  | boolean
  | null
  | readonly IssueValue[]
  | { readonly [key: string]: IssueValue };

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
  return `${path}/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`;
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
  if (out.depth >= maximumDepth) {
    report(out, path, '', 'depth', maximumDepth, typeName(value), 'is nested too deeply');
    return;
  }
  out.depth += 1;
  find(value, path, out);
  out.depth -= 1;
}

const article: Readonly<Record<string, string>> = { null: '', integer: 'an ', array: 'an ', object: 'an ' };

/** The value has the wrong type. */
export function wrongType(value: unknown, path: string, out: IssueCollector, schema: string, expected: string): void {
  const actual = expected === 'integer' && Number.isFinite(value) ? String(value) : typeName(value);
  const message = `must be ${article[expected] ?? 'a '}${expected}, got ${actual}`;
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
  readonly pattern?: RegExp;
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
  if (pattern !== undefined && !pattern.test(value)) {
    const message = `must match the pattern ${pattern.source}, got ${shown(value)}`;
    report(out, path, `${schema}/pattern`, 'pattern', pattern.source, value, message);
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
  const values = [...allowed] as IssueValue[];
  if (values.some((one) => equal(value, one))) return;
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

/** The tag of a union is missing or leads nowhere. */
export function tagIssue(
  value: unknown,
  path: string,
  out: IssueCollector,
  schema: string,
  allowed: readonly IssueValue[],
): void {
  const message = `must be ${oneOf(allowed)}, ${value === undefined ? 'but is missing' : `got ${shown(value)}`}`;
  report(out, path, `${schema}/discriminator`, 'discriminator', allowed, actualOf(value), message);
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

/** Issues of a value that may also be null. */
export function issuesUnlessNull(value: unknown, path: string, out: IssueCollector, find: IssueFinder): void {
  if (value === null) return;
  for (const issue of issuesOfBranch(find, value, path, out)) {
    const { schemaPath, keyword, actual } = issue;
    const own = issue.path === path && (keyword === 'type' || keyword === 'const' || keyword === 'enum');
    const expected = own ? [issue.expected, 'null'].flat() : issue.expected;
    const message = own ? issue.message.replace(/, got (?!.*, got )/, ' or null, got ') : issue.message;
    report(out, issue.path, schemaPath, keyword, expected, actual, message);
  }
}

/**
 * Issues of a union without a tag: none if a branch fits (exactly one for `oneOf`); else those of the closest branch,
 * which is the one with the fewest and deepest issues, and a summary where several branches were in question.
 */
export function unionIssues(
  value: unknown,
  path: string,
  out: IssueCollector,
  schema: string,
  mode: 'oneOf' | 'anyOf',
  branches: readonly IssueFinder[],
): void {
  const total = branches.length;
  out.attempts.left -= total;
  if (out.attempts.left < 0) return noBranch(value, path, out, schema, mode, total);
  const found = branches.map((find) => issuesOfBranch(find, value, path, out));
  const matches = found.filter((issues) => issues.length === 0).length;
  if (matches === 1 || (matches > 1 && mode === 'anyOf')) return;
  if (matches > 1) {
    const message = `must have exactly one of ${total} forms, but has ${matches} of them`;
    return report(out, path, `${schema}/oneOf`, 'oneOf', 1, matches, message);
  }
  const fitting = found.filter((issues) => !isMisfit(issues[0], value, path));
  if (fitting.length === 0) return wrongTypes(value, path, out, schema, mode, found);
  const closest = fitting.reduce((best, issues) => (closeness(issues) < closeness(best) ? issues : best));
  for (const issue of closest) {
    report(out, issue.path, issue.schemaPath, issue.keyword, issue.expected, issue.actual, issue.message);
  }
  if (fitting.length > 1) noBranch(value, path, out, schema, mode, total, found.indexOf(closest) + 1);
}

function issuesOfBranch(find: IssueFinder, value: unknown, path: string, out: IssueCollector): readonly Issue[] {
  const branch: IssueCollector = { issues: [], depth: out.depth, attempts: out.attempts };
  find(value, path, branch);
  return branch.issues;
}

/** Whether a branch is for values of another type. */
function isMisfit(issue: Issue | undefined, value: unknown, path: string): boolean {
  if (issue === undefined || issue.path !== path) return false;
  if (issue.keyword === 'type') return true;
  if (issue.keyword !== 'const' && issue.keyword !== 'enum') return false;
  return (issue.expected as readonly IssueValue[]).every((one) => typeName(one) !== typeName(value));
}

/** Fewer issues are closer; among as many, deeper ones. */
function closeness(issues: readonly Issue[]): number {
  const depth = Math.max(...issues.map((issue) => issue.path.split('/').length));
  return issues.length - depth / (depth + 1);
}

function wrongTypes(
  value: unknown,
  path: string,
  out: IssueCollector,
  schema: string,
  mode: string,
  found: readonly (readonly Issue[])[],
): void {
  const wanted = [...new Set(found.map(([issue]) => wantedWords(issue)))];
  const expected = found.flatMap(([issue]) => (issue === undefined ? [] : [issue.expected]));
  const message = `must be ${listed(wanted)}, got ${typeName(value)}`;
  const only = expected.length === 1 ? expected[0] : undefined;
  report(out, path, `${schema}/${mode}`, 'type', only ?? expected, typeName(value), message);
}

/** What stands between `must be` and `got` in a message. */
function wantedWords(issue: Issue | undefined): string {
  return issue === undefined ? '' : issue.message.slice('must be '.length, issue.message.lastIndexOf(', got '));
}

function noBranch(
  value: unknown,
  path: string,
  out: IssueCollector,
  schema: string,
  mode: string,
  total: number,
  closest?: number,
): void {
  const hint = closest === undefined ? '' : `; the closest is number ${closest}`;
  const message = `must have one of ${total} forms${hint}`;
  report(out, path, `${schema}/${mode}`, mode, 'one of the forms', typeName(value), message);
}

// Words

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : typeof value;
}

function actualOf(value: unknown): IssueValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return Number.isFinite(value) ? (value as number) : typeName(value);
}

/** A value as a person would quote it, at most 60 characters. */
function shown(value: unknown): string {
  const actual = actualOf(value);
  const text = typeof value === 'string' ? JSON.stringify(value) : String(actual);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function oneOf(values: readonly IssueValue[]): string {
  const texts = values.slice(0, 50).map((value) => JSON.stringify(value));
  if (values.length > texts.length) texts.push(`${values.length - texts.length} more`);
  return texts.length === 1 ? String(texts[0]) : `one of ${texts.join(', ')}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
