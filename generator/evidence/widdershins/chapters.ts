import type { Location } from '../../base/location.ts';
import type { Block, HeadingBlock, ProseBlock } from '../../pages/page.ts';
import type { Endpoint } from '../endpoints.ts';

/** A part of the page that is about one operation or one schema. */
export interface Chapter {
  readonly kind: 'operation' | 'schema' | 'other';
  readonly heading?: HeadingBlock;
  /** The tag under which it stands. */
  readonly tag: string;
  /** What its anchors name: an operation's id, a schema's name. */
  readonly id?: string;
  readonly endpoint?: Endpoint;
  readonly blocks: readonly Block[];
}

/** Headings within a chapter: they do not begin a new one. */
const parts =
  /^(?:parameters|responses|response schema|response headers|properties|enumerated values|detailed descriptions|attributes|callbacks|schemas?)$/i;

/** Whether a heading names a part of a chapter instead of beginning one. */
function isPart(heading: HeadingBlock): boolean {
  return parts.test(heading.text);
}

/**
 * Cuts a page at its headings, but those of parts. `endpointOf` says which paragraphs are there to name an operation.
 */
export function cutChapters(blocks: readonly Block[], endpointOf: (block: Block) => Endpoint | undefined): Chapter[] {
  const chapters: Chapter[] = [];
  let tag = '';
  let heading: HeadingBlock | undefined;
  let own: Block[] = [];
  let isOperation = false;
  const finish = (): void => {
    if (own.length > 0) chapters.push(chapterOf(heading, tag, own, endpointOf));
    own = [];
    isOperation = false;
  };
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading' || isPart(block)) {
      own.push(block);
      isOperation ||= namesOperation(block);
      continue;
    }
    // a description may have headings of its own, which stand deeper
    const isWithin = heading !== undefined && block.depth > heading.depth && isOperation;
    if (isWithin && !beginsChapter(blocks, index + 1)) {
      const { location, text } = block;
      own.push({ kind: 'prose', form: 'paragraph', text, location });
      continue;
    }
    finish();
    heading = block;
    if (block.depth === 1) tag = block.text;
  }
  finish();
  return chapters;

  function namesOperation(block: Block): boolean {
    return block.kind === 'prose' && endpointOf(block) !== undefined;
  }

  /** Whether what stands behind a heading, up to the next, is about an operation or a schema. */
  function beginsChapter(all: readonly Block[], from: number): boolean {
    for (let at = from; at < all.length; at += 1) {
      const block = all[at];
      if (!block || (block.kind === 'heading' && !isPart(block))) return false;
      if (block.kind === 'prose' && (endpointOf(block) !== undefined || anchorIds(block).length > 0)) return true;
    }
    return false;
  }
}

function chapterOf(
  heading: HeadingBlock | undefined,
  tag: string,
  blocks: readonly Block[],
  endpointOf: (block: Block) => Endpoint | undefined,
): Chapter {
  const anchors = blocks.flatMap((block) => (block.kind === 'prose' ? anchorIds(block) : []));
  const schema = anchors.find((id) => id.startsWith('schema_'))?.slice('schema_'.length);
  const base = { ...(heading && { heading }), tag, blocks };
  if (schema !== undefined) return { ...base, kind: 'schema', id: schema };
  const endpoint = blocks.map((block) => (block.kind === 'prose' ? endpointOf(block) : undefined)).find(Boolean);
  const id = anchors.find((one) => one.startsWith('opId'))?.slice('opId'.length);
  if (endpoint) return { ...base, kind: 'operation', endpoint, ...(id !== undefined && { id }) };
  // older versions write no second anchor: the name is that of the heading
  const lower = anchors.find((one) => one.startsWith('schema'));
  return lower !== undefined && heading ? { ...base, kind: 'schema', id: heading.text } : { ...base, kind: 'other' };
}

/** The ids of the empty anchors in a paragraph: `<a id="opIdlistPets"></a>`. */
export function anchorIds(block: ProseBlock): string[] {
  return [...block.text.matchAll(/<a id="([^"<>]*)">/g)].map((match) => match[1] ?? '');
}

/** Where a chapter stands. */
export function chapterLocation({ heading, blocks }: Chapter): Location {
  return heading?.location ?? blocks[0]?.location ?? { document: '', line: 1 };
}
