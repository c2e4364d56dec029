import type { Prose, ProseFinding, ProseRow } from './prose.ts';

/** Source of a pattern for a number, which may have separators of thousands and stand in backticks; zero in a word, too. */
export const numberPattern: string = String.raw`\x60?(?<![\d,])(-?(?:\d{1,3}(?:,\d{3})+|\d{1,15}(?:\.\d{1,15})?)(?![.,]?\d)|zero\b)\x60?`;

/** Source of a pattern for two numbers, the ends of a range. */
export const rangePattern: string = String.raw`${numberPattern}\s*(?:-|–|\.{2,3}|to|and)\s*${numberPattern}`;

/** Source of a pattern for what stands between the name of a limit and its number. */
export const isPattern: string = String.raw`(?: is|:|=| of)?`;

/** Source of a pattern for what may follow a limit that says nothing of a unit. */
export const endsPattern: string = String.raw`(?=\s*(?:$|[.,;)\n]|inclusive\b|\(|and\b))`;

const no = String.raw`(?:not?|never|cannot|can't|mustn't|nor)\s+(?:to\s+)?(?:be\s+)?`;

/** Source of a pattern for words that say that a number is too large, behind which it stands. */
export const above: string = String.raw`(?:(?:greater|larger|higher|bigger|more)\s+than|above|over|exceeding)`;

/** The same for one that is too small. */
export const below: string = String.raw`(?:(?:less|fewer|smaller|lower)\s+than|below|under)`;

/** Source of a pattern for words that name the largest number that is allowed: `not more than`, `must not exceed`, `limited to`. */
export const notAbove: string = String.raw`\b(?:${no}(?:${above}|exceed)|(?:limited|capped|clamped|restricted)\s+(?:to|at)(?:\s+a\s+max(?:imum)?\s+of)?)`;

/** Source of a pattern for words that name the smallest one: `not less than`. */
export const notBelow: string = String.raw`\b${no}${below}`;

/** Source of a pattern for the place of a comparison that no other word denies, and that is about the value: `Must be`. */
export const mustBe: string = String.raw`(?:\b(?:must|should|has to|needs to|have to|shall)\s+be\s+|(?:(?:^|[.;(,]\s{0,3})(?:(?:is|be)\s+)?|\b(?:values?|number|integer)\s+(?:be\s+)?|\b(?:value|it)\s+is\s+)(?=(?:strictly\s+)?\w+\s+than\b))(?:strictly\s+)?`;

/** The number that a match of `numberPattern` gives. */
export function sizeOf(written: string | undefined): number {
  return /^zero$/i.test(written ?? '') ? 0 : Number(written?.replaceAll(',', ''));
}

/** A limit; none where the number does not suit the keyword. */
export function limit(keyword: string, written: string | undefined): ProseFinding[] {
  const size = sizeOf(written);
  const isCount = /Length|Items/.test(keyword);
  if (written === undefined || !Number.isFinite(size) || (isCount && (size < 0 || !Number.isInteger(size)))) return [];
  return [{ fact: { kind: 'limit', keyword, value: size } }];
}

/** A row for two limits, given in this order, of values that `allows`. */
export function pairRow(
  name: string,
  pattern: string,
  keywords: readonly [string, string],
  allows: (prose: Prose) => boolean,
): ProseRow {
  return {
    name,
    pattern: new RegExp(pattern, 'gi'),
    read: (match, prose) => {
      if (!allows(prose) || sizeOf(match[1]) > sizeOf(match[2])) return [];
      return [...limit(keywords[0], match[1]), ...limit(keywords[1], match[2])];
    },
  };
}

/** A row for one limit of values that `allows`. */
export function limitRow(name: string, pattern: string, keyword: string, allows: (prose: Prose) => boolean): ProseRow {
  return {
    name,
    pattern: new RegExp(pattern, 'gi'),
    read: (match, prose) => (allows(prose) ? limit(keyword, match[1]) : []),
  };
}
