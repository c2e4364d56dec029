import type { Block, HeadingBlock } from '../../pages/page.ts';
import { blocksBelow } from './path-headings.ts';
import { namedEndpoints } from './section-endpoints.ts';

/** A sentence that says the method of all requests of a page: `All requests are plain GETs.`, `Requests are made with HTTP GET.` */
const sentence =
  /(?:^|[.\n]\s{0,3})(?:(?:all|every|each|the)\s){0,2}(?:(?:api|http)\s)?(?:requests?|calls?|endpoints?|queries)\s(?:(?:to|of|in)\s[^.\n]{1,40}\s)?(?:is|are)\s(?:(?:simple|plain|all|made|sent|called|done|issued|always|only|via|as|with|by|using|through|http|https|an?|the)\s){0,5}[`*]{0,3}GETs?\b/i;

/** An address, or a path, with what its query holds: nothing else on the only line. */
const address = /^(?:https?:\/\/[^\s`/?#]{1,200})?\/[^\s`?#]{0,300}(?:\?[^\s`]{0,500})?$/;

/**
 * Blocks in which the addresses that sections begin their code with say the method that the text above all sections says for all requests,
 * which is GET. Sections that name an endpoint themselves, and pages that speak of other methods there, are as they were. Gives no
 * diagnostics.
 */
export function withMethodOfAll(blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex((block) => block.kind === 'heading' && block.depth > 1);
  const above = blocks.slice(0, Math.max(0, end)).flatMap((block) => (block.kind === 'prose' ? [block.text] : []));
  if (!above.some((text) => sentence.test(text.slice(0, 2000)))) return blocks;
  if (above.some((text) => /\b(?:POST|PUT|PATCH|DELETE)\b/.test(text))) return blocks;
  const first = new Set(
    blocks.flatMap((block, at) => (block.kind === 'heading' ? firstAddress(blocks, block, at) : [])),
  );
  return blocks.map((block) =>
    first.has(block) && block.kind === 'code' ? { ...block, text: `GET ${block.text.trim()}` } : block,
  );
}

/** The address that is the first code right below a heading. */
function firstAddress(blocks: readonly Block[], heading: HeadingBlock, at: number): Block[] {
  const inside = blocksBelow(blocks, heading, at);
  const next = inside.findIndex((block) => block.kind === 'heading');
  const own = next === -1 ? inside : inside.slice(0, next);
  const first = own.find((block) => block.kind === 'code');
  const isAddress = first?.kind === 'code' && isUnmarked(first.language) && address.test(first.text.trim());
  return first && isAddress && !own.some((block) => namedEndpoints(block).length > 0) ? [first] : [];
}

function isUnmarked(language: string | undefined): boolean {
  return /^(?:http|url|text|plaintext|txt|)$/.test(language ?? '');
}
