import { httpMethod } from '../endpoints.ts';
import { requestUrl } from '../request-url.ts';
import type { CopiedLine } from './copied-text.ts';

/** How many lines may stand between the title of an operation and its endpoint or first part. */
const longestLead = 6;
/** How many lines may lead to the first one before they are menus and the like. */
const longestIntroduction = 6;

/**
 * Cuts the lines of a copied page into those of each operation. An endpoint stands before what is said of it, with its title above it;
 * where parts of a request are described before the first endpoint, it stands behind them, as in three columns. An endpoint that only is
 * named again (in a list, beside a sample) begins nothing. A page of one operation is one part.
 */
export function copiedOperations(lines: readonly CopiedLine[]): (readonly CopiedLine[])[] {
  const named = headedList(lines);
  const all = endpointsOf(lines, new Set(named));
  const listed = [...named, ...all.filter((_, index) => isListed(lines, all, index))];
  const marks = all.filter((_, index) => !isListed(lines, all, index));
  return [...listed.map((mark) => lines.slice(mark, mark + 1)), ...partsOf(lines, marks)];
}

/** Whether an endpoint is one of a list: nothing is between it and the next one, or the one before. */
function isListed(lines: readonly CopiedLine[], marks: readonly number[], index: number): boolean {
  const [before, mark, next] = [marks[index - 1], marks[index] ?? 0, marks[index + 1]];
  return (
    (next !== undefined && filled(lines, mark + 1, next) === 0) ||
    (before !== undefined && filled(lines, before + 1, mark) === 0)
  );
}

function partsOf(lines: readonly CopiedLine[], marks: readonly number[]): (readonly CopiedLine[])[] {
  const [first] = marks;
  if (first === undefined) return [lines];
  const last = marks.at(-1) ?? first;
  const isSampled = marks.filter((mark) => leadsToCall(lines, mark)).length * 2 > marks.length;
  const isBefore = marks.length > 1 && !isSampled && lines.slice(last + 1, endOf(lines, last)).some(describesPart);
  const isBehind = !isBefore && lines.slice(0, first).some(describesRequest);
  const isUntitled = marks.length > 1 || titleAbove(lines, -1, first) === first;
  if (!isBehind && isUntitled && marks.every((mark) => isTitle(nextFilled(lines, mark))))
    return marks.map((mark, index) => titled(lines.slice(mark, marks[index + 1] ?? endOf(lines, mark))));
  // what leads to the only operation is about it, unless it is the page around it
  const isMenu = lines.slice(0, first).some(({ text }) => /^(?:get|post|put|patch|delete)$/i.test(text.trim()));
  const isLead =
    !isBehind && !isMenu && marks.length === 1 && filled(lines, 0, first) === first && first <= longestIntroduction;
  const starts = marks.map((mark, index) =>
    isLead
      ? lastOfTrail(lines, mark)
      : isBehind
        ? startBehind(lines, index === 0 ? 0 : (marks[index - 1] ?? 0) + 1, mark)
        : titleAbove(lines, marks[index - 1] ?? -1, mark),
  );
  return starts.map((start, index) => lines.slice(start, starts[index + 1] ?? endOf(lines, marks[index] ?? start)));
}

/** Of the titles that a page begins with, as the names of the parts it stands in, the last one. */
function lastOfTrail(lines: readonly CopiedLine[], mark: number): number {
  let last = 0;
  for (let index = 1; index < mark; index += 1) {
    const line = lines[index];
    const isLonger = (line?.text.trim().split(/\s+/).length ?? 0) > 5;
    if (!isTitle(lines[last]) || !isTitle(line) || isLonger || /^\p{Lu}\p{Ll}+s\s/u.test(line?.text.trim() ?? ''))
      break;
    last = index;
  }
  return last;
}

/** The indices of endpoints in lists that have a heading of their own; where that begins with another word, of those that come again. */
function headedList(lines: readonly CopiedLine[]): number[] {
  let heading = '';
  const keys = lines.map(({ meaning }) => (meaning?.kind === 'endpoint' ? keyOf(meaning) : undefined));
  return lines.flatMap(({ text, meaning }, index) => {
    if (meaning?.kind === 'endpoint')
      return heading === '' || (/\s/.test(heading) && keys.indexOf(keys[index], index + 1) === -1) ? [] : [index];
    const line = text.trim();
    if (line !== '') heading = /^(?:[^.,:]{1,60} )?(?:operations|endpoints)$/i.test(line) ? line : '';
    return [];
  });
}

function keyOf({ method, url }: { readonly method: string; readonly url: string }): string {
  return `${method.toLowerCase()} ${requestUrl(url).path}`;
}

/** The indices of endpoints, without those of lists and those that repeat the one before them. */
function endpointsOf(lines: readonly CopiedLine[], listed: ReadonlySet<number>): number[] {
  let last = '';
  return lines.flatMap(({ meaning }, index) => {
    if (meaning?.kind !== 'endpoint' || !httpMethod(meaning.method) || listed.has(index)) return [];
    const key = keyOf(meaning);
    const isRepeated =
      key === last || (last.endsWith(key.split(' ')[1] ?? '') && last.startsWith(key.split(' ')[0] ?? ''));
    if (!isRepeated) last = key;
    return isRepeated ? [] : [index];
  });
}

function describesRequest(line: CopiedLine | undefined): boolean {
  const meaning = line?.meaning;
  if (/^(?:parameters|arguments):?$/i.test(line?.text.trim() ?? '')) return true;
  return meaning?.kind === 'section' && /^(?:path|query|header|cookie|body|response)$/.test(meaning.section);
}

/** Whether a line begins what is described of an operation, no sample of it. */
function describesPart(line: CopiedLine): boolean {
  return describesRequest(line) && !isSample(line);
}

/** Where the last operation ends: objects may be listed behind it. */
function endOf(lines: readonly CopiedLine[], mark: number): number {
  const end = lines.findIndex(({ text }, index) => index > mark && /^(?:schemas|models)$/i.test(text.trim()));
  return end === -1 ? lines.length : end;
}

/** A part whose second line is its title. */
function titled([mark, ...rest]: readonly CopiedLine[]): readonly CopiedLine[] {
  const title = rest.findIndex(({ text }) => text !== '');
  const summary = rest[title]?.text.trim() ?? '';
  if (mark?.meaning?.kind !== 'endpoint') return rest;
  return [
    { ...mark, meaning: { ...mark.meaning, summary: mark.meaning.summary ?? summary } },
    ...rest.slice(title + 1),
  ];
}

/** Whether a call of it stands right behind an endpoint: what is said of it then stands before. */
function leadsToCall(lines: readonly CopiedLine[], mark: number): boolean {
  if (/^\W{0,3}(?:request|test|example|sample)\b/i.test(lines[mark]?.text ?? '')) return true;
  const next = lines.slice(mark + 1, mark + 40).filter(({ text }) => text !== '');
  return next.slice(0, 3).some(({ text }) => /^\s*curl\s/.test(text));
}

function nextFilled(lines: readonly CopiedLine[], mark: number): CopiedLine | undefined {
  let index = mark + 1;
  while (lines[index]?.text === '') index += 1;
  return lines[index];
}

/** A short line that is no sentence. */
function isTitle(line: CopiedLine | undefined): boolean {
  if (!line || (line.meaning !== undefined && line.meaning.kind !== 'text')) return false;
  const text = line.text.trim();
  return /^[\p{Lu}\d]/u.test(text) && text.length < 100 && !/[.!?:;,\])}>]$/.test(text);
}

/** Where what leads to a line begins: at the nearest title above it, with sentences and credentials between them. */
function titleAbove(lines: readonly CopiedLine[], from: number, mark: number): number {
  for (let index = mark - 1, seen = 0; index > from && seen < longestLead; index -= 1) {
    const line = lines[index];
    if (!line || line.text === '') continue;
    const { text, meaning } = line;
    const before = lines[index - 1]?.meaning;
    // the name of a scheme below the heading of authentication
    const isScheme = before?.kind === 'section' && before.access === true && meaning === undefined;
    if (isScheme) continue;
    const isOther = meaning?.kind === 'section' && meaning.section === 'other';
    if (isTitle(line)) return isSoleLine(lines, from, index, mark) ? mark : index;
    if (/^[\]}"[{]/.test(text.trim()) || (meaning !== undefined && meaning.kind !== 'text' && !isOther)) return mark;
    seen += 1;
  }
  return mark;
}

/** What stands alone between two endpoints belongs to the first. */
function isSoleLine(lines: readonly CopiedLine[], before: number, index: number, mark: number): boolean {
  return before >= 0 && index === before + 1 && filled(lines, index, mark) === 1;
}

function filled(lines: readonly CopiedLine[], from: number, to: number): number {
  return lines.slice(from, to).filter(({ text }) => text !== '').length;
}

/** Behind the samples of the operation before: at the first part of a request, with what leads to it. */
function startBehind(lines: readonly CopiedLine[], from: number, mark: number): number {
  let first = from;
  while (first < mark && !(describesRequest(lines[first]) && !isSample(lines[first]))) first += 1;
  return first === mark ? mark : titleAbove(lines, from - 1, first);
}

function isSample(line: CopiedLine | undefined): boolean {
  return line?.meaning?.kind === 'section' && line.meaning.sample === true;
}
