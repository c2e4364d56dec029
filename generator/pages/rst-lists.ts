import type { Location } from '../base/location.ts';
import type { Block, ListItem, ProseBlock } from './page.ts';
import type { RstLine, TableMaker } from './rst-tables.ts';

/** What lists are made with: as tables are, and how the blocks within an item are read. */
export interface ListMaker extends TableMaker {
  readonly read: (lines: readonly RstLine[]) => Block[];
}

interface ReadList {
  readonly blocks: readonly Block[];
  /** The index behind the list. */
  readonly end: number;
}

const marker = /^(?:([-*+•])|(?:#|\(?\d{1,3})[.)])(?:[ ]+|$)/;

/** Whether a line begins an item of a bullet or enumerated list that has a text. */
export function isItem(text: string): boolean {
  const [mark] = marker.exec(text) ?? [];
  return mark !== undefined && mark.length < text.length;
}

/**
 * The bullet or enumerated list (docutils, section "Bullet Lists") that begins with the line at `index`, and the code and tables in
 * it behind it. A line that is not indented goes on with an item if no empty line parts it from that. Gives no diagnostics.
 */
export function rstList(lines: readonly RstLine[], index: number, maker: ListMaker): ReadList {
  const kind = marker.exec(lines[index]?.text ?? '')?.[1];
  const items: ListItem[] = [];
  let end = index;
  for (let at = index; at < lines.length;) {
    const { text, line } = lines[at] ?? { text: '', line: 1 };
    const [mark, bullet] = marker.exec(text) ?? [];
    if (mark === undefined || (bullet === undefined) !== (kind === undefined)) break;
    end = endOfItem(lines, at + 1);
    const first = { text: text.slice(mark.length), line };
    items.push(itemOf([first, ...dedented(lines.slice(at + 1, end))], maker));
    at = end;
    while (lines[at]?.text === '') at += 1;
  }
  return listOf(items, lines.slice(index, end), end, maker);
}

function endOfItem(lines: readonly RstLine[], start: number): number {
  let end = start;
  for (let at = start; at < lines.length; at += 1) {
    const { text } = lines[at] ?? { text: '' };
    if (text === '') continue;
    const goesOn = text.startsWith(' ') || (at === end && !marker.test(text) && !/^\.\. |^:[a-z]/i.test(text));
    if (!goesOn) break;
    end = at + 1;
  }
  return end;
}

/** Lines without the blanks that all of them begin with. */
export function dedented(lines: readonly RstLine[]): RstLine[] {
  const widths = lines.filter(({ text }) => text !== '').map(({ text }) => /^ */.exec(text)?.[0].length ?? 0);
  const width = widths.reduce((least, one) => Math.min(least, one), Infinity);
  return lines.map(({ text, line }) => ({ text: text.slice(Number.isFinite(width) ? width : 0), line }));
}

/** Whether a line is the term of a definition list: what follows it at once is indented. */
export function isTerm(lines: readonly RstLine[], index: number): boolean {
  const [term = '', next = ''] = [lines[index]?.text, lines[index + 1]?.text];
  return /^[\w`*:<$@{[]/.test(term) && term.length < longestTerm && !term.endsWith('::') && /^ +\S/.test(next);
}

/** Longer lines are prose whose next line happens to be indented. */
const longestTerm = 200;

/**
 * The definition list (docutils, section "Definition Lists") that begins with the line at `index`, as a list whose items are
 * the terms with what is said of each. Gives no diagnostics.
 */
export function definitionList(lines: readonly RstLine[], index: number, maker: ListMaker): ReadList {
  const items: ListItem[] = [];
  let end = index;
  let next = index;
  while (isTerm(lines, next)) {
    end = next + 1;
    for (let at = end; at < lines.length; at += 1) {
      const text = lines[at]?.text ?? '';
      if (/^\s/.test(text)) end = at + 1;
      else if (text !== '') break;
    }
    const [term, ...body] = lines.slice(next, end);
    if (term) items.push(itemOf(dedented(body), maker, term));
    next = end;
    while (lines[next]?.text === '') next += 1;
  }
  return listOf(items, lines.slice(index, end), end, maker);
}

/**
 * What stands in an item: paragraphs as its text, behind the term if it has one, with its classifiers as they stand; lists as items
 * in it, code and tables.
 */
function itemOf(lines: readonly RstLine[], maker: ListMaker, term?: RstLine): ListItem {
  const blocks = opened(maker.read(lines));
  const texts = blocks.filter((block): block is ProseBlock => block.kind === 'prose' && !block.items);
  const items = blocks.flatMap((block) => (block.kind === 'prose' ? [...(block.items ?? [])] : []));
  const inner = new Set(items.flatMap(innerBlocks));
  const others = blocks.filter((block) => block.kind !== 'prose' && !inner.has(block));
  const said = texts.map(({ text }) => text);
  const head = term && maker.inline(term.text).replace(/^([`*]{0,2}[\w.$[\]-]+[`*]{0,2}) : /, '$1: ');
  const isPlain = head !== undefined && !head.includes(': ') && said.length > 0;
  const text = [...(isPlain ? [`${head}: ${said.shift() ?? ''}`] : head === undefined ? [] : [head]), ...said].join(
    '\n\n',
  );
  return { text, items, blocks: others, location: placeOf(lines, texts, maker, term) };
}

/** The lines of an item's own text. */
function placeOf(
  lines: readonly RstLine[],
  texts: readonly ProseBlock[],
  { place }: ListMaker,
  term?: RstLine,
): Location {
  const { location } = texts.at(-1) ?? {};
  const all = term ? [term, ...lines] : lines;
  const last = location?.endLine ?? location?.line ?? term?.line ?? lines[0]?.line ?? 1;
  return place(all.filter(({ line }) => line <= last));
}

/** Blocks with those in elements, which in an item only set text apart. */
function opened(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'element' ? opened(block.children) : [block]));
}

function innerBlocks(item: ListItem): Block[] {
  return [...item.blocks, ...item.items.flatMap(innerBlocks)];
}

function listOf(items: readonly ListItem[], lines: readonly RstLine[], end: number, { place }: ListMaker): ReadList {
  const list: ProseBlock = { kind: 'prose', form: 'list', text: sourceOf(items), items, location: place(lines) };
  return { blocks: [list, ...items.flatMap(innerBlocks)], end };
}

/** Items as Markdown writes them. */
function sourceOf(items: readonly ListItem[]): string {
  return items
    .map((item) => {
      const inner = item.items.length > 0 ? `\n${sourceOf(item.items)}` : '';
      return `- ${`${item.text}${inner}`.replaceAll('\n', '\n  ')}`;
    })
    .join('\n');
}
