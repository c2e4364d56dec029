import type { Location } from '../base/location.ts';
import type { TableBlock } from './page.ts';

/** A line of a document with its number. */
export interface RstLine {
  readonly text: string;
  readonly line: number;
}

/** What a table is made with: how a stretch of lines is placed, and how its inline markup is written as Markdown. */
export interface TableMaker {
  readonly place: (lines: readonly RstLine[]) => Location;
  readonly inline: (text: string) => string;
}

type Row = TableBlock['rows'][number];

const gridBorder = /^\+(?:[-=]+\+)+$/;
const simpleBorder = /^=+(?: +=+)+$/;
const headerBorder = /^\+(?:=+\+)+$/;

/**
 * The grid table or simple table (docutils, reStructuredText Markup Specification) that begins with the line at `index`, and
 * the index behind it; undefined where none begins. A cell that spans columns stands in the first of them, one that spans
 * rows stand in the first. Gives no diagnostics.
 */
export function rstTable(
  lines: readonly RstLine[],
  index: number,
  maker: TableMaker,
): { readonly block: TableBlock; readonly end: number } | undefined {
  const first = lines[index]?.text ?? '';
  if (gridBorder.test(first)) return gridTable(lines, index, maker);
  return simpleBorder.test(first) ? simpleTable(lines, index, maker) : undefined;
}

/** A cell while its lines are gathered: an empty line, an item of a list and a line of a line block begin a new line in it. */
function joined(parts: readonly string[], { inline }: TableMaker): string {
  let text = '';
  for (const part of parts) {
    // blanks that do not break push a name in
    const written = part.replace(/^[ \t]+/, '').trimEnd();
    const isLine = /^\|(?: |$)/.test(written);
    const plain = isLine ? written.slice(2) : written;
    const begins = isLine || plain === '' || /^[-*+•] /.test(plain);
    if (text !== '' && !(begins && text.endsWith('<br>'))) text += begins ? '<br>' : text.endsWith('<br>') ? '' : ' ';
    text += plain;
  }
  return inline(text.replace(/(?:<br>)+$/, ''));
}

function rowOf(cells: readonly (readonly string[])[], lines: readonly RstLine[], maker: TableMaker): Row {
  return { cells: cells.map((parts) => joined(parts, maker)), location: maker.place(lines) };
}

function tableOf(rows: readonly Row[], headers: number, location: Location): TableBlock {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const header = headers > 0 ? (rows[headers - 1]?.cells ?? []) : Array.from({ length: width }, () => '');
  return { kind: 'table', header, rows: rows.slice(headers), location };
}

function gridTable(lines: readonly RstLine[], start: number, maker: TableMaker): { block: TableBlock; end: number } {
  let end = start;
  while (/^[+|]/.test(lines[end]?.text ?? '')) end += 1;
  const own = lines.slice(start, end);
  const edges = [...(own[0]?.text ?? '').matchAll(/\+/g)].map((match) => match.index);
  const rows: Row[] = [];
  let headers = 0;
  let open: RstLine[] = [];
  for (const line of own) {
    if (!line.text.startsWith('+') && !/^\|.*\+-+\+/.test(line.text)) {
      open.push(line);
      continue;
    }
    if (open.length > 0) rows.push(rowOf(gridCells(open, edges), open, maker));
    if (headerBorder.test(line.text)) headers = rows.length;
    open = [];
  }
  if (open.length > 0) rows.push(rowOf(gridCells(open, edges), open, maker));
  return { block: tableOf(rows, headers, maker.place(own)), end };
}

/**
 * The lines of each cell, cut at the bars; where the text has more or fewer of them, at the edges of the columns, of which those that no
 * line has a bar at are within a cell.
 */
function gridCells(lines: readonly RstLine[], edges: readonly number[]): string[][] {
  const cells: string[][] = edges.slice(1).map(() => []);
  const isWithin = edges.map((edge) => !lines.some(({ text }) => text.charAt(edge) === '|'));
  for (const { text } of lines) {
    const parts = text.slice(1).split('|').slice(0, -1);
    const isWhole = parts.length === cells.length;
    cells.forEach((cell, at) => {
      if (isWhole) cell.push(parts[at] ?? '');
      else if (!isWithin[at])
        cell.push(
          text.slice(
            (edges[at] ?? 0) + 1,
            edges.find((_, to) => to > at && !isWithin[to]),
          ),
        );
    });
  }
  return cells;
}

function simpleTable(
  lines: readonly RstLine[],
  start: number,
  maker: TableMaker,
): { block: TableBlock; end: number } | undefined {
  const border = lines[start]?.text ?? '';
  const edges = [...border.matchAll(/=+/g)].map((match) => match.index);
  const borders = new Set([start]);
  let last = start;
  for (let at = start + 1; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    const isBorder = simpleBorder.test(text);
    if (isBorder) {
      borders.add(at);
      last = at;
    }
    // the last border is followed by an empty line or the end
    if (isBorder && (lines[at + 1]?.text ?? '') === '') break;
  }
  if (last === start) return undefined;
  const rows: Row[] = [];
  let open: RstLine[] = [];
  let headers = 0;
  const close = (): void => {
    if (open.length > 0) rows.push(rowOf(simpleCells(open, edges), open, maker));
    open = [];
  };
  for (let at = start + 1; at <= last; at += 1) {
    const line = lines[at] ?? { text: '', line: 0 };
    if (borders.has(at)) {
      close();
      if (at !== last) headers = rows.length;
    } else if (!/^-+(?: +-+)*$/.test(line.text)) {
      // a row begins where its first cell has text
      if (line.text.slice(edges[0], edges[1]).trim() !== '') close();
      if (line.text !== '' || open.length > 0) open.push(line);
    }
  }
  const block = tableOf(rows, headers, maker.place(lines.slice(start, last + 1)));
  return { block, end: last + 1 };
}

function simpleCells(lines: readonly RstLine[], edges: readonly number[]): string[][] {
  return edges.map((edge, at) => lines.map(({ text }) => text.slice(edge, edges[at + 1])));
}

/**
 * The table of a directive `list-table` (docutils, section "List Table"): a list of lists, of which the first `headers` are
 * the header; undefined where its content is no such list. Gives no diagnostics.
 */
export function listTable(body: readonly RstLine[], headers: number, maker: TableMaker): TableBlock | undefined {
  const rows: { readonly cells: string[][]; readonly lines: RstLine[] }[] = [];
  // the column of the inner bullets
  const column = /^[*+-] {1,4}[*+-]/.exec(body[0]?.text ?? '')?.[0].length;
  for (const line of body) {
    const [begin] = /^[*+-] {1,4}[*+-](?: |$)/.exec(line.text) ?? [];
    const [next] = /^ {1,5}[*+-](?: |$)/.exec(line.text) ?? [];
    const current = rows.at(-1);
    if (begin !== undefined) rows.push({ cells: [[line.text.slice(begin.length)]], lines: [line] });
    else if (!current) return undefined;
    else {
      const isCell = next !== undefined && next.trimEnd().length === column;
      if (isCell) current.cells.push([line.text.slice(next.length)]);
      else current.cells.at(-1)?.push(line.text);
      current.lines.push(line);
    }
  }
  const read = rows.map(({ cells, lines }) => rowOf(cells, lines, maker));
  return read.length > 0 ? tableOf(read, Math.min(headers, read.length), maker.place(body)) : undefined;
}

/**
 * The table of a directive `csv-table`: rows of values between commas, in quotes where they hold some; `header` is the
 * option of that name, in the same form. Gives no diagnostics.
 */
export function csvTable(
  body: readonly RstLine[],
  { header, delimiter = ',' }: { readonly header?: string | undefined; readonly delimiter?: string | undefined },
  headers: number,
  maker: TableMaker,
): TableBlock | undefined {
  const named = header === undefined ? [] : csvRows([{ text: header, line: body[0]?.line ?? 1 }], delimiter);
  const rows = [...named, ...csvRows(body, delimiter)].map(({ cells, lines }) =>
    rowOf(
      cells.map((cell) => cell.split('\n')),
      lines,
      maker,
    ),
  );
  return rows.length > named.length ? tableOf(rows, named.length > 0 ? 1 : headers, maker.place(body)) : undefined;
}

interface CsvRow {
  readonly cells: string[];
  readonly lines: RstLine[];
}

function csvRows(lines: readonly RstLine[], delimiter: string): CsvRow[] {
  const separator = delimiter === 'tab' ? '\t' : delimiter === 'space' ? ' ' : delimiter.charAt(0) || ',';
  const rows: CsvRow[] = [];
  let isQuoted = false;
  let cell = '';
  for (const line of lines) {
    if (!isQuoted && line.text.trim() === '') continue;
    const row = isQuoted ? rows.at(-1) : undefined;
    const open = row ?? { cells: [], lines: [] };
    if (!row) rows.push(open);
    open.lines.push(line);
    if (isQuoted) cell += '\n';
    for (let at = 0; at < line.text.length; at += 1) {
      const sign = line.text.charAt(at);
      if (sign === '"' && isQuoted && line.text.charAt(at + 1) === '"') {
        cell += sign;
        at += 1;
      } else if (sign === '"' && (isQuoted || cell.trim() === '')) {
        isQuoted = !isQuoted;
        if (isQuoted) cell = '';
      } else if (sign === separator && !isQuoted) {
        open.cells.push(cell);
        cell = '';
      } else cell += sign;
    }
    if (!isQuoted) {
      open.cells.push(cell);
      cell = '';
    }
  }
  if (isQuoted) rows.at(-1)?.cells.push(cell);
  return rows;
}
