import type { ElementBlock } from '../pages/page.ts';
import { readListedAnswers, tableContext } from './component-contexts.ts';
import { readFieldTable } from './component-fields.ts';
import { attributeTables } from './component-lists.ts';
import type { Context, Reading } from './component-reading.ts';

/**
 * Reads the tables that an element without content holds in attributes; false where it holds none that fits. Gives what the readers of
 * tables give.
 */
export function readTables(reading: Reading, block: ElementBlock, context: Context): boolean {
  if (block.children.length > 0) return false;
  if (readListedAnswers(reading, block)) return true;
  const read = attributeTables(block).map(({ attribute, table }) => {
    const own = tableContext(reading, block, attribute, context);
    return own !== undefined && readFieldTable(reading, table, own);
  });
  return read.includes(true);
}
