import type { Block, Page } from '../../pages/page.ts';
import { blockEndpoint } from '../endpoints.ts';
import { isSection, type Section } from './outline.ts';

/** A text that says what a server of the reader's has to offer; the API calls it, it is none of its operations. */
const demand =
  /\b(?:your|custom|own|external|third[- ]party)\s+(?:[\w-]{1,40}\s+){0,3}(?:server|service|application|app|backend|api|site|system)\b[^.]{0,120}\b(?:should|must|needs?\s+to|has\s+to|have\s+to)\s+(?:\w{1,20}\s+)?(?:provide|implement|expose|serve|support|offer|handle|accept)\b[^.]{0,80}\b(?:endpoints?|routes?|operations?|requests?|paths?)\b/i;

/** A text that says that the API calls a server of the reader's. */
const delivery =
  /\b(?:sends?|posts?|makes?|delivers?|calls?)\b[^.\n]{0,80}\b(?:to|at)\s(?:your\s|(?:the|an?|each|every)\s(?:\w{1,20}\s){0,2}(?:url|endpoint|address)\s(?:that\s)?you\b)/i;

/** Whether some blocks say that the API calls the reader: then a message that they show is none that is sent to it. Gives no diagnostics. */
export function tellsOfDeliveries(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.kind === 'prose' && delivery.test(block.text.slice(0, 2000)));
}

/** A host that stands for one of the reader's: `https://your-app.example`. */
const readersHost =
  /^https?:\/\/(?:www\.|api\.)?(?:your|my|customers?|clients?|merchants?|partners?)(?:[-_.]|[a-z]{3,20}\.)/i;

/** What is called so receives what the API sends; other paths may be those of an API that the reader runs. */
const received = /hook|callback|notif|event|listen|receiver|ipn\b/i;

/**
 * A page that says that the API calls the reader, without the lines that name an endpoint of a server of the reader's
 * (`POST https://your-app.example/hooks`); any other page as it is. Gives no diagnostics.
 */
export function withoutReadersEndpoints(page: Page): Page {
  if (!/https?:\/\/\S/.test(page.text) || !tellsOfDeliveries(page.blocks)) return page;
  return { ...page, blocks: ownBlocks(page.blocks) };
}

function ownBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    const endpoint = blockEndpoint(block);
    if (readersHost.test(endpoint?.server ?? '') && received.test(endpoint?.operation.path ?? '')) return [];
    return [block.kind === 'element' ? { ...block, children: ownBlocks(block.children) } : block];
  });
}

/** The parts of a section without those that a server of the reader's is to offer: up to the next heading behind such a text. */
export function ownParts(section: Section): readonly (Block | Section)[] {
  const at = section.parts.findIndex(demandsEndpoints);
  if (at === -1) return section.parts;
  const next = section.parts.findIndex((part, index) => index > at && isSection(part) && part.heading !== undefined);
  return [...section.parts.slice(0, at + 1), ...(next === -1 ? [] : section.parts.slice(next))];
}

function demandsEndpoints(part: Block | Section): boolean {
  return !isSection(part) && part.kind === 'prose' && demand.test(part.text.slice(0, 2000));
}
