import type { JsonValue } from '../../base/json.ts';
import type { ProseBlock } from '../../pages/page.ts';
import type { Confidence, OperationName, ParameterLocation, Step } from '../evidence.ts';
import { nameKey, objectsOf } from './body-path.ts';
import type { FieldRow } from './field-row.ts';
import type { PartRole } from './heading-roles.ts';
import type { UnitSamples } from './unit-samples.ts';
import type { OperationUnit } from './units.ts';

/** What is known of an operation when it is asked where its values are sent. */
export interface Sent {
  readonly operation: OperationName;
  readonly unit: OperationUnit;
  readonly samples: UnitSamples;
  readonly inPath: ReadonlySet<string>;
  readonly description: readonly ProseBlock[];
}

/**
 * Whether a row stands for the whole body (OpenAPI 2.0's body parameter): it is an object described elsewhere, and is called `body`, or is
 * the only one of the body among rows that say where each is sent.
 */
export function isWholeBody(reading: Sent, row: FieldRow, path: readonly Step[], rows: readonly FieldRow[]): boolean {
  const isShown = reading.samples.bodies.some((body) => hasName(body, row.name));
  const isOnly =
    rows.every(({ place }) => place !== undefined) && rows.filter(({ place }) => place === 'body').length === 1;
  // `Box` of the type `Box`: a generator calls the body by its type
  const isType =
    rows.length === 1 &&
    row.reference !== undefined &&
    (row.place === 'body' || row.reference.words === row.name) &&
    nameKey(row.reference.words) === nameKey(row.name);
  const isNamed =
    /^body$/i.test(row.name) ||
    isType ||
    (isOnly && row.place === 'body' && row.reference?.form === 'one') ||
    row === namedAsType(reading, rows);
  // of a body that is one value among others sent elsewhere, nothing may be told but that it is an object, and what that holds
  const isBare = isOnly && /^body$/i.test(row.name) && /^(?:object|)$/i.test(row.words ?? '');
  return isNamed && (row.reference !== undefined || isBare) && path.length === 0 && !isShown;
}

/** Whether a row without a place, of an operation whose values are else sent in the query, has the name of its class, as only bodies do. */
export function mayHaveBody({ operation }: Sent, place: FieldPlace['place'], { place: own }: FieldRow): boolean {
  return place === 'query' && own === undefined && operation.method === 'delete';
}

/** Headers by their form: `X-Box-Key`, and those of HTTP that requests are given by hand. */
const headerName =
  /^(?:X-[A-Z][\w-]{0,60}|Content-(?:Type|Language|Encoding|MD5)|Accept(?:-[A-Z]\w{1,20})?|Authorization|If-[A-Z][\w-]{1,30}|Idempotency-Key|User-Agent|Prefer)$/i;

/** Whether values of unknown place are not those of the body: the body is said to be something else, or none is. */
function hasOtherBody(reading: Sent, rows: readonly FieldRow[]): boolean {
  return namedAsType(reading, rows) !== undefined || saysNoBody(reading);
}

function saysNoBody({ unit }: Sent): boolean {
  return unit.parts.some(
    ({ block }) => block.kind === 'prose' && /\bContent-Type\W{1,8}not defined\b/i.test(block.text),
  );
}

/** The row that has the name of its class, of several the one that has it to the letter. */
function namedAsType(reading: Sent, rows: readonly FieldRow[]): FieldRow | undefined {
  const [call] = reading.description;
  const isCalled = call?.form === 'quote' && /\w\([^()]{0,2000}\)\s*$/.test(call.text);
  const named = isCalled && !saysNoBody(reading) ? rows.filter(isNamedAsType) : [];
  const exact = named.filter(({ name, reference }) => name === reference?.words);
  const [only, ...others] = named.length > 1 ? exact : named;
  return others.length === 0 ? only : undefined;
}

/** Whether a row has the name of the class that it links to, as code that was generated calls its body: `NewBox`, `new_box`. */
function isNamedAsType({ name, reference }: FieldRow): boolean {
  if (reference?.link === undefined || !/[/#]|\.md/.test(reference.link)) return false;
  return /^[A-Z]\w*$/.test(reference.words) && withoutJoints(name) === withoutJoints(reference.words);
}

function withoutJoints(name: string): string {
  return name.replaceAll(/[\s_-]/g, '').toLowerCase();
}

/** Where a value of a request is sent, and how sure that is. */
export interface RowPlace {
  readonly place: ParameterLocation | 'body';
  readonly confidence: Confidence;
}

/** Where a value is sent or answered, and how sure that is. */
export interface FieldPlace {
  readonly place: RowPlace['place'] | 'response';
  readonly confidence: Confidence;
}

/** Where a value is sent. What no heading says is convention: names of the template, then samples, then the method. */
export function rowPlace(
  reading: Sent,
  role: PartRole,
  row: FieldRow,
  path: readonly Step[],
  rows: readonly FieldRow[],
): RowPlace {
  const { inPath, samples, operation, unit } = reading;
  const isInPath = inPath.has(row.name) && !isShownAt(path, row.name, samples.bodies);
  const sure = (place: RowPlace['place']): RowPlace => ({ place, confidence: 'high' });
  const guess = (place: RowPlace['place']): RowPlace => ({ place, confidence: 'medium' });
  const inBody = path.length > 0 || samples.bodies.some((body) => hasName(body, row.name));
  const mayNotSend = operation.method === 'get' || operation.method === 'head';
  if (role === 'header' || role === 'cookie') return sure(role);
  if (role === 'path') return sure('path');
  // of two by one name in a list the second is not that of the path
  const isAgain = rows.some(({ name, location }) => name === row.name && location.line < row.location.line);
  if (isInPath && !(inBody && (role === 'body' || isAgain))) return role === 'body' ? guess('path') : sure('path');
  if (role === 'query') return sure('query');
  if (role === 'url') return guess('query');
  if (role === 'body') return mayNotSend ? guess('query') : sure('body');
  if (inBody) return guess('body');
  if (role === 'parameters' && headerName.test(row.name)) return guess('header');
  if (role === 'parameters' && hasOtherBody(reading, rows) && row !== namedAsType(reading, rows)) return guess('query');
  const isInQuery = samples.query.has(row.name) || unit.endpoint.query?.includes(row.name) === true;
  if (isInQuery || mayNotSend) return guess('query');
  if (operation.method === 'delete' && samples.bodies.length === 0) return guess('query');
  const onlyQuery = samples.bodies.length === 0 && samples.query.size > 0;
  return guess(onlyQuery ? 'query' : 'body');
}

/** Whether samples show a name in the part at some steps, which is not the body itself. */
function isShownAt(path: readonly Step[], name: string, samples: readonly JsonValue[]): boolean {
  if (path.length === 0) return false;
  const steps = JSON.stringify(path);
  const parts = samples.flatMap(objectsOf).filter((part) => JSON.stringify(part.path) === steps);
  return parts.length === 0 || parts.some(({ names }) => names.has(name));
}

function hasName(body: unknown, name: string): boolean {
  const object: unknown = Array.isArray(body) ? body[0] : body;
  return typeof object === 'object' && object !== null && Object.hasOwn(object, name.split(/[.[]/)[0] ?? name);
}
