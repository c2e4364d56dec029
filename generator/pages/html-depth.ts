import type { HtmlNode } from './html-node.ts';

/**
 * What Markdown would write before the text of a cell to show how deep its row stands: `&nbsp;` for each space that HTML keeps (U+00A0),
 * or as many as its padding or class (`level-2`) says, or that of the row where one is given. Empty for the outermost depth. Gives no
 * diagnostics.
 */
export function depthMark(cell: HtmlNode, row?: HtmlNode): string {
  const spaces = /^[\s\u00a0\u2002\u2003]*/.exec(leadingWords(cell))?.[0].replaceAll(/[ \t\r\n]/g, '').length ?? 0;
  const depth = spaces > 0 || row === undefined ? spaces : styledDepth(cell) || styledDepth(row);
  return '&nbsp;'.repeat(Math.min(depth, maxDepth));
}

const maxDepth = 40;

/** The words an element begins with, up to the first that shows something. */
function leadingWords(node: HtmlNode): string {
  let words = '';
  for (const child of node.children) {
    words += 'words' in child ? child.words : leadingWords(child);
    if (/\S/.test(words.replaceAll(/[\u00a0\u2002\u2003]/g, ''))) break;
  }
  return words;
}

/** How deep an element, or the only one it begins with, stands by its style (CSS 2.2, sections 8.3 and 8.4) or its class, in spaces. */
function styledDepth(node: HtmlNode): number {
  const { style = '', class: words = '' } = node.attributes;
  const [, size, unit] =
    /(?:^|[;\s])(?:padding|margin)-left:\s{0,5}(\d{1,3}(?:\.\d{1,3})?)(px|r?em)\b/.exec(style) ?? [];
  if (size !== undefined) return Math.round(Number(size) / (unit === 'px' ? 8 : 0.5));
  const level = /(?:^|\s)(?:indent|level|depth|nest(?:ed|ing)?)[-_]?(\d)(?=\s|$)/i.exec(words)?.[1];
  if (level !== undefined) return Number(level) * 2;
  const first = node.children.find((child) => !('words' in child) || child.words.trim() !== '');
  return first !== undefined && !('words' in first) && node.name !== 'tr' ? styledDepth(first) : 0;
}
