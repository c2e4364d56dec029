// What an API may send beyond what its documents list: types only. They are members of enums, because the compiler then
// narrows the known values beside them (beside `string & {}` it does not), and because nobody can write such a value: what
// was read can be sent back, and a misspelt value still does not compile.
export {};
