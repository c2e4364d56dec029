import type { Location } from '../base/location.ts';
import { markdownBlocks } from './markdown.ts';
import type { Block } from './page.ts';
import { headingText } from './plain-markdown.ts';
import { looksLikeTextile } from './textile.ts';
import { wikiRow, wikiTable, type WikiLine, type WikiRow } from './wiki-tables.ts';
import { wikiText } from './wiki-text.ts';

/** Macros that hold text of the page and say nothing of it, and those that hold none of it. */
const layout =
  /\{(?:panel|expand|info|note|warning|tip|section|column|quote|toc|children|color|excerpt)(?::[^{}\n]{0,500})?\}/g;

const codeMacro = /^\s*\{(code|noformat)(?::([^{}\n]{0,300}))?\}/;

/** Whether a text without a name that says so is wiki markup: headings as `h2.`, and rows of tables, code, words in code or panels. */
export function looksLikeWiki(text: string): boolean {
  if (!/^[ \t]*h[1-6]\. \S/m.test(text)) return false;
  if (/^[ \t]*(?:\|\|[^|\n]{1,200}\||\{(?:code|noformat|panel|toc)[:}])/m.test(text)) return true;
  return !looksLikeTextile(text) && /(?:^|[\s*])\{\{[^\s{}][^{}\n]{0,200}\}\}/m.test(text);
}

/**
 * The blocks of a page in the wiki markup of Confluence and Jira: headings (`h2.`), lists, tables, code, text with its marks; tables whose
 * rows each begin with a header say that of one thing, see `wikiTable`. Panels and other boxes are opened. Never fails.
 */
export function wikiBlocks(text: string, document: string): Block[] {
  const lines = text.split('\n').map((one, index): WikiLine => ({ text: one.trimEnd(), line: index + 1 }));
  const state: State = { document, blocks: [], out: [], first: 1, depth: 0 };
  for (let index = 0; index < lines.length;) index = readLine(lines, index, state);
  flush(state, lines.length);
  return state.blocks;
}

interface State {
  readonly document: string;
  readonly blocks: Block[];
  /** Markdown lines for those of the document from `first` on. */
  out: string[];
  first: number;
  /** How deep the last heading is. */
  depth: number;
}

/** Ends the lines under way; the next one is that behind `read` lines. */
function flush(state: State, read: number): void {
  const { document, out, first } = state;
  if (out.some((line) => line !== ''))
    for (const block of markdownBlocks(out.join('\n'), { document, firstLine: first, indentedCode: false }))
      state.blocks.push(block);
  state.out = [];
  state.first = read + 1;
}

/** Reads the line at an index and what belongs to it; returns the index behind. */
function readLine(lines: readonly WikiLine[], index: number, state: State): number {
  const written = lines[index]?.text ?? '';
  const [, anchor] = /^\s*\{anchor:([\w.:[\]-]{1,200})\}\s*$/.exec(written) ?? [];
  if (anchor !== undefined) {
    flush(state, index + 1);
    const location = { document: state.document, line: index + 1 };
    state.blocks.push({ kind: 'element', tag: 'a', attributes: { id: anchor }, children: [], location });
    return index + 1;
  }
  if (codeMacro.test(written)) return readCode(lines, index, state);
  const text = written.replaceAll(layout, '');
  const [, level, title] = /^\s*h([1-6])\.\s{1,5}(\S.*)$/.exec(text) ?? [];
  if (level !== undefined && title !== undefined) {
    flush(state, index + 1);
    state.depth = Number(level);
    const location = { document: state.document, line: index + 1 };
    const marked = wikiText(title);
    state.blocks.push({ kind: 'heading', depth: state.depth, text: headingText(marked), marked, location });
    return index + 1;
  }
  if (/^\s*\|/.test(text)) return readTable(lines, index, state);
  const [, marks, item = ''] = /^\s*([*#-]{1,8})\s{1,5}(\S.*)$/.exec(text) ?? [];
  if (marks !== undefined) {
    const indent = '  '.repeat(marks.length - 1);
    state.out.push(`${indent}- ${wikiText(item)}`);
    return index + 1;
  }
  // a label begins a line of its own, as every line does
  if (/^\s*\*[A-Z][\w ]{1,30}:\*\s/.test(text)) flush(state, index);
  const shown = wikiText(text.trim().replace(/^bq\.\s/, '> ')).replace(/^(?:#{1,6}|>|=+$|-+$|\d{1,9}[.)])(?=\s|$)/, '');
  const line = shown.trim();
  // each line ends where it is written to end
  state.out.push(/^\s*-{4,}$/.test(text) ? '' : line === '' || line.startsWith('>') ? line : `${line}  `);
  return index + 1;
}

function readTable(lines: readonly WikiLine[], start: number, state: State): number {
  flush(state, start);
  const rows: WikiRow[] = [];
  let index = start;
  while (index < lines.length && /^\s*\|/.test(lines[index]?.text ?? '')) {
    const row = wikiRow(lines, index, state.document);
    for (const one of parted(row)) rows.push(one);
    index = row.end;
  }
  state.blocks.push(...wikiTable(rows, state.depth));
  state.first = index + 1;
  return index;
}

/** A row, or the rows that stand on one line without a break: all have as many cells, and each further one begins where two bars meet. */
function parted(row: WikiRow): readonly WikiRow[] {
  const { cells } = row;
  const width = cells.findIndex(({ isHeader }) => isHeader);
  const isParted = width > 1 && cells.every(({ isHeader }, at) => isHeader === (at > 0 && at % width === 0));
  if (!isParted) return [row];
  const starts = cells.flatMap((_, at) => (at % width === 0 ? [at] : []));
  return starts.map((at) => ({ ...row, cells: cells.slice(at, at + width) }));
}

/** Code between two macros, the language of which stands in the first. */
function readCode(lines: readonly WikiLine[], start: number, state: State): number {
  flush(state, start);
  const [whole = '', name = 'code', options = ''] = codeMacro.exec(lines[start]?.text ?? '') ?? [];
  const end = `{${name}}`;
  const first = (lines[start]?.text ?? '').slice(whole.length);
  const shown: string[] = [];
  let index = start;
  for (let text: string | undefined = first; text !== undefined; text = lines[index]?.text) {
    const at = text.indexOf(end);
    shown.push(at === -1 ? text : text.slice(0, at));
    index += 1;
    if (at !== -1) break;
  }
  const language = /^(?:language=)?([\w+-]{1,30})(?:\||$)/.exec(options)?.[1]?.toLowerCase();
  const hasFirst = first.trim() !== '';
  const location: Location = {
    document: state.document,
    line: start + 1,
    ...(index > start + 1 && { endLine: index }),
  };
  state.blocks.push({
    kind: 'code',
    ...(language !== undefined && { language }),
    info: '',
    text: (hasFirst ? shown : shown.slice(1)).join('\n').trimEnd(),
    textLine: hasFirst ? start + 1 : start + 2,
    location,
  });
  state.first = index + 1;
  return index;
}
