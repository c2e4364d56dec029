import { type Issue, type IssueFinder } from './issues.js';
import type { StandardSchema } from './standard-schema.js';
export type { Issue, IssueValue } from './issues.js';
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
/** Thrown by the `assert` functions. */
export declare class ValidationIssuesError extends Error {
    readonly issues: readonly Issue[];
    constructor(issues: readonly Issue[]);
}
/** The result for a refused value. */
export declare function failure(value: unknown, find: IssueFinder): ParseFailure;
/** The error for a refused value. */
export declare function refusal(value: unknown, find: IssueFinder): ValidationIssuesError;
/** The Standard Schema face of a `parse` function. */
export declare function standardSchema<Value>(parse: (value: unknown) => ParseResult<Value>): StandardSchema<Value>;
