import { isObject, type JsonValue } from '../base/json.ts';

/** What services add to what they were sent. */
const addedName =
  /^_?(?:id|uuid|object|status|success|links?|self)$|(?:_at|At|_date|Date)$|^(?:created|updated|modified)/;

/** Fewer names in common are shared by chance. */
const leastShared = 2;

/**
 * Whether a value that nothing announces is one more form of a body that samples or fields show: it has half of the names of the
 * smaller of both, and nothing that looks added by the service, as an answer that repeats the body would.
 */
export function isBodyVariant(value: JsonValue, bodies: readonly (readonly string[])[]): boolean {
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  const known = new Set(bodies.flat());
  if (keys.some((key) => !known.has(key) && addedName.test(key))) return false;
  return bodies.some((names) => {
    const shared = keys.filter((key) => names.includes(key)).length;
    return shared >= leastShared && shared * 2 >= Math.min(keys.length, names.length);
  });
}

/** The names in an object; none in anything else. */
export function namesOf(value: JsonValue): string[] {
  return isObject(value) ? Object.keys(value) : [];
}
