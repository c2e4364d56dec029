/** A text that the API's description does not list: what is left when the known ones are ruled out. */
export declare enum UnknownValue {
	value = "?"
}
/** A number that the API's description does not list. */
export declare enum UnknownNumber {
	value = -1
}
/**
 * A branch of a union that the API's description does not list: `Property`, which tells the branches apart, holds a value
 * that is none of the known ones.
 */
export type UnknownBranch<
	Property extends string,
	Value extends UnknownValue | UnknownNumber = UnknownValue
> = { readonly [Name in Property]: Value };
