import { type Issue, type Test } from "./issues.js";
import type { StandardSchema } from "./standard-schema.js";
export type { Issue, IssueValue } from "./issues.js";
/** The value itself, or why it was refused. */
export type ParseResult<Value> = {
	readonly ok: true;
	readonly value: Value;
} | ParseFailure;
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
export declare class ValidationIssuesError extends Error {
	readonly issues: readonly Issue[];
	constructor(issues: readonly Issue[]);
}
/**
 * `value` itself if `is` accepts it, else the issues that `check`, the same test, notes of it; `schema` is what their
 * `schemaPath` begins with.
 */
export declare function parse<Value>(value: unknown, is: Test, check: Test, schema: string, options?: ParseOptions): ParseResult<Value>;
/** Throws a ValidationIssuesError for a failure. */
export declare function orThrow(result: ParseResult<unknown>): void;
/** The Standard Schema face of a `parse` function. */
export declare function standardSchema<Value>(parse: (value: unknown) => ParseResult<Value>): StandardSchema<Value>;
