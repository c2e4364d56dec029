import { endpointHeading } from './html-endpoints.ts';
import type { HtmlNode } from './html-node.ts';
import { elements, htmlPieces, htmlText, type Part, type ReadBlocks } from './html-parts.ts';
import type { Block } from './page.ts';

/** Whether a text is a status (RFC 9110, section 15), a class of them, or the word for any other. Gives no diagnostics. */
export function isStatus(text: string): boolean {
  return /^(?:[1-5](?:\d\d|XX)|default)$/i.test(text);
}

/** An answer before it becomes a section. */
interface Answer {
  readonly status: string;
  readonly line: number;
  readonly blocks: readonly Block[];
}

/** Rows that each begin with a status, and show the fields of an answer in tables of their own, as sections. Gives no diagnostics. */
export function answerRows(
  rows: readonly (readonly HtmlNode[])[],
  document: string,
  read: ReadBlocks,
  above: number,
): Block[] | undefined {
  const isListed = rows.every(([first]) => first !== undefined && isStatus(htmlText(first.children)));
  if (!isListed || rows.length === 0) return undefined;
  const found = rows.flatMap(([first, ...others]): Answer[] => {
    const blocks = others.flatMap(({ children }) => read(children));
    return first ? [{ status: htmlText(first.children), line: first.line, blocks }] : [];
  });
  return answerSections(found, document, above);
}

/** As `answerRows`, for the items of a list. Gives no diagnostics. */
export function listedAnswers(list: HtmlNode, document: string, read: ReadBlocks, above: number): Block[] | undefined {
  const items = elements(list.children, 'li');
  const statuses = items.map(({ children }) => {
    const first = firstPiece(children);
    return headersLabel.test(first) ? (htmlPieces(children).find(isStatus) ?? '') : first;
  });
  if (items.length === 0 || !statuses.every(isStatus)) return undefined;
  const found = items.map(({ children, line }, index): Answer => {
    const status = statuses[index] ?? '';
    return { status, line, blocks: read(withoutText(children, status)) };
  });
  return answerSections(found, document, above);
}

/** A status alone, or with its reason phrase: `404 Not Found`. */
const statusTerm = /^([1-5](?:\d\d|XX)|default)(?:\s(?:[A-Z][\w'-]{0,20}\s?){1,5})?$/;

/**
 * As `answerRows`, for a list of definitions whose terms are statuses: sections where more than a text is said of one, else the list behind
 * a line that says what it holds. Gives no diagnostics.
 */
export function definedAnswers(
  parts: readonly HtmlNode[],
  document: string,
  read: ReadBlocks,
  above: number,
): Block[] | undefined {
  const statuses = parts.map(({ name, children }) => (name === 'dt' ? statusTerm.exec(htmlText(children))?.[1] : ''));
  if (statuses.includes(undefined) || statuses.every((status) => status === '')) return undefined;
  const blocks = parts.map(({ name, children }) => (name === 'dt' ? [] : read(children)));
  if (blocks.flat().every(({ kind }) => kind === 'prose')) {
    const location = { document, line: parts[0]?.line ?? 1 };
    return [{ kind: 'prose', form: 'paragraph', text: '**Responses:**', location }];
  }
  return parts.flatMap(({ line }, index) => {
    const status = statuses[index] ?? '';
    const heading =
      status === '' ? [] : [endpointHeading(`Response ${status}`, { location: { document, line } }, above)];
    return [...heading, ...(blocks[index] ?? [])];
  });
}

const headersLabel = /^(?:(?:show|hide) )?(?:response )?headers$/i;

/** Nodes without the first text in them that is nothing but a status. */
function withoutText(nodes: readonly Part[], status: string): Part[] {
  const at = nodes.findIndex((node) =>
    'words' in node ? node.words.trim() === status : htmlPieces([node]).includes(status),
  );
  const node = nodes[at];
  const rest = node === undefined || 'words' in node ? [] : [{ ...node, children: withoutText(node.children, status) }];
  return at === -1 ? [...nodes] : [...nodes.slice(0, at), ...rest, ...nodes.slice(at + 1)];
}

function firstPiece(nodes: readonly Part[]): string {
  for (const node of nodes) {
    const text = 'words' in node ? node.words.trim() : firstPiece(node.children);
    if (text !== '') return text;
  }
  return '';
}

function answerSections(answers: readonly Answer[], document: string, above: number): Block[] | undefined {
  if (!answers.some(({ blocks }) => blocks.some(({ kind }) => kind === 'table'))) return undefined;
  return answers.flatMap(({ status, line, blocks }) => {
    const heading = endpointHeading(`Response ${status}`, { location: { document, line } }, above);
    return [heading, ...blocks.map((block) => withinAnswer(block, heading.depth))];
  });
}

/** Headings in an answer are below that of its status. */
function withinAnswer(block: Block, above: number): Block {
  if (block.kind !== 'heading') return block;
  const text = /^headers:?$/i.test(block.text) ? 'Response headers' : block.text;
  return { ...block, text, depth: above + block.depth / 100 };
}

const selected = /(?:^|[\s_-])(?:active|selected|current|primary)(?:[\s_-]|$)/i;

/**
 * The statuses on the buttons or tabs of an element (WAI-ARIA, section 5.3) that holds nothing else, the one that is selected last: what
 * stands behind the element is about it. Undefined for any other element. Gives no diagnostics.
 */
export function statusTabs(node: HtmlNode): { status: string; line: number }[] | undefined {
  const tabs = node.children.filter((child) => !('words' in child) || child.words.trim() !== '');
  if (tabs.length === 0 || (tabs.length === 1 && node.attributes['role'] !== 'tablist')) return undefined;
  const found = tabs.map((tab) => {
    if ('words' in tab || !(tab.name === 'button' || tab.attributes['role'] === 'tab')) return undefined;
    const [status = '', ...others] = htmlPieces(tab.children).filter((piece) => !/^status:?$/i.test(piece));
    if (others.length > 0 || !isStatus(status)) return undefined;
    const { class: classes = '', 'aria-selected': isSelected } = tab.attributes;
    return { status, line: tab.line, isSelected: isSelected === 'true' || selected.test(classes) };
  });
  const stated = found.filter((one) => one !== undefined);
  if (stated.length < found.length) return undefined;
  const shown = stated.find((one) => one.isSelected) ?? stated[0];
  return [...stated.filter((one) => one !== shown), ...(shown ? [shown] : [])];
}

/**
 * The parts of an element in which the statuses on buttons stand before as many elements, or one with as many parts, as one list: each part is what
 * its button opens. Gives no diagnostics.
 */
export function withTabPanels(nodes: readonly Part[]): readonly Part[] {
  const own = nodes.filter((node): node is HtmlNode => !('words' in node));
  const at = own.findIndex((node, index) => index + 1 < own.length && (statusTabs(node)?.length ?? 0) > 1);
  const [tabs, ...behind] = at === -1 ? [] : own.slice(at);
  const [panels] = behind;
  if (!tabs || !panels) return nodes;
  const buttons = elements(tabs.children, 'button', 'div', 'a', 'li');
  const within = panels.children.filter((child): child is HtmlNode => !('words' in child));
  const parts = [behind, within].find((one) => one.length === buttons.length);
  if (!parts) return nodes;
  const items = parts.map((part, index): HtmlNode => {
    const { line } = part;
    const words = htmlText(buttons[index]?.children ?? []);
    const status: HtmlNode = { name: 'p', attributes: {}, children: [{ words, line }], line, endLine: line };
    return { ...part, name: 'li', attributes: {}, children: [status, part] };
  });
  const list: HtmlNode = { ...panels, name: 'ol', attributes: {}, children: items };
  const others = new Set<Part>(behind);
  return nodes.flatMap((node) => (node === tabs ? [list] : others.has(node) ? [] : [node]));
}

const answersLabel = /^[*_]{0,2}responses?:?[*_]{0,2}$/i;

/** Blocks in which a line that is nothing but a status behind the label of answers is a heading. Gives no diagnostics. */
export function withStatusHeadings(blocks: readonly Block[]): Block[] {
  let depth = 0;
  return blocks.map((block, at) => {
    if (block.kind === 'heading') depth = block.depth;
    const before = blocks[at - 1];
    const isLabelled = (before?.kind === 'prose' || before?.kind === 'heading') && answersLabel.test(before.text);
    if (!isLabelled || block.kind !== 'prose' || !isStatus(block.text.trim())) return block;
    return endpointHeading(`Response ${block.text.trim()}`, block, Math.floor(depth));
  });
}
