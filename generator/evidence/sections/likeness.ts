import type { ProseBlock } from '../../pages/page.ts';
import type { Evidence, OperationName } from '../evidence.ts';
import { links } from './markup.ts';

const what = String.raw`(?:param\w*|arguments?|attributes?|fields?|properties|options|(?:request\s+)?body|payload)`;

/** How a text says that an operation is called like another one; a link behind it says which. */
const phrases: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:same|identical)\s+${what}\b`, 'i'),
  new RegExp(
    String.raw`\b(?:refer to|see|use|takes|accepts)\s+(?:the\s+)?(?:\w+\s+)?${what}\s+(?:from|of|in|for)\b`,
    'i',
  ),
  new RegExp(String.raw`${what}\s+are\s+the\s+same\b`, 'i'),
  /\b(?:functions?|works?|behaves?)\s+(?:exactly\s+)?(?:the\s+same|like|identically)\b/i,
];

/** The operation that a paragraph says this one is called like (`Same parameters as [Create](#create)`). Gives no diagnostics. */
export function likenessEvidence(block: ProseBlock, operation: OperationName): Evidence[] {
  const text = block.text.slice(0, 5000);
  return phrases
    .flatMap((phrase): Evidence[] => {
      const match = phrase.exec(text);
      if (!match) return [];
      const rest = text.slice(match.index, match.index + 300).split(/\.\s|\n\n/)[0] ?? '';
      const [link] = links(rest);
      if (!link || /^[a-z]+:/i.test(link.target)) return [];
      const fact = { kind: 'like', document: block.location.document, link: link.target } as const;
      return [
        {
          subject: { kind: 'operation', operation },
          fact,
          location: block.location,
          method: 'prose',
          confidence: 'medium',
        },
      ];
    })
    .slice(0, 1);
}
