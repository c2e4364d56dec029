import type { Code, List, ListItem, RootContent, Table } from 'mdast';
import { fromMarkdown, type Extension } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Location } from '../base/location.ts';
import { cellLines, lostLines, withWholeRows } from './broken-rows.ts';
import { splitLarge } from './chunks.ts';
import { withPlainExpressions } from './expression-text.ts';
import { readInfo, splitFences, type FencePiece } from './fences.ts';
import { splitFlatLists, type ListPiece } from './flat-lists.ts';
import { headingBlocks } from './heading-notes.ts';
import { withMarkdownLinks } from './inline-links.ts';
import { listItems, type ItemNode, type ItemPart } from './list-items.ts';
import type { Block } from './page.ts';
import { headingText, isPlain, plainBlocks, type MarkdownOrigin } from './plain-markdown.ts';

// The only import of the Markdown parser.

/**
 * Text constructs that are switched off: prose is kept as source text, so reading them would only cost time. HTML is
 * found before Markdown is read.
 */
const disabled = `attention autolink characterEscape characterReference codeText emailAutolink gfmFootnoteCall
  gfmFootnoteDefinition gfmPotentialFootnoteCall hardBreakEscape htmlFlow htmlText labelEnd labelStartImage
  labelStartLink protocolAutolink strikethrough tasklistCheck wwwAutolink`.split(/\s+/);

const withIndentedCode = [gfm(), { disable: { null: disabled } }];
const withoutIndentedCode = [gfm(), { disable: { null: [...disabled, 'codeIndented'] } }];
/** The extensions of GFM but those that search finished text for links. */
const mdastExtensions: Extension[] = gfmFromMarkdown().filter((extension) => !('transforms' in extension));

/** Markdown nested deeper than this is kept as one paragraph. */
const maxContainers = 50;

/**
 * The blocks of a piece of Markdown without HTML: CommonMark 0.31 with the tables of GFM. Code and tables within
 * lists and quotes stand after these as blocks of their own. Never fails.
 */
export function markdownBlocks(written: string, origin: MarkdownOrigin): Block[] {
  if (written.trim() === '') return [];
  // code keeps what it shows; between fences links are looked for piece by piece
  const isCode = /^[ \t>]*(?:`{3}|~{3})/m.test(written);
  const text = isCode ? written : withWholeRows(withMarkdownLinks(withPlainExpressions(written)));
  const reader = { text, origin };
  if (isPlain(text)) return plainBlocks(text, origin);
  const pieces = splitFences(text, origin);
  if (pieces !== undefined) return pieces.flatMap((piece) => pieceBlocks(piece, origin));
  const parts = splitFlatLists(text, origin);
  if (parts !== undefined) return parts.flatMap((part) => pieceBlocks(part, origin));
  if (deepLine.test(text)) return shallowParts(reader);
  const chunks = splitLarge(text);
  if (chunks.length > 1) {
    return chunks.flatMap((chunk) =>
      markdownBlocks(chunk.text, { ...origin, firstLine: origin.firstLine + chunk.line }),
    );
  }
  return parsedBlocks(text, origin);
}

/** What the parser finds in a piece of Markdown: the same as `markdownBlocks`, which only goes shorter ways. */
export function parsedBlocks(written: string, origin: MarkdownOrigin): Block[] {
  const text = written.includes('|') ? written.replaceAll(tableHead, evenHead) : written;
  const reader = { text, origin };
  const extensions = origin.indentedCode ? withIndentedCode : withoutIndentedCode;
  const root = fromMarkdown(text, { extensions, mdastExtensions });
  return root.children.flatMap((node) => nodeBlocks(node, reader));
}

/** The header of a table, and the line that says how many columns it has. */
const tableHead =
  /^([ \t]{0,3}[^|\n]{0,500}\|[^\n]{0,1000})\n([ \t]{0,3}\|?[ \t]{0,9}:?-{2,100}:?(?:[ \t]{0,9}\|[ \t]{0,9}:?-{2,100}:?){1,20}[ \t]{0,9}\|?)[ \t]*$/gm;

/** A head of a table with as many headers as columns: GFM takes no other for one (section 4.10), other dialects do. */
function evenHead(head: string, header: string, rule: string): string {
  const [headers, columns] = [header, rule].map(
    (line) =>
      line
        .trim()
        .replace(/^\|/, '')
        .replace(/(?<!\\)\|$/, '')
        .split(/(?<!\\)\|/).length,
  );
  const missing = (columns ?? 0) - (headers ?? 0);
  if (missing === 0) return head;
  const start = header.trimEnd();
  return missing > 0
    ? `${start}${start.endsWith('|') ? '' : ' |'}${' |'.repeat(missing)}\n${rule}`
    : `${header}\n${rule.trimEnd().replace(/\|$/, '')}${'| --- '.repeat(-missing)}`;
}

function pieceBlocks(piece: FencePiece | ListPiece, origin: MarkdownOrigin): Block[] {
  if (piece.kind !== 'other') return [piece.block];
  return markdownBlocks(piece.text, { ...origin, firstLine: origin.firstLine + piece.line });
}

interface Reader {
  readonly text: string;
  readonly origin: MarkdownOrigin;
}

/** A line that opens so many quotes or lists that the parser would take very long. */
const deepLine = new RegExp(
  `^(?:(?:[ \\t]*(?:>|[-*+][ \\t]|\\d{1,9}[.)][ \\t])){${maxContainers}}|[ \\t]{${maxContainers * 2}}[ \\t]*(?:[-*+]|\\d{1,9}[.)])[ \\t])`,
  'm',
);

/** Lines that are nested too deep as paragraphs, and what stands before, between and after them as it reads. */
function shallowParts({ text, origin }: Reader): Block[] {
  const parts: { readonly deep: boolean; readonly line: number; readonly lines: string[] }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const deep = deepLine.test(line);
    const last = parts.at(-1);
    if (last?.deep === deep) last.lines.push(line);
    else parts.push({ deep, line: index, lines: [line] });
  }
  return parts.flatMap(({ deep, line, lines }) => {
    const part = { text: lines.join('\n'), origin: { ...origin, firstLine: origin.firstLine + line } };
    return deep ? [wholeParagraph(part)] : markdownBlocks(part.text, part.origin);
  });
}

function wholeParagraph(reader: Reader): Block {
  const lines = reader.text.split('\n').length;
  const { document, firstLine } = reader.origin;
  const location = { document, line: firstLine, ...(lines > 1 && { endLine: firstLine + lines - 1 }) };
  return { kind: 'prose', form: 'paragraph', text: reader.text.trim(), location };
}

function nodeLocation(node: RootContent, { origin }: Reader): Location {
  const line = (node.position?.start.line ?? 1) + origin.firstLine - 1;
  const endLine = (node.position?.end.line ?? 1) + origin.firstLine - 1;
  return { document: origin.document, line, ...(endLine > line && { endLine }) };
}

function nodeSource(node: RootContent, { text }: Reader): string {
  return text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

function nodeBlocks(node: RootContent, reader: Reader): Block[] {
  const location = nodeLocation(node, reader);
  const source = nodeSource(node, reader);
  switch (node.type) {
    case 'heading':
      return headingBlocks(headingText(source), node.depth, location);
    case 'paragraph':
      return paragraphs(source.replaceAll(/\n[ \t]+/g, '\n'), location);
    case 'list': {
      const indent = (node.position?.start.column ?? 1) - 1;
      const text = source.replaceAll(new RegExp(`\\n[ \\t]{1,${Math.max(1, indent)}}`, 'g'), indent > 0 ? '\n' : '$&');
      const items = listItems(itemNodes(node, reader));
      return [{ kind: 'prose', form: 'list', text, items, location }, ...innerBlocks(node, reader)];
    }
    case 'blockquote': {
      const text = source.replaceAll(/^[ \t]*>[ \t]?/gm, '');
      return [{ kind: 'prose', form: 'quote', text, location }, ...innerBlocks(node, reader)];
    }
    case 'code':
      return isPushedList(node, source)
        ? markdownBlocks(withoutIndent(node.value), { ...reader.origin, firstLine: location.line })
        : [codeBlock(node, source, location)];
    case 'table':
      return [tableBlock(node, reader, location)];
    default:
      return [];
  }
}

/** A paragraph; where its first line is a status in bold and nothing else, that is one of its own. */
function paragraphs(text: string, location: Location): Block[] {
  const [whole, label = ''] = /^(\*\*[1-5]\d\d [A-Za-z' -]{2,40}\*\*)\n/.exec(text) ?? [];
  const { document, line } = location;
  if (whole === undefined) return [{ kind: 'prose', form: 'paragraph', text, location }];
  return [
    { kind: 'prose', form: 'paragraph', text: label, location: { document, line } },
    { kind: 'prose', form: 'paragraph', text: text.slice(whole.length), location: { ...location, line: line + 1 } },
  ];
}

/** The items of a list as `listItems` reads them. */
function itemNodes(list: List, reader: Reader): ItemNode[] {
  return list.children.map((item) => ({
    column: item.position?.start.column ?? 1,
    location: nodeLocation(item, reader),
    parts: item.children.map((child) =>
      child.type === 'list' ? itemNodes(child, reader) : itemPart(child, item, reader),
    ),
  }));
}

/** What a child of a list's item gives: the text of paragraphs and quotes, code and tables. */
function itemPart(child: RootContent, item: ListItem, reader: Reader): ItemPart {
  const location = nodeLocation(child, reader);
  const source = nodeSource(child, reader);
  switch (child.type) {
    case 'paragraph':
    case 'heading':
      return { text: source.replaceAll(/\n[ \t]+/g, '\n'), blocks: [], location };
    case 'blockquote':
      return { text: source.replaceAll(/^[ \t]*>[ \t]?/gm, ''), blocks: innerBlocks(child, reader), location };
    case 'code':
      return isPushedText(child, item, reader)
        ? { text: child.value, blocks: [], location }
        : { text: '', blocks: nodeBlocks(child, reader), location };
    default:
      return { text: '', blocks: nodeBlocks(child, reader), location };
  }
}

/** Whether code is text pushed right on the line of its marker, which is none, whatever CommonMark (section 5.2) makes of it. */
function isPushedText(child: Code, item: ListItem, reader: Reader): boolean {
  const isFirst = nodeLocation(child, reader).line === nodeLocation(item, reader).line;
  return isFirst && !/^(?:`{3}|~{3})/.test(nodeSource(child, reader));
}

/** Whether indented code is a list that was pushed in: each of its lines begins with a bullet, or goes on with the one before. */
function isPushedList(node: Code, source: string): boolean {
  const isIndented = !/^(?:`{3}|~{3})/.test(source) && source.length < 5000;
  return (
    isIndented &&
    /^[ \t]*[*-] [\w`*_{</]/.test(node.value) &&
    node.value.split('\n').every((line) => pushedLine.test(line))
  );
}

/** Lines without the blanks that the first begins with. */
function withoutIndent(text: string): string {
  const [indent = ''] = /^[ \t]*/.exec(text) ?? [];
  return text
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
}

const pushedLine = /^(?:[ \t]*[*-] [\w`*_{</"].*|[ \t]*)$/;

/** The code and tables within a list or quote. */
function innerBlocks(node: RootContent, reader: Reader): Block[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => {
    if (child.type === 'code' && node.type === 'listItem' && isPushedText(child, node, reader)) return [];
    if (child.type === 'code' || child.type === 'table') return nodeBlocks(child, reader);
    return innerBlocks(child, reader);
  });
}

function codeBlock(node: Code, source: string, location: Location): Block {
  const fenced = /^(?:`{3}|~{3})/.test(source);
  return {
    kind: 'code',
    ...readInfo(`${node.lang ?? ''} ${node.meta ?? ''}`),
    text: node.value,
    textLine: location.line + (fenced ? 1 : 0),
    location,
  };
}

function tableBlock(table: Table, reader: Reader, location: Location): Block {
  let lost = 0;
  const rows = table.children.map((row) => ({
    location: rowLocation(row),
    cells: row.children.map((cell) => {
      const text = nodeSource(cell, reader)
        .trim()
        .replace(/^\|/, '')
        .replace(/(?<!\\)\|$/, '')
        .replaceAll('\\|', '|');
      // spaces that do not break stay, for they say how deep a row stands
      return cellLines(text.replace(/^[ \t\r\n]+/, '').trimEnd());
    }),
  }));
  const [header, ...all] = rows;
  // a list of attributes for the table (kramdown) is no row
  const isList = /^\{:[^{}]*\}$/.test(all.at(-1)?.cells.join('').trim() ?? '');
  const body = isList ? all.slice(0, -1) : all;
  return { kind: 'table', header: header?.cells ?? [], rows: body, location };

  function rowLocation(row: RootContent): Location {
    const { document, line } = nodeLocation(row, reader);
    const own = lostLines(nodeSource(row, reader));
    lost += own;
    const first = line + lost - own;
    return { document, line: first, ...(own > 0 && { endLine: first + own }) };
  }
}
