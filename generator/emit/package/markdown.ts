import { plainLine } from '../code.ts';

/** Text of documents as one line of Markdown that reads as it is: nothing in it makes markup, HTML or a table cell's end. */
export function markdownText(text: string): string {
  return plainLine(text)
    .replaceAll(/[\\`*_{}[\]<>|#~&!]/g, (char) => (char === '<' ? '&lt;' : char === '&' ? '&amp;' : `\\${char}`))
    .replaceAll(/(https?|www)(:\/\/|\.)/gi, (match) => match.replace(/(:|\.)/, '\\$1'));
}

/** Text as inline code: in one line, fenced by more backticks than it holds in a row; pipes are escaped for tables. */
export function inlineCode(text: string): string {
  const line = plainLine(text).replaceAll('|', '\\|');
  const fence = '`'.repeat(longestRun(line) + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** A block of TypeScript, fenced by more backticks than it holds in a row. */
export function codeBlock(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}ts\n${text}\n${fence}`;
}

/** What begins something else than the text of a paragraph: an item, a row, a quote, code, a heading. */
const otherBlock = /^\s*(?:[-*+]\s|\d+[.)]\s|[|>]|```|~~~|#{1,6}\s|<)/;

/** The first sentence of a longer text, or its first paragraph where that has no end; lines that only wrap it are joined. */
export function firstSentence(text: string): string {
  const [paragraph = ''] = text.trim().split(/\r?\n[ \t]*\r?\n/, 1);
  const lines = paragraph.split(/\r?\n/);
  const end = lines.findIndex((line, index) => index > 0 && otherBlock.test(line));
  const whole = lines
    .slice(0, end === -1 ? undefined : end)
    .map((line) => line.trim())
    .join(' ');
  return /^.*?[.!?](?=\s|$)/.exec(whole)?.[0] ?? whole;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
