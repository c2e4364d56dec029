import type { Segment } from '../segments.ts';
import { cutSegments } from '../segments.ts';
import { pathParameters, pathTemplate, requestUrl } from '../request-url.ts';
import { gluedLabel } from './copied-glued.ts';
import { dottedLabel } from './copied-dots.ts';
import { copiedEndpoint } from './copied-endpoints.ts';
import { copiedLabel, type FoundLabel } from './copied-labels.ts';
import { copiedHeader, copiedRow } from './copied-rows.ts';
import { copiedAccess, copiedFold, copiedScheme, copiedSection, isCopiedNoise } from './copied-sections.ts';
import { copiedAddition } from './copied-values.ts';
import { isNameLine, type LineMeaning, type SectionName } from './grammar.ts';

/** A line of the page that is not empty. */
export interface CopiedLine {
  /** Empty where what it says is told by another line, or where it is a control of the page. */
  readonly text: string;
  readonly line: number;
  /** What it says, where a form of copied pages tells that. */
  readonly meaning?: LineMeaning;
}

interface Reading {
  readonly lines: readonly string[];
  /** The names that JSON of the page has. */
  readonly keys: ReadonlySet<string>;
  readonly found: (LineMeaning | 'nothing' | undefined)[];
  /** The last property. */
  label: string | undefined;
  /** What the field of a form shows for it. */
  values: string[];
  /** It is said to have values, which have not come yet. */
  awaitsValues: boolean;
  /** The URL of the last endpoint. */
  url: string;
  /** The index of the last heading of a sample of an answer. */
  sample: number;
  section: SectionName | undefined;
  /** How many lists have begun and not ended: `Array [`. */
  lists: number;
}

/**
 * The lines of a text, with what those say that are written as renderers of references print them for people to copy: an endpoint cut
 * into pieces, a type behind its marks, limits, allowed values, rows of tables. All others are left to the labels of scraped text.
 */
export function copiedLines(text: string): CopiedLine[] {
  const filled = text
    .split('\n')
    .map((one, index) => ({ text: one.replaceAll(/[\u200B-\u200D\u2060]/g, '').trimEnd(), line: index + 1 }))
    .filter(({ text: one }) => one.trim() !== '' && !/^\s*copy link(?: to \S{1,200})?\s*$/i.test(one));
  const lines = filled.map(({ text: one }) => one.trim());
  const reading: Reading = {
    lines,
    keys: new Set([...text.matchAll(/"([A-Za-z_$@][\w$.@-]{0,100})"\s{0,9}:/g)].map((match) => match[1] ?? '')),
    found: [],
    label: undefined,
    values: [],
    awaitsValues: false,
    url: '',
    sample: -9,
    section: undefined,
    lists: 0,
  };
  for (let index = 0; index < lines.length;) index = readOne(reading, index);
  return filled.map(({ text: one, line }, index) => {
    const meaning = reading.found[index];
    if (meaning === 'nothing') return { text: '', line };
    return { text: one, line, ...(meaning && { meaning }) };
  });
}

/** Reads what begins at a line, and returns the index behind it. */
function readOne(reading: Reading, index: number): number {
  const { lines, found } = reading;
  const line = lines[index] ?? '';
  const put = (meaning: LineMeaning | 'nothing', at: number, end: number): number => {
    for (let other = index; other < end; other += 1) found[other] = 'nothing';
    found[at] = meaning;
    return end;
  };
  if (isCopiedNoise(line) && !startsLabel(reading, index)) return put('nothing', index, index + 1);
  // a form to try the operation out: a name, a colon and its value
  if (lines[index + 1] === ':') return put('nothing', index, Math.min(index + 3, lines.length));
  const endpoint = copiedEndpoint(lines, index);
  if (endpoint) return putEndpoint(reading, index, endpoint);
  const access = copiedAccess(line);
  if (access) return put(access, index, index + 1);
  const scheme = copiedScheme(lines, index);
  if (scheme) return put(scheme.meaning, index, scheme.end);
  const statuses = statusRun(lines, index);
  if (statuses) return put({ kind: 'statuses', statuses }, index, index + statuses.length);
  const media = /^(?:application|multipart|text)\/[\w.+-]{1,80}$/.exec(line)?.[0];
  if (media !== undefined) return put({ kind: 'mediaType', mediaType: media.toLowerCase() }, index, index + 1);
  if (/^array ?\[$/i.test(line)) reading.lists += 1;
  else if (line === ']' && reading.lists > 0) {
    reading.lists -= 1;
    return put({ kind: 'fold', open: false }, index, index + 1);
  }
  const fold = copiedFold(line, reading.label ?? '');
  if (fold) return put(fold, index, index + 1);
  const label = labelAt(reading, index) ?? (isNameLine(lines, index) ? undefined : untypedLabel(reading, index));
  if (label) {
    reading.label = label.label.name;
    reading.values = ['--', label.label.name];
    const isEnum = lines.slice(index + 1, label.end).some((one) => /^enum\b/i.test(one));
    reading.awaitsValues = isEnum || label.label.type === 'enum';
    return put({ kind: 'label', ...label.label }, index, label.end);
  }
  if (isNameLine(lines, index)) {
    reading.label = line;
    reading.values = ['--', line];
    return index + 2;
  }
  if (/^response headers:?$/i.test(line)) return skipHeaders(reading, index);
  const section = copiedSection(line);
  if (section) return putSection(reading, index, section);
  const header = copiedHeader(line);
  if (header) return readRows(reading, index, header);
  const addition = copiedAddition(lines, index, (at) => startsLabel(reading, at));
  if (addition) return putAddition(reading, index, addition);
  const values = reading.awaitsValues ? tokenRun(reading, index) : [];
  if (values.length > 1) {
    reading.awaitsValues = false;
    return put({ kind: 'options', values }, index, index + values.length);
  }
  // what a form to try it out shows in its field
  if (reading.values.includes(line)) return put('nothing', index, index + 1);
  return index + 1;
}

/** Lines of one word each, up to the next property. */
function tokenRun(reading: Reading, index: number): string[] {
  const { lines } = reading;
  const run: string[] = [];
  for (let at = index; at < lines.length && run.length < 300; at += 1) {
    const line = lines[at] ?? '';
    if (!/^[\w.:@/+-]{0,79}[\w@/+-]$/.test(line) || startsLabel(reading, at) || copiedSection(line)) break;
    run.push(line);
  }
  return run;
}

/** A parameter whose name the URL has, below a heading of parameters: its value stands on the next line. */
function untypedLabel({ lines, url, section }: Reading, index: number): FoundLabel | undefined {
  const line = lines[index] ?? '';
  if (!/^[\w.-]{1,80}$/.test(line) || (section !== 'query' && section !== 'path')) return undefined;
  const { path, query } = requestUrl(url);
  const isKnown = query.some(({ name }) => name === line) || pathParameters(pathTemplate(path)).includes(line);
  const hasValue = /^[^\s:]+$/.test(lines[index + 1] ?? '');
  return isKnown && hasValue ? { label: { name: line }, end: index + 2 } : undefined;
}

function putSection(reading: Reading, index: number, section: Extract<LineMeaning, { kind: 'section' }>): number {
  if (section.section === 'response' && section.sample) reading.sample = index;
  let end = index + 1;
  // the answers to whether the page is of use
  if (reading.lines[index]?.endsWith('?'))
    while (end < index + 3 && /^(?:yes|no|yes ?no)$/i.test(reading.lines[end] ?? '')) reading.found[end++] = 'nothing';
  const isWhole = section.section === 'response' || section.section === 'body';
  // the type of a body as a whole
  if (
    isWhole &&
    /^(?:object|array(?: of objects)?)$/i.test(reading.lines[end] ?? '') &&
    !isNameLine(reading.lines, end)
  )
    reading.found[end++] = 'nothing';
  // tabs of an answer: its body and its headers
  const isTab = section.section === 'body' && !section.sample && index - reading.sample <= 2;
  reading.found[index] = isTab ? 'nothing' : section;
  if (!isTab) reading.section = section.section;
  reading.lists = 0;
  return end;
}

/** The headers of an answer are none of its properties: all up to the next part is passed over. */
function skipHeaders({ lines, found }: Reading, index: number): number {
  let end = index;
  do found[end++] = 'nothing';
  while (
    end < lines.length &&
    end - index < 60 &&
    !copiedSection(lines[end] ?? '') &&
    !/^[1-5]\d\d\b/.test(lines[end] ?? '')
  );
  return end;
}

function startsLabel(reading: Reading, at: number): boolean {
  return isNameLine(reading.lines, at) || labelAt(reading, at) !== undefined;
}

/** The property that begins on a line, in whatever form. */
function labelAt({ lines, keys }: Reading, at: number): FoundLabel | undefined {
  const found = dottedLabel(lines, at) ?? copiedLabel(lines, at);
  if (found) return found;
  const label = gluedLabel(lines[at] ?? '', (name) => keys.has(name));
  return label && { label, end: at + 1 };
}

function putEndpoint(
  reading: Reading,
  index: number,
  { method, url, at, end, server, summary }: NonNullable<ReturnType<typeof copiedEndpoint>>,
): number {
  const { found, lines } = reading;
  reading.url = url;
  reading.section = undefined;
  for (let other = index; other < end; other += 1) found[other] = 'nothing';
  // the title between the method and its URL stays
  if (at > index + 1) found[index + 1] = { kind: 'text', text: lines[index + 1] ?? '' };
  found[at] = {
    kind: 'endpoint',
    method,
    url,
    ...(server !== undefined && { server }),
    ...(summary !== undefined && { summary }),
  };
  return end;
}

/** Tabs of statuses: those of all answers one after another, then what is said of the first. */
function statusRun(lines: readonly string[], index: number): string[] | undefined {
  const run: string[] = [];
  while (run.length < 20 && statusAt(lines, index + run.length)) run.push(statusAt(lines, index + run.length) ?? '');
  return run.length > 1 &&
    run[0]?.startsWith('2') === true &&
    run.every((one, at) => at === 0 || one > (run[at - 1] ?? ''))
    ? run
    : undefined;
}

function statusAt(lines: readonly string[], index: number): string | undefined {
  return /^(?:status: ?)?([1-5]\d\d)$/i.exec(lines[index] ?? '')?.[1];
}

function readRows(
  { lines, found }: Reading,
  index: number,
  header: NonNullable<ReturnType<typeof copiedHeader>>,
): number {
  found[index] = 'nothing';
  let end = index + 1;
  if (header[0] === 'status') return end;
  for (; end < lines.length; end += 1) {
    const label = copiedRow(lines[end] ?? '', header);
    if (!label) break;
    found[end] = { kind: 'label', ...label };
  }
  return end;
}

function putAddition(
  reading: Reading,
  index: number,
  { meaning, end }: NonNullable<ReturnType<typeof copiedAddition>>,
): number {
  const { found } = reading;
  for (let other = index; other < end; other += 1) found[other] = 'nothing';
  found[index] = meaning;
  if (meaning.kind === 'options') reading.values.push(...meaning.values.slice(0, 300).map(String));
  if (meaning.kind === 'default') reading.values.push(String(meaning.value));
  return end;
}

/** A run of lines as segments; those whose meaning is known are never part of code. */
export function copiedSegments(lines: readonly CopiedLine[]): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  const flush = (end: number): void => {
    const own = lines.slice(start, end).filter(({ text }) => text !== '');
    const first = own[0];
    if (first) segments.push(...numbered(own, first.line));
    start = end + 1;
  };
  for (const [index, { text, line, meaning }] of lines.entries()) {
    if (meaning === undefined) continue;
    flush(index);
    segments.push({ kind: 'text', text: text.trim(), line, glued: false });
  }
  flush(lines.length);
  return segments;
}

/** Segments of lines between which empty ones may have been, which code keeps. */
function numbered(lines: readonly CopiedLine[], firstLine: number): Segment[] {
  let at = firstLine;
  let text = '';
  for (const { text: one, line } of lines) {
    text += '\n'.repeat(line - at) + one;
    at = line;
  }
  return cutSegments(text).map((segment) =>
    segment.kind === 'text'
      ? { ...segment, line: segment.line + firstLine - 1 }
      : { ...segment, line: segment.line + firstLine - 1, endLine: segment.endLine + firstLine - 1 },
  );
}
