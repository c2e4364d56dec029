import type { JsonValue } from '../base/json.ts';
import { isObject } from '../base/json.ts';
import { isPropertyIdentifier, type Identifier } from '../base/names.ts';

declare const codeBrand: unique symbol;

/**
 * TypeScript source text. A string of a document is not Code: the only ways in are `literal`, `propertyName`, an
 * Identifier and the comment writer, and each escapes. So injection does not type-check.
 */
export type Code = string & { readonly [codeBrand]: true };

/** What may stand in a gap of a code template. */
export type CodePart = Code | Identifier | number | readonly (Code | Identifier)[];

/** A template of code. Lists are joined by line breaks; a gap's lines are indented like the line the gap stands on. */
export function code(strings: TemplateStringsArray, ...parts: readonly CodePart[]): Code {
  let text = strings[0] ?? '';
  parts.forEach((part, index) => {
    const value = Array.isArray(part) ? part.join('\n') : String(part);
    const indent = /(?:^|\n)([ \t]*)[^\n]*$/.exec(text)?.[1] ?? '';
    text += indent === '' ? value : value.replaceAll('\n', `\n${indent}`);
    text += strings[index + 1] ?? '';
  });
  return text as Code;
}

/** Parts of code with `separator` between them. */
export function joinCode(
  parts: readonly (Code | Identifier)[],
  separator: ', ' | ' | ' | ' & ' | ' && ' | ' || ' | '\n' | '\n\n' | ';\n' | ',\n' | '',
): Code {
  return parts.join(separator) as Code;
}

/** A JSON value as a TypeScript literal: single-quoted strings, line terminators and lone surrogates escaped, `__proto__` computed. */
export function literal(value: JsonValue): Code {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'number') return (Object.is(value, -0) ? '-0' : String(value)) as Code;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]` as Code;
  if (isObject(value)) {
    const members = Object.entries(value).map(([key, member]) => `${objectKey(key)}: ${literal(member)}`);
    return (members.length === 0 ? '{}' : `{ ${members.join(', ')} }`) as Code;
  }
  return String(value) as Code;
}

/** The name of a property in an object type or literal: bare where it can be, else quoted. */
export function propertyName(name: string): Code {
  return isPropertyIdentifier(name) && name !== '__proto__' ? (name as string as Code) : stringLiteral(name);
}

/** The key of an object literal; `__proto__` is computed, or it would set the prototype. */
function objectKey(name: string): Code {
  return name === '__proto__' ? ("['__proto__']" as Code) : propertyName(name);
}

/** `value.name` or `value['name']`. */
export function member(value: Code | Identifier, name: string): Code {
  return isPropertyIdentifier(name) ? (`${value}.${name}` as Code) : (`${value}[${stringLiteral(name)}]` as Code);
}

function stringLiteral(text: string): Code {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", String.raw`\'`)
    // JSON lets DEL, the C1 controls and Unicode's line separators stand; editors and old parsers do not
    .replaceAll(
      /[\u007f-\u009f\u2028\u2029\ufeff]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  return `'${escaped}'` as Code;
}

/** A JavaScript regular expression literal of a pattern known to be valid with the `u` flag. */
export function regularExpression(pattern: string): Code {
  return String(new RegExp(pattern, 'u')).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ) as Code;
}

/**
 * The text between `/**` and its end: comment ends are broken up, control characters dropped, at-signs that
 * would start a block tag escaped unless they are ours (`tags`).
 */
export function commentText(text: string): string {
  return (
    text
      .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ')
      .replaceAll('*/', '*\\/')
      .replaceAll(/^(\s*)@/gm, '$1\\@')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()
  );
}
