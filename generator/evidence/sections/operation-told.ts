import { isObject } from '../../base/json.ts';
import type { ProseBlock } from '../../pages/page.ts';
import type { Evidence } from '../evidence.ts';
import { addFields } from './operation-fields.ts';
import type { Reading } from './operation-reading.ts';
import { toldFields } from './told-fields.ts';
import { toldPresence } from './told-presence.ts';
import type { Part } from './units.ts';

/** Roles of parts whose sentences are about the operation. */
const roles: ReadonlySet<Part['role']> = new Set(['other', 'body', 'query', 'response']);

/**
 * Adds the fields that sentences about an operation name, see `toldFields`: those of its body and of its answer only where nothing
 * else describes or shows these, since a sentence names a few of them; of a body that samples show, which of its fields have to be there. Gives no diagnostics.
 */
export function addToldFields(reading: Reading): void {
  const { unit, evidence, samples, operation } = reading;
  const isShown = (kind: 'request' | 'response'): boolean =>
    [...evidence, ...samples.evidence].some((one) => one.subject.kind === kind && saysForm(one));
  const isSent = (name: string): boolean => samples.bodies.some((body) => isObject(body) && Object.hasOwn(body, name));
  const isKnown = { body: isShown('request'), response: isShown('response') };
  for (const { part, block } of paragraphs(unit)) {
    evidence.push(...toldPresence(block, evidence));
    for (const { role, rows } of toldFields(block, operation)) {
      const isSaid = role === 'body' ? isKnown.body : role === 'response' && isKnown.response;
      const added = !isSaid
        ? rows
        : role === 'body'
          ? rows.filter((row) => row.required === true && isSent(row.name))
          : [];
      if (added.length > 0) addFields(reading, part, role, added, 'prose');
    }
  }
}

/** Whether a fact says what a body consists of, and not only that there is one. */
function saysForm({ subject, fact }: Evidence): boolean {
  const isWithin = (subject.kind === 'request' || subject.kind === 'response') && subject.path.length > 0;
  return isWithin || fact.kind === 'sample' || fact.kind === 'refers' || fact.kind === 'type';
}

function paragraphs({ parts, endpoint }: Reading['unit']): { readonly part: Part; readonly block: ProseBlock }[] {
  const found = parts.flatMap((part) =>
    part.block.kind === 'prose' && roles.has(part.role) ? [{ part, block: part.block }] : [],
  );
  const [first] = parts;
  return endpoint.block.kind === 'prose' && endpoint.text !== undefined && first
    ? [{ part: { ...first, role: 'other', titles: [] }, block: endpoint.block }, ...found]
    : found;
}
