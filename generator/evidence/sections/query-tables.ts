import type { TableBlock } from '../../pages/page.ts';
import { endpointOf } from '../endpoints.ts';
import { plainText } from './markup.ts';
import type { Reading } from './operation-reading.ts';
import { statedQuery } from './query-mentions.ts';

/**
 * Reads a table whose rows show ways to call the operation by its query: `` | By owner | `/boxes?owner=[id]` | ``; false for any other.
 * Gives no diagnostics.
 */
export function readQueryTable({ operation, evidence }: Reading, table: TableBlock): boolean {
  const found = table.rows.map(({ cells, location }) =>
    cells.flatMap((cell) => {
      const text = plainText(cell.slice(0, 500)).trim();
      const endpoint = /^(?:https?:\/\/[^/\s?]+)?\/[^\s?]*\?\S+$/.test(text)
        ? endpointOf(operation.method, text)
        : undefined;
      if (endpoint?.operation.path !== operation.path) return [];
      const stated = statedQuery({ ...endpoint, operation, block: { ...table, location } });
      return stated.length > 0 ? [stated] : [];
    }),
  );
  if (found.length === 0 || found.some((row) => row.length === 0)) return false;
  const known = new Set<string>();
  for (const one of found.flat(2)) {
    const key = JSON.stringify([one.subject, one.fact]);
    if (!known.has(key)) evidence.push(one);
    known.add(key);
  }
  return true;
}
