import { hashOf } from './hash.ts';

/** What the spec says of an operation whose name no document gives; in code the name is there to see. */
export const derivedName = 'the operationId is derived; the documents give none';

declare const identifierBrand: unique symbol;

/** A string known to be a valid TypeScript identifier that is no reserved word. */
export type Identifier = string & { readonly [identifierBrand]: true };

/**
 * Words that cannot name a value or a type (ECMA-262, section 12.7.2, and TypeScript's own type names), and those that
 * Windows keeps for devices: names become file names.
 */
const reserved = new Set(
  `abstract any arguments as async await bigint boolean break case catch class const constructor continue
  debugger declare default delete do else enum eval export extends false finally for from function get global
  if implements import in infer instanceof interface is keyof let module namespace never new null number
  object of package private protected public readonly require return satisfies set static string super switch
  symbol this throw true try type typeof undefined unique unknown using var void while with yield
  Array Blob Boolean Date Error Exclude Extract File Float32Array Function Headers Infinity Map NaN
  NonNullable Number Object Omit Partial Pick Promise Proxy ReadonlyArray Record Reflect RegExp Request
  Required Response Set String Symbol URL globalThis
  con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9`.split(
    /\s+/,
  ),
);

/**
 * The letters that names keep: scripts that were in Unicode long before any compiler in use. Newer letters would be
 * identifiers for one compiler and an error for another, and make names depend on the version of Node.
 */
const letters = [
  'A-Za-z', // and Latin with marks, without the signs × and ÷
  String.raw`\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f`,
  String.raw`\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce`, // Greek
  String.raw`\u0400-\u0481\u048a-\u0513`, // Cyrillic
  String.raw`\u0531-\u0556\u0561-\u0587\u05d0-\u05ea\u0621-\u063a\u0641-\u064a`, // Armenian, Hebrew, Arabic
  String.raw`\u0905-\u0939\u0e01-\u0e30\u10d0-\u10f0`, // Devanagari, Thai, Georgian
  String.raw`\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fa5\uac00-\ud7a3`, // Japanese, Chinese, Korean
].join('');
const separators = new RegExp(`[^${letters}0-9]+`, 'u');
const identifierShape = new RegExp(`^[${letters}_$][${letters}0-9_$]*$`, 'u');
const typeShape = new RegExp(`^\\p{Lu}[${letters}0-9]*$`, 'u');
const valueShape = new RegExp(`^\\p{Ll}[${letters}0-9]*$`, 'u');

/** The words of a name: split at anything but letters and digits, and at changes of case (`fooBAR2Baz` → foo, BAR2, Baz). */
export function nameWords(text: string): string[] {
  return text
    .normalize('NFC')
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(separators)
    .filter((word) => word !== '');
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function lowerFirstWord(word: string): string {
  return /^\p{Lu}[\p{Lu}\d]*$/u.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}

/** Longer names are cut: they become files' names, which file systems limit to 255 bytes, with `.d.ts` after them. */
const longestName = 120;

/** Four letters and digits made from nothing but `text` (FNV-1a of its UTF-16 code units): they tell apart what is named alike. */
export function identifyingMark(text: string): string {
  const hash = hashOf(text);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(36).padStart(4, '0').slice(-4);
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The identifier `name`, cut to 120 bytes of UTF-8 with the mark of `text` in place of what is cut off. */
export function limitName(name: string, text: string = name): Identifier {
  if (byteLength(name) <= longestName) return name as Identifier;
  const mark = `_${identifyingMark(text)}`;
  let end = longestName - mark.length;
  while (byteLength(name.slice(0, end)) + mark.length > longestName) end -= 1;
  return (name.slice(0, end) + mark) as Identifier;
}

function finish(name: string, fallback: string, text: string): Identifier {
  let result = name === '' ? fallback : name;
  if (/^\d/.test(result)) result = `_${result}`;
  if (!identifierShape.test(result)) result = fallback;
  if (reserved.has(result)) result = `${result}_`;
  return limitName(result, text);
}

/**
 * `text` as a PascalCase identifier for a type. Text that is already such an identifier stays as it is.
 * Where nothing usable is left, `fallback` (itself an identifier) is the name.
 */
export function typeName(text: string, fallback = 'Unnamed'): Identifier {
  if (typeShape.test(text) && identifierShape.test(text)) return finish(text, fallback, text);
  return finish(nameWords(text).map(capitalize).join(''), fallback, text);
}

/** `text` as a camelCase identifier for a function or a value; all-capital words are taken as words (`MAX_LEN` → `maxLen`). */
export function valueName(text: string, fallback = 'unnamed'): Identifier {
  if (valueShape.test(text) && identifierShape.test(text)) return finish(text, fallback, text);
  const [first = '', ...rest] = nameWords(text);
  return finish(lowerFirstWord(first) + rest.map(shoutToTitle).map(capitalize).join(''), fallback, text);
}

/** PascalCase where words all in capitals are taken as words: `SINGLE_SELECT` → `SingleSelect`. For constants of documents. */
export function constantTypeName(text: string, fallback = 'Unnamed'): Identifier {
  return finish(nameWords(text).map(shoutToTitle).map(capitalize).join(''), fallback, text);
}

function shoutToTitle(word: string): string {
  return /^\p{Lu}[\p{Lu}\d]+$/u.test(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word;
}

/** Whether `text` can stand as a property name without quotes for every compiler (ECMA-262 IdentifierName, ASCII only). */
export function isPropertyIdentifier(text: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(text);
}
