import type { ProseBlock } from '../../pages/page.ts';
import type { EntityReference, Evidence, Fact, OperationName, Subject } from '../evidence.ts';
import { returnedEntity } from './answers.ts';
import { headingRole, type PartRole } from './heading-roles.ts';
import { plainText } from './markup.ts';
import { typeText } from './references.ts';
import { sendsBody } from './sample-directions.ts';

/** A label in bold or before a colon, and what stands behind it on its line. */
const labelled =
  /^[-*+\s]{0,4}(?:(?:\*\*|__)([^*_\n]{3,60}?):?(?:\*\*|__)\s?:?|([A-Z][^:*_\n]{3,60}):)\s(\S[^\n]{0,200})$/;

/** The object that some words name as a whole: `` `Box[]` ``, `a Box object`, `[the box](#box)`. */
function namedEntity(words: string, document: string): EntityReference | undefined {
  const text = words
    .trim()
    .replace(/\.$/, '')
    .replace(/^(?:an?|the)\s/i, '');
  // what stands behind a status, a comma or in brackets is said of it
  if (
    /^(?:see|same|as|like|identical)\b/i.test(text) ||
    /^`?[1-5]\d\d\b|[,;:()]|\.\s/.test(
      text.replaceAll(/\]\([^()\s]{1,300}\)/g, '').replace(/^`(?:\w{1,20}<\w{1,20},\s?[\w<>, []{1,100}>{1,3})`$/, ''),
    )
  )
    return undefined;
  return typeText(text.replace(/^`([^`]+)`$/, '$1'), document).reference ?? returnedEntity(` ${text}`, document);
}

/**
 * The body that a line names behind the label of a part: `**Response:** `Box[]``, `Request body: a Box object`; several such lines, or one for
 * each status. `under` is what the line stands under. Empty where a line says anything else. Gives no diagnostics.
 */
export function labelledTypes(
  { form, text, location }: ProseBlock,
  operation: OperationName,
  under: PartRole,
): Evidence[] {
  if (form !== 'paragraph' || text.length > 600) return [];
  const lines = text.split('\n').map((line, at) => {
    const [, bold, plain, said = ''] = labelled.exec(line.trimEnd()) ?? [];
    const label = headingRole(plainText(bold ?? plain ?? ''));
    const reference = label.isPlain ? namedEntity(said, location.document) : undefined;
    // the body of an answer
    const isAnswer = (under === 'response' || under === 'error') && label.role === 'body';
    const subject = subjectOf(isAnswer ? { ...label, role: 'response' } : label, operation);
    return reference && subject && { reference, subject, line: location.line + at };
  });
  const found = lines.filter((line) => line !== undefined);
  if (found.length < lines.length) return [];
  return found.flatMap(({ reference, subject, line }): Evidence[] => {
    const facts: Fact[] = [{ kind: 'exists' }, { kind: 'refers', reference }];
    if ((reference.within?.[0] ?? reference.form) === 'list') facts.push({ kind: 'type', words: 'array' });
    const place = { document: location.document, line };
    return facts.map((fact) => ({ subject, fact, location: place, method: 'prose', confidence: 'high' }));
  });
}

/** The body that a label is about. */
function subjectOf({ role, status }: ReturnType<typeof headingRole>, operation: OperationName): Subject | undefined {
  if (role === 'response' || (role === 'error' && status !== undefined))
    return { kind: 'response', operation, path: [], ...(status !== undefined && { status }) };
  const isSent = (role === 'body' || role === 'request') && sendsBody(operation);
  return isSent ? { kind: 'request', operation, path: [] } : undefined;
}
