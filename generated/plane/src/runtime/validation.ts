import { record, type Issue, type Test } from './issues.ts';
import { own } from './own.ts';
import type { StandardFailure, StandardIssue, StandardSchema, StandardSuccess } from './standard-schema.ts';
import { tell } from './words.ts';

// What the generated validators share. They follow JSON Schema 2020-12 (Validation), with these choices:
// - `format` is an annotation (section 7.2.1): only formats that the package was generated to assert are checked.
// - A property whose value is undefined counts as absent, as JSON.stringify drops it; inherited properties never count.
// - NaN and the infinities are not numbers: JSON cannot carry them.
// - A schema that contains itself is followed 500 levels deep; deeper values, cyclic ones among them, are
//   refused with the issue "is nested too deeply".
// - A list of more than 2 ** 25 items is refused where holes in it would have to be gone through one by one.
// - Values are never changed. An error thrown by a getter or a proxy passes through.

export type { Issue, IssueValue } from './issues.ts';

/** The value itself, or why it was refused. */
export type ParseResult<Value> = { readonly ok: true; readonly value: Value } | ParseFailure;

/** Why a value was refused. */
export interface ParseFailure {
  readonly ok: false;
  readonly issues: readonly Issue[];
}

/** How a value is parsed. */
export interface ParseOptions {
  /** How many issues are wanted, 100 unless said otherwise. With 1, the rest of the value is not looked at. */
  readonly limit?: number;
  /** For a union without a tag, tell what each branch has to say, not only the closest: see `Issue.branches`. */
  readonly branches?: boolean;
  /**
   * Lets values of enums and branches of unions pass that the documents do not list, where answers may hold them: what
   * the types of answers call `UnknownValue` and `UnknownBranch`.
   */
  readonly open?: boolean;
  /** Says an issue in other words, or in another language. */
  readonly message?: (issue: Issue) => string;
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

/**
 * `value` itself if `is` accepts it, else the issues that `check`, the same test, notes of it; `schema` is what their
 * `schemaPath` begins with.
 */
export function parse<Value>(
  value: unknown,
  is: Test,
  check: Test,
  schema: string,
  options?: ParseOptions,
): ParseResult<Value> {
  const limit = options?.limit ?? 100;
  // most values fit: nothing is made or kept for those; but one issue is had soonest at once
  const drafts = limit > 1 && is(value) ? undefined : record(value, check, limit, options);
  if (drafts === undefined) return { ok: true, value: value as Value };
  for (const draft of drafts) {
    draft.schemaPath = schema + draft.schemaPath;
    tell(draft);
    if (options?.message) draft.message = options.message(draft as Issue);
  }
  return { ok: false, issues: drafts as Issue[] };
}

/** Throws a ValidationIssuesError for a failure. */
export function orThrow(result: ParseResult<unknown>): void {
  if (!result.ok) throw new ValidationIssuesError(result.issues);
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
    current =
      typeof current === 'object' && current !== null ? own(current as Record<string, unknown>, name) : undefined;
  }
  return { message, path: segments };
}
