import type { ElementBlock, Page } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';
import { describesFields, tableColumns } from './sections/columns.ts';

/** A method before a path or an address, whatever marks stand between them, or a call in a shell. */
const call = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b[^\w/\n]{1,8}(?:https?:\/\/|\/)[^\s]|\bcurl\s+\S/;

/** Names of files that say in which order a site has its pages, and what it looks like. */
const ordersPages =
  /(?:^|\/)(?:_?meta|_?order|_?category_?|_?sidebars?|toc|nav|navigation|docs|(?:[\w-]{1,30}\.)?config)\.(?:json|ya?ml)$/i;

/**
 * Whether a page plainly explains ideas and describes no endpoint: it has no method with a path, no call, no table of fields
 * and no component that looks like a field. So is a file of data that by its name only orders pages. Nothing is lost where such a
 * page is not read.
 */
export function isConceptPage(page: Page): boolean {
  if (call.test(page.text)) return false;
  if (page.format === 'data') return ordersPages.test(page.path);
  for (const block of allBlocks(page.blocks)) {
    if (block.kind === 'table' && describesFields(tableColumns(block))) return false;
    if (block.kind === 'element' && looksLikeField(block)) return false;
  }
  return true;
}

/** A component with a name and a type, or that says whether it is required. */
function looksLikeField({ tag, attributes }: ElementBlock): boolean {
  const names = new Set(Object.keys(attributes).map((name) => name.replace(/^(?::|v-bind:)/, '').toLowerCase()));
  return /^[A-Z]/.test(tag) && ((names.has('name') && names.has('type')) || names.has('required'));
}
