import type { Members } from "./checks.js";
import { type Test } from "./issues.js";
import { type IssueValue } from "./words.js";
/** The property is not of the type, or of none of the types. */
export declare function mistyped(object: Members, key: string, expected: IssueValue): boolean;
/** Whether the property is a text of so many code points. */
export declare function missized(object: Members, key: string, minimum: number, maximum: number): boolean;
/** The same where null may stand, too. */
export declare function missizedOrNull(object: Members, key: string, minimum: number, maximum: number): boolean;
/** The property has none of the allowed values. */
export declare function misvalued(object: Members, key: string, allowed: readonly IssueValue[]): boolean;
/** Whether the property, which has none of the listed values, may have one that a newer API lists. */
export declare function misvaluedOpen(object: Members, key: string, listed: readonly IssueValue[]): boolean;
/** The property is missing. */
export declare function missing(key: string): boolean;
/** The property is missing, and must be there because another is. */
export declare function missingBeside(key: string, other: string): boolean;
/** The property has no place in the object. */
export declare function surplus(object: Members, key: string, keyword?: string): boolean;
/** The property's name is not as `test` wants it. */
export declare function misnamed(key: string, test: Test): boolean;
/** The property's name cannot be checked against a pattern that may take very long on it. */
export declare function overlong(key: string, limit: number): boolean;
