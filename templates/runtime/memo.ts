import { noting, mayAsk, pause, resume } from './issues.js';

// For schemas that contain themselves and may ask about the same value by more than one way, as a union of branches
// that hold the union again: without memory the ways would double with every level of the value.

/** The test of a schema that contains itself, so many levels deep. */
export type DeepTest = (value: unknown, depth: number, memo: Memo) => boolean;

/** What tests have said of objects and arrays. */
export type Memo = Map<DeepTest, Map<unknown, boolean>>;

/** What `test` says of `value`; objects and arrays are tested once, and a second time to note why they are refused. */
export function recalled(test: DeepTest, value: unknown, depth: number, memo: Memo): boolean {
  if (typeof value !== 'object' || value === null) return test(value, depth, memo);
  let answers = memo.get(test);
  if (answers === undefined) {
    answers = new Map();
    memo.set(test, answers);
  }
  let fits = answers.get(value);
  if (fits === undefined) {
    fits = resume(pause(), test(value, depth, memo));
    answers.set(value, fits);
  }
  return fits || (noting() && mayAsk(1) && test(value, depth, memo));
}
