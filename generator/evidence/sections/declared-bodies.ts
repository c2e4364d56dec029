import type { CodeBlock } from '../../pages/page.ts';
import { declarationsIn } from '../declared-types/declarations.ts';
import { classOf, notationOf } from '../declared-types/notation.ts';
import { placedTypes, typedBody, typeRows, type TypePlace } from '../declared-types/facts.ts';
import type { Fact, OperationName, Subject } from '../evidence.ts';
import { fieldEvidence, type FieldRole } from './field-evidence.ts';
import { announcesList } from './list-body.ts';
import { partApart } from './introduced-parts.ts';
import { addFields } from './operation-fields.ts';
import type { Reading } from './operation-reading.ts';
import type { Part } from './units.ts';

/** Reads code that declares types of what an operation is sent or answers with; false for any other. Gives no diagnostics. */
export function readDeclared(reading: Reading, part: Part, block: CodeBlock, intro: string): boolean {
  const { operation, declared } = reading;
  const found = placedTypes(block, placeOf(reading, part, intro), operation.method, declared);
  for (const one of found) {
    const { place } = one;
    if (place !== 'body' && place !== 'response') {
      addFields(reading, part, place, typeRows(one, declared), 'cell', intro);
      continue;
    }
    const { role, subject } = wholeBody(place, operation, part.status);
    reading.evidence.push(...typedBody(one, { role, subject, isList: announcesList(intro) }, declared));
  }
  return found.length > 0 || declarationsIn(block).length > 0;
}

/** A body as a whole, and the role of the fields in it; only an answer has a status. */
function wholeBody(
  place: 'body' | 'response',
  operation: OperationName,
  status: string | undefined,
): { readonly role: FieldRole; readonly subject: Subject } {
  if (place === 'body') return { role: { place, operation }, subject: { kind: 'request', operation, path: [] } };
  const stated = status === undefined ? {} : { status };
  return { role: { place, operation, ...stated }, subject: { kind: 'response', operation, path: [], ...stated } };
}

/**
 * Reads code in the form of JSON that says what its values are by words for types or by comments. True where it is nothing but
 * that; else it is a sample, too. Gives no diagnostics.
 */
export function readNotation(reading: Reading, part: Part, block: CodeBlock, intro: string): boolean {
  const found = notationOf(block);
  if (!found) return readClass(reading, part, block, intro);
  const { operation, samples } = reading;
  const end = block.location.endLine ?? block.location.line;
  // which way a sample goes is known
  const [sampled] = samples.evidence.flatMap(({ subject, fact, location }) => {
    const isBody = subject.kind === 'request' || subject.kind === 'response';
    const isHere = location.line >= block.location.line && location.line <= end;
    return isBody && isHere && fact.kind === 'sample' ? [subject] : [];
  });
  const names = found.rows.map(({ name }) => name);
  const within = sampled ? sampled.path : partApart(intro, names);
  const isOfAnswer = within !== undefined && ofAnswer.test(intro);
  const place = sampled ? undefined : isOfAnswer ? 'response' : placeOf(reading, part, intro);
  const isAnswer = sampled ? sampled.kind === 'response' : place === 'response';
  if (!sampled && !isAnswer && place !== 'body' && place !== 'parameters') return false;
  const { status } = sampled?.kind === 'response' ? sampled : part;
  const { role, subject } = wholeBody(isAnswer ? 'response' : 'body', operation, status);
  const exists: Fact = { kind: 'exists' };
  const { location } = block;
  const isInside = within !== undefined && within.length > 0 && 'path' in subject;
  const holder: Subject | undefined = isInside ? { ...subject, path: within } : undefined;
  reading.evidence.push(
    { subject, fact: exists, location, method: 'cell', confidence: 'high' },
    ...(holder ? [{ subject: holder, fact: exists, location, method: 'cell', confidence: 'high' } as const] : []),
    ...fieldEvidence(found.rows, {
      role,
      path: [...(within ?? []), ...(found.isList ? [{ kind: 'items' } as const] : [])],
    }),
  );
  return found.isPure;
}

/** What a line says of a part of an answer. */
const ofAnswer = /\bof\s(?:the|an|each)\s(?:\w{1,20}\s)?(?:results?|responses?|answers?|reply|output)\b/i;

/** Reads code that only names the object a body is (`[Box]`); false for any other. */
function readClass(reading: Reading, part: Part, block: CodeBlock, intro: string): boolean {
  const reference = classOf(block);
  const place = reference && placeOf(reading, part, intro);
  if (!reference || (place !== 'body' && place !== 'response')) return false;
  const { subject } = wholeBody(place, reading.operation, part.status);
  const { location } = block;
  const facts: Fact[] = [{ kind: 'exists' }, { kind: 'refers', reference }];
  if (reference.form === 'list') facts.push({ kind: 'type', words: 'array' });
  for (const fact of facts) reading.evidence.push({ subject, fact, location, method: 'cell', confidence: 'high' });
  return true;
}

/** Where the values of what a part shows are sent, by its headings, else by the line before it. */
function placeOf({ operation }: Reading, { role, status }: Part, intro: string): TypePlace | undefined {
  const isBodiless = /^(?:get|head|delete)$/.test(operation.method);
  switch (role) {
    case 'path':
    case 'query':
    case 'header':
    case 'cookie':
    case 'body':
    case 'response':
    case 'parameters':
      return role;
    case 'url':
      return 'parameters';
    case 'request':
      return isBodiless ? 'parameters' : 'body';
    case 'error':
      return status === undefined ? undefined : 'response';
    default: {
      const line = intro.trim().slice(-300);
      if (/\b(?:respon\w*|returns?|returned|answers?|output|reply)\b[^.]{0,100}[:.]?$/i.test(line)) return 'response';
      if (/\bquery\b[^.]{0,100}:?$/i.test(line)) return 'query';
      return !isBodiless && /\b(?:request|body|payload|sends?|accepts|expects)\b[^.]{0,100}[:.]?$/i.test(line)
        ? 'body'
        : undefined;
    }
  }
}
