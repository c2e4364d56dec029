import type { Report } from '../../base/diagnostic.ts';
import type { Location } from '../../base/location.ts';
import type { ProseBlock } from '../../pages/page.ts';
import { readSample } from '../code-samples.ts';
import type { Evidence, Fact, OperationName, Subject } from '../evidence.ts';

const statusLabel =
  /^\s{0,9}(?:\*\*|__)?(?:http\s|status\s)?(?:code|status)\s{0,2}:?(?:\*\*|__)?\s{0,2}:?\s{0,3}`?([1-5]\d\d)\b/i;
const contentLabel = /(?:\*\*|__)?(?:content|body|response)\s{0,2}:?(?:\*\*|__)?\s{0,2}:?\s{0,3}`([{[][^`]{1,5000})`/i;

/**
 * The answers that a list or a paragraph states in labelled pieces, each a status and a body in code:
 * `**Code:** 200 <br /> **Content:** `{ "id": 1 }``. Empty for any other prose. Broken bodies give `evidence/broken-sample`.
 */
export function statedAnswers(block: ProseBlock, operation: OperationName, report: Report): Evidence[] {
  const inline = block.items ? undefined : inlineBody(block, operation, report);
  if (inline) return inline;
  const pieces = block.items ?? [block];
  return pieces.flatMap(({ text, location }): Evidence[] => {
    const status = statusLabel.exec(text.slice(0, 100))?.[1];
    if (status === undefined) return [];
    const subject: Subject = { kind: 'response', operation, status, path: [] };
    const exists = evidence(subject, { kind: 'exists' }, location);
    const content = contentLabel.exec(text);
    if (!content) return block.items ? [exists] : [];
    const line = location.line + text.slice(0, content.index).split('\n').length - 1;
    const data = readSample(content[1] ?? '', { document: location.document, firstLine: line }, report);
    return [exists, ...(data ? [evidence(subject, { kind: 'sample', data }, location)] : [])];
  });
}

/** A paragraph that is a body in code behind its label: `Body: `{ "name": "x" }``. */
function inlineBody({ text, location }: ProseBlock, operation: OperationName, report: Report): Evidence[] | undefined {
  const [, label = '', body = ''] = bodyLine.exec(text.trim()) ?? [];
  if (body === '') return undefined;
  const isAnswer = /^(?:response|returns?|result|output)/i.test(label);
  const data = readSample(body, { document: location.document, firstLine: location.line }, report);
  if (!data) return undefined;
  const subject: Subject = isAnswer
    ? { kind: 'response', operation, path: [] }
    : { kind: 'request', operation, path: [] };
  return [evidence(subject, { kind: 'sample', data }, location)];
}

const bodyLine =
  /^(?:\*\*|__)?(?:the (?=(?:response|result|request) (?:body )?(?:is|will be|looks like)))?((?:request |response |json )?(?:body|payload)|response|returns?|result|output)(?:\s(?:body\s)?(?:is|will be|looks like))?\s{0,2}:?(?:\*\*|__)?\s{0,2}:?\s{0,3}`([{[][^`]{1,5000})`\.?$/i;

function evidence(subject: Subject, fact: Fact, location: Location): Evidence {
  return { subject, fact, location, method: 'sample', confidence: 'high' };
}
