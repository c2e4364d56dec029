import { isObject, own, type JsonValue } from './json.ts';

/** One reference token escaped for a JSON Pointer (RFC 6901, section 3). */
export function escapeToken(token: string): string {
  // most tokens need nothing, and this is asked for every part of a document
  if (!token.includes('~') && !token.includes('/')) return token;
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** `pointer` with `tokens` appended, each escaped. The empty string is the whole document. */
export function joinPointer(pointer: string, ...tokens: readonly (string | number)[]): string {
  let result = pointer;
  for (const token of tokens) result += `/${escapeToken(String(token))}`;
  return result;
}

/** The unescaped reference tokens of a JSON Pointer (RFC 6901, section 4). */
export function pointerTokens(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value a JSON Pointer leads to, or undefined where it leads nowhere. */
export function resolvePointer(root: JsonValue, pointer: string): JsonValue | undefined {
  let current: JsonValue | undefined = root;
  for (const token of pointerTokens(pointer)) current = childOf(current, token);
  return current;
}

/** The member or item of a value that a reference token names (RFC 6901, section 4). */
export function childOf(value: JsonValue | undefined, token: string): JsonValue | undefined {
  if (Array.isArray(value)) return /^(?:0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  return isObject(value) ? own(value, token) : undefined;
}

/** The JSON Pointer in a local `$ref` (`#/components/...`, percent-decoded), or undefined for any other reference. */
export function localRefPointer(ref: string): string | undefined {
  if (ref !== '#' && !ref.startsWith('#/')) return undefined;
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return ref.slice(1);
  }
}
