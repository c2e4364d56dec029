import { asciidocInclude, asciidocRegion } from './asciidoc-includes.ts';
import { asciidocBlocks } from './asciidoc.ts';
import { fillTemplate } from './template-fill.ts';
import type { TemplatePiece } from './template-text.ts';
import { markdownBlocks } from './markdown.ts';
import { withProps, withVariables } from './include-values.ts';
import type { Block, CodeBlock, ElementBlock, Page, ProseBlock } from './page.ts';

/** Files within files are put in up to this depth, and up to this many blocks in all. */
const maxDepth = 8;
const maxBlocks = 200_000;

/** Lines by which one file puts another in its place, as template languages and site generators write them. */
const directives: readonly RegExp[] = [
  /^<%=\s{0,5}(?:\w*partial\w*|render|include\w*|embed|insert|import)[\s(]{1,5}(?:(?:partial|file|template):\s{0,5})?:?["']?([\w./-]{1,200})/,
  /^\{%-?\s{0,5}(?:include\w*|render|import|snippet|partial)\s{1,5}(?:file=)?["']?([\w./-]{1,200})["']?[^%]{0,500}%\}$/,
  /^\{\{[<%]\s{0,5}(?:include|readfile|partial|snippet|import)\s{1,5}(?:file=)?["']?([\w./-]{1,200})["']?[^}]{0,300}\}\}$/,
  /^\{\{>\s{0,5}["']?([\w./-]{1,200})[^}]{0,300}\}\}$/,
  /^-{2}8<-{2}\s{1,5}["']([\w./-]{1,200})["']$/,
  /^@(?:include|import)\s{1,5}["']([\w./-]{1,200})["']$/,
  /^\[!INCLUDE\s?\[[^\]]{0,100}\]\(([\w./~-]{1,200})\)\]$/i,
  /^\{!\s{0,5}([\w./-]{1,200})\s{0,5}!\}$/,
];

interface Site {
  readonly pieces: ReadonlyMap<string, TemplatePiece>;
  /** Pages by their path without extensions and without the mark of a partial. */
  readonly pages: ReadonlyMap<string, Page>;
  /** For each page that others include: the pages that show it, by way of others, too. */
  readonly included: Map<string, Set<string>>;
  blocks: number;
}

/**
 * Pages with what they include in the place of the line that says so: other pages, block by block (each keeps its own
 * place), and named pieces of templates in paragraphs and code. A page that another one includes becomes a part of that one;
 * what is not among the pages stays as it is written. Gives no diagnostics.
 */
export function resolveIncludes(pages: readonly Page[], pieces: readonly TemplatePiece[]): Page[] {
  const byName = new Map<string, TemplatePiece>();
  for (const piece of pieces) if (!byName.has(piece.name)) byName.set(piece.name, piece);
  const byPath = new Map<string, Page>();
  for (const page of pages) if (page.format === 'markdown') byPath.set(pathKey(page.path), page);
  const site: Site = { pieces: byName, pages: byPath, included: new Map(), blocks: 0 };
  const resolved = pages.map((page) => {
    if (page.format !== 'markdown') return page;
    const blocks = resolveBlocks(page.blocks, page, site, [page.path]);
    return blocks === page.blocks ? page : { ...page, blocks };
  });
  return resolved.map((page) => (isPart(page.path, site) ? { ...page, part: true } : page));
}

/** Whether a page is shown by one that no other shows; pages that only include each other are all read. */
function isPart(path: string, { included }: Site): boolean {
  return [...(included.get(path) ?? [])].some((root) => !included.has(root));
}

/** `a/_b.md.erb` as `a/b`. */
function pathKey(path: string): string {
  return path
    .replace(/(\/|^)_?([^/]*)$/, '$1$2')
    .replace(/(?:\.[a-z0-9]{1,10}){1,3}$/i, '')
    .toLowerCase();
}

function resolveBlocks(blocks: readonly Block[], page: Page, site: Site, trail: readonly string[]): readonly Block[] {
  const imports = importedFiles(page);
  let changed = false;
  const result: Block[] = [];
  for (const block of blocks) {
    const replaced = resolveBlock(block, page, site, trail, imports);
    if (replaced) changed = true;
    result.push(...(replaced ?? [block]));
  }
  return changed ? result : blocks;
}

function resolveBlock(
  block: Block,
  page: Page,
  site: Site,
  trail: readonly string[],
  imports: ReadonlyMap<string, string>,
): readonly Block[] | undefined {
  switch (block.kind) {
    case 'prose':
      return includedFiles(block, page, site, trail) ?? filledProse(block, site);
    case 'code':
      return filledCode(block, site);
    case 'element': {
      const target = block.children.length === 0 ? (imports.get(block.tag) ?? namedFile(block)) : undefined;
      const file = target === undefined ? undefined : include(target, page, site, trail);
      if (file) return withProps(file, block.attributes);
      const children = resolveBlocks(block.children, page, site, trail);
      return children === block.children ? undefined : [{ ...block, children }];
    }
    default:
      return undefined;
  }
}

/** The file that a component is there to show: `<Snippet file="limits.mdx" />`. */
function namedFile({ tag, attributes }: ElementBlock): string | undefined {
  // the directive of reStructuredText, without options that show only some lines
  if (tag === 'include' && Object.keys(attributes).join() === 'argument')
    return /^[\w./-]{1,200}\.(?:rst|inc|txt)$/.exec(attributes['argument'] ?? '')?.[0];
  const target = attributes['file'] ?? attributes['src'] ?? '';
  return /^[A-Z]/.test(tag) && /^[\w./~-]{1,200}\.mdx?$/.test(target) ? target : undefined;
}

/** What each page imports: it is asked for at every element. */
const imported = new WeakMap<Page, ReadonlyMap<string, string>>();

/** The files that an MDX page imports to show them as elements. */
function importedFiles(page: Page): ReadonlyMap<string, string> {
  const known = imported.get(page) ?? readImports(page);
  imported.set(page, known);
  return known;
}

function readImports(page: Page): ReadonlyMap<string, string> {
  if (!page.text.includes('import ')) return new Map();
  const lines = page.text.matchAll(/^import\s{1,5}(\w{1,100})\s{1,5}from\s{1,5}["']([^"'\n]{1,200}\.mdx?)["']/gm);
  return new Map([...lines].map(([, name = '', target = '']) => [name, target]));
}

/** The blocks of the files that each line of a paragraph includes; undefined where a line says anything else. */
function includedFiles(block: ProseBlock, page: Page, site: Site, trail: readonly string[]): Block[] | undefined {
  if (block.form !== 'paragraph' || block.text.length > 2000) return undefined;
  const found: Block[] = [];
  for (const line of block.text.split('\n')) {
    const region = regionBlocks(line, page, site, trail);
    if (region) {
      found.push(...region);
      continue;
    }
    const target = directives.map((directive) => directive.exec(line.trim())?.[1]).find((one) => one !== undefined);
    const blocks = target === undefined ? undefined : include(target, page, site, trail);
    if (!blocks) return undefined;
    found.push(...withVariables(blocks, line));
  }
  return found;
}

/** The blocks of what a line of AsciiDoc includes: a file without headings, or tagged regions of one. */
function regionBlocks(line: string, page: Page, site: Site, trail: readonly string[]): readonly Block[] | undefined {
  const asked = asciidocInclude(line);
  const file = asked && findPage(asked.target, page.path, site);
  const text = file && asciidocRegion(file.text, asked.tags);
  if (!file || text === undefined || trail.includes(file.path) || trail.length > maxDepth || site.blocks > maxBlocks)
    return undefined;
  site.included.set(file.path, (site.included.get(file.path) ?? new Set()).add(trail[0] ?? page.path));
  const blocks = resolveBlocks(asciidocBlocks(text, file.path), file, site, [...trail, file.path]);
  site.blocks += blocks.length + 1;
  return blocks;
}

/** Folders of a site that hold what pages include, beside the page's own and those above it. */
const folders = ['', 'includes/', '_includes/', 'partials/', '_partials/', 'snippets/', '_snippets/', 'content/'];

function include(target: string, page: Page, site: Site, trail: readonly string[]): readonly Block[] | undefined {
  const file = findPage(target, page.path, site);
  if (!file || trail.includes(file.path) || trail.length > maxDepth || site.blocks > maxBlocks) return undefined;
  site.included.set(file.path, (site.included.get(file.path) ?? new Set()).add(trail[0] ?? page.path));
  const blocks = resolveBlocks(file.blocks, file, site, [...trail, file.path]);
  site.blocks += blocks.length + 1;
  return blocks;
}

function findPage(target: string, from: string, site: Site): Page | undefined {
  const parts = from.split('/').slice(0, -1);
  for (let length = parts.length; length >= 0; length -= 1) {
    for (const folder of folders) {
      const path = joinedPath([...parts.slice(0, length), `${folder}${target}`].join('/'));
      const page = site.pages.get(pathKey(path));
      if (page) return page;
    }
  }
  return undefined;
}

/** A path without `.`, and without `..` but at its begin. Gives no diagnostics. */
export function joinedPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function filledProse(block: ProseBlock, site: Site): readonly Block[] | undefined {
  if (block.form !== 'paragraph' || !/^<%=[^\n]*%>$/.test(block.text.trim())) return undefined;
  const lines = fillTemplate([{ text: block.text.trim(), location: block.location }], site.pieces);
  const [first] = lines ?? [];
  if (!lines || !first) return undefined;
  const { document, line } = first.location;
  const text = lines.map((one) => one.text).join('\n');
  return markdownBlocks(text, { document, firstLine: line, indentedCode: false });
}

function filledCode(block: CodeBlock, site: Site): readonly Block[] | undefined {
  if (!block.text.includes('<%=')) return undefined;
  const { document } = block.location;
  const own = block.text.split('\n').map((text, at) => ({ text, location: { document, line: block.textLine + at } }));
  const lines = fillTemplate(own, site.pieces);
  if (!lines) return undefined;
  return [{ ...block, text: lines.map(({ text }) => text).join('\n'), lines: lines.map(({ location }) => location) }];
}
