import type { JsonValue } from '../../base/json.ts';
import { trimmedEnd } from '../../base/trim.ts';
import type { Page, TableBlock } from '../../pages/page.ts';
import type { Evidence } from '../evidence.ts';
import { tableColumns } from './columns.ts';
import { withoutGroupRows } from './group-rows.ts';
import { typeWordsOf } from './list-notes.ts';
import { plainText } from './markup.ts';
import type { Units } from './units.ts';

/**
 * A table of constants under a heading (`Sticker types`: name and value) as an entity with these values: those of its
 * column of values, else its first. Tables of flags, which may be combined, give none. No diagnostics.
 */
export function enumeration({ section, blocks }: Units['loose'][number], page: Page): Evidence[] {
  const tables = blocks.filter((block) => block.kind === 'table');
  const [table] = tables;
  if (!table || tables.length !== 1 || section.title === '' || /\bflags?\b/i.test(section.title)) return [];
  const values = constants(table);
  if (!values) return [];
  const entity = { document: page.path, anchor: section.anchors[0] ?? '', title: section.title };
  const subject = { kind: 'entity', entity, path: [] } as const;
  const location = section.heading?.location ?? table.location;
  const base = { subject, method: 'cell', confidence: 'high' } as const;
  return [
    { ...base, fact: { kind: 'exists' }, location },
    { ...base, fact: { kind: 'enum', values, closed: true }, location: table.location },
    ...section.anchors.map((anchor): Evidence => ({
      ...base,
      fact: { kind: 'alias', anchor },
      location,
      method: 'name',
    })),
  ];
}

/**
 * The values of a table of constants: those of its column of values, else of the one that is told to hold them, or whose header
 * says so. Undefined for a table of anything else, and for flags, which may be combined. Gives no diagnostics.
 */
export function constants(written: TableBlock, told?: number): JsonValue[] | undefined {
  const table = withoutGroupRows(written);
  const columns = tableColumns(table);
  const header = table.header.map((cell) => plainText(cell).toLowerCase());
  if (header.some((cell) => /\bflags?\b|permission|bitwise/.test(cell)) || table.rows.length < 2) return undefined;
  const numbers = table.header.findIndex((_, column) =>
    table.rows.every((row) => /^\W*\d+\W*$/.test(row.cells[column] ?? '')),
  );
  const at =
    columns.get('value') ??
    (numbers === -1 ? undefined : numbers) ??
    columns.get('values') ??
    (isNamed(header[0] ?? '') ? 0 : told);
  if (at === undefined || holdsTypes(table, columns)) return undefined;
  const cells = table.rows.map((row) => trimmedEnd(plainText((row.cells[at] ?? '').slice(0, 200)), '*').trim());
  if (!cells.every((cell) => /^["']?[\w.:@-]{1,60}["']?$/.test(cell))) return undefined;
  const isNumeric = cells.every((cell) => /^-?\d{1,15}$/.test(cell));
  const isKnown = isNumeric || columns.has('value') || told !== undefined;
  if (!isKnown && !cells.every((cell) => /^[a-z\d_.:-]+$|^[A-Z\d_]+$/.test(cell))) return undefined;
  return cells.map((cell) => (isNumeric ? Number(cell) : cell.replaceAll(/^["']|["']$/g, '')));
}

/** Whether a column says of most rows what type it is: then these are fields. */
function holdsTypes({ rows }: TableBlock, columns: ReturnType<typeof tableColumns>): boolean {
  const at = columns.get('type');
  if (at === undefined || !columns.has('name')) return false;
  if (columns.has('required')) return true;
  const typed = rows.filter(({ cells }) => {
    const cell = (cells[at] ?? '').slice(0, 200);
    return cell.includes('](') || typeWordsOf(plainText(cell).replaceAll(/^\[\s?|\s?\]$/g, '')) !== undefined;
  });
  return typed.length * 2 > rows.length;
}

function isNamed(header: string): boolean {
  return /^(?:value|type|name|feature|event|status|state|mode|code|key)$/.test(header);
}
