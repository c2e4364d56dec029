import type { TableBlock } from '../../pages/page.ts';
import { cellBody, cellBodyEvidence } from './cell-types.ts';
import { tableColumns } from './columns.ts';
import { plainText } from './markup.ts';
import type { Reading } from './operation-reading.ts';

/**
 * Reads a table that says what a body is as a whole, and names no fields: `| Required | Schema |`, `| Content type | Schema |`; false for
 * any other. Gives no diagnostics.
 */
export function readBodyTable({ operation, evidence }: Reading, table: TableBlock): boolean {
  const columns = tableColumns(table);
  const typeAt = columns.get('type');
  if (columns.has('name') || columns.has('status') || typeAt === undefined || table.rows.length > mostRows)
    return false;
  if (namesParts(table, new Set(columns.values()))) return false;
  const bodies = table.rows.map(({ cells, location }) => cellBody(cells[typeAt] ?? '', location));
  if (bodies.length === 0 || bodies.includes(undefined)) return false;
  const subject = { kind: 'request', operation, path: [] } as const;
  const requiredAt = columns.get('required');
  for (const [index, { cells, location }] of table.rows.entries()) {
    const body = bodies[index];
    if (!body) continue;
    const named = cells.map(plainText).filter((cell) => mediaType.test(cell));
    const isFirst = index === 0;
    const found = cellBodyEvidence({ ...body, mediaTypes: [...body.mediaTypes, ...named] }, subject, location);
    evidence.push(...found.filter(({ fact }) => isFirst || fact.kind === 'mediaType'));
    const presence = requiredAt === undefined ? '' : plainText(cells[requiredAt] ?? '');
    if (isFirst && /^(?:yes|true|required|no|false|optional)$/i.test(presence)) {
      const fact = { kind: 'required', value: /^(?:yes|true|required)$/i.test(presence) } as const;
      evidence.push({ subject, fact, location, method: 'cell', confidence: 'high' });
    }
  }
  return true;
}

/** Whether another column holds a name in each row, whatever its header calls that: such a table is about parts. */
function namesParts({ header, rows }: TableBlock, known: ReadonlySet<number>): boolean {
  return header.some((_, at) => {
    if (known.has(at)) return false;
    const cells = rows.map((row) => plainText(row.cells[at] ?? ''));
    return cells.every((cell) => /^[A-Za-z_][\w.[\]-]{0,100}$/.test(cell) && !/^(?:yes|no|true|false)$/i.test(cell));
  });
}

/** More rows list things. */
const mostRows = 6;

const mediaType = /^(?:application|text|multipart|image|audio|video)\/[\w.+*-]{1,80}$/;
