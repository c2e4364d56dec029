import { type Members } from './checks.js';
import { type Test } from './issues.js';
/** The property is not of its type. */
export declare function mistyped(object: Members, key: string, expected: string, before: number): boolean;
/** The property is missing. */
export declare function missing(key: string, before: number): boolean;
/** The property is missing, and must be there because another is. */
export declare function missingBeside(key: string, other: string, before: number): boolean;
/** The property, if it is one of the object's own and present, has no place in it. */
export declare function surplus(object: Members, key: string, before: number, keyword?: string): boolean;
/** Whether the property's name is as it must be. */
export declare function named(key: string, test: Test, before: number): boolean;
/** Whether the property's name can be checked against a pattern that may take very long on it. */
export declare function short(key: string, limit: number, before: number): boolean;
