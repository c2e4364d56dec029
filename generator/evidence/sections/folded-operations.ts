import type { Block, ElementBlock, HeadingBlock } from '../../pages/page.ts';
import { withoutTags } from './markup.ts';
import { namedEndpoint } from './section-endpoints.ts';

/** An operation that is folded: what the fold is called, as a heading, and what stands in it. */
export interface FoldedOperation {
  readonly heading: HeadingBlock;
  readonly children: readonly Block[];
}

/** A longer summary is a text. */
const longest = 300;

/**
 * The operation that stands in an element whose `<summary>` names its endpoint, among other words or alone:
 * `<details><summary><code>GET</code> <code>/boxes</code> All boxes</summary> …`. Undefined for any other element. Gives no
 * diagnostics.
 */
export function foldedOperation(block: ElementBlock): FoldedOperation | undefined {
  const summary = block.children.find((child) => child.kind === 'element' && child.tag.toLowerCase() === 'summary');
  if (summary?.kind !== 'element') return undefined;
  const text = withoutTags(shownText(summary.children)).replaceAll(/\s+/g, ' ').trim();
  if (text.length > longest) return undefined;
  const heading: HeadingBlock = { kind: 'heading', depth: 6, text, location: summary.location };
  return namedEndpoint(heading) && { heading, children: block.children.filter((child) => child !== summary) };
}

function shownText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => (block.kind === 'element' ? shownText(block.children) : 'text' in block ? block.text : ''))
    .join(' ');
}
