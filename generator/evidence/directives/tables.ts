import type { TableBlock } from '../../pages/page.ts';
import type { Evidence, OperationName, Subject } from '../evidence.ts';
import { describesFields, tableColumns } from '../sections/columns.ts';
import { fieldEvidence, type FieldRole } from '../sections/field-evidence.ts';
import { tableFields } from '../sections/table-rows.ts';

/**
 * The facts of a table that stands within the directive of an operation: parameters and properties a row each, or statuses. `label`
 * is the line that announces the table; `status` that of the answers whose properties are described. Gives no diagnostics; undefined
 * where the table is about nothing of the kind.
 */
export function directiveTable(
  table: TableBlock,
  operation: OperationName,
  label: string,
  status: string | undefined,
): Evidence[] | undefined {
  const statuses = statusRows(table, operation);
  if (statuses.length > 0) return statuses;
  const columns = tableColumns(table);
  if (!describesFields(columns)) return undefined;
  return tableFields(table, columns).fields.flatMap((row) =>
    fieldEvidence([row], { role: roleOf(row.place ?? '', row.name, operation, label, status), path: [] }),
  );
}

function roleOf(
  place: string,
  name: string,
  operation: OperationName,
  label: string,
  status: string | undefined,
): FieldRole {
  const said = /\b(path|query|headers?|cookies?|body|form|json|responses?|returns?|results?|request)\b/i.exec(
    place === '' ? label : place,
  )?.[1];
  const word = said?.toLowerCase().replace(/s$/, '') ?? '';
  if (word === 'path' || word === 'query' || word === 'header' || word === 'cookie') return { place: word, operation };
  if (/^(?:response|return|result)$/.test(word))
    return { place: 'response', operation, ...(status !== undefined && { status }) };
  if (operation.path.includes(`{${name}}`)) return { place: 'path', operation };
  const isSent = word !== '' && !/parameters?/i.test(label);
  return { place: !isSent && /^(?:get|head|delete)$/.test(operation.method) ? 'query' : 'body', operation };
}

/** A table whose first cells are statuses: `404 | No such harbour`. */
function statusRows({ header, rows }: TableBlock, operation: OperationName): Evidence[] {
  if (!/\b(?:status|code|response)\b/i.test(header[0] ?? '')) return [];
  return rows.flatMap(({ cells, location }): Evidence[] => {
    const status = /^[`*]{0,3}([1-5]\d\d)\b/.exec(cells[0] ?? '')?.[1];
    if (status === undefined) return [];
    const subject: Subject = { kind: 'response', operation, status, path: [] };
    const text = cells.slice(1).findLast((cell) => cell !== '');
    const about = { subject, location, method: 'cell', confidence: 'high' } as const;
    return [
      { ...about, fact: { kind: 'exists' } },
      ...(text === undefined ? [] : [{ ...about, fact: { kind: 'description', text } as const }]),
    ];
  });
}
