import type { TableBlock } from '../../pages/page.ts';
import { tableColumns } from './columns.ts';
import { typeWordsOf } from './list-notes.ts';
import { plainText } from './markup.ts';

/** A name with what it is set to, as in an address: `limit=<number>`, `unit=[s,ms]`, `pretty=true`. */
const filled = /^([\w.$[\]-]{1,80})=(\S.{0,200})?$/;

/** What a name is set to: a stand-in, a list of what it may be, or an example. */
interface Filling {
  readonly name: string;
  readonly type: string;
  readonly values: string;
  readonly example: string;
}

/**
 * A table of which each name has behind an equals sign what it is set to, with columns for the type, the values and an example that this
 * says; any other table as it is. Gives no diagnostics.
 */
export function withFilledNames(table: TableBlock): TableBlock {
  const at = tableColumns(table).get('name');
  if (at === undefined || table.rows.length === 0) return table;
  const fillings = table.rows.map(({ cells }) => fillingOf(cells[at] ?? ''));
  if (fillings.includes(undefined)) return table;
  const rows = table.rows.map((row, index) => {
    const { name = '', type = '', values = '', example = '' } = fillings[index] ?? {};
    const cells = row.cells.map((cell, place) => (place === at ? `\`${name}\`` : cell));
    return { ...row, cells: [...cells, type, values, example] };
  });
  return { ...table, header: [...table.header, 'Type', 'Allowed values', 'Example'], rows };
}

function fillingOf(cell: string): Filling | undefined {
  const text = plainText(cell.slice(0, 400))
    .replaceAll('\\', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .trim();
  const [whole, name = '', value = ''] = filled.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const none = { name, type: '', values: '', example: '' };
  const inner = /^[<{[(]([^<>{}[\]()]*)[>}\])]$/.exec(value)?.[1];
  const choices = (inner ?? value).split(/\s?[|,]\s?/);
  if (choices.length > 1 && choices.every((one) => /^[\w.-]+$/.test(one)))
    return { ...none, values: choices.map((one) => `\`${one}\``).join(', ') };
  // `<string>` says the type, `<box_name>` what it stands for
  if (inner !== undefined) return { ...none, type: typeWordsOf(inner) ?? '' };
  return { ...none, example: /^\w[\w.:-]*$/.test(value) ? `\`${value}\`` : '' };
}
