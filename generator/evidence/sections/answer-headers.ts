import type { Block, TableBlock } from '../../pages/page.ts';
import type { Evidence, Fact, OperationName, Subject } from '../evidence.ts';
import { readFieldList } from './bullets.ts';
import { describesFields, tableColumns, type Column } from './columns.ts';
import { fieldEvidence } from './field-evidence.ts';
import type { FieldRow } from './field-row.ts';
import { lastSentence } from './introduced-object.ts';
import { plainText } from './markup.ts';
import type { Reading } from './operation-reading.ts';
import { tableFields } from './table-rows.ts';
import type { Part } from './units.ts';

/** A heading, or the header of a column, that says that headers of answers follow. */
const ofAnswers = /^(?:http )?(?:response|reply|answer|returned|return) headers?(?: names?| fields?)?$/i;
const ofHeaders = /^(?:http )?headers?(?: names?| fields?)?$/i;

/** A line that announces headers, and one that speaks of what comes back. */
const introduced = /\bheaders?\b[^.]{0,60}:\W{0,3}$/i;
const answers = /\b(?:respon[ds]\w*|answers?|returns?|returned|replies)\b/i;

/** The name of a field of a message (RFC 9110, section 5.1), as headers have it. */
const fieldName = /^[A-Za-z][A-Za-z\d]{0,60}(?:-[A-Za-z\d]{1,60}){0,8}$/;

/** Headers that only requests have (RFC 9110, sections 7.2, 10.1, 11.6 and 12.5): whatever stands around them, they are sent. */
const onlySent =
  /^(?:accept|authorization|cookie|expect|from|host|if-(?:match|none-match|modified-since|range)|referer|user-agent)$/i;

/**
 * Reads the headers that an answer has, from a table or list under a heading or line (`intro`) that says so, or a table in a response whose
 * first column is called that: each is a header of the answer, `Content-Type` its media type. False for any other block. Gives no diagnostics.
 */
export function readAnswerHeaders(reading: Reading, part: Part, intro: string): boolean {
  const rows = headerRows(part, intro);
  if (rows.length === 0 || !rows.every(({ name }) => fieldName.test(name) && !onlySent.test(name))) return false;
  const { operation } = reading;
  const answer = { operation, ...(part.status !== undefined && { status: part.status }) };
  for (const row of rows) {
    if (/^content-type$/i.test(row.name)) {
      const subject: Subject = { kind: 'response', ...answer, path: [] };
      for (const mediaType of shownTypes(row)) {
        const fact: Fact = { kind: 'mediaType', mediaType };
        reading.evidence.push({ subject, fact, location: row.location, method: row.method, confidence: 'high' });
      }
    } else reading.evidence.push(...fieldEvidence([row], { role: { place: 'answerHeader', ...answer }, path: [] }));
  }
  return true;
}

/** The headers in a table or list that a line, under a heading, says all answers have; none where it speaks of what is sent. Gives no diagnostics. */
export function generalAnswerHeaders(block: Block, line: string, title: string, operation: OperationName): Evidence[] {
  const isHeaded = ofAnswers.test(plainText(title));
  const isAsked = /^\W{0,3}(?:please\s)?(?:send|include|pass|add|set|provide|supply|use)\b/i.test(line);
  const isSaid = isHeaded || (!isAsked && answers.test(line) && /\bheaders?\b/i.test(`${line} ${title}`));
  const rows = isSaid ? rowsOf(block) : [];
  const isNamed = rows.every(({ name }) => fieldName.test(name) && !onlySent.test(name));
  const own = isNamed ? rows.filter(({ name }) => !/^content-(?:type|length)$/i.test(name)) : [];
  return fieldEvidence(own, { role: { place: 'answerHeader', operation }, path: [] });
}

function rowsOf(block: Block): readonly FieldRow[] {
  if (block.kind === 'prose') return (block.items && readFieldList(block.items, { announced: true })) ?? [];
  return block.kind === 'table' ? headersIn(block) : [];
}

/** The rows of a table of headers, whatever it calls its columns; a text in the place of a value says what that is. Gives no diagnostics. */
export function headersIn(table: TableBlock): readonly FieldRow[] {
  const { fields } = tableFields(table, headerColumns(table));
  return fields.map(({ exampleText, ...row }) => {
    if (exampleText === undefined) return row;
    const isText =
      row.description === undefined && /\S\s\S/.test(exampleText) && !/^(?:bearer|basic)\s/i.test(exampleText);
    return isText ? { ...row, description: exampleText } : { ...row, exampleText };
  });
}

/** The columns of a table of headers, of which the first has the names, and that of values shows one. */
function headerColumns(table: TableBlock): ReadonlyMap<Column, number> {
  const columns = tableColumns(table);
  const shownAt = columns.has('description') ? undefined : columns.get('value');
  return new Map<Column, number>([
    ['name', 0],
    ...columns,
    ...(shownAt === undefined ? [] : [['example', shownAt] as const]),
  ]);
}

function headerRows({ block, role, section }: Part, intro: string): readonly FieldRow[] {
  const isAnswer = role === 'response' || role === 'error';
  const line = lastSentence(intro);
  const isLabel = ofAnswers.test(plainText(line).replace(/:$/, ''));
  const isIntroduced = isLabel || (introduced.test(line) && (isAnswer || answers.test(line)));
  const isHeaded = isIntroduced || ofAnswers.test(plainText(section.title).replace(/:$/, ''));
  if (block.kind === 'prose') return (isHeaded && block.items && readFieldList(block.items, { announced: true })) || [];
  if (block.kind !== 'table') return [];
  const columns = tableColumns(block);
  const first = plainText(block.header[columns.get('name') ?? 0] ?? '');
  const isNamed = ofAnswers.test(first) || (isAnswer && ofHeaders.test(first));
  if (!isHeaded && !isNamed) return [];
  const known = headerColumns(block);
  return describesFields(known) || isNamed || isHeaded ? tableFields(block, known).fields : [];
}

/** The media types that a row of `Content-Type` names. */
function shownTypes({ description = '', exampleText = '', values = [], defaultText = '' }: FieldRow): string[] {
  const text = [exampleText, defaultText, ...values, description].join(' ');
  return [...new Set(text.match(/\b(?:application|audio|font|image|text|video)\/[\w.+-]{1,60}/g) ?? [])];
}
