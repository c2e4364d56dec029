import type { Block, TableBlock } from '../../pages/page.ts';
import { columnsByContent } from './content-columns.ts';
import { tableColumns } from './columns.ts';
import { typeWordsOf } from './list-notes.ts';
import { plainText } from './markup.ts';

/**
 * Blocks in which tables have the header that they are written with: the first row of one without a header whose cells are the words of
 * headers and nothing else (`Method`, `URL`), and no row of values in its place (`box (Object)`, or `limit` beside `Integer`). All other blocks are as they were.
 * Gives no diagnostics.
 */
export function withHeaderRows(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) =>
    block.kind === 'table' ? (headedByRow(block) ?? withoutHeader(block) ?? block) : block,
  );
}

function headedByRow({ header, rows: [first, ...rows], ...others }: TableBlock): TableBlock | undefined {
  if (!first || rows.length === 0 || first.cells.length < 2 || header.some((cell) => cell.trim() !== ''))
    return undefined;
  const cells = first.cells.map((cell) => cell.slice(0, 100));
  if (cells.some((cell) => cell.trim() === '' || cell.includes('`'))) return undefined;
  const table: TableBlock = { ...others, header: cells, rows };
  return tableColumns(table).size === cells.length ? table : undefined;
}

/** A name with its type in parentheses, at any depth: `&nbsp;size (Integer)`. */
const typedName = /^(?:(?:&nbsp;|\u00a0|\s){0,40})[A-Za-z_][\w.-]{0,60}\s\(([^()]{1,40})\)$/;

function withoutHeader(table: TableBlock): TableBlock | undefined {
  const { header, rows, location } = table;
  // what stands in the place of a header is a row where a word for a type heads the types
  const whole = { ...table, header: header.map(() => ''), rows: [{ cells: header, location }, ...rows] };
  if (header.length > 2 && rows.length > 0 && columnsByContent(whole)?.has('type') === true) return whole;
  if (header.length !== 2 || rows.length === 0 || !isTyped(header) || !rows.every(({ cells }) => isTyped(cells)))
    return undefined;
  return { ...table, header: ['Name', 'Description'], rows: [{ cells: header.map(plain), location }, ...rows] };
}

function plain(cell: string): string {
  return plainText(cell) === '' ? '' : cell;
}

function isTyped([name = '']: readonly string[]): boolean {
  const words = typedName.exec(name.slice(0, 200))?.[1];
  return words !== undefined && typeWordsOf(words) !== undefined;
}
