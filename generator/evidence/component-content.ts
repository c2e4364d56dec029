import type { Block, ElementBlock, ProseBlock } from '../pages/page.ts';
import { componentRole } from './component-roles.ts';

/** The prose of a parameter, that of notes in it included, and what else stands in it. */
export function parameterContent(blocks: readonly Block[]): { prose: ProseBlock[]; rest: Block[] } {
  const prose: ProseBlock[] = [];
  const rest: Block[] = [];
  for (const block of blocks) {
    const text = block.kind === 'element' ? textOnly(block) : undefined;
    if (block.kind === 'prose') prose.push(block);
    else if (text) prose.push(...text);
    else rest.push(block);
  }
  return { prose, rest };
}

/** The prose of an element that holds nothing else and has no meaning of its own; undefined for any other. */
function textOnly(block: ElementBlock): ProseBlock[] | undefined {
  const role = componentRole(block.tag);
  if ((role !== undefined && role !== 'aside') || block.children.length === 0) return undefined;
  const prose: ProseBlock[] = [];
  for (const child of block.children) {
    const text = child.kind === 'prose' ? [child] : child.kind === 'element' ? textOnly(child) : undefined;
    if (!text) return undefined;
    prose.push(...text);
  }
  return prose;
}
