import type { Block, Page, ProseBlock } from '../pages/page.ts';

const methodWord = '(GET|PUT|POST|DELETE|HEAD|PATCH)';

/** A paragraph that begins with a call, and goes on with what it does: ``PATCH `/rooms/:id` renames a room.`` */
const told = new RegExp(
  String.raw`^(?:(?:use|call|send|issue)\s(?:an?\s)?)?[\x60*]{0,3}${methodWord}[\x60*]{0,3}\s{1,2}(?:to\s)?[\x60*]{0,3}(\/[^\s\x60*,;?]{1,200})[\x60*]{0,3}\s?[:–—-]?\s(?=(?:to\s|will\s)?[\x60a-z])`,
  'i',
);

/** Any call in a text. */
const call = new RegExp(String.raw`\b${methodWord}[\x60*]{0,3}\s{1,2}[\x60*]{0,3}\/\w`, 'g');

/** Words of a text about what was otherwise, as notes on versions have them. */
const ofChange =
  /\b(?:no longer|now|removed|previously|formerly|used to|fixed|changed|renamed|was|were|instead of|deprecated)\b/i;

/** Longer paragraphs are stories. */
const longest = 600;

/**
 * The page with an endpoint set before each paragraph that begins with a call and says what that does; undefined where it has no such
 * paragraph. It is for documents that name no operation in any other way, since such a sentence may speak of anything. Gives no
 * diagnostics.
 */
export function withToldEndpoints(page: Page): Page | undefined {
  if (page.format !== 'markdown') return undefined;
  const blocks = page.blocks.flatMap((block) => [...endpointBefore(block), block]);
  return blocks.length === page.blocks.length ? undefined : { ...page, blocks };
}

function endpointBefore(block: Block): ProseBlock[] {
  if (block.kind !== 'prose' || block.form !== 'paragraph' || block.text.length > longest) return [];
  const [, method, path] = told.exec(block.text.trim()) ?? [];
  if (method === undefined || path === undefined || method !== method.toUpperCase()) return [];
  if (ofChange.test(block.text) || [...block.text.matchAll(call)].length > 1) return [];
  const text = `${method} ${path.replace(/[.:]$/, '')}`;
  return [{ kind: 'prose', form: 'paragraph', text, location: { ...block.location, endLine: block.location.line } }];
}
