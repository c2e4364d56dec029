import { lineFinder } from '../base/lines.ts';
import type { Location } from '../base/location.ts';
import { readHtml } from './elements.ts';
import type { HtmlNode, HtmlWords } from './html-node.ts';
import { htmlList, htmlTable, htmlText } from './html-parts.ts';
import type { Block } from './page.ts';

/** Deeper elements are read as if their tags were not there, so that every later step may recurse. */
const maxDepth = 100;

/** What is no part of what a page says. */
const leftOut = new Set(
  'head script style template noscript nav header footer svg button form select iframe object canvas'.split(' '),
);

/** What begins a block of its own; all else belongs to the text around it. */
const blockNames = new Set(
  `address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer h1 h2 h3
  h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
);

/**
 * The blocks of an HTML page, as Markdown has them: headings, prose with its lists, tables, code. Where the page marks one
 * part as its main one (`<main>`, else `<article>`), only that is read. Scripts, forms and navigation are left out.
 */
export function htmlBlocks(text: string, document: string): Block[] {
  const root = htmlTree(text);
  const mains = findAll(root, 'main');
  const articles = mains.length === 1 ? [] : findAll(root, 'article');
  const [main] = mains.length === 1 ? mains : articles.length === 1 ? articles : [root];
  return nodeBlocks((main ?? root).children, document);
}

function htmlTree(text: string): HtmlNode {
  const lineOf = lineFinder(text);
  const root: HtmlNode = { name: 'html', attributes: {}, children: [], line: 1, endLine: 1 };
  const stack: HtmlNode[] = [root];
  let refused = 0;
  let skipped = 0;
  readHtml(text, {
    open(name, attributes, offset) {
      if (skipped > 0 || leftOut.has(name)) skipped += 1;
      else if (stack.length >= maxDepth) refused += 1;
      else {
        const line = lineOf(offset);
        const node: HtmlNode = { name, attributes, children: [], line, endLine: line };
        stack.at(-1)?.children.push(node);
        stack.push(node);
      }
    },
    text(words, offset) {
      if (skipped === 0) stack.at(-1)?.children.push({ words, line: lineOf(offset) });
    },
    close(_, offset) {
      if (skipped > 0) skipped -= 1;
      else if (refused > 0) refused -= 1;
      else {
        const node = stack.length > 1 ? stack.pop() : undefined;
        if (node) node.endLine = lineOf(offset);
      }
    },
  });
  return root;
}

function findAll(node: HtmlNode, name: string): HtmlNode[] {
  return node.children.flatMap((child) => {
    if ('words' in child) return [];
    return child.name === name ? [child] : findAll(child, name);
  });
}

function nodeBlocks(nodes: readonly (HtmlNode | HtmlWords)[], document: string): Block[] {
  const blocks: Block[] = [];
  let inline: (HtmlNode | HtmlWords)[] = [];
  const finish = (): void => {
    const text = htmlText(inline);
    const [first] = inline;
    const last = inline.at(-1);
    if (text !== '' && first && last) {
      const location = place(document, first.line, 'words' in last ? last.line : last.endLine);
      blocks.push({ kind: 'prose', form: 'paragraph', text, location });
    }
    inline = [];
  };
  for (const node of nodes) {
    const isText = 'words' in node || (!blockNames.has(node.name) && !holdsBlock(node));
    if (isText && (inline.length > 0 || !('words' in node) || node.words.trim() !== '')) inline.push(node);
    if (isText) continue;
    finish();
    blocks.push(...elementBlocks(node, document));
  }
  finish();
  return blocks;
}

/** Whether an inline element wraps blocks, as custom elements and links do. */
function holdsBlock(node: HtmlNode): boolean {
  return node.children.some((child) => !('words' in child) && (blockNames.has(child.name) || holdsBlock(child)));
}

function place(document: string, line: number, endLine: number): Location {
  return { document, line, ...(endLine > line && { endLine }) };
}

function elementBlocks(node: HtmlNode, document: string): Block[] {
  const location = place(document, node.line, node.endLine);
  const depth = /^h([1-6])$/.exec(node.name)?.[1];
  if (depth !== undefined) {
    const text = htmlText(node.children)
      .replaceAll(/[`*]/g, '')
      .replaceAll(/[#¶§]$|^[#¶§]/g, '')
      .trim();
    return [{ kind: 'heading', depth: Number(depth), text, location }];
  }
  if (node.name === 'pre') return [codeBlock(node, location)];
  if (node.name === 'ul' || node.name === 'ol') return htmlList(node, document, (nodes) => nodeBlocks(nodes, document));
  if (node.name === 'table') return htmlTable(node, document, (nodes) => nodeBlocks(nodes, document));
  if (node.name === 'blockquote') {
    const text = htmlText(node.children);
    return text === '' ? [] : [{ kind: 'prose', form: 'quote', text, location }];
  }
  return nodeBlocks(node.children, document);
}

/** The language is where highlighters put it: `class="language-json"` on the element or the `<code>` in it. */
function codeBlock(node: HtmlNode, location: Location): Block {
  const only = node.children.find((child): child is HtmlNode => !('words' in child));
  const classes = [node, only].map((one) => one?.attributes['class'] ?? '').join(' ');
  const language = /(?:^|\s)(?:lang(?:uage)?-|highlight-source-)([\w+#-]+)/.exec(classes)?.[1];
  const text = rawText(node).replace(/^\n/, '').trimEnd();
  return {
    kind: 'code',
    ...(language !== undefined && { language: language.toLowerCase() }),
    info: '',
    text,
    textLine: node.line,
    location,
  };
}

function rawText(node: HtmlNode): string {
  return node.children
    .map((child) => ('words' in child ? child.words : child.name === 'br' ? '\n' : rawText(child)))
    .join('');
}
