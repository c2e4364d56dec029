import type { JsonValue } from './json.ts';
import { nameWords } from './names.ts';

/** Sample values that generators of documentation put in for want of a real one. */
const placeholderPatterns: readonly RegExp[] = [
  /^<[^<>]*>$/,
  /^\{[^{}]*\}$/,
  /^\[(?=[^a-z]*[a-z])[^\][{}"',:]*\]$/i,
  /^\$\{?[A-Z_]+\}?$/,
  /^(?:\.\.\.|…)$/,
  /^(?:string|text|value|null|undefined|example|sample|lorem ipsum.*)$/i,
  /^example[- _](?:name|value|text|string|title|description)$/i,
  /^[a-z]+(?:[-_][a-z]+)*[-_]uuid$/,
  /^(?:your|my|some)[-_ ].*(?:here|value|key|token)$/i,
];

/** Words that stand in brackets for a value of the type they name, as the table of type words has them. */
const placeholderTypes: Readonly<Record<string, string>> = {
  number: 'number',
  integer: 'integer',
  int: 'integer',
  long: 'integer',
  float: 'number',
  double: 'number',
  boolean: 'boolean',
  object: 'object',
  array: 'array',
  datetime: 'date-time',
  'date-time': 'date-time',
};

/** The type that a placeholder names instead of a value: `<number>`, `[boolean]`; undefined where it names none, or text. Gives no diagnostics. */
export function placeholderType(value: JsonValue): string | undefined {
  const word = typeof value === 'string' ? /^(?:<([\w-]{1,20})>|\[([\w-]{1,20})\])$/.exec(value) : null;
  const key = (word?.[1] ?? word?.[2] ?? '').toLowerCase();
  return Object.hasOwn(placeholderTypes, key) ? placeholderTypes[key] : undefined;
}

/**
 * Whether a sample value is a stand-in made from the property's name or from nothing: `example-settings` for
 * `settings`, `<string>`, `Example Name`. Such a value says nothing about type, format or allowed values.
 */
export function isPlaceholder(name: string, value: JsonValue): boolean {
  if (typeof value !== 'string') return false;
  if (placeholderPatterns.some((pattern) => pattern.test(value))) return true;
  const words = nameWords(value).map((word) => word.toLowerCase());
  const own = nameWords(name).map((word) => word.toLowerCase());
  const [first, ...rest] = words;
  return (first === 'example' || first === 'sample') && rest.length > 0 && rest.join(' ') === own.join(' ');
}
