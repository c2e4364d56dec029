import { credentialOf } from '../code-samples.ts';
import type { Subject } from '../evidence.ts';
import type { Label } from './grammar.ts';
import { push, type Reading } from './reading.ts';

/** What the text of the header of credentials says of them; the header itself is no parameter (OAS 3.1, section 4.8.12.2). Gives no diagnostics. */
export function addCredential({ name, description = '' }: Label, line: number, reading: Reading): void {
  const scheme = /\bbearer\b/i.test(description) ? 'Bearer' : /\bbasic\b/i.test(description) ? 'Basic' : '';
  const security = scheme === '' ? undefined : credentialOf(name, scheme, 'header');
  const subject: Subject = { kind: 'operation', operation: reading.page.operation };
  if (security) push(reading, subject, { kind: 'security', security }, line, 'label', 'high');
}

/** A key below a heading of authentication is no parameter either; false where the name is that of none. */
export function addKey({ name, place }: Label, line: number, reading: Reading): boolean {
  if (!/auth|key|token|secret/i.test(name) || place === 'path' || place === 'body') return false;
  const subject: Subject = { kind: 'operation', operation: reading.page.operation };
  const security = { type: 'apiKey', in: place ?? 'header', name } as const;
  push(reading, subject, { kind: 'security', security }, line, 'label', 'high');
  reading.current = undefined;
  reading.hasDescription = true;
  return true;
}
