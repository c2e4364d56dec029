import { tableColumns, type Column } from '../sections/columns.ts';
import { isPartTitle, type TextLine } from './text-lines.ts';

/** A table that stands among the lines of a text: from the line `first` to the line `last`. */
export interface TextTable {
  readonly first: number;
  readonly last: number;
  readonly header: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
}

/** The table that begins at a line: cells between tabs, over rules of dashes, or one below the other. Gives no diagnostics. */
export function tableAt(lines: readonly TextLine[], first: number): TextTable | undefined {
  return tabbedAt(lines, first) ?? ruledAt(lines, first) ?? alignedAt(lines, first);
}

const location = { document: '', line: 1 };

/** Whether a text is the header of a column that says something. */
function isHeader(text: string): boolean {
  if (text === '' || text.length > 60) return false;
  return columnsOf(text).size > 0;
}

const columnsOf = (text: string): ReadonlyMap<Column, number> =>
  tableColumns({ kind: 'table', header: [text, '-'], rows: [], location });

const cellText = (text: string): string => {
  const bare = text.trimEnd();
  const blanks = /^\u00A0+/.exec(bare)?.[0].length ?? 0;
  return '&nbsp;'.repeat(blanks) + bare.trim();
};

function tabbedAt(lines: readonly TextLine[], first: number): TextTable | undefined {
  const width = (index: number): number => (lines[index]?.raw ?? '').split('\t').length;
  const columns = width(first);
  if (columns < 2 || /^\t+\S/.test(lines[first]?.raw ?? '')) return undefined;
  let last = first;
  while (last + 1 < lines.length && width(last + 1) === columns) last += 1;
  const rows = lines
    .slice(first, last + 1)
    .map(({ raw }, at) => ({ cells: raw.split('\t').map(cellText), line: first + at }));
  return tableOf(rows, first, last);
}

/** Rows as a table: the first is the header where its cells are, or where all of them are empty. */
function tableOf(rows: TextTable['rows'], first: number, last: number): TextTable | undefined {
  const [head, ...others] = rows;
  if (!head) return undefined;
  const isHead = head.cells.every((cell) => cell === '' || isHeader(cell));
  if (others.length === 0 && isHead) return undefined;
  if (isHead) return { first, last, header: head.cells, rows: others };
  return { first, last, header: head.cells.map(() => ''), rows };
}

const rule = /^\s{0,40}-{2,}(?:\s{1,4}-{2,})*\s*$/;

/** A header, a rule of dashes as long as each column is wide, and rows up to an empty line; or rows between two rules. */
function ruledAt(lines: readonly TextLine[], first: number): TextTable | undefined {
  const isBare = rule.test(lines[first]?.raw ?? '');
  const at = isBare ? first : first + 1;
  const dashes = lines[at]?.raw ?? '';
  if (!rule.test(dashes) || (!isBare && lines[first]?.text === '')) return undefined;
  const spans = [...dashes.matchAll(/-{2,}/g)].map(({ index, 0: { length } }) => [index, index + length] as const);
  const cut = (raw: string): string[] => {
    const chars = [...raw];
    return spans.map(([from], index) => cellText(chars.slice(from, spans[index + 1]?.[0] ?? chars.length).join('')));
  };
  if (spans.length < 2) return undefined;
  let last = at;
  while (last + 1 < lines.length && (lines[last + 1]?.text ?? '') !== '') last += 1;
  const isClosed = rule.test(lines[last]?.raw ?? '') && last > at;
  const rows = lines
    .slice(at + 1, isClosed ? last : last + 1)
    .map(({ raw }, index) => ({ cells: cut(raw), line: at + 1 + index }));
  if (rows.length === 0) return undefined;
  const header = isBare ? spans.map(() => '') : cut(lines[first]?.raw ?? '');
  return { first, last, header, rows };
}

/** More rows below one another are not looked at as a table. */
const mostRows = 1000;

/** A header of known words, and rows whose cells stand below them. */
function alignedAt(lines: readonly TextLine[], first: number): TextTable | undefined {
  const head = lines[first]?.text ?? '';
  if (head.length > 500 || !/\S\s/.test(head) || head.endsWith(':')) return undefined;
  const spans = headerSpans(lines[first]?.raw ?? '');
  if (!spans || (spans.length === 2 && isPartTitle(head) && !/\s{2}/.test(head))) return undefined;
  let last = first;
  while (last - first < mostRows && isRow(lines[last + 1])) last += 1;
  const chars = lines.slice(first, last + 1).map(({ raw }) => [...raw]);
  const starts = last === first ? undefined : columnStarts(chars, spans);
  if (!starts) return undefined;
  const isName = spans.map(({ text }) => columnsOf(text).has('name'));
  const rows = chars.slice(1).flatMap((line, index) => {
    // a cell that goes beyond its column hides the next
    const isCut = starts.some((at) => at > 0 && isFull(line, at - 1) && isFull(line, at));
    if (isCut) return [];
    const cells = starts.map((from, at) => {
      const cell = line.slice(from, starts[at + 1] ?? line.length).join('');
      return isName[at] === true
        ? cellText(cell.replace(/^ +/, (spaces) => '\u00A0'.repeat(spaces.length)))
        : cellText(cell);
    });
    return [{ cells, line: first + 1 + index }];
  });
  return { first, last, header: spans.map(({ text }) => text), rows };
}

const isRow = (line: TextLine | undefined): boolean =>
  line !== undefined && line.text !== '' && line.level === undefined && !/^[{[]/.test(line.text);

interface Span {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Two words that are one header. */
const joinedHeader =
  /^(?:allowed|possible|valid|accepted|available|default|data|value|field|parameter|header|property|attribute|status|response|error|http|query|example|required|is)\s\S+$/i;

/** The headers of a line with their places, if all are known; undefined where one is not. */
function headerSpans(raw: string): Span[] | undefined {
  const words = [...raw.matchAll(/\S+/g)].map(({ index, 0: text }) => ({ text, from: index, to: index + text.length }));
  if (words.length > 20) return undefined;
  const spans: Span[] = [];
  for (const word of words) {
    const before = spans.at(-1);
    const joined = `${before?.text ?? ''} ${word.text}`;
    if (
      before &&
      word.from === before.to + 1 &&
      isHeader(joined) &&
      (joinedHeader.test(joined) || !isHeader(word.text))
    )
      spans[spans.length - 1] = { text: joined, from: before.from, to: word.to };
    else spans.push(word);
  }
  return spans.length > 1 && spans.every(({ text }) => isHeader(text)) ? spans : undefined;
}

const isFull = (line: readonly string[], at: number): boolean => (line[at] ?? ' ') !== ' ';

/**
 * Where the columns below headers begin. Headers stand at the begin of their columns or in the middle of them; between two columns
 * nearly all lines have a space. Undefined where they do not.
 */
function columnStarts(
  [head = [], ...rows]: readonly (readonly string[])[],
  spans: readonly Span[],
): number[] | undefined {
  const begin = Math.min(...[head, ...rows].map((line) => line.findIndex((char) => char !== ' ')));
  const isStart = (at: number): boolean =>
    !isFull(head, at - 1) && rows.filter((line) => isFull(line, at - 1)).length * 5 <= rows.length;
  const isUsed = (at: number): boolean => isFull(head, at) || rows.some((line) => isFull(line, at));
  const isCentred = spans.some(({ from }, index) => (index === 0 ? from > begin : !isStart(from)));
  const starts = [begin];
  for (const [index, { from, to }] of spans.entries()) {
    const next = spans[index + 1];
    if (!next) break;
    const own = starts.at(-1) ?? begin;
    if (!isCentred) {
      if (!isStart(next.from)) return undefined;
      starts.push(next.from);
      continue;
    }
    const expected = to + (from - own) + 1;
    const found = [];
    for (let at = to + 1; at <= next.from; at += 1)
      if (!isFull(head, at - 1) && !rows.some((line) => isFull(line, at - 1)) && isUsed(at)) found.push(at);
    const [nearest] = found.toSorted((one, other) => Math.abs(one - expected) - Math.abs(other - expected));
    if (nearest === undefined) return undefined;
    starts.push(nearest);
  }
  return starts;
}
