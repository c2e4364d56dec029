/** Any value JSON can carry (RFC 8259). */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

/** A JSON object. Its keys may be any string, `__proto__` included: read it with `own`, write it with `setOwn`. */
export interface JsonObject {
  [key: string]: JsonValue;
}

/** Tells whether `value` is a JSON object (not null, not an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of the own property `key`, or undefined; inherited properties never answer. */
export function own(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The own property `key` if it holds an object, else undefined. */
export function ownObject(value: JsonValue | undefined, key: string): JsonObject | undefined {
  const found = own(value, key);
  return isObject(found) ? found : undefined;
}

/** The own property `key` if it holds an array, else undefined. */
export function ownArray(value: JsonValue | undefined, key: string): JsonValue[] | undefined {
  const found = own(value, key);
  return Array.isArray(found) ? found : undefined;
}

/** The own property `key` if it holds a string, else undefined. */
export function ownString(value: JsonValue | undefined, key: string): string | undefined {
  const found = own(value, key);
  return typeof found === 'string' ? found : undefined;
}

/** The strings of a list; none where the value is no list. */
export function stringsOf(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Sets an own, enumerable property, so that a key named `__proto__` is data and not a prototype. */
export function setOwn(target: JsonObject, key: string, value: JsonValue): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[key] = value;
  }
}

/** A new object with the same keys in the same order, each value replaced by `change(value, key)`; undefined drops the key. */
export function mapObject(
  source: JsonObject,
  change: (value: JsonValue, key: string) => JsonValue | undefined,
): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(source)) {
    const next = change(value, key);
    if (next !== undefined) setOwn(result, key, next);
  }
  return result;
}

/** The value of a JSON text (RFC 8259); undefined for any other. */
export function parsedJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Whether two JSON values are equal; the order of object keys does not count (JSON Schema 2020-12, section 4.2.2). */
export function jsonEqual(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => jsonEqual(item, right[index]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => Object.hasOwn(right, key) && jsonEqual(left[key], right[key]));
}

/** The JSON Schema name of a value's type: `integer` for whole numbers, else as `type` names it. */
export function jsonType(value: JsonValue): 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object' {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as 'boolean' | 'string' | 'object';
}
