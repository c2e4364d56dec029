import type { Fact, Subject } from '../evidence.ts';
import { readFieldList } from './bullets.ts';
import { describesFields, tableColumns, type Column } from './columns.ts';
import { fieldEvidence } from './field-evidence.ts';
import type { FieldRow } from './field-row.ts';
import { lastSentence } from './introduced-object.ts';
import { plainText } from './markup.ts';
import type { Reading } from './operation-fields.ts';
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
  const shownAt = columns.has('description') ? undefined : columns.get('value');
  const known = new Map<Column, number>([
    ['name', 0],
    ...columns,
    ...(shownAt === undefined ? [] : [['example', shownAt] as const]),
  ]);
  return describesFields(known) || isNamed || isHeaded ? tableFields(block, known).fields : [];
}

/** The media types that a row of `Content-Type` names. */
function shownTypes({ description = '', exampleText = '', values = [], defaultText = '' }: FieldRow): string[] {
  const text = [exampleText, defaultText, ...values, description].join(' ');
  return [...new Set(text.match(/\b(?:application|audio|font|image|text|video)\/[\w.+-]{1,60}/g) ?? [])];
}
