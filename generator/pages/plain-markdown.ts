import { trimmedEnd } from '../base/trim.ts';
import { headingBlocks } from './heading-notes.ts';
import type { Block } from './page.ts';

/** Where a piece of Markdown stands. */
export interface MarkdownOrigin {
  readonly document: string;
  readonly firstLine: number;
  /** Whether lines that are indented by four spaces are code (CommonMark 0.31, section 4.4); in MDX they are not. */
  readonly indentedCode: boolean;
}

/**
 * What the text of a paragraph may begin with that begins nothing else: no list, fence, table, quote, break, underline of a
 * heading or definition of a link (CommonMark 0.31, chapter 4).
 */
export const plainStart: string = [
  String.raw`[\p{L}("'/$@{!.,;?%&]`,
  '`{1,2}(?!`)',
  String.raw`\*\*(?=[\p{L}\x60])`,
  String.raw`_(?=\p{L})`,
  String.raw`\[[^\][\n]*\](?!:)`,
  String.raw`\d+(?![\d.)])`,
].join('|');

/** Marks of what a text does not have that only holds paragraphs and headings with `#`; a bar may make a table. */
const notPlain = new RegExp(String.raw`(?:^|\n)(?!$|[ \t]*\n| {0,3}(?:${plainStart}|#{1,6}(?:[ \t]|\n|$)))|\|`, 'u');

/** Whether a piece of Markdown holds nothing but paragraphs and headings: most pieces between components are such. */
export function isPlain(text: string): boolean {
  return !notPlain.test(text);
}

/** The blocks of a plain text, see `isPlain`, as the parser would find them. */
export function plainBlocks(text: string, { document, firstLine }: MarkdownOrigin): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const finish = (next: number): void => {
    if (lines.length === 0) return;
    const line = firstLine + next - lines.length;
    const endLine = firstLine + next - 1;
    const location = { document, line, ...(endLine > line && { endLine }) };
    blocks.push({ kind: 'prose', form: 'paragraph', text: lines.join('\n'), location });
    lines = [];
  };
  const all = text.split('\n');
  for (const [index, line] of all.entries()) {
    const source = line.trimStart();
    const marks = /^#{1,6}(?=[ \t]|$)/.exec(source)?.[0];
    if (source === '' || marks !== undefined) finish(index);
    if (marks !== undefined) {
      const location = { document, line: firstLine + index };
      blocks.push(...headingBlocks(headingText(source), marks.length, location));
    } else if (source !== '') lines.push(lines.length === 0 ? source : line.replace(/^[ \t]+/, ''));
  }
  finish(all.length);
  return blocks;
}

/** A heading as a reader sees it: no marks, no anchor, no link targets. */
export function headingText(source: string): string {
  const text = source.replace(/^#{1,6}(?:[ \t]+|$)/, '').replace(/\n[ \t]*(?:=+|-+)[ \t]*$/, '');
  return withoutAnchor(withoutClosingMarks(text))
    .replaceAll(/!?\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replaceAll(/[`*]/g, '')
    .replaceAll(/~~([^~\n]{1,500})~~/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** A heading without the `##` at its end. */
function withoutClosingMarks(text: string): string {
  const marked = text.trimEnd();
  const rest = trimmedEnd(marked, '#');
  return rest === marked || !/^$|[ \t]$/.test(rest) ? text : rest.trimEnd();
}

/** A heading without the `{#name}` at its end. */
function withoutAnchor(text: string): string {
  const inner = text.trimEnd().slice(0, -1);
  const before = Math.max(inner.lastIndexOf('}'), inner.lastIndexOf('\n'));
  const start = inner.indexOf('{#', before + 1);
  return start === -1 || !text.trimEnd().endsWith('}') ? text : text.slice(0, start).trimEnd();
}
