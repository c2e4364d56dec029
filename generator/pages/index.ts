import { looksLikeOpenApi, textData } from '../base/data.ts';
import type { Report } from '../base/diagnostic.ts';
import { ownObject, type JsonValue } from '../base/json.ts';
import { createLibrary } from '../base/library.ts';
import type { Source } from '../base/source.ts';
import { mayReferOut, reachedSources } from '../base/references.ts';
import { startOfYaml } from '../base/trim.ts';
import { documentUri } from '../base/uri.ts';
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

const openApiMark = /^(?:(?:openapi|swagger)["']?\s*:|\{\s*"(?:openapi|swagger)"\s*:)/;

/**
 * Reads documents into pages, see `readPage`. A page that another one refers to and that has no operations of its own is
 * marked as a part of it.
 */
export function readPages(documents: readonly Document[], report: Report): Page[] {
  const pages = documents.flatMap((document) => readPage(document, report) ?? []);
  const parts = referredPages(pages);
  return pages.map((page) => (parts.has(page.uri) ? { ...page, part: true } : page));
}

/** The URIs of pages that are only parts of others. */
function referredPages(pages: readonly Page[]): ReadonlySet<string> {
  const sources = pages.flatMap(({ uri, data }): Source[] => (data ? [{ uri, data }] : []));
  const library = createLibrary();
  for (const source of sources) library.add(source);
  const texts = new Map(pages.map(({ uri, text }) => [uri, text]));
  const roots = sources.filter(
    ({ uri, data }) => sources.length > 1 && looksLikeOpenApi(data.value) && mayReferOut(texts.get(uri) ?? ''),
  );
  const reached = [...reachedSources(roots, library)];
  return new Set(reached.filter(({ data }) => !hasOperations(data.value)).map(({ uri }) => uri));
}

/** Whether a value is a description with operations of its own. */
function hasOperations(value: JsonValue): boolean {
  const members = ['paths', 'webhooks'].map((key) => ownObject(value, key) ?? {});
  return looksLikeOpenApi(value) && members.some((member) => Object.keys(member).length > 0);
}

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
  const { path, part } = document;
  const format = pageFormat(path, text, part);
  const page = { path, format, text, uri: document.uri ?? documentUri(path), ...(part && { part }) };
  if (part && format === 'text') return { ...page, data: textData(text, path), blocks: [] };
  if (format === 'markdown') return { ...page, ...readMarkdown(text, path, report) };
  if (format === 'text') return { ...page, blocks: textBlocks(text, path) };
  const data = readData(text, { document: path }, report);
  return data && { ...page, data, blocks: [] };
}

function pageFormat(path: string, text: string, part: true | undefined): PageFormat {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const known = Object.hasOwn(formats, extension) ? formats[extension] : undefined;
  if (part) return known === 'markdown' || extension === 'txt' ? 'text' : 'data';
  if (known) return known;
  if (openApiMark.test(text.slice(startOfYaml(text)))) return 'data';
  return markdownMarks.some((mark) => mark.test(text)) ? 'markdown' : 'text';
}
