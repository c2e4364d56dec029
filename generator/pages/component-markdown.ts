import type { Data } from '../base/data.ts';
import type { Report } from '../base/diagnostic.ts';
import { readData } from './data.ts';
import { openLayoutTables } from './layout-tables.ts';
import { lineFinder } from '../base/lines.ts';
import { markdownBlocks } from './markdown.ts';
import type { Block } from './page.ts';
import { magicBlocks } from './magic-blocks.ts';
import { withConstants, type Constants } from './module-constants.ts';
import { moduleStatements } from './module-statements.ts';
import { withPlainEscapes } from './plain-escapes.ts';
import { findTags, type Cut } from './tags.ts';
import { elementTree } from './tree.ts';

/** A Markdown text taken apart. */
interface MarkdownParts {
  readonly frontMatter?: Data;
  readonly blocks: readonly Block[];
}

/**
 * Reads Markdown with HTML elements and Vue or MDX components in it. Broken front matter and too deep a nesting
 * give `pages/partly-read`. `firstLine` is the line of the document on which the text begins, `imported` what it imports by name.
 */
export function readMarkdown(
  text: string,
  document: string,
  report: Report,
  firstLine = 1,
  imported?: Constants,
): MarkdownParts {
  const front = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/.exec(text);
  const source = front?.[1]?.trim() ? front[1] : undefined;
  const frontMatter =
    source === undefined
      ? undefined
      : readData(source, { document, firstLine: firstLine + 1 }, report, 'the front matter');
  const from = front?.[0].length ?? 0;
  const isMdx = document.toLowerCase().endsWith('.mdx');
  const lineIn = lineFinder(text);
  const lineOf = (offset: number): number => lineIn(offset) + firstLine - 1;
  const magic = magicBlocks(text, from, (offset) => ({ document, line: lineOf(offset) }));
  const moduleCuts = moduleStatements(text, from, isMdx);
  const { tags: found, cuts } = findTags(blank(text, [...magic, ...moduleCuts]), from);
  const written = withConstants(found, text, from, imported);
  const tags =
    magic.length === 0 ? written : [...written, ...magic].toSorted((left, right) => left.start - right.start);
  const plain = blank(text, [...cuts, ...magic, ...moduleCuts]);
  const indentedCode = !isMdx && !/^(?: {4}|\t)[ \t]*<\/?[A-Z]/m.test(text);
  const reader = {
    document,
    text: plain,
    from,
    lineOf,
    blocks: (start: number, end: number, nested: boolean) => {
      const atLineStart = start === 0 || plain[start - 1] === '\n';
      const piece = atLineStart ? plain.slice(start, end) : plain.slice(start, end).replace(/^[ \t]+/, '');
      const origin = { document, firstLine: lineOf(start), indentedCode };
      return markdownBlocks(nested ? dedent(piece, atLineStart) : piece, origin);
    },
  };
  const blocks = withPlainEscapes(openLayoutTables(elementTree(tags, reader, report)));
  return { ...(frontMatter && { frontMatter }), blocks };
}

/** The text with everything but line breaks replaced by spaces within the cuts: offsets and lines stay. */
function blank(text: string, cuts: readonly Cut[]): string {
  let result = '';
  let at = 0;
  for (const cut of cuts.toSorted((left, right) => left.start - right.start)) {
    if (cut.start < at) continue;
    result += text.slice(at, cut.start) + text.slice(cut.start, cut.end).replaceAll(/[^\n]/g, ' ');
    at = cut.end;
  }
  return result + text.slice(at);
}

/** Takes the indentation off that all lines share; the first line has none of its own unless it is whole. */
function dedent(text: string, wholeFirstLine: boolean): string {
  const lines = text.split('\n');
  const counted = (wholeFirstLine ? lines : lines.slice(1)).filter((line) => line.trim() !== '');
  const indents = counted.map((line) => line.length - line.trimStart().length);
  const indent = indents.reduce((least, next) => Math.min(least, next), Number.MAX_SAFE_INTEGER);
  if (counted.length === 0 || indent === 0) return text;
  return lines
    .map((line, index) => (index > 0 || wholeFirstLine ? line.slice(Math.min(indent, leadingSpace(line))) : line))
    .join('\n');
}

function leadingSpace(line: string): number {
  return line.length - line.trimStart().length;
}
