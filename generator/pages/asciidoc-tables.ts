import type { Location } from '../base/location.ts';
import type { TableBlock } from './page.ts';

/** A line with its number in the document. */
export interface AsciidocLine {
  readonly text: string;
  readonly line: number;
}

interface Cell {
  readonly text: string;
  readonly line: number;
  readonly columns: number;
  readonly rows: number;
  readonly isHeader: boolean;
}

/** What may stand before the bar that begins a cell: how far it reaches, how it is aligned, and its style. */
const separator =
  /(?<!\\)(?:(?<=^|[\s|])((?:\d{1,2}(?:\.\d{1,2})?\+|\.\d{1,2}\+|\d{1,2}\*)?(?:[<^>](?:\.[<^>])?|\.[<^>])?[adehlmsv]?))?\|/g;

/** Cells of more columns or rows than this are written by mistake. */
const mostSpanned = 30;

/**
 * The table between two delimiters (`|===`), its cells as Markdown by `inline`; `options` are the attributes of the block, as
 * `[cols="1,2",options="header"]` has them. Undefined for one without cells. Gives no diagnostics.
 */
export function asciidocTable(
  lines: readonly AsciidocLine[],
  options: string,
  document: string,
  inline: (text: string) => string,
): TableBlock | undefined {
  const cells = cellsOf(lines, inline);
  const [first] = cells;
  const last = lines.at(-1);
  if (!first || !last) return undefined;
  const filled = lines.findIndex(({ text }) => text.trim() !== '');
  const onFirst = cells.filter(({ line }) => line === first.line);
  const count = columnCount(options) ?? onFirst.reduce((sum, { columns }) => sum + columns, 0);
  const rows = rowsOf(cells, Math.max(1, count), document);
  // a header is told, or stands alone on the first line
  const isTold = /\bheader\b/.test(options) || rows[0]?.isHeader === true;
  const isAlone = filled === 0 && onFirst.length === count && lines[1]?.text.trim() === '' && rows.length > 1;
  const hasHeader = (isTold || isAlone) && !/\bnoheader\b/.test(options);
  const header = hasHeader ? (rows[0]?.cells ?? []) : Array.from({ length: Math.max(1, count) }, () => '');
  const body = (hasHeader ? rows.slice(1) : rows).map(({ cells: texts, location }) => ({ cells: texts, location }));
  const location: Location = { document, line: (lines[0]?.line ?? 1) - 1, endLine: last.line + 1 };
  return { kind: 'table', header, rows: body, location };
}

/** How many columns the attributes of a table say it has: `cols="1,2,3"`, `cols="2*,a"`. */
function columnCount(options: string): number | undefined {
  const [, quoted, bare] = /\bcols\s?=\s?(?:["']([^"']{1,300})["']|([^\s,\]]{1,60}))/.exec(options) ?? [];
  const given = quoted ?? bare;
  if (given === undefined) return undefined;
  const parts = given.split(/[,;]/);
  return parts.reduce((sum, part) => sum + Math.min(mostSpanned, Number(/^\s*(\d+)\*/.exec(part)?.[1] ?? 1)), 0);
}

function cellsOf(lines: readonly AsciidocLine[], inline: (text: string) => string): Cell[] {
  const cells: { spec: string; line: number; lines: string[] }[] = [];
  for (const { text, line } of lines) {
    let from = 0;
    for (const match of text.matchAll(separator)) {
      cells.at(-1)?.lines.push(text.slice(from, match.index));
      cells.push({ spec: match[1] ?? '', line, lines: [] });
      from = match.index + match[0].length;
    }
    cells.at(-1)?.lines.push(text.slice(from));
  }
  return cells.flatMap(({ spec, line, lines: written }): Cell[] => {
    const [, columns, rows] = /^(\d+)?(?:\.(\d+))?\+/.exec(spec) ?? [];
    const times = Number(/^(\d+)\*/.exec(spec)?.[1] ?? 1);
    const cell: Cell = {
      text: cellText(written, inline),
      line,
      columns: Math.min(mostSpanned, Number(columns ?? 1)),
      rows: Math.min(mostSpanned, Number(rows ?? 1)),
      isHeader: spec.endsWith('h'),
    };
    return Array.from({ length: Math.min(mostSpanned, times) }, () => cell);
  });
}

/** The text of a cell on one line; what stands below each other, as items of a list do, parted as in Markdown. */
function cellText(lines: readonly string[], inline: (text: string) => string): string {
  const parts: string[] = [''];
  for (const line of lines.map(withoutBlanks)) {
    if (/^(?:-{4,}|\.{4,}|={4,}|--|\+|\[[^\]]{0,200}\])$/.test(line)) continue;
    const isApart = line === '' || /^(?:[*-]{1,5}|\.{1,5})\s/.test(line) || / {2}$| \+$/.test(parts.at(-1) ?? '');
    if (isApart) parts.push(line.replace(/^[*.-]{1,5}\s+/, '- '));
    else parts[parts.length - 1] = withoutBlanks(`${parts.at(-1) ?? ''} ${line}`);
  }
  return parts
    .map((part) => withoutBlanks(inline(part.replace(/ \+$/, '')).replaceAll('\\|', '|')))
    .filter((part) => part !== '')
    .join('<br>');
}

/** A text without the blanks around it; those that do not break push a name in. */
function withoutBlanks(text: string): string {
  return text.replace(/^[ \t]+/, '').trimEnd();
}

interface Row {
  readonly cells: string[];
  readonly location: Location;
  readonly isHeader: boolean;
}

/** Cells in rows; one that reaches over several rows stands in each. */
function rowsOf(cells: readonly Cell[], count: number, document: string): Row[] {
  const rows: Row[] = [];
  const reaching = new Map<number, { text: string; rows: number }>();
  let row: string[] = [];
  let begun: Cell | undefined;
  const take = (text: string, line: number, isHeader: boolean): void => {
    row.push(text);
    if (row.length < count) return;
    rows.push({ cells: row, location: { document, line }, isHeader });
    row = [];
    begun = undefined;
  };
  for (const cell of cells) {
    begun ??= cell;
    const start = begun;
    for (let open = reaching.get(row.length); open && open.rows > 0; open = reaching.get(row.length)) {
      open.rows -= 1;
      take(open.text, start.line, false);
      if (row.length === 0) break;
    }
    for (let column = 0; column < cell.columns; column += 1) {
      if (cell.rows > 1) reaching.set(row.length, { text: cell.text, rows: cell.rows - 1 });
      take(column === 0 ? cell.text : '', start.line, start.isHeader && cell.isHeader);
    }
  }
  if (row.length > 0 && begun) {
    const missing = Array.from({ length: count - row.length }, () => '');
    rows.push({ cells: [...row, ...missing], location: { document, line: begun.line }, isHeader: false });
  }
  return rows;
}
