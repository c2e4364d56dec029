import type { Report } from '../../base/diagnostic.ts';
import type { CodeBlock } from '../../pages/page.ts';
import type { Declared } from '../declared-types/declarations.ts';
import type { Evidence, Subject } from '../evidence.ts';
import { pathParameters } from '../request-url.ts';
import { readAnswerHeaders } from './answer-headers.ts';
import { answerEvidence } from './answers.ts';
import { arrowEvidence } from './arrow-answers.ts';
import { readDeclared, readNotation } from './declared-bodies.ts';
import { withFieldParagraphs } from './field-paragraphs.ts';
import type { FieldRow } from './field-row.ts';
import { headedFields, type HeadedField } from './headed-fields.ts';
import { headedStatus, headingRole } from './heading-roles.ts';
import { inlineBodies } from './inline-json.ts';
import { likenessEvidence } from './likeness.ts';
import { statedBodyEvidence } from './list-body.ts';
import { statedMediaTypes } from './media-types.ts';
import { addFields } from './operation-fields.ts';
import type { Reading } from './operation-reading.ts';
import { addTexts, indentedParagraph } from './operation-texts.ts';
import { addStatus, readShownStatus } from './operation-statuses.ts';
import { addToldFields } from './operation-told.ts';
import { statedQuery } from './query-mentions.ts';
import { rowAnswer } from './row-answers.ts';
import { shownLists } from './shown-lists.ts';
import { ownCalls } from './shared-calls.ts';
import { sendable } from './sendable.ts';
import { sampleRequests } from '../sample-requests.ts';
import { statedScopes } from './stated-scopes.ts';
import { twinsOf } from './fence-endpoints.ts';
import { toldContents } from './told-contents.ts';
import { readSamples } from './unit-samples.ts';
import type { OperationUnit, Part } from './units.ts';
import { readValueLines } from './value-lines.ts';
import { readValueTables } from './value-tables.ts';
import { readTable } from './operation-tables.ts';
import { addStated, readProse, spoken } from './operation-prose.ts';
import { leaveUnread, reportUnread } from './unread-parts.ts';

/**
 * The evidence of one operation: that it exists, its texts, its parameters and bodies from tables, lists and samples, its
 * statuses. Blocks that give no fact and are no prose are `evidence/unread`, programs in languages that are not read `evidence/other-languages`; broken samples
 * `evidence/broken-sample`.
 */
export function readOperation(given: OperationUnit, report: Report, declared: Declared): Evidence[] {
  const { fields, rest } = headedFields(ownCalls(given));
  const unit: OperationUnit = { ...given, parts: withFieldParagraphs(rest) };
  const { operation, server } = unit.endpoint;
  const samples = readSamples(unit.parts, operation, report, { twins: twinsOf(unit.endpoint), headed: fields });
  const reading: Reading = {
    operation,
    unit,
    report,
    declared,
    samples,
    evidence: [],
    inPath: new Set(pathParameters(operation.path)),
    known: { body: [], response: [] },
    lists: { body: shownLists(samples.bodies), response: shownLists(samples.responses) },
    paths: new Map(),
    description: [],
    unread: [],
    last: {},
  };
  const { location } = unit.endpoint.block;
  const subject: Subject = { kind: 'operation', operation };
  if (unit.endpoint.isSample) {
    reading.evidence.push({ subject, fact: { kind: 'exists' }, location, method: 'sample', confidence: 'medium' });
  } else addStated(reading, subject, { kind: 'exists' }, location, unit.endpoint.isAssumed ? 'low' : 'high');
  if (unit.endpoint.isAssumed) addStated(reading, subject, { kind: 'uncertain', text: assumed }, location, 'low');
  if (server !== undefined) addStated(reading, { kind: 'api' }, { kind: 'server', url: server }, location);
  reading.evidence.push(...statedQuery(unit.endpoint));
  for (const anchor of unit.anchors) {
    const place = unit.heading?.location ?? location;
    reading.evidence.push({
      subject,
      fact: { kind: 'alias', anchor },
      location: place,
      method: 'name',
      confidence: 'high',
    });
  }
  describeNamed(reading);
  if (unit.endpoint.status !== undefined)
    addStatus(reading, { status: unit.endpoint.status, text: undefined }, location);
  readParts(reading, fields);
  readValueTables(reading);
  readValueLines(reading);
  reportUnread(reading.unread, operation, report);
  addToldFields(reading);
  addTexts(reading);
  reading.evidence.push(...statedScopes(unit.parts, operation));
  reading.evidence.push(...rowAnswer(unit.endpoint));
  for (const scope of unit.endpoint.scopes ?? [])
    addStated(reading, subject, { kind: 'scope', scope }, location, 'medium');
  const found = [...reading.evidence, ...reading.samples.evidence];
  // of a body that nothing else tells of they say nothing
  const isTold = found.some((one) => one.subject.kind === 'request');
  if (isTold) found.push(...statedMediaTypes(unit.parts, operation));
  found.push(...toldContents(unit.parts, { operation, found }));
  found.push(...statedBodyEvidence(reading.description, operation, isTold));
  return sendable([...found, ...inlineSamples(found, reading)], operation);
}

const assumed = 'the documents name no method: it is taken to be GET';

/** Bodies that the texts show, where nothing else shows one that goes the same way. */
function inlineSamples(found: readonly Evidence[], { description, operation }: Reading): Evidence[] {
  const shown = new Set(found.flatMap(({ subject, fact }) => (fact.kind === 'sample' ? [subject.kind] : [])));
  const read = description.flatMap(({ text, location }) => inlineBodies(text, operation, location));
  return read.filter(({ subject }) => !shown.has(subject.kind));
}

/** Reads what stands beside the endpoint where a text names it: its description, its answer, or that it is deprecated. */
function describeNamed(reading: Reading): void {
  const { block, text, operation, said } = reading.unit.endpoint;
  if (said) reading.description.push({ ...said, text: said.text.trim().replace(/:$/, '.') });
  if (block.kind !== 'prose' || text === undefined) return;
  if (/^[\s_*(]{0,5}deprecated[\s_*).]{0,5}$/i.test(text)) {
    return addStated(reading, { kind: 'operation', operation }, { kind: 'deprecated' }, block.location);
  }
  reading.description.push(block);
  reading.evidence.push(
    ...arrowEvidence(block, operation),
    ...answerEvidence(block, operation),
    ...spoken(reading, block),
  );
  reading.evidence.push(...likenessEvidence(block, operation));
}

/** Reads the parts and the values with a heading each in the order of the page: where the ones stand the others tell. */
function readParts(reading: Reading, headed: readonly HeadedField[]): void {
  const waiting = [...headed];
  const addBefore = (line: number): void => {
    while (waiting[0] && waiting[0].row.location.line <= line) {
      const { part, row } = waiting[0];
      waiting.shift();
      if (!repeatsObject(reading, row)) addFields(reading, part, part.role, [row], 'prose');
    }
  };
  for (const [index, part] of reading.unit.parts.entries()) {
    addBefore(part.block.location.line);
    readPart(reading, part, reading.unit.parts[index - 1]);
  }
  addBefore(Infinity);
}

/** Whether a heading only calls a value an object (`owner` object) of which a list before has said what it is: below it stands what is in it. */
function repeatsObject({ known }: Reading, { name, words, description }: FieldRow): boolean {
  if (!/^objects?$/.test(words ?? '') || description !== undefined) return false;
  return [...known.body, ...known.response].some((path) => {
    const last = path.findLast((step) => step.kind === 'property');
    return last?.kind === 'property' && last.name === name;
  });
}

function readPart(reading: Reading, part: Part, before: Part | undefined): void {
  const { block } = part;
  const said = block.kind === 'code' && part.role === 'other' ? indentedParagraph(reading, block) : undefined;
  if (said) {
    reading.description.push(said);
    return;
  }
  const intro = before?.block.kind === 'prose' && before.section === part.section ? before.block.text : '';
  if (readAnswerHeaders(reading, part, intro)) return;
  if (block.kind === 'prose') return readProse(reading, part, block, before);
  if (block.kind === 'table' && part.role !== 'aside') return readTable(reading, part, block, intro);
  if (block.kind === 'code' && part.role !== 'aside' && readNotation(reading, part, block, intro)) return;
  if (block.kind === 'code' && (readDeclared(reading, part, block, intro) || readShownStatus(reading, part, block)))
    return;
  if (block.kind === 'code' && (reading.samples.read.has(part) || isLabel(block) || isOthers(reading, block))) return;
  if (block.kind !== 'heading') return leaveUnread(reading, part);
  if (part.status !== undefined && (part.role === 'response' || part.role === 'error'))
    addStatus(reading, { status: part.status, text: headedStatus(part.section.title)?.text }, block.location);
}

/** Whether code calls another of the operations that the part is about. */
function isOthers({ unit }: Reading, block: CodeBlock): boolean {
  const { document } = block.location;
  return unit.isShared === true && sampleRequests(block.text, { document, firstLine: block.textLine }).length > 0;
}

/** Whether code is only the label of what follows: `Example request`. */
function isLabel(block: CodeBlock): boolean {
  const { role, isPlain } = headingRole(block.text);
  return block.language === undefined && !block.text.includes('\n') && isPlain && role !== 'other';
}
