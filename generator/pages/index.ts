import { looksLikeOpenApi, textData, type Data } from '../base/data.ts';
import type { Report } from '../base/diagnostic.ts';
import { ownObject, type JsonValue } from '../base/json.ts';
import { createLibrary } from '../base/library.ts';
import { isModuleFile } from '../base/module-paths.ts';
import { lineFinder } from '../base/lines.ts';
import type { Source } from '../base/source.ts';
import { mayReferOut, reachedSources } from '../base/references.ts';
import { startOfYaml } from '../base/trim.ts';
import { documentUri, resolveUri } from '../base/uri.ts';
import type { Document } from '../documents/document.ts';
import { asciidocBlocks, looksLikeAsciidoc } from './asciidoc.ts';
import { brunoPages } from './bruno.ts';
import { brunoTreeData, withOpenCollections } from './bruno-tree.ts';
import { collectionNotes } from './collection-notes.ts';
import { readData } from './data.ts';
import { readMarkdown } from './component-markdown.ts';
import { openDirectives } from './component-directives.ts';
import { openCommentTabs } from './comment-tabs.ts';
import { concatenatedPages } from './concatenated.ts';
import { directiveBlocks, hasDirectives, withDirectiveFences } from './directive-fences.ts';
import { withDirectiveFiles } from './directive-files.ts';
import { withFrontMatterPieces } from './front-matter-pieces.ts';
import { htmlBlocks } from './html.ts';
import { withImportedData } from './imported-data.ts';
import { resolveIncludes } from './includes.ts';
import { insomniaData } from './insomnia.ts';
import { inlinedDescriptions } from './inlined-data.ts';
import { importedConstants } from './module-imports.ts';
import type { Constants } from './module-constants.ts';
import type { Page, PageFormat } from './page.ts';
import { manualMarkdown } from './manual-text.ts';
import { isRequestFile, requestFileBlocks } from './request-file.ts';
import { rstBlocks } from './rst.ts';
import { openIndentedBlocks } from './indented-blocks.ts';
import { readTemplate, type TemplatePiece } from './template-text.ts';
import { textBlocks } from './text.ts';
import { looksLikeTextile, textileAsWiki } from './textile.ts';
import { looksLikeWiki, wikiBlocks } from './wiki-markup.ts';

const formats: Readonly<Record<string, PageFormat>> = {
  md: 'markdown',
  mdx: 'markdown',
  markdown: 'markdown',
  apib: 'markdown',
  yaml: 'data',
  yml: 'data',
  json: 'data',
  har: 'data',
};

/** Marks by which a text is Markdown whatever its name: front matter, a fence, a component, a heading below the first level. */
const markdownMarks: readonly RegExp[] = [
  /^---[ \t]*\n(?:[\w-]+:.*\n|[ \t].*\n)+---[ \t]*(?:\n|$)/,
  /^(?:```|~~~)[^\n`]*\n/m,
  /^[ \t]*<[A-Z]\w*\s+(?:[:#\w-]+=|[:#][\w-]+[\s>]|[^<>]{0,500}(?:=|\/>))/m,
  /^#{2,6} \S/m,
];

const openApiMark = /^(?:(?:openapi|swagger)["']?\s*:|\{\s*"(?:openapi|swagger)"\s*:)/;

/** Extensions of templates, behind that of what they make. */
const templateExtension = /\.(?:erb|liquid|j2|jinja2?|mustache|hbs|tmpl)$/i;

/**
 * Reads documents into pages, see `readDocument`. A page that another one refers to and that has no operations of its own is
 * marked as a part of it. What pages include of others is put in its place, see `resolveIncludes`; a template that only
 * holds pieces for others is no page.
 */
export function readPages(documents: readonly Document[], report: Report): Page[] {
  const pieces: TemplatePiece[] = [];
  const { pages: collections, rest: others } = brunoPages(documents);
  const rest = others.filter(({ path, part }) => !part || !isModuleFile(path));
  const importsOf = importedConstants(documents);
  const alone = rest.flatMap((document) => {
    const template = /\.erb$/i.test(document.path) ? readTemplate(document.text, document.path) : undefined;
    pieces.push(...(template?.pieces ?? []));
    if (template && template.pieces.length > 0 && template.text.trim() === '') return [];
    return readDocument(template ? { ...document, text: template.text } : document, report, importsOf(document));
  });
  const read = withOpenCollections(alone);
  const whole = [...collections, ...read].map((page) => ({
    ...page,
    ...(page.data && withNotes(page.data, page.path)),
  }));
  const pages = withDirectiveFiles(withImportedData(resolveIncludes(whole, pieces)));
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
  const named = pages.flatMap((page) => fencedReferences(page).flatMap((uri) => library.source(uri) ?? []));
  const reached = [...reachedSources([...roots, ...named], library), ...named];
  return new Set(reached.filter(({ data }) => !hasOperations(data.value)).map(({ uri }) => uri));
}

/** What a description in a fence of a page may refer to in other files. */
const fileReference = /\$ref["']?\s{0,9}:\s{0,9}["']?([^\s"'#]{1,300}\.(?:json|ya?ml))(?=["'#\s,}]|$)/g;

/** The files that descriptions in the fences of a Markdown page refer to. */
function fencedReferences({ format, text, uri }: Page): string[] {
  if (format !== 'markdown' || !text.includes('$ref')) return [];
  return [...text.matchAll(fileReference)].flatMap(([, target = '']) => resolveUri(target, uri) ?? []);
}

/** A directive on a line of its own: a part of a page is reStructuredText, too. */
const asPart = /^\.\. [\w:-]{1,60}::/m;

/** Whether a value is a description with operations of its own. */
function hasOperations(value: JsonValue): boolean {
  const members = ['paths', 'webhooks'].map((key) => ownObject(value, key) ?? {});
  return looksLikeOpenApi(value) && members.some((member) => Object.keys(member).length > 0);
}

/**
 * Reads a document into its pages by its extension; a file of any other extension is text, unless it plainly is
 * Markdown or an OpenAPI description. One that holds a whole site is cut into the pages of it. Line ends become `\n`, a byte
 * order mark is dropped. Gives `documents/empty`, or `pages/syntax` for broken YAML or JSON, and then no page.
 */
function readDocument(document: Document, report: Report, imported?: Constants): Page[] {
  const text = document.text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  if (text.trim() === '') {
    report.add('documents/empty', { document: document.path, line: 1 });
    return [];
  }
  const { path, part } = document;
  if (isHtml(path, text) && !part) return readHtmlPage(text, path, document.uri ?? documentUri(path));
  const format = pageFormat(path, text, part);
  const page = { path, format, text, uri: document.uri ?? documentUri(path), ...(part && { part }) };
  if (part && format === 'text') return [{ ...page, data: textData(text, path), blocks: [] }];
  if (/\.rst$/i.test(path) ? !part || asPart.test(text) : /\.inc$/i.test(path))
    return [{ ...page, format: 'markdown', blocks: rstBlocks(text, path) }];
  if (/\.(?:adoc|asciidoc|asc)$/i.test(path) && !part) return [asciidocPage(page)];
  const isUnnamed = !Object.hasOwn(formats, /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '');
  if (isUnnamed && !part && looksLikeWiki(text))
    return [{ ...page, format: 'markdown', blocks: wikiBlocks(text, path) }];
  if ((isUnnamed || format === 'text') && !part && looksLikeTextile(text))
    return [{ ...page, format: 'markdown', blocks: wikiBlocks(textileAsWiki(text), path) }];
  if (isRequestFile(path) && !part) return [{ ...page, format: 'markdown', blocks: requestFileBlocks(text, path) }];
  if (format === 'markdown') return markdownPages(page, report, imported);
  if (format === 'text' && looksLikeAsciidoc(text)) return [asciidocPage(page)];
  const manual = format === 'text' ? manualMarkdown(text) : undefined;
  if (manual !== undefined) return markdownPages({ ...page, format: 'markdown', text: manual }, report);
  if (format === 'text') return [{ ...page, blocks: textBlocks(text, path) }];
  const data = readData(text, { document: path }, report);
  if (!data) return [];
  const whole = insomniaData(data) ?? brunoTreeData(data) ?? data;
  return [{ ...page, data: whole, blocks: [] }];
}

function withNotes(data: Data, path: string): Pick<Page, 'notes'> {
  const notes = collectionNotes(data, path);
  return notes.size > 0 ? { notes } : {};
}

function asciidocPage(page: Omit<Page, 'blocks'>): Page {
  return { ...page, format: 'markdown', blocks: asciidocBlocks(page.text, page.path) };
}

/** The first page of a document, see `readDocument`; undefined where it has none. */
export function readPage(document: Document, report: Report): Page | undefined {
  return readDocument(document, report)[0];
}

/** The page of a Markdown document, or the pages that stand in it one after another. */
function markdownPages(written: Omit<Page, 'blocks'>, report: Report, imported?: Constants): Page[] {
  const { path, uri } = written;
  if (hasDirectives(written.text)) {
    const fenced = withDirectiveFences(written.text);
    const { blocks, ...read } = readMarkdown(fenced, path, report);
    return [{ ...written, ...read, blocks: directiveBlocks(blocks, path) }];
  }
  const text = openCommentTabs(openDirectives(openIndentedBlocks(written.text)));
  const page = { ...written, text };
  const parts = concatenatedPages(text, path);
  if (!parts) return [withFrontMatterPieces({ ...page, ...readMarkdown(text, path, report, 1, imported) })];
  return parts.map((part) => {
    const { frontMatter } = part;
    const read = readMarkdown(part.text, path, report, part.firstLine);
    return { ...page, uri: `${uri}#${part.firstLine}`, text: part.text, ...(frontMatter && { frontMatter }), ...read };
  });
}

function isHtml(path: string, text: string): boolean {
  return /\.x?html?$/i.test(path) || /^\s{0,100}(?:<!doctype html\b|<html[\s>])/i.test(text.slice(0, 200));
}

/** The descriptions that a renderer left in an HTML page; without one what the page shows, which is cut into blocks as Markdown is. */
function readHtmlPage(text: string, path: string, uri: string): Page[] {
  const descriptions = inlinedDescriptions(text, path, lineFinder(text));
  if (descriptions.length === 0) return [{ path, format: 'markdown', text, uri, blocks: htmlBlocks(text, path) }];
  return descriptions.map((data, index) => ({
    path,
    format: 'data',
    text,
    uri: index === 0 ? uri : `${uri}#${index + 1}`,
    data,
    blocks: [],
  }));
}

function pageFormat(path: string, text: string, part: true | undefined): PageFormat {
  const isTemplate = templateExtension.test(path);
  const extension =
    /\.([^./\\]+)$/.exec(path.replace(templateExtension, ''))?.[1]?.toLowerCase() ?? (isTemplate ? 'md' : '');
  const known = Object.hasOwn(formats, extension) ? formats[extension] : undefined;
  if (part) return known === 'markdown' || extension === 'txt' ? 'text' : 'data';
  if (known) return known;
  if (openApiMark.test(text.slice(startOfYaml(text)))) return 'data';
  return markdownMarks.some((mark) => mark.test(text)) ? 'markdown' : 'text';
}
