import type { CodeBlock } from '../../pages/page.ts';
import { declarationsIn } from '../declared-types/declarations.ts';
import { placedTypes, typedBody, typeRows, type TypePlace } from '../declared-types/facts.ts';
import type { Subject } from '../evidence.ts';
import { addFields, type Reading } from './operation-fields.ts';
import type { Part } from './units.ts';

/** Reads code that declares types of what an operation is sent or answers with; false for any other. Gives no diagnostics. */
export function readDeclared(reading: Reading, part: Part, block: CodeBlock, intro: string): boolean {
  const { operation, declared } = reading;
  const found = placedTypes(block, placeOf(reading, part, intro), operation.method);
  for (const one of found) {
    const { place } = one;
    if (place !== 'body' && place !== 'response') {
      addFields(reading, part, place, typeRows(one, declared), 'cell', intro);
      continue;
    }
    const { status } = part;
    const role = { place, operation, ...(place === 'response' && status !== undefined && { status }) };
    const subject: Subject =
      place === 'body'
        ? { kind: 'request', operation, path: [] }
        : { kind: 'response', operation, path: [], ...(status !== undefined && { status }) };
    reading.evidence.push(...typedBody(one, role, subject, declared));
  }
  return found.length > 0 || declarationsIn(block).length > 0;
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
