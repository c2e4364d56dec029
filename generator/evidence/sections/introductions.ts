import type { PartRole } from './heading-roles.ts';

/** What a line before a table or list says about it; the first row that matches counts. */
const rows: readonly (readonly [RegExp, PartRole])[] = [
  [
    /\bresponse (?:headers?)\b|\bheaders?\b[^.\n]{0,40}\b(?:returned|sent back|(?:in|with) (?:the|a|its) (?:response|answer|reply))\b/i,
    'aside',
  ],
  [
    /\b(?:query[ -]?(?:string)?|search|url query)\s+(?:param\w*|arguments?|options?|variables?)\b|\bquery string\b/i,
    'query',
  ],
  [/\b(?:path|route)\s+(?:param\w*|variables?|segments?|arguments?)\b/i, 'path'],
  [/\bheaders?\b/i, 'header'],
  [/\b(?:url|uri)\s+param\w*/i, 'url'],
  [
    /\b(?:request|json|post|form|http)\s+(?:body|payload|data)\b|\bbody param\w*|\bform (?:fields?|param\w*)|\bin the (?:body|payload)\b/i,
    'body',
  ],
  // what they are for may be an answer: `The following parameters can be used to narrow down the result set.`
  [
    /^\W{0,4}(?:the )?(?:following|these|additional|optional)\s(?:(?!respon|return|result|output|answer)\w{1,20}\s){0,2}(?:param\w*|arguments?|options|filters)\s(?:can|may|must|should|are\s(?:supported|accepted|available|allowed|recognized))\b(?![^.]*\b(?:returned|in the (?:response|result|answer|output))\b)/i,
    'parameters',
  ],
  // what a list is narrowed down by: `Filters:`
  [/^\W{0,4}(?:(?:available|optional|supported|possible)\s){0,2}filters\W{0,3}:\W{0,3}$/i, 'parameters'],
  [/\b(?:respon\w*|returns?|returned|result\w*|answer|output)\b/i, 'response'],
  [/\b(?:param\w*|arguments?|options?|fields?|attributes?|properties|accepts?|takes?)\b/i, 'parameters'],
];

/** What a sentence that announces something speaks of. */
const things =
  /\bfollowing|\bbelow\b|\bas follows\b|\b(?:param|argument|option|field|attribute|propert|header|body|payload|respon|value|object|key|data|json)/i;

/**
 * The role of what follows a text: what its last sentence announces, or an earlier one that says "the following" where the
 * last only ends in a colon, else what its label says; the template of a path, and nothing else, announces its parameters. Undefined
 * where it announces nothing.
 */
export function introducedRole(text: string): PartRole | undefined {
  if (/^[*_]{0,2}`\/[^\s`]{0,200}\{[^\s`?]{1,200}`[*_]{0,2}:?$/.test(text.trim())) return 'path';
  const sentences = text.trim().split(/(?<=[.!?])\s+/);
  const last = sentences.at(-1) ?? '';
  const earlier = sentences.findLast((sentence) => /\bfollowing\b/i.test(sentence));
  const said = things.test(last) ? last : (earlier ?? last);
  const isAnnounced = said !== last || /:$|following|below|as follows|parameters|fields|attributes/i.test(last);
  const words = isAnnounced ? said : labelOf(text);
  if (ordersBy.test(words)) return undefined;
  const role = rows.find(([pattern]) => pattern.test(words))?.[1];
  // `Each object has the following fields:` goes on with what comes back
  const before = sentences.slice(0, -1).findLast((sentence) => !goesOn.test(sentence)) ?? '';
  return role === 'parameters' && goesOn.test(last) && answers.test(before) ? 'response' : role;
}

/** A line about what lists are sorted or filtered by, which are the fields of what comes back. */
const ordersBy =
  /\b(?:sorts?|sorted|sorting|orders?|ordered|operates?|filters?|filtered)\b[^.\n]{0,80}\bfields of (?:the|an?|each)\b/i;

/** A sentence about the object, or the list, that the one before it speaks of. */
const goesOn =
  /^(?:(?:this|it)\s(?:will\sbe|is)\s(?:set|an?\s(?:object|array|list))|(?:each|every|these|the|this)\s(?:(?:of\s(?:these|the|those)\s)?(?:[\w`-]{1,30}\s){0,2})?(?:objects?|arrays?|entry|entries|items?|elements?|records?|values?|lists?)\b)/i;

/** A sentence that says what comes back. */
const answers =
  /\b(?:returns|will\s(?:be\s)?returne?d?|is\sreturned|are\sreturned|responds?|(?:response|reply|answer)(?:\sbody)?\s(?:will|is|contains|has|includes))\b/i;

/** The label that a paragraph begins with or is: `**Optional parameters**: leave out what is to stay.`, `Response headers` */
function labelOf(text: string): string {
  if (/^\W{0,3}response headers?\W{0,3}$/i.test(text)) return text;
  const label = /^\s{0,3}[*_]{1,3}([^*_\n:]{1,60})(?:[*_]{1,3}\s?:|:[*_]{1,3})/.exec(text)?.[1] ?? '';
  return things.test(label) ? label : '';
}
