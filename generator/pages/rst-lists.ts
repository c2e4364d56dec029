import type { Location } from '../base/location.ts';
import { markdownBlocks } from './markdown.ts';
import type { Block, ListItem, ProseBlock } from './page.ts';
import type { RstLine, TableMaker } from './rst-tables.ts';

/**
 * The blocks of a bullet or enumerated list of reStructuredText, whose form Markdown shares but for two marks of items.
 * Gives no diagnostics.
 */
export function rstList(lines: readonly RstLine[], document: string, { inline }: TableMaker): Block[] {
  const text = lines.map((line) => line.text.replace(/^( *)•(?= )/, '$1*').replace(/^( *)#\.(?= )/, '$11.')).join('\n');
  return markdownBlocks(inline(text), { document, firstLine: lines[0]?.line ?? 1, indentedCode: false });
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
 * the terms with what is said of each, and the index behind it. Gives no diagnostics.
 */
export function definitionList(
  lines: readonly RstLine[],
  index: number,
  document: string,
  maker: TableMaker,
): { readonly blocks: readonly Block[]; readonly end: number } {
  const items: ListItem[] = [];
  const inner: Block[] = [];
  let end = index;
  let next = index;
  while (isTerm(lines, next)) {
    let behind = next + 1;
    for (let at = behind; at < lines.length; at += 1) {
      const text = lines[at]?.text ?? '';
      if (/^\s/.test(text)) behind = at + 1;
      else if (text !== '') break;
    }
    const item = itemOf(lines.slice(next, behind), document, maker);
    items.push(item);
    inner.push(...item.blocks);
    end = behind;
    next = behind;
    while (lines[next]?.text === '') next += 1;
  }
  const location = maker.place(lines.slice(index, end));
  const text = items.map((item) => `- ${item.text.replaceAll('\n', '\n  ')}`).join('\n');
  const list: ProseBlock = { kind: 'prose', form: 'list', text, items, location };
  return { blocks: [list, ...inner], end };
}

/** A term, with its classifiers as they stand, and its definition: paragraphs as text, lists as items in it. */
function itemOf(lines: readonly RstLine[], document: string, maker: TableMaker): ListItem {
  const [term, ...body] = lines;
  const width = Math.min(...body.flatMap(({ text }) => (text === '' ? [] : [/^ */.exec(text)?.[0].length ?? 0])));
  const text = body.map((line) => line.text.slice(width)).join('\n');
  const firstLine = body[0]?.line ?? term?.line ?? 1;
  const blocks = markdownBlocks(maker.inline(text), { document, firstLine, indentedCode: false });
  const texts = blocks.flatMap((block) => (block.kind === 'prose' && !block.items ? [block.text] : []));
  const items = blocks.flatMap((block) => (block.kind === 'prose' ? [...(block.items ?? [])] : []));
  const others = blocks.filter((block) => block.kind !== 'prose');
  const location: Location = maker.place(lines);
  const head = maker.inline(term?.text ?? '').replace(/^([`*]{0,2}[\w.$[\]-]+[`*]{0,2}) : /, '$1: ');
  return { text: [head, ...texts].join('\n\n'), items, blocks: others, location };
}
