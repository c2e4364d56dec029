import type { Block, ListItem } from './page.ts';
import { methodOnly } from './split-endpoints.ts';
import type { HtmlNode, HtmlWords } from './html-node.ts';

export type Part = HtmlNode | HtmlWords;

/** Reads what stands within a cell or an item into blocks. */
export type ReadBlocks = (nodes: readonly Part[]) => Block[];

/** What some nodes show as one paragraph of Markdown: code, strong and linked text keep their marks. */
export function htmlText(nodes: readonly Part[]): string {
  return marked(nodes)
    .replaceAll(/[ \t\r\n]+/g, ' ')
    .trim();
}

/** The same for a whole paragraph or line of a cell: one that is all in italics keeps its marks, too. Gives no diagnostics. */
export function htmlLine(nodes: readonly Part[]): string {
  const shown = nodes.filter((node) => !('words' in node) || node.words.trim() !== '');
  const last = shown.at(-1);
  const isItalic = last !== undefined && !('words' in last) && /^(?:em|i)$/.test(last.name);
  const isAlone = isItalic && shown.slice(0, -1).every((node) => 'words' in node && /^[»\s]*$/.test(node.words));
  if (!isAlone || !last || 'words' in last) return htmlText(nodes);
  const text = htmlText(last.children);
  if (text === '' || /[*`[]/.test(text)) return htmlText(nodes);
  return `${htmlText(shown.slice(0, -1))} *${text}*`.trim();
}

function marked(nodes: readonly Part[]): string {
  let text = '';
  let isMethod = false;
  for (const node of nodes) {
    const whole = 'words' in node ? node.words : markedNode(node);
    const piece = !('words' in node) && isVariable(node, whole, text) ? `{${whole.trim()}}` : whole;
    // a method that only its style sets apart from the path behind it
    text += isMethod && /^[`*]{0,3}(?:\/|https?:)/.test(piece) ? ` ${piece}` : piece;
    isMethod = !('words' in node) && methodOnly.test(piece.replaceAll(/[`*]/g, '').trim());
  }
  return text;
}

/** Whether a word in italics is a part of a path that stands for any value: `/boxes/<i>name</i>`. */
function isVariable({ name }: HtmlNode, words: string, before: string): boolean {
  return (
    /^(?:i|em|var)$/.test(name) && /^[A-Za-z][\w-]{0,60}$/.test(words.trim()) && pathBefore.test(before.slice(-300))
  );
}

const pathBefore = /(?:^|[\s`(])(?:https?:\/)?(?:\/[^\s/]{0,200}){0,20}\/$/;

/** The texts of the innermost elements, each by itself; places where a line may break part none (HTML, section 4.5.28). Gives no diagnostics. */
export function htmlPieces(nodes: readonly Part[]): string[] {
  const pieces: string[] = [];
  let words = '';
  const finish = (): void => {
    if (words.trim() !== '') pieces.push(words.trim());
    words = '';
  };
  for (const node of nodes) {
    if ('words' in node) words += node.words;
    else if (node.name !== 'wbr') {
      finish();
      pieces.push(...htmlPieces(node.children));
    }
  }
  finish();
  return pieces;
}

function markedNode(node: HtmlNode): string {
  const inner = marked(node.children);
  const text = inner.trim();
  if (node.name === 'br') return ' ';
  if (text === '') return inner;
  switch (node.name) {
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return text.includes('`') ? text : `\`${text}\``;
    case 'strong':
    case 'b':
      return text.includes('*') ? text : `**${text}**`;
    case 'em':
    case 'i':
      return typeInItalics.test(text) ? `*${text}*` : inner;
    case 'a': {
      const target = node.attributes['href'] === '' ? undefined : node.attributes['href'];
      if (/^(?:[#¶§⚓🔗]|up|back to top)$/iu.test(text) && target?.startsWith('#') !== false) return '';
      if (target === undefined || target === text) return inner;
      return heldLink(text, target) ?? (/[[\]]/.test(text) || /[()\s]/.test(target) ? inner : `[${text}](${target})`);
    }
    case 'li':
    case 'p':
    case 'div':
    case 'dt':
    case 'dd':
      return ` ${inner} `;
    default:
      // a word that a style sets apart, or what it marks as required by a star behind it
      if (isName.test(node.attributes['class'] ?? '') && /^[A-Za-z_][\w.[\]-]{0,60}$/.test(text)) return `\`${text}\``;
      if (/^(?:required|optional)$/i.test(text) && node.attributes['class'] !== undefined) return ` ${text} `;
      return isRequired.test(node.attributes['class'] ?? '') && text.endsWith('*')
        ? `${text.slice(0, -1).trim()} (required)`
        : inner;
  }
}

/** What italics set apart beside a name: its type. */
const typeInItalics =
  /^(?:(?:string|integer|int|number|float|boolean|bool|object|array|list|date|datetime)(?:, (?:required|optional))?|(?:array|list) of (?:string|integer|number|object)s?)$/i;

/** A list or map that links to what it holds, by its name (`array[Box]` to `#Box`), with the link at that alone; undefined for any other. */
function heldLink(text: string, target: string): string | undefined {
  const [, list, map, item = ''] =
    /^(?:(array|list|set)|(map))[[<](?:\w{1,40},\s?)?([\w.$-]{1,120})[\]>]$/i.exec(text) ?? [];
  if ((list ?? map) === undefined || target !== `#${item}`) return undefined;
  return `${map === undefined ? 'array' : 'map'} of [${item}](${target})`;
}

/** The class of the name of what is sent. */
const isName: RegExp = /^(?:param|parameter|arg|argument)$/;

/** The class of what is required. */
export const isRequired: RegExp = /(?:^|\s)(?:required|mandatory)(?:\s|$)/;

/** The elements of some names among nodes. Gives no diagnostics. */
export function elements(nodes: readonly Part[], ...names: readonly string[]): HtmlNode[] {
  return nodes.filter((node): node is HtmlNode => !('words' in node) && names.includes(node.name));
}

/** What Markdown makes of lists, and of the cells of tables. */
const plainNames = /^(?:li|ul|ol|p|strong|b|em|i|code|a|br|del)$/;

/** Whether a list with lists in it is one as Markdown writes it: text with its marks. Gives no diagnostics. */
export function isPlainList({ name, children }: HtmlNode): boolean {
  const isNested = elements(children, 'li').some((item) => elements(item.children, 'ul', 'ol').length > 0);
  return /^[uo]l$/.test(name) && isNested && children.every(isPlainPart);
}

/** Whether what stands in a cell is as Markdown writes it: text with its marks. Gives no diagnostics. */
export function isPlainCell({ children }: HtmlNode): boolean {
  return children.every(isPlainPart);
}

function isPlainPart(part: Part): boolean {
  if ('words' in part) return true;
  return plainNames.test(part.name) && part.attributes['class'] === undefined && part.children.every(isPlainPart);
}

/** A list as Markdown would have it, its items as a tree; code and tables in it follow as blocks of their own. */
export function htmlList(list: HtmlNode, document: string, read: ReadBlocks): Block[] {
  const items = listItems(list, document, read);
  if (items.length === 0) return [];
  const location = { document, line: list.line, ...(list.endLine > list.line && { endLine: list.endLine }) };
  const text = listText(items, '');
  return [{ kind: 'prose', form: 'list', text, items, location }, ...items.flatMap(innerBlocks)];
}

/** The parts of an element in which lists of one item each, of the same class, follow each other, as one list. Gives no diagnostics. */
export function withWholeLists(nodes: readonly Part[]): readonly Part[] {
  const found: Part[] = [];
  let open: HtmlNode | undefined;
  let blanks: Part[] = [];
  for (const node of nodes) {
    if ('words' in node && node.words.trim() === '' && open) {
      blanks.push(node);
      continue;
    }
    const isSingle = !('words' in node) && node.name === 'ul' && elements(node.children, 'li').length === 1;
    const own = isSingle ? (node.attributes['class'] ?? '') : '';
    if (isSingle && own !== '' && open?.attributes['class'] === own) {
      for (const child of node.children) open.children.push(child);
      open.endLine = node.endLine;
    } else {
      found.push(...blanks);
      open = isSingle && own !== '' ? { ...node, children: [...node.children] } : undefined;
      found.push(open ?? node);
    }
    blanks = [];
  }
  return [...found, ...blanks];
}

function innerBlocks(item: ListItem): Block[] {
  return [...item.blocks, ...item.items.flatMap(innerBlocks)];
}

function listItems(list: HtmlNode, document: string, read: ReadBlocks): ListItem[] {
  return elements(list.children, 'li').map((item) => {
    const children = withTypedName(item, withoutAsides(item.children));
    const inner = elements(children, 'ul', 'ol');
    const blocks = withShownValues(read(children.filter((child) => !inner.includes(child as HtmlNode))));
    const texts = blocks.flatMap((block) => (block.kind === 'prose' && block.form !== 'list' ? [block.text] : []));
    // lists in boxes of the item
    const boxed = blocks.flatMap((block) =>
      block.kind === 'prose' && block.form === 'list' ? (block.items ?? []) : [],
    );
    const within = new Set(boxed.flatMap(innerBlocks));
    const others = blocks.filter((block) => (block.kind === 'code' || block.kind === 'table') && !within.has(block));
    const items = [...inner.flatMap((one) => listItems(one, document, read)), ...boxed];
    const location = { document, line: item.line, ...(item.endLine > item.line && { endLine: item.endLine }) };
    return { text: texts.join('\n\n'), items, blocks: others, location };
  });
}

/** The begin of an item that describes one value: its name in bold or as code. */
const namedValue = /^(?:\*\*|`)[\w$.[\]-]{1,100}(?:\*\*|`)\s?(?:[:(]|$)/;

const valueLabel = /^\**examples?(?:\**:|:?\**)$/i;

/** The blocks of an item, where code below the label of an example shows the value that the item describes: as what is said of it, if it is short. */
function withShownValues(blocks: readonly Block[]): readonly Block[] {
  const [first] = blocks;
  if (first?.kind !== 'prose' || !namedValue.test(first.text)) return blocks;
  return blocks.flatMap((block, at): Block[] => {
    if (isValueLabel(block) && blocks[at + 1]?.kind === 'code') return [];
    if (block.kind !== 'code' || !isValueLabel(blocks[at - 1])) return [block];
    const isShort = block.text.length <= 100 && !/[\n`]/.test(block.text);
    const text = `Example: \`${block.text}\``;
    return isShort ? [{ kind: 'prose', form: 'paragraph', text, location: block.location }] : [];
  });
}

function isValueLabel(block: Block | undefined): boolean {
  return block?.kind === 'prose' && block.form === 'paragraph' && valueLabel.test(block.text);
}

/** A name and its type, which a break parts from what is said of the value: `size : Integer`. */
const typedName = /^([A-Za-z_$][\w$.-]{0,80}) ?: ?([A-Za-z][\w<>[\], ]{0,60})$/;

/** What stands in an item that begins with a name and a type on a line of their own; its class may say that the value is required. */
function withTypedName({ attributes }: HtmlNode, nodes: readonly Part[]): readonly Part[] {
  const at = nodes.findIndex((node) => !('words' in node) && node.name === 'br');
  const end = at === -1 ? nodes.length : at;
  if (at === -1 && attributes['class'] === undefined) return nodes;
  const [first] = nodes;
  const head = end > 3 ? null : typedName.exec(htmlText(nodes.slice(0, end)));
  const [, name, type] = head ?? [];
  if (!first || name === undefined || type === undefined) return nodes;
  const presence = requiredClass.test(attributes['class'] ?? '') ? ', required' : '';
  const { line } = first;
  const words: Part = { words: `\`${name}\`: ${type}${presence}`, line };
  return [{ name: 'p', attributes: {}, children: [words], line, endLine: line }, ...nodes.slice(end + 1)];
}

const requiredClass = /(?:^|[\s_-])required(?:[_-](?:true|yes))?(?=\s|$)/;

/** What stands in an item without the lists below headings of what is beside its matter: `Annotations`. */
function withoutAsides(nodes: readonly Part[]): readonly Part[] {
  let isAside = false;
  return nodes.filter((node) => {
    if ('words' in node) return true;
    const isHeading = /^h[1-6]$/.test(node.name);
    if (isHeading) isAside = /^(?:annotations|extensions|notes)$/i.test(htmlText(node.children));
    return !isAside || !(isHeading || /^[uo]l$/.test(node.name));
  });
}

function listText(items: readonly ListItem[], indent: string): string {
  return items
    .flatMap(({ text, items: inner }) => {
      const own = `${indent}- ${text.replaceAll('\n', ' ')}`;
      return inner.length > 0 ? [own, listText(inner, `${indent}  `)] : [own];
    })
    .join('\n');
}
