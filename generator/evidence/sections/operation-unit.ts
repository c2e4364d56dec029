import type { Report } from '../../base/diagnostic.ts';
import type { CodeBlock, ListItem, ProseBlock, TableBlock } from '../../pages/page.ts';
import { isSiteNotice } from '../blocks.ts';
import { labelledAuth } from '../auth-words.ts';
import type { Declared } from '../declared-types/declarations.ts';
import type { Confidence, Evidence, Fact, Subject } from '../evidence.ts';
import { pathParameters } from '../request-url.ts';
import { readAnswerHeaders } from './answer-headers.ts';
import { answerEvidence, beginsWithAnswer } from './answers.ts';
import { arrowEvidence } from './arrow-answers.ts';
import { readFieldList, readStatusList, unreadItems } from './bullets.ts';
import { compositeItems } from './composite-cells.ts';
import { readDeclared, readNotation } from './declared-bodies.ts';
import { describesFields, namesFields, sentColumns, tableColumns } from './columns.ts';
import { withFieldParagraphs } from './field-paragraphs.ts';
import { headedFields } from './headed-fields.ts';
import { headedStatus, headingRole, type PartRole } from './heading-roles.ts';
import { inlineFields } from './inline-fields.ts';
import { inlineBodies } from './inline-json.ts';
import { readBodyTable } from './body-tables.ts';
import { readKeyedTable } from './keyed-table.ts';
import { labelledLines, withoutLabel } from './label-lists.ts';
import { labelledTypes } from './labelled-types.ts';
import { readLabelled } from './labelled-lines.ts';
import { likenessEvidence } from './likeness.ts';
import { linkedBody, statedBodyEvidence } from './list-body.ts';
import { plainText } from './markup.ts';
import { octetBodies } from './octet-bodies.ts';
import { labelledMediaTypes, listsMediaTypes, statedMediaTypes } from './media-types.ts';
import { addFields, areReadFields, isAnswered, isEntity, saysAllOptional, type Reading } from './operation-fields.ts';
import { addTexts, indentedParagraph } from './operation-texts.ts';
import { effectiveRole } from './part-role.ts';
import {
  addStatus,
  readAnswerType,
  readLabelledStatus,
  readShownStatus,
  readStatusLines,
  readStatusParagraph,
  readStatusTable,
} from './operation-statuses.ts';
import { queryMentions, statedQuery } from './query-mentions.ts';
import { spokenParameters } from './spoken-parameters.ts';
import { withTypeColumn } from './stacked-cells.ts';
import { statedAnswers } from './stated-answers.ts';
import { addToldFields } from './operation-told.ts';
import { statedScopes } from './stated-scopes.ts';
import { takenParameters } from './shared-parameters.ts';
import { tableFields } from './table-rows.ts';
import { shownLists } from './shown-lists.ts';
import { sendable } from './sendable.ts';
import { sampleRequests } from '../sample-requests.ts';
import { readSamples } from './unit-samples.ts';
import type { OperationUnit, Part } from './units.ts';
import { reportUnread } from './unread-parts.ts';
import { listedValuesOwner } from './value-lists.ts';
import { readValueTables } from './value-tables.ts';

/**
 * The evidence of one operation: that it exists, its texts, its parameters and bodies from tables, lists and samples, its
 * statuses. Blocks that give no fact and are no prose are `evidence/unread`, programs in languages that are not read `evidence/other-languages`; broken samples
 * `evidence/broken-sample`.
 */
export function readOperation(given: OperationUnit, report: Report, declared: Declared): Evidence[] {
  const { fields, rest } = headedFields(given.parts);
  const unit: OperationUnit = { ...given, parts: withFieldParagraphs(rest) };
  const { operation, server } = unit.endpoint;
  const samples = readSamples(unit.parts, operation, report);
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
  } else add(reading, subject, { kind: 'exists' }, location, unit.endpoint.isAssumed ? 'low' : 'high');
  if (unit.endpoint.isAssumed) add(reading, subject, { kind: 'uncertain', text: assumed }, location, 'low');
  if (server !== undefined) add(reading, { kind: 'api' }, { kind: 'server', url: server }, location);
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
  for (const { part, row } of fields) addFields(reading, part, part.role, [row], 'prose');
  for (const [index, part] of unit.parts.entries()) readPart(reading, part, unit.parts[index - 1]);
  readValueTables(reading);
  reportUnread(reading.unread, operation, report);
  addToldFields(reading);
  addTexts(reading);
  reading.evidence.push(...statedScopes(unit.parts, operation));
  for (const scope of unit.endpoint.scopes ?? []) add(reading, subject, { kind: 'scope', scope }, location, 'medium');
  const found = [...reading.evidence, ...reading.samples.evidence];
  // of a body that nothing else tells of they say nothing
  const isTold = found.some((one) => one.subject.kind === 'request');
  if (isTold) found.push(...statedMediaTypes(unit.parts, operation));
  found.push(...octetBodies(unit.parts, { operation, found }));
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
  const { block, text, operation } = reading.unit.endpoint;
  if (block.kind !== 'prose' || text === undefined) return;
  if (/^[\s_*(]{0,5}deprecated[\s_*).]{0,5}$/i.test(text)) {
    return add(reading, { kind: 'operation', operation }, { kind: 'deprecated' }, block.location);
  }
  reading.description.push(block);
  reading.evidence.push(
    ...arrowEvidence(block, operation),
    ...answerEvidence(block, operation),
    ...spoken(reading, block),
  );
  reading.evidence.push(...likenessEvidence(block, operation));
}

function add(
  reading: Reading,
  subject: Subject,
  fact: Fact,
  location: Evidence['location'],
  confidence: Confidence = 'high',
): void {
  reading.evidence.push({ subject, fact, location, method: 'prose', confidence });
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
  if (block.kind !== 'heading') return unread(reading, part);
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

function spoken({ operation, samples }: Reading, block: ProseBlock): Evidence[] {
  return spokenParameters(block, operation, samples.query);
}

function unread(reading: Reading, { block }: Part): void {
  reading.unread.push(block);
}

/** A paragraph about the operation as a whole, wherever it stands. */
const speaksOfOperation =
  /^[*_]{0,3}(?:as\s+(?:a\s+|the\s+)?(?:response|result|answer)\b|(?:this|the)\s+(?:endpoint|request|call|method|operation|api)|if\s+(?:the\s+\w+\s+(?:is|was)\s+)?successful|(?:up)?on\s+success)\b/i;

function readProse(reading: Reading, part: Part, block: ProseBlock, before: Part | undefined): void {
  if (isSiteNotice(block) || listsMediaTypes(part.section.title, block.text)) return;
  const security = part.role === 'aside' ? undefined : labelledAuth(block.text);
  if (security)
    add(reading, { kind: 'operation', operation: reading.operation }, { kind: 'security', security }, block.location);
  // a line about nothing else is no description
  if (security && !/\bscopes?\b|\bpermission|\. /i.test(block.text)) return;
  const answers = part.role === 'aside' ? [] : statedAnswers(block, reading.operation, reading.report);
  reading.evidence.push(...answers);
  if (answers.length > 0) return;
  const types = part.role === 'aside' ? [] : labelledTypes(block, reading.operation);
  reading.evidence.push(...types);
  if (types.length > 0) return;
  if (part.role !== 'aside' && readLabelledStatus(reading, block)) {
    reading.evidence.push(...likenessEvidence(block, reading.operation, 'response'));
    return;
  }
  const lines = part.role === 'other' ? labelledLines(block) : undefined;
  if (lines) return lines.forEach((line) => readLabelled(reading, part, line));
  if (block.form === 'list' && block.items && readList(reading, part, block, before)) return;
  const isAnswer = part.role === 'response' || part.role === 'error';
  if (isAnswer && readStatusLines(reading, block)) return;
  if (isAnswer && readStatusParagraph(reading, block)) return;
  if (isAnswer && readAnswerType(reading, part, block)) return;
  if (part.role === 'body') reading.evidence.push(...linkedBody(block, reading.operation));
  const inline = part.role === 'aside' ? [] : inlineFields(block);
  for (const { role, rows } of inline) addFields(reading, part, role, rows, 'prose');
  const isRoot = part.role === 'other' && part.titles.length === 0;
  if (isRoot && inline.length === 0) reading.description.push(withoutLabel(block));
  reading.evidence.push(...likenessEvidence(block, reading.operation, part.role));
  if (isRoot) reading.evidence.push(...arrowEvidence(block, reading.operation), ...spoken(reading, block));
  if (isRoot || part.role === 'query' || part.role === 'parameters') {
    reading.evidence.push(...queryMentions(block, reading.operation), ...takenParameters(block, reading.operation));
    if (part.role === 'query') reading.evidence.push(...spoken(reading, block));
  }
  if (isRoot || part.role === 'response' || speaksOfOperation.test(block.text) || beginsWithAnswer(block.text)) {
    const found = answerEvidence(block, reading.operation);
    reading.evidence.push(...found);
  }
  if (part.status !== undefined && (part.role === 'response' || part.role === 'error')) {
    const subject: Subject = { kind: 'response', operation: reading.operation, status: part.status, path: [] };
    add(reading, subject, { kind: 'exists' }, block.location);
    const types = labelledMediaTypes(block.text, false);
    for (const mediaType of types) add(reading, subject, { kind: 'mediaType', mediaType }, block.location);
    const isLabel = types.length > 0 || statusLabel.test(block.text) || labelLine.test(block.text);
    if (!isLabel) add(reading, subject, { kind: 'description', text: block.text }, block.location);
  }
}

/** A line that is a label and nothing else, or an empty body behind one: `**Content**`, `**Content:** `{}``. */
const labelLine = /^(?:[^.\n]{1,40}:\W{0,3}|(?:\*\*|__)[^*_\n]{1,40}(?:\*\*|__)[\s:]{0,3}(?:`[{}[\]\s]{0,4}`)?)$/;

/** A line that only names the status: `**Code** : 200 OK`. */
const statusLabel = /^\W{0,5}(?:(?:http |status |response )?(?:code|status)\W{1,9})?[1-5]\d\d\b[\s\w`*]{0,40}$/i;

/** A list of fields or of statuses; false for a list that is prose. */
function readList(reading: Reading, part: Part, block: ProseBlock, before: Part | undefined): boolean {
  const intro = before?.block.kind === 'prose' && before.section === part.section ? before.block.text : '';
  const items = block.items ?? [];
  const isAnswer = part.role === 'response' || part.role === 'error' || /\b(?:status|respon\w+|codes?)\b/i.test(intro);
  const statuses = isAnswer ? readStatusList(items) : undefined;
  if (statuses) {
    for (const { status, description, item } of statuses) {
      const fields = item.items.length > 0 ? readFieldList(item.items, { announced: true }) : undefined;
      addStatus(reading, { status, text: fields ? undefined : description }, item.location);
      const answer: Part = { ...part, role: 'response', status };
      if (fields) addFields(reading, answer, 'response', fields, 'prose');
    }
    return true;
  }
  if (part.role === 'error' && part.status !== undefined) return readErrorFields(reading, part, items);
  if (part.role === 'aside' || part.role === 'error') return false;
  const owner = listedValuesOwner(intro, block, reading.evidence);
  if (owner === 'unknown') return false;
  if (owner) {
    addFields(reading, part, part.role === 'response' ? 'other' : part.role, [owner], 'prose');
    return true;
  }
  const role = effectiveRole(reading.last, part, intro);
  const announced = role !== 'other' && role !== 'example';
  const isQuery = role === 'query' || role === 'url' || role === 'parameters';
  const rows = readFieldList(items, { announced, isQuery });
  if (!rows) return false;
  addFields(reading, part, role, rows, 'prose', intro);
  for (const item of unreadItems(items, { announced, isQuery })) {
    reading.report.add('evidence/unread', item.location, { text: plainText(item.text).slice(0, 60) });
  }
  return true;
}

/** The fields of an error's body, each with its type; false for any other list, as of what may be wrong. */
function readErrorFields(reading: Reading, part: Part, items: readonly ListItem[]): boolean {
  const rows = readFieldList(items, { announced: false });
  if (!rows?.every(({ words }) => words !== undefined)) return false;
  addFields(reading, part, 'error', rows, 'prose');
  return true;
}

/** Roles of tables that show what is sent under which name. */
const sentRoles: ReadonlySet<PartRole> = new Set(['header', 'query', 'path', 'cookie', 'url']);

function readTable(reading: Reading, part: Part, written: TableBlock, intro: string): void {
  const table = withTypeColumn(written);
  if (readStatusTable(reading, table) || readKeyedTable(reading, part, table)) return;
  const role = effectiveRole(reading.last, part, intro);
  if (role === 'aside') return unread(reading, part);
  if (role === 'body' && readBodyTable(reading, table)) return;
  const composite = compositeItems(table);
  const inCells = composite && readFieldList(composite, { announced: true });
  if (inCells) return addFields(reading, part, role, inCells, 'cell', intro);
  const columns = sentRoles.has(role) ? sentColumns(table, tableColumns(table)) : tableColumns(table);
  const isSure = role !== 'other' && role !== 'example' && role !== 'error';
  // errors of which no status is said describe no body
  const isNowhere = role === 'error' && part.status === undefined;
  if (isNowhere || !describesFields(columns) || !(isSure || namesFields(table, columns))) {
    return unread(reading, part);
  }
  const mayOmit = reading.operation.method === 'patch' || saysAllOptional(reading);
  const { fields, unread: rest } = tableFields(table, columns, { mayOmit });
  if (isEntity(reading, part, fields)) return;
  // a table of faults by their names describes no body
  if (role === 'error' && fields.every(({ words }) => words === undefined)) return unread(reading, part);
  const header = plainText(table.header[columns.get('name') ?? 0] ?? '').toLowerCase();
  // `Path` alone is where in the body a field stands
  const named = /\b(?:query|path|header|body|cookie)\b(?<!^path$)/.exec(header)?.[0] as PartRole | undefined;
  // those of an answer are none of what it holds
  if (/^(?:http |response )?header(?: name|s)?$/.test(header) && (role === 'response' || role === 'error'))
    return unread(reading, part);
  const isUndecided = role === 'other' || role === 'parameters' || role === 'request' || role === 'example';
  const isShown = role === 'other' && named === undefined && isAnswered(reading, fields);
  const isHeaded = /^(?:response|returned|result|output) (?:field|attribute|propert|parameter|key|name|element)/.test(
    header,
  );
  const shown = isShown || isHeaded || areReadFields(reading, part) ? 'response' : role;
  addFields(reading, part, isUndecided ? (named ?? shown) : role, fields, 'cell', intro);
  for (const row of rest) {
    reading.report.add('evidence/unread', row.location, { text: plainText(row.cells.join(' ')).slice(0, 60) });
  }
}
