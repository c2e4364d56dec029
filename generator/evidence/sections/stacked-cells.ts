import type { TableBlock } from '../../pages/page.ts';
import { tableColumns } from './columns.ts';
import { typeWordsOf } from './list-notes.ts';
import { formattedWords } from './format-words.ts';
import { plainText } from './markup.ts';

/** A type with its format, or the name of a class, on a line of its own. */
const typeLine = /^([A-Za-z][\w<>[\]]{0,80})(?:\s\(([a-z][\w-]{0,40})\))?$/;

const presenceLine = /^(?:required|optional)$/i;

/**
 * A table of names and descriptions each of which begins with a type on a line of its own (`string<br>The name<br>Required`), with columns for
 * the type and for whether a value is required; any other table as it is. Gives no diagnostics.
 */
export function withTypeColumn(table: TableBlock): TableBlock {
  const columns = tableColumns(table);
  const at = columns.get('description');
  if (at === undefined || !columns.has('name') || columns.has('type') || table.rows.length === 0) return table;
  const stacked = table.rows.map(({ cells }) => stackedCell(cells[at] ?? ''));
  const isTyped = stacked.some((cell) => cell !== undefined && typeWordsOf(cell.name) !== undefined);
  if (!isTyped || stacked.includes(undefined)) return table;
  const rows = table.rows.map((row, index) => {
    const { type = '', presence = '', text = '' } = stacked[index] ?? {};
    return { ...row, cells: [...row.cells.map((cell, place) => (place === at ? text : cell)), type, presence] };
  });
  return { ...table, header: [...table.header, 'Type', 'Required'], rows };
}

interface StackedCell {
  /** The word for the type, without its format. */
  readonly name: string;
  readonly type: string;
  readonly presence: string;
  readonly text: string;
}

function stackedCell(cell: string): StackedCell | undefined {
  const [first = '', ...others] = cell.split(/<br\s?\/?>/i).map((line) => line.trim());
  const [, name = '', format] = typeLine.exec(plainText(first.slice(0, 200))) ?? [];
  if (name === '') return undefined;
  const type = format === undefined ? name : (formattedWords(name, format) ?? name);
  const presence = others.find((line) => presenceLine.test(line));
  const text = others.filter((line) => !presenceLine.test(line)).join('<br>');
  return { name, type, presence: presence === undefined ? '' : /^r/i.test(presence) ? 'yes' : 'no', text };
}
