// Ranges of numbers that OpenAPI's registry of formats names, for the generated validators.

const within = (value: number, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high;

/** `int8`: a whole number of 8 bits with a sign. */
export function isInt8(value: number): boolean {
  return within(value, -128, 127);
}

/** `int16`: a whole number of 16 bits with a sign. */
export function isInt16(value: number): boolean {
  return within(value, -32_768, 32_767);
}

/** `int32`: a whole number of 32 bits with a sign. */
export function isInt32(value: number): boolean {
  return within(value, -2_147_483_648, 2_147_483_647);
}

/** `int64`: a whole number of 64 bits with a sign, as far as a JavaScript number can tell: 2 ** 63 is the first above. */
export function isInt64(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63;
}

/** `uint8`: a whole number of 8 bits. */
export function isUint8(value: number): boolean {
  return within(value, 0, 255);
}

/** `uint16`: a whole number of 16 bits. */
export function isUint16(value: number): boolean {
  return within(value, 0, 65_535);
}

/** `uint32`: a whole number of 32 bits. */
export function isUint32(value: number): boolean {
  return within(value, 0, 4_294_967_295);
}

/** `uint64`: a whole number of 64 bits, as far as a JavaScript number can tell: 2 ** 64 is the first above. */
export function isUint64(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 2 ** 64;
}

/** `double-int`: a whole number that a double holds exactly. */
export function isDoubleInt(value: number): boolean {
  return Number.isSafeInteger(value);
}

/** `float`: a number that single precision can hold, rounded (IEEE 754). */
export function isFloat(value: number): boolean {
  return Number.isFinite(Math.fround(value));
}

/** `int64` of a text: a whole number of 64 bits with a sign, in decimal digits. */
export function isInt64Text(text: string): boolean {
  if (text.length > 20 || !/^-?\d+$/.test(text)) return false;
  return BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

/** `uint64` of a text: a whole number of 64 bits, in decimal digits. */
export function isUint64Text(text: string): boolean {
  if (text.length > 20 || !/^\d+$/.test(text)) return false;
  return BigInt.asUintN(64, BigInt(text)) === BigInt(text);
}
