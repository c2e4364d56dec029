import type { Page, TableBlock } from '../../pages/page.ts';
import { allBlocks } from '../blocks.ts';
import { blockEndpoint } from '../endpoints.ts';
import type { Source } from '../evidence.ts';
import { anchorIds } from '../widdershins/chapters.ts';
import { hasColumns } from '../widdershins/components.ts';
import { readDescription } from '../widdershins/reading.ts';

/**
 * Pages that Widdershins printed from a description: headings with anchors, tables with one column for each member, and
 * `»` for what is nested. The form can be read back, so the evidence is the description. Gives no diagnostics.
 */
export const widdershins: Source = {
  name: 'widdershins',
  sniff(page) {
    if (page.format !== 'markdown') return { score: 0, reason: 'no Markdown' };
    if (!page.text.includes('<a id="opId') && !page.text.includes('<a id="schema')) {
      return { score: 0, reason: 'no anchors of operations or schemas' };
    }
    return hasPrintedTable(page)
      ? { score: 1, reason: 'anchors of operations or schemas, and tables of their members' }
      : { score: 0.2, reason: 'anchors of operations or schemas, but no tables of their members' };
  },
  read(page) {
    const blocks = allBlocks(page.blocks);
    const data = readDescription(blocks, page.path, blockEndpoint);
    const fact = { kind: 'spec', data, uri: page.uri, isSlice: true } as const;
    return [{ subject: { kind: 'api' }, fact, location: data.locate(''), method: 'spec', confidence: 'high' }];
  },
};

function hasPrintedTable(page: Page): boolean {
  const blocks = allBlocks(page.blocks);
  const tables = blocks.filter((block): block is TableBlock => block.kind === 'table');
  const hasAnchor = blocks.some((block) => block.kind === 'prose' && anchorIds(block).length > 0);
  return (
    hasAnchor &&
    tables.some(
      (table) =>
        hasColumns(table, 'status', 'meaning', 'schema') ||
        hasColumns(table, 'name', 'type', 'required', 'restrictions'),
    )
  );
}
