import type { Block, CodeBlock, ProseBlock } from '../../pages/page.ts';
import { endpointOf } from '../endpoints.ts';
import { methodOfPath } from './path-headings.ts';
import { isSection, type Section } from './outline.ts';
import type { NamedEndpoint } from './section-endpoints.ts';

/** A sentence that names an endpoint without its method: ``The endpoint `/boxes` takes ...``, ``The `/boxes` endpoint returns ...``. */
const spoken =
  /(?:\bendpoint\s+`((?:https?:\/\/[^\s`/]{1,200})?\/[^\s`]{1,300})`|`((?:https?:\/\/[^\s`/]{1,200})?\/[^\s`]{1,300})`\s+endpoint)\s+(?:takes|accepts|supports|returns|lists|gives|shows|provides|answers|reports|exposes|displays|retrieves|fetches|serves)\b/i;

/** An address with a query to fill in, as one types it into a browser. */
const addressForm =
  /^https?:\/\/[^\s`/?]{1,200}\/[^\n`?]{0,300}\?(?:<\w{1,40}>|[^\n`]{0,300}=[{<[][^\n`]{1,300}[}>\]][^\n`]{0,100})$/;

/** Words of a heading or line that say that an address is what to call. */
const saysCall = /\b(?:calls?|requests?|endpoints?|urls?|query|queries|format|syntax)\b/i;

const writes = /\b(?:POST|PUT|PATCH|DELETE)\b/;

/**
 * The endpoint of a section that names a path without a method, in a sentence or as an address to fill in: by the method that
 * its samples and texts tell, else GET, hedged, unless they speak of another. Gives no diagnostics.
 */
export function assumedEndpoint(section: Section): NamedEndpoint[] {
  if (!section.heading) return [];
  const blocks = section.parts.flatMap((part) => (isSection(part) ? (part.depth > 6 ? ownBlocks(part) : []) : [part]));
  const [first, ...others] = blocks.flatMap((block, at) => targetOf(block, section, blocks[at - 1]));
  if (!first || others.some(({ target }) => target !== first.target)) return [];
  const told = methodOfPath(first.target.replace(/^https?:\/\/[^/]+/, ''), blocks);
  const isElse = blocks.some((block) => 'text' in block && writes.test(block.text));
  const endpoint = told || !isElse ? endpointOf(told ?? 'get', first.target) : undefined;
  return endpoint ? [{ ...endpoint, block: first.block, ...(told === undefined && { isAssumed: true }) }] : [];
}

function ownBlocks({ parts }: Section): Block[] {
  return parts.flatMap((part) => (isSection(part) ? ownBlocks(part) : [part]));
}

interface Target {
  readonly target: string;
  readonly block: ProseBlock | CodeBlock;
}

function targetOf(block: Block, section: Section, before: Block | undefined): Target[] {
  if (block.kind === 'prose') {
    const [, behind, inFront] = spoken.exec(block.text.slice(0, 1000)) ?? [];
    const target = behind ?? inFront;
    return target === undefined ? [] : [{ target, block }];
  }
  if (block.kind !== 'code' || !/^(?:http|url|text|plaintext|txt|)$/.test(block.language ?? '')) return [];
  const text = block.text.trim();
  const intro = before?.kind === 'prose' ? before.text.slice(-200) : '';
  const isCall = saysCall.test(section.title) || saysCall.test(intro);
  return isCall && addressForm.test(text) ? [{ target: text, block }] : [];
}
