import type { Location } from '../base/location.ts';
import type { Block, ListItem, ProseBlock, TableBlock } from './page.ts';

/**
 * The table whose rows are written as lists, an item for each cell and the header first, as Markdoc has them within
 * `{% table %}`; undefined where anything else stands there, or a row has more cells than the header. Gives no diagnostics.
 */
export function listTable(children: readonly Block[], location: Location): TableBlock | undefined {
  const [first, ...others] = children.filter((block) => block.kind !== 'code' && block.kind !== 'element');
  if (!first || others.length === 0 || !isRow(first) || !others.every(isRow)) return undefined;
  const header = first.items.map(cellText);
  if (header.length < 2 || others.some(({ items }) => items.length > header.length)) return undefined;
  const rows = others.map((row) => ({
    cells: header.map((_, at) => (row.items[at] ? cellText(row.items[at]) : '')),
    location: row.location,
  }));
  return { kind: 'table', header, rows, location };
}

type Row = ProseBlock & { readonly items: readonly ListItem[] };

function isRow(block: Block): block is Row {
  return block.kind === 'prose' && block.form === 'list' && block.items !== undefined;
}

function cellText({ text, items }: ListItem): string {
  const inner = items.map((item) => `- ${cellText(item)}`);
  return [
    text
      // attributes of the cell
      .replace(/\s{0,5}\{% {0,3}[\w.#-][^{}\n]{0,200}%\}$/, '')
      .split('\n')
      .map((line) => line.trim())
      .join('<br>'),
    ...inner,
  ]
    .filter((one) => one !== '')
    .join('<br>');
}
