import type { Block, ElementBlock, ProseBlock } from './page.ts';

const tableParts = /^(?:table|thead|tbody|tfoot|tr|td|th)$/i;

/** What is nested deeper stays as it is. */
const deepest = 40;

/**
 * Blocks with what stands in the cells of HTML tables that only lay a page out in their place: those with a heading in a cell. A row that is a
 * few words is a line in bold, as that is what it is there for. All else stays. Gives no diagnostics.
 */
export function openLayoutTables(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some((block) => block.kind === 'element')) return blocks;
  return blocks.flatMap((block) => (isLayout(block) ? cellBlocks(block, 0) : [block]));
}

function isLayout(block: Block): block is ElementBlock {
  return block.kind === 'element' && block.tag.toLowerCase() === 'table' && holdsHeading(block, 0);
}

function holdsHeading({ children }: ElementBlock, depth: number): boolean {
  return children.some(
    (child) =>
      child.kind === 'heading' ||
      (child.kind === 'element' && depth < deepest && tableParts.test(child.tag) && holdsHeading(child, depth + 1)),
  );
}

function cellBlocks({ children }: ElementBlock, depth: number): Block[] {
  return children.flatMap((child): Block[] => {
    if (child.kind === 'element' && depth < deepest && tableParts.test(child.tag)) {
      const inner = cellBlocks(child, depth + 1);
      const [only, ...others] = inner;
      const isLine = child.tag.toLowerCase() === 'tr' && others.length === 0 && only?.kind === 'prose' && isLabel(only);
      return isLine ? [{ ...only, text: `**${only.text.trim()}**` }] : inner;
    }
    if (child.kind !== 'prose') return [child];
    // tags that only hold what follows
    if (/^<\/?(?:label|span|div|p)>$/i.test(child.text.trim())) return [];
    return [{ ...child, text: child.text.replaceAll(/<code>([^<>`]{1,500})<\/code>/gi, '`$1`') }];
  });
}

function isLabel({ form, text }: ProseBlock): boolean {
  return form === 'paragraph' && /^[A-Z][A-Za-z]{2,20}(?: [a-z]{2,20}){0,3}$/.test(text.trim());
}
