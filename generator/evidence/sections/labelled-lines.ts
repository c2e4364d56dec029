import { answerEvidence } from './answers.ts';
import { headingRole } from './heading-roles.ts';
import { inlineFields } from './inline-fields.ts';
import type { LabelledLine } from './label-lists.ts';
import { addFields, type Reading } from './operation-fields.ts';
import { addStatus } from './operation-statuses.ts';
import type { Part } from './units.ts';

/** What a line says behind its label of the operation as a whole: its text, its answers, or the fields that it takes. Gives no diagnostics. */
export function readLabelled(reading: Reading, part: Part, { label, value, block }: LabelledLine): void {
  const { role } = headingRole(label);
  if (/^(?:description|purpose|summary|scopes?)$/.test(label)) {
    const isText = !label.startsWith('scope');
    reading.description.push({ ...block, text: isText ? block.text.slice(block.text.indexOf(': ') + 2) : block.text });
    return;
  }
  for (const fields of inlineFields(block)) addFields(reading, part, fields.role, fields.rows, 'prose');
  if (role !== 'response' && role !== 'error') return;
  const status = /^[1-5]\d\d\b/.exec(value)?.[0];
  if (status !== undefined) addStatus(reading, { status, text: undefined }, block.location);
  reading.evidence.push(...answerEvidence(block, reading.operation));
}
