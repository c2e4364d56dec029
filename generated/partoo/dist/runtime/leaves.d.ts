import { type Members, type TextPattern } from "./checks.js";
import { type IssueValue } from "./issues.js";
/** The value is not of the type, or of none of the types. */
export declare function type(value: unknown, expected: IssueValue, key?: string): boolean;
/** The value is no object. */
export declare function noObject(value: unknown): boolean;
/** Whether `value` is an object, and no array. */
export declare function anObject(value: unknown): value is Members;
/** Whether `value` is an array. */
export declare function anArray(value: unknown): value is readonly unknown[];
/** Whether `value` is one of many allowed ones. */
export declare function among(value: unknown, allowed: ReadonlySet<unknown>): boolean;
/** Whether `value` equals one of the allowed structures. */
export declare function equals(value: unknown, allowed: readonly IssueValue[]): boolean;
/** The value is none of the allowed ones. */
export declare function oneOf(value: unknown, allowed: readonly IssueValue[], key?: string): boolean;
/** Whether `value`, which is none of the listed ones, may be one that a newer API lists. */
export declare function unlisted(value: unknown, listed: readonly IssueValue[], key?: string): boolean;
/** Whether `value`, which is none of the listed ones, may be one that a newer API lists; nothing is noted. */
export declare function newer(value: unknown, listed: readonly IssueValue[]): boolean;
/** The same for many listed ones. */
export declare function amongOpen(value: unknown, listed: ReadonlySet<unknown>): boolean;
/** Whether the tag of a union, which leads nowhere, may be one that a newer API has a branch for. */
export declare function unlistedTag(tag: unknown, name: string, known: readonly IssueValue[]): boolean;
/** The tag of a union leads nowhere. Always false. */
export declare function unknownTag(tag: unknown, name: string, known: readonly IssueValue[]): boolean;
/** Nothing may stand here. Always false. */
export declare function absent(value: unknown, keyword?: string): boolean;
/** Whether `value` is a string of so many code points. What most texts pass is asked before, in place. */
export declare function text(value: unknown, minimum: number, maximum: number, key?: string, expected?: IssueValue): boolean;
/** Whether a string has so many code points. Other values pass. */
export declare function length(value: unknown, minimum: number, maximum: number, key?: string): boolean;
/** Whether an array has so many items. */
export declare function itemCount({ length }: readonly unknown[], minimum: number, maximum: number): boolean;
/** Whether an array has no items after the first `limit`. */
export declare function noMore(value: readonly unknown[], limit: number): boolean;
/** Whether an object has so many properties. */
export declare function size(object: Members, minimum: number, maximum: number): boolean;
/** Whether enough items, and not too many, are such as are to be contained. */
export declare function contained(count: number, minimum: number, maximum: number): boolean;
/** Whether a string matches a pattern. Other values pass. */
export declare function matches(value: unknown, pattern: TextPattern): boolean;
/** Whether a string is of a format. Other values pass. */
export declare function textFormat(value: unknown, format: string, test: (text: string) => boolean): boolean;
/** Whether a number is of a format. Other values pass. */
export declare function numberFormat(value: unknown, format: string, test: (number: number) => boolean): boolean;
/** A text is too long for a pattern that could take very long on it. Always false. */
export declare function tooLong(text: string, limit: number, keyword: string): boolean;
/** Whether a number is at least `limit`. Other values pass. */
export declare function atLeast(value: unknown, limit: number): boolean;
/** Whether a number is at most `limit`. Other values pass. */
export declare function atMost(value: unknown, limit: number): boolean;
/** Whether a number is more than `limit`. Other values pass. */
export declare function moreThan(value: unknown, limit: number): boolean;
/** Whether a number is less than `limit`. Other values pass. */
export declare function lessThan(value: unknown, limit: number): boolean;
/** Whether a number is a whole multiple of `step`. Other values pass. */
export declare function multipleOf(value: unknown, step: number): boolean;
/** The array is mostly holes. Always false. */
export declare function sparse(value: readonly unknown[]): boolean;
/** Whether no two items of an array are equal. Other values pass. */
export declare function unique(value: unknown): boolean;
/** Both answers, so that both may be noted. */
export declare function both(one: boolean, other: boolean): boolean;
/** The value is nested too deeply for a schema that contains itself. Always false. */
export declare function tooDeep(value: unknown): boolean;
/** The value has a form that is ruled out. Always false. */
export declare function ruledOut(value: unknown): boolean;
