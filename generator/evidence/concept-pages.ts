import type { ElementBlock, Page } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';
import { describesFields, tableColumns } from './sections/columns.ts';

/** A method before a path or an address, whatever marks stand between them, or a call in a shell. */
const call = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b[^\w/\n]{1,8}(?:https?:\/\/|\/)[^\s]|\bcurl\s+\S/;

/**
 * Whether a page plainly explains ideas and describes no endpoint: it has no method with a path, no call, no table of fields
 * and no component that looks like a field. Nothing is lost where such a page is not read.
 */
export function isConceptPage(page: Page): boolean {
  if (page.format === 'data' || call.test(page.text)) return false;
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
