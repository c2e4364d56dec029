import { lineFinder } from '../base/lines.ts';
import { readHtml } from './elements.ts';
import type { HtmlNode } from './html-node.ts';
import { htmlText } from './html-parts.ts';
import { scriptedMark, scriptNodes } from './html-scripts.ts';

/** Deeper elements are read as if their tags were not there, so that every later step may recurse. */
const maxDepth = 300;

/** What is no part of what a page says. */
const leftOut = new Set(
  'head script style template noscript nav header footer svg form iframe object canvas'.split(' '),
);

/** Whether an element stands around what a page says: by its landmark role (WAI-ARIA 1.2, section 5.3.4), or what it is called. */
function isAround({ role = '', id = '', class: words = '' }: Readonly<Record<string, string>>): boolean {
  if (/^(?:navigation|contentinfo|banner|search)$/.test(role)) return true;
  return [id, words].some((one) => /^(?:site-|page-)?footer$/i.test(one));
}

/** The elements of a page, and those that stand for schemas with names in scripts, wherever these are. Never fails. */
export function htmlTree(text: string): { readonly root: HtmlNode; readonly schemas: readonly HtmlNode[] } {
  const lineOf = lineFinder(text);
  const root: HtmlNode = { name: 'html', attributes: {}, children: [], line: 1, endLine: 1 };
  const stack: HtmlNode[] = [root];
  let refused = 0;
  let skipped = 0;
  let script: { words: string; readonly line: number } | undefined;
  const schemas: HtmlNode[] = [];
  readHtml(text, {
    open(name, attributes, offset) {
      if (skipped > 0 || leftOut.has(name) || isAround(attributes)) {
        skipped += 1;
        script = name === 'script' && skipped === 1 ? { words: '', line: lineOf(offset) } : undefined;
      } else if (stack.length >= maxDepth) refused += 1;
      else {
        const line = lineOf(offset);
        const node: HtmlNode = { name, attributes, children: [], line, endLine: line };
        stack.at(-1)?.children.push(node);
        stack.push(node);
      }
    },
    text(words, offset) {
      if (skipped === 0) stack.at(-1)?.children.push({ words, line: lineOf(offset) });
      else if (script) script.words += words;
    },
    close(_, offset) {
      if (skipped === 1 && script) {
        for (const node of scriptNodes(script.words, script.line)) {
          if ((node.attributes[scriptedMark] ?? '') === '') stack.at(-1)?.children.push(node);
          else schemas.push(node);
        }
        script = undefined;
      }
      if (skipped > 0) skipped -= 1;
      else if (refused > 0) refused -= 1;
      else {
        const node = stack.length > 1 ? stack.pop() : undefined;
        if (!node) return;
        node.endLine = lineOf(offset);
        if (node.name === 'select') stack.at(-1)?.children.splice(-1, 1, ...offeredTypes(node));
      }
    },
  });
  return { root, schemas };
}

/** What a choice of media types (RFC 9110, section 8.3.1) says of a body; any other choice is the reader's, and no part of what a page says. */
function offeredTypes({ children, line, endLine }: HtmlNode): HtmlNode[] {
  const types = children.flatMap((child) => ('words' in child ? [] : [htmlText(child.children)]));
  if (
    types.length === 0 ||
    !types.every((type) => /^(?:application|text|multipart|image|audio|video)\/[\w.+*-]{1,80}$/.test(type))
  )
    return [];
  const words = `Content type: ${types.join(', ')}`;
  return [{ name: 'p', attributes: {}, children: [{ words, line }], line, endLine }];
}

/** The elements of a name within another, but for those within one of them. Gives no diagnostics. */
export function findAll(node: HtmlNode, name: string): HtmlNode[] {
  return node.children.flatMap((child) => {
    if ('words' in child) return [];
    return child.name === name ? [child] : findAll(child, name);
  });
}
