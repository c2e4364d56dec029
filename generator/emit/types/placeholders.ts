import type { JsonObject, JsonValue } from '../../base/json.ts';
import { literal } from '../code.ts';
import { docCommentText, type DocComment } from '../docs.ts';

/**
 * Stands in for texts of documents while openapi-typescript works. It reads names as parts of URI fragments (a `%`
 * makes it throw), and writes descriptions as tags of its own; what we hand it are harmless words instead, and what
 * the words stand for is put into the printed text by the escaping functions that every emitter uses.
 */
export interface Placeholders {
  /** A name or value that openapi-typescript can carry: `value` itself where it is harmless, else a word for it. */
  text(value: string): string;
  /** `value` with each string and key in it replaced as by `text`. */
  json(value: JsonValue): JsonValue;
  /** A word for a comment, to be given as the `title`; undefined where there is none. */
  comment(docs: DocComment | undefined): string | undefined;
  /** The printed text with single quotes, two spaces a level, long unions over lines, and each word replaced. */
  restore(printed: string): string;
}

const harmless = /^[\w$./{}*+;= -]+$/;
/** A union in one line is broken up beyond this. */
const lineWidth = 110;

/** Placeholders whose words occur nowhere in `source`. */
export function createPlaceholders(source: JsonObject): Placeholders {
  const prefix = freePrefix(JSON.stringify(source));
  const texts: string[] = [];
  const indexes = new Map<string, number>();
  const comments: DocComment[] = [];

  const text = (value: string): string => {
    if (harmless.test(value) && value !== '__proto__') return value;
    const index = indexes.get(value) ?? texts.push(value) - 1;
    indexes.set(value, index);
    return `${prefix}Text${index}`;
  };
  const json = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(json);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [text(key), json(member)]));
  };
  return {
    text,
    json,
    comment: (docs) => (docs === undefined ? undefined : `${prefix}Comment${comments.push(docs) - 1}`),
    restore(printed) {
      const lines = printed.split('\n').map((line) => breakUnion(restyle(line)));
      return lines
        .join('\n')
        .replaceAll(
          new RegExp(`^( *)/\\*\\* ${prefix}Comment(\\d+) \\*/$`, 'gm'),
          (_line, indent: string, index: string) => commentLines(comments[Number(index)], indent),
        )
        .replaceAll(new RegExp(`'?\\b${prefix}Text(\\d+)\\b'?`, 'g'), (_word, index: string) =>
          literal(texts[Number(index)] ?? ''),
        );
    },
  };
}

function freePrefix(text: string): string {
  let prefix = 'Specloom';
  while (text.includes(prefix)) prefix += 'X';
  return prefix;
}

/** No string has a quote or backslash in it yet, and no line is part of a longer token, so that this can go by text. */
function restyle(line: string): string {
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  return ' '.repeat(indent / 2) + line.slice(indent).replaceAll(/"([^"]*)"/g, "'$1'");
}

function breakUnion(line: string): string {
  if (line.length <= lineWidth || !line.endsWith(';')) return line;
  const indent = /^ */.exec(line)?.[0] ?? '';
  const colon = line.indexOf(':');
  const start = line.slice(indent.length, colon + 2);
  const union = line.slice(colon + 2, -1);
  if (!start.endsWith(': ') || /[{}()<>]/.test(union) || !union.includes(' | ')) return line;
  const members = union.split(' | ').map((member) => `${indent}  | ${member}`);
  return `${indent}${start.trimEnd()}\n${members.join('\n')};`;
}

function commentLines(docs: DocComment | undefined, indent: string): string {
  const lines = docs ? docCommentText(docs).split('\n') : [];
  if (lines.length <= 1) return `${indent}/** ${lines[0] ?? ''} */`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
}
