import type { ProseBlock } from '../../pages/page.ts';
import type { Evidence, Fact, OperationName } from '../evidence.ts';
import { links } from './markup.ts';

type Likeness = Extract<Fact, { readonly kind: 'like' }>;

const what = String.raw`(?:param\w*|arguments?|attributes?|fields?|properties|options|(?:request\s+)?body|payload)`;
const answer = String.raw`(?:(?:json\s+)?(?:response|answer|result|output|representation)s?(?:\s+(?:body|payload|format))?)`;
const listed = String.raw`(?:listed|described|documented|specified|explained|given)`;

/** How a text says that an operation is like another one, and in what; a link behind it says which. */
const phrases: readonly { readonly pattern: RegExp; readonly parts: Likeness['parts'] }[] = [
  { parts: 'request', pattern: new RegExp(String.raw`\b(?:same|identical)\s+${what}\b`, 'i') },
  {
    parts: 'request',
    pattern: new RegExp(
      String.raw`\b(?:refer to|see|use|takes|accepts)\s+(?:the\s+)?(?:\w+\s+)?${what}\s+(?:from|of|in|for)\b`,
      'i',
    ),
  },
  { parts: 'request', pattern: new RegExp(String.raw`${what}\s+are\s+the\s+same\b`, 'i') },
  {
    parts: 'request',
    pattern: new RegExp(
      String.raw`${what}\s+(?:as\s+|that are\s+|which are\s+)?${listed}\s+(?:in|at|under|for|by)\s+(?:the\s+)?(?=\[)`,
      'i',
    ),
  },
  {
    parts: 'both',
    pattern: /\b(?:functions?|works?|behaves?)\s+(?:exactly\s+)?(?:the\s+same|like|identically)\b/i,
  },
  { parts: 'answer', pattern: new RegExp(String.raw`\b(?:same|identical)\s+${answer}\s+(?:as|to)\b`, 'i') },
  {
    parts: 'answer',
    pattern: new RegExp(
      String.raw`\b${answer}\s+(?:is|has)\s+(?:exactly\s+)?(?:the\s+same|identical)\b[^.\n]{0,40}\b(?:as|to)\b`,
      'i',
    ),
  },
];

/** A sentence that only sends to where an answer is shown: `See the [Get a box](#get-a-box) endpoint for the payload`. */
const shown =
  /\b(?:see|refer to)\s+(?:the\s+)?\[[^\][\n]{1,100}\]\(([^()\s]{1,300})\)[^.\n]{0,30}\bfor\b[^.\n]{0,40}\b(?:payload|response|representation)\b/i;
const returns = /\b(?:returns?|respon(?:ds?|ses?))\b/i;
const severalObjects = /\b(?:arrays?|lists?|collections?)\s+of\b|\ball\b/i;
const returnsItself =
  /\b(?:returns?|responds?\s+with)\b[^.\n]{0,60}\b(?:current|updated|changed)\s+(?:json\s+)?representation\s+of\s+(?:the|this)\s/i;
const oneObject = /\brepresentation\s+of\s+(?:the|an?)\s/i;

/**
 * The operations that a paragraph says this one is like: called like one (`Same parameters as [Create](#create)`), answered like
 * one, or both; or that it returns what it changes. Gives no diagnostics.
 */
export function likenessEvidence(block: ProseBlock, operation: OperationName): Evidence[] {
  const text = block.text.slice(0, 5000);
  const found: Evidence[] = [];
  const add = (link: string | undefined, parts: Likeness['parts'], single = false): void => {
    if (link !== undefined && /^[a-z]+:/i.test(link)) return;
    const { document } = block.location;
    const fact: Likeness = {
      kind: 'like',
      document,
      parts,
      ...(link !== undefined && { link }),
      ...(single && { single }),
    };
    const subject = { kind: 'operation', operation } as const;
    found.push({ subject, fact, location: block.location, method: 'prose', confidence: 'medium' });
  };
  for (const { pattern, parts } of phrases) {
    const match = pattern.exec(text);
    if (!match || found.length > 0) continue;
    const rest = text.slice(match.index, match.index + 300).split(/\.\s|\n\n/)[0] ?? '';
    const [link] = links(rest);
    if (link) add(link.target, parts);
  }
  const match = shown.exec(text);
  const before = match ? text.slice(0, match.index) : '';
  if (match?.[1] !== undefined && (returns.test(before) || /\bresponse\b/i.test(match[0]))) {
    const single = oneObject.test(before);
    if (single || !severalObjects.test(before)) add(match[1], 'answer', single);
  }
  if (!match && /^(?:put|patch)$/.test(operation.method) && returnsItself.test(text)) add(undefined, 'answer', true);
  return found;
}
