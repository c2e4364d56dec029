import type { Block, HeadingBlock } from '../../pages/page.ts';
import { httpMethod } from '../endpoints.ts';
import type { HttpMethod } from '../evidence.ts';
import { matchPath, requestUrl } from '../request-url.ts';
import { sampleRequests } from '../sample-requests.ts';
import { namedEndpoint } from './section-endpoints.ts';

/** A method that a text says to be that of a request. */
const statedMethod =
  /\b(?:[Mm]ethod|[Vv]erb|via|by|using|an?|sends?|sending|with|http|accepts?|supports?|issue|make|perform|do)\W{1,6}(GET|POST|PUT|PATCH|DELETE)\b|\b(GET|POST|PUT|PATCH|DELETE)\b[`*]{0,3}\s(?:requests?|method|calls?|only|to\s(?:this|the))\b/g;

/**
 * The method of a heading that is only a path, where what stands below it (`inside`) names no endpoint: the one by which samples call that
 * path, else the only one that texts speak of. Gives no diagnostics.
 */
export function methodOfPath(path: string, inside: readonly Block[]): HttpMethod | undefined {
  if (inside.some((block) => namedEndpoint(block) !== undefined)) return undefined;
  const called = inside.flatMap((block) => (block.kind === 'code' ? calls(path, block.text) : []));
  const [method, ...others] = new Set(called.length > 0 ? called : inside.flatMap(stated));
  return others.length === 0 ? method : undefined;
}

function calls(path: string, text: string): HttpMethod[] {
  return sampleRequests(text, { document: '', firstLine: 1 }).flatMap((request) => {
    const method = httpMethod(request.method);
    return method && matchPath(path.split('?')[0] ?? path, requestUrl(request.url).path) ? [method] : [];
  });
}

function stated(block: Block): HttpMethod[] {
  if (block.kind !== 'prose') return [];
  return [...block.text.slice(0, 5000).matchAll(statedMethod)].flatMap(
    ([, before, behind]) => httpMethod(before ?? behind ?? '') ?? [],
  );
}

/** The blocks below the heading at an index, up to the next heading that is not deeper. Gives no diagnostics. */
export function blocksBelow(blocks: readonly Block[], { depth }: HeadingBlock, at: number): readonly Block[] {
  let end = at + 1;
  for (let block = blocks[end]; block && !(block.kind === 'heading' && block.depth <= depth); block = blocks[end])
    end += 1;
  return blocks.slice(at + 1, end);
}
