import { listItems, type ItemNode, type ItemPart } from './list-items.ts';
import type { Block } from './page.ts';
import { plainStart, type MarkdownOrigin } from './plain-markdown.ts';

/** A part of a Markdown text: one flat list, or what stands before, between and after these. */
export type ListPiece =
  | { readonly kind: 'list'; readonly block: Block }
  /** `line` counts from 0. */
  | { readonly kind: 'other'; readonly text: string; readonly line: number };

/** The first line of an item at the margin: its marker, the space behind it, its text. */
const itemLine = new RegExp(String.raw`^([-*+]|\d{1,9}[.)])( {1,4})(?=${plainStart})`, 'u');
const textLine = new RegExp(String.raw`^( *)(?=${plainStart})`, 'u');
/** Any line that may begin an item. */
const anyItem = /^[ \t]*(?:>[ \t]*)*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
/** A line that ends whatever list is open. */
const headingLine = /^#{1,6}(?:[ \t]|$)/;
const needsParser = /`{3}|~{3}|\t|\0/;

/** How far the text of a paragraph may be indented before it is code. */
const codeIndent = 4;

/**
 * Cuts the lists at the margin out of a text whose items hold nothing but paragraphs: what most lists of fields and values
 * are, and long ones cost the parser much time. Undefined where there is none, or where only the parser can tell.
 */
export function splitFlatLists(text: string, origin: MarkdownOrigin): ListPiece[] | undefined {
  if (needsParser.test(text)) return undefined;
  const lines = text.split('\n');
  const pieces: ListPiece[] = [];
  let from = 0;
  // whether a list may be open that the next item would belong to
  let open = false;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (open && isEnd(lines, index)) open = false;
    const list = open || !canBegin(lines, index) ? undefined : readList(lines, index, origin);
    if (list) {
      if (index > from) pieces.push({ kind: 'other', text: lines.slice(from, index).join('\n'), line: from });
      pieces.push({ kind: 'list', block: list.block });
      from = list.end;
      index = list.end - 1;
    } else if (anyItem.test(line)) {
      open = true;
    }
  }
  if (pieces.length === 0) return undefined;
  if (from < lines.length) pieces.push({ kind: 'other', text: lines.slice(from).join('\n'), line: from });
  return pieces;
}

/** Whether a line ends every list before it: a heading, or text at the margin behind a blank line. */
function isEnd(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (headingLine.test(line)) return true;
  return isBlank(lines[index - 1]) && /^\S/.test(line) && !anyItem.test(line);
}

/**
 * A numbered list only begins behind a blank line here: within a paragraph it would have to begin with 1. The parser
 * asks the same of one behind indented code, blank lines or not, where CommonMark does not; so such a one is left to it.
 */
function canBegin(lines: readonly string[], index: number): boolean {
  const marker = itemLine.exec(lines[index] ?? '')?.[1];
  if (marker === undefined) return false;
  if (marker.length === 1 || index === 0) return true;
  if (!isBlank(lines[index - 1])) return false;
  return Number.parseInt(marker, 10) === 1 || !mayEndCode(lines[beforeBlanks(lines, index - 1)]);
}

/** Whether a line may be one of indented code. */
function mayEndCode(line: string | undefined): boolean {
  return line !== undefined && line.startsWith(' '.repeat(codeIndent));
}

/** The last line up to `index` that is not blank; -1 where all are. */
function beforeBlanks(lines: readonly string[], index: number): number {
  let last = index;
  while (last >= 0 && isBlank(lines[last])) last -= 1;
  return last;
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** The first line from `index` on that is not blank. */
function afterBlanks(lines: readonly string[], index: number): number {
  let next = index;
  while (next < lines.length && isBlank(lines[next])) next += 1;
  return next;
}

/** The list that begins on a line, and the line behind it; undefined where an item holds anything but paragraphs. */
function readList(
  lines: readonly string[],
  first: number,
  origin: MarkdownOrigin,
): { readonly block: Block; readonly end: number } | undefined {
  const kind = itemLine.exec(lines[first] ?? '')?.[1]?.at(-1);
  const nodes: ItemNode[] = [];
  let end = first;
  for (let next = first; ;) {
    const marker = itemLine.exec(lines[next] ?? '');
    if (marker === null || marker[1]?.at(-1) !== kind) break;
    const item = readItem(lines, next, marker[0].length, origin);
    if (item === undefined) return undefined;
    nodes.push(item.node);
    end = item.end;
    next = afterBlanks(lines, end);
  }
  // what stands right behind the last item, or indented behind a blank line, may belong to it
  const next = afterBlanks(lines, end);
  const line = lines[next];
  if (line !== undefined && !isEnd(lines, next) && !(next > end && isOtherItem(line, kind))) return undefined;
  const location = spanOf(origin, first, end);
  return {
    block: { kind: 'prose', form: 'list', text: lines.slice(first, end).join('\n'), items: listItems(nodes), location },
    end,
  };
}

/** Whether a line begins an item of another list. */
function isOtherItem(line: string, kind: string | undefined): boolean {
  return /^(?:[-*+]|\d{1,9}[.)]) /.test(line) && /^(?:[-*+]|\d{1,9}[.)])/.exec(line)?.[0].at(-1) !== kind;
}

/** The item that begins on a line, `indent` columns before its text, and the line behind its last paragraph. */
function readItem(
  lines: readonly string[],
  first: number,
  indent: number,
  origin: MarkdownOrigin,
): { readonly node: ItemNode; readonly end: number } | undefined {
  const parts: ItemPart[] = [];
  let start = first;
  let end = first;
  for (;;) {
    end = start + 1;
    while (end < lines.length && !isBlank(lines[end])) {
      const line = lines[end] ?? '';
      if (itemLine.test(line) || headingLine.test(line)) break;
      if (!textLine.test(line)) return undefined;
      end += 1;
    }
    parts.push(paragraph(lines, { start, end, indent: start === first ? indent : 0 }, origin));
    const next = afterBlanks(lines, end);
    if (next === end || lines[next]?.startsWith(' ') !== true) break;
    const space = textLine.exec(lines[next] ?? '')?.[1]?.length ?? 0;
    if (space < indent || space >= indent + codeIndent) return undefined;
    start = next;
  }
  return { node: { column: 1, location: spanOf(origin, first, end), parts }, end };
}

interface Lines {
  readonly start: number;
  readonly end: number;
  /** What of the first line is marker. */
  readonly indent: number;
}

function paragraph(lines: readonly string[], { start, end, indent }: Lines, origin: MarkdownOrigin): ItemPart {
  const own = lines.slice(start, end).map((line, index) => (index === 0 ? line.slice(indent) : line).trimStart());
  return { text: own.join('\n'), blocks: [], location: spanOf(origin, start, end) };
}

function spanOf({ document, firstLine }: MarkdownOrigin, start: number, end: number): ItemPart['location'] {
  return { document, line: firstLine + start, ...(end - start > 1 && { endLine: firstLine + end - 1 }) };
}
