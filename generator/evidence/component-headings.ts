import type { Block, HeadingBlock, Page } from '../pages/page.ts';
import { finishOperation } from './component-operation.ts';
import type { Reading } from './component-reading.ts';
import { headingSection } from './component-roles.ts';
import type { Endpoint } from './endpoints.ts';

/** Headings that announce an endpoint instead of naming what it does. */
export const genericTitle: RegExp =
  /^(?:(?:api|http|rest)\s)?(?:endpoints?|requests?|urls?|methods?|overview|introduction|definition|usage|open ?api(?: \w+)?|api|reference|http|route|call)$/i;

/**
 * The headings that name the operations of a page with several, each with the endpoint that stands under it: the nearest one above
 * that is more than the announcement of an endpoint. Empty for pages of one operation. Gives no diagnostics.
 */
export function operationHeadings(
  page: Page,
  endpoints: ReadonlyMap<Block | 'front matter', Endpoint>,
): ReadonlyMap<Block, Endpoint> {
  const found = new Map<Block, Endpoint>();
  let open: HeadingBlock[] = [];
  let count = 0;
  const depths = new Set<number>();
  for (const block of endpoints.has('front matter') ? [] : page.blocks) {
    const endpoint = endpoints.get(block);
    if (block.kind === 'heading') open = [...open.filter(({ depth }) => depth < block.depth), block];
    // what stands between a heading and an endpoint belongs to the heading: then the endpoint begins something else
    else if (!endpoint && block.kind !== 'prose') open = [];
    const heading = endpoint && open.findLast(namesOperation);
    if (endpoint) count += 1;
    if (!endpoint || !heading) continue;
    found.set(heading, endpoint);
    depths.add(heading.depth);
  }
  // where not each has its own, of the same rank, headings may as well stand behind the endpoints
  return count > 0 && found.size === count && depths.size === 1 ? found : new Map();
}

function namesOperation({ text }: HeadingBlock): boolean {
  return !genericTitle.test(text) && headingSection(text) === 'other';
}

/** Turns to the operation whose heading begins: what follows is about it, though its endpoint has yet to come. */
export function turnTo(reading: Reading, { operation }: Endpoint): void {
  if (reading.named) finishOperation(reading);
  reading.operation = operation;
  reading.named = false;
  reading.described = false;
}
