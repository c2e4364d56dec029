import { answerRows } from './html-answers.ts';
import { depthMark } from './html-depth.ts';
import { fieldTable, placedHeader } from './html-fields.ts';
import type { HtmlNode } from './html-node.ts';
import { elements, htmlLine, htmlText, isPlainCell, isRequired, type Part, type ReadBlocks } from './html-parts.ts';
import { scriptedMark } from './html-scripts.ts';
import type { Block } from './page.ts';

/** Rows of two cells, of which the first heads the other (HTML, section 4.9.10), as labels with what stands behind them. */
function headedRow(row: readonly HtmlNode[], document: string, read: ReadBlocks): Block[] | undefined {
  const [key, value, ...others] = row;
  const title = key ? htmlText(key.children).replaceAll('*', '').replace(/:$/, '') : '';
  if (!key || !value || others.length > 0 || key.name !== 'th' || value.name !== 'td' || title === '') return undefined;
  const blocks = read(value.children);
  const [only, ...more] = blocks;
  const isOne = only?.kind === 'prose' && only.form === 'paragraph' && more.length === 0;
  const location = { document, line: key.line };
  const text = isOne ? `**${title}:** ${only.text}` : `**${title}:**`;
  return [{ kind: 'prose', form: 'paragraph', text, location }, ...(isOne ? [] : blocks)];
}

function cells(row: HtmlNode): HtmlNode[] {
  return elements(row.children, 'th', 'td');
}

/** What a table says of itself (HTML, section 4.9.2), without its number, as a label. */
function caption(table: HtmlNode, document: string): Block[] {
  const [node] = elements(table.children, 'caption');
  const text = node
    ? htmlText(node.children)
        .replaceAll('*', '')
        .replace(/^Table \d{1,3}\.\s/, '')
        .trim()
    : '';
  if (!node || text === '') return [];
  return [{ kind: 'prose', form: 'paragraph', text: `**${text}**`, location: { document, line: node.line } }];
}

/** The header over all columns above the headers of each (HTML, section 4.9.11): it says what the table is about. */
function spanningTitle([first, second, ...others]: readonly HtmlNode[]): HtmlNode | undefined {
  if (!first || !second || others.length === 0) return undefined;
  const [title, ...more] = cells(first);
  const below = cells(second);
  const isHeader = title?.name === 'th' && more.length === 0 && Number(title.attributes['colspan'] ?? 1) > 1;
  return isHeader && below.length > 1 && below.every(({ name }) => name === 'th') ? title : undefined;
}

/** A table with a header row, or whose rows say that they are fields; any other is read through, cell by cell. Gives no diagnostics. */
export function htmlTable(table: HtmlNode, document: string, readPart: ReadBlocks, above = 0): Block[] {
  const groups = elements(table.children, 'thead', 'tbody', 'tfoot');
  const written = [table, ...groups].flatMap((group) => elements(group.children, 'tr'));
  const titled = spanningTitle(written);
  const rows = titled ? written.slice(1) : written;
  const place = (node: HtmlNode): Block['location'] => ({
    document,
    line: node.line,
    ...(node.endLine > node.line && { endLine: node.endLine }),
  });
  const [first, ...others] = rows;
  const isHeader = first !== undefined && cells(first).length > 1 && cells(first).every(({ name }) => name === 'th');
  if (!isHeader && elements(table.children, 'thead').length === 0) {
    const linesOf = (cell: HtmlNode): readonly string[] => cellText(cell.children, false).split('<br>');
    const fields = fieldTable(rows.map(cells), linesOf, (row) => place(rows[row] ?? table));
    if (fields) return [fields];
    const named = namedRows(rows.map(cells));
    if (named)
      return [
        {
          kind: 'table',
          header: ['', ''],
          rows: rows.map((row, at) => ({ cells: named[at] ?? [], location: place(row) })),
          location: place(table),
        },
      ];
    if (isPlainTable(table)) {
      const texts = rows.map((row) =>
        withDepth(
          cells(row).map((cell) => cellText(cell.children, false)),
          row,
        ),
      );
      const body = rows.map((row, at) => ({ cells: texts[at] ?? [], location: place(row) }));
      return [{ kind: 'table', header: (texts[0] ?? []).map(() => ''), rows: body, location: place(table) }];
    }
    return rows.flatMap(
      (row) => headedRow(cells(row), document, readPart) ?? cells(row).flatMap((cell) => readPart(cell.children)),
    );
  }
  const answers = answerRows(others.map(cells), document, readPart, above);
  if (answers) return answers;
  const header = first ? cells(first).map((cell) => htmlText(cell.children)) : [];
  const read = others.map((row) => {
    const shown = [...shownAnswer(cells(row), document, readPart), ...readPart(scripted(row))];
    const texts = cells(row).map((cell) => cellText(cell.children, shown.length > 0));
    return { row: { cells: withDepth(texts, row), location: place(row) }, shown };
  });
  const body = read.map(({ row }) => row);
  const titles = header.every((title) => title === '') ? placedHeader(body.map((row) => row.cells)) : undefined;
  const block: Block = { kind: 'table', header: titles ?? header, rows: body, location: place(table) };
  return [
    ...caption(titled ? { ...table, children: [{ ...titled, name: 'caption' }] } : table, document),
    block,
    ...read.flatMap(({ shown }) => shown),
  ];
}

/** The texts of a row with what shows how deep it stands: the spaces before each, or the style of the first that is said. */
function withDepth(texts: readonly string[], row: HtmlNode): readonly string[] {
  const first = texts.findIndex((text) => text !== '');
  const own = cells(row);
  return texts.map((text, at) => {
    const cell = own[at];
    return cell && text !== '' ? `${depthMark(cell, at === first ? row : undefined)}${text}` : text;
  });
}

/**
 * Whether an element is a table without a header as Markdown writes it, not a page's layout: three or more cells in each row, with text
 * alone. Gives no diagnostics.
 */
export function isPlainTable(table: HtmlNode): boolean {
  const groups = elements(table.children, 'tbody', 'tfoot');
  const rows = [table, ...groups].flatMap((group) => elements(group.children, 'tr')).map(cells);
  const width = rows[0]?.length ?? 0;
  const isWide = table.name === 'table' && width > 2 && elements(table.children, 'thead').length === 0;
  return (
    isWide && rows.every((row) => row.length === width && row.every((cell) => cell.name === 'td' && isPlainCell(cell)))
  );
}

/** The texts of rows of which each is a name in small letters and what it is: `last`, `The last price.`; undefined for any others. */
function namedRows(rows: readonly (readonly HtmlNode[])[]): readonly (readonly string[])[] | undefined {
  const texts = rows.map((row) => row.map(({ children }) => cellText(children, false)));
  const areNamed = texts.every(([name = '', text = '', ...others]) => {
    return others.length === 0 && /^`?[a-z_][\w.$[\]-]{0,60}`?$/.test(name) && /\p{L}\s\p{L}/u.test(text);
  });
  return areNamed && rows.length > 1 ? texts : undefined;
}

/** What a row of a table shows in code of the answer with the status in its first cell, behind a line that names it. */
function shownAnswer([first, ...others]: readonly HtmlNode[], document: string, read: ReadBlocks): Block[] {
  const status = first ? /^\W{0,3}([1-5]\d\d)\b/.exec(htmlText(first.children))?.[1] : undefined;
  if (!first || status === undefined) return [];
  const code = others.flatMap(({ children }) => read(children)).filter(({ kind }) => kind === 'code');
  const label = { kind: 'prose', form: 'paragraph', text: `**Response ${status}:**` } as const;
  return code.length > 0 ? [{ ...label, location: { document, line: first.line } }, ...code] : [];
}

/** What stands in the place of scripts within an element. */
function scripted(node: HtmlNode): HtmlNode[] {
  const inner = node.children.filter((child): child is HtmlNode => !('words' in child));
  return inner.flatMap((child) => (isScripted(child) ? [child] : scripted(child)));
}

function isScripted({ attributes }: HtmlNode): boolean {
  return attributes[scriptedMark] !== undefined;
}

function isText(node: Part, isShown: boolean): boolean {
  if ('words' in node) return true;
  const isCode = node.name === 'pre' && (isShown || isScripted(node));
  return !/^(?:button|select|input)$/.test(node.name) && !isCode;
}

/** Code in a cell as code in a line. */
function inline(node: Part): Part {
  return 'words' in node || node.name !== 'pre' ? node : { ...node, name: 'code' };
}

/** What stands below each other in a cell, in lines. */
const lines = new Set('div p li ul ol dl dt dd br section h4 h5 h6 small'.split(' '));

/** A type with its format behind a dollar sign: `number($double)`. */
const markedFormat = /^(string|number|integer)\s?\(\$([\w-]{1,40})\)$/;

/** The text of a cell, its lines parted as Markdown parts them, with its code unless that is shown apart. */
function cellText(nodes: readonly Part[], isShown: boolean): string {
  const parts: Part[][] = [[]];
  const add = (found: readonly Part[]): void => {
    for (const node of found) {
      const isLine = !('words' in node) && lines.has(node.name);
      if (isLine) {
        parts.push([]);
        add(isRequired.test(node.attributes['class'] ?? '') ? [{ ...node, name: 'span' }] : node.children);
        parts.push([]);
      } else if (isText(node, isShown)) parts.at(-1)?.push(inline(node));
    }
  };
  add(nodes);
  return parts
    .map((part) => htmlLine(part).replace(markedFormat, '$1<$2>'))
    .filter((text) => text !== '')
    .join('<br>');
}
