// Formats of short texts, for the generated validators. Each test looks for what must not be there, so that a long text
// takes one walk and no stack.

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** `uuid` (RFC 9562, section 4): the letters in either case, any version. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** `json-pointer` (RFC 6901, section 5): the string form, not the fragment. */
export function isJsonPointer(text: string): boolean {
  return text === '' || (text.startsWith('/') && !/~(?![01])/.test(text));
}

/** `relative-json-pointer` (draft-bhutton-relative-json-pointer-00, section 3). */
export function isRelativeJsonPointer(text: string): boolean {
  const start = /^(?:0|[1-9]\d*)(?:[+-](?:0|[1-9]\d*))?/.exec(text)?.[0];
  if (start === undefined) return false;
  const rest = text.slice(start.length);
  return isJsonPointer(rest) || (rest === '#' && !/[+-]/.test(start));
}

/** `regex`: a regular expression of ECMA-262 with the flag `u`, as far as the engine at hand knows it. */
export function isRegex(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** `byte`, `contentEncoding: base64`: Base64 with padding (RFC 4648, section 4). */
export function isBase64(text: string): boolean {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return text.length % 4 === 0 && !/[^\w+/]|_/.test(text.slice(0, text.length - padding));
}

/** `base64url`: Base64 for URLs and file names, padded or not (RFC 4648, section 5). */
export function isBase64Url(text: string): boolean {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const length = text.length - padding;
  return (padding === 0 ? length % 4 !== 1 : text.length % 4 === 0) && !/[^\w-]/.test(text.slice(0, length));
}

/** `char` of OpenAPI's registry: one character, as Unicode counts them. */
export function isChar(text: string): boolean {
  return /^[^]$/u.test(text);
}
