import { type IssueCollector, type IssueFinder } from './issues.js';
import { type IssueValue } from './words.js';
/** The tag of a union is missing or leads nowhere. */
export declare function tagIssue(value: unknown, path: string, out: IssueCollector, schema: string, allowed: readonly IssueValue[]): void;
/** Issues of a value that may also be null. */
export declare function issuesUnlessNull(value: unknown, path: string, out: IssueCollector, find: IssueFinder): void;
/**
 * Issues of a union without a tag: none if a branch fits (exactly one for `oneOf`); else those of the closest branch,
 * which is the one with the fewest and deepest issues, and a summary where several branches were in question.
 */
export declare function unionIssues(value: unknown, path: string, out: IssueCollector, schema: string, mode: 'oneOf' | 'anyOf', branches: readonly IssueFinder[]): void;
