import { asciidocMarker, asciidocText, type AsciidocMarker } from './asciidoc-text.ts';
import { asciidocTable, type AsciidocLine } from './asciidoc-tables.ts';
import { htmlBlocks } from './html.ts';
import { markdownBlocks } from './markdown.ts';
import type { Block, ListItem } from './page.ts';

/** Lists nested deeper are read as one level. */
const deepest = 12;

/** Longer values of attributes, which other values may repeat, are left out. */
const longestValue = 1000;

const delimited = /^(?:-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|\/{4,}|--)$/;
const tableDelimiter = /^[|,:!]={3,}$/;
const blockAttributes = /^\[(?!\[)([^\]\n]{0,500})\]$/;
const anchorLine = /^\[(?:\[([\w.:-]{1,200})(?:,[^\]]{0,300})?\]|#([\w.:-]{1,200})|id=["']?([\w.:-]{1,200})["']?)\]$/;
const macro = /^(?:image|toc|ifdef|ifndef|endif|ifeval|video|audio|operation|plantuml)::?.{0,500}\[.{0,500}\]$/;

/** Whether a text without a name that says so is AsciiDoc: it has its headings, and its tables, code or anchors. */
export function looksLikeAsciidoc(text: string): boolean {
  return /^={1,5} \S/m.test(text) && /^(?:\|={3,}|\[\[[\w.-]+\]\]|\[(?:source|options|cols)[,=%].*\])$/m.test(text);
}

/**
 * The blocks of an AsciiDoc document: headings, paragraphs, lists (those that describe terms as items that begin with the term),
 * code, tables, and titles of blocks as labels; attributes by their values. What directives include or show as pictures is left
 * out. Never fails.
 */
export function asciidocBlocks(text: string, document: string): Block[] {
  const lines = text.split('\n').map((one, index): AsciidocLine => {
    return { text: one.trimEnd().replaceAll('\t', '    '), line: index + 1 };
  });
  const state: State = {
    document,
    attributes: new Map(),
    blocks: [],
    out: [],
    first: 1,
    stack: [],
    levels: [],
    options: '',
  };
  for (let index = 0; index < lines.length;) index = readLine(lines, index, state);
  flush(state);
  return state.blocks;
}

interface State {
  readonly document: string;
  readonly attributes: Map<string, string>;
  readonly blocks: Block[];
  /** Markdown lines for those of the document from `first` on. */
  out: string[];
  first: number;
  /** The markers of the lists under way, outermost first. */
  stack: string[];
  /** The lists that were under way where blocks within an item began, with the line that ends each. */
  readonly levels: { readonly mark: string; readonly stack: string[] }[];
  /** The attributes of the next block. */
  options: string;
}

function flush(state: State): void {
  const { document, out, first } = state;
  if (out.some((line) => line !== '')) {
    const blocks = markdownBlocks(out.join('\n'), { document, firstLine: first, indentedCode: true });
    for (const block of blocks) {
      const line = out[block.location.line - first] ?? '';
      if (block.kind === 'heading') state.blocks.push({ ...block, marked: line.replace(/^#{1,6} /, '') });
      else state.blocks.push(block.kind === 'prose' && block.items ? withTexts(block) : block);
    }
  }
  state.first += out.length;
  state.out = [];
}

/** A list whose terms are followed by their texts on the same line, as where both are written on one. */
function withTexts<T extends { readonly text: string; readonly items?: readonly ListItem[] }>(list: T): T {
  const text = list.text.replaceAll(/^( {0,40}- [^\n]{1,500}: )\n{1,2} {0,40}(?=[^\s-])/gm, '$1');
  const items = list.items?.map((item) => {
    return withTexts({ ...item, text: item.text.replace(/^([^\n]{1,500}: )\n{1,2}(?=\S)/, '$1') });
  });
  return { ...list, text, ...(items && { items }) };
}

/** Reads the line at an index and what belongs to it; returns the index behind. */
function readLine(lines: readonly AsciidocLine[], index: number, state: State): number {
  const { text } = lines[index] ?? { text: '' };
  const [, name, value = ''] = /^:(!?[\w-]{1,100}!?):(?:\s(.*))?$/.exec(text) ?? [];
  if (name !== undefined) {
    const said = asciidocText(value.trim(), state.attributes);
    if (said.length <= longestValue) state.attributes.set(name, said);
    return skip(state, index);
  }
  endLists(lines, index, state);
  const anchor = anchorLine
    .exec(text)
    ?.slice(1)
    .find((one) => one !== undefined);
  if (anchor !== undefined) return addAnchor(anchor, lines[index]?.line ?? 1, state, index);
  const [, options] = blockAttributes.exec(text) ?? [];
  if (options !== undefined) {
    state.options = options;
    return skip(state, index);
  }
  if (/^\/\/(?!\/)/.test(text) || macro.test(text) || /^(?:'{3,}|<{3,})$/.test(text)) return skip(state, index);
  if (tableDelimiter.test(text)) return readTable(lines, index, state);
  const heading = headingAt(lines, index, state);
  if (heading !== undefined) return heading;
  if (delimited.test(text)) return readDelimited(lines, index, text, state);
  const [, title] = /^\.([^\s.].{0,300})$/.exec(text) ?? [];
  if (title !== undefined)
    return put(state, `${indent(state)}**${asciidocText(title, state.attributes).replaceAll('**', '')}**`, index);
  const next = readText(lines, index, text, state);
  state.options = '';
  return next;
}

function put(state: State, line: string, index: number): number {
  state.out.push(line);
  return index + 1;
}

function skip(state: State, index: number): number {
  return put(state, '', index);
}

function addAnchor(id: string, line: number, state: State, index: number): number {
  flush(state);
  const location = { document: state.document, line };
  state.blocks.push({ kind: 'element', tag: 'a', attributes: { id }, children: [], location });
  return skip(state, index);
}

/** A heading, its level by its signs, or by the line below it. */
function headingAt(lines: readonly AsciidocLine[], index: number, state: State): number | undefined {
  const { text } = lines[index] ?? { text: '' };
  const [, marks, title] = /^(={1,6}|#{1,6})\s+(\S.*)$/.exec(text) ?? [];
  const under = lines[index + 1]?.text ?? '';
  const before = lines[index - 1]?.text ?? '';
  const isApart = before === '' || anchorLine.test(before) || blockAttributes.test(before);
  const isUnderlined =
    isApart && /^(?:=+|-+|~+|\^+|\++)$/.test(under) && under.length > 2 && Math.abs(under.length - text.length) <= 2;
  const isTitle = isUnderlined && /^[\p{L}\p{N}'"`{/<]/u.test(text) && asciidocMarker(text) === undefined;
  if (title === undefined && !isTitle) return undefined;
  const depth = marks?.length ?? '=-~^+'.indexOf(under.charAt(0)) + 1;
  state.stack = [];
  state.levels.length = 0;
  state.options = '';
  flush(state);
  const shown = asciidocText(title ?? text, state.attributes).replace(/\s=+$/, '');
  put(state, `${'#'.repeat(Math.min(6, depth))} ${shown}`, index);
  return title === undefined ? skip(state, index + 1) : index + 1;
}

/** Code as a fence; comments are left out; what else is set apart is read as it stands, within the item it belongs to. */
function readDelimited(lines: readonly AsciidocLine[], index: number, mark: string, state: State): number {
  const isCode = /^(?:-{4,}|\.{4,}|\+{4,})$/.test(mark);
  if (isCode || mark.startsWith('////')) {
    let end = index + 1;
    while (end < lines.length && lines[end]?.text !== mark) end += 1;
    const isHtml = mark.startsWith('+') && lines.slice(index + 1, end).some(({ text }) => htmlLine.test(text));
    if (isHtml) addHtml(lines.slice(index, end + 1), state);
    else if (isCode) addCode(lines.slice(index, end + 1), state);
    else for (let at = index; at <= Math.min(end, lines.length - 1); at += 1) state.out.push('');
    return Math.min(end + 1, lines.length);
  }
  const open = state.levels.at(-1);
  if (open?.mark === mark) {
    state.levels.pop();
    state.stack = [...open.stack];
  } else if (state.levels.length < deepest) {
    state.levels.push({ mark, stack: [...state.stack] });
    // what is set apart in an item is nested in it
    if (state.stack.length > 0) state.stack = [...state.stack, '='];
  }
  return skip(state, index);
}

/** A line that begins with an element of HTML; other elements pass through to other formats. */
const htmlLine = /^\s*<(?:table|p|div|h[1-6]|[udo]l|pre|section|details)[\s>]/i;

/** What is passed through to an HTML page as it stands there. */
function addHtml(lines: readonly AsciidocLine[], state: State): void {
  flush(state);
  const above = '\n'.repeat(lines[0]?.line ?? 1);
  const html = lines.slice(1, -1).map(({ text }) => text);
  state.blocks.push(...htmlBlocks(`${above}${html.join('\n')}`, state.document));
  for (let count = 0; count < lines.length; count += 1) state.out.push('');
}

function addCode(lines: readonly AsciidocLine[], state: State): void {
  const [, word] = /^(?:source|listing)?(?:%[\w%]{1,40})?,\s?([\w+-]{1,30})/.exec(state.options) ?? [];
  const language = word === undefined || word.endsWith('-result') ? '' : word;
  const space = indent(state);
  state.options = '';
  state.out.push(`${space}\`\`\`\`${language}`);
  for (const { text } of lines.slice(1, -1))
    state.out.push(`${space}${text.replace(/\s{0,40}(?:\/\/|#|--|;;)?\s{0,9}(?:<\d{1,2}>\s?){1,9}$/, '')}`);
  if (lines.length > 1) state.out.push(`${space}\`\`\`\``);
}

/** The blanks before what belongs to the innermost item. */
function indent({ stack }: State): string {
  return '  '.repeat(Math.min(deepest, stack.length));
}

function readTable(lines: readonly AsciidocLine[], index: number, state: State): number {
  const mark = lines[index]?.text ?? '';
  let end = index + 1;
  while (end < lines.length && lines[end]?.text !== mark) end += 1;
  const within = lines.slice(index + 1, end);
  const inline = (text: string): string => asciidocText(text, state.attributes);
  const table = mark.startsWith('|') ? asciidocTable(within, state.options, state.document, inline) : undefined;
  state.options = '';
  const [row, ...others] = table?.rows ?? [];
  // what is noted of the term of an item: `|Required |Default: none`
  const isNote = state.stack.length > 0 && row !== undefined && others.length === 0 && table?.header.join('') === '';
  const note = isNote ? `${indent(state)}(${row.cells.filter((cell) => cell !== '').join(', ')})` : '';
  if (!isNote) flush(state);
  if (table && !isNote) state.blocks.push(table);
  const used = Math.min(end + 1, lines.length) - index;
  for (let count = 0; count < used; count += 1) state.out.push(count === 0 ? note : '');
  return Math.min(end + 1, lines.length);
}

const includeLine = /^include::[^\s[\]]{1,300}\[[^\][]{0,200}\]$/;

/** A line of a paragraph or of a list. */
function readText(lines: readonly AsciidocLine[], index: number, text: string, state: State): number {
  if (text === '') return skip(state, index);
  // what is attached to an item stands below it
  if (text === '+' && state.stack.length > 0) return skip(state, index);
  const marker = asciidocMarker(text);
  if (marker) return addItem(marker, index, state);
  const before = lines[index - 1]?.text ?? '';
  const isLiteral = /^\s/.test(text) && before === '' && state.stack.length === 0;
  // what includes a file stands alone, and what is attached behind it is attached to what that holds
  if (state.stack.length === 0 && text === '+' && includeLine.test(before)) return skip(state, index);
  if (state.stack.length === 0 && includeLine.test(text)) {
    const isOwn = before === '' || includeLine.test(before);
    if (isOwn) {
      put(state, asciidocText(text.trim(), state.attributes), index);
      flush(state);
      return index + 1;
    }
  }
  const shown = isLiteral
    ? `    ${text.trimStart()}`
    : `${indent(state)}${asciidocText(text.trim(), state.attributes)}`;
  return put(state, shown, index);
}

/** Ends the lists under way where an empty line parts them from what is no item; a term without a text is parted from nothing. */
function endLists(lines: readonly AsciidocLine[], index: number, state: State): void {
  const { text } = lines[index] ?? { text: '' };
  const isApart = text !== '' && text !== '+' && (lines[index - 1]?.text ?? '') === '' && state.stack.length > 0;
  const isClosing = state.levels.at(-1)?.mark === text;
  if (isApart && !isClosing && !asciidocMarker(text) && !lastTerm(lines, index)) state.stack = innerStack(state);
}

/** The lists around the block that is under way. */
function innerStack({ levels }: State): string[] {
  const { stack = [] } = levels.at(-1) ?? {};
  return stack.length > 0 ? [...stack, '='] : [];
}

/** Whether the last line with text before an index is a term without a text, which empty lines do not part from it. */
function lastTerm(lines: readonly AsciidocLine[], index: number): boolean {
  let at = index - 1;
  while (at >= 0 && index - at < 5 && lines[at]?.text === '') at -= 1;
  const marker = asciidocMarker(lines[at]?.text ?? '');
  return marker?.term !== undefined && marker.rest === '';
}

function addItem({ kind, term, rest }: AsciidocMarker, index: number, state: State): number {
  const floor = innerStack(state).length;
  const known = state.stack.indexOf(kind, floor);
  state.stack = known === -1 ? [...state.stack, kind] : state.stack.slice(0, known + 1);
  const space = '  '.repeat(Math.min(deepest, state.stack.length) - 1);
  const inline = (text: string): string => asciidocText(text, state.attributes);
  const shown = term === undefined ? '' : inline(term).trim();
  const name = shown === '' || /^[`*_]/.test(shown) ? shown : `**${shown}**`;
  const label = term === undefined ? '' : `${name}: `;
  return put(state, `${space}- ${label}${inline(rest)}`, index);
}
