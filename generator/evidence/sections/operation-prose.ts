import type { ListItem, ProseBlock } from '../../pages/page.ts';
import { isSiteNotice } from '../blocks.ts';
import { labelledAuth } from '../auth-words.ts';
import type { Confidence, Evidence, Fact, Subject } from '../evidence.ts';
import { answerEvidence, beginsWithAnswer } from './answers.ts';
import { arrowEvidence } from './arrow-answers.ts';
import { objectsOf } from './body-path.ts';
import { bodyBases } from './built-on.ts';
import { readFieldList, readStatusList, unreadItems } from './bullets.ts';
import type { FieldRow } from './field-row.ts';
import { inlineFields } from './inline-fields.ts';
import { labelledLines, withoutLabel } from './label-lists.ts';
import { labelledTypes } from './labelled-types.ts';
import { readLabelled } from './labelled-lines.ts';
import { likenessEvidence } from './likeness.ts';
import { linkedBody } from './list-body.ts';
import { plainText } from './markup.ts';
import { labelledMediaTypes, listsMediaTypes } from './media-types.ts';
import { addFields } from './operation-fields.ts';
import type { Reading } from './operation-reading.ts';
import { withinAnswer } from './answered-titles.ts';
import { effectiveRole } from './part-role.ts';
import {
  addStatus,
  readAnswerType,
  beginsWithStatus,
  readCodedStatuses,
  readLabelledStatus,
  readStatusLines,
  readStatusParagraph,
} from './operation-statuses.ts';
import { queryMentions } from './query-mentions.ts';
import { takenParameters } from './shared-parameters.ts';
import { ofScopes } from './scope-words.ts';
import { spokenParameters } from './spoken-parameters.ts';
import { statedAnswers } from './stated-answers.ts';
import { headingRole, type PartRole } from './heading-roles.ts';
import { isAnswered, labelPath } from './titled-parts.ts';
import type { Part } from './units.ts';
import { listedValuesOwner } from './value-lists.ts';

/** Adds a fact that prose states at a place. Gives no diagnostics. */
export function addStated(
  reading: Reading,
  subject: Subject,
  fact: Fact,
  location: Evidence['location'],
  confidence: Confidence = 'high',
): void {
  reading.evidence.push({ subject, fact, location, method: 'prose', confidence });
}

/** What a sentence says of parameters that samples of calls show. Gives no diagnostics. */
export function spoken({ operation, samples }: Reading, block: ProseBlock): Evidence[] {
  return spokenParameters(block, operation, samples.query);
}

/** A paragraph about the operation as a whole, wherever it stands. */
const speaksOfOperation =
  /^[*_]{0,3}(?:as\s+(?:a\s+|the\s+)?(?:response|result|answer)\b|(?:this|the)\s+(?:endpoint|request|call|method|operation|api)|if\s+(?:the\s+\w+\s+(?:is|was)\s+)?successful|(?:up)?on\s+success)\b/i;

/**
 * Reads a text of an operation: its authentication, its answers, the fields that a list or a line names, else what describes it. Items that
 * say nothing that is understood are `evidence/unread`.
 */
export function readProse(reading: Reading, part: Part, block: ProseBlock, before: Part | undefined): void {
  if (isSiteNotice(block) || listsMediaTypes(part.section.title, block.text)) return;
  const security = part.role === 'aside' ? undefined : labelledAuth(block.text);
  if (security)
    addStated(
      reading,
      { kind: 'operation', operation: reading.operation },
      { kind: 'security', security },
      block.location,
    );
  // a line about nothing else is no description
  if (security && !/\bscopes?\b|\bpermission|\. |\n/i.test(block.text)) return;
  const answers = part.role === 'aside' ? [] : statedAnswers(block, reading.operation, reading.report);
  reading.evidence.push(...answers);
  if (answers.length > 0) return;
  const types = part.role === 'aside' ? [] : labelledTypes(block, reading.operation, part.role);
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
  const isStatus = isAnswer || (part.role !== 'aside' && beginsWithStatus(block.text));
  if (isStatus && readStatusLines(reading, block)) return;
  if (isAnswer && readStatusParagraph(reading, block)) return;
  if (isAnswer && readAnswerType(reading, part, block)) return;
  if (part.role !== 'aside') readCodedStatuses(reading, block);
  if (part.role === 'body') reading.evidence.push(...linkedBody(block, reading.operation));
  const inline = part.role === 'aside' ? [] : inlineFields(block);
  for (const { role, rows } of inline) addFields(reading, part, role, rows, 'prose');
  const isRoot = part.role === 'other' && part.titles.length === 0;
  const described = withoutLabel(block);
  if (isRoot && inline.length === 0 && described.text !== '') reading.description.push(described);
  reading.evidence.push(...likenessEvidence(block, reading.operation, part.role));
  reading.evidence.push(...bodyBases(block, part.role, reading.operation));
  if (isRoot) reading.evidence.push(...arrowEvidence(block, reading.operation), ...spoken(reading, block));
  if (isRoot || part.role === 'query' || part.role === 'parameters') {
    reading.evidence.push(...queryMentions(block, reading.operation), ...takenParameters(block, reading.operation));
    if (part.role === 'query') reading.evidence.push(...spoken(reading, block));
  }
  if (isRoot || part.role === 'response' || speaksOfOperation.test(block.text) || beginsWithAnswer(block.text)) {
    const under = part.role === 'response' ? part.status : undefined;
    const found = answerEvidence(block, reading.operation, under);
    reading.evidence.push(...found);
  }
  if (part.status !== undefined && (part.role === 'response' || part.role === 'error')) {
    const subject: Subject = { kind: 'response', operation: reading.operation, status: part.status, path: [] };
    addStated(reading, subject, { kind: 'exists' }, block.location);
    const types = labelledMediaTypes(block.text, statusWithType.test(block.text));
    for (const mediaType of types) addStated(reading, subject, { kind: 'mediaType', mediaType }, block.location);
    const isLabel =
      types.length > 0 || statusLabel.test(block.text) || labelLine.test(block.text) || announcesMore.test(block.text);
    const isOfSchema = schemaLabel.test(part.section.title);
    if (!isLabel && !isOfSchema && block.form !== 'list')
      addStated(reading, subject, { kind: 'description', text: block.text }, block.location);
  }
}

/** A line that is a status with the media type of its body: `` `200` `text/csv` ``. */
const statusWithType = /^[\s*_`]{0,4}[1-5]\d\d\b[^\n/]{0,50}\b(?:application|text)\/[\w.+-]{1,60}[\s*_`.:]{0,4}$/;

/** A line that is a label and nothing else, or an empty body behind one: `**Content**`, `**Content:** `{}``. */
const labelLine = /^(?:[^.\n]{1,40}:\W{0,3}|(?:\*\*|__)[^*_\n]{1,40}(?:\*\*|__)[\s:]{0,3}(?:`[{}[\]\s]{0,4}`)?)$/;

/** A label of a part of a schema: what stands below it says nothing of the answer. */
const schemaLabel = /^(?:(?:additional|pattern) )?(?:properties|items):?$/i;

/** A sentence that says no more than that something follows: `The headers of the answer are listed below:` */
const announcesMore = /^[^.\n]{1,200}\b(?:following|below)\b[^.\n]{0,80}:\s*$/;

/** A line that only names the status: `**Code** : 200 OK`. */
const statusLabel = /^\W{0,5}(?:(?:http |status |response )?(?:code|status)\W{1,9})?[1-5]\d\d\b[\s\w`*]{0,40}$/i;

/** A list of fields or of statuses; false for a list that is prose. */
function readList(reading: Reading, stated: Part, block: ProseBlock, before: Part | undefined): boolean {
  const part = withinAnswer(reading, stated);
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
  // scopes are no values of the call
  if (ofScopes.test(plainText(part.section.title).replace(/:$/, ''))) return true;
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
  // as tables are, below a label that says nothing of where they stand
  if (isOtherMatter(reading, part, intro, rows)) return false;
  const isOpen = role === 'other' || (part.section.heading === undefined && !asksFirst(reading, part));
  const isShown = isOpen && isUnsaid(role) && isAnswered(reading, rows);
  addFields(reading, part, isShown ? 'response' : role, rows, 'prose', intro);
  for (const item of unreadItems(items, { announced, isQuery })) {
    reading.report.add('evidence/unread', item.location, { text: plainText(item.text).slice(0, 60) });
  }
  return true;
}

/** Whether a role says neither where values are sent nor that they are answered. */
function isUnsaid(role: PartRole): boolean {
  return role === 'other' || role === 'parameters';
}

/**
 * Whether a list behind a label that names no part (`**Access**`) is about something else than the answer whose fields stand typed before
 * it: none of its items has a type, and no sample shows one.
 */
function isOtherMatter(reading: Reading, { role, titles }: Part, intro: string, rows: readonly FieldRow[]): boolean {
  const { known, samples } = reading;
  const isLabel = role === 'response' && titles.length === 0 && /^\*\*[^*\n]{1,40}\*\*:?$/.test(intro.trim());
  if (!isLabel || known.response.length === 0 || headingRole(intro).role !== 'other') return false;
  const isBare = rows.every(
    (row) => row.words === undefined && !row.reference && row.children.length === 0 && !/[.[]/.test(row.name),
  );
  const isShown = samples.responses.flatMap(objectsOf).some(({ names }) => rows.some(({ name }) => names.has(name)));
  return isBare && !isShown && labelPath(intro, known.response) === undefined;
}

/** Whether a line calls what follows it the parameters, before the operation has shown anything and where its answer has a part of its own behind. */
function asksFirst({ unit: { parts } }: Reading, { section }: Part): boolean {
  if (!/^(?:[\w-]{1,20} )?(?:param(?:eter)?s?|arg(?:ument)?s?|inputs?|options?):?$/i.test(section.title)) return false;
  const at = parts.findIndex((part) => part.section === section);
  const isFirst = parts.slice(0, at).every(({ role, block }) => role !== 'response' && block.kind !== 'code');
  return isFirst && parts.slice(at).some(({ role }) => role === 'response');
}

/** The fields of an error's body, each with its type; false for any other list, as of what may be wrong. */
function readErrorFields(reading: Reading, part: Part, items: readonly ListItem[]): boolean {
  const rows = readFieldList(items, { announced: false });
  if (!rows?.every(({ words }) => words !== undefined)) return false;
  addFields(reading, part, 'error', rows, 'prose');
  return true;
}
