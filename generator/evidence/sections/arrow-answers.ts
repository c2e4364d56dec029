import type { CodeBlock, ProseBlock } from '../../pages/page.ts';
import { notationOf } from '../declared-types/notation.ts';
import type { Evidence, Fact, OperationName, Subject } from '../evidence.ts';
import { fieldEvidence } from './field-evidence.ts';
import { typeText } from './references.ts';

/** What is sent, if anything, an arrow, and what is answered: `` `{email, password}` → `{token}` ``, `→ 204`, `→ Box[]`. */
const shorthand =
  /^(?:[*_]{0,2}`[A-Z]{3,7}\s[^`\n]{1,300}`[*_]{0,2})?[\s:–—-]{0,4}(?:(?:with|body:?)\s)?(?:`?(\{[^`→\n]{0,500}\})`?\s{0,3})?(?:→|->|=>|⇒)\s{0,3}(\S[^\n]{0,500})$/i;

/** What stands behind the arrow: a status, an object or list in short form, or the name of a type. */
const answer =
  /^`?([1-5]\d\d)?(?:\s[A-Z][A-Za-z ]{1,30}?)?[`\s,:]{0,4}(?:`?(\{[^`\n]*\}|\[\s?\{[^`\n]*\}\s?\])`?|`?((?:array of )?[A-Z]\w{1,60}(?:\[\])?)`?|(\[[^\][]{1,100}\]\([^()\s]{1,200}\)(?:\[\])?))?[.`]?$/;

/**
 * What a line about an operation says in short form of what is sent and answered. The names in such a form have no types unless
 * it gives them. Medium confidence. Gives no diagnostics.
 */
export function arrowEvidence({ text, location }: ProseBlock, operation: OperationName): Evidence[] {
  const [, sent, behind = ''] = text.length > 1200 ? [] : (shorthand.exec(text.trim()) ?? []);
  const [whole, status, object, type, link] = answer.exec(behind.trim()) ?? [];
  if (whole === undefined || behind === '') return [];
  const stated = { location, method: 'prose', confidence: 'medium' } as const;
  const subject: Subject = { kind: 'response', operation, path: [], ...(status !== undefined && { status }) };
  const facts: Fact[] = [];
  const words = link ?? type;
  const { reference } = words === undefined ? {} : typeText(words, location.document);
  if (status !== undefined || reference || object !== undefined) facts.push({ kind: 'exists' });
  if (reference) facts.push({ kind: 'refers', reference });
  const mayBeSent = sent !== undefined && /^(?:post|put|patch|delete)$/.test(operation.method);
  return [
    ...(mayBeSent ? shortBody(sent, { kind: 'request', operation, path: [] }, location) : []),
    ...facts.map((fact): Evidence => ({ subject, fact, ...stated })),
    ...(object === undefined ? [] : shortBody(object, subject, location)),
  ];
}

type Body = Extract<Subject, { kind: 'request' | 'response' }>;

/** An object in short form, whose members may have no types: `{name, size?: int, owner: {id}}`. */
function shortBody(written: string, subject: Body, location: Evidence['location']): Evidence[] {
  const text = written
    .replaceAll(/,?\s?(?:\.{3}|…)(?=\s?[},])/g, '')
    .replaceAll(/([{,]\s{0,3}["']?)([\w$-]{1,60}\??)(["']?\s{0,3})(?=[,}])/g, '$1$2$3: any');
  const { document, line } = location;
  const block: CodeBlock = { kind: 'code', info: '', text, textLine: line, location: { document, line } };
  const found = notationOf(block);
  if (!found) return [];
  const { operation, kind } = subject;
  const role =
    kind === 'request'
      ? ({ place: 'body', operation } as const)
      : ({ place: 'response', operation, ...(subject.status !== undefined && { status: subject.status }) } as const);
  const path = found.isList ? ([{ kind: 'items' }] as const) : [];
  const rows = fieldEvidence(found.rows, { role, path, confidence: 'medium' });
  const exists: Evidence = { subject, fact: { kind: 'exists' }, location, method: 'prose', confidence: 'medium' };
  return [exists, ...rows];
}
