import type { ProseBlock } from '../../pages/page.ts';
import type { Evidence, Fact, OperationName } from '../evidence.ts';
import { endpointOf, httpMethod } from '../endpoints.ts';
import type { PartRole } from './heading-roles.ts';
import { links } from './markup.ts';
import { slug } from './outline.ts';

type Likeness = Extract<Fact, { readonly kind: 'like' }>;

const what = String.raw`(?:param\w*|filters|arguments?|attributes?|fields?|properties|options|(?:request\s+)?body|payload)`;
const answer = String.raw`(?:(?:json\s+)?(?:response|answer|result|output|representation)s?(?:\s+(?:body|payload|format))?)`;
const listed = String.raw`(?:listed|described|documented|specified|explained|given)`;

/** What stands between the name of a part and what is said of it: `**Parameters**: see`. */
const joint = String.raw`[*_\s]{0,4}[:–—-]?[*_\s]{0,4}(?:(?:is|are)\s)?(?:exactly\s)?(?:the\s)?`;

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
    parts: 'answer',
    pattern: /:\s[^.\n]{0,80}\bas\s(?:in|for|returned\sby|shown\sin|described\sin)\s(?=\[|`[A-Z])/i,
  },
  { parts: 'request', pattern: new RegExp(String.raw`\b${what}${joint}(?:(?:same|identical)\b|see\s(?=\[))`, 'i') },
  { parts: 'answer', pattern: new RegExp(String.raw`\b${answer}${joint}(?:(?:same|identical)\b|see\s(?=\[))`, 'i') },
  { parts: 'answer', pattern: /\breturns?\s(?:exactly\s)?the\ssame(?:\s[a-z]{1,20}){0,2}\s(?:as|that)\b/i },
  {
    parts: 'answer',
    pattern:
      /\b(?:returns?|response)\b[^.\n]{0,40}\bsame\s(?:shape|structure|format|fields|object|schema)\s(?:as|of)\b/i,
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
/** The same behind words for what is returned: `See [Get a box](#get-a-box) for more info`. */
const shownMore =
  /\b(?:see|refer to)\s+(?:the\s+)?\[(?:get|retrieve|fetch|read|show|view)\b[^\][\n]{1,100}\]\(([^()\s]{1,300})\)[^.\n]{0,30}\bfor\s(?:more|further)\s(?:info|details?)/i;
const returns = /\b(?:returns?|respon(?:ds?|ses?))\b/i;
const severalObjects = /\b(?:arrays?|lists?|collections?)\s+of\b|\ball\b/i;
const returnsItself =
  /\b(?:returns?|responds?\s+with)\b[^.\n]{0,60}\b(?:current|updated|changed)\s+(?:json\s+)?representation\s+of\s+(?:the|this)\s/i;
const oneObject = /\brepresentation\s+of\s+(?:the|an?)\s/i;

/** What stands under a heading of its own and only says where else it is described: `Same as [Get a box](#get-a-box)`. */
const asElsewhere =
  /^\W{0,3}(?:(?:it|this|they|these)\s(?:is|are)\s|the\s)?(?:(?:exactly\s)?(?:the\s)?same|identical|as)\b/i;

/** The roles of headings under which such a text speaks of what is sent. */
const sentRoles: ReadonlySet<PartRole> = new Set(['parameters', 'query', 'body', 'request']);

/** What follows the words that something is left out: ``except `total` and `tags` ``. */
const exception = /\b(?:except(?:\sfor|\sthat)?|without|apart\sfrom|other\sthan|minus|but\snot)\b([^.\n]{1,200})/i;

/** A sentence that says that the answer is a list of what another is: `an array of the same objects as in [Get a box](#get-a-box)`. */
const listOfSame =
  /\b(?:array|list|collection)\sof\s(?:the\s)?(?:same\s)?(?:\w+\s)?(?:objects|items|entries|\w+s)[^.\n]{0,20}\s(?:same\s)?as\b/i;

/** A sentence that says that nothing has to be given. */
const allOptional = /\ball\b[^.\n]{0,30}\boptional\b|\bnone\b[^.\n]{0,30}\brequired\b/i;

/** A sentence that goes on with the answer of the operation it speaks of. */
const answersSame =
  /\b(?:returns?|responds?\swith)\s(?:exactly\s)?the\ssame(?:\s(?:response|result|object|thing|fields|data))?\.?\s{0,2}$/i;

/** The names in code behind the words for an exception. */
function exceptions(text: string): string[] {
  const [, rest = ''] = exception.exec(text) ?? [];
  return [...rest.matchAll(/`([\w.-]{1,60})`/g)].map((match) => match[1] ?? '');
}

/** Which operation a sentence names as the other: by a link, by its method and path in code, or by its heading on this page. */
function otherOf(sentence: string): Pick<Likeness, 'link' | 'other'> | undefined {
  const [link] = links(sentence);
  if (link) return { link: link.target };
  const [, method = '', path = ''] = /`([A-Z]{3,7})\s(\/[^\s`]{0,300})`/.exec(sentence) ?? [];
  const known = httpMethod(method);
  const other = known && endpointOf(known, path)?.operation;
  if (other) return { other };
  const words = /\b(?:as|to|of|in|for)\s(?:the\s)?[*_"“`]{0,3}([A-Z][^.,;:()*_"”`\n]{2,60})/.exec(sentence)?.[1];
  const title = words?.split(/\s(?:except|without|but|endpoint|operation|above|below)\b/)[0]?.trim();
  return title === undefined ? undefined : { link: `#${slug(title)}` };
}

/** The list that a part of it is said to be like: `the same parameters as the regular list endpoint`. */
function collectionOf(sentence: string, { path }: OperationName): Pick<Likeness, 'other'> | undefined {
  const isList =
    /\bthe\s(?:[a-z]{1,20}\s)?(?:list|index|collection)\s(?:endpoint|operation|call|request|method)\b/i.test(sentence);
  const above = path.replace(/\/[^/{}]{1,100}$/, '');
  return isList && above !== path && above !== '' ? { other: { method: 'get', path: above } } : undefined;
}

/**
 * The operations that a paragraph says this one is like: called like one (`Same parameters as [Create](#create)`), answered like
 * one, or both; or that it returns what it changes. `role` is that of the heading it stands under. Gives no diagnostics.
 */
export function likenessEvidence(block: ProseBlock, operation: OperationName, role: PartRole = 'other'): Evidence[] {
  const text = block.text.slice(0, 5000);
  const found: Evidence[] = [];
  const add = (to: Pick<Likeness, 'link' | 'other'>, parts: Likeness['parts'], single = false): void => {
    if (to.link !== undefined && /^[a-z]+:/i.test(to.link)) return;
    const except = exceptions(text);
    const list = parts === 'answer' && !single && listOfSame.test(text);
    const optional = parts !== 'answer' && allOptional.test(text);
    const { document } = block.location;
    const fact: Likeness = {
      kind: 'like',
      document,
      parts,
      ...to,
      ...(except.length > 0 && { except }),
      ...(optional && { optional }),
      ...(list && { list }),
      ...(single && { single }),
    };
    const subject = { kind: 'operation', operation } as const;
    found.push({ subject, fact, location: block.location, method: 'prose', confidence: 'medium' });
  };
  for (const { pattern, parts } of phrases) {
    const match = pattern.exec(text);
    if (!match || found.some(({ fact }) => fact.kind === 'like' && (fact.parts === parts || fact.parts === 'both')))
      continue;
    const rest = text.slice(match.index, match.index + 300).split(/\.\s|\n\n/)[0] ?? '';
    const other = otherOf(rest) ?? collectionOf(rest, operation);
    if (other && (role !== 'response' || parts === 'answer')) add(other, parts);
    // `Takes the same body as [Create](#create) and returns the same response`
    if (other && parts === 'request' && answersSame.test(rest) && role !== 'response') add(other, 'answer');
  }
  const isWhole = found.length === 0 && asElsewhere.test(text) && (role === 'response' || sentRoles.has(role));
  const other = isWhole ? otherOf(text.slice(0, 300).split(/\.\s|\n\n/)[0] ?? '') : undefined;
  if (other) add(other, role === 'response' ? 'answer' : 'request');
  if (role === 'response') return found;
  const more = shownMore.exec(text);
  const match = shown.exec(text) ?? (more && oneObject.test(text.slice(0, more.index)) ? more : null);
  const before = match ? text.slice(0, match.index) : '';
  if (match?.[1] !== undefined && (returns.test(before) || /\bresponse\b/i.test(match[0]))) {
    const single = oneObject.test(before);
    if (single || !severalObjects.test(before)) add({ link: match[1] }, 'answer', single);
  }
  if (!match && /^(?:put|patch)$/.test(operation.method) && returnsItself.test(text)) add({}, 'answer', true);
  return found;
}
