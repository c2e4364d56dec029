import type { Block, HeadingBlock } from '../../pages/page.ts';
import { titleRole } from './action-titles.ts';
import { plainText } from './markup.ts';
import { fenceEndpoints } from './fence-endpoints.ts';
import { namedEndpoint } from './section-endpoints.ts';

/** The depth of a line in bold that serves as a heading: no heading of Markdown is deeper. */
const depth = 6;

/** What is done, in one of the words that as a label would say nothing. */
const action =
  /^(?:list|get|fetch|find|search|read|show|delete|remove|create|add|new|update|edit|change|set|put|post|patch)\b/i;

/** A paragraph that is all in bold. */
const boldLine = /^\*\*([^*\n]{2,120})\*\*$|^__([^_\n]{2,120})__$/;

/**
 * Blocks in which lines in bold are headings where each begins another operation, as on pages that have one heading for all
 * operations of a resource: a line that is an endpoint (`**GET /books**`), or a title above a paragraph or code that is nothing
 * but one (`**List**`), two at least below the same heading: one alone may be part of what that names. Labels of parts
 * (`**Request**`) always are. All other blocks are as they were. Gives no diagnostics.
 */
export function withBoldHeadings(blocks: readonly Block[]): readonly Block[] {
  const found = new Map<Block, HeadingBlock>();
  let below = 0;
  let most = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') below = 0;
    const heading = boldHeading(block, blocks[index + 1]);
    if (!heading) continue;
    found.set(block, heading);
    below += 1;
    most = Math.max(most, below);
  }
  return most < 2 ? blocks : blocks.map((block) => found.get(block) ?? block);
}

function boldHeading(block: Block, next: Block | undefined): HeadingBlock | undefined {
  if (block.kind !== 'prose' || block.form !== 'paragraph' || block.text.length > 130) return undefined;
  const match = boldLine.exec(block.text.trim());
  const text = match?.[1] ?? match?.[2];
  if (text === undefined) return undefined;
  const heading: HeadingBlock = { kind: 'heading', depth, text, location: block.location };
  if (namedEndpoint(heading)) return namedEndpoint(heading)?.text === undefined ? heading : undefined;
  const { role, isPlain } = titleRole(plainText(text), [next]);
  const isTitle = role === 'other' && (!isPlain || action.test(text));
  return isTitle && next && isEndpointAlone(next) ? heading : undefined;
}

/** Whether a block is there for nothing but to name an operation. */
function isEndpointAlone(block: Block): boolean {
  if (block.kind === 'code') return namedEndpoint(block) !== undefined || fenceEndpoints(block) !== undefined;
  return block.kind === 'prose' && block.form === 'paragraph' && namedEndpoint(block) !== undefined;
}
