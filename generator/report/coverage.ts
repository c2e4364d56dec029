import type { Location } from '../base/location.ts';
import type { JsonValue } from '../base/json.ts';
import { compareLocations } from '../base/location.ts';
import { compareText } from '../base/order.ts';
import { joinPointer } from '../base/pointer.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Block, ElementBlock, ListItem, Page } from '../pages/page.ts';
import type { DocumentReview, UnreadPart } from './review.ts';

/** The smallest parts of a page that can be understood or not; `layout` only arranges others. */
interface Part extends UnreadPart {
  readonly layout: boolean;
}

/**
 * How much of each page was understood. It is told from the places of all evidence, whoever found it, so that no reader of a
 * style has to say what it left out. Pages come by path, unread parts by line.
 */
export function coverPages(pages: readonly Page[], evidence: readonly Evidence[]): DocumentReview[] {
  const elements = elementPlaces(pages);
  const lines = readLines(evidence, elements);
  return pages.map((page) => coverPage(page, lines)).toSorted((left, right) => compareText(left.path, right.path));
}

function coverPage(page: Page, lines: ReadLines): DocumentReview {
  const { path, text } = page;
  if (page.data !== undefined) {
    const last = text.split('\n').length;
    const isRead = page.part === true || lines.any({ document: path, line: 1, endLine: last });
    const whole = { kind: 'document', text: excerpt(text), location: { document: path, line: 1, endLine: last } };
    return { path, text, read: isRead ? 1 : 0, layout: 0, unread: isRead ? [] : [whole] };
  }
  const parts = joinLines(page.blocks.flatMap(blockParts), lines);
  const open = parts.filter(({ location }) => !lines.any(location));
  const unread = open
    .filter(({ layout }) => !layout)
    .map(({ kind, text: own, location }) => ({ kind, text: own, location }))
    .toSorted((left, right) => compareLocations(left.location, right.location));
  return { path, text, read: parts.length - open.length, layout: open.length - unread.length, unread };
}

/** Which lines of which document gave facts. */
interface ReadLines {
  any(location: Location): boolean;
}

function readLines(evidence: readonly Evidence[], elements: ReadonlySet<string>): ReadLines {
  const read = new Map<string, Set<number>>();
  const spans = new Set<string>();
  const starts = startLines(evidence);
  for (const { fact, location } of evidence.flatMap((one) => [one, ...printedParts(one)])) {
    const key = placeKey(location);
    // what is said of an element as a whole stands on its first line, where what stands in it speaks for itself
    const isData = fact.kind === 'spec' || fact.kind === 'part' || fact.kind === 'sample';
    const isWhole = isData || !elements.has(key) || !startsWithin(location, starts);
    const span = `${key} ${isWhole}`;
    if (spans.has(span)) continue;
    spans.add(span);
    const lines = read.get(location.document) ?? new Set<number>();
    read.set(location.document, lines);
    const last = isWhole ? (location.endLine ?? location.line) : location.line;
    for (let line = location.line; line <= last; line += 1) lines.add(line);
  }
  return {
    any({ document, line, endLine = line }) {
      const lines = read.get(document);
      if (lines === undefined) return false;
      for (let next = line; next <= endLine; next += 1) if (lines.has(next)) return true;
      return false;
    },
  };
}

/** The parts of a description that a page prints one by one, each where it stands. */
function printedParts(one: Evidence): { readonly fact: Evidence['fact']; readonly location: Location }[] {
  const { fact } = one;
  if (fact.kind !== 'spec' || fact.isSlice !== true) return [];
  const found: { fact: Evidence['fact']; location: Location }[] = [];
  const visit = (value: JsonValue, pointer: string): void => {
    if (typeof value !== 'object' || value === null) return;
    found.push({ fact, location: fact.data.locate(pointer) });
    for (const [key, inner] of Object.entries(value)) visit(inner as JsonValue, joinPointer(pointer, key));
  };
  visit(fact.data.value, '');
  return found;
}

/** The lines on which evidence begins, by document. */
function startLines(evidence: readonly Evidence[]): ReadonlyMap<string, ReadonlySet<number>> {
  const starts = new Map<string, Set<number>>();
  for (const { location } of evidence) {
    const lines = starts.get(location.document) ?? new Set<number>();
    starts.set(location.document, lines.add(location.line));
  }
  return starts;
}

function startsWithin({ document, line, endLine = line }: Location, starts: ReturnType<typeof startLines>): boolean {
  for (let next = line + 1; next <= endLine; next += 1) if (starts.get(document)?.has(next)) return true;
  return false;
}

function placeKey({ document, line, endLine = line }: Location): string {
  return `${document}:${line}-${endLine}`;
}

/** The places of elements that hold other blocks. */
function elementPlaces(pages: readonly Page[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (block: Block): void => {
    if (block.kind !== 'element' || block.children.length === 0) return;
    found.add(placeKey(block.location));
    for (const child of block.children) visit(child);
  };
  for (const { blocks } of pages) for (const block of blocks) visit(block);
  return found;
}

/** What is there to be linked to and says nothing. */
const onlyAnchor = /^<a (?:id|name)="[^"<>]{0,300}"><\/a>$/;

/** A label of a tab or a fold, which says what follows. */
const onlyLabel = /^\*\*[^*\n]{1,60}\*\*:?$/;

function blockParts(block: Block): Part[] {
  switch (block.kind) {
    case 'heading':
      return [part('heading', block.text, block.location, true)];
    case 'prose':
      if (block.items !== undefined) return block.items.flatMap(itemParts);
      return [
        part(block.form, block.text, block.location, onlyAnchor.test(block.text.trim()) || onlyLabel.test(block.text)),
      ];
    case 'table':
      return block.rows.map(({ cells, location }) => part('table row', cells.join(' | '), location));
    case 'code':
      return [part('code', block.text, block.location)];
    case 'line':
      return [part('line', block.text, block.location)];
    case 'element':
      return elementParts(block);
  }
}

function itemParts(item: ListItem): Part[] {
  return [part('list item', item.text, item.location), ...item.items.flatMap(itemParts)];
}

/** An element is what it holds, and a part of its own where it says something by its attributes. */
function elementParts({ tag, attributes, children, location }: ElementBlock): Part[] {
  const isHeader = tag.toLowerCase() === 'th';
  const inner = children.flatMap(blockParts).map((one) => (isHeader ? { ...one, layout: true } : one));
  if (Object.keys(attributes).length === 0) return inner;
  const said = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  const own = { document: location.document, line: location.line };
  // only components are facts; an element of HTML arranges, and so does what holds other blocks, which tell for themselves
  return [part(`<${tag}>`, said.join(' '), own, !/^[A-Z]/.test(tag) || inner.length > 0), ...inner];
}

function part(kind: string, text: string, location: Location, layout = false): Part {
  return { kind, text: excerpt(text), location, layout: layout || text.trim() === '' };
}

const excerptLength = 100;

function excerpt(text: string): string {
  const start = text
    .slice(0, 4 * excerptLength)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return start.length > excerptLength ? `${start.slice(0, excerptLength)}…` : start;
}

/** Lines of a text page that follow each other unread are one part. */
function joinLines(parts: readonly Part[], lines: ReadLines): Part[] {
  const joined: Part[] = [];
  for (const next of parts) {
    const last = joined.at(-1);
    const isOpen = (one: Part): boolean => one.kind === 'line' && !one.layout && !lines.any(one.location);
    const follows = last !== undefined && (last.location.endLine ?? last.location.line) + 1 === next.location.line;
    if (last !== undefined && follows && isOpen(last) && isOpen(next)) {
      joined[joined.length - 1] = { ...last, location: { ...last.location, endLine: next.location.line } };
    } else joined.push(next);
  }
  return joined;
}
