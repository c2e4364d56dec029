import type { Report } from '../base/diagnostic.ts';
import type { Document } from '../documents/document.ts';
import { readData } from './data.ts';
import { readMarkdown } from './component-markdown.ts';
import type { Page, PageFormat } from './page.ts';
import { textBlocks } from './text.ts';

const formats: Readonly<Record<string, PageFormat>> = {
  md: 'markdown',
  mdx: 'markdown',
  markdown: 'markdown',
  yaml: 'data',
  yml: 'data',
  json: 'data',
};

/** Marks by which a text is Markdown whatever its name: front matter, a fence, a component, a heading below the first level. */
const markdownMarks: readonly RegExp[] = [
  /^---[ \t]*\n(?:[\w-]+:.*\n|[ \t].*\n)+---[ \t]*(?:\n|$)/,
  /^(?:```|~~~)[^\n`]*\n/m,
  /^[ \t]*<[A-Z]\w*\s+[:#\w-]+[=\s>]/m,
  /^#{2,6} \S/m,
];

const openApiMark =
  /^(?:\uFEFF?\s*)(?:#[^\n]*\n|---[^\n]*\n|\s)*(?:(?:openapi|swagger)["']?\s*:|\{\s*"(?:openapi|swagger)"\s*:)/;

/**
 * Reads a document into a page by its extension; a file of any other extension is text, unless it plainly is
 * Markdown or an OpenAPI description. Line ends become `\n`, a byte order mark is dropped. Gives `documents/empty`,
 * or `pages/syntax` for broken YAML or JSON, and then undefined.
 */
export function readPage(document: Document, report: Report): Page | undefined {
  const text = document.text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  if (text.trim() === '') {
    report.add('documents/empty', { document: document.path, line: 1 });
    return undefined;
  }
  const { path } = document;
  const format = pageFormat(path, text);
  if (format === 'markdown') return { path, format, text, ...readMarkdown(text, path, report) };
  if (format === 'text') return { path, format, text, blocks: textBlocks(text, path) };
  const data = readData(text, { document: path }, report);
  return data && { path, format, text, data, blocks: [] };
}

function pageFormat(path: string, text: string): PageFormat {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const known = Object.hasOwn(formats, extension) ? formats[extension] : undefined;
  if (known) return known;
  if (openApiMark.test(text)) return 'data';
  return markdownMarks.some((mark) => mark.test(text)) ? 'markdown' : 'text';
}
