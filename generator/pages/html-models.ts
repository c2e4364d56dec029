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

const rootType = /^(?:(?:Type:|\*\*Type(?::\*\*|\*\*:))\s{0,3}(array|object)\b[^.]{0,100}|(array|object)(?: of:?)?)$/i;

/** What the items of a list are called, on a line of its own. */
const itemsLine = /^\*\*(?:Array )?Items(?::\*\*|\*\*:)\s{0,3}`?[\w.$-]{1,100}`?$/i;

/** How many blocks may stand between the type of a schema and its fields. */
const maxBetween = 4;

/** Blocks without lines of the type of a whole schema; what says that it is a list stands right before its fields. Gives no diagnostics. */
export function withRootTypes(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  let list: Block | undefined;
  for (const [at, block] of blocks.entries()) {
    const [, labelled, bare] =
      block.kind === 'prose' && block.form === 'paragraph' ? (rootType.exec(block.text) ?? []) : [];
    const type = labelled ?? (bare !== undefined && isBeforeFields(blocks, at) ? bare : undefined);
    if (type !== undefined) {
      const text = 'An array of objects:';
      list = /^a/i.test(type) ? { kind: 'prose', form: 'paragraph', text, location: block.location } : undefined;
      continue;
    }
    if (list && block.kind === 'prose' && itemsLine.test(block.text)) continue;
    const isFields = block.kind === 'table' || (block.kind === 'prose' && block.form === 'list');
    if (list && isFields) found.push(list);
    if (isFields || block.kind === 'heading') list = undefined;
    found.push(block);
  }
  return found;
}

function isBeforeFields(blocks: readonly Block[], at: number): boolean {
  const behind = blocks.slice(at + 1, at + 1 + maxBetween);
  return behind.find(({ kind }) => kind === 'table' || kind === 'heading')?.kind === 'table';
}
