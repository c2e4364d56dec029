import { elementText } from './elements.ts';
import type { Block } from './page.ts';

/** A method of HTTP and nothing else (RFC 9110, section 9.3). */
export const methodOnly: RegExp = /^(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH)$/i;
const path = /^\/[^\s]{0,500}$/;

/**
 * Blocks of one HTML element, where a heading that is nothing but a path behind a line that is nothing but a method (RFC 9110,
 * section 9.3) becomes one line with both: such a heading is only large letters, no section begins at it. Gives no diagnostics.
 */
export function withWholeEndpoints(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    const before = found.at(-1);
    const name = before?.kind === 'prose' ? unmarked(before.text) : '';
    if (before && block.kind === 'heading' && methodOnly.test(name) && path.test(block.text)) {
      const text = `\`${name.toUpperCase()} ${elementText(block.text)}\``;
      found[found.length - 1] = { kind: 'prose', form: 'paragraph', text, location: before.location };
    } else found.push(block);
  }
  return found;
}

function unmarked(text: string): string {
  return text.length > 200 ? '' : text.replaceAll(/<[^<>]*>|[*_`]/g, '').trim();
}
