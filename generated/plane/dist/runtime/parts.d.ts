import type { Members } from "./checks.js";
import { type Test } from "./issues.js";
/** The property is not of its type. */
export declare function mistyped(object: Members, key: string, expected: string, from: number): number;
/** The property is missing. */
export declare function missing(key: string, from: number): number;
/** The property is missing, and must be there because another is. */
export declare function missingBeside(key: string, other: string, from: number): number;
/** The property has no place in the object. */
export declare function surplus(object: Members, key: string, from: number, keyword?: string): number;
/** The property's name is not as `test` wants it. */
export declare function misnamed(key: string, test: Test, from: number): number;
/** The property's name cannot be checked against a pattern that may take very long on it. */
export declare function overlong(key: string, limit: number, from: number): number;
