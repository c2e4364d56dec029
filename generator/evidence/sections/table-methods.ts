import type { Block, HeadingBlock, TableBlock } from '../../pages/page.ts';
import { tableColumns } from './columns.ts';
import { plainText } from './markup.ts';
import { pathText } from './section-endpoints.ts';

/** A heading that says the method of all that stands below it: `GET requests`, `All POST endpoints`. */
const methodOfAll =
  /^(?:(?:all|http|supported|available)\s){0,2}(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\s(?:http\s)?(?:requests?|endpoints?|methods?|calls?|operations?|routes?|resources?)$/i;

/**
 * Blocks in which the tables of paths below a heading that says their method (`GET requests`) say it themselves, in a column of their own.
 * All other blocks are as they were. Gives no diagnostics.
 */
export function withTableMethods(blocks: readonly Block[]): readonly Block[] {
  let above: { readonly method: string; readonly heading: HeadingBlock } | undefined;
  return blocks.map((block): Block => {
    if (block.kind === 'heading') {
      const method = methodOfAll.exec(plainText(block.text.slice(0, 100)))?.[1]?.toUpperCase();
      if (method !== undefined) above = { method, heading: block };
      else if (above && block.depth <= above.heading.depth) above = undefined;
    }
    return above && block.kind === 'table' ? withMethod(block, above.method) : block;
  });
}

function withMethod(table: TableBlock, method: string): TableBlock {
  const columns = tableColumns(table);
  const at = columns.get('url');
  const arePaths =
    at !== undefined && table.rows.every(({ cells }) => pathText(cells[at] ?? '')?.startsWith('/') === true);
  if (!arePaths || columns.has('method') || columns.has('name')) return table;
  const rows = table.rows.map((row) => ({ ...row, cells: [method, ...row.cells] }));
  return { ...table, header: ['Method', ...table.header], rows };
}
