import { unique } from '../base/order.ts';
import { parsedJson } from '../base/json.ts';
import type { CodeBlock, ElementBlock, ProseBlock } from '../pages/page.ts';
import { isBodyVariant, namesOf } from './body-variants.ts';
import { codeEvidence, readSample, requestEvidence } from './code-samples.ts';
import { classEvidence } from './component-attributes.ts';
import { attributeData } from './component-lists.ts';
import { addFact, addUnread, responseSubject, type Context, type Reading } from './component-reading.ts';
import { attributeText } from './component-roles.ts';
import { sampleRequests } from './sample-requests.ts';
import { readCurl, type CurlRequest } from './curl.ts';
import { httpMethod } from './endpoints.ts';
import type { OperationName, Subject } from './evidence.ts';
import { showsEvents } from './event-streams.ts';
import { responseEvidence } from './message-samples.ts';
import { matchPath, requestUrl } from './request-url.ts';
import { printedPart } from './printed/attribute-parts.ts';
import { isSchema, schemaEvidence } from './schema-samples.ts';
import { answerStatus, infoStatus, statusesOf, statusOf, titleStatus, unmarked } from './status-words.ts';

/** JSON that stands among text, as tags of templates hold it, as code; undefined for any other text. Gives no diagnostics. */
export function shownJson({ text, location }: ProseBlock): CodeBlock | undefined {
  if (!/^\s*(?:\{\s*"|\[\s*[{"])/.test(text) || parsedJson(text) === undefined) return undefined;
  return { kind: 'code', language: 'json', info: '', text, textLine: location.line, location };
}

/** Reports the response that a component stands for and returns its status, if it has one. */
export function responseStatus(reading: Reading, block: ElementBlock, context: Context): string | undefined {
  const stated =
    attributeText(block, 'status', 'code', 'statuscode', 'httpstatus', 'httpcode') ??
    attributeText(block, 'title', 'value', 'label');
  const status = titleStatus(stated ?? '') ?? context.status;
  const { document, line } = block.location;
  if (status === undefined) return undefined;
  const subject = responseSubject(reading, status);
  addFact(reading, subject, { kind: 'exists' }, { document, line });
  const text = attributeText(block, 'description');
  if (text !== undefined) addFact(reading, subject, { kind: 'description', text }, { document, line });
  reading.evidence.push(...classEvidence(block, subject));
  const mediaType = attributeText(block, 'contenttype', 'mediatype')?.toLowerCase();
  if (mediaType !== undefined && /^[a-z]+\/[\w.+-]+$/.test(mediaType))
    addFact(reading, subject, { kind: 'mediaType', mediaType }, { document, line });
  return status;
}

/** Reports the sample that an answer's component holds among its attributes (`example={{ id: 1 }}`). Gives no diagnostics. */
export function addAttributeSample(reading: Reading, block: ElementBlock, status: string | undefined): void {
  const written = ['example', 'sample', 'body', 'json', 'data'].map((name) => block.attributes[name]?.trim());
  const found = written.find((value) => value !== undefined && /^\{\s{0,9}[[{]/.test(value));
  const value = found === undefined ? undefined : attributeData(block, found, true);
  if (value === undefined || printedPart(value)) return;
  const { document, line } = block.location;
  const data = { value, locate: () => ({ document, line }) };
  addFact(reading, responseSubject(reading, status), { kind: 'sample', data }, { document, line }, 'sample');
}

/**
 * The operation of another method at the path of the page's that a sample calls, where the page says in words that there is
 * one: `POST` in code, or in what the sample is called. Else the method of the sample may be a slip.
 */
function otherOperation(reading: Reading, { method, url }: CurlRequest, block: CodeBlock): OperationName | undefined {
  const { operation } = reading;
  const other = httpMethod(method);
  if (other === undefined || other === operation.method) return undefined;
  const isNamed = block.info.split(/\W+/).includes(method) || reading.methodsInCode.has(method);
  return isNamed && matchPath(operation.path, requestUrl(url).path) ? { ...operation, method: other } : undefined;
}

/** Which message code shows, as the component around it, the section or its info string says; undefined where none does. */
function sampleRole(
  block: CodeBlock,
  { role, section }: Context,
  hasCall: boolean,
): 'request' | 'response' | undefined {
  if (role === 'request' || role === 'response') return role === 'request' && isResponseInfo(block) ? 'response' : role;
  const isFree = role === undefined || role === 'samples';
  if (isResponseInfo(block) || (isFree && section === 'response')) return 'response';
  if (isFree && isJson(block) && statusOf(unmarked(block.info)) !== undefined) return 'response';
  if (section === 'example' && role === undefined && hasCall && isJson(block)) return 'response';
  return role === 'samples' || section === 'request' || section === 'example' ? 'request' : undefined;
}

function isResponseInfo(block: CodeBlock): boolean {
  return /\bresponse\b/i.test(block.info);
}

/**
 * Reads a code block by where it stands: a cURL command or another program is a request, JSON is the sample of a
 * response or of a request body. What fits nowhere is an `evidence/unread`; broken samples give
 * `evidence/broken-sample`.
 */
export function readCode(reading: Reading, block: CodeBlock, context: Context): void {
  const origin = { document: reading.page.path, firstLine: block.textLine };
  const shows = sampleRole(block, context, reading.hasCall);
  const isResponse = shows === 'response';
  const isRequest = shows === 'request';
  const answers = responseEvidence(block, reading.operation, reading.report);
  if (answers.length > 0) {
    reading.evidence.push(...answers);
    reading.described = true;
    return;
  }
  if (context.enclosing === undefined && showsEvents(block)) {
    const { status = infoStatus(block.info) } = context;
    const role = isRequest ? 'request' : isResponse ? 'response' : 'other';
    reading.told.push({ block, role, ...(status !== undefined && { status }) });
    return;
  }
  const curl =
    context.role === 'response' ? undefined : (readCurl(block.text, origin) ?? sampleRequests(block.text, origin)[0]);
  reading.hasCall ||= shows === 'request' && !isJson(block);
  if (curl) {
    const other = otherOperation(reading, curl, block);
    const found = requestEvidence(curl, other ?? reading.operation, origin, reading.report);
    if (other) addFact(reading, { kind: 'operation', operation: other }, { kind: 'exists' }, block.location, 'prose');
    // a body that is sent by another method is not this operation's
    const isOther = !other && curl.method.toLowerCase() !== reading.operation.method;
    reading.evidence.push(...found.filter(({ subject }) => !isOther || subject.kind !== 'request'));
  } else if (isJson(block) && isResponse) {
    const status = context.status ?? answerStatus(block.info);
    const stated = statusesOf(unmarked(block.info));
    const all = status !== undefined && stated.includes(status) ? stated : [status];
    for (const one of all) addResponseSample(reading, block, one);
  } else if (isJson(block) && isRequest && context.section === 'example' && showsAnswer(reading, block)) {
    addResponseSample(reading, block, context.status ?? infoStatus(block.info));
  } else if (isJson(block) && (isRequest || context.section === 'body' || isForm(reading, block, context))) {
    addSample(reading, block, { kind: 'request', operation: reading.operation, path: [] });
  } else if (isRequest) {
    // The same request in another language: what it adds is the authentication it shows.
    reading.evidence.push(...codeEvidence(block.text, reading.operation, origin));
  } else {
    // text of an answer has no parts, but there is one
    const status = isResponse ? (context.status ?? statusOf(unmarked(block.info))) : undefined;
    if (status !== undefined) addFact(reading, responseSubject(reading, status), { kind: 'exists' }, block.location);
    return addUnread(reading, block);
  }
  reading.described = true;
}

/** Whether an example has names of the answer only: all of them fields that the page describes there, and not all of what is sent. */
function showsAnswer({ page, operation, evidence }: Reading, block: CodeBlock): boolean {
  const data = readSample(block.text, { document: page.path, firstLine: block.textLine }, undefined);
  const shown = data ? namesOf(data.value) : [];
  const has = (kind: 'request' | 'response'): boolean => {
    const names = new Set(
      evidence.flatMap(({ subject }) => {
        const first = subject.kind === kind && subject.operation === operation ? subject.path[0] : undefined;
        return first?.kind === 'property' ? [first.name] : [];
      }),
    );
    return shown.every((name) => names.has(name));
  };
  return shown.length > 0 && has('response') && !has('request');
}

/** Whether JSON that nothing announces is one more form of the body that the page describes, and of no answer. */
function isForm({ page, operation, evidence }: Reading, block: CodeBlock, { role, section }: Context): boolean {
  const isFree = role === undefined && (section === undefined || section === 'other');
  if (!isFree || !/^(?:post|put|patch)$/.test(operation.method)) return false;
  const data = readSample(block.text, { document: page.path, firstLine: block.textLine }, undefined);
  const names = (kind: 'request' | 'response'): string[] => {
    return evidence.flatMap(({ subject, fact }) => {
      if (subject.kind !== kind || subject.operation !== operation) return [];
      const [first] = subject.path;
      if (first) return first.kind === 'property' ? [first.name] : [];
      return fact.kind === 'sample' ? namesOf(fact.data.value) : [];
    });
  };
  if (!data || isBodyVariant(data.value, [unique(names('response'))])) return false;
  return isBodyVariant(data.value, [unique(names('request'))]);
}

/** Reads a code block that stands in the description of a parameter: JSON is an example value. */
export function readExample(reading: Reading, block: CodeBlock, subject: Subject): void {
  const origin = { document: reading.page.path, firstLine: block.textLine };
  const data = /^(?:json[c5]?|)$/.test(block.language ?? '') ? readSample(block.text, origin, undefined) : undefined;
  if (!data) return addUnread(reading, block);
  addFact(reading, subject, { kind: 'example', value: data.value }, block.location, 'sample', 'medium');
}

function isJson(block: CodeBlock): boolean {
  return /^(?:json[c5]?|json[-_]schema|js|javascript|)$/.test(block.language ?? '') && /^\s*[[{]/.test(block.text);
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
  if (!data) return;
  if (isSchema(data.value) && (subject.kind === 'request' || subject.kind === 'response')) {
    reading.evidence.push(...schemaEvidence(data, (path) => ({ ...subject, path })));
  } else addFact(reading, subject, { kind: 'sample', data }, data.locate(''), 'sample');
}
