import type { Evidence, Fact, Subject } from '../evidence.ts';
import { typeText } from './references.ts';
import type { NamedEndpoint } from './section-endpoints.ts';

/** What the row of a table says that an operation answers with, by a link to that. Gives no diagnostics. */
export function rowAnswer({ operation, answer, status, block }: NamedEndpoint): Evidence[] {
  const { location } = block;
  const { reference } = answer === undefined ? {} : typeText(answer, location.document);
  if (!reference) return [];
  const subject: Subject = { kind: 'response', operation, path: [], ...(status !== undefined && { status }) };
  const about = (fact: Fact): Evidence => ({ subject, fact, location, method: 'cell', confidence: 'medium' });
  return [about({ kind: 'exists' }), about({ kind: 'refers', reference })];
}
