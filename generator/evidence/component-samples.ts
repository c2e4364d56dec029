import type { CodeBlock, ElementBlock } from '../pages/page.ts';
import { codeEvidence, readSample, requestEvidence } from './code-samples.ts';
import { addFact, addUnread, responseSubject, type Context, type Reading } from './component-reading.ts';
import { attributeText } from './component-roles.ts';
import { readCurl } from './curl.ts';
import type { Subject } from './evidence.ts';

/** The three digits of a status, or `4XX` and `default`, in an attribute or an info string. */
export function statusOf(text: string | undefined): string | undefined {
  const found = /(?:^|[^\w.])([1-5](?:\d\d|XX)|default)(?![\w.])/i.exec(text ?? '')?.[1];
  if (found === undefined) return undefined;
  return /xx$/i.test(found) ? found.toUpperCase() : found.toLowerCase();
}

/** Reports the response that a component stands for and returns its status, if it has one. */
export function responseStatus(reading: Reading, block: ElementBlock, context: Context): string | undefined {
  const stated = attributeText(block, 'status', 'code', 'statuscode', 'httpstatus') ?? attributeText(block, 'title');
  const status = statusOf(stated) ?? context.status;
  const { document, line } = block.location;
  if (status !== undefined) addFact(reading, responseSubject(reading, status), { kind: 'exists' }, { document, line });
  return status;
}

/**
 * Reads a code block by where it stands: a cURL command or another program is a request, JSON is the sample of a
 * response or of a request body. What fits nowhere is an `evidence/unread`; broken samples give
 * `evidence/broken-sample`.
 */
export function readCode(reading: Reading, block: CodeBlock, context: Context): void {
  const origin = { document: reading.page.path, firstLine: block.textLine };
  const inResponse = context.role === undefined && context.section === 'response';
  const isResponse = context.role === 'response' || inResponse || /\bresponse\b/i.test(block.info);
  const isRequest = context.role === 'request' || context.section === 'request';
  const curl = context.role === 'response' ? undefined : readCurl(block.text, origin);
  if (curl) {
    reading.evidence.push(...requestEvidence(curl, reading.operation, origin, reading.report));
  } else if (isJson(block) && isResponse) {
    addResponseSample(reading, block, context.status ?? statusOf(block.info));
  } else if (isJson(block) && (isRequest || context.section === 'body')) {
    addSample(reading, block, { kind: 'request', operation: reading.operation, path: [] });
  } else if (isRequest) {
    // The same request in another language: what it adds is the authentication it shows.
    reading.evidence.push(...codeEvidence(block.text, reading.operation, origin));
  } else {
    return addUnread(reading, block);
  }
  reading.described = true;
}

/** Reads a code block that stands in the description of a parameter: JSON is an example value. */
export function readExample(reading: Reading, block: CodeBlock, subject: Subject): void {
  const origin = { document: reading.page.path, firstLine: block.textLine };
  const data = /^(?:json[c5]?|)$/.test(block.language ?? '') ? readSample(block.text, origin, undefined) : undefined;
  if (!data) return addUnread(reading, block);
  addFact(reading, subject, { kind: 'example', value: data.value }, block.location, 'sample', 'medium');
}

function isJson(block: CodeBlock): boolean {
  return /^(?:json[c5]?|)$/.test(block.language ?? '') && /^\s*[[{]/.test(block.text);
}

function addResponseSample(reading: Reading, block: CodeBlock, status: string | undefined): void {
  const isStated = reading.evidence.some(
    ({ subject, fact }) =>
      fact.kind === 'exists' &&
      subject.kind === 'response' &&
      subject.status === status &&
      subject.operation === reading.operation,
  );
  const subject = responseSubject(reading, status);
  if (status !== undefined && !isStated) addFact(reading, subject, { kind: 'exists' }, block.location);
  addSample(reading, block, subject);
}

function addSample(reading: Reading, block: CodeBlock, subject: Subject): void {
  const data = readSample(block.text, { document: reading.page.path, firstLine: block.textLine }, reading.report);
  if (data) addFact(reading, subject, { kind: 'sample', data }, data.locate(''), 'sample');
}
