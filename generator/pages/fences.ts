import type { CodeBlock } from './page.ts';
import type { MarkdownOrigin } from './plain-markdown.ts';

/** A part of a Markdown text: one fenced code block, or what stands before, between and after these. */
export type FencePiece =
  | { readonly kind: 'code'; readonly block: CodeBlock }
  /** `line` counts from 0. */
  | { readonly kind: 'other'; readonly text: string; readonly line: number };

/** Fences that may belong to a list or quote, or be written otherwise; and what the parser replaces. */
const needsParser = /[^\n`]`{3}|~{3}|\0/;

/**
 * Cuts the fenced code blocks out of a text (CommonMark 0.31, section 4.5). A fence at the margin ends whatever is open before
 * it, so the pieces can be read one by one. Samples are most of the text of many pages, and need not cost a run of the
 * parser. Undefined where there is no fence, or where only the parser can tell what belongs to it.
 */
export function splitFences(text: string, origin: MarkdownOrigin): FencePiece[] | undefined {
  if (!text.includes('```') || needsParser.test(text)) return undefined;
  const lines = text.split('\n');
  const pieces: FencePiece[] = [];
  let from = 0;
  for (let start = 0; start < lines.length; start += 1) {
    const opening = /^(`{3,})([^`]*)$/.exec(lines[start] ?? '');
    if (opening === null) {
      if (lines[start]?.startsWith('```')) return undefined;
      continue;
    }
    const [, fence = '', info = ''] = opening;
    const end = closingLine(lines, start + 1, fence.length);
    if (end === undefined) return undefined;
    if (start > from) pieces.push({ kind: 'other', text: lines.slice(from, start).join('\n'), line: from });
    const location = { document: origin.document, line: origin.firstLine + start, endLine: origin.firstLine + end };
    const inner = lines.slice(start + 1, end).join('\n');
    pieces.push({
      kind: 'code',
      block: { kind: 'code', ...readInfo(info), text: inner, textLine: location.line + 1, location },
    });
    from = end + 1;
    start = end;
  }
  if (from < lines.length) pieces.push({ kind: 'other', text: lines.slice(from).join('\n'), line: from });
  return pieces;
}

function closingLine(lines: readonly string[], from: number, length: number): number | undefined {
  for (let index = from; index < lines.length; index += 1) {
    const fence = /^(`{3,})[ \t]*$/.exec(lines[index] ?? '')?.[1];
    if (fence !== undefined && fence.length >= length) return index;
  }
  return undefined;
}

/** Words of highlighters that converters take for a language. */
const notLanguage = /^(?:source-?code|code|codehilite|highlight|hljs|prettyprint|chroma|listing|wp-block-code)$/i;

/** The info string's first word is the language; what is glued to it in braces (`json{1,3}`) goes with the rest. */
export function readInfo(info: string): { readonly language?: string; readonly info: string } {
  const trimmed = info.trim();
  const [first = ''] = trimmed.split(/[ \t]/, 1);
  const rest = trimmed.slice(first.length);
  const word = first.split('{', 1)[0] ?? '';
  const glued = first.slice(word.length);
  const further = [glued, rest.trim()].filter((part) => part !== '').join(' ');
  const isLanguage = word !== '' && !notLanguage.test(word);
  return { ...(isLanguage && { language: word.toLowerCase() }), info: further };
}
