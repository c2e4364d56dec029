import type { ProseBlock } from '../../pages/page.ts';
import { labelledAuth } from '../auth-words.ts';
import { answerEvidence } from './answers.ts';
import { headingRole } from './heading-roles.ts';
import type { FieldRow } from './field-row.ts';
import { inlineFields, statedPresence } from './inline-fields.ts';
import { readListHead } from './list-head.ts';
import type { LabelledLine } from './label-lists.ts';
import { addFields } from './operation-fields.ts';
import type { Reading } from './operation-reading.ts';
import { addStatus } from './operation-statuses.ts';
import type { Part } from './units.ts';

/** What a line says behind its label of the operation as a whole: its text, its answers, or the fields that it takes. Gives no diagnostics. */
export function readLabelled(reading: Reading, part: Part, { label, value, block }: LabelledLine): void {
  const { role } = headingRole(label);
  const security = labelledAuth(block.text);
  if (security) {
    const subject = { kind: 'operation', operation: reading.operation } as const;
    const fact = { kind: 'security', security } as const;
    reading.evidence.push({ subject, fact, location: block.location, method: 'prose', confidence: 'high' });
  }
  if (/^(?:description|purpose|summary|scopes?)$/.test(label)) {
    const isText = !label.startsWith('scope');
    reading.description.push({ ...block, text: isText ? block.text.slice(block.text.indexOf(': ') + 2) : block.text });
    return;
  }
  const inline = inlineFields(block);
  for (const fields of inline) addFields(reading, part, fields.role, fields.rows, 'prose');
  const named = inline.length === 0 && takesFields.test(label) ? fieldsOf(label, value, block) : [];
  if (named.length > 0) addFields(reading, part, role === 'query' ? 'url' : role, named, 'prose');
  if (role !== 'response' && role !== 'error') return;
  const status = /^[1-5]\d\d\b/.exec(value)?.[0];
  if (status !== undefined) addStatus(reading, { status, text: undefined }, block.location);
  reading.evidence.push(...answerEvidence(block, reading.operation));
}

/** A label of what is sent. */
const takesFields = /\b(?:arguments?|param(?:eter)?s?|fields?)$/;

/** The one field that a line describes behind its label (`URL argument: path - (string) the folder`), or those that it only lists. */
function fieldsOf(label: string, value: string, { location }: ProseBlock): FieldRow[] {
  if (/^(?:none|nothing|n\/?a|[-–—])\.?$/i.test(value)) return [];
  const required = statedPresence(label);
  const about = { ...(required !== undefined && { required }), children: [], location, method: 'prose' } as const;
  const names = value.split(/,\s?/);
  if (required !== undefined && names.every((name) => /^[A-Za-z_][\w.[\]-]{0,60}$/.test(name)))
    return names.map((name) => ({ ...about, name }));
  const head = readListHead(value, true);
  const description = head?.rest ?? '';
  return (head?.names ?? []).map((name) => ({
    ...about,
    ...head?.notes,
    name,
    ...(description !== '' && { description }),
  }));
}
