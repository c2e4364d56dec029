import { own, type Members } from './checks.js';
import { collect, type Issue, type IssueFinder } from './issues.js';
import type { StandardFailure, StandardIssue, StandardSchema, StandardSuccess } from './standard-schema.js';

// What the generated validators share. They follow JSON Schema 2020-12 (Validation), with these choices:
// - `format` is an annotation (section 7.2.1): it is not checked.
// - A property whose value is undefined counts as absent, as JSON.stringify drops it; inherited properties never count.
// - NaN and the infinities are not numbers: JSON cannot carry them.
// - A schema that contains itself is followed 500 levels deep; deeper values, cyclic ones among them, are
//   refused with the issue "is nested too deeply".
// - Values are never changed. An error thrown by a getter or a proxy passes through.

export type { Issue, IssueValue } from './issues.js';

/** The value itself, or why it was refused. */
export type ParseResult<Value> = { readonly ok: true; readonly value: Value } | ParseFailure;

/** Why a value was refused. */
export interface ParseFailure {
  readonly ok: false;
  readonly issues: readonly Issue[];
}

/** Thrown by the `assert` functions. */
export class ValidationIssuesError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(({ path, message }) => `${path === '' ? 'the value' : path} ${message}`).join('; '));
    this.name = 'ValidationIssuesError';
    this.issues = issues;
  }
}

/** The result for a refused value. */
export function failure(value: unknown, find: IssueFinder): ParseFailure {
  return { ok: false, issues: collect(value, find) };
}

/** The error for a refused value. */
export function refusal(value: unknown, find: IssueFinder): ValidationIssuesError {
  return new ValidationIssuesError(collect(value, find));
}

/** The Standard Schema face of a `parse` function. */
export function standardSchema<Value>(parse: (value: unknown) => ParseResult<Value>): StandardSchema<Value> {
  const validate = (value: unknown): StandardSuccess<Value> | StandardFailure => {
    const result = parse(value);
    if (result.ok) return { value: result.value };
    return { issues: result.issues.map((issue) => standardIssue(issue, value)) };
  };
  return { '~standard': { version: 1, vendor: 'specloom', validate } };
}

/** Indices of arrays become numbers, as libraries that follow the path expect. */
function standardIssue({ path, message }: Issue, root: unknown): StandardIssue {
  let current = root;
  const segments: PropertyKey[] = [];
  for (const token of path.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    segments.push(Array.isArray(current) ? Number(name) : name);
    current = typeof current === 'object' && current !== null ? own(current as Members, name) : undefined;
  }
  return { message, path: segments };
}
