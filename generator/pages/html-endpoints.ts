import type { Block, HeadingBlock } from './page.ts';
import { methodOnly } from './split-endpoints.ts';

/** A method before a path, with what may stand behind them on a button: `GET /x`, `POST /x Add one`. */
const endpoint = /^(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH)\s{0,5}(\/(?!\s)[^\s]{0,500})(?:\s{1,5}(\S.{0,300}))?$/;

const path = /^(?:\/[^\s]{0,500}|https?:\/\/[^\s]{1,500})$/;

/** A text without the marks of code and of strong words. */
function unmarked(text: string): string {
  return text.replaceAll(/[`*]/g, '').trim();
}

/**
 * The text of a heading for what a term or a button of an HTML page shows, where that is a method and a path (RFC 9110, section 9.3);
 * `isWhole` where nothing else may stand beside them. Else undefined. Gives no diagnostics.
 */
export function endpointTitle(text: string, isWhole: boolean): string | undefined {
  if (text.length > 1000) return undefined;
  const [, method, target, title] = endpoint.exec(unmarked(text)) ?? [];
  if (method === undefined || target === undefined || (isWhole && title !== undefined)) return undefined;
  return title === undefined ? `${method} ${target}` : `${method} ${target} ${title}`;
}

/**
 * Blocks of an HTML element, where a line that is nothing but a method and the one behind it that is nothing but a path become one
 * heading, of half a level below the heading above it (`depth`): they head what stands in the same element. Gives no diagnostics.
 */
export function withEndpointHeadings(blocks: readonly Block[], depth: number): Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    const before = found.at(-1);
    const method = before?.kind === 'prose' && before.text.length < 20 ? unmarked(before.text) : '';
    const isPath = block.kind === 'prose' && block.form === 'paragraph' && block.text.length < 600;
    if (before && isPath && methodOnly.test(method) && path.test(unmarked(block.text))) {
      found[found.length - 1] = endpointHeading(`${method.toUpperCase()} ${unmarked(block.text)}`, before, depth);
    } else found.push(block);
  }
  return found;
}

/** A heading half a level below the one above it, so that headings of the next level stand below it. Gives no diagnostics. */
export function endpointHeading(text: string, { location }: Pick<Block, 'location'>, depth: number): HeadingBlock {
  return { kind: 'heading', depth: depth + 0.5, text, location };
}
