import type { SecurityFact } from './evidence.ts';

/** A sentence that speaks of what is not so, or no longer. */
const negated =
  /\b(?:not|no longer|never|cannot|can't|don't|doesn't|isn't|aren't|deprecated|instead of|rather than|unlike|removed)\b/i;

const schemes: readonly (readonly [RegExp, SecurityFact])[] = [
  [
    /\bbearer[ -](?:access[ -])?(?:tokens?|auth\w*|schemes?)\b|\bas (?:an? )?bearer\b/i,
    { type: 'http', scheme: 'bearer' },
  ],
  [/\bhttp basic\b|\bbasic (?:http |access )?auth\w*\b/i, { type: 'http', scheme: 'basic' }],
];

/** More is no sentence about one thing. */
const maxText = 3000;

/**
 * The schemes of authentication (RFC 7617, RFC 6750) that sentences name in so many words, in their order; what a sentence
 * denies is left out. Gives no diagnostics.
 */
export function authSchemes(text: string): SecurityFact[] {
  const sentences = text.slice(0, maxText).split(/(?<=[.!?])\s+|\n{2,}/);
  return sentences.flatMap((sentence) => {
    if (negated.test(sentence)) return [];
    const found = schemes.flatMap(([pattern, fact]) => {
      const at = sentence.search(pattern);
      return at === -1 ? [] : [{ at, fact }];
    });
    return found.toSorted((left, right) => left.at - right.at).map(({ fact }) => fact);
  });
}

const label =
  /^(?:[-*+]\s)?[*_`]{0,3}(?:authori[sz]ation|authentication|auth|oauth|security)(?:\s(?:required|scheme|method|type))?[*_`]{0,3}\s?:[*_`\s]{0,5}(\S.{0,200})$/i;

/** What authentication is called: none, a scheme by its name, and nothing else that matters. */
const values: readonly (readonly [RegExp, SecurityFact])[] = [
  [
    /^(?:none|no|not (?:required|needed)|public|anonymous)(?![\w-])(?!.*\b(?:if|unless|when|requires?)\b)/i,
    { type: 'none' },
  ],
  [/^(?:an? |your |the |http )?(?:bearer|jwt)\b/i, { type: 'http', scheme: 'bearer' }],
  [/^(?:http )?basic\b/i, { type: 'http', scheme: 'basic' }],
];

/**
 * What a line says of the authentication of the one operation it stands in, behind a label: `**Authorization:** bearer token`,
 * `Authentication: none`, alone or among lines of which each begins with a label in bold or goes on with the one before. Undefined for
 * any other text. Gives no diagnostics.
 */
export function labelledAuth(text: string): SecurityFact | undefined {
  const lines = text.includes('\n') && /^\*\*[^*\n]{1,60}:?\*\*/.test(text) ? text.slice(0, maxText).split('\n') : [];
  const own = lines.find((line) => line.startsWith('**') && label.test(line));
  const [, value = ''] = label.exec((own ?? text).trim().replace(/\s{0,3}\\$/, '')) ?? [];
  return namedAuth(value.replaceAll(/[*_`]/g, ''));
}

/**
 * The authentication that the value of a label, of front matter or of an attribute begins with the name of: `bearer`, `Basic auth`,
 * `none`. Undefined for any other. Gives no diagnostics.
 */
export function namedAuth(value: string): SecurityFact | undefined {
  return values.find(([pattern]) => pattern.test(value.trim()))?.[1];
}
