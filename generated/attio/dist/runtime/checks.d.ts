/** An object seen as its own properties. */
export type Members = {
	readonly [name: string]: unknown;
};
/** How deep a schema that contains itself is followed. */
export declare const maximumDepth = 500;
/** Whether `value` is an object, and no array. */
export declare function keyed(value: unknown): value is Members;
/**
 * The own properties of an object (no array), or undefined for anything else. Validators look at the prototype before they
 * call this, where engines know it at once: what has that of all objects is one.
 */
export declare function asObject(value: unknown): Members | undefined;
/** How many properties are present. */
export declare function propertyCount(object: Members): number;
/** Whether an array is so long and so empty that going through it would take minutes. No JSON text makes such. */
export declare function isSparse(items: readonly unknown[]): boolean;
/** Length in Unicode code points. Most texts hold no surrogates, which an engine knows of many without looking. */
export declare function codePoints(text: string): number;
/** Whether a text matches a pattern; false where it is too long to be told. */
export declare function follows(text: string, pattern: TextPattern): boolean;
/** A regular expression, or one that is not run on long texts. */
export interface TextPattern {
	readonly source: string;
	/** How many UTF-16 code units a text may have. */
	readonly limit?: number;
	test(text: string): boolean;
}
/**
 * A pattern that takes very long to refuse some texts: it is run on texts of up to `limit` UTF-16 code units, and
 * refuses longer ones unseen.
 */
export declare function boundedPattern(pattern: RegExp, limit: number): TextPattern;
/** Whether `value` is a whole multiple of `step`, reckoned in decimal: 0.3 is one of 0.1. */
export declare function multiple(value: number, step: number): boolean;
/** Whether two JSON values are equal; the order of properties does not count. */
export declare function equal(left: unknown, right: unknown, depth?: number): boolean;
/** Whether no two items are equal. */
export declare function distinct(items: readonly unknown[]): boolean;
