/** The types of JSON values. */
export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

/** The JSON type of a value; undefined for what JSON cannot hold. */
export function typeOf(value: unknown): JsonType | undefined {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'boolean' || type === 'number' || type === 'string' || type === 'object' ? type : undefined;
}

/** What an object holds under `name` itself; undefined for anything but objects. */
export function memberOf(value: unknown, name: string): unknown {
  // what every object inherits, such as `constructor`, is no member
  return typeOf(value) === 'object' && Object.hasOwn(value as object, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** Whether an object has something under `name`. A member that is undefined is not sent, so it does not count. */
export function hasMember(value: unknown, name: string): boolean {
  return memberOf(value, name) !== undefined;
}
