import { isObject, type JsonValue } from '../../base/json.ts';
import { credentialOf } from '../code-samples.ts';
import type { BodyForm, Evidence, Step, Subject } from '../evidence.ts';
import { objectsOf, pathByNames, pathByTitle, shownWithin } from './body-path.ts';
import { isWholeBody, mayHaveBody, rowPlace, type FieldPlace } from './field-places.ts';
import { fieldEvidence, isListRow, rowSteps, throughLists, type FieldRole } from './field-evidence.ts';
import type { FieldRow } from './field-row.ts';
import type { PartRole } from './heading-roles.ts';
import { statedPresence } from './inline-fields.ts';
import { introducedKey, lastSentence } from './introduced-object.ts';
import { announcesList, saysListBody } from './list-body.ts';
import { plainText } from './markup.ts';
import type { Reading } from './operation-reading.ts';
import { labelPath, titlePath } from './titled-parts.ts';
import { headedMediaType } from './media-types.ts';
import { tabLabel } from './tab-labels.ts';
import type { OperationUnit, Part } from './units.ts';

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
      if (row.children.length > 0) addFields(reading, part, 'body', row.children, method);
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
  const alone = /^(?:(required)|optional|(mandatory))$/i.exec(line);
  if (alone) return (alone[1] ?? alone[2]) !== undefined;
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
