import type { Report } from '../../base/diagnostic.ts';
import type { ProseBlock } from '../../pages/page.ts';
import { nameSteps } from '../component-parameters.ts';
import type { Confidence, Evidence, OperationName, ParameterLocation, Step } from '../evidence.ts';
import { pathByNames, pathByTitle } from './body-path.ts';
import { fieldEvidence, isListRow, type FieldRole } from './field-evidence.ts';
import type { FieldRow } from './field-row.ts';
import type { PartRole } from './heading-roles.ts';
import { statedPresence } from './inline-fields.ts';
import type { UnitSamples } from './unit-samples.ts';
import type { OperationUnit, Part } from './units.ts';

/** An operation while its parts are read. */
export interface Reading {
  readonly operation: OperationName;
  readonly unit: OperationUnit;
  readonly report: Report;
  readonly samples: UnitSamples;
  readonly evidence: Evidence[];
  readonly inPath: ReadonlySet<string>;
  /** The parts of the body, and of the response, that tables have named. */
  readonly known: Readonly<Record<'body' | 'response', Step[][]>>;
  /** Where in the body, and in the response, the first table stands. */
  readonly paths: { body?: readonly Step[]; response?: readonly Step[] };
  readonly description: ProseBlock[];
}

/** Whether a table within the operation describes an object of its own (`Prompt structure`), of which its samples show nothing. */
export function isEntity(reading: Reading, part: Part, fields: readonly FieldRow[]): boolean {
  const title = part.titles.at(-1);
  if (title === undefined || part.role === 'response' || part.role === 'body') return false;
  if (!/\s(?:structures?|objects?|models?|schemas?|types?|enum|flags|levels?)$/i.test(title)) return false;
  const names = fields.map((row) => row.name);
  return !titlePath(reading, part, 'body', names) && !pathByNames(names, reading.samples.bodies);
}

/** Where a heading within the parameters or the response points to; undefined where it names no part known. */
function titlePath(
  reading: Reading,
  part: Part,
  side: 'body' | 'response',
  names: readonly string[],
): readonly Step[] | undefined {
  const title = part.titles.at(-1);
  const samples = side === 'body' ? reading.samples.bodies : reading.samples.responses;
  return title === undefined ? undefined : pathByTitle(title, names, reading.known[side], samples);
}

/**
 * Adds the facts of the rows of a table or list whose role is known, each where it is sent; where in a body is found by headings, samples
 * and the tables before. Gives no diagnostics.
 */
export function addFields(
  reading: Reading,
  part: Part,
  role: PartRole,
  rows: readonly FieldRow[],
  method: 'cell' | 'prose',
): void {
  const side = role === 'response' || role === 'error' ? 'response' : 'body';
  const samples = side === 'response' ? reading.samples.responses : reading.samples.bodies;
  const names = rows.map((row) => row.name);
  const own = titlePath(reading, part, side, names) ?? pathByNames(names, samples);
  // a further table of the same body, of which no sample shows anything
  const path =
    own ?? reading.paths[side] ?? (side === 'body' && takesList(reading) ? [{ kind: 'items' } as const] : []);
  if (own && part.titles.length === 0) reading.paths[side] = own;
  const required = statedPresence(part.section.title);
  for (const stated of rows) {
    const row = required === undefined ? stated : { required, ...stated };
    // the parameter of the path of another operation that the part is about, too
    if (reading.unit.isShared && row.place === 'path' && !reading.inPath.has(row.name)) continue;
    const { place, confidence }: FieldPlace =
      side === 'response' ? { place: 'response', confidence: 'high' } : rowPlace(reading, role, row, path);
    const target: FieldRole =
      place === 'response'
        ? { place, operation: reading.operation, ...(part.status !== undefined && { status: part.status }) }
        : { place, operation: reading.operation };
    const inBody = place === 'body' || place === 'response';
    if (inBody) reading.known[side].push(stepsTo(row, path));
    const found = fieldEvidence([{ ...row, method }], { role: target, path: inBody ? path : [], confidence });
    reading.evidence.push(...found);
  }
}

/** Whether the operation's own text says that nothing has to be given. */
export function saysAllOptional({ unit }: Reading): boolean {
  return unit.parts.some(({ block }) => {
    const text = block.kind === 'prose' ? block.text : '';
    return /\ball\s+(?:[\w`]+\s+){0,4}(?:are|is)\s+(?:\w+\s+)?optional\b/i.test(text);
  });
}

const listBody =
  /\b(?:takes|accepts|expects|requires|receives|body (?:is|must be|should be|contains))\s+(?:an?\s+)?(?:json\s+)?(?:array|list)\s+of\s+(?:json\s+)?(?:param\w*|objects?|\w+ objects?|the following)/i;

/** Whether the operation's own text says that its body is a list of what its table describes. */
function takesList({ unit }: Reading): boolean {
  return unit.parts.some(
    ({ block, role }) => block.kind === 'prose' && role !== 'response' && listBody.test(block.text),
  );
}

/** The steps to the parts of a field, for headings that name it. */
function stepsTo(row: FieldRow, path: readonly Step[]): Step[] {
  const steps = [...path, ...nameSteps(row.name)];
  return isListRow(row) ? [...steps, { kind: 'items' }] : steps;
}

interface RowPlace {
  readonly place: ParameterLocation | 'body';
  readonly confidence: Confidence;
}

interface FieldPlace {
  readonly place: RowPlace['place'] | 'response';
  readonly confidence: Confidence;
}

/** Where a value is sent. What no heading says is convention: names of the template, then samples, then the method. */
function rowPlace(reading: Reading, role: PartRole, row: FieldRow, path: readonly Step[]): RowPlace {
  const { inPath, samples, operation } = reading;
  const isInPath = inPath.has(row.name) && path.length === 0;
  const sure = (place: RowPlace['place']): RowPlace => ({ place, confidence: 'high' });
  const guess = (place: RowPlace['place']): RowPlace => ({ place, confidence: 'medium' });
  const inBody = path.length > 0 || samples.bodies.some((body) => hasName(body, row.name));
  const mayNotSend = operation.method === 'get' || operation.method === 'head';
  if (role === 'header' || role === 'cookie') return sure(role);
  if (role === 'path') return sure('path');
  if (isInPath && !(role === 'body' && inBody)) return role === 'body' ? guess('path') : sure('path');
  if (role === 'query') return sure('query');
  if (role === 'url') return guess('query');
  if (role === 'body') return mayNotSend ? guess('query') : sure('body');
  if (inBody) return guess('body');
  if (samples.query.has(row.name) || mayNotSend) return guess('query');
  if (operation.method === 'delete' && samples.bodies.length === 0) return guess('query');
  const onlyQuery = samples.bodies.length === 0 && samples.query.size > 0;
  return guess(onlyQuery ? 'query' : 'body');
}

function hasName(body: unknown, name: string): boolean {
  const object: unknown = Array.isArray(body) ? body[0] : body;
  return typeof object === 'object' && object !== null && Object.hasOwn(object, name.split(/[.[]/)[0] ?? name);
}
