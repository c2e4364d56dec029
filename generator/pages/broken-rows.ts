// A row of a table ends with its line (GFM 0.29, section 4.10). Tools that print what others wrote break lines in cells all the same.

/** Stands for the end of a line within a cell. */
const lineEnd = '\u2028';

/** The most lines that a row may be broken into. */
const mostLines = 60;

/** The line below the header, which says how many columns there are. */
const ruleLine = /^[ \t]{0,3}\|(?:[ \t]{0,9}:?-{1,100}:?[ \t]{0,9}\|){2,20}[ \t]*$/;

/**
 * Markdown in which each row of a table stands on one line: a row that does not end, up to the line that ends it with as many cells as
 * the header has. What ends lines within cells is marked, see `cellLines`; as many empty lines stand behind the table as it lost. Gives no diagnostics.
 */
export function withWholeRows(text: string): string {
  if (!/\|\n[ \t]{0,3}\|[ \t]{0,9}:?-/.test(text) || text.includes(lineEnd)) return text;
  const lines = text.split('\n');
  const result: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    result.push(line);
    at += 1;
    if (!ruleLine.test(line)) continue;
    const columns = cellEnds(line) - 1;
    let lost = 0;
    while (at < lines.length) {
      const end = rowEnd(lines, at, columns);
      if (end === undefined) break;
      result.push(lines.slice(at, end + 1).join(lineEnd));
      lost += end - at;
      at = end + 1;
    }
    for (; lost > 0; lost -= 1) result.push('');
  }
  return result.join('\n');
}

/** The line that ends the row which begins at `from`; undefined where none begins. */
function rowEnd(lines: readonly string[], from: number, columns: number): number | undefined {
  const first = lines[from] ?? '';
  if (!/^[ \t]{0,3}\|/.test(first)) return undefined;
  let ends = cellEnds(first);
  if (ends > columns || first.trimEnd().endsWith('|')) return from;
  for (let at = from + 1; at < Math.min(lines.length, from + mostLines); at += 1) {
    const line = lines[at] ?? '';
    // what begins another block ends what is no row after all
    if (/^[ \t]*(?:\||#{1,6}[ \t]|`{3}|~{3})/.test(line)) return from;
    ends += cellEnds(line);
    if (ends > columns + 1) return from;
    if (ends === columns + 1 && line.trimEnd().endsWith('|')) return at;
  }
  return from;
}

/** How many cells a line ends. */
function cellEnds(line: string): number {
  return line.match(/(?<!\\)\|/g)?.length ?? 0;
}

/** The text of a cell of such a row with its lines. Gives no diagnostics. */
export function cellLines(text: string): string {
  return text.replaceAll(lineEnd, '\n');
}

/** How many lines such a row took beyond its first. Gives no diagnostics. */
export function lostLines(row: string): number {
  return row.split(lineEnd).length - 1;
}
