import { maximumDepth } from './checks.js';
import { mayAsk, noting, pause, resume } from './issues.js';
import { tooDeep } from './leaves.js';

// For schemas that contain themselves. A value that stands at many places of another, or a union of branches that hold the
// union again, can be asked about by ways that double with each level. So visits are counted; after too many of
// them, what was said of each value is remembered until the question is answered. Trees seldom are that large.

/** The test of a schema that contains itself, so many levels deep. */
export type DeepTest = (value: unknown, depth: number) => boolean;

/** How many more values may be visited before answers are remembered. Each test takes one away for itself. */
export const visits: { left: number } = { left: 0 };

/** Most values are smaller; what has ways that double comes here in a few milliseconds. */
const mostVisits = 100_000;

/** What tests have said of objects and arrays. */
let memo: Map<DeepTest, Map<unknown, boolean>> | undefined;

/** What `test` says of the outermost value. */
export function fromTop(test: DeepTest, value: unknown): boolean {
  const outer = visits.left;
  const outerMemo = memo;
  visits.left = mostVisits;
  memo = undefined;
  try {
    return test(value, 0);
  } finally {
    visits.left = outer;
    memo = outerMemo;
  }
}

/** What `test` says where it must not simply go on: too deep, or after too many visits. */
export function further(test: DeepTest, value: unknown, depth: number): boolean {
  if (depth > maximumDepth) return tooDeep(value);
  if (typeof value !== 'object' || value === null) return once(test, value, depth);
  memo ??= new Map();
  let answers = memo.get(test);
  if (answers === undefined) {
    answers = new Map();
    memo.set(test, answers);
  }
  let fits = answers.get(value);
  if (fits === undefined) {
    fits = resume(pause(), once(test, value, depth));
    answers.set(value, fits);
  }
  // what is refused is tested a second time, to note why
  return fits || (noting() && mayAsk(1) && once(test, value, depth));
}

/** The test itself: this visit is allowed, those that it makes are not. */
function once(test: DeepTest, value: unknown, depth: number): boolean {
  visits.left = 1;
  return test(value, depth);
}
