import {
  noting,
  mayAsk,
  newest,
  recordAside,
  refuse,
  refuseAll,
  wantsBranches,
  type Draft,
  type Issue,
  type Test,
} from './issues.ts';
import { tell, wanted, withFound, type IssueValue } from './words.ts';

// Explains why no branch of a union fits. Branches are asked without notes; only a refusal that is noted asks again.

/** A keyword whose branches are asked one after the other: `type`, where it lists several. */
export type UnionKeyword = 'anyOf' | 'oneOf' | 'type';

/**
 * Notes why none of the branches fits (or for `oneOf`, more than one): the issues of the closest branch, which is the
 * one with the fewest and deepest issues, and a summary where several branches were in question. Always false.
 */
export function closest(value: unknown, keyword: UnionKeyword, branches: readonly Test[]): false {
  if (!noting()) return false;
  const total = branches.length;
  if (!mayAsk(total)) return noBranch(value, keyword, total);
  const answers = branches.map((test, index) =>
    issuesOf(test, value, keyword === 'type' ? '' : `/${keyword}/${index}`),
  );
  const matches = answers.filter((issues) => issues.length === 0).length;
  if (matches > 1) return tooManyBranches(matches, total);
  const fitting = answers.filter(([first]) => first !== undefined && !isMisfit(first, value));
  const [best, ...others] = [...fitting].sort((left, right) => distance(left) - distance(right));
  if (best === undefined) return wrongTypes(value, keyword, answers);
  refuseAll(best);
  return others.length === 0 ? false : noBranch(value, keyword, total, answers, answers.indexOf(best) + 1);
}

function tooManyBranches(matches: number, total: number): false {
  refuse(matches, 'oneOf', 1);
  const issue = newest();
  if (issue) issue.message = `must have exactly one of ${total} forms, but has ${matches} of them`;
  return false;
}

function issuesOf(test: Test, value: unknown, location: string): readonly Draft[] {
  const issues = recordAside(value, test, 100) ?? [];
  for (const issue of issues) issue.schemaPath = location + issue.schemaPath;
  return issues;
}

/** Whether a branch is for values of another type. */
function isMisfit({ path, keyword, expected }: Draft, value: unknown): boolean {
  if (path !== '') return false;
  if (keyword === 'const' || keyword === 'enum') return [expected].flat().every((one) => typeof one !== typeof value);
  return keyword === 'type' || keyword === 'required';
}

/** Fewer issues are closer; among as many, deeper ones. What is missing is missing in the object, a level above. */
function distance(issues: readonly Draft[]): number {
  const depths = issues.map(({ path, keyword }) => path.split('/').length - (keyword === 'required' ? 1 : 0));
  const depth = Math.max(...depths);
  return issues.length - depth / (depth + 1);
}

function wrongTypes(value: unknown, keyword: UnionKeyword, answers: readonly (readonly Draft[])[]): false {
  const first = answers.flatMap(([issue]) => issue ?? []);
  const expected = first.flatMap((issue) => issue.expected as IssueValue[]);
  refuse(value, 'type', expected);
  const issue = newest();
  if (issue) {
    const words = first.map((one) => wanted(one).slice('must be '.length));
    issue.schemaPath = `/${keyword}`;
    issue.message = withFound(`must be ${eitherOf([...new Set(words)])}`, value);
  }
  return false;
}

/** `a, b or c`. */
function eitherOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Issues as they are now: those of the closest branch go further. */
function told(drafts: readonly Draft[]): Issue[] {
  return drafts.map((draft) => {
    const issue = { ...draft };
    tell(issue);
    return issue as Issue;
  });
}

function noBranch(
  value: unknown,
  keyword: UnionKeyword,
  total: number,
  branches?: readonly (readonly Draft[])[],
  best?: number,
): false {
  refuse(value, keyword, 'one of the forms');
  const issue = newest();
  if (issue === undefined) return false;
  issue.message = `must have one of ${total} forms${best === undefined ? '' : `; the closest is number ${best}`}`;
  if (branches && wantsBranches()) issue.branches = branches.map(told);
  return false;
}
