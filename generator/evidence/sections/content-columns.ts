import type { TableBlock } from '../../pages/page.ts';
import { typeWordsOf } from './list-notes.ts';
import { plainText } from './markup.ts';

/** Longer cells are cut before they are looked at. */
const maxCell = 200;

/** What shows that a row stands below another, and marks of presence: no part of a name. */
const depthMarks = /^(?:&nbsp;|&emsp;|&ensp;|[\s\u00a0\u2003↳└├─>–-]){0,40}/;

const codeName = /^`[^`\s]{1,100}`\W{0,3}$/;
const boldName = /^\*\*[\w.$[\]-]{1,100}\*\*\W{0,3}$/;
const bareName = /^[A-Za-z_$][\w$-]{0,80}(?:(?:\.|\[\]\.?|\[\*\]\.?)[\w$-]{1,80}){0,10}[?*]?$/;

/** What a column holds of a table whose header says nothing, by what all of its cells are. */
export type ContentColumn = 'name' | 'type' | 'required' | 'place' | 'values' | 'description';

/**
 * The columns of a table without a header, by their contents: names in code (or bare ones beside types), words for types, marks of
 * presence, places, values in code, and at most one column of texts; of two columns, names and types. Undefined where no column holds names
 * beside types or presence, or where more than one column is left over. Gives no diagnostics.
 */
export function columnsByContent(table: TableBlock): Map<ContentColumn, number> | undefined {
  const width = table.header.length;
  if (width < 2 || table.rows.length === 0) return undefined;
  const columns = Array.from({ length: width }, (_, index) => cellsAt(table, index));
  const typeAt = columns.findIndex(areTypes);
  const nameAt = columns.findIndex((cells, index) => index !== typeAt && areNames(cells, typeAt !== -1));
  if (nameAt === -1 || (width === 2 && typeAt === -1)) return undefined;
  const found = new Map<ContentColumn, number>([['name', nameAt]]);
  if (typeAt !== -1) found.set('type', typeAt);
  for (const [index, cells] of columns.entries()) {
    if (index === nameAt || index === typeAt) continue;
    const kind = kindOf(cells, index === width - 1);
    if (found.has(kind)) return undefined;
    found.set(kind, index);
  }
  return found.has('type') || found.has('required') ? found : undefined;
}

function cellsAt({ rows }: TableBlock, column: number): string[] {
  return rows.map(({ cells }) => (cells[column] ?? '').slice(0, maxCell).replace(depthMarks, '').trim());
}

function areNames(cells: readonly string[], isTyped: boolean): boolean {
  const isSingle = cells.length === 1;
  if (cells.every((cell) => codeName.test(cell) || (!isSingle && boldName.test(cell)))) return true;
  return isTyped && !isSingle && cells.every((cell) => bareName.test(plainText(cell)));
}

function isPageLink(cell: string): boolean {
  return pageLink.test(cell);
}

/** Words for types and links to objects; links to other pages only beside such words. */
function areTypes(cells: readonly string[]): boolean {
  return cells.every((cell) => isType(cell) || isPageLink(cell)) && !cells.every(isPageLink);
}

const pageLink =
  /^(?:(?:an?\s)?(?:array|list)\sof\s)?\[[A-Z][^\][]{0,80}\]\((?!https?:)[^()\s#]{1,100}\.(?:mdx?|html?)(?:#[^()\s]{1,100})?\)(?:\[\])?$/i;

/** Words for a type, with its format or a mark of presence behind it, or a link to what describes it. */
function isType(cell: string): boolean {
  const words = plainText(cell).replace(/(?<=\w)\s?\([\w-]{1,30}\)$|,\s.{0,100}$/, '');
  if (typeWordsOf(words) !== undefined) return true;
  return /^(?:(?:an?\s)?(?:array|list)\sof\s)?\[[^\][]{1,80}\]\([^()\s]{0,10}#[^()\s]{1,100}\)(?:\[\])?$/i.test(cell);
}

const presence = /^\W{0,3}(?:yes|no|true|false|required|optional|mandatory|✓|✗|✔|x|-)?\W{0,3}$/iu;
const place = /^\W{0,2}(?:path|query|header|cookie|body)\W{0,2}$/i;

/** Values in code and what joins them; a cell of none has no values to name. */
const codeValues = /^(?:`[^`]{1,60}`(?:,\s|\s?\\?\|\s?|\sor\s|\s)?){1,40}$/;

function kindOf(cells: readonly string[], isLast: boolean): ContentColumn {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0) return isLast ? 'description' : 'values';
  if (cells.every((cell) => presence.test(cell))) return 'required';
  if (cells.every((cell) => place.test(cell))) return 'place';
  return filled.every((cell) => codeValues.test(cell)) && !isLast ? 'values' : 'description';
}
