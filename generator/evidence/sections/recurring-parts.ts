import type { Block, HeadingBlock } from '../../pages/page.ts';
import { blockEndpoint } from '../endpoints.ts';

/** How often a heading stands below operations, so that it is one of their parts. */
const leastTimes = 3;

/** What tells headings apart that a page repeats: their level and their words. */
export function headingKey({ depth, text }: HeadingBlock): string {
  return `${depth} ${text}`;
}

/**
 * Headings that a page repeats below operations whose own headings are set smaller, as those of every box of a rendered page: parts of
 * the operations, whatever they are called. Gives no diagnostics.
 */
export function recurringParts(blocks: readonly Block[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  let operation: HeadingBlock | undefined;
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    if (blockEndpoint(block)) operation = block;
    else if (operation && block.depth < operation.depth) {
      const key = headingKey(block);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= leastTimes).map(([key]) => key));
}
