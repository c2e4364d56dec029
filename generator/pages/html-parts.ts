import type { Block, ListItem } from './page.ts';
import { methodOnly } from './split-endpoints.ts';
import type { HtmlNode, HtmlWords } from './html-node.ts';

type Part = HtmlNode | HtmlWords;

/** Reads what stands within a cell or an item into blocks. */
type ReadBlocks = (nodes: readonly Part[]) => Block[];

/** What some nodes show as one paragraph of Markdown: code, strong and linked text keep their marks. */
export function htmlText(nodes: readonly Part[]): string {
  return marked(nodes)
    .replaceAll(/[ \t\r\n]+/g, ' ')
    .trim();
}

function marked(nodes: readonly Part[]): string {
  let text = '';
  let isMethod = false;
  for (const node of nodes) {
    const whole = 'words' in node ? node.words : markedNode(node);
    const piece = !('words' in node) && isVariable(node, whole, text) ? `{${whole.trim()}}` : whole;
    // a method that only its style sets apart from the path behind it
    text += isMethod && /^[`*]{0,3}(?:\/|https?:)/.test(piece) ? ` ${piece}` : piece;
    isMethod = !('words' in node) && methodOnly.test(piece.replaceAll(/[`*]/g, '').trim());
  }
  return text;
}

/** Whether a word in italics is a part of a path that stands for any value: `/boxes/<i>name</i>`. */
function isVariable({ name }: HtmlNode, words: string, before: string): boolean {
  return (
    /^(?:i|em|var)$/.test(name) && /^[A-Za-z][\w-]{0,60}$/.test(words.trim()) && pathBefore.test(before.slice(-300))
  );
}

const pathBefore = /(?:^|[\s`(])(?:https?:\/)?(?:\/[^\s/]{0,200}){0,20}\/$/;

/** The texts of the innermost elements, each by itself; places where a line may break part none (HTML, section 4.5.28). Gives no diagnostics. */
export function htmlPieces(nodes: readonly Part[]): string[] {
  const pieces: string[] = [];
  let words = '';
  const finish = (): void => {
    if (words.trim() !== '') pieces.push(words.trim());
    words = '';
  };
  for (const node of nodes) {
    if ('words' in node) words += node.words;
    else if (node.name !== 'wbr') {
      finish();
      pieces.push(...htmlPieces(node.children));
    }
  }
  finish();
  return pieces;
}

function markedNode(node: HtmlNode): string {
  const inner = marked(node.children);
  const text = inner.trim();
  if (node.name === 'br') return ' ';
  if (text === '') return inner;
  switch (node.name) {
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return text.includes('`') ? text : `\`${text}\``;
    case 'strong':
    case 'b':
      return text.includes('*') ? text : `**${text}**`;
    case 'a': {
      const target = node.attributes['href'];
      if (/^[#¶§⚓🔗]$/u.test(text)) return '';
      return target === undefined || /[[\]()\s]/.test(text + target) ? inner : `[${text}](${target})`;
    }
    case 'li':
    case 'p':
    case 'div':
    case 'dt':
    case 'dd':
      return ` ${inner} `;
    default:
      // what a style marks as required by a star behind it
      return isRequired.test(node.attributes['class'] ?? '') && /\S\s{0,3}\*$/.test(text)
        ? `${text.slice(0, -1).trim()} (required)`
        : inner;
  }
}

/** The class of what is required. */
const isRequired = /(?:^|\s)required(?:\s|$)/;

function elements(nodes: readonly Part[], ...names: readonly string[]): HtmlNode[] {
  return nodes.filter((node): node is HtmlNode => !('words' in node) && names.includes(node.name));
}

/** A list as Markdown would have it, its items as a tree; code and tables in it follow as blocks of their own. */
export function htmlList(list: HtmlNode, document: string, read: ReadBlocks): Block[] {
  const items = listItems(list, document, read);
  if (items.length === 0) return [];
  const location = { document, line: list.line, ...(list.endLine > list.line && { endLine: list.endLine }) };
  const text = listText(items, '');
  return [{ kind: 'prose', form: 'list', text, items, location }, ...items.flatMap(innerBlocks)];
}

function innerBlocks(item: ListItem): Block[] {
  return [...item.blocks, ...item.items.flatMap(innerBlocks)];
}

function listItems(list: HtmlNode, document: string, read: ReadBlocks): ListItem[] {
  return elements(list.children, 'li').map((item) => {
    const inner = elements(item.children, 'ul', 'ol');
    const blocks = read(item.children.filter((child) => !inner.includes(child as HtmlNode)));
    const texts = blocks.flatMap((block) => (block.kind === 'prose' && block.form !== 'list' ? [block.text] : []));
    const others = blocks.filter((block) => block.kind === 'code' || block.kind === 'table');
    const items = inner.flatMap((one) => listItems(one, document, read));
    const location = { document, line: item.line, ...(item.endLine > item.line && { endLine: item.endLine }) };
    return { text: texts.join('\n\n'), items, blocks: others, location };
  });
}

function listText(items: readonly ListItem[], indent: string): string {
  return items
    .flatMap(({ text, items: inner }) => {
      const own = `${indent}- ${text.replaceAll('\n', ' ')}`;
      return inner.length > 0 ? [own, listText(inner, `${indent}  `)] : [own];
    })
    .join('\n');
}

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

/** A table with a header row; one without is read through, cell by cell. */
export function htmlTable(table: HtmlNode, document: string, readPart: ReadBlocks): Block[] {
  const groups = elements(table.children, 'thead', 'tbody', 'tfoot');
  const rows = [table, ...groups].flatMap((group) => elements(group.children, 'tr'));
  const cells = (row: HtmlNode): HtmlNode[] => elements(row.children, 'th', 'td');
  const [first, ...others] = rows;
  const isHeader = first !== undefined && cells(first).length > 1 && cells(first).every(({ name }) => name === 'th');
  if (!isHeader && elements(table.children, 'thead').length === 0) {
    return rows.flatMap(
      (row) => headedRow(cells(row), document, readPart) ?? cells(row).flatMap((cell) => readPart(cell.children)),
    );
  }
  const place = (node: HtmlNode): Block['location'] => ({
    document,
    line: node.line,
    ...(node.endLine > node.line && { endLine: node.endLine }),
  });
  const header = first ? cells(first).map((cell) => htmlText(cell.children)) : [];
  const read = others.map((row) => {
    const shown = shownAnswer(cells(row), document, readPart);
    const texts = cells(row).map((cell) => cellText(cell.children, shown.length > 0));
    return { row: { cells: texts, location: place(row) }, shown };
  });
  const body = read.map(({ row }) => row);
  const shown: Block = { kind: 'table', header, rows: body, location: place(table) };
  return [...caption(table, document), shown, ...read.flatMap(({ shown }) => shown)];
}

/** What a row of a table shows in code of the answer with the status in its first cell, behind a line that names it. */
function shownAnswer([first, ...others]: readonly HtmlNode[], document: string, read: ReadBlocks): Block[] {
  const status = first ? /^\W{0,3}([1-5]\d\d)\b/.exec(htmlText(first.children))?.[1] : undefined;
  if (!first || status === undefined) return [];
  const code = others.flatMap(({ children }) => read(children)).filter(({ kind }) => kind === 'code');
  const label = { kind: 'prose', form: 'paragraph', text: `**Response ${status}:**` } as const;
  return code.length > 0 ? [{ ...label, location: { document, line: first.line } }, ...code] : [];
}

function isText(node: Part, isShown: boolean): boolean {
  if ('words' in node) return true;
  return !/^(?:button|select|input)$/.test(node.name) && !(isShown && node.name === 'pre');
}

/** Code in a cell as code in a line. */
function inline(node: Part): Part {
  return 'words' in node || node.name !== 'pre' ? node : { ...node, name: 'code' };
}

/** What stands below each other in a cell, in lines. */
const lines = new Set('div p li ul ol dl dt dd br section h4 h5 h6 small'.split(' '));

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
    .map((part) => htmlText(part))
    .filter((text) => text !== '')
    .join('<br>');
}
