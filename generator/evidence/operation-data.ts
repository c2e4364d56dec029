import type { Report } from '../base/diagnostic.ts';
import { isObject, own, ownString, type JsonObject, type JsonValue } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import { joinPointer } from '../base/pointer.ts';
import { readSample } from './code-samples.ts';
import { parameterEvidence } from './component-attributes.ts';
import { fieldsTable, namedValues } from './component-lists.ts';
import { componentRole, tagPlace, wordPlace, type Place } from './component-roles.ts';
import { statusOf } from './status-words.ts';
import type { Evidence, Fact, OperationName, Step, Subject } from './evidence.ts';
import { printedEvidence, printedPart, type PlacedPart, type PrintedPart } from './printed/attribute-parts.ts';
import { pathParameters } from './request-url.ts';
import { describesFields, tableColumns } from './sections/columns.ts';
import { fieldEvidence, type FieldRole } from './sections/field-evidence.ts';
import { addCredential } from './sections/operation-fields.ts';
import { tableFields } from './sections/table-rows.ts';

/** What some data says of an operation, while it is read. */
interface Reading {
  readonly operation: OperationName;
  readonly report: Report;
  readonly evidence: Evidence[];
  readonly parts: PlacedPart[];
  locate(pointer: string): Location;
}

/** Data about an operation: that of front matter, or what the attributes of a component hold. */
export interface OperationData {
  readonly value: JsonObject;
  locate(pointer: string): Location;
}

/**
 * The facts of data that describes an operation member by member: lists of fields under words for where they are sent (`query`,
 * `bodyParams`), or each with its own word for it (`params: [{ name, in, type }]`), and answers by their statuses, with fields and
 * samples (`responses: { 201: { … } }`, `results: { codes: [{ status, code }] }`). Members as OpenAPI writes them are read as a part
 * of a description; `uri` is that of the page. Gives `evidence/broken-sample`.
 */
export function operationDataEvidence(
  data: OperationData,
  operation: OperationName,
  uri: string,
  report: Report,
): Evidence[] {
  const reading: Reading = { operation, report, evidence: [], parts: [], locate: (pointer) => data.locate(pointer) };
  readMembers(reading, data.value, '', 0);
  return [...reading.evidence, ...printedEvidence(reading.parts, uri)];
}

/**
 * The facts of data each of whose values is an answer with its status: a list of them, or an object by status; none for any other.
 * Gives `evidence/broken-sample`.
 */
export function answersDataEvidence(data: OperationData, operation: OperationName, report: Report): Evidence[] {
  const reading: Reading = { operation, report, evidence: [], parts: [], locate: (pointer) => data.locate(pointer) };
  for (const [key, value] of Object.entries(data.value)) {
    const isNamed = answerMembers.test(key.toLowerCase().replaceAll(/[-_]/g, ''));
    // numbers alone, or under keys, may count anything
    const isSaid = Array.isArray(value) && value.length > 0 && value.every(saysStatus);
    if (typeof value === 'object' && (isNamed || isSaid) && !ownPart(value))
      readAnswers(reading, value, joinPointer('', key), true);
  }
  return reading.evidence;
}

/** Members that hold what is said of the operation, or of its request. */
const innerMembers = /^(?:api|endpoint|operation|request|config)$/;

const parameterMembers = /^(?:api)?(?:params|parameters|args|arguments|fields|attributes|inputs)$/;

const answerMembers = /^(?:responses?|answers?|returns?|results?|errors?|errorcodes?|statuscodes?|statuses|codes)$/;

/** Data nested deeper says nothing of an operation. */
const deepest = 3;

function readMembers(reading: Reading, data: JsonObject, pointer: string, depth: number): void {
  if (own(data, 'deprecated') === true) {
    const subject = { kind: 'operation', operation: reading.operation } as const;
    addFact(reading, subject, { kind: 'deprecated' }, reading.locate(joinPointer(pointer, 'deprecated')));
  }
  for (const [key, value] of Object.entries(data)) {
    if (typeof value !== 'object' || value === null) continue;
    const at = joinPointer(pointer, key);
    const part = ownPart(value);
    const plain = key.toLowerCase().replaceAll(/[-_ ]/g, '');
    const place = memberPlace(plain);
    if (part) {
      reading.parts.push({ ...part, operation: reading.operation, location: reading.locate(at) });
    } else if (answerMembers.test(plain)) {
      readAnswers(reading, value, at, /error|code|status/.test(plain));
    } else if (place !== undefined) readBody(reading, value, place, at);
    else if (parameterMembers.test(plain)) {
      const isByPlace = isObject(value) && Object.keys(value).every((one) => memberPlace(one.toLowerCase()));
      if (isByPlace) readMembers(reading, value, at, depth + 1);
      else addFields(reading, value, undefined, at);
    } else if (innerMembers.test(plain) && isObject(value) && depth < deepest) {
      readMembers(reading, value, at, depth + 1);
    } else if (plain === 'request') addFields(reading, value, { place: 'body', operation: reading.operation }, at);
  }
}

/** The part of an operation that a value is, as OpenAPI writes it and with nothing in it that OpenAPI does not know. */
function ownPart(value: JsonValue): PrintedPart | undefined {
  const part = printedPart(value);
  if (part?.member !== 'responses' || !isObject(part.value)) return part;
  const members = Object.values(part.value).flatMap((answer) => Object.keys(isObject(answer) ? answer : {}));
  return members.every((key) => /^(?:description|content|headers|links|x-.*)$/.test(key)) ? part : undefined;
}

/** Where the values of a member are sent: `query`, `pathParams`, `requestBody`. */
function memberPlace(plain: string): Exclude<Place, 'response'> | undefined {
  if (innerMembers.test(plain)) return undefined;
  const tag = plain.slice(0, 1).toUpperCase() + plain.slice(1);
  const place = wordPlace(plain) ?? (componentRole(tag) === 'section' ? tagPlace(tag) : undefined);
  return place === 'response' ? undefined : place;
}

/** Members under which a body, or an answer, lists its fields. */
const fieldMembers = [
  'fields',
  'properties',
  'params',
  'parameters',
  'attributes',
  'body',
  'schema',
  'data',
  'content',
];

/** The fields of an object that says more than these, with the pointer to them. */
function innerFields(value: JsonObject, pointer: string): readonly [JsonValue, string] | undefined {
  for (const key of fieldMembers) {
    const inner = own(value, key);
    if (isFields(inner)) return [inner, joinPointer(pointer, key)];
    const nested = isObject(inner) ? innerFields(inner, joinPointer(pointer, key)) : undefined;
    if (nested) return nested;
  }
  return undefined;
}

function isFields(value: JsonValue | undefined): value is JsonValue {
  if (value === undefined || typeof value !== 'object' || value === null) return false;
  return describesFields(tableColumns(fieldsTable(value, { document: '', line: 1 })));
}

function readBody(reading: Reading, value: JsonValue, place: Exclude<Place, 'response'>, pointer: string): void {
  const { operation } = reading;
  if (addFields(reading, value, { place, operation }, pointer) || !isObject(value)) return;
  const [fields, at] = innerFields(value, pointer) ?? [];
  if (fields !== undefined && at !== undefined) addFields(reading, fields, { place, operation }, at);
  if (place !== 'body') return;
  const subject: Subject = { kind: 'request', operation, path: [] };
  addMediaType(reading, value, subject, pointer);
  addExample(reading, value, subject, pointer);
}

function addMediaType(reading: Reading, value: JsonObject, subject: Subject, pointer: string): void {
  for (const key of ['contentType', 'content_type', 'content-type', 'mediaType', 'type']) {
    const mediaType = ownString(value, key)?.trim().toLowerCase();
    if (mediaType === undefined || !/^[a-z]+\/[\w.+-]+$/.test(mediaType)) continue;
    addFact(reading, subject, { kind: 'mediaType', mediaType }, reading.locate(joinPointer(pointer, key)));
  }
}

/** Adds the facts of a list of fields; false where a value is none. Without a role the rows, the path and the method say where they are sent. */
function addFields(reading: Reading, value: JsonValue, role: FieldRole | undefined, pointer: string): boolean {
  if (!isFields(value)) return false;
  const { operation, evidence } = reading;
  const rows: (readonly [JsonValue, string])[] = Array.isArray(value)
    ? value.map((one, index) => [[one], joinPointer(pointer, String(index))])
    : Object.entries(isObject(value) ? value : {}).map(([key, one]) => [{ [key]: one }, joinPointer(pointer, key)]);
  const context = { path: [] as Step[], lists: new Set<string>() };
  for (const [row, at] of rows) {
    const table = fieldsTable(row, reading.locate(at));
    for (const field of tableFields(table, tableColumns(table)).fields) {
      if ((field.place ?? role?.place) === 'header' && addCredential(reading, field)) continue;
      const own = role ?? ({ place: conventionalPlace(operation, field.name), operation } as const);
      const confidence = role || field.place ? 'high' : 'medium';
      const found = [...fieldEvidence([field], { ...context, role: own, confidence })];
      found.push(...limitEvidence(row, found));
      evidence.push(...found.map((one) => (one.method === 'cell' ? { ...one, method: 'attribute' as const } : one)));
    }
  }
  return true;
}

/** The limits and formats that data states of values, nested ones included, for which the facts `found` name the subjects. */
function limitEvidence(data: JsonValue, found: readonly Evidence[]): Evidence[] {
  const subjects = found.filter(({ fact }) => fact.kind === 'exists');
  return namedValues(data, 0).flatMap((value, index): Evidence[] => {
    const one = subjects[index];
    if (!one) return [];
    const attributes = Object.entries(value).flatMap(([key, member]) =>
      typeof member === 'object' ? [] : [[key, typeof member === 'string' ? member : `{${JSON.stringify(member)}}`]],
    );
    const element = {
      kind: 'element',
      tag: 'Field',
      attributes: Object.fromEntries(attributes) as Record<string, string>,
      children: [],
    } as const;
    return parameterEvidence({ ...element, location: one.location }, one.subject, [])
      .filter(({ fact }) => /^(?:limit|format|access|nullable)$/.test(fact.kind))
      .map((stated) => ({ ...stated, location: one.location }));
  });
}

function conventionalPlace({ method, path }: OperationName, name: string): 'path' | 'query' | 'body' {
  if (pathParameters(path).includes(name)) return 'path';
  return /^(?:get|head|delete)$/.test(method) ? 'query' : 'body';
}

/** What an answer may hold its status in. */
const statusKeys = ['status', 'code', 'statusCode', 'status_code', 'httpStatus', 'http_status', 'http'];

function ownStatus(value: JsonValue): string | undefined {
  const stated = isObject(value) ? statusKeys.map((key) => own(value, key)) : [value];
  for (const written of stated) {
    const status = typeof written === 'number' ? String(written) : typeof written === 'string' ? written : '';
    if (/^(?:[2-5](?:\d\d|XX)|10[0-3]|default)\b/i.test(status)) return statusOf(status);
  }
  // what an answer is called, where that is its status
  const called = isObject(value) ? ['language', 'label', 'name', 'title'].map((key) => ownString(value, key)) : [];
  return called.find((one) => one !== undefined && /^[1-5]\d\d$/.test(one.trim()))?.trim();
}

/** Whether an object has a status and words for it. */
function saysStatus(value: JsonValue): boolean {
  return (
    isObject(value) && ownStatus(value) !== undefined && textKeys.some((key) => ownString(value, key) !== undefined)
  );
}

/** Reads answers; those that are only `listed` are no fields of one. */
function readAnswers(reading: Reading, value: JsonValue, pointer: string, listed: boolean): void {
  const entries = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  const stated = entries.map(([key, one]) => {
    const status = Array.isArray(value)
      ? ownStatus(one)
      : /^[1-5](?:\d\d|XX)$|^default$/i.test(String(key)) && String(key);
    return [status || undefined, one, joinPointer(pointer, String(key))] as const;
  });
  const own = ownStatus(value);
  if (stated.length > 0 && stated.every(([status]) => status !== undefined)) {
    for (const [status = '', one, at] of stated) readAnswer(reading, statusOf(status) ?? status, one, at);
  } else if (own !== undefined) readAnswer(reading, own, value, pointer);
  else if (isObject(value) && listedAnswers(value) !== undefined) {
    const key = listedAnswers(value) ?? '';
    readAnswers(reading, value[key] ?? [], joinPointer(pointer, key), true);
  } else if (!listed) readAnswer(reading, undefined, value, pointer);
}

/** Whether each of a list is an answer with its status. */
function areAnswers(one: JsonValue): boolean {
  return (
    Array.isArray(one) && one.length > 0 && one.every((answer) => isObject(answer) && ownStatus(answer) !== undefined)
  );
}

/** The member that lists the answers, each with its status: `codes`. */
function listedAnswers(value: JsonObject): string | undefined {
  return Object.entries(value).find(([key, one]) => (key === 'codes' ? Array.isArray(one) : areAnswers(one)))?.[0];
}

/** What an answer says in words. */
const textKeys = ['description', 'desc', 'text', 'message', 'meaning', 'summary', 'title', 'label'];

function readAnswer(reading: Reading, status: string | undefined, value: JsonValue, pointer: string): void {
  const { operation } = reading;
  const role = { place: 'response', operation, ...(status !== undefined && { status }) } as const;
  const subject: Subject = { kind: 'response', operation, path: [], ...(status !== undefined && { status }) };
  const location = reading.locate(pointer);
  if (status !== undefined) addFact(reading, subject, { kind: 'exists' }, location);
  const written = textKeys.map((key) => ownString(value, key)).find((one) => one !== undefined && one.trim() !== '');
  const text = typeof value === 'string' ? value : written;
  if (status !== undefined && text !== undefined)
    addFact(reading, subject, { kind: 'description', text: text.trim() }, location);
  if (addFields(reading, value, role, pointer) || !isObject(value)) return;
  const [fields, at] = innerFields(value, pointer) ?? [];
  if (fields !== undefined && at !== undefined) addFields(reading, fields, role, at);
  addMediaType(reading, value, subject, pointer);
  addExample(reading, value, subject, pointer);
}

/** Adds the body that a request or an answer shows. */
function addExample(reading: Reading, value: JsonObject, subject: Subject, pointer: string): void {
  for (const key of ['example', 'sample', 'code', 'json', 'body']) {
    const shown = own(value, key);
    const location = reading.locate(joinPointer(pointer, key));
    const isText = typeof shown === 'string' && /^\s*[[{]\s*[^\s\]}]/.test(shown);
    const origin = { document: location.document, firstLine: location.line };
    const data = isText
      ? readSample(shown, origin, reading.report)
      : typeof shown === 'object' && shown !== null && Object.keys(shown).length > 0 && !isFields(shown)
        ? { value: shown, locate: () => location }
        : undefined;
    if (!data) continue;
    addFact(reading, subject, { kind: 'sample', data }, location, 'sample');
    return;
  }
}

function addFact(
  { evidence }: Reading,
  subject: Subject,
  fact: Fact,
  location: Location,
  method: 'attribute' | 'sample' = 'attribute',
): void {
  evidence.push({ subject, fact, location, method, confidence: 'high' });
}
