import { actualOf, listed, shown, withArticle, type IssueValue } from './words.js';

// What validators note of values that they refuse. A validator is a boolean test; each part of it that says no calls one
// of the functions below on its way out. They note something only while a recorder is open, so that a value that fits
// costs nothing, and one that does not is gone through once. Where an issue stands is put together from the inside
// out: each level that the answer "no" passes puts its step before the paths of the issues that came from below.

export type { IssueValue };

/** One reason why a value was refused. */
export interface Issue {
  /** Where in the value, as a JSON Pointer (RFC 6901); the empty string is the value itself. */
  readonly path: string;
  /** The JSON Schema keyword that refused, or `discriminator`, or `depth`. */
  readonly keyword: string;
  /** What was wanted: a type, a limit, the allowed values. */
  readonly expected: IssueValue;
  /** What was found: a scalar itself, else its type, or its size. */
  readonly actual: IssueValue;
  /** For a person: `must have a length of at most 50, got 61`. */
  readonly message: string;
  /**
   * The keyword's place in the API's specification: the pointer of the schema that the value was parsed with, then the
   * keywords on the way (JSON Schema Core 2020-12, section 12.3.1). References, and the branch that a tag chose, are
   * passed without a trace.
   */
  readonly schemaPath: string;
  /**
   * For a union without a tag of which several branches are in question, where asked for: what each of them has to
   * say. The paths of these issues begin at the value of this one.
   */
  readonly branches?: readonly (readonly Issue[])[];
}

/** An issue that is not yet where it belongs. */
export type Draft = { -readonly [Key in keyof Issue]: Issue[Key] };

/** A test of a value. */
export type Test = (value: unknown) => boolean;

/** How many issues are wanted; 0 while nothing is noted. */
let limit = 0;
let issues: Draft[] = [];
/** How many issues there are: read by the validators before and after they look at parts of a value. */
export let noted = 0;
/** So many of the issues stand where they belong in the value that is being looked into. */
let claimed = 0;
/** Whether summaries of unions tell what each branch has to say. */
let isDetailed = false;
/** How much more may be asked again to explain refusals: unions within unions would else take exponential time. */
let attempts = 0;

/** The issues that `test` notes of `value`, at most `wanted`; undefined if it accepts it. */
export function record(
  value: unknown,
  test: Test,
  wanted: number,
  detailed: boolean = isDetailed,
): Draft[] | undefined {
  // most values fit: nothing is made or kept for those
  if (limit > 0 || noted > 0) return recordInside(value, test, wanted, detailed);
  const outerDetailed = isDetailed;
  limit = wanted;
  isDetailed = detailed;
  attempts = 2000;
  try {
    return test(value) ? undefined : issues;
  } finally {
    limit = 0;
    claimed = 0;
    isDetailed = outerDetailed;
    if (noted > 0) {
      issues = [];
      noted = 0;
    }
  }
}

/** The same while issues are noted: for a branch of a union, or for a getter that asks in the middle of another question. */
function recordInside(value: unknown, test: Test, wanted: number, detailed: boolean): Draft[] | undefined {
  const outerLimit = limit;
  const outerIssues = issues;
  const outerClaimed = claimed;
  const outerDetailed = isDetailed;
  limit = wanted;
  issues = [];
  noted = 0;
  claimed = 0;
  isDetailed = detailed;
  try {
    return test(value) ? undefined : issues;
  } finally {
    limit = outerLimit;
    issues = outerIssues;
    noted = outerIssues.length;
    claimed = outerClaimed;
    isDetailed = outerDetailed;
  }
}

/** Whether issues are noted. */
export function noting(): boolean {
  return limit > 0;
}

/** Whether summaries of unions tell what each branch has to say. */
export function wantsBranches(): boolean {
  return isDetailed;
}

/** Whether so many more questions may be asked to explain a refusal. */
export function mayAsk(questions: number): boolean {
  attempts -= questions;
  return attempts >= 0;
}

/** Stops noting, and returns what `resume` needs. An error on the way does no harm: `record` cleans up. */
export function pause(): number {
  const paused = limit;
  limit = 0;
  return paused;
}

/** Goes on noting, and returns `answer`: `resume(pause(), isX(value))` asks without noting. */
export function resume<Answer>(paused: number, answer: Answer): Answer {
  limit = paused;
  return answer;
}

/** Notes that `value` must `words` `expected`. Always false. What is undefined is missing: that is `required`. */
export function refuse(value: unknown, keyword: string, expected: IssueValue, words = 'be'): false {
  if (noted < limit) {
    const name = value === undefined ? 'required' : keyword;
    const found = value === undefined ? 'but is missing' : `got ${shown(value)}`;
    const wanted = keyword === 'type' ? withArticle(expected) : listed(expected);
    const message = `must ${words} ${wanted}, ${found}`;
    noted = issues.push({
      path: '',
      keyword: name,
      expected,
      actual: actualOf(value),
      message,
      schemaPath: `/${name}`,
    });
  }
  return false;
}

/** The issue that was just noted of the value itself, to say more of it. */
export function newest(): Draft | undefined {
  const issue = limit > 0 ? issues.at(-1) : undefined;
  return issue?.path === '' ? issue : undefined;
}

/** Notes issues found elsewhere. Always false. */
export function refuseAll(found: readonly Draft[]): false {
  for (const issue of found) if (noted < limit) noted = issues.push(issue);
  return false;
}

/** What was just refused stands at `path` in the value, and at `location` in the schema. Always false. */
export function at(path: string, location: string): false {
  for (let index = claimed; index < noted; index += 1) {
    const issue = issues[index] as Draft;
    // a property is required by the object that lacks it
    if (issue.path !== '' || issue.keyword !== 'required') issue.schemaPath = location + issue.schemaPath;
    issue.path = path + issue.path;
  }
  return false;
}

/** Like `at`, for one of several parts of a value. True if the issues of the other parts are wanted too. */
export function inside(path: string, location: string, before: number): boolean {
  at(path, location);
  const isOpen = noted < limit;
  claimed = isOpen ? noted : before;
  return isOpen;
}

/** The property `key` was refused. True if the issues of others are wanted too. */
export function within(key: string, before: number): boolean {
  return limit > 0 && inside(`/${key}`, `/properties/${key}`, before);
}

/** The value itself was refused. True if the issues of its parts are wanted too. */
export function here(before: number): boolean {
  return inside('', '', before);
}

/** The value `key` of a map was refused: one that `location` speaks of. */
export function under(key: string, location: string, before: number): boolean {
  if (limit === 0) return false;
  const isPlain = !key.includes('~') && !key.includes('/');
  const token = isPlain ? key : key.replaceAll('~', '~0').replaceAll('/', '~1');
  return inside(`/${token}`, location, before);
}

/** One of several schemas refused the value. True if the issues of the others are wanted too, but not the same again. */
export function also(location: string, before: number): boolean {
  const known = issues.slice(before, claimed);
  const fresh = issues.splice(claimed).filter(({ path, message }) => {
    return !known.some((one) => one.path === path && one.message === message);
  });
  noted = claimed;
  for (const issue of fresh) noted = issues.push(issue);
  return inside('', location, before);
}

/** Whether, although there are more issues than `before`, no part was refused. */
export function settled(before: number): boolean {
  const isRefused = claimed > before;
  if (isRefused) {
    claimed = before;
  } else {
    // what no part claims comes from a getter that has asked about something else
    issues.splice(before);
    noted = issues.length;
  }
  return !isRefused;
}

/** What was refused may be null, too: its issue says so. Always false. */
export function orNull(): false {
  const issue = newest();
  if (issue?.keyword === 'type') {
    const { expected, message } = issue;
    const end = message.indexOf(',');
    issue.expected = Array.isArray(expected) ? [...expected, 'null'] : [expected, 'null'];
    issue.message = `${message.slice(0, end)} or null${message.slice(end)}`;
  }
  return false;
}
