import type { Block, CodeBlock, Page } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';
import { componentRole } from './component-roles.ts';
import {
  blockEndpoint,
  endpointOf,
  frontMatterEndpoint,
  httpMethod,
  leadsElsewhere,
  type Endpoint,
} from './endpoints.ts';
import { messageRequests } from './message-samples.ts';
import { pathTemplate, requestUrl } from './request-url.ts';
import { tellsOfDeliveries } from './sections/foreign-endpoints.ts';
import { namedEndpoint } from './sections/section-endpoints.ts';
import { sampleRequests } from './sample-requests.ts';

/**
 * The blocks that name an endpoint, outermost first, in document order; front matter stands for itself. Where none is there to
 * name one and nothing else, those that name one among other words (`**Endpoint:** GET /x`). Gives no diagnostics.
 */
export function pageEndpoints(page: Page): Map<Block | 'front matter', Endpoint> {
  const found = new Map<Block | 'front matter', Endpoint>();
  const front = frontMatterEndpoint(page.frontMatter?.value);
  if (front) found.set('front matter', front);
  addEndpoints(page.blocks, blockEndpoint, found);
  if (found.size === 0) addEndpoints(page.blocks, namedEndpoint, found);
  if (found.size === 0 && !tellsOfDeliveries(page.blocks)) addEndpoints(page.blocks, messageEndpoint, found, true);
  return found;
}

/** The operation that the one HTTP request in a code block calls, where it is written as it goes over the wire. */
function messageEndpoint(block: Block): Endpoint | undefined {
  if (block.kind !== 'code') return undefined;
  const [request, ...others] = messageRequests(block.text, { document: '', firstLine: 1 });
  const method = httpMethod(request?.method ?? '');
  return request && method && others.length === 0 ? endpointOf(method, request.url) : undefined;
}

function addEndpoints(
  blocks: readonly Block[],
  read: (block: Block) => Endpoint | undefined,
  found: Map<Block | 'front matter', Endpoint>,
  inSamples = false,
): void {
  for (const block of blocks) {
    const endpoint = read(block);
    const role = block.kind === 'element' ? componentRole(block.tag) : undefined;
    if (endpoint) found.set(block, endpoint);
    else if (
      block.kind === 'element' &&
      !leadsElsewhere(block) &&
      (role === undefined || (inSamples && role === 'samples'))
    )
      addEndpoints(block.children, read, found, inSamples);
  }
}

/** An operation that only samples show, and the first of them. */
export interface SampledEndpoint {
  readonly endpoint: Endpoint;
  readonly block: CodeBlock;
}

/** The one operation that all sample requests of a page call; undefined where they call several, or there are none. */
export function sampledEndpoint(page: Page): SampledEndpoint | undefined {
  const found = new Map<string, SampledEndpoint>();
  if (tellsOfDeliveries(page.blocks)) return undefined;
  for (const block of allBlocks(page.blocks)) {
    if (block.kind !== 'code') continue;
    const origin = { document: page.path, firstLine: block.textLine };
    for (const request of sampleRequests(block.text, origin)) {
      const method = httpMethod(request.method);
      const path = pathTemplate(requestUrl(request.url).path);
      if (!method || path === '/' || !/^\/[^\s"'\\]*$/.test(path)) continue;
      const key = `${method} ${path}`;
      if (!found.has(key)) found.set(key, { endpoint: { operation: { method, path } }, block });
    }
    if (found.size > 1) return undefined;
  }
  return [...found.values()][0];
}
