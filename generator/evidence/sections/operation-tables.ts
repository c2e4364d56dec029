import type { TableBlock } from '../../pages/page.ts';
import { readFieldList } from './bullets.ts';
import { compositeItems } from './composite-cells.ts';
import { announcedColumns, describesFields, namesFields, sentColumns, tableColumns } from './columns.ts';
import { type PartRole } from './heading-roles.ts';
import { readBodyTable } from './body-tables.ts';
import { readKeyedTable } from './keyed-table.ts';
import { plainText } from './markup.ts';
import { addFields, saysAllOptional } from './operation-fields.ts';
import type { Reading } from './operation-reading.ts';
import { areReadFields, isAnswered, isAnsweredPart, isEntity } from './titled-parts.ts';
import { effectiveRole } from './part-role.ts';
import { readQueryTable } from './query-tables.ts';
import { readStatusTable } from './operation-statuses.ts';
import { withinAnswer } from './answered-titles.ts';
import { withFilledNames } from './filled-names.ts';
import { withTypeColumn } from './stacked-cells.ts';
import { tableFields } from './table-rows.ts';
import type { Part } from './units.ts';
import { leaveUnread } from './unread-parts.ts';

/** Roles of tables that show what is sent under which name. */
const sentRoles: ReadonlySet<PartRole> = new Set(['header', 'query', 'path', 'cookie', 'url']);

/** Whether a table behind a line about the answer is no more of that: what its first column is called is sent. */
function asksFor({ header: [first = ''] }: TableBlock, { role, section }: Part): boolean {
  const isLine = role === 'response' && section.heading === undefined;
  return isLine && /^(?:(?:request|method|call|input) )?arguments?$/i.test(plainText(first));
}

/** A table with the names of parameters of the path as the template has them: `` `name or id` `` of `/boxes/{name or id}`. */
function withPathNames(table: TableBlock, inPath: ReadonlySet<string>): TableBlock {
  const joined = (cell: string): string =>
    cell.replace(/^(\W{0,4})([A-Za-z]\w{0,30}(?: \w{1,30}){1,4})(?=\W|$)/, (whole, marks: string, words: string) => {
      const name = words.replaceAll(' ', '_');
      return inPath.has(name) ? `${marks}${name}` : whole;
    });
  if (![...inPath].some((name) => name.includes('_'))) return table;
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, at) => (at === 0 ? joined(cell) : cell)),
  }));
  return { ...table, rows };
}

/** Reads a table of an operation: its statuses, its fields, or its body; rows that name none are `evidence/unread`. */
export function readTable(reading: Reading, stated: Part, written: TableBlock, intro: string): void {
  const part = withinAnswer(reading, stated);
  const table = withPathNames(withTypeColumn(withFilledNames(written)), reading.inPath);
  if (readStatusTable(reading, table) || readKeyedTable(reading, part, table) || readQueryTable(reading, table)) return;
  const role = asksFor(table, part) ? 'parameters' : effectiveRole(reading.last, part, intro);
  if (role === 'aside') return leaveUnread(reading, part);
  if (role === 'body' && readBodyTable(reading, table)) return;
  const composite = compositeItems(table);
  const inCells = composite && readFieldList(composite, { announced: true });
  if (inCells) return addFields(reading, part, role, inCells, 'cell', intro);
  const isSure = role !== 'other' && role !== 'example' && role !== 'error';
  const found = sentRoles.has(role) ? sentColumns(table, tableColumns(table)) : tableColumns(table);
  const columns = isSure ? announcedColumns(table, found) : found;
  // errors of which no status is said describe no body
  const isNowhere = role === 'error' && part.status === undefined;
  if (isNowhere || !describesFields(columns) || !(isSure || namesFields(table, columns))) {
    return leaveUnread(reading, part);
  }
  const mayOmit = reading.operation.method === 'patch' || saysAllOptional(reading);
  const { fields, unread: rest } = tableFields(table, columns, { mayOmit });
  if (isAnsweredPart(reading, part, fields)) return addFields(reading, part, 'response', fields, 'cell', intro);
  if (isEntity(reading, part, fields)) return;
  // a table of faults by their names describes no body
  if (role === 'error' && fields.every(({ words }) => words === undefined)) return leaveUnread(reading, part);
  const header = plainText(table.header[columns.get('name') ?? 0] ?? '').toLowerCase();
  // `Path` alone is where in the body a field stands
  const named = /\b(?:query|path|header|body|cookie)\b(?<!^path$)/.exec(header)?.[0] as PartRole | undefined;
  // those of an answer are none of what it holds
  if (/^(?:http |response )?header(?: name|s)?$/.test(header) && (role === 'response' || role === 'error'))
    return leaveUnread(reading, part);
  const isUndecided = role === 'other' || role === 'parameters' || role === 'request' || role === 'example';
  const isShown = role === 'other' && named === undefined && isAnswered(reading, fields);
  const isHeaded = /^(?:response|returned|result|output) (?:field|attribute|propert|parameter|key|name|element)/.test(
    header,
  );
  // what stands for any key, or for each item, is in no query
  const isInside =
    role === 'other' &&
    reading.operation.method === 'get' &&
    fields.some(({ name }) => /\.\*(?:\.|$)|\[\]\./.test(name));
  const shown = isShown || isInside || isHeaded || areReadFields(reading, part) ? 'response' : role;
  addFields(reading, part, isUndecided ? (named ?? shown) : role, fields, 'cell', intro);
  for (const row of rest) {
    reading.report.add('evidence/unread', row.location, { text: plainText(row.cells.join(' ')).slice(0, 60) });
  }
}
