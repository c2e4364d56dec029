/** What one going-through shares. */
export interface Walk {
	/** The names and positions that lead to where it stands. */
	readonly path: (string | number)[];
	/** What was made of objects already met: an object that stands in many places is gone through once. */
	readonly made: Map<Step, Map<object, unknown>>;
	/** For codecs: the direction, and whether the result goes into text that can hold integers of any size. */
	readonly towards: "value" | "json" | "text";
}
/** Makes another value of one; the same where there is nothing to do. */
export type Step = (value: unknown, walk: Walk) => unknown;
/** A step for a member whose name says something else to TypeScript, as `constructor` does. */
export declare const asStep: (one: Step) => Step;
/** `Value` with other types for some of its properties; what is optional stays so. */
export type Changed<
	Value,
	Changes
> = { [Name in keyof Value]: Name extends keyof Changes ? Changes[Name] : Value[Name] };
/** `Value` with the properties `Names`, which it may lack. */
export type Present<
	Value,
	Names extends keyof Value
> = Value & { [Name in Names]-?: Exclude<Value[Name], undefined> };
/** Thrown where a value cannot be transformed; the message begins with the JSON Pointer of the place. */
export declare class TransformError extends Error {
	override readonly name: string;
	/** A JSON Pointer (RFC 6901). */
	readonly path: string;
	constructor(walk: Walk, reason: string);
}
/** Goes through a value from its root. */
export declare function walked(root: Step, value: unknown, towards: Walk["towards"]): unknown;
/** What `step` makes of an object, the same for the same object. */
export declare function once(step: Step, value: unknown, walk: Walk): unknown;
/** An object whose missing members are added from `missing`, and of which `parts` are then changed. */
export declare function members(value: unknown, walk: Walk, parts: Readonly<Record<string, Step>>, missing?: Readonly<Record<string, () => unknown>>): unknown;
/** An object of whose members each is changed. */
export declare function values(value: unknown, walk: Walk, step: Step): unknown;
/** A list of which each item is changed. */
export declare function items(value: unknown, walk: Walk, step: Step): unknown;
/** What the branch asks for that the member `tag` names. */
export declare function tagged(value: unknown, walk: Walk, tag: string, cases: readonly (readonly [constant: unknown, step: Step])[]): unknown;
/** Steps for values of different types, each of which lets values of the others be. */
export declare function every(value: unknown, walk: Walk, steps: readonly Step[]): unknown;
/**
 * What the first branch asks for that the value fits, as it stands in JSON. Where it fits none as that (an integer with more
 * digits than validators take), the first that finds something to do.
 */
export declare function firstFitting(value: unknown, walk: Walk, branches: readonly (readonly [fits: (value: unknown) => boolean, step: Step | undefined])[]): unknown;
