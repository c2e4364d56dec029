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
    const indent = value.includes('\n') ? lastIndent(text) : '';
    text += indent === '' ? value : value.replaceAll('\n', `\n${indent}`);
    text += strings[index + 1] ?? '';
  });
  return text as Code;
}

/** The space at the beginning of a text's last line. */
function lastIndent(text: string): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n') + 1))?.[0] ?? '';
}

/**
 * What must not stand raw in code: controls, line separators, byte order marks, halves of surrogate pairs, and the marks
 * that change the order in which editors show a line, so that code reads as what it is not.
 */
// oxlint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\p{Cs}]/gu;

function unicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Code that another program printed, in which what must not stand raw is escaped again; it may only stand in literals. */
export function withEscapes(printed: string): string {
  return printed.replaceAll(unseen, (char) => (char === '\n' || char === '\t' ? char : unicodeEscape(char)));
}

/** Parts of code with `separator` between them. */
export function joinCode(
  parts: readonly (Code | Identifier)[],
  separator: ', ' | '; ' | ' | ' | ' & ' | ' && ' | ' || ' | '\n' | '\n\n' | ';\n' | ',\n' | '',
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

/**
 * The name of a property as `keyof` gives it: a number where the types have one written as a number, which openapi-typescript
 * does for `1` and not for `01`.
 */
export function keyOfType(name: string): Code {
  return /^\d/.test(name) && String(Number(name)) === name ? (name as Code) : literal(name);
}

/** Names that every object inherits: reading them needs care, and TypeScript expects members with them to have the inherited types. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether every object has a member of that name from `Object`. */
export function isInherited(name: string): boolean {
  return inherited.has(name);
}

/** The key of an object literal; `__proto__` is computed, or it would set the prototype. */
export function objectKey(name: string): Code {
  return name === '__proto__' ? ("['__proto__']" as Code) : propertyName(name);
}

/** `value.name` or `value['name']`. */
export function member(value: Code | Identifier, name: string): Code {
  return isPropertyIdentifier(name) ? (`${value}.${name}` as Code) : (`${value}[${stringLiteral(name)}]` as Code);
}

/** Text of documents in one line, without characters that are not seen. */
export function plainLine(text: string): string {
  return text.replaceAll(unseen, ' ').replaceAll(/\s+/g, ' ').trim();
}

function stringLiteral(text: string): Code {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", String.raw`\'`)
    // JSON escapes the C0 controls only
    .replaceAll(unseen, unicodeEscape);
  return `'${escaped}'` as Code;
}

/**
 * A JavaScript regular expression: a literal with the flag `u`, else a call, since compilers refuse literals in the
 * older grammar that engines take (`\000`; ECMA-262, annex B.1.2). A slash before a star is written by its number, and so
 * is a backtick: the printer of modules would take them for the start of a comment or template, and "close" it.
 */
export function regularExpression(expression: RegExp): Code {
  if (!expression.unicode) {
    const flags = expression.flags === '' ? '' : `, ${stringLiteral(expression.flags)}`;
    return `/* @__PURE__ */ new RegExp(${stringLiteral(expression.source)}${flags})` as Code;
  }
  const parts = String(expression).match(/\\[^]|[^\\]/gu) ?? [];
  return parts
    .map((part, index) => {
      if (part.endsWith('/') && parts[index + 1] === '*') return '\\x2F';
      if (part.endsWith('`')) return '\\x60';
      // a backslash before such a character means the character itself
      return part
        .replace(/^\\(?=[^\\])/, (slash) => (part.slice(1).search(unseen) === 0 ? '' : slash))
        .replaceAll(unseen, unicodeEscape);
    })
    .join('') as Code;
}

/**
 * The text between `/**` and its end: comment ends are broken up, control characters dropped, at-signs that
 * would start a block tag escaped unless they are ours (`tags`).
 */
export function commentText(text: string): string {
  return (
    text
      .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
      .replaceAll(unseen, (char) => (char === '\n' ? char : ' '))
      .replaceAll('*/', '*\\/')
      // the compiler takes an at-sign for a tag wherever space or a star stands before it
      .replaceAll(/(?<=^|[\s*])@(?=\S)/gm, '\\@')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()
  );
}
