// Written by hand for speed: what the other modules share.

/** An object seen as its members. */
export type Unknown = Readonly<Record<string, unknown>>;

/** Any object but an array. */
export function asObject(value: unknown): Unknown | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Unknown) : undefined;
}

/** A list of texts. */
export function areTexts(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (typeof value[index] !== 'string') return false;
  return true;
}
