// What an API may send beyond what its documents list: types only. They are members of enums, because the compiler then
// narrows the known values beside them (beside `string & {}` it does not), and because nobody can write such a value: what
// was read can be sent back, and a misspelt value still does not compile.

/** A text that the API's description does not list: what is left when the known ones are ruled out. */
export declare enum UnknownValue {
  value = '?',
}

/** A number that the API's description does not list. */
export declare enum UnknownNumber {
  value = -1,
}

/**
 * A branch of a union that the API's description does not list: `Property`, which tells the branches apart, holds a value
 * that is none of the known ones.
 */
export type UnknownBranch<Property extends string, Value extends UnknownValue | UnknownNumber = UnknownValue> = {
  readonly [Name in Property]: Value;
};
