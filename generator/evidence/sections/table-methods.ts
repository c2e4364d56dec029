import type { Block, HeadingBlock, TableBlock } from '../../pages/page.ts';
import { tableColumns } from './columns.ts';
import { plainText } from './markup.ts';
import { pathText } from './section-endpoints.ts';

/** A heading that says the method of all that stands below it: `GET requests`, `All POST endpoints`. */
const methodOfAll =
  /^(?:(?:all|http|supported|available)\s){0,2}(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\s(?:http\s)?(?:requests?|endpoints?|methods?|calls?|operations?|routes?|resources?)$/i;

/** A line over a table that says the same: ``All the following endpoints must be accessed with a `GET` request.`` */
const methodOfThese =
  /\b(?:[Aa]ll|[Tt]hese|following|below|[Ee]ach|[Ee]very)\b[^.\n]{0,100}?\b(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\b[`*]{0,3}\s(?:HTTP\s)?(?:requests?|methods?|endpoints?|calls?)\b/;

/** The method that the paragraph right before a table says all of its paths have; undefined where it names another, too. */
function methodBefore(block: Block | undefined): string | undefined {
  if (block?.kind !== 'prose' || block.form !== 'paragraph' || block.text.length > 500) return undefined;
  const named = new Set(block.text.match(/\b(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\b/g));
  const plain = block.text.replace(
    /\b(?:unless|if not)\s(?:said|stated|noted|specified)\sotherwise|\bunless\sotherwise\s\w{1,12}/gi,
    '',
  );
  const isDenied = /\b(?:not|except|unless|other than|besides)\b/i.test(plain);
  return named.size === 1 && !isDenied ? methodOfThese.exec(block.text)?.[1] : undefined;
}

/**
 * Blocks in which the tables of paths below a heading that says their method (`GET requests`), or behind a line that does, say it themselves, in a column of their own.
 * All other blocks are as they were. Gives no diagnostics.
 */
export function withTableMethods(blocks: readonly Block[]): readonly Block[] {
  let above: { readonly method: string; readonly heading: HeadingBlock } | undefined;
  return blocks.map((block, index): Block => {
    if (block.kind === 'heading') {
      const method = methodOfAll.exec(plainText(block.text.slice(0, 100)))?.[1]?.toUpperCase();
      if (method !== undefined) above = { method, heading: block };
      else if (above && block.depth <= above.heading.depth) above = undefined;
    }
    const method = block.kind === 'table' ? (methodBefore(blocks[index - 1]) ?? above?.method) : undefined;
    return block.kind === 'table' && method !== undefined ? withMethod(block, method) : block;
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
