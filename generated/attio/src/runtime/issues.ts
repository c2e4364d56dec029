import type { IssueValue } from './words.ts';

// What validators note of values that they refuse. `isX` only answers; `checkX` is the same test, of which each part that
// says no calls one of the functions below on its way out. They note something only while a recorder is open. Where an
// issue stands is put together from the inside out: each level that the answer "no" passes puts its step before the
// paths of the issues that came from below.

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

/**
 * An issue in the making: it is not yet where it belongs, and what is `actual` is the value itself. A message that ends in a
 * space is the beginning of one (see words.ts).
 */
export type Draft = { -readonly [Key in keyof Omit<Issue, 'actual'>]: Issue[Key] } & { actual: unknown };

/** A test of a value. */
export type Test = (value: unknown) => boolean;

/** How a value is looked at. */
export interface Wishes {
  /** Summaries of unions tell what each branch has to say. */
  readonly branches?: boolean;
  /** What the documents do not list passes where answers may hold it. */
  readonly open?: boolean;
}

const none: Draft[] = [];
const noWishes: Wishes = {};

/** How many issues are wanted; 0 while nothing is noted. */
let limit = 0;
/** `none`, or a list of its own for what is noted. */
let issues = none;
/**
 * So many of the issues stand where they belong in the value that is being looked into. A test of parts keeps what this is
 * when it begins, and gives it back: see `done`.
 */
export let claimed = 0;
/** What the question was asked with. */
let asked = noWishes;
/** How much more may be asked again to explain refusals: unions within unions would else take exponential time. */
let attempts = 0;

/** The issues that `test` notes of `value`, at most `wanted`; undefined if it accepts it. Wishes hold for this question alone. */
export function record(value: unknown, test: Test, wanted: number, wishes?: Wishes): Draft[] | undefined {
  if (limit > 0 || wishes?.open || wishes?.branches) return recordAside(value, test, wanted, wishes ?? noWishes);
  // the usual way is the shortest: for a value that fits, there is no more to do than this
  limit = wanted;
  attempts = 2000;
  try {
    return test(value) ? undefined : issues;
  } finally {
    limit = 0;
    if (issues !== none) {
      issues = none;
      claimed = 0;
    }
  }
}

/**
 * The same with wishes of its own. In the middle of another question, as for a branch of a union or from a getter, that one
 * goes on as if nothing had happened.
 */
export function recordAside(value: unknown, test: Test, wanted: number, wishes: Wishes = asked): Draft[] | undefined {
  const outer = { limit, issues, claimed, asked };
  if (limit === 0) attempts = 2000;
  limit = wanted;
  issues = none;
  claimed = 0;
  asked = wishes;
  try {
    return test(value) ? undefined : issues;
  } finally {
    ({ limit, issues, claimed, asked } = outer);
  }
}

/** Whether issues are noted. */
export function noting(): boolean {
  return limit > 0;
}

/** Whether summaries of unions tell what each branch has to say. */
export function wantsBranches(): boolean {
  return asked.branches === true;
}

/** Whether what the documents do not list passes where answers may hold it. */
export function lenient(): boolean {
  return asked.open === true;
}

/** Whether so many more questions may be asked to explain a refusal, and the answers can be noted. */
export function mayAsk(questions: number): boolean {
  attempts -= questions;
  return attempts >= 0 && issues.length < limit;
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

/**
 * Notes that `actual` is not what `message` and `expected` say. What is undefined is missing: that is `required`. False; but
 * of a property, whose name in a pointer is `key`, whether more issues are wanted: see `inside`.
 */
export function refuse(
  actual: unknown,
  keyword: string,
  expected: IssueValue,
  message = 'must be ',
  key?: string,
): boolean {
  if (issues.length < limit) {
    const isMissing = actual === undefined;
    const name = isMissing ? 'required' : keyword;
    const path = key === undefined ? '' : '/' + key;
    // most refusals are of a type, and a text that is there is found faster than one that is put together
    const place = name === 'type' ? '/type' : '/' + name;
    // a property is required by the object that lacks it
    const schemaPath = isMissing || path === '' ? place : '/properties' + path + place;
    note({ path, keyword: name, expected, actual, message, schemaPath });
  }
  return key !== undefined && claim();
}

function note(issue: Draft): void {
  if (issues === none) issues = [issue];
  else issues.push(issue);
}

/**
 * What was just noted stands where it belongs in this value. Whether other parts are to be looked at: for all issues, up to
 * the last, even if no more can be noted; for one issue, none.
 */
function claim(): boolean {
  if (limit < 2) return false;
  claimed = issues.length;
  return true;
}

/** The issue that was just noted of the value itself, to say more of it. */
export function newest(): Draft | undefined {
  const issue = limit > 0 ? issues[issues.length - 1] : undefined;
  return issue?.path === '' ? issue : undefined;
}

/** Notes issues found elsewhere. Always false. */
export function refuseAll(found: readonly Draft[]): false {
  for (const issue of found) if (issues.length < limit) note(issue);
  return false;
}

/** What was just refused stands at `path` in the value, and at `location` in the schema. Always false. */
export function at(path: string, location: string): false {
  for (let index = claimed; index < issues.length; index += 1) {
    const issue = issues[index] as Draft;
    const isHere = issue.path === '';
    // a property is required by the object that lacks it
    if (!isHere || issue.keyword !== 'required') issue.schemaPath = location + issue.schemaPath;
    issue.path = isHere ? path : path + issue.path;
  }
  return false;
}

/** Whether more issues can be noted: for loops over as many parts as a sender likes, which end where none can. */
export function wanting(): boolean {
  return issues.length < limit;
}

/** Like `at`, for one of several parts of a value. Whether more issues are wanted, so that other parts are to be looked at. */
export function inside(path: string, location: string): boolean {
  return at(path, location) || claim();
}

/** The property `key` was refused: see `inside`. */
export function within(key: string): boolean {
  return limit > 0 && inside('/' + key, '/properties/' + key);
}

/** The item `index` was refused: see `inside`. */
export function atItem(index: number): boolean {
  return limit > 0 && inside(`/${index}`, '/items');
}

/** The value itself was refused, and its parts may be, too: see `inside`. */
export function here(): boolean {
  return inside('', '');
}

/** The value `key` of a map was refused, one that `location` speaks of: see `inside`. */
export function under(key: string, location: string): boolean {
  if (limit === 0) return false;
  const isPlain = !key.includes('~') && !key.includes('/');
  const token = isPlain ? key : key.replaceAll('~', '~0').replaceAll('/', '~1');
  return inside(`/${token}`, location);
}

/**
 * One of several schemas refused the value: see `inside`. What another has said already, an issue after the first `from`,
 * is not said again.
 */
export function also(location: string, from: number): boolean {
  if (limit === 0) return false;
  const known = issues.slice(from, claimed);
  for (const issue of issues.splice(claimed)) {
    if (!known.some((one) => one.path === issue.path && isSame(one, issue))) issues.push(issue);
  }
  return inside('', location);
}

function isSame(one: Draft, other: Draft): boolean {
  return one.message === other.message && JSON.stringify(one.expected) === JSON.stringify(other.expected);
}

/**
 * Whether no part of a value was refused and passed over, since more issues were wanted. `from` is what `claimed` was before
 * the first part: where the issues after that belong is for what holds the value to say.
 */
export function done(from: number): boolean {
  if (from === claimed) return true;
  claimed = from;
  return false;
}

/** What was refused may be null, too: its issue says so. Always false. */
export function orNull(): false {
  const issue = newest();
  if (issue?.keyword === 'type') issue.expected = [issue.expected, 'null'].flat() as IssueValue[];
  return false;
}
