import type { Location } from '../base/location.ts';
import { isStatus } from './html-answers.ts';
import { endpointHeading } from './html-endpoints.ts';
import type { Block, CodeBlock } from './page.ts';
import { wikiText } from './wiki-text.ts';

/** A line with its number in the document. */
export interface WikiLine {
  readonly text: string;
  readonly line: number;
}

interface Cell {
  readonly text: string;
  readonly isHeader: boolean;
  readonly code?: CodeBlock;
}

/** A row of a table, and the index of the line behind it. */
export interface WikiRow {
  readonly cells: readonly Cell[];
  readonly location: Location;
  readonly end: number;
}

/** More lines are no row. */
const longestRow = 5000;

/** What ends a cell: bars, unless they stand in a link or a macro. */
const part =
  /\{(?:code|noformat)(?::[^{}\n]{0,300})?\}|\{[a-z]{1,20}:[^{}\n]{0,300}\}|\[[^\][\n]{0,800}\]|\\\||\|{1,2}/g;

/** The row that begins on the line at an index; code in its cells may go on over further lines. Gives no diagnostics. */
export function wikiRow(lines: readonly WikiLine[], start: number, document: string): WikiRow {
  const cells: Cell[] = [];
  let index = start;
  let text = (lines[start]?.text ?? '').trim();
  let isHeader = false;
  let words = '';
  let code: CodeBlock | undefined;
  const finish = (): void => {
    // blanks that do not break push a name in
    const written = words.replace(/^[ \t]+/, '').trimEnd();
    cells.push({ text: wikiText(written).trimEnd(), isHeader, ...(code && { code }) });
    words = '';
    code = undefined;
  };
  let at = 0;
  let isOpen = false;
  for (;;) {
    part.lastIndex = at;
    const match = part.exec(text);
    if (!match) break;
    const [found] = match;
    words += text.slice(at, match.index);
    at = match.index + found.length;
    const [, macro] = /^\{(code|noformat)/.exec(found) ?? [];
    if (macro !== undefined) {
      const end = text.indexOf(`{${macro}}`, at);
      if (end !== -1) {
        words += `${found}${text.slice(at, end)}{${macro}}`;
        at = end + macro.length + 2;
        continue;
      }
      const read = codeFrom(lines, index, text.slice(at), `{${macro}}`, document);
      code = read.code;
      index = read.index;
      text = read.rest;
      at = 0;
    } else if (found.startsWith('|')) {
      if (isOpen) finish();
      isOpen = true;
      isHeader = found === '||';
    } else words += found;
  }
  words += text.slice(at);
  if (words.trim() !== '') finish();
  const line = lines[start]?.line ?? 1;
  const endLine = lines[index]?.line ?? line;
  return { cells, location: { document, line, ...(endLine > line && { endLine }) }, end: index + 1 };
}

/** Code that begins at the end of a line, and goes on until the line that ends it. */
function codeFrom(
  lines: readonly WikiLine[],
  start: number,
  first: string,
  mark: string,
  document: string,
): { readonly code: CodeBlock; readonly index: number; readonly rest: string } {
  const shown = [first];
  let index = start;
  let rest = '';
  while (index + 1 < lines.length && index - start < longestRow) {
    index += 1;
    const text = lines[index]?.text ?? '';
    const at = text.indexOf(mark);
    shown.push(at === -1 ? text : text.slice(0, at));
    if (at !== -1) {
      rest = text.slice(at + mark.length);
      break;
    }
  }
  const line = lines[start]?.line ?? 1;
  const location = { document, line, endLine: lines[index]?.line ?? line };
  const skipped = first.trim() === '' ? 1 : 0;
  const text = shown.slice(skipped).join('\n').trimEnd();
  return { code: { kind: 'code', info: '', text, textLine: line + skipped, location }, index, rest };
}

/** A label of the status in a table about one answer. */
const statusLabel = /^(?:(?:http )?status(?: code)?|(?:response )?code)$/i;

/**
 * The blocks of the rows of a table: a table with the header that its first row is; one whose rows each begin with a header and go on
 * with one cell as a table of two columns, or, where they say the status of an answer, as a section of it, below headings of the depth
 * `above`. Code in cells follows. Gives no diagnostics.
 */
export function wikiTable(rows: readonly WikiRow[], above: number): Block[] {
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last) return [];
  const isKeyed = rows.every(({ cells: [key, value] }) => key?.isHeader === true && value?.isHeader === false);
  const code = rows.find(({ cells }) => statusLabel.test(cells[0]?.text ?? ''))?.cells[1]?.text ?? '';
  // some renderers have 0 for any other status
  const status = code === '0' ? 'default' : code;
  if (isKeyed && isStatus(status)) return answerBlocks(rows, status, above);
  const hasHeader = first.cells.length > 0 && first.cells.every(({ isHeader }) => isHeader);
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const words = isKeyed ? keyWords : (text: string): string => text;
  const header = hasHeader ? headerAbove(rows, width) : Array.from({ length: isKeyed ? 2 : width }, () => '');
  const body = (hasHeader ? rows.slice(1) : rows).map(({ cells, location }) => {
    return {
      cells: (isKeyed ? cells.slice(0, 2) : cells).map(({ text }, at) => (at === 0 ? words(text) : text)),
      location,
    };
  });
  const { document, line } = first.location;
  const endLine = last.location.endLine ?? last.location.line;
  const location = { document, line, ...(endLine > line && { endLine }) };
  return [{ kind: 'table', header, rows: body, location }, ...rows.flatMap(codeOf)];
}

/**
 * The header of a table, as wide as its rows: where these have more cells, that of presence stands above the only column of yes and no, and
 * what comes before it, unless it is known, above nothing.
 */
function headerAbove([first, ...rows]: readonly WikiRow[], width: number): readonly string[] {
  const header = first?.cells.map(({ text }) => text) ?? [];
  const missing = width - header.length;
  if (missing <= 0 || rows.length === 0) return header;
  const said = header.findIndex((text) => /^(?:required|mandatory|optional)$/i.test(text));
  const marked = Array.from({ length: width }, (_, at) => at).filter((at) =>
    rows.every(({ cells }) => /^(?:yes|no)$/.test(cells[at]?.text ?? '')),
  );
  const [only, ...others] = marked;
  if (only === undefined || others.length > 0 || said === -1 || only <= said) return header.map(() => '');
  const isType = rows.every(({ cells }) => /^[A-Za-z][\w<>[\], ]{0,60}$/.test(cells[only - 1]?.text ?? ''));
  const gap = Array.from({ length: only - said }, (_, at) => (isType && said + at === only - 1 ? 'Type' : ''));
  return [...header.slice(0, said), ...gap, ...header.slice(said)].slice(0, width);
}

/** A label that is written as one word as several: `HttpMethod`. */
function keyWords(key: string): string {
  return key.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
}

function codeOf({ cells }: WikiRow): Block[] {
  return cells.flatMap(({ code }) => code ?? []);
}

function answerBlocks(rows: readonly WikiRow[], status: string, above: number): Block[] {
  const [first] = rows;
  if (!first) return [];
  const heading = endpointHeading(`Response ${status}`, { location: first.location }, above);
  const hasType = rows.some(({ cells: [key, value] }) => isType(key) && (value?.text ?? '') !== '');
  const said = rows.flatMap((row): Block[] => {
    const [key, value] = row.cells;
    const label = key?.text ?? '';
    const text = value?.text ?? '';
    const isTwice = isModel(key) && (hasType || /^\[\s/.test(text));
    if (statusLabel.test(label) || isTwice || (text === '' && !row.cells[1]?.code)) return [];
    const line = answerText.test(label) ? text : isType(key) || isModel(key) ? typeLine(text) : `**${label}**: ${text}`;
    return [{ kind: 'prose', form: 'paragraph', text: line.trim(), location: row.location }, ...codeOf(row)];
  });
  return [heading, ...said];
}

const answerText = /^(?:message|description|reason|meaning)$/i;

function isType(key: Cell | undefined): boolean {
  return /^(?:(?:response|return) )?type$/i.test(key?.text ?? '');
}

function isModel(key: Cell | undefined): boolean {
  return /^(?:(?:response|return) )?model$/i.test(key?.text ?? '');
}

/** The name of a type as a link, which alone says what is answered. */
function typeLine(text: string): string {
  return /^[A-Za-z]\w{0,100}$/.test(text) ? `[${text}](#${text})` : text;
}
