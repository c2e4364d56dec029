import type { Block, HeadingBlock } from '../../pages/page.ts';
import { httpMethod } from '../endpoints.ts';
import { blocksBelow } from './path-headings.ts';
import { plainText } from './markup.ts';
import { pathText } from './section-endpoints.ts';

/** A heading over nothing but the path of what the headings beside it do: `Resource URI`. */
const pathLabel = /^(?:(?:api|resource|base|relative|request|http|rest)\s)?(?:url|uri|path|endpoint|route)s?$/i;

/** A heading that is a method: `HTTP GET`, `GET request`, `POST: send one`. */
const methodLabel =
  /^(?:HTTP\s)?(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)(?:\s(?:request|method|operation))?(?:\s?[:–—-]\s?(\S.{0,200}))?$/;

/** What stands below a method that there is none: `Not supported.` */
const isNone =
  /^\W{0,3}(?:(?:this|the) (?:\w+ )?(?:method )?is )?(?:not (?:supported|allowed|available|applicable|implemented)|n\/a)\W{0,3}$/i;

/**
 * Blocks in which headings that are methods name endpoints, where one beside them and before them (`Resource URI`) has nothing below it
 * but the path; those without the method that texts say not to be supported. All other blocks are as they were. Gives no diagnostics.
 */
export function withSharedPaths(blocks: readonly Block[]): readonly Block[] {
  let above: { readonly path: string; readonly depth: number } | undefined;
  const dropped = new Set<Block>();
  return blocks
    .map((block, at): Block => {
      if (block.kind !== 'heading') return block;
      if (above && block.depth < above.depth) above = undefined;
      const path = pathBelow(block, blocks, at);
      if (path !== undefined) above = { path, depth: block.depth };
      const [, method = '', title] = (above && methodLabel.exec(plainText(block.text.slice(0, 300)))) ?? [];
      if (!above || block.depth !== above.depth || httpMethod(method) === undefined) return block;
      const below = blocksBelow(blocks, block, at);
      const [first, ...others] = below;
      if (first?.kind === 'prose' && others.length === 0 && isNone.test(first.text)) {
        for (const one of [block, ...below]) dropped.add(one);
        return block;
      }
      return { ...block, text: title === undefined ? `${method} ${above.path}` : `${title} [${method} ${above.path}]` };
    })
    .filter((_, at) => !dropped.has(blocks[at] as Block));
}

/** The path that is all that stands below a heading that says so. */
function pathBelow(heading: HeadingBlock, blocks: readonly Block[], at: number): string | undefined {
  if (!pathLabel.test(plainText(heading.text.slice(0, 60)))) return undefined;
  const [only, ...others] = blocksBelow(blocks, heading, at);
  const isText = only?.kind === 'code' || (only?.kind === 'prose' && only.form === 'paragraph');
  if (!isText || others.length > 0 || only.text.length > 500) return undefined;
  const path = pathText(only.text.trim());
  return path === undefined || /\s/.test(path) ? undefined : path;
}
