import type { ProseBlock, TableBlock } from '../pages/page.ts';
import { addFact, responseSubject, type Context, type Reading } from './component-reading.ts';
import { headingSection } from './component-roles.ts';
import type { Evidence, Step, Subject } from './evidence.ts';
import { pathParameters } from './request-url.ts';
import { readFieldList, readStatusList } from './sections/bullets.ts';
import { describesFields, sentColumns, tableColumns } from './sections/columns.ts';
import { fieldEvidence, type FieldRole } from './sections/field-evidence.ts';
import type { FieldRow } from './sections/field-row.ts';
import { addCredential } from './sections/operation-fields.ts';
import { tableFields } from './sections/table-rows.ts';

/** Reads a table of named values among components; false where it is none, or nothing says whose values they are. */
export function readFieldTable(reading: Reading, table: TableBlock, context: Context): boolean {
  const found = tableColumns(table);
  const columns = context.section === 'header' || context.section === 'query' ? sentColumns(table, found) : found;
  if (!describesFields(columns)) return false;
  return addRows(reading, tableFields(table, columns).fields, context);
}

/**
 * The context of a table that nothing around it places: that of the section which its first header names (`Query parameter`), or of
 * parameters, where it says so or that some have to be there, before anything is told of an answer. Gives no diagnostics.
 */
export function tablePlace(reading: Reading, table: TableBlock, context: Context): Context {
  const { section, role, enclosing } = context;
  if (section !== undefined || role !== undefined || enclosing || !reading.named) return context;
  const isAnswered = reading.evidence.some(
    ({ subject }) => subject.kind === 'response' && subject.operation === reading.operation,
  );
  const header = (table.header[0] ?? '').trim();
  const named = headingSection(header);
  if (/^(?:path|query|header|cookie)$/.test(named)) return { ...context, section: named };
  const isSent = /param|argument/i.test(header) || tableColumns(table).has('required');
  return isSent && !isAnswered ? { ...context, section: 'parameters' } : context;
}

/** Reads a list of named values among components; false where it is none, or nothing says whose values they are. */
export function readFieldItems(reading: Reading, list: ProseBlock, context: Context): boolean {
  const isAnnounced = context.section !== undefined && context.section !== 'other';
  const rows = list.items && readFieldList(list.items, { announced: isAnnounced });
  return rows !== undefined && addRows(reading, rows, context);
}

/** Whether a list in the description of an object, or of a list of them, names its parts, each with a type. */
export function listsParts({ items }: ProseBlock, words: string | undefined): boolean {
  if (!items || !/\b(?:object|array|list|dict|map)\b|\[\]/i.test(words ?? '')) return false;
  const rows = readFieldList(items, { announced: false });
  return rows !== undefined && rows.length >= items.length && rows.every((row) => row.words !== undefined);
}

/** Reads a list of the statuses that an operation answers with; false where it is none. */
export function readStatuses(reading: Reading, list: ProseBlock): boolean {
  const rows = list.items && readStatusList(list.items);
  for (const { status, description, item } of rows ?? []) {
    const subject = responseSubject(reading, status);
    addFact(reading, subject, { kind: 'exists' }, item.location);
    if (description !== undefined) addFact(reading, subject, { kind: 'description', text: description }, item.location);
  }
  return rows !== undefined;
}

/** Adds the facts of rows that stand where the context says; false where nothing says whose values they are. Gives no diagnostics. */
export function addRows(reading: Reading, rows: readonly FieldRow[], context: Context): boolean {
  const isPlaced = fieldPlace(reading, context) !== undefined;
  // rows may say themselves where they are sent
  const arePlaced = context.enclosing === undefined && context.role === undefined && rows.every((row) => row.place);
  if (rows.length === 0 || (!isPlaced && !arePlaced)) return false;
  for (const row of rows) {
    const own = { place: row.place ?? 'body', operation: reading.operation } as const;
    const place = isPlaced ? fieldPlace(reading, context, row.name) : { role: own, path: [] };
    if ((row.place ?? place?.role.place) === 'header' && addCredential(reading, row)) continue;
    if (place) reading.evidence.push(...fieldEvidence([row], place));
  }
  reading.described = true;
  return true;
}

/** Whose values stand here: those of the parameter around, or of the section; else by convention, by the method. */
function fieldPlace(
  reading: Reading,
  { section, enclosing, status, role }: Context,
  name = '',
): { readonly role: FieldRole; readonly path: readonly Step[]; readonly confidence?: 'medium' } | undefined {
  const { operation } = reading;
  // what an answer holds is its own, if nothing within says otherwise
  const isOfAnswer = role === 'response' && (section === undefined || section === 'other' || section === 'parameters');
  const place = enclosing?.place ?? (isOfAnswer ? 'response' : section);
  const path = enclosing?.path ?? [];
  switch (place) {
    case 'response':
      return { role: { place, operation, ...(status !== undefined && { status }) }, path };
    case 'body':
      return { role: { place, operation }, path };
    case 'answerHeader':
      return { role: { place, operation, ...(status !== undefined && { status }) }, path: [] };
    case 'path':
    case 'query':
    case 'header':
    case 'cookie':
      return enclosing ? undefined : { role: { place, operation }, path };
    case 'parameters': {
      const isBodiless = /^(?:get|head|delete)$/.test(operation.method);
      const guessed = pathParameters(operation.path).includes(name) ? 'path' : isBodiless ? 'query' : 'body';
      return { role: { place: guessed, operation }, path, confidence: 'medium' };
    }
    default:
      return undefined;
  }
}

/** Columns of allowed values, and of what each of them means. */
const valueHeader =
  /^(?:(?:possible |allowed |valid |available )?(?:values?|options?)|states?|status|enum|constant|name|key)$/i;
const meaningHeader = /^(?:descriptions?|meaning|details?|notes?|explanation|label)$/i;

/** The values that a table within a parameter lists, each in code marks with what it means; undefined for any other table. */
export function listedValues(table: TableBlock, subject: Subject): Evidence | undefined {
  const [first = '', second = ''] = table.header;
  if (table.header.length !== 2 || !valueHeader.test(first.trim()) || !meaningHeader.test(second.trim()))
    return undefined;
  const values = table.rows.flatMap(({ cells }) => /^`"?([^`"]+)"?`$/.exec(cells[0]?.trim() ?? '')?.[1] ?? []);
  if (values.length === 0 || values.length < table.rows.length) return undefined;
  const fact = { kind: 'enum', values, closed: true } as const;
  return { subject, fact, location: table.location, method: 'cell', confidence: 'high' };
}
