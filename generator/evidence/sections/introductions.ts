import type { PartRole } from './heading-roles.ts';

/** What a line before a table or list says about it; the first row that matches counts. */
const rows: readonly (readonly [RegExp, PartRole])[] = [
  [/\bresponse (?:headers?)\b/i, 'aside'],
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
  [/\b(?:respon\w*|returns?|returned|result\w*|answer|output)\b/i, 'response'],
  [/\b(?:param\w*|arguments?|options?|fields?|attributes?|properties|accepts?|takes?)\b/i, 'parameters'],
];

/** The role of what follows a text: what its last sentence announces. Undefined where it announces nothing. */
export function introducedRole(text: string): PartRole | undefined {
  const trimmed = text.trim();
  const last = trimmed.split(/(?<=[.!?])\s+/).at(-1) ?? '';
  if (!/:$|following|below|as follows|parameters|fields|attributes/i.test(last)) return undefined;
  return rows.find(([pattern]) => pattern.test(last))?.[1];
}
