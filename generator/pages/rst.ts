import type { Location } from '../base/location.ts';
import type { Block, ElementBlock, ProseBlock } from './page.ts';
import { headingText } from './plain-markdown.ts';
import { codeBlock, directiveTable, labelled, rawBlock } from './rst-directives.ts';
import { dedented, definitionList, isItem, isTerm, rstList, type ListMaker } from './rst-lists.ts';
import { rstTable, type RstLine as Line } from './rst-tables.ts';
import { noNames, rstNames, rstText, type RstNames } from './rst-text.ts';

/** What is nested deeper is read as prose. */
const deepest = 40;
/** Longer first lines are prose: no name of a field is. */
const longestMark = 500;

const directive = /^\.\. ([A-Za-z][\w+.:-]{0,60})::(?=\s|$)/;
const field = /^:([^:\s](?:[^:\n]|:(?=\S)){0,200}):(?=\s|$)/;
const option = /^:([\w-]{1,60}):(?=\s|$)/;
const comment = /^\.\.(?:[ \t]|$)/;
const underline = /^([!-/:-@[-`{-~])\1+$/;
const lineBlock = /^\|(?: |$)/;
const codeDirective = /^(?:code(?:-block|-tab)?|sourcecode|highlight|parsed-literal)$/;
/** Those that are a text, which may begin on their own line. */
const admonition = /^(?:note|warning|important|tip|hint|caution|attention|danger|error|seealso)$/;
/** Those whose argument is what a reader opens them by, or reads above them. */
const labelledDirective = /^(?:(?:group-)?tab|tab-item|dropdown|collapse|toggle|details|admonition|topic)$/;
const callDirective = /^(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\s+\/\S{0,400}$/;

/** A target that references lead to, without an address of its own. */
const labelLine = /^\.\. _([\w./ -]{1,200}):$/;

const aboutDocument =
  /^(?:tocdepth|orphan|no-?comments|no-?search|title|author|authors|date|version|revision|status|copyright|organization|contact|address|dedication|abstract)$/i;

/**
 * The blocks of a reStructuredText document (docutils, reStructuredText Markup Specification): headings by their
 * underlines, in the order in which the signs first occur; paragraphs, lists and quotes as Markdown source; tables, those that
 * directives hold included; code; a directive as an element of its name, with its options and, as `argument`, what stands
 * behind the colons; a field of a field list as an element `field` with its `name`. Comments and targets are left out.
 * `firstLine` is the line of the document on which the text begins. Never fails.
 */
export function rstBlocks(text: string, document: string, firstLine = 1): Block[] {
  const lines = linesOf(text, firstLine);
  return blocksOf(lines, { document, signs: [], names: rstNames(lines.map((line) => line.text)) }, 0);
}

/**
 * The blocks of one directive whose name and argument stand on the line before its content, as MyST has it in a fence:
 * options first, then what reStructuredText would have indented below it. Never fails.
 */
export function rstDirective(head: string, content: string, document: string, firstLine: number): Block[] {
  const lines = linesOf(content, firstLine).map(({ text, line }) => ({ text: text === '' ? '' : `   ${text}`, line }));
  const gap = option.test(content) ? [] : [{ text: '', line: firstLine - 1 }];
  return blocksOf([{ text: head, line: firstLine - 1 }, ...gap, ...lines], { document, signs: [], names: noNames }, 0);
}

function linesOf(text: string, firstLine: number): Line[] {
  return text
    .split('\n')
    .map((one, index): Line => ({ text: one.trimEnd().replaceAll('\t', '    '), line: index + firstLine }));
}

interface Reading {
  readonly document: string;
  /** Underlines in the order in which they occur. */
  readonly signs: string[];
  readonly names: RstNames;
  /** Only in items of lists: a paragraph ends where an item begins, as in Markdown. */
  readonly isItem?: true;
}

function blocksOf(lines: readonly Line[], reading: Reading, depth: number): Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length;) {
    const text = lines[index]?.text ?? '';
    if (text === '') index += 1;
    else index = readBlock(lines, index, blocks, reading, depth);
  }
  return blocks;
}

/** Reads the block that begins at a line, and returns the index behind it. */
function readBlock(lines: readonly Line[], index: number, blocks: Block[], reading: Reading, depth: number): number {
  const first = lines[index] ?? { text: '', line: 1 };
  const { text } = first;
  const heading = headingAt(lines, index, reading);
  if (heading) {
    blocks.push(heading.block);
    return heading.end;
  }
  const table = rstTable(lines, index, makerOf(reading, depth));
  if (table) {
    blocks.push(table.block);
    return table.end;
  }
  const isMark = text.length <= longestMark && depth < deepest;
  const target = depth === 0 && isMark ? labelLine.exec(text)?.[1] : undefined;
  if (target !== undefined) {
    const location = locationOf([first], reading);
    blocks.push({ kind: 'element', tag: 'a', attributes: { id: target }, children: [], location });
    return index + 1;
  }
  const named = isMark ? directive.exec(text) : null;
  const member = isMark && !named ? field.exec(text) : null;
  if (named || member || comment.test(text)) {
    const end = endOfIndented(lines, index + 1);
    const body = lines.slice(index + 1, end);
    if (named) blocks.push(directiveBlock(named[1] ?? '', text.slice(named[0].length), first, body, reading, depth));
    else if (member) {
      const read = fieldBlock(member[1] ?? '', text.slice(member[0].length), first, body, reading, depth);
      // those that a document begins with are about itself (docutils, bibliographic fields)
      const isOwn = depth === 0 && blocks.length === 0 && aboutDocument.test(member[1] ?? '');
      if (depth > 0 || (reading.signs.length === 0 && !isOwn)) blocks.push(read);
      else if (!isOwn) blocks.push(...labelled(read));
    }
    return end;
  }
  if (/^\s/.test(text)) {
    const end = endOfIndented(lines, index);
    if (depth < deepest) blocks.push(...blocksOf(dedented(lines.slice(index, end)), reading, depth + 1));
    else blocks.push(prose('quote', lines.slice(index, end), reading));
    return end;
  }
  if (lineBlock.test(text)) return readLines(lines, index, blocks, reading);
  const isList = isItem(text);
  if (isMark && (isList || isTerm(lines, index))) {
    const list = (isList ? rstList : definitionList)(lines, index, makerOf(reading, depth));
    blocks.push(...list.blocks);
    return list.end;
  }
  return readParagraph(lines, index, blocks, reading);
}

function makerOf(reading: Reading, depth: number): ListMaker {
  return {
    place: (lines) => locationOf(lines, reading),
    inline: (text) => rstText(text, reading.names),
    read: (lines) => blocksOf(lines, { ...reading, isItem: true }, depth + 1),
  };
}

/** A line block (docutils, section "Line Blocks") as paragraphs whose lines end where they are written to end. */
function readLines(lines: readonly Line[], start: number, blocks: Block[], reading: Reading): number {
  let end = start;
  let open: Line[] = [];
  const close = (): void => {
    if (open.length > 0) blocks.push(prose('paragraph', open, reading, '  \n'));
    open = [];
  };
  for (; end < lines.length; end += 1) {
    const { text, line } = lines[end] ?? { text: '', line: 1 };
    const last = open.at(-1);
    if (text === '|') close();
    else if (lineBlock.test(text)) open.push({ text: text.slice(2).trim(), line });
    else if (last && text.startsWith(' ')) open[open.length - 1] = { ...last, text: `${last.text} ${text.trim()}` };
    else break;
  }
  close();
  return end;
}

function headingAt(lines: readonly Line[], index: number, reading: Reading): { block: Block; end: number } | undefined {
  const [first, second, third] = [lines[index], lines[index + 1], lines[index + 2]];
  const over = first && underline.test(first.text) && third?.text === first.text && (second?.text.trim() ?? '') !== '';
  const title = over ? second : first;
  const sign = over ? first.text : second?.text;
  if (!title || !sign || !underline.test(sign) || /^\s*$/.test(title.text) || (!over && /^\s/.test(title.text)))
    return undefined;
  const isShort = sign.length < (sign.length < 3 ? title.text.length : Math.min(title.text.length - 2, 60));
  if (!over && (underline.test(title.text) || isShort)) return undefined;
  const style = `${over ? 'over ' : ''}${sign.charAt(0)}`;
  if (!reading.signs.includes(style)) reading.signs.push(style);
  const end = index + (over ? 3 : 2);
  const location = locationOf(lines.slice(index, end), reading);
  const depth = reading.signs.indexOf(style) + 1;
  const marked = rstText(title.text.trim(), reading.names);
  return { block: { kind: 'heading', depth, text: headingText(marked), marked, location }, end };
}

/** The index behind the lines that are indented, or empty, from `start` on; empty ones at the end do not count. */
function endOfIndented(lines: readonly Line[], start: number): number {
  let end = start;
  for (let index = start; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    if (/^\s/.test(text)) end = index + 1;
    else if (text !== '') break;
  }
  return end;
}

function directiveBlock(
  tag: string,
  argument: string,
  first: Line,
  body: readonly Line[],
  reading: Reading,
  depth: number,
): Block {
  const location = locationOf([first, ...body], reading);
  const inner = dedented(body);
  const attributes: Record<string, string> = {};
  const given = [argument];
  let index = 0;
  for (; index < inner.length && inner[index]?.text !== ''; index += 1) {
    const text = inner[index]?.text ?? '';
    const found = option.exec(text);
    // a field list right behind the signature has names with spaces; options have none
    if (found) attributes[found[1] ?? ''] = text.slice(found[0].length).trim();
    else if (Object.keys(attributes).length === 0 && !text.startsWith(':')) given.push(text);
    else break;
  }
  if (codeDirective.test(tag)) return codeBlock(inner.slice(index), argument.trim(), location, first.line);
  if (tag === 'raw') return rawBlock(argument.trim(), inner.slice(index), location);
  // a title that no table of contents has
  if (tag === 'rubric') return prose('paragraph', [{ ...first, text: `**${argument.trim()}**` }], reading);
  const table = directiveTable(tag, attributes, inner.slice(index), makerOf(reading, depth));
  if (table) return table;
  // a table that stands in another file
  if (/^(?:csv|list)-table$/.test(tag)) return prose('paragraph', [first, ...body], reading);
  if (admonition.test(tag) && argument.trim() !== '') {
    const children = blocksOf([{ ...first, text: argument.trim() }, ...inner], reading, depth + 1);
    return { kind: 'element', tag, attributes: {}, children, location };
  }
  attributes['argument'] = given
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join('\n');
  if (labelledDirective.test(tag) && argument.trim() !== '') attributes['label'] ??= argument.trim();
  const children = blocksOf(inner.slice(index), reading, depth + 1);
  // a directive of any name that tells nothing but an endpoint
  if (children.length === 0 && callDirective.test(attributes['argument']))
    return { kind: 'prose', form: 'paragraph', text: `\`${attributes['argument'].replace(/\s+/, ' ')}\``, location };
  return { kind: 'element', tag, attributes, children, location } satisfies ElementBlock;
}

function fieldBlock(
  name: string,
  rest: string,
  first: Line,
  body: readonly Line[],
  reading: Reading,
  depth: number,
): ElementBlock {
  const inner = [{ text: rest.trim(), line: first.line }, ...dedented(body)];
  const location = locationOf([first, ...body], reading);
  return {
    kind: 'element',
    tag: 'field',
    attributes: { name },
    children: blocksOf(inner, reading, depth + 1),
    location,
  };
}

/** A paragraph; where it ends in `::`, what is indented behind it is code. */
function readParagraph(lines: readonly Line[], start: number, blocks: Block[], reading: Reading): number {
  let end = start + 1;
  while (end < lines.length) {
    const text = lines[end]?.text ?? '';
    if (text === '' || /^\s/.test(text) || comment.test(text) || (reading.isItem && isItem(text))) break;
    end += 1;
  }
  const own = lines.slice(start, end);
  const opensCode = own.at(-1)?.text.endsWith('::') === true;
  const shown = opensCode
    ? own.map((line, index) =>
        index === own.length - 1 ? { ...line, text: line.text.replace(/:$/, '').replace(/^:$/, '') } : line,
      )
    : own;
  if (shown.some(({ text }) => text !== '')) blocks.push(prose('paragraph', shown, reading));
  if (!opensCode) return end;
  const codeEnd = endOfIndented(lines, end);
  const code = lines.slice(end, codeEnd);
  if (code.some(({ text }) => text !== ''))
    blocks.push(codeBlock(code, '', locationOf(code, reading), lines[end]?.line ?? 1));
  return Math.max(codeEnd, end);
}

function prose(form: ProseBlock['form'], lines: readonly Line[], reading: Reading, lineEnd = '\n'): ProseBlock {
  return {
    kind: 'prose',
    form,
    text: rstText(lines.map(({ text }) => text).join(lineEnd), reading.names),
    location: locationOf(lines, reading),
  };
}

function locationOf(lines: readonly Line[], { document }: Reading): Location {
  const line = lines[0]?.line ?? 1;
  const endLine = lines.findLast(({ text }) => text !== '')?.line ?? line;
  return { document, line, ...(endLine > line && { endLine }) };
}
