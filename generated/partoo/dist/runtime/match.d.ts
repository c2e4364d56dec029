import type { UnknownNumber, UnknownValue } from "./open.js";
/** What tells the branches of a union apart. */
export type Tag = string | number | boolean;
/** A union whose branches hold a tag in `Property`. */
export type Tagged<Property extends string> = { readonly [Name in Property]?: Tag };
/** The tags that the documents list; what else answers may hold only `_` is for. */
type KeyOf<
	Property extends string,
	Union extends Tagged<Property>
> = `${Exclude<Extract<Union[Property], Tag>, UnknownValue | UnknownNumber>}`;
/** The branch of `Union` that holds the tag written as `Key`. */
export type BranchOf<
	Property extends string,
	Union extends Tagged<Property>,
	Key
> = Union extends unknown ? Key extends KeyOf<Property, Union> ? Union : never : never;
/** The function for `Key`: given the branch of that tag, or, for `_`, any value. There are no functions for other keys. */
type Case<
	Property extends string,
	Union extends Tagged<Property>,
	Key,
	Result
> = Key extends string | number ? `${Key}` extends KeyOf<Property, Union> ? (value: BranchOf<Property, Union, `${Key}`>) => Result : Key extends "_" ? (value: Union) => Result : never : never;
/**
 * Calls the function for the branch a value is of, and returns what it returns. There must be a function for every
 * tag, or `_` for all others, those that a newer version of the API may add included. Leaving one out, or naming a tag
 * that does not exist, does not compile.
 */
export type MatchOn<Property extends string> = <
	Union extends Tagged<Property>,
	Results extends Readonly<Record<KeyOf<Property, Union>, unknown>> | {
		readonly _: unknown;
	}
>(value: Union, cases: { readonly [Key in keyof Results]: Case<Property, Union, Key, Results[Key]> }) => Results[keyof Results];
/** A value has a tag that none of the cases is for, against its type: the API sent something its documents do not tell. */
export declare class UnknownTagError extends Error {
	override readonly name = "UnknownTagError";
	/** The property that holds the tag. */
	readonly property: string;
	/** What it holds. */
	readonly tag: unknown;
	constructor(property: string, tag: unknown, known: readonly string[]);
}
/**
 * Makes a `match` for unions told apart by `property`. At run time a tag without a case goes to `_`; without one it
 * throws an `UnknownTagError`.
 */
export declare function matchOn<Property extends string>(property: Property): MatchOn<Property>;
export {};
