import type { HtmlNode } from './html-node.ts';
import { htmlPieces, htmlText, type Part } from './html-parts.ts';
import type { Block } from './page.ts';

const name = /^[A-Za-z_$@][\w$.[\]-]{0,100}$/;
const presence = /^(?:required|optional|deprecated|nullable|recursive)$/i;

/** The begin of the words that renderers of descriptions have for types of JSON Schema. */
const type =
  /^((?:array of )?(?:strings?|integers?|numbers?|booleans?|objects?|array|any|null|file)\b(?:\s?<[\w-]{1,30}>)?)(.*)$/i;

/**
 * The rows of a table without a header in which each first cell is a name with its marks (`id`, `required`) and each second one begins
 * with a type, as a table that says so in its header. Undefined for any other table. Gives no diagnostics.
 */
export function fieldTable(
  rows: readonly (readonly HtmlNode[])[],
  linesOf: (cell: HtmlNode) => readonly string[],
  place: (row: number) => Block['location'],
): Extract<Block, { kind: 'table' }> | undefined {
  const read = rows.map((cells) => (cells.length === 2 ? fieldCells(cells, linesOf) : undefined));
  const found = read.filter((row) => row !== undefined);
  if (found.length === 0 || found.length < rows.length) return undefined;
  const body = found.map((cells, index) => ({ cells, location: place(index) }));
  const first = place(0);
  const last = place(found.length - 1);
  const endLine = last.endLine ?? last.line;
  const location = { document: first.document, line: first.line, ...(endLine > first.line && { endLine }) };
  return { kind: 'table', header: ['Name', 'Type', 'Description'], rows: body, location };
}

const places = /^(?:query|path|header|cookie|body|form(?: ?data)?)$/i;

/**
 * The titles of columns that have none, where one has nothing but places in which parameters are sent, and the first their names: what
 * else has types, and what marks. Undefined for any other table. Gives no diagnostics.
 */
export function placedHeader(rows: readonly (readonly string[])[]): string[] | undefined {
  const count = Math.max(0, ...rows.map((cells) => cells.length));
  const columns = Array.from({ length: count }, (_, at) => rows.map((cells) => (cells[at] ?? '').trim()));
  const at = columns.findIndex((texts) => texts.every((text) => places.test(text)));
  if (at < 1 || columns[0]?.every((text) => name.test(text)) !== true) return undefined;
  let isDescribed = false;
  return columns.map((texts, column) => {
    if (column === 0) return 'Name';
    if (column === at) return 'In';
    const said = texts.filter((text) => text !== '');
    if (said.length > 0 && said.every((text) => presence.test(text))) return 'Required';
    if (column > at && said.length > 0 && said.every((text) => type.test(text))) return 'Type';
    if (isDescribed || said.length === 0) return '';
    isDescribed = true;
    return 'Description';
  });
}

function fieldCells(
  cells: readonly HtmlNode[],
  linesOf: (cell: HtmlNode) => readonly string[],
): readonly string[] | undefined {
  const [key, value] = cells;
  if (!key || !value) return undefined;
  const [word = '', ...marks] = htmlPieces(key.children);
  const [first = '', ...others] = linesOf(value);
  const [, words, rest = ''] = type.exec(first) ?? [];
  if (!name.test(word) || !marks.every((mark) => presence.test(mark)) || words === undefined) return undefined;
  const said = [rest.trim(), ...others].filter((line) => line !== '').map(enumLine);
  return [[`\`${word}\``, ...marks].join('<br>'), words.replaceAll(/\s(?=<)/g, ''), said.join('<br>')];
}

/** Allowed values, with commas: `Enum: "a" "b"`. */
function enumLine(line: string): string {
  return /^Enum\b/.test(line)
    ? line.replace(/^Enum:?\s{0,3}/, 'Allowed values: ').replaceAll(/"\s{1,3}"/g, '", "')
    : line;
}

/**
 * The parts of an element in which those with a class and those with the same class and `-desc` behind it (`param`, `param-desc`) follow
 * each other, as the terms and descriptions of a definition list. Gives no diagnostics.
 */
export function withDefinitions(nodes: readonly Part[]): readonly Part[] {
  const found: Part[] = [];
  let list: HtmlNode | undefined;
  let term: string | undefined;
  const elements = nodes.filter((node): node is HtmlNode => !('words' in node));
  const nextOf = new Map(elements.map((node, index) => [node, elements[index + 1]]));
  for (const node of nodes) {
    if ('words' in node) {
      if (node.words.trim() !== '') list = undefined;
      if (!list) found.push(node);
      continue;
    }
    const own = classes(node);
    const begun = own.find((one) => {
      const next = nextOf.get(node);
      return (
        next !== undefined &&
        classes(next).some((other) => /^-desc(?:ription)?$/.test(other.slice(one.length)) && other.startsWith(one))
      );
    });
    if (begun !== undefined && begun !== '' && htmlText(node.children) !== '') {
      if (!list || term !== begun) {
        list = { ...node, name: 'dl', attributes: {}, children: [] };
        found.push(list);
        term = begun;
      }
      list.children.push({ ...node, name: 'dt', children: [...node.children] });
      list.endLine = node.endLine;
    } else if (list && own.some((one) => one.startsWith(`${term ?? ''}-`))) {
      const { note, rest } = described(node);
      const last = list.children.at(-1);
      if (last && !('words' in last) && last.name === 'dt') last.children.push(...note);
      const values = last && !('words' in last) && last.name === 'dd' ? listedValues(last, rest) : undefined;
      if (values) list.children.splice(-1, 1, values);
      else list.children.push({ ...node, name: 'dd', children: rest });
      list.endLine = node.endLine;
    } else {
      list = undefined;
      found.push(node);
    }
  }
  return found;
}

/** Values below each other behind a line that announces them, as one line: `Enum: a, b`. */
function listedValues(before: HtmlNode, nodes: readonly Part[]): HtmlNode | undefined {
  const value = htmlText(nodes);
  if (value === '' || value.length > 200) return undefined;
  const { line } = before;
  const [first] = before.children;
  if (first && 'words' in first && first.words.startsWith(listed)) {
    before.children.push({ words: `, \`${value}\``, line });
    return before;
  }
  const isFirst = /^(?:enum|(?:allowed|possible|accepted) values):?$/i.test(htmlText(before.children));
  return isFirst ? { ...before, children: [{ words: `${listed}\`${value}\``, line }] } : undefined;
}

/** How a line of values begins. */
const listed = 'Allowed values: ';

/** A description; the type that it begins with, by its class, stands in parentheses behind the term. */
function described(node: HtmlNode): { readonly note: Part[]; readonly rest: Part[] } {
  const first = node.children.find((child): child is HtmlNode => !('words' in child));
  const isType = first !== undefined && classes(first).some((one) => /(?:^|-)type$/.test(one));
  if (!isType) return { note: [], rest: node.children };
  const { line } = node;
  const note = [{ words: ' (', line }, first, { words: ')', line }];
  return { note, rest: node.children.filter((child) => child !== first) };
}

function classes({ attributes }: HtmlNode): string[] {
  return (attributes['class'] ?? '').split(/\s+/).filter((one) => one !== '');
}
