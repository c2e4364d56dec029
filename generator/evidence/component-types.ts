import type { CodeBlock } from '../pages/page.ts';
import { addRows } from './component-fields.ts';
import { responseSubject, type Context, type Reading } from './component-reading.ts';
import { declarationsIn } from './declared-types/declarations.ts';
import { placedTypes, typedBody, typeRows, type PlacedType, type TypePlace } from './declared-types/facts.ts';
import type { Subject } from './evidence.ts';

const places: ReadonlySet<string> = new Set(['path', 'query', 'header', 'cookie', 'body', 'response', 'parameters']);

/** Reads code that declares types of what is sent or answered; false for any other. Gives no diagnostics. */
export function readTypes(reading: Reading, block: CodeBlock, context: Context): boolean {
  const { section, role, enclosing } = context;
  const byRole = role === 'response' ? 'response' : role === 'request' ? 'body' : undefined;
  const stated = section !== undefined && places.has(section) ? (section as TypePlace) : byRole;
  const found = enclosing ? [] : placedTypes(block, stated, reading.operation.method, reading.declared);
  for (const one of found) readType(reading, one, context);
  return found.length > 0 || declarationsIn(block).length > 0;
}

function readType(reading: Reading, one: PlacedType, context: Context): void {
  const { place } = one;
  const { operation, declared } = reading;
  reading.described = true;
  if (place !== 'body' && place !== 'response') {
    addRows(reading, typeRows(one, declared), { ...context, section: place });
    return;
  }
  const { status } = context;
  const role = { place, operation, ...(place === 'response' && status !== undefined && { status }) };
  const subject: Subject =
    place === 'response' ? responseSubject(reading, status) : { kind: 'request', operation, path: [] };
  reading.evidence.push(...typedBody(one, { role, subject }, declared));
}
