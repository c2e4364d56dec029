import { nested, type IssueCollector, type IssueFinder } from './issues.js';

// For schemas that contain themselves and may ask about the same value by more than one way, as a union of branches
// that hold the union again: without memory the ways would double with every level of the value.

/** The test of a schema that contains itself, so many levels deep. */
export type DeepTest = (value: unknown, depth: number, memo: Memo) => boolean;

/** What tests have said of objects and arrays. */
export type Memo = Map<DeepTest, Map<unknown, boolean>>;

/** What `test` says of `value`; objects and arrays are tested once. */
export function recalled(test: DeepTest, value: unknown, depth: number, memo: Memo): boolean {
  if (typeof value !== 'object' || value === null) return test(value, depth, memo);
  let answers = memo.get(test);
  if (answers === undefined) {
    answers = new Map();
    memo.set(test, answers);
  }
  const known = answers.get(value);
  if (known !== undefined) return known;
  const fits = test(value, depth, memo);
  answers.set(value, fits);
  return fits;
}

/** Follows a schema that contains itself one level down, where the value is refused and not too many others were. */
export function nestedWhereRefused(
  fits: (value: unknown) => boolean,
  find: IssueFinder,
  value: unknown,
  path: string,
  out: IssueCollector,
): void {
  if (out.attempts.left <= 0 || fits(value)) return;
  out.attempts.left -= 1;
  nested(find, value, path, out);
}
