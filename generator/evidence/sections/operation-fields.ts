import type { Report } from '../../base/diagnostic.ts';
import { isObject, type JsonValue } from '../../base/json.ts';
import { trimmedEnd } from '../../base/trim.ts';
import type { Block, ProseBlock } from '../../pages/page.ts';
import { credentialOf } from '../code-samples.ts';
import type { Declared } from '../declared-types/declarations.ts';
import type { BodyForm, Evidence, OperationName, Step, Subject } from '../evidence.ts';
import { fitsBetter, objectsOf, pathByNames, pathByTitle, shownWithin } from './body-path.ts';
import { isWholeBody, mayHaveBody, rowPlace, type FieldPlace } from './field-places.ts';
import { fieldEvidence, isListRow, rowSteps, throughLists, type FieldRole } from './field-evidence.ts';
import type { FieldRow } from './field-row.ts';
import type { PartRole } from './heading-roles.ts';
import { statedPresence } from './inline-fields.ts';
import { introducedKey, introducedObject, lastSentence } from './introduced-object.ts';
import { announcesList, saysListBody } from './list-body.ts';
import { plainText } from './markup.ts';
import type { UnitSamples } from './unit-samples.ts';
import { headedMediaType } from './media-types.ts';
import { tabLabel } from './tab-labels.ts';
import type { LastPart } from './part-role.ts';
import type { OperationUnit, Part } from './units.ts';

/** An operation while its parts are read. */
export interface Reading {
  readonly operation: OperationName;
  readonly unit: OperationUnit;
  readonly report: Report;
  /** The types that code of the page declares. */
  readonly declared: Declared;
  readonly samples: UnitSamples;
  readonly evidence: Evidence[];
  readonly inPath: ReadonlySet<string>;
  /** The parts of the body, and of the response, that tables have named. */
  readonly known: Readonly<Record<'body' | 'response', (readonly Step[])[]>>;
  /** Where lists stand in the body, and in the response. */
  readonly lists: Readonly<Record<'body' | 'response', Set<string>>>;
  /** Where in the body, and in the response of each status, the first table stands. */
  readonly paths: Map<string, readonly Step[]>;
  readonly description: ProseBlock[];
  /** What says nothing that is understood. */
  readonly unread: Block[];
  /** What the list or table before was about, and in which section it stands. */
  readonly last: LastPart;
}

/** Whether a table within the operation describes an object of its own (`Prompt structure`), of which its samples show nothing. */
export function isEntity(reading: Reading, part: Part, fields: readonly FieldRow[]): boolean {
  const title = part.titles.at(-1);
  if (title === undefined || part.role === 'response' || part.role === 'body') return false;
  if (!objectHeading.test(title)) return false;
  const names = fields.map((row) => row.name);
  const path = titlePath(reading, part, 'body', names) ?? pathByNames(names, reading.samples.bodies);
  return !path || repeats(reading.known.body, path, names);
}

const objectHeading = /\s\(?(?:structures?|objects?|models?|schemas?|types?|enum|flags|levels?)\)?$/i;

const elementsHeading =
  /^(?:elements|members|fields|attributes|properties) (?:of|in) .{1,80}\s(?:objects?|elements?)$/i;

/** Whether a table under the heading of an object (`Elements of the box object`), of an operation that sends no body, describes a part of what samples of its answers show. */
export function isAnsweredPart(reading: Reading, part: Part, fields: readonly FieldRow[]): boolean {
  const { operation, samples } = reading;
  if (operation.method !== 'get' || part.role !== 'other' || !elementsHeading.test(part.titles.at(-1) ?? ''))
    return false;
  const names = fields.map((row) => row.name);
  const path = titlePath(reading, part, 'response', names) ?? pathByNames(names, samples.responses);
  if (!path || repeats(reading.known.response, path, names)) return false;
  const steps = JSON.stringify(path);
  return samples.responses
    .flatMap(objectsOf)
    .some((one) => JSON.stringify(one.path) === steps && names.some((name) => one.names.has(name)));
}

/**
 * Whether a table that nothing announces, of an operation that sends no body, describes what its answers show: an object of theirs
 * has all of its names, of which calls send none.
 */
export function isAnswered({ operation, samples, inPath }: Reading, fields: readonly FieldRow[]): boolean {
  const names = fields.map(({ name }) => name.split(/[.[]/)[0] ?? name);
  // an answer shows the id of the path, too, but no table of answers says that it is required
  const isOfPath = fields.some(({ name, required }) => inPath.has(name) && required === true);
  const isSent = isOfPath || names.some((name) => samples.query.has(name)) || names.every((name) => inPath.has(name));
  if ((operation.method !== 'get' && operation.method !== 'head') || isSent || names.length < 2) return false;
  return samples.responses.some((one) => objectsOf(one).some((part) => names.every((name) => part.names.has(name))));
}

/** Whether a section is about the fields that can be read, beside another of the same operation about its parameters. */
export function areReadFields({ operation, unit }: Reading, { role, section }: Part): boolean {
  if (operation.method !== 'get' || role !== 'parameters' || !/^fields?$/i.test(section.title)) return false;
  return unit.parts.some(
    (one) => one.section !== section && /^(?:\w{1,20} )?(?:parameters?|arguments?)$/i.test(one.section.title),
  );
}

/** Whether a table describes again what one before it has: then it is about something that has the same parts. */
function repeats(known: readonly (readonly Step[])[], path: readonly Step[], names: readonly string[]): boolean {
  const described = new Set(known.map((steps) => JSON.stringify(steps)));
  const again = names.filter((name) => described.has(JSON.stringify([...path, { kind: 'property', name }])));
  return again.length > 1;
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
  const written = writtenPath(part.section.title, reading.known[side]);
  if (written) return written;
  const named =
    title === undefined ? undefined : pathByTitle(title, names, knownBelow(part.titles, reading.known[side]), samples);
  if (named || title === part.section.title) return named;
  // `Field parameters`: a heading that says no more may still name a part, if the table fits that better than the whole
  const path = sentApart.has(part.role) ? undefined : pathByTitle(part.section.title, names, [], samples);
  return path && fitsBetter(names, path, samples) ? path : undefined;
}

/** The parts known, those first that stand in what the heading around names: `group` object below `owner` object. */
function knownBelow(titles: readonly string[], known: readonly (readonly Step[])[]): readonly (readonly Step[])[] {
  const outer = titles.slice(0, -1);
  const title = outer.at(-1);
  const path = title === undefined ? undefined : pathByTitle(title, [], knownBelow(outer, known), []);
  if (!path) return known;
  const start = JSON.stringify(path).slice(0, -1);
  const isInside = (steps: readonly Step[]): boolean => JSON.stringify(steps).startsWith(`${start},`);
  return known.toSorted((left, right) => Number(isInside(right)) - Number(isInside(left)));
}

/** The part known by the name that the line before a table or list gives: `**Address object**`, ``The `address` object has:``. */
function labelPath(intro: string, known: readonly (readonly Step[])[]): readonly Step[] | undefined {
  const line = intro.trim();
  const isLabel = line.length <= 80 && /^\*\*[^*\n]+\*\*:?$|^[^.:\n]+:$/.test(line);
  const title = introducedObject(intro) ?? (isLabel ? trimmedEnd(plainText(line), ': ') : undefined);
  return title === undefined ? undefined : pathByTitle(title, [], known, []);
}

/** The part known by the very name of which a heading consists: `params (object)`, whatever the word may say elsewhere. */
function writtenPath(heading: string, known: readonly (readonly Step[])[]): readonly Step[] | undefined {
  const written = /^([\w.$-]{1,60})(?:\s\([^()]{1,60}\))?$/.exec(heading)?.[1];
  return known.find((path) => {
    const last = path.findLast((step) => step.kind === 'property');
    return last?.kind === 'property' && last.name === written;
  });
}

const sentApart: ReadonlySet<PartRole> = new Set(['path', 'query', 'header', 'cookie', 'url']);

/**
 * Adds the facts of the rows of a table or list whose role is known, each where it is sent; where in a body is found by headings, samples
 * and the tables before, or by the line in front of it (`intro`). Gives no diagnostics.
 */
export function addFields(
  reading: Reading,
  part: Part,
  role: PartRole,
  rows: readonly FieldRow[],
  method: 'cell' | 'prose',
  intro = '',
): void {
  const side = role === 'response' || role === 'error' ? 'response' : 'body';
  const samples = side === 'response' ? reading.samples.responses : reading.samples.bodies;
  const names = rows.map((row) => row.name);
  const whole = side === 'response' ? wholeAnswer(rows, samples) : undefined;
  if (whole) return addWholeAnswer(reading, part, whole, method);
  const labelled = labelPath(intro, reading.known[side]);
  // a heading below that of a part says in which case it is so: `Settings`, and below it `plotter`
  const around = part.titles.at(-2) ?? '';
  const own =
    labelled ??
    titlePath(reading, part, side, names) ??
    pathByNames(names, samples) ??
    pathByTitle(around, names, reading.known[side], []);
  // a further table of the same body, of which no sample shows anything
  const isList = side === 'body' ? takesList(reading) : samples.length === 0 && announcesList(intro);
  const body = `${side} ${part.status ?? ''}`;
  const key = own || side === 'body' ? undefined : introducedKey(intro);
  const keyed: readonly Step[] | undefined = key && [
    { kind: 'property', name: key.name },
    ...(key.isList ? [{ kind: 'items' } as const] : []),
  ];
  const path = own ?? keyed ?? reading.paths.get(body) ?? (isList ? [{ kind: 'items' } as const] : []);
  const first = labelled ? undefined : (own ?? (isList ? path : undefined));
  if (first && part.titles.length === 0) reading.paths.set(body, first);
  // `Required parameters` says nothing of what a line below it announces as the answer
  const isAnswer = side === 'response' && part.role !== 'response' && part.role !== 'error';
  const required = isAnswer ? undefined : (introducedPresence(intro) ?? statedPresence(part.section.title));
  const isFlat = own !== undefined && !labelled && part.titles.length === 0 && rows.every(isAlone);
  const shown = isFlat ? samples.flatMap(objectsOf) : [];
  const form = bodyForm(part, [...path, ...sharedSteps(rows)], intro);
  for (const stated of rows) {
    const row = required === undefined ? stated : { required, ...stated };
    // the parameter of the path of another operation that the part is about, too
    const mayBeInPath = row.place === 'path' || (row.place === undefined && (role === 'url' || role === 'parameters'));
    const isElsewhere = row.place === 'path' || reading.unit.inPaths?.has(row.name) === true;
    if (reading.unit.isShared && mayBeInPath && isElsewhere && !reading.inPath.has(row.name)) continue;
    // the body of another of them, which may be sent one
    if (reading.unit.isShared && role === 'body' && reading.operation.method === 'get') continue;
    const { place, confidence }: FieldPlace =
      side === 'response' ? { place: 'response', confidence: 'high' } : rowPlace(reading, role, row, path, rows);
    const within = shownWithin(row.name, path, shown) ?? path;
    const isSent = place !== 'response';
    const isHeader = !isSent && row.place === 'header';
    const target: FieldRole = isSent
      ? { place, operation: reading.operation }
      : {
          place: isHeader ? 'answerHeader' : place,
          operation: reading.operation,
          ...(part.status !== undefined && { status: part.status }),
        };
    if ((place === 'body' || mayHaveBody(reading, place, row)) && isWholeBody(reading, row, path, rows)) {
      addWholeBody(reading, row, method);
      continue;
    }
    if (isHeader) {
      if (!/^content-(?:type|length)$/i.test(row.name))
        reading.evidence.push(...fieldEvidence([{ ...row, method }], { role: target, path: [], confidence }));
      continue;
    }
    if ((row.place ?? place) === 'header' && (ofTransport.test(row.name) || addCredential(reading, row))) continue;
    const inBody = place === 'body' || place === 'response';
    const lists = reading.lists[side];
    if (inBody) reading.known[side].push(...stepsTo(row, within, lists));
    const context = { role: target, path: inBody ? within : [], confidence, ...(inBody && { lists }) };
    const found = fieldEvidence([{ ...row, method }], context);
    reading.evidence.push(...(inBody ? found.map((one) => ({ ...one, form })) : found));
    if (place === 'body') addMediaType(reading, part, row, rows);
  }
}

/** The steps that all of several rows begin with, as dotted names have them: `trigger.at`, `trigger.zone`. */
function sharedSteps(rows: readonly FieldRow[]): readonly Step[] {
  const [first] = rows;
  const [step] = first ? rowSteps(first) : [];
  const isShared = rows.every((row) => {
    const steps = rowSteps(row);
    return steps.length > 1 && JSON.stringify(steps[0]) === JSON.stringify(step);
  });
  return step && isShared ? [step] : [];
}

/** Which form of a body a table or list is about, as far as what stands around it says so. */
function bodyForm({ block, section, titles }: Part, path: readonly Step[], intro: string): BodyForm {
  const tab = tabLabel(block);
  // of a heading that any body may have, what it adds: `Body (e-mail)`
  const heading = titles.at(-1) ?? (/[(–—:][^)]{2,80}/.exec(section.title.slice(0, 200))?.[0] ?? '').slice(1);
  const labels = [lastSentence(intro), tab?.title ?? '', heading.trim()].filter((one) => one !== '');
  const isPart = labels.some((one) => statedPresence(one) !== undefined);
  const document = block.location.document;
  return { document, path, labels, ...(tab?.isTab === true && { isTab: true }), ...(isPart && { isPart }) };
}

/** The row that stands for an answer as a whole, by the word for that, where no sample shows a value of that name. */
function wholeAnswer(rows: readonly FieldRow[], samples: readonly JsonValue[]): FieldRow | undefined {
  const [row, ...others] = rows;
  if (row === undefined || !/^(?:Response|\(root\))$/.test(row.name)) return undefined;
  const start = `${row.name}.`;
  const isShown = samples.some((one) => isObject(one) && Object.hasOwn(one, row.name));
  if (isShown || !others.every(({ name }) => name.startsWith(start))) return undefined;
  const inner = others.map((one): FieldRow => ({ ...one, name: one.name.slice(start.length) }));
  return { ...row, children: [...row.children, ...inner] };
}

function addWholeAnswer(
  { evidence, operation }: Reading,
  { status }: Part,
  row: FieldRow,
  method: 'cell' | 'prose',
): void {
  const stated = status === undefined ? {} : { status };
  const subject: Subject = { kind: 'response', operation, path: [], ...stated };
  const push = (fact: Evidence['fact']): void => {
    evidence.push({ subject, fact, location: row.location, method, confidence: 'high' });
  };
  push({ kind: 'exists' });
  if (row.words !== undefined) push({ kind: 'type', words: row.words });
  if (row.reference) push({ kind: 'refers', reference: row.reference });
  const path = isListRow(row) ? ([{ kind: 'items' }] as const) : [];
  evidence.push(...fieldEvidence(row.children, { role: { place: 'response', operation, ...stated }, path }));
}

/** Headers that whoever sends a message over HTTP/1.1 sets himself (RFC 9110, RFC 9112): none is a parameter. */
const ofTransport = /^(?:host|content-length|transfer-encoding|connection)$/i;

/** A line that says that all that follows has to be there. */
const mustHoldAll =
  /\bmust (?:also |always )?(?:include|provide|specify|send|contain|supply|pass|have) (?:all (?:of )?)?(?:the following|these) (?:[\w-]{1,20} )?(?:parameters|fields|properties|attributes|keys|values|headers|arguments|members)\b(?! if\b| when\b)/i;

/** What a line says that only announces what follows: `Required [properties](#properties):`, `Optional ones may be added:`. */
function introducedPresence(intro: string): boolean | undefined {
  const line = plainText(intro.trim().slice(-300));
  if (line.length > 120 || !/^[^.]*:$/.test(line)) return undefined;
  const says = (words: RegExp): boolean => words.test(line);
  const [isOptional, isRequired] = [says(/\boptional(?:ly)?\b/i), says(/\b(?:required|mandatory|must)\b/i)];
  if (isOptional === isRequired) return undefined;
  if (mustHoldAll.test(line)) return true;
  return isOptional ? false : (statedPresence(line) ?? (says(/\b(?:are|is) (?:required|mandatory)\b/i) || undefined));
}

/** The header `Authorization` is authentication and no parameter (OAS 3.1, section 4.8.12.1); false for any other. Gives no diagnostics. */
export function addCredential(
  { operation, evidence, samples }: Pick<Reading, 'operation' | 'evidence'> & Partial<Pick<Reading, 'samples'>>,
  row: FieldRow,
): boolean {
  const isKey = /^[<{$[]/.test(row.exampleText ?? '') && credentialOf(row.name, row.exampleText ?? '', 'header');
  if (!/^authorization$/i.test(row.name) && !isKey) return false;
  const shown = `${row.exampleText ?? ''} ${row.description ?? ''} ${row.defaultText ?? ''}`;
  const scheme = /\b(bearer|basic)\b/i.exec(shown)?.[1] ?? '';
  // calls show which scheme it is
  const called = scheme === '' && !isKey ? samples?.evidence.find(({ fact }) => fact.kind === 'security') : undefined;
  if (called) {
    evidence.push({ ...called, location: row.location, method: row.method });
    return true;
  }
  const security = isKey || credentialOf(row.name, scheme, 'header');
  if (!security) return false;
  const { location, method } = row;
  const subject: Subject = { kind: 'operation', operation };
  evidence.push({ subject, fact: { kind: 'security', security }, location, method, confidence: 'high' });
  return true;
}

function addWholeBody({ operation, evidence }: Reading, row: FieldRow, method: 'cell' | 'prose'): void {
  const subject = { kind: 'request', operation, path: [] } as const;
  const push = (fact: Evidence['fact']): void => {
    evidence.push({ subject, fact, location: row.location, method, confidence: 'high' });
  };
  push({ kind: 'exists' });
  if (row.reference) push({ kind: 'refers', reference: row.reference });
  if (row.required !== undefined) push({ kind: 'required', value: row.required });
}

/** Adds the media type of the body that the heading of its fields names: `Request body (application/json)`. */
function addMediaType(
  { operation, evidence, samples }: Reading,
  { section }: Part,
  row: FieldRow,
  rows: readonly FieldRow[],
): void {
  const isParted = samples.evidence.some(
    ({ subject, fact }) =>
      subject.kind === 'request' && fact.kind === 'mediaType' && fact.mediaType.startsWith('multipart/'),
  );
  const named = headedMediaType(section.title.slice(0, 300), rows);
  // calls show which form it is
  const mediaType = isParted && named?.startsWith('application/x-www') === true ? undefined : named;
  if (mediaType === undefined) return;
  const location = section.heading?.location ?? row.location;
  const subject = { kind: 'request', operation, path: [] } as const;
  evidence.push({ subject, fact: { kind: 'mediaType', mediaType }, location, method: 'prose', confidence: 'high' });
}

/** What is said of an operation as a whole, which each of its tables asks about. */
const said = new WeakMap<OperationUnit, { readonly isAllOptional: boolean; readonly isList: boolean }>();

function saidOf(unit: OperationUnit): { readonly isAllOptional: boolean; readonly isList: boolean } {
  const known = said.get(unit);
  if (known) return known;
  const texts = unit.parts.flatMap(({ block, role }) => (block.kind === 'prose' ? [{ text: block.text, role }] : []));
  const found = {
    isAllOptional: texts.some(({ text }) => allOptional.test(text)),
    isList: texts.some(
      ({ text, role }) => role !== 'response' && saysListBody(text, role === 'body' || role === 'parameters'),
    ),
  };
  said.set(unit, found);
  return found;
}

const allOptional = /\ball\s+(?:[\w`]+\s+){0,4}(?:are|is)\s+(?:\w+\s+)?optional\b/i;

/** Whether the operation's own text says that nothing has to be given. */
export function saysAllOptional({ unit }: Reading): boolean {
  return saidOf(unit).isAllOptional;
}

/** Whether the operation's own text says that its body is a list of what its table describes. */
function takesList({ unit }: Reading): boolean {
  return saidOf(unit).isList;
}

/** Whether a row has no other in it, nor says that it is in another. */
function isAlone({ name, children }: FieldRow): boolean {
  return children.length === 0 && !/[.[]/.test(name);
}

/** The steps to the parts of a field, and of those within it, for headings that name them. */
function stepsTo(row: FieldRow, path: readonly Step[], lists: ReadonlySet<string>): (readonly Step[])[] {
  const own = throughLists([...path, ...rowSteps(row)], lists);
  const steps: readonly Step[] = isListRow(row) ? [...own, { kind: 'items' }] : own;
  return [steps, ...row.children.flatMap((child) => stepsTo(child, steps, lists))];
}
