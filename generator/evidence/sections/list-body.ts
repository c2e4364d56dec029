import type { ProseBlock } from '../../pages/page.ts';
import type { Evidence, Fact, OperationName } from '../evidence.ts';
import { links, plainText } from './markup.ts';

const opening =
  /(?:^|[.!?]\s+|\b(?:it|endpoint|request|body)\s+)(?:takes|accepts|expects|requires)\s+(?:an?\s+)?(?:json\s+)?(?:array|list)\s+of\s+/i;
const ending = /[,.;:(\n]|\s(?:to|for|and|in|with|as|that|which|of|from)\s/i;

/**
 * What a text says of the body of an operation of which nothing else is known: `Takes a list of commands, ...`. The words may
 * name an entity. Medium confidence. Gives no diagnostics.
 */
export function listBodyEvidence(blocks: readonly ProseBlock[], operation: OperationName): Evidence[] {
  if (!/^(?:post|put|patch)$/.test(operation.method)) return [];
  return blocks
    .flatMap((block): Evidence[] => {
      const text = block.text.slice(0, 2000);
      const match = opening.exec(text);
      if (!match) return [];
      const rest = text.slice(match.index + match[0].length);
      const [link] = links(rest.slice(0, 200));
      const isLink = link !== undefined && /^(?:[\w-]+\s){0,2}\[/.test(rest);
      const words = isLink ? link.text : plainText(rest.slice(0, rest.search(ending)));
      const add = (fact: Fact): Evidence => {
        const subject = { kind: 'request', operation, path: [] } as const;
        return { subject, fact, location: block.location, method: 'prose', confidence: 'medium' };
      };
      const { document } = block.location;
      const isNamed = words !== '' && words.split(/\s+/).length <= 4;
      const reference = { document, words, ...(isLink && { link: link.target }), form: 'list' } as const;
      return [
        add({ kind: 'exists' }),
        add({ kind: 'type', words: 'array' }),
        ...(isNamed ? [add({ kind: 'refers', reference })] : []),
      ];
    })
    .slice(0, 3);
}
