import type { JsonValue } from '../base/json.ts';
import type { Docs } from '../model/model.ts';
import { commentText } from './code.ts';

/** One block tag of a JSDoc comment; its text is escaped like everything of documents. */
export interface DocTag {
  readonly tag: 'default' | 'deprecated' | 'example' | 'remarks' | 'throws' | 'see' | 'returns' | 'param';
  readonly text: string;
}

/** A JSDoc comment before escaping is undone: plain text and tags. */
export interface DocComment {
  readonly text: string;
  readonly tags: readonly DocTag[];
}

/** The comment of something the model documents: description (or title), what is uncertain, default, examples, deprecation. */
export function docComment(docs: Docs, more: readonly DocTag[] = []): DocComment | undefined {
  const text = docs.description ?? docs.title ?? '';
  const tags: DocTag[] = [];
  if (docs.uncertain.length > 0) tags.push({ tag: 'remarks', text: `Uncertain: ${docs.uncertain.join('; ')}.` });
  if (docs.defaultValue !== undefined) tags.push({ tag: 'default', text: jsonText(docs.defaultValue) });
  for (const example of docs.examples.slice(0, 3)) tags.push({ tag: 'example', text: jsonText(example) });
  if (docs.deprecated) tags.push({ tag: 'deprecated', text: '' });
  tags.push(...more);
  return text === '' && tags.length === 0 ? undefined : { text, tags };
}

function jsonText(value: JsonValue): string {
  return JSON.stringify(value) ?? 'null';
}

/** The escaped text of a comment, as it stands between its delimiters (without the leading stars). */
export function docCommentText(comment: DocComment): string {
  const lines = [commentText(comment.text)];
  for (const { tag, text } of comment.tags) {
    const separator = text.trimStart().startsWith('```') ? '\n' : ' ';
    lines.push(`@${tag}${separator}${commentText(text)}`.trimEnd());
  }
  return lines.filter((line) => line !== '').join('\n');
}
