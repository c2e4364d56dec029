import { looksLikeOpenApi } from '../base/data.ts';
import { isObject, own, ownString, type JsonObject, type JsonValue } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import { joinPointer } from '../base/pointer.ts';
import { joinedPath } from './includes.ts';
import type { Block, CodeBlock, ElementBlock, Page, TableBlock } from './page.ts';

/** So much text is put into pages in all, in characters: what is named again and again would be read each time. */
const mostText = 20_000_000;

interface Site {
  readonly pages: ReadonlyMap<string, Page>;
  readonly used: Set<Page>;
  readonly budget: { left: number };
}

/**
 * Pages with what their directives name of other files in its place (Sphinx, os-api-ref): `literalinclude` of a whole file as code, and
 * lists whose items name entries of a file of data (`.. rest_parameters:: parameters.yaml` over `- name: key`, `.. rest_status_code::
 * error status.yaml` over `- 409: key`) as tables, each row where its entry stands. Such a file is a part of the page, unless it is a
 * description of its own. What is not among the pages stays as it is written. Gives no diagnostics.
 */
export function withDirectiveFiles(pages: readonly Page[]): readonly Page[] {
  if (!pages.some((page) => page.format === 'markdown' && page.blocks.some(namesFile))) return pages;
  const byPath = new Map(pages.map((page) => [joinedPath(page.path), page]));
  const site: Site = { pages: byPath, used: new Set(), budget: { left: mostText } };
  const filled = pages.map((page) => {
    if (page.format !== 'markdown' || !page.blocks.some(namesFile)) return page;
    return { ...page, blocks: page.blocks.map((block) => filledBlock(block, site)) };
  });
  return filled.map((page) =>
    site.used.has(page) && !(page.data && looksLikeOpenApi(page.data.value)) ? { ...page, part: true } : page,
  );
}

const listDirective = /^[a-z]+[_-](?:parameters?|status[_-]codes?)$/;

function namesFile(block: Block): boolean {
  if (block.kind !== 'element') return false;
  return block.tag === 'literalinclude' || listDirective.test(block.tag) || block.children.some(namesFile);
}

function filledBlock(block: Block, site: Site): Block {
  if (block.kind !== 'element') return block;
  const filled = block.tag === 'literalinclude' ? shownFile(block, site) : listedEntries(block, site);
  if (filled) return filled;
  return block.children.some(namesFile)
    ? { ...block, children: block.children.map((child) => filledBlock(child, site)) }
    : block;
}

function fileOf(target: string, { document }: Location, { pages }: Site): Page | undefined {
  const folder = document.split('/').slice(0, -1).join('/');
  return pages.get(joinedPath(`${folder}/${target}`)) ?? pages.get(joinedPath(target));
}

/** Options by which only some lines of a file are shown. */
const partOptions = ['lines', 'start-after', 'start-at', 'end-before', 'end-at', 'pyobject', 'diff'];

function shownFile(block: ElementBlock, site: Site): CodeBlock | undefined {
  const { attributes, location } = block;
  const target = (attributes['argument'] ?? '').split('\n', 1)[0]?.trim() ?? '';
  const file = partOptions.some((option) => option in attributes) ? undefined : fileOf(target, location, site);
  if (!file || file.text.length > site.budget.left) return undefined;
  site.budget.left -= file.text.length;
  site.used.add(file);
  const text = file.text.trimEnd();
  const language = attributes['language'] ?? /\.([a-z]{1,10})$/i.exec(target)?.[1]?.toLowerCase();
  const endLine = text.split('\n').length;
  const place = { document: file.path, line: 1, ...(endLine > 1 && { endLine }) };
  return { kind: 'code', ...(language && { language }), info: '', text, textLine: 1, location: place };
}

/** What an item of a list says: the name, and the key of the entry that describes it. */
const entryLine = /^[-*+]?\s{0,9}["'`]?([^\s"'`][^\n"'`]{0,120}?)["'`]?(?:\s{0,9}:\s{1,9}([\w.-]{1,160}))?\s{0,9}$/;

function listedEntries(block: ElementBlock, site: Site): TableBlock | undefined {
  if (!listDirective.test(block.tag)) return undefined;
  const isStatus = /status/.test(block.tag);
  const [line = ''] = (block.attributes['argument'] ?? '').split('\n', 1);
  const target = line.trim().split(/\s/).at(-1) ?? '';
  const file = fileOf(target, block.location, site);
  if (!file?.data || !isObject(file.data.value)) return undefined;
  const { data } = file;
  const entries = file.data.value;
  const items = block.children.flatMap((child) =>
    child.kind === 'prose' && child.form === 'list' ? (child.items ?? []) : [],
  );
  const rows = items.flatMap((item): TableBlock['rows'] => {
    const [, name, key] = entryLine.exec(item.text) ?? [];
    if (name === undefined) return [{ cells: [item.text], location: item.location }];
    const found = isStatus ? statusRow(entries, name, key) : parameterRow(file, entries, name, key ?? name);
    const location = found ? data.locate(found.pointer) : item.location;
    return [{ cells: found ? found.cells : [isStatus ? name : `\`${name}\``], location }];
  });
  if (rows.length === 0) return undefined;
  site.used.add(file);
  const header = isStatus ? ['Status', 'Description'] : ['Name', 'In', 'Type', 'Required', 'Default', 'Description'];
  return { kind: 'table', header, rows, location: block.location };
}

interface Found {
  readonly pointer: string;
  readonly cells: readonly string[];
}

function statusRow(entries: JsonObject, status: string, key: string | undefined): Found | undefined {
  const told = own(entries, status);
  const pointer = joinPointer('', status);
  if (typeof told === 'string') return { pointer, cells: [status, oneLine(told)] };
  const used = key ?? 'default';
  const text = ownString(told ?? null, used);
  return text === undefined ? undefined : { pointer: joinPointer(pointer, used), cells: [status, oneLine(text)] };
}

function parameterRow(file: Page, entries: JsonObject, name: string, key: string): Found | undefined {
  const entry = own(entries, key);
  if (!isObject(entry)) return undefined;
  const required = own(entry, 'required');
  const versions = ['min_version', 'max_version'].flatMap((member) => {
    // as it is written: the number 2.40 is the version 2.40
    const place = file.data?.locate(joinPointer(joinPointer('', key), member));
    const written = place && file.text.split('\n', place.line)[place.line - 1];
    const version = /:\s{1,9}["']?(\d[\w.]{0,20})/.exec(written ?? '')?.[1] ?? '';
    if (own(entry, member) === undefined) return [];
    const words = member === 'min_version' ? 'Since version' : 'Until version';
    return version === '' ? [] : [`${words} ${version}.`];
  });
  const standard = plain(own(entry, 'default'));
  const place = ownString(entry, 'in') ?? '';
  const cells = [
    `\`${name}\``,
    place,
    ownString(entry, 'type') ?? '',
    required === true ? 'yes' : required === false ? 'no' : '',
    standard === '' ? '' : `\`${standard}\``,
    [oneLine(ownString(entry, 'description') ?? ''), ...versions].filter((text) => text !== '').join(' '),
  ];
  return { pointer: joinPointer('', key), cells };
}

function plain(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The text of a cell: literals of reStructuredText as Markdown writes them, on one line. */
function oneLine(text: string): string {
  return text
    .replaceAll(/``([^`\n]{1,1000})``/g, '`$1`')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}
