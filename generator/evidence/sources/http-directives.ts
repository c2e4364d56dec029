import type { Report } from '../../base/diagnostic.ts';
import type { Location } from '../../base/location.ts';
import type { Block, CodeBlock, ElementBlock, Page, ProseBlock } from '../../pages/page.ts';
import { blockText, excerpt } from '../blocks.ts';
import { credentialOf, readSample } from '../code-samples.ts';
import { readHttpMessage } from '../directives/http-message.ts';
import { isLabel, sideOf, type Side } from '../directives/labels.ts';
import { directiveObject, objectEvidence, objectReference } from '../directives/objects.ts';
import { ownDefault, ownSubject } from '../directives/own-subject.ts';
import { directiveTable } from '../directives/tables.ts';
import {
  directiveMethod,
  propertySteps,
  readFieldName,
  readSignature,
  type FieldName,
} from '../directives/signature.ts';
import { blockEndpoint } from '../endpoints.ts';
import { answerEvidence } from '../sections/answers.ts';
import { statedRequired } from '../sections/bullets.ts';
import { cellBody, cellBodyEvidence } from '../sections/cell-types.ts';
import { readEntities } from '../sections/entity-units.ts';
import { statedBodyEvidence } from '../sections/list-body.ts';
import { linkedAnswer } from '../sections/operation-statuses.ts';
import { outline } from '../sections/outline.ts';
import { takeApart } from '../sections/units.ts';
import type { Evidence, Fact, Method, OperationName, ParameterLocation, Source, Step, Subject } from '../evidence.ts';

/** A directive of any name that describes a parameter or a property by its options. */
const ownDirective = /^(?:[\w-]+:)?(?:[\w-]+[-_])?(?:param(?:eter)?|field|property|attribute|argument|queryparam)$/i;

/**
 * reStructuredText with a directive for each operation: those of sphinxcontrib-httpdomain (`.. http:get:: /users/(int:id)`
 * with fields such as `:query int page:` and `:>json string name:`), and others whose parameters are directives with options
 * (`.. parameter:: page` with `:type:`) below a heading or line that names the endpoint. Fields that are none of these give
 * `evidence/unread`, broken samples `evidence/broken-sample`.
 */
export const httpDirectives: Source = {
  name: 'http-directives',
  sniff(page) {
    if (page.format !== 'markdown') return { score: 0, reason: 'no reStructuredText' };
    const elements = page.blocks.filter((block) => block.kind === 'element');
    if (elements.some(({ tag }) => directiveMethod(tag))) return { score: 1, reason: 'directives of HTTP operations' };
    const own = elements.filter(({ tag, attributes }) => ownDirective.test(tag) && attributes['argument']);
    return own.length > 0 && page.blocks.some((block) => blockEndpoint(block))
      ? { score: 1, reason: 'directives of parameters below an endpoint' }
      : { score: 0, reason: 'no directives of operations' };
  },
  read,
};

/** What is known of the operation that is being read. */
interface Reading {
  readonly operation: OperationName;
  readonly report: Report;
  readonly found: Evidence[];
  /** The status that properties of a response belong to: the first of a success. */
  status: string | undefined;
}

function read(page: Page, report: Report): Evidence[] {
  const found: Evidence[] = [];
  let title: string | undefined;
  let current: Reading | undefined;
  let hint: Side | undefined;
  for (const block of page.blocks) {
    const method = block.kind === 'element' ? directiveMethod(block.tag) : undefined;
    if (block.kind === 'element' && method) {
      for (const signature of (block.attributes['argument'] ?? '').split('\n')) {
        if (signature !== '') found.push(...directiveOperation(block, { method, signature, title, report }));
      }
      current = undefined;
      title = undefined;
      continue;
    }
    const object = block.kind === 'element' ? directiveObject(block) : undefined;
    if (block.kind === 'element' && object !== undefined) {
      found.push(...objectEvidence(block, object));
      continue;
    }
    const endpoint = method ? undefined : blockEndpoint(block);
    if (endpoint) {
      const { operation } = endpoint;
      current = { operation, report, found, status: undefined };
      hint = undefined;
      const subject: Subject = { kind: 'operation', operation };
      add(current, subject, { kind: 'exists' }, block.location, 'attribute');
      if (title !== undefined && block.kind !== 'heading')
        add(current, subject, { kind: 'summary', text: title }, block.location);
    } else if (block.kind === 'heading') title = genericTitle.test(block.text) ? undefined : block.text;
    else if (current && block.kind === 'element' && ownDirective.test(block.tag)) addOwn(block, current);
    else if (current && block.kind === 'code') addCode(block, current, hint);
    else if (current && block.kind === 'prose') {
      if (isLabel(block.text)) hint = sideOf(block.text);
      else if (!hasDescription(current))
        add(
          current,
          { kind: 'operation', operation: current.operation },
          { kind: 'description', text: block.text },
          block.location,
        );
    }
  }
  return [...found, ...describedObjects(page, report)];
}

function isDirective(block: Block): boolean {
  return block.kind === 'element' && (directiveMethod(block.tag) !== undefined || directiveObject(block) !== undefined);
}

/** The objects that tables and lists describe beside the directives of operations. */
function describedObjects(page: Page, report: Report): Evidence[] {
  if (!page.blocks.some(isDirective)) return [];
  const { operations, loose } = takeApart(outline({ ...page, blocks: page.blocks.filter((one) => !isDirective(one)) }));
  return operations.length > 0 ? [] : readEntities(loose, page, report);
}

/** Headings over operations that name none of them. */
const genericTitle = /^(?:(?:api|http|rest)\s)?(?:endpoints?|requests?|methods?|resources?|operations?|reference)$/i;

function hasDescription({ operation, found }: Reading): boolean {
  return found.some(
    ({ subject, fact }) =>
      fact.kind === 'description' && subject.kind === 'operation' && subject.operation === operation,
  );
}

interface Given {
  readonly method: OperationName['method'];
  readonly signature: string;
  readonly title: string | undefined;
  readonly report: Report;
}

function directiveOperation(block: ElementBlock, { method, signature, title, report }: Given): Evidence[] {
  const { path, parameters } = readSignature(signature);
  const operation: OperationName = { method, path };
  const subject: Subject = { kind: 'operation', operation };
  const { attributes, children, location } = block;
  const reading: Reading = { operation, report, found: [], status: firstSuccess(children) };
  const place = { document: location.document, line: location.line };
  add(reading, subject, { kind: 'exists' }, place, 'attribute');
  const summary = attributes['synopsis'] || title;
  if (summary) add(reading, subject, { kind: 'summary', text: summary }, place);
  if ('deprecated' in attributes) add(reading, subject, { kind: 'deprecated' }, place, 'attribute');
  for (const { name, type } of parameters) {
    const parameter: Subject = { kind: 'parameter', operation, location: 'path', name };
    add(reading, parameter, { kind: 'exists' }, place, 'attribute');
    if (type !== undefined) add(reading, parameter, { kind: 'type', words: type }, place, 'attribute');
  }
  addChildren(children, reading);
  return reading.found;
}

function addChildren(children: readonly Block[], reading: Reading): void {
  const { operation, report } = reading;
  let hint: Side | undefined;
  let label = '';
  let described = false;
  for (const child of children) {
    if (child.kind === 'code') addCode(child, reading, hint);
    else if (child.kind === 'element' && child.tag === 'field') addField(child, reading);
    else if (child.kind === 'element') {
      const object = directiveObject(child);
      if (object === undefined) addChildren(child.children, reading);
      else reading.found.push(...objectEvidence(child, object));
    } else if (child.kind === 'prose') {
      if (isLabel(child.text)) {
        hint = sideOf(child.text);
        label = child.text;
      } else if (!described) {
        described = true;
        add(reading, { kind: 'operation', operation }, { kind: 'description', text: child.text }, child.location);
      }
      reading.found.push(...linkedObjects(child, reading));
    } else {
      const rows = child.kind === 'table' ? directiveTable(child, operation, label, reading.status) : undefined;
      if (rows) reading.found.push(...rows);
      else report.add('evidence/unread', child.location, { text: excerpt(child) });
    }
  }
}

/** What a text says of the answers, and the objects that it links to as the body that is sent, or as what is answered. */
function linkedObjects(block: ProseBlock, { operation, status }: Reading): Evidence[] {
  const answers = answerEvidence(block, operation).map((one): Evidence => {
    const { subject } = one;
    const isOpen = subject.kind === 'response' && subject.status === undefined && status !== undefined;
    return isOpen ? { ...one, subject: { ...subject, status } } : one;
  });
  return [...answers, ...statedBodyEvidence([block], operation, true)];
}

function firstSuccess(children: readonly Block[]): string | undefined {
  for (const child of children) {
    const name =
      child.kind === 'element' && child.tag === 'field' ? readFieldName(child.attributes['name'] ?? '') : undefined;
    const status = name?.place === 'status' ? /^2\d\d/.exec(name.name)?.[0] : undefined;
    if (status !== undefined) return status;
  }
  return undefined;
}

function addField(block: ElementBlock, reading: Reading): void {
  const { operation, report } = reading;
  const name = readFieldName(block.attributes['name'] ?? '');
  const text = block.children.map(blockText).join('\n').trim();
  if (!name) {
    report.add('evidence/unread', block.location, { text: `:${(block.attributes['name'] ?? '').slice(0, 60)}:` });
    return;
  }
  if (name.place === 'status') return addStatus(name.name, text, block.location, reading);
  if (name.place === 'answerHeader') return addAnswerHeader(name, text, block.location, reading);
  if (name.place === 'header' && /^(?:authorization|accept|content-type)$/i.test(name.name)) {
    const security = credentialOf(
      name.name,
      /\bbasic\b/i.test(text) ? 'Basic' : /\b(?:bearer|oauth|token)\b/i.test(text) ? 'Bearer' : '',
      'header',
    );
    if (security && /^authorization$/i.test(name.name) && security.type === 'http')
      add(reading, { kind: 'operation', operation }, { kind: 'security', security }, block.location, 'attribute');
    return;
  }
  const subject = fieldSubject(name, reading);
  add(reading, subject, { kind: 'exists' }, block.location, 'attribute');
  if (name.type !== undefined) addType(name.type, subject, block.location, reading);
  if (text !== '') add(reading, subject, { kind: 'description', text }, block.location);
  const required = statedRequired(text);
  if (required !== undefined && name.place !== 'path')
    add(reading, subject, { kind: 'required', value: required }, block.location);
  if (name.place === 'form') {
    const mediaType = 'application/x-www-form-urlencoded';
    add(
      reading,
      { kind: 'request', operation, path: [] },
      { kind: 'mediaType', mediaType },
      block.location,
      'attribute',
    );
  }
}

/** A header of the answer; that of its media type is told of with the body. */
function addAnswerHeader({ name, type }: FieldName, text: string, location: Location, reading: Reading): void {
  if (/^content-type$/i.test(name)) return;
  const { operation, status } = reading;
  const subject: Subject = { kind: 'answerHeader', operation, name, ...(status !== undefined && { status }) };
  add(reading, subject, { kind: 'exists' }, location, 'attribute');
  if (type !== undefined) add(reading, subject, { kind: 'type', words: type }, location, 'attribute');
  if (text !== '') add(reading, subject, { kind: 'description', text }, location);
}

/** A type, or the name of an object that a directive describes. */
function addType(written: string, subject: Subject, location: Location, reading: Reading): void {
  const reference = objectReference(written, location.document);
  const words = /^json$/i.test(written) ? 'any' : written;
  if (reference) add(reading, subject, { kind: 'refers', reference }, location, 'attribute');
  else add(reading, subject, { kind: 'type', words: words.replaceAll(/,? or /g, ' | ') }, location, 'attribute');
}

function fieldSubject({ place, name, list }: FieldName, { operation, status }: Reading): Subject {
  const path: Step[] = [...(list ? [{ kind: 'items' } as const] : []), ...propertySteps(name)];
  if (place === 'request' || place === 'form') return { kind: 'request', operation, path };
  if (place === 'response') return { kind: 'response', operation, ...(status !== undefined && { status }), path };
  const location: ParameterLocation = place === 'query' || place === 'header' ? place : 'path';
  const isInPath = location === 'query' && operation.path.includes(`{${name}}`);
  return { kind: 'parameter', operation, location: isInPath ? 'path' : location, name };
}

function addStatus(name: string, text: string, location: Location, reading: Reading): void {
  const [, status, phrase = ''] = /^([1-5]\d\d)\s{0,20}(.*)$/.exec(name) ?? [];
  if (status === undefined) return;
  const subject: Subject = { kind: 'response', operation: reading.operation, status, path: [] };
  add(reading, subject, { kind: 'exists' }, location, 'attribute');
  const description = text === '' ? phrase : text;
  const answer = status.startsWith('2') ? linkedAnswer(text) : undefined;
  const body = answer === undefined ? undefined : cellBody(answer, location);
  if (body) reading.found.push(...cellBodyEvidence(body, subject, location));
  if (description !== '') add(reading, subject, { kind: 'description', text: description }, location);
}

/** A sample: a whole HTTP message, or JSON of the side that the line before it names. */
function addCode(block: CodeBlock, reading: Reading, hint?: Side): void {
  const { operation, report, status } = reading;
  const message = readHttpMessage(block.text);
  const side = message?.kind ?? hint;
  const text = message ? message.body : block.text;
  if (side === undefined || !/^\s*[{[]/.test(text)) return;
  const firstLine = block.textLine + (message?.bodyLine ?? 0);
  const data = readSample(text, { document: block.location.document, firstLine }, report);
  if (!data) return;
  const known = message?.status ?? status;
  const subject: Subject =
    side === 'request'
      ? { kind: 'request', operation, path: [] }
      : { kind: 'response', operation, ...(known !== undefined && { status: known }), path: [] };
  const mediaType = message?.mediaType ?? 'application/json';
  add(reading, subject, { kind: 'mediaType', mediaType }, block.location, 'sample');
  add(reading, subject, { kind: 'sample', data }, block.location, 'sample');
}

/** A parameter or property that a directive of the documents' own describes by its options. */
function addOwn(block: ElementBlock, reading: Reading): void {
  const { operation } = reading;
  const { attributes, location, tag } = block;
  const name = (attributes['argument'] ?? '').split('\n', 1)[0]?.trim() ?? '';
  if (name === '' || /\s/.test(name)) return reading.report.add('evidence/unread', location, { text: excerpt(block) });
  const subject = ownSubject(
    name,
    `${attributes['in'] ?? attributes['location'] ?? attributes['where'] ?? ''} ${tag}`,
    operation,
  );
  add(reading, subject, { kind: 'exists' }, location, 'attribute');
  const type = attributes['type'];
  if (type) add(reading, subject, { kind: 'type', words: type }, location, 'attribute');
  const condition = (attributes['condition'] ?? attributes['required'] ?? attributes['optional'] ?? '').trim();
  const isRequired =
    'required' in attributes
      ? !/^(?:no|false|optional)$/i.test(condition)
      : /^(?:required|mandatory|yes|true)$/i.test(condition);
  const isOptional = /^optional$/i.test(condition) || 'optional' in attributes;
  if (isRequired) add(reading, subject, { kind: 'required', value: true }, location, 'attribute');
  else if (isOptional) add(reading, subject, { kind: 'required', value: false }, location, 'attribute');
  const standard = attributes['default'];
  if (standard) add(reading, subject, { kind: 'default', value: ownDefault(standard) }, location, 'attribute');
  const text = block.children.map(blockText).join('\n').trim() || attributes['description'] || '';
  if (text !== '') add(reading, subject, { kind: 'description', text }, location);
}

function add(reading: Reading, subject: Subject, fact: Fact, location: Location, method: Method = 'prose'): void {
  reading.found.push({ subject, fact, location, method, confidence: 'high' });
}
