import { bracketedSchema } from './copied-brackets.ts';
import { copiedEndpoint } from './copied-endpoints.ts';
import { copyLink, joinedLines, topLines } from './copied-joins.ts';
import {
  controlEnd,
  endsValues,
  isButton,
  isTextType,
  labelAt,
  namedFold,
  otherAnswers,
  startsLabel,
  tokenRun,
  untypedLabel,
  type CopiedReading,
} from './copied-reading.ts';
import { copiedHeader, copiedRow } from './copied-rows.ts';
import { copiedAccess, copiedFold, copiedScheme, copiedSection, isCopiedNoise, statusRun } from './copied-sections.ts';
import { bracketedAddition, copiedAddition } from './copied-values.ts';
import { isNameLine, type LineMeaning } from './grammar.ts';

/** A line of the page that is not empty. */
export interface CopiedLine {
  /** Empty where what it says is told by another line, or where it is a control of the page. */
  readonly text: string;
  readonly line: number;
  /** What it says, where a form of copied pages tells that. */
  readonly meaning?: LineMeaning;
}

/** A page of lines that only look like the beginning of a schema must not take forever. */
const mostFailures = 50;

/**
 * The lines of a text, with what those say that are written as renderers of references print them for people to copy: an endpoint cut
 * into pieces, a type behind its marks, limits, allowed values, rows of tables. All others are left to the labels of scraped text.
 */
export function copiedLines(text: string): CopiedLine[] {
  const given = text
    .split('\n')
    .map((one, index) => ({ text: one.replaceAll(/[\u200B-\u200D\u2060]/g, '').trimEnd(), line: index + 1 }))
    .filter(({ text: one }) => one.trim() !== '');
  const filled = joinedLines(given.filter(({ text: one }) => !copyLink.test(one)));
  const lines = filled.map(({ text: one }) => one.trim());
  const reading: CopiedReading = {
    lines,
    filled,
    tops: topLines(given),
    keys: new Set([...text.matchAll(/"([A-Za-z_$@][\w$.@-]{0,100})"\s{0,9}:/g)].map((match) => match[1] ?? '')),
    found: [],
    label: undefined,
    isText: false,
    isList: false,
    values: [],
    awaitsValues: false,
    url: '',
    sample: -9,
    section: undefined,
    lists: 0,
    schema: undefined,
    failures: 0,
  };
  for (let index = 0; index < lines.length;) index = readOne(reading, index);
  return filled.map(({ text: one, line }, index) => {
    const meaning = reading.found[index];
    if (meaning === 'nothing') return { text: '', line };
    return { text: one, line, ...(meaning && { meaning }) };
  });
}

/** Reads what begins at a line, and returns the index behind it. */
function readOne(reading: CopiedReading, index: number): number {
  const { lines, found } = reading;
  const line = lines[index] ?? '';
  const put = (meaning: LineMeaning | 'nothing', at: number, end: number): number => {
    for (let other = index; other < end; other += 1) found[other] = 'nothing';
    found[at] = meaning;
    return end;
  };
  const inSchema = readBracketed(reading, index);
  if (inSchema !== undefined) return inSchema;
  if (isCopiedNoise(line) && !startsLabel(reading, index)) return put('nothing', index, index + 1);
  const control = controlEnd(lines, index);
  if (control !== undefined) return put('nothing', index, control);
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
  const before = found[index - 1];
  if (line === 'ARRAY' && before !== 'nothing' && before?.kind === 'mediaType')
    return put({ kind: 'block', lists: 1 }, index, index + 1);
  if (/^array ?\[$/i.test(line)) reading.lists += 1;
  else if (line === ']' && reading.lists > 0) {
    reading.lists -= 1;
    return put({ kind: 'fold', open: false }, index, index + 1);
  }
  // the frame of the items of a property
  if (line === 'Array' && reading.isList) return put({ kind: 'fold', open: true, end: 'hidden' }, index, index + 1);
  const fold = copiedFold(line, reading.label ?? '');
  // of a list whose items are still to be added nothing follows
  const isEmpty = /^add (?:object|item)$/i.test(lines[index + 1] ?? '');
  if (fold) return put(isEmpty ? 'nothing' : namedFold(reading, line, fold), index, index + 1);
  const others = otherAnswers(reading, index);
  if (others) return putSection(reading, index, others);
  const run = reading.awaitsValues && startsLabel(reading, index) && !endsValues(reading, index);
  if (run) return putValues(reading, index);
  // a mark of the property before, though the next one is called as a type is
  const isMark = /^(?:required|optional|deprecated|nullable)$/.test(line) && reading.label !== undefined;
  if (isMark && !labelAt(reading, index) && isNameLine(lines, index) && labelAt(reading, index + 1))
    return put({ kind: 'flag', flag: line as 'required' }, index, index + 1);
  const label = labelAt(reading, index) ?? (isNameLine(lines, index) ? undefined : untypedLabel(reading, index));
  if (label) {
    reading.label = label.label.name;
    reading.isText = isTextType(label.label.type);
    reading.isList = /\]$|^(?:array|list)\b/.test(label.label.type ?? '');
    reading.values = ['--', label.label.name];
    const isEnum = lines.slice(index + 1, label.end).some((one) => /^enum\b/i.test(one));
    reading.awaitsValues = isEnum || label.label.type === 'enum';
    const { line: number = 0, opens } = reading.filled[index] ?? {};
    const isTop = reading.tops.has(number);
    const meaning: LineMeaning = { kind: 'label', ...label.label, ...(isTop && { isTop }) };
    const both: LineMeaning = { kind: 'several', meanings: [meaning, { kind: 'fold', open: true, end: 'hidden' }] };
    return put(opens ? both : meaning, index, label.end);
  }
  if (isNameLine(lines, index)) {
    reading.label = line;
    reading.isText = isTextType(lines[index + 1]);
    reading.isList = /\]$|^(?:array|list)\b/.test(lines[index + 1] ?? '');
    reading.values = ['--', line];
    return index + 2;
  }
  if (
    /^(?:response headers:?|hide headers)$/i.test(line) ||
    (reading.section === 'response' && /^headers:?$/i.test(line))
  )
    return skipHeaders(reading, index);
  const section = copiedSection(line);
  if (section) return putSection(reading, index, section);
  const header = copiedHeader(line);
  if (header) return readRows(reading, index, header);
  const addition = copiedAddition(lines, index, reading.isText, (at) => endsValues(reading, at));
  if (addition) return putAddition(reading, index, addition);
  // the button of an example or of a default
  if (isButton(reading, index)) return put('nothing', index, index + 1);
  if (reading.awaitsValues && tokenRun(reading, index).length > 1) return putValues(reading, index);
  // what a form to try it out shows in its field
  if (reading.values.includes(line)) return put('nothing', index, index + 1);
  return index + 1;
}

function putValues(reading: CopiedReading, index: number): number {
  const values = tokenRun(reading, index);
  reading.awaitsValues = false;
  for (const at of values.keys()) reading.found[index + at] = 'nothing';
  reading.found[index] = { kind: 'options', values };
  return index + values.length;
}

/** A line of a schema in brackets: what it says by its place there, or what it adds to the property before it; undefined for all others. */
function readBracketed(reading: CopiedReading, index: number): number | undefined {
  const { lines, found } = reading;
  if (index >= (reading.schema?.end ?? 0)) {
    reading.schema = undefined;
    if (!/[[{]$/.test(lines[index] ?? '') || reading.failures > mostFailures) return undefined;
    reading.schema = bracketedSchema(lines, index);
    // JSON is told apart at its second line
    if (!reading.schema && lines[index + 1]?.startsWith('"') !== true) reading.failures += 1;
  }
  const { schema } = reading;
  if (!schema) return undefined;
  const meaning = schema.meanings.get(index);
  if (meaning !== undefined) {
    found[index] = meaning;
    const own = meaning !== 'nothing' && meaning.kind === 'several' ? meaning.meanings[0] : meaning;
    if (own !== 'nothing' && own?.kind === 'label') reading.isText = isTextType(own.type);
    return index + 1;
  }
  const addition = copiedAddition(lines, index, reading.isText, (at) => schema.meanings.has(at));
  if (addition) return putAddition(reading, index, addition);
  found[index] = bracketedAddition(lines[index] ?? '') ?? { kind: 'text', text: lines[index] ?? '' };
  return index + 1;
}

function putSection(reading: CopiedReading, index: number, section: Extract<LineMeaning, { kind: 'section' }>): number {
  if (section.section === 'response' && section.sample) reading.sample = index;
  let end = index + 1;
  // the answers to whether the page is of use
  if (reading.lines[index]?.endsWith('?'))
    while (end < index + 3 && /^(?:yes|no|yes ?no)$/i.test(reading.lines[end] ?? '')) reading.found[end++] = 'nothing';
  const isWhole = section.section === 'response' || section.section === 'body';
  // the type of a body as a whole
  const whole = reading.lines[end] ?? '';
  if (isWhole && /^(?:object|array(?: of objects)?)$/i.test(whole) && !isNameLine(reading.lines, end)) {
    reading.found[end] = /^array/i.test(whole) ? { kind: 'block', lists: 1, isOpen: true } : 'nothing';
    end += 1;
  }
  // tabs of an answer: its body and its headers
  const isBare = section.section === 'body' && !section.sample;
  // the body of an answer that was named before it, not the form in which one is filled in
  const isForm = /^[[{]/.test(reading.lines[end] ?? '');
  const isOfAnswer =
    /^(?:body|headers)$/i.test(reading.lines[index] ?? '') && reading.section === 'response' && !isForm;
  const isTab = (isBare && index - reading.sample <= 2) || isOfAnswer;
  reading.found[index] = isTab ? 'nothing' : section;
  if (!isTab) reading.section = section.section;
  reading.lists = 0;
  return end;
}

/** The headers of an answer are none of its properties: all up to the next part is passed over. */
function skipHeaders({ lines, found }: CopiedReading, index: number): number {
  let end = index;
  do found[end++] = 'nothing';
  while (
    end < lines.length &&
    end - index < 60 &&
    !copiedSection(lines[end] ?? '') &&
    !/^(?:[1-5]\d\d\b|no links$)/i.test(lines[end] ?? '') &&
    !copiedEndpoint(lines, end)
  );
  return end;
}

function putEndpoint(
  reading: CopiedReading,
  index: number,
  { method, url, at, end, server, summary }: NonNullable<ReturnType<typeof copiedEndpoint>>,
): number {
  const { found, lines } = reading;
  reading.url = url;
  reading.label = undefined;
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

function readRows(
  { lines, found }: CopiedReading,
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
  reading: CopiedReading,
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
