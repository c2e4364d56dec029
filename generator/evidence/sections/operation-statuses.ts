import type { CodeBlock, ProseBlock, TableBlock } from '../../pages/page.ts';
import { statusOf } from '../component-samples.ts';
import type { Evidence, Fact, Subject } from '../evidence.ts';
import { tableColumns } from './columns.ts';
import { plainText } from './markup.ts';
import type { Reading } from './operation-fields.ts';
import { typeText } from './references.ts';
import type { Part } from './units.ts';

/** An operation whose answers are read, and where facts about them go. */
type Answered = Pick<Reading, 'operation' | 'evidence'>;

/** A paragraph that is a link to what is answered, and nothing else; false for any other. */
export function readAnswerType(reading: Reading, { status }: Part, block: ProseBlock): boolean {
  const isLink = /^[*_]{0,3}\[[^\][]{1,200}\]\([^()\s]{1,300}\)[*_]{0,3}\.?$/.test(block.text.trim());
  const { reference } = isLink ? typeText(block.text, block.location.document) : {};
  if (!reference) return false;
  const subject: Subject = {
    kind: 'response',
    operation: reading.operation,
    path: [],
    ...(status !== undefined && { status }),
  };
  add(reading, subject, { kind: 'exists' }, block.location);
  add(reading, subject, { kind: 'refers', reference }, block.location);
  return true;
}

/** A line that names a status, what it answers with and what it means: `200 ([Box](#box)): OK`. */
const statusLine =
  /^\W{0,4}([1-5](?:\d\d|XX))\W{0,3}?(?:\s\((\[[^\][]{1,100}\]\([^()\s]{1,200}\)|[\w [\]]{1,60})\))?\s{0,2}(?::|[-–—]\s|\s(?=(?:with|if|when|on)\s))\s{0,3}(\S.{0,300})$/;

/** A paragraph whose every line names a status; false for any other. */
export function readStatusLines(reading: Reading, block: ProseBlock): boolean {
  const lines = block.text.split('\n').map((line) => statusLine.exec(line.replace(/^<br\s?\/?>/, '')));
  if (block.form !== 'paragraph' || lines.includes(null)) return false;
  for (const [index, line] of lines.entries()) {
    const [, status = '', words, text] = line ?? [];
    const location = { document: block.location.document, line: block.location.line + index };
    addStatus(reading, { status, text, words }, location);
  }
  return true;
}

/** Reads code in a response that shows a status and nothing else (`204 No Content`); false for any other. */
export function readShownStatus(reading: Reading, { role }: Part, { text, location }: CodeBlock): boolean {
  const isAnswer = role === 'response' || role === 'error';
  const status = isAnswer ? /^\s*([1-5]\d\d)(?:\s[A-Za-z -]{1,40})?\s*$/.exec(text.slice(0, 100))?.[1] : undefined;
  if (status === undefined || text.length > 100) return false;
  addStatus(reading, { status, text: undefined }, location);
  return true;
}

/** What a line or row says of one status: `words` are those for the type of the answer. */
export interface StatedStatus {
  readonly status: string;
  readonly text: string | undefined;
  readonly words?: string | undefined;
}

/** Adds what is said of one status: that it exists, its text, and what it answers with. */
export function addStatus(
  reading: Answered,
  { status, text, words }: StatedStatus,
  location: Evidence['location'],
): void {
  const subject: Subject = {
    kind: 'response',
    operation: reading.operation,
    status: /xx$/i.test(status) ? status.toUpperCase() : status.toLowerCase(),
    path: [],
  };
  add(reading, subject, { kind: 'exists' }, location);
  if (text !== undefined && text.trim() !== '')
    add(reading, subject, { kind: 'description', text: text.trim() }, location);
  const { reference } = words === undefined ? {} : typeText(words, location.document);
  if (reference) add(reading, subject, { kind: 'refers', reference }, location);
}

/** Reads a table of statuses, each row a response; false for any other. */
export function readStatusTable(reading: Answered, table: TableBlock): boolean {
  const columns = tableColumns(table);
  const at = columns.get('status') ?? columns.get('value') ?? (columns.has('name') ? undefined : 0);
  const typeAt = columns.get('type');
  if (at === undefined || (typeAt !== undefined && !columns.has('status'))) return false;
  const statuses = table.rows.map((row) => statusOf(plainText(row.cells[at] ?? '')));
  if (
    statuses.length === 0 ||
    !statuses.every((status, row) => status !== undefined && plainText(table.rows[row]?.cells[at] ?? '').length < 40)
  ) {
    return false;
  }
  table.rows.forEach((row, index) => {
    const text = row.cells[columns.get('description') ?? at + 1];
    const words = typeAt === undefined ? undefined : row.cells[typeAt];
    addStatus(reading, { status: statuses[index] ?? '', text, words }, row.location);
  });
  return true;
}

function add(reading: Answered, subject: Subject, fact: Fact, location: Evidence['location']): void {
  reading.evidence.push({ subject, fact, location, method: 'prose', confidence: 'high' });
}
