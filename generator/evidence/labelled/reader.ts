import type { Report } from '../../base/diagnostic.ts';
import type { Evidence, Fact, Method, Subject } from '../evidence.ts';
import type { TextSegment } from '../segments.ts';
import { createAnchors, listParts, withoutAnchor } from './anchors.ts';
import { isNameLine, readLine, type Label, type LineMeaning } from './grammar.ts';
import { enumList } from '../nameless/items.ts';
import { createOutline, type Outline } from './outline.ts';
import { readCode } from './reader-code.ts';
import { addCredential, addKey } from './reader-keys.ts';
import { labelSubject, push, scopesOf, unread, withoutName, type Reading } from './reading.ts';
import type { LabelledPage } from './samples.ts';

/** Reads the lines of a page in their order and returns its facts; lines without meaning give `evidence/unread`. */
export function readLabelledLines(page: LabelledPage, report: Report): Evidence[] {
  const reading: Reading = {
    page,
    report,
    evidence: [],
    section: 'lead',
    isAccess: false,
    status: undefined,
    current: undefined,
    confidence: 'high',
    hasDescription: false,
    describing: undefined,
    listing: undefined,
    request: createOutline(page.requestSample?.value),
    response: createOutline(page.responseSample?.value),
    anchors: createAnchors(listParts(page)),
    anchor: undefined,
    awaitsNumber: false,
    awaitsValues: false,
    awaitsLength: false,
    parameters: new Set(),
    isTold: false,
    key: undefined,
  };
  const segments = page.segments.map(withoutAnchor);
  const lines = segments.map(({ segment }) => (segment.kind === 'text' ? segment.text : undefined));
  for (let index = 0; index < segments.length; index += 1) {
    const { segment, anchor } = segments[index] ?? {};
    if (anchor !== undefined) reading.anchor = anchor;
    if (segment?.kind === 'code') readCode(segment, reading);
    else if (segment && anchor !== undefined && segment.text === '') continue;
    else if (segment && !page.meanings.has(segment.line) && isNameLine(lines, index)) {
      const type = segments[index + 1]?.segment;
      addLabel({ name: segment.text, ...(type?.kind === 'text' && { type: type.text }) }, segment.line, reading);
      index += 1;
    } else if (segment)
      readText(segment, page.meanings.get(segment.line) ?? lineMeaning(lines, index, reading), reading);
  }
  return reading.evidence;
}

/** Numbers that are mostly a status, even behind the label of a number. */
const usualStatus = /^(?:20[0124]|[45]\d\d)$/;

/** What a line says, where a lone number may be an example or a status: behind a status stands a sentence, no label. */
function lineMeaning(lines: readonly (string | undefined)[], index: number, reading: Reading): LineMeaning {
  const text = lines[index] ?? '';
  const next = lines[index + 1];
  const meaning = readLine(text, reading.page.knownNames);
  const status = reading.awaitsLength ? /^\d{1,2}([2-5]\d\d)$/.exec(text)?.[1] : undefined;
  if (status !== undefined && reading.status === undefined) return { kind: 'section', section: 'response', status };
  if (!reading.awaitsNumber || !/^[1-5]\d\d$/.test(text)) return meaning;
  const isName = next === '' || isNameLine(lines, index + 1);
  const after = isName ? 'label' : readLine(next ?? '', reading.page.knownNames).kind;
  const isExample =
    !usualStatus.test(text) || (reading.section === 'response' && (after === 'label' || after === 'fold'));
  return isExample ? { kind: 'example', value: Number(text) } : meaning;
}

function readText(segment: TextSegment, meaning: LineMeaning, reading: Reading): void {
  const { line } = segment;
  if (meaning.kind !== 'options' && meaning.kind !== 'text') reading.listing = undefined;
  switch (meaning.kind) {
    case 'endpoint':
      reading.section = reading.section === 'lead' ? 'lead' : 'unknown';
      if (meaning.summary !== undefined && line === reading.page.endpointLine) {
        const subject: Subject = { kind: 'operation', operation: reading.page.operation };
        push(reading, subject, { kind: 'summary', text: meaning.summary }, line, 'prose', 'high');
      }
      return;
    case 'section':
      return startSection(meaning, line, reading);
    case 'statuses':
      return addStatuses(meaning.statuses, line, reading);
    case 'mediaType':
      return addMediaType(meaning.mediaType, line, reading);
    case 'limits':
      for (const { keyword, value } of meaning.limits) {
        // the length of a list is how many there are
        const own = reading.awaitsLength ? keyword.replace(/Length$/, 'Items') : keyword;
        addFact({ kind: 'limit', keyword: own, value }, line, 'label', reading, segment);
      }
      return;
    case 'label':
      return addLabel(meaning, line, reading);
    case 'flag':
      if (meaning.flag === 'deprecated' || meaning.flag === 'nullable')
        return addFact({ kind: meaning.flag }, line, 'label', reading, segment);
      if (meaning.flag === 'readOnly' || meaning.flag === 'writeOnly')
        return addFact({ kind: 'access', access: meaning.flag }, line, 'label', reading, segment);
      reading.current ??=
        reading.section === 'body' ? { kind: 'request', operation: reading.page.operation, path: [] } : undefined;
      return addFact({ kind: 'required', value: meaning.flag === 'required' }, line, 'label', reading, segment);
    case 'options':
      return addOptions(meaning, segment, reading);
    case 'default':
    case 'example':
      reading.awaitsNumber = false;
      return addFact(
        { kind: meaning.kind, value: withoutName(meaning.value, reading.current) },
        line,
        'label',
        reading,
        segment,
      );
    case 'fold':
      if (!meaning.open) outlineOf(reading).close();
      else if (!reading.isTold) outlineOf(reading).open(meaning.count, meaning.end, reading.key);
      return;
    case 'block':
      return startBlock(meaning, line, reading);
    case 'security': {
      const subject: Subject = { kind: 'operation', operation: reading.page.operation };
      return push(reading, subject, { kind: 'security', security: meaning.security }, line, 'label', 'high');
    }
    case 'several':
      for (const one of meaning.meanings) readText(segment, one, reading);
      return;
    case 'text':
      return addText(segment, reading);
  }
}

function outlineOf(reading: Reading): Outline {
  return reading.section === 'response' ? reading.response : reading.request;
}

/** A schema in brackets: of an answer or a body, which is a list where it has brackets of lists around it. */
function startBlock({ lists, isOpen }: Extract<LineMeaning, { kind: 'block' }>, line: number, reading: Reading): void {
  const { section, status, page } = reading;
  outlineOf(reading).startBlock(lists, isOpen);
  reading.describing = undefined;
  if (lists < 0) reading.current = undefined;
  if (lists <= 0 || (section === 'response' && status === undefined)) return;
  const subject: Subject =
    section === 'response' && status !== undefined
      ? answerOf(status, reading)
      : { kind: 'request', operation: page.operation, path: [] };
  push(reading, subject, { kind: 'type', words: 'array' }, line, 'label', 'high');
}

function startSection(meaning: Extract<LineMeaning, { kind: 'section' }>, line: number, reading: Reading): void {
  const { section, status, text } = meaning;
  reading.section = section;
  reading.isAccess = meaning.access === true;
  if (meaning.sample) reading.status = status ?? reading.page.firstStatus;
  if (meaning.mediaType !== undefined) addMediaType(meaning.mediaType, line, reading);
  reading.current = undefined;
  reading.describing = undefined;
  if (section === 'body') reading.request = createOutline(reading.page.requestSample?.value);
  if (section === 'response' && meaning.sample && status !== undefined) reading.current = answerOf(status, reading);
  if (section !== 'response' || meaning.sample) return;
  if (status !== undefined && status !== reading.status) {
    reading.status = status;
    // errors do not look like what the sample of a success shows
    const isLike = status.charAt(0) === (reading.page.sampleStatus ?? '2').charAt(0);
    reading.response = createOutline(isLike ? reading.page.responseSample?.value : undefined);
  }
  if (reading.status === undefined) return;
  reading.current = answerOf(reading.status, reading);
  reading.confidence = 'high';
  reading.hasDescription = false;
  push(reading, reading.current, { kind: 'exists' }, line, 'label', 'high');
  if (text !== undefined) describe(text, line, reading);
}

function answerOf(status: string, { page: { operation } }: Reading): Subject {
  return { kind: 'response', operation, status, path: [] };
}

/** Answers that are only numbers, the first of which is described. */
function addStatuses(statuses: readonly string[], line: number, reading: Reading): void {
  for (const status of statuses.toReversed()) {
    startSection({ kind: 'section', section: 'response', status }, line, reading);
  }
}

function addMediaType(mediaType: string, line: number, reading: Reading): void {
  const { operation } = reading.page;
  const fact: Fact = { kind: 'mediaType', mediaType };
  if (reading.section === 'body') push(reading, { kind: 'request', operation, path: [] }, fact, line, 'label', 'high');
  else if (reading.section === 'response' && reading.status !== undefined) {
    push(reading, { kind: 'response', operation, status: reading.status, path: [] }, fact, line, 'label', 'high');
  }
}

function addLabel(given: Label, line: number, reading: Reading): void {
  const isCredential =
    /^authorization$/i.test(given.name) && reading.section !== 'body' && reading.section !== 'response';
  if (!isCredential && reading.isAccess && addKey(given, line, reading)) return;
  const label: Label = isCredential ? { ...given, place: 'header' } : given;
  if (isCredential) addCredential(given, line, reading);
  if (reading.section === 'lead' || reading.section === 'scopes') reading.section = 'unknown';
  const { closes = [], opens } = reading.page.nesting.get(line) ?? {};
  for (const closed of closes) outlineOf(reading).close(closed);
  const found = labelSubject(label, reading);
  reading.isTold = opens === 'told' || opens === 'bounded';
  reading.key = opens === 'marked' ? line : undefined;
  if (opens && opens !== 'marked') outlineOf(reading).open(undefined, opens === 'told' ? 'told' : 'bounded', line);
  reading.current = found.subject;
  reading.confidence = found.confidence;
  reading.hasDescription = false;
  reading.describing = undefined;
  reading.awaitsNumber = /^(?:int|number|float|double|decimal|long)/.test(label.type ?? '');
  reading.awaitsLength = /\]$|^(?:array|list)\b/.test(label.type ?? '');
  const add = (fact: Fact): void => push(reading, found.subject, fact, line, 'label', found.confidence);
  add({ kind: 'exists' });
  if (label.type !== undefined) add({ kind: 'type', words: label.type });
  if (label.required !== undefined) add({ kind: 'required', value: label.required });
  if (label.deprecated) add({ kind: 'deprecated' });
  if (label.access) add({ kind: 'access', access: label.access });
  if (label.nullable) add({ kind: 'nullable' });
  for (const limit of label.limits ?? []) add({ kind: 'limit', ...limit });
  if (label.default !== undefined) add({ kind: 'default', value: label.default });
  reading.awaitsValues = /^enum\b/.test(label.type ?? '');
  const listed = label.description === undefined ? undefined : enumList(label.description);
  if (listed && listed.values.length > 1) add({ kind: 'enum', values: listed.values, closed: true });
  else if (label.description !== undefined) describe(label.description, line, reading);
}

function describe(text: string, line: number, reading: Reading): void {
  if (reading.current) push(reading, reading.current, { kind: 'description', text }, line, 'prose', reading.confidence);
  reading.describing = reading.current && reading.evidence.at(-1);
  reading.hasDescription = true;
}

/** Adds a line to a description: texts of several lines, and lists in them, keep their lines. */
function goOn(known: Evidence, text: string, line: number, reading: Reading): void {
  if (known.fact.kind !== 'description') return;
  const fact: Fact = { kind: 'description', text: `${known.fact.text}\n${text}` };
  const longer: Evidence = { ...known, fact, location: { ...known.location, endLine: line } };
  reading.evidence.splice(reading.evidence.indexOf(known), 1, longer);
  reading.describing = longer;
}

function addFact(fact: Fact, line: number, method: Method, reading: Reading, segment: TextSegment): void {
  if (reading.current) push(reading, reading.current, fact, line, method, reading.confidence);
  else unread(segment, reading);
}

function addOptions(meaning: Extract<LineMeaning, { kind: 'options' }>, segment: TextSegment, reading: Reading): void {
  const { values, example } = meaning;
  reading.awaitsValues = false;
  if (values.length === 0) {
    reading.listing = [];
    return;
  }
  addFact({ kind: 'enum', values, closed: true }, segment.line, 'label', reading, segment);
  if (example !== undefined) addFact({ kind: 'example', value: example }, segment.line, 'label', reading, segment);
}

function addText(segment: TextSegment, reading: Reading): void {
  const { text, line } = segment;
  const { page, section } = reading;
  if (reading.listing && /^[\w.:@/+-]*[\w.@/+-],?$/.test(text)) {
    reading.listing.push(text.replace(/,$/, ''));
    addFact({ kind: 'enum', values: [...reading.listing], closed: true }, line, 'label', reading, segment);
    if (!text.endsWith(',')) reading.listing = undefined;
  } else if (section === 'scopes' && scopesOf(text).length > 0) {
    const subject: Subject = { kind: 'operation', operation: page.operation };
    for (const scope of scopesOf(text)) push(reading, subject, { kind: 'scope', scope }, line, 'label', 'high');
  } else if (section === 'lead') addLead(segment, reading);
  else if (text === page.title) reading.describing = undefined;
  else if (reading.awaitsValues && /^\S*[^\s.!?:]$/.test(text))
    addOptions({ kind: 'options', values: [text] }, segment, reading);
  else if (reading.current && !reading.hasDescription) describe(text, line, reading);
  else if (reading.describing && section !== 'response') goOn(reading.describing, text, line, reading);
  else unread(segment, reading);
}

/** The first line of a page is its title, unless it is a sentence; what follows describes the operation. */
function addLead({ text, line }: TextSegment, reading: Reading): void {
  const subject: Subject = { kind: 'operation', operation: reading.page.operation };
  const known = reading.evidence.findLast(({ fact }) => fact.kind === 'description');
  const isTitle = text === reading.page.title;
  if (isTitle && reading.evidence.some(({ fact }) => fact.kind === 'summary')) return;
  if (isTitle) push(reading, subject, { kind: 'summary', text }, line, 'prose', 'high');
  else if (known?.fact.kind === 'description') {
    const fact: Fact = { kind: 'description', text: `${known.fact.text} ${text}` };
    const location = { ...known.location, endLine: line };
    reading.evidence.splice(reading.evidence.indexOf(known), 1, { ...known, fact, location });
  } else push(reading, subject, { kind: 'description', text }, line, 'prose', 'high');
}
