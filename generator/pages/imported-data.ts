import { looksLikeOpenApi } from '../base/data.ts';
import { groupBy } from '../base/order.ts';
import { joinedPath } from './includes.ts';
import type { Block, ElementBlock, Page } from './page.ts';

/** What an expression in braces names of another file: `require("./rows.json")`, or what a page imports from one. */
const required = /^\{\s{0,9}require\(\s{0,9}["']([\w./@~-]{1,200}\.(?:json|ya?ml))["']\s{0,9}\)\s{0,9}\}$/;

const onlyName = /^\{?\s{0,9}([A-Za-z_$][\w$]{0,80})\s{0,9}\}?$/;

const importLine =
  /^[ \t]*import\s{1,5}(?:\*\s{1,5}as\s{1,5})?(\w{1,100})\s{1,5}from\s{1,5}["']([\w./@~-]{1,200}\.(?:json|ya?ml))["']/gm;

const requireLine =
  /^[ \t]*(?:export )?const\s{1,5}(\w{1,100})\s{0,5}=\s{0,5}require\(["']([\w./@~-]{1,200}\.(?:json|ya?ml))["']\)/gm;

/** So much text is put into attributes in all, in characters: what is named again and again would be read each time. */
const mostText = 5_000_000;

interface Import {
  /** Pages of data by the name of their file. */
  readonly files: ReadonlyMap<string, readonly Page[]>;
  readonly names: ReadonlyMap<string, string>;
  readonly page: Page;
  readonly used: Set<Page>;
  readonly budget: { left: number };
}

/**
 * Pages whose components name a file of data in an attribute (`rows={require("./rows.json")}`, or the name of an import), with
 * what it holds as JSON in the place of its name. Such a file is a part of the page, unless it is a description of its own.
 * What is not among the pages stays as it is written. Gives no diagnostics.
 */
export function withImportedData(pages: readonly Page[]): readonly Page[] {
  const files = groupBy(
    pages.filter(({ data }) => data),
    ({ path }) => fileName(path),
  );
  if (files.size === 0) return pages;
  const used = new Set<Page>();
  const budget = { left: mostText };
  const filled = pages.map((page) => {
    if (page.format !== 'markdown' || !/\.(?:json|ya?ml)["']/.test(page.text)) return page;
    const matches = [...page.text.matchAll(importLine), ...page.text.matchAll(requireLine)];
    const names = new Map(matches.map(([, name = '', file = '']) => [name, file]));
    const blocks = filledBlocks(page.blocks, { files, names, page, used, budget });
    return { ...page, blocks };
  });
  return filled.map((page) =>
    used.has(page) && page.data && !looksLikeOpenApi(page.data.value) ? { ...page, part: true } : page,
  );
}

function filledBlocks(blocks: readonly Block[], data: Import): readonly Block[] {
  return blocks.map((block) => (block.kind === 'element' ? filledElement(block, data) : block));
}

function filledElement(block: ElementBlock, data: Import): ElementBlock {
  const attributes = Object.entries(block.attributes).map(([key, value]) => [key, filledValue(key, value, data)]);
  return { ...block, attributes: Object.fromEntries(attributes), children: filledBlocks(block.children, data) };
}

function filledValue(key: string, written: string, { files, names, page, used, budget }: Import): string {
  const isBound = written.startsWith('{') || /^(?:v-bind)?:/.test(key);
  if (!isBound || written.length > 500) return written;
  const target = required.exec(written)?.[1] ?? names.get(onlyName.exec(written)?.[1] ?? '');
  const file = target === undefined ? undefined : fileOf(target, page, files);
  if (!file?.data) return written;
  const text = JSON.stringify(file.data.value);
  if (text.length > budget.left) return written;
  budget.left -= text.length;
  used.add(file);
  return `{${text}}`;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The file that a path means beside the page, or, where it says no such place (`@site/data/x.json`), the only one that it ends. */
function fileOf(target: string, page: Page, files: Import['files']): Page | undefined {
  const named = files.get(fileName(target)) ?? [];
  const near = joinedPath(`${page.path.split('/').slice(0, -1).join('/')}/${target}`);
  const own = named.find(({ path }) => path === near);
  if (own || target.startsWith('.')) return own;
  const plain = target.replace(/^[@~]?\/?(?:site\/)?/, '');
  const others = named.filter(({ path }) => path === plain || path.endsWith(`/${plain}`));
  return others.length === 1 ? others[0] : undefined;
}
