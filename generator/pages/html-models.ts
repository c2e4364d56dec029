import { isEndpointHeading } from './html-endpoints.ts';
import type { Block } from './page.ts';

const models = /^(?:schemas|models|data models|component schemas|definitions)$/i;

/** Whether a block is a heading of the schemas of a whole description. Gives no diagnostics. */
export function isModelsHeading(block: Block | undefined): boolean {
  return block?.kind === 'heading' && models.test(block.text);
}

/**
 * Blocks of a page in which headings of the schemas of a whole description stand above those of operations: they are below none, however
 * large their letters are. Gives no diagnostics.
 */
export function withModelsApart(blocks: readonly Block[]): Block[] {
  const least = blocks.reduce((depth, block) => (isEndpointHeading(block) ? Math.min(depth, block.depth) : depth), 99);
  let own: number | undefined;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    if (own !== undefined && block.depth > own) return { ...block, depth: least - 0.25 + (block.depth - own) / 100 };
    own = isModelsHeading(block) && block.depth >= least ? block.depth : undefined;
    return own === undefined ? block : { ...block, depth: least - 0.25 };
  });
}
