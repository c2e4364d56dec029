import type { Data } from '../../base/data.ts';
import { parsedJson } from '../../base/json.ts';
import { codeEvidence, readSample, requestEvidence } from '../code-samples.ts';
import type { Subject } from '../evidence.ts';
import type { CodeSegment } from '../segments.ts';
import { push, shorten, type Reading } from './reading.ts';

/**
 * Reads a code block of a page in its place: the command, the samples of the request and of the answers, the example of a property, or a
 * program. JSON that is none of these gives `evidence/unread`, a broken sample `evidence/broken-sample`.
 */
export function readCode(segment: CodeSegment, reading: Reading): void {
  const { page, report } = reading;
  const { operation, document } = page;
  const origin = { document, firstLine: segment.line };
  reading.listing = undefined;
  if (segment === page.curlSegment && page.request) {
    reading.evidence.push(...requestEvidence(page.request, operation, { document }, report));
  } else if (segment === page.responseSegment && page.responseSample) {
    const status = reading.section === 'response' ? reading.status : page.firstStatus;
    const subject: Subject = { kind: 'response', operation, ...(status !== undefined && { status }), path: [] };
    addSample(subject, page.responseSample, segment, reading);
  } else if (segment === page.requestSegment && page.requestSample) {
    addSample({ kind: 'request', operation, path: [] }, page.requestSample, segment, reading);
  } else if (isFurtherAnswer(segment, reading)) addAnswer(segment, reading);
  else if (segment.language === 'json' || segment.language === 'curl') addJsonExample(segment, reading);
  else reading.evidence.push(...codeEvidence(segment.text, operation, origin));
  // What follows a sample describes neither the operation nor the response.
  reading.hasDescription = true;
  reading.describing = undefined;
  if (reading.section === 'lead' || reading.section === 'scopes') reading.section = 'unknown';
}

function addSample(subject: Subject, data: Data, { line, endLine }: CodeSegment, reading: Reading): void {
  push(reading, subject, { kind: 'mediaType', mediaType: 'application/json' }, line, 'sample', 'high');
  const location = { document: reading.page.document, line, endLine };
  reading.evidence.push({ subject, fact: { kind: 'sample', data }, location, method: 'sample', confidence: 'high' });
}

/** JSON right below a status that no sample has been given for, and below no property. */
function isFurtherAnswer({ language }: CodeSegment, { section, status, current, evidence }: Reading): boolean {
  const isBelow = current?.kind === 'response' && current.path.length === 0;
  if (language !== 'json' || section !== 'response' || status === undefined || !isBelow) return false;
  return !evidence.some(
    ({ fact, subject }) => fact.kind === 'sample' && subject.kind === 'response' && subject.status === status,
  );
}

function addAnswer(segment: CodeSegment, reading: Reading): void {
  const { page, report, status } = reading;
  const { operation, document } = page;
  const data = readSample(segment.text, { document, firstLine: segment.line }, report);
  if (data)
    addSample(
      { kind: 'response', operation, ...(status !== undefined && { status }), path: [] },
      data,
      segment,
      reading,
    );
}

/** JSON behind a label is its example; a second response sample of the same status is left out. */
function addJsonExample(segment: CodeSegment, reading: Reading): void {
  const value = parsedJson(segment.text);
  const subject = reading.current;
  const isProperty =
    subject?.kind === 'parameter' || (subject !== undefined && 'path' in subject && subject.path.length > 0);
  if (value !== undefined && isProperty)
    push(reading, subject, { kind: 'example', value }, segment.line, 'label', reading.confidence);
  else if (segment.language === 'json')
    reading.report.add(
      'evidence/unread',
      { document: reading.page.document, line: segment.line },
      { text: shorten(segment.text) },
    );
}
