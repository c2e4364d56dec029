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
