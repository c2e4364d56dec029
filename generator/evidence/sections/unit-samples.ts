import { isUnlabelledType } from '../declared-types/declarations.ts';
import type { Report } from '../../base/diagnostic.ts';
import { joinPointer } from '../../base/pointer.ts';
import { isObject, type JsonValue } from '../../base/json.ts';
import type { CodeBlock } from '../../pages/page.ts';
import { isBodyVariant, namesOf } from '../body-variants.ts';
import { codeEvidence, credentialOf, requestEvidence } from '../code-samples.ts';
import { infoStatus } from '../status-words.ts';
import type { CurlOrigin, CurlRequest } from '../curl.ts';
import { readHttpMessages } from '../http-message.ts';
import type { Evidence, OperationName, Step, Subject } from '../evidence.ts';
import { holdsCommand, sampleRequests } from '../sample-requests.ts';
import { codeSample, responseEvidence } from '../message-samples.ts';
import { matchPath, requestUrl } from '../request-url.ts';
import { notationOf } from '../declared-types/notation.ts';
import { isPrintedAnswer, isSchema, printedAnswer, schemaEvidence } from '../schema-samples.ts';
import { shellPieces } from '../shell-text.ts';
import { answerExamples } from './answer-examples.ts';
import { pathByNames } from './body-path.ts';
import { describedNames, showsOthers } from './described-names.ts';
import { elidedParts } from './elided-parts.ts';
import type { PartRole } from './heading-roles.ts';
import { lastSentence } from './introduced-object.ts';
import {
  announcesOutput,
  directionOf,
  directionsByOrder,
  isRequestLabel,
  roleBehind,
  type SampleDirection,
  sendsBody,
} from './sample-directions.ts';
import type { HeadedField } from './headed-fields.ts';
import { introducedStatus, itemOf, partNamed } from './introduced-parts.ts';
import type { Section } from './outline.ts';
import type { Part } from './units.ts';

/** What the samples of an operation show. */
export interface UnitSamples {
  readonly evidence: Evidence[];
  /** The sample bodies of requests. */
  readonly bodies: JsonValue[];
  /** The names in the queries of sample URLs. */
  readonly query: Set<string>;
  readonly responses: JsonValue[];
  /** The blocks that gave facts. */
  readonly read: Set<Part>;
}

/** What is known of an operation beside its parts: those that are the same by another method, and the values that headings name. */
export interface SampleContext {
  readonly twins?: readonly OperationName[];
  readonly headed?: readonly HeadedField[];
}

/**
 * Reads the code blocks of an operation, and the answers to calls of its twins. What is broken gives `evidence/broken-sample`; who asks for what is left tells it.
 */
export function readSamples(
  parts: readonly Part[],
  operation: OperationName,
  report: Report,
  { twins = [], headed = [] }: SampleContext = {},
): UnitSamples {
  const samples: UnitSamples = { evidence: [], bodies: [], query: new Set(), responses: [], read: new Set() };
  let sent: Section | undefined;
  const examples = answerExamples(parts);
  const names = describedNames(parts, headed);
  const status = headedStatusOf(parts);
  const ordered = directionsByOrder(parts, shownData(parts, operation), operation);
  for (const [index, part] of parts.entries()) {
    if (part.block.kind !== 'code') continue;
    const before = parts[index - 1];
    const intro = introOf(part, before);
    // what stands under a heading of its own that says what is sent is no answer to the request before
    const isSent = part.role === 'parameters' || part.role === 'request';
    const sentBefore = sent !== undefined && (sent === part.section || !isSent);
    const isApart = sent !== part.section;
    const isAnswer =
      (examples.has(part.section) && /^\s*[[{]/.test(part.block.text)) ||
      (part.role === 'other' && announcesOutput(intro));
    // a line that serves as a heading, below one that says otherwise
    const isLine = part.section.heading === undefined && isRequestLabel(part.section.title);
    if (isLine && sendsBody(operation)) sent = undefined;
    const shown: Part =
      isLine && sendsBody(operation)
        ? { ...part, role: 'body' }
        : { ...part, role: isAnswer ? 'response' : (ordered.get(part) ?? roleBehind(part, intro)) };
    const asked: Part =
      isCalled(part, parts) && sendsBody(operation) && !isAnswer ? { ...part, role: 'request' } : shown;
    const isRead = readCode(asked, part.block, {
      operation,
      twins,
      report,
      samples,
      intro,
      sentBefore,
      before,
      isApart,
      names,
      headed: status,
    });
    if (isRead) samples.read.add(part);
    if (isRead) sent = isRequestCode(part.block) ? part.section : undefined;
  }
  return samples;
}

/** The paragraph right before a block. */
function introOf({ section }: Part, before: Part | undefined): string {
  return before?.block.kind === 'prose' && before.section === section ? before.block.text : '';
}

/** The blocks of data, with what is said of each; none where a block shows a request. */
function shownData(parts: readonly Part[], operation: OperationName): Map<Part, SampleDirection | undefined> {
  const found = new Map<Part, SampleDirection | undefined>();
  for (const [index, part] of parts.entries()) {
    if (part.block.kind !== 'code' || part.role === 'aside') continue;
    if (isRequestCode(part.block)) return new Map();
    if (!isJson(part.block)) continue;
    const { block, role } = part;
    const said = `${introOf(part, parts[index - 1])} ${block.info}`;
    const known = infoStatus(block.info) ?? /^\s*HTTP\//.exec(block.text)?.[0];
    found.set(part, known === undefined ? directionOf(role, said, { operation, sentBefore: false }) : 'response');
  }
  return found;
}

interface CodeContext {
  readonly operation: OperationName;
  readonly twins: readonly OperationName[];
  readonly report: Report;
  readonly samples: UnitSamples;
  /** The paragraph before the block. */
  readonly intro: string;
  /** Whether the code before it is a request. */
  readonly sentBefore: boolean;
  /** The part before it. */
  readonly before: Part | undefined;
  /** Whether that request stands under another heading. */
  readonly isApart: boolean;
  /** The names that tables outside of responses describe. */
  readonly names: ReadonlySet<string>;
  /** The status that code of nothing but headers of the answer shows. */
  readonly headed: string | undefined;
}

/** Whether what stands beside the matter are the headers of an answer: `Response headers`. */
function showsHeaders({ section }: Part): boolean {
  return /^(?:http )?(?:response|reply|answer) headers?:?$/i.test(section.title);
}

/** The one status of success that code under such a heading shows. */
function headedStatusOf(parts: readonly Part[]): string | undefined {
  const found = parts.flatMap((part) => {
    if (part.block.kind !== 'code' || part.role !== 'aside' || !showsHeaders(part)) return [];
    return readHttpMessages(part.block.text).flatMap((one) => (one.kind === 'response' ? [one.status] : []));
  });
  const [status, ...others] = new Set(found);
  return others.length === 0 && status?.startsWith('2') === true ? status : undefined;
}

/** The only code below a heading or line that calls it a call (`Example call`): of what is sent a body, it is that. */
function isCalled({ role, section }: Part, parts: readonly Part[]): boolean {
  if (role !== 'example' || !/^(?:(?:an?\s)?(?:example|sample)\s)?(?:api\s)?call:?$/i.test(section.title)) return false;
  return parts.filter((one) => one.section === section && one.block.kind === 'code').length === 1;
}

function isRequestCode(block: CodeBlock): boolean {
  return (
    holdsCommand(block.text) ||
    /\bcurl[ \t]{1,4}-|^[ \t]*[A-Z]{3,7} \S{1,2000} HTTP\//m.test(block.text) ||
    readHttpMessages(block.text)[0]?.kind === 'request'
  );
}

function readCode(part: Part, block: CodeBlock, context: CodeContext): boolean {
  const origin = { document: block.location.document, firstLine: block.textLine };
  if (part.role === 'aside') return showsHeaders(part) && addAnswers(block, context);
  const requests = sampleRequests(block.text, origin).map((request) => {
    return part.role === 'response' && holdsCommand(block.text) ? request : withoutAnswer(request, part.role);
  });
  if (requests.length > 0) {
    const own = requests.filter((request) => isOf(request, context.operation));
    for (const request of own) addRequest(request, origin, context);
    const alike = requests.filter((request) => context.twins.some((twin) => isOf(request, twin)));
    const shown = own.length > 0 ? own : alike;
    const answered = shown.length === requests.length ? block : withoutCalls(block, requests, shown);
    if (shown.length > 0 && !addAnswers(answered, context) && requests.length === 1) addPrinted(part, block, context);
    return shown.length > 0;
  }
  if (addAnswers(block, context)) return true;
  if (isJson(block)) return notationOf(block)?.isPure !== true && readJson(part, block, context);
  if (part.role !== 'request' && part.role !== 'example') return false;
  const found = codeEvidence(block.text, context.operation, origin);
  context.samples.evidence.push(...found);
  return found.length > 0;
}

/** Code with empty lines in place of the calls that are not the operation's own, and of what follows each. */
function withoutCalls(block: CodeBlock, calls: readonly CurlRequest[], own: readonly CurlRequest[]): CodeBlock {
  const shown = new Set(own);
  const starts = new Map(calls.map((one) => [one.line - block.textLine, shown.has(one)]));
  let isShown = true;
  const lines = block.text.split('\n').map((text, line) => {
    isShown = starts.get(line) ?? isShown;
    return isShown ? text : '';
  });
  return { ...block, text: lines.join('\n') };
}

/** A request without the body that is none: what a sample of the answer shows behind the call, or JSON behind a GET that declares no body. */
function withoutAnswer(request: CurlRequest, role: PartRole): CurlRequest {
  const { body: _, ...others } = request;
  const isShort = request.method === 'GET' && request.headers.length === 0 && request.form.length === 0;
  return role === 'response' || (isShort && role === 'other') ? others : request;
}

/** Adds the HTTP responses that a block shows; false where it shows none. */
function addAnswers(block: CodeBlock, { operation, report, samples }: CodeContext): boolean {
  const found = responseEvidence(block, operation, report);
  samples.evidence.push(...found);
  for (const { subject, fact } of found) {
    const isAnswer = subject.kind === 'response' && subject.status?.startsWith('2') === true;
    if (fact.kind === 'sample' && isAnswer) samples.responses.push(fact.data.value);
  }
  return found.length > 0;
}

/** Adds the JSON that a block shows behind its only command: what that prints. */
function addPrinted(part: Part, block: CodeBlock, { operation, report, samples }: CodeContext): void {
  const start = block.text.search(/^[ \t]*(?:[$>][ \t]*)?curl\s/m);
  const requestLine =
    part.role === 'response' ? (/^\s*[A-Z]{3,7} \S[^\n]*(?=\n)/.exec(block.text)?.[0].length ?? -1) : -1;
  const end = start === -1 ? requestLine : (shellPieces(block.text, start).at(-1)?.end ?? -1);
  const at = end === -1 ? -1 : block.text.slice(end).search(/\S/);
  if (at === -1 || !/^[{[]/.test(block.text.slice(end + at))) return;
  const line = block.text.slice(0, end + at).split('\n').length - 1;
  const data = codeSample(block, { text: block.text.slice(end + at), line }, report);
  if (!data) return;
  const { status } = part;
  const subject: Subject = { kind: 'response', operation, path: [], ...(status !== undefined && { status }) };
  const location = data.locate('');
  for (const fact of [{ kind: 'exists' }, { kind: 'sample', data }] as const)
    samples.evidence.push({ subject, fact, location, method: 'sample', confidence: 'high' });
  if (status === undefined || status.startsWith('2')) samples.responses.push(data.value);
}

/** Whether a sample calls the operation and no other: by method, and by the end of its path. */
function isOf(request: CurlRequest, operation: OperationName): boolean {
  if (request.method.toLowerCase() !== operation.method) return false;
  return matchPath(operation.path, requestUrl(request.url).path) !== undefined;
}

function addRequest(request: CurlRequest, origin: CurlOrigin, { operation, report, samples }: CodeContext): void {
  const found = requestEvidence(request, operation, origin, report);
  samples.evidence.push(...found, ...ownHeaders(request, operation, origin));
  for (const { subject, fact } of found) {
    if (fact.kind === 'sample' && subject.kind === 'request') samples.bodies.push(fact.data.value);
    if (subject.kind === 'parameter' && subject.location === 'query') samples.query.add(subject.name);
  }
}

/** Headers of the API's own (`X-...`) that carry no credential: what a sample sends can be sent. */
function ownHeaders(request: CurlRequest, operation: OperationName, origin: CurlOrigin): Evidence[] {
  return request.headers.flatMap(({ name, value, line }): Evidence[] => {
    if (!/^x-/i.test(name) || credentialOf(name, value, 'header')) return [];
    const subject: Subject = { kind: 'parameter', operation, location: 'header', name };
    return [
      {
        subject,
        fact: { kind: 'exists' },
        location: { document: origin.document, line },
        method: 'sample',
        confidence: 'medium',
      },
    ];
  });
}

const dataLanguages = /^(?:json[c5]?|json[-_]schema|javascript|js|http|text|plaintext|)$/;

function isJson(block: CodeBlock): boolean {
  return (
    dataLanguages.test(block.language ?? '') &&
    !isUnlabelledType(block) &&
    // the name of an object is no value: `[Parcel]`
    !/^\s*\[\s*[A-Z]\w{0,60}\s*(?:,\s*\.{3}\s*)?\]\s*$/.test(block.text) &&
    /^\s*(?:HTTP\/[\d.]+\s+\d{3}[^\n]*\n(?:[^\n]+\n)*\s*)?[[{]/.test(block.text)
  );
}

/** Reads JSON by what stands around it: a heading, the line before it, the request before it, the method. */
function readJson(part: Part, block: CodeBlock, context: CodeContext): boolean {
  const { operation, report, samples } = context;
  const named = infoStatus(block.info);
  const said = `${context.intro} ${block.info}`;
  const shownStatus = part.status ?? /^\s*HTTP\/[\d.]+\s+(\d{3})/.exec(block.text)?.[1] ?? named;
  const at = Math.max(0, block.text.search(/^[ \t]*[[{]/m));
  const line = block.text.slice(0, at).split('\n').length - 1;
  // below the heading of a body only what is called by its status, as a tab beside the request is, is an answer
  const isCalledSo = part.role !== 'body' || /^(?:title=)?["']?[2-5]\d\d(?!\w)/.test(block.info.trim());
  const isAnswer = named !== undefined && isCalledSo && part.role !== 'error';
  const quiet = context.isApart ? codeSample(block, { text: block.text.slice(at), line }, undefined) : undefined;
  const isForm = quiet !== undefined && variant(quiet.value, context) !== undefined;
  const known = isAnswer
    ? 'response'
    : directionOf(part.role, said, isForm ? { ...context, sentBefore: false } : context);
  const data = codeSample(block, { text: block.text.slice(at), line }, known ? report : undefined);
  const stated = shownStatus ?? introducedStatus(context.intro, data?.value);
  // a list that a call right before it gives is no error, whatever stands before both
  const isGiven = known === 'error' && stated === undefined && context.sentBefore && Array.isArray(data?.value);
  const isOnly = samples.bodies.length === 0 && samples.responses.length === 0;
  const isUnsaid = known === undefined || (known === 'request' && part.role === 'parameters');
  const isReturned =
    data !== undefined && isOnly && isUnsaid && sendsBody(operation) && showsOthers(part, context.before, data.value);
  const direction =
    data &&
    (isGiven
      ? 'response'
      : isReturned
        ? 'response'
        : (known ?? directionByNames(part.role, data.value, context) ?? variant(data.value, context)));
  const isPlain = !data || !isSchema(data.value);
  if (!direction || (direction === 'request' && isPlain && isOther(part.role, data.value, samples.bodies)))
    return false;
  // errors of which no status is said are any others
  const status = stated ?? (direction === 'error' ? 'default' : direction === 'response' ? context.headed : undefined);
  const shown = direction === 'request' ? samples.bodies : samples.responses;
  const inside = partNamed(said, data.value);
  const path = inside ?? itemOf(said, data.value) ?? fragmentPath(part, data.value, shown);
  const subject: Subject =
    direction === 'request'
      ? { kind: 'request', operation, path }
      : { kind: 'response', operation, path, ...(status !== undefined && { status }) };
  const add = (fact: Evidence['fact']): void => {
    samples.evidence.push({ subject, fact, location: data.locate(''), method: 'sample', confidence: 'high' });
  };
  // what a line names is no wrapper that a sample only happens to show
  if (inside && inside.length > 0)
    samples.evidence.push({
      subject,
      fact: { kind: 'exists' },
      location: data.locate(''),
      method: 'prose',
      confidence: 'medium',
    });
  if (direction !== 'request') add({ kind: 'exists' });
  if (isPrintedAnswer(data.value, /\bschema\b/i.test(`${part.section.title} ${lastSentence(context.intro)}`))) {
    samples.evidence.push(...printedAnswer(data, (inner) => ({ ...subject, path: inner })));
    return true;
  }
  if (isSchema(data.value)) {
    samples.evidence.push(...schemaEvidence(data, (inner) => ({ ...subject, path: inner })));
    return true;
  }
  add({ kind: 'sample', data });
  // what a sample leaves out is described elsewhere, if anywhere
  for (const left of elidedParts(block.text, data.value)) {
    const { document } = block.location;
    const reference = { document, words: left.name, form: 'one' } as const;
    const inner: Subject = { ...subject, path: [...path, ...left.path] };
    const location = data.locate(pointerOf(left.path));
    const fact = { kind: 'refers', reference } as const;
    samples.evidence.push({ subject: inner, fact, location, method: 'sample', confidence: 'medium' });
  }
  const isFault = direction === 'error' || (direction === 'response' && /^[45]/.test(status ?? ''));
  if (!isFault && path.length === 0) shown.push(data.value);
  return true;
}

/** The JSON Pointer to a part, through the first items of lists. */
function pointerOf(path: readonly Step[]): string {
  const keys = path.map((step) => (step.kind === 'property' ? step.name : '0'));
  return joinPointer('', ...keys);
}

/** Whether a sample that no heading says to be the body shows nothing that the bodies before it have. */
function isOther(role: PartRole, value: JsonValue, bodies: readonly JsonValue[]): boolean {
  if (role === 'body' || role === 'request' || bodies.length === 0 || !isObject(value)) return false;
  const known = new Set(bodies.flatMap((body) => (isObject(body) ? Object.keys(body) : [])));
  return known.size > 0 && !Object.keys(value).some((name) => known.has(name));
}

/** Where a sample under a heading of its own stands that shows a part of the body: none of its names is one of the whole. */
function fragmentPath(part: Part, value: JsonValue, shown: readonly JsonValue[]): readonly Step[] {
  if (part.titles.length === 0 || shown.length === 0 || !isObject(value)) return [];
  return pathByNames(Object.keys(value), shown) ?? [];
}

/** What nothing announces is of the request if it is one more form of the bodies before it, and of no answer. */
function variant(value: JsonValue, { operation, samples }: CodeContext): 'request' | undefined {
  if (!sendsBody(operation)) return undefined;
  // the very body that a call before it sends
  const text = JSON.stringify(value);
  if (samples.bodies.some((body) => JSON.stringify(body) === text)) return 'request';
  const isAnswer = isBodyVariant(value, samples.responses.map(namesOf));
  return !isAnswer && isBodyVariant(value, samples.bodies.map(namesOf)) ? 'request' : undefined;
}

/** An example that nothing announces is of the request if it has the names that tables describe. */
function directionByNames(role: PartRole, value: JsonValue, { names, operation }: CodeContext): 'request' | undefined {
  if (role !== 'example' || !isObject(value) || !sendsBody(operation)) return undefined;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.filter((name) => names.has(name)).length * 2 >= keys.length ? 'request' : undefined;
}
