import type { TableBlock } from '../../pages/page.ts';

/** A cell that is set apart as a whole: in bold or italics, with markup of Markdown or HTML. */
const setApart = /^(?:\*\*[^*`]{1,100}\*\*|__[^_`]{1,100}__|\*[^*`]{1,100}\*|<(b|strong|em|i)>[^<`]{1,100}<\/\1>)$/;

/**
 * A table without the rows that only head the ones below them: a first cell that is set apart as a whole, and nothing beside it, where
 * the first cells of the others are not. Any other table as it is. Gives no diagnostics.
 */
export function withoutGroupRows(table: TableBlock): TableBlock {
  const rows = table.rows.filter(({ cells }) => !isGroup(cells));
  const areApart = rows.every(({ cells }) => !setApart.test((cells[0] ?? '').trim()));
  return rows.length < table.rows.length && rows.length > 1 && areApart ? { ...table, rows } : table;
}

function isGroup([first = '', ...others]: readonly string[]): boolean {
  return others.length > 0 && setApart.test(first.trim()) && others.every((cell) => cell.trim() === '');
}
