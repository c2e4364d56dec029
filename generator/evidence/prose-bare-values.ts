import { bareValues, enumFindings, isClosed } from './prose-enums.ts';
import { wordsPattern, type Prose, type ProseFinding, type ProseRow } from './prose.ts';

/** Words for what a text may consist of: of `Allowed: letters, digits` none is a value. */
const characters = String.raw`[^.\n]{0,80}\b(?:letters|digits|numbers|characters|alphanumerics?|hyphens|dashes|underscores?|spaces|dots|periods|symbols|a-z|0-9|html|unicode|ascii|null|true|string|integer)\b`;

/** Three or more words, the last behind `or` or `and`, at the end of a sentence. */
const bareList = String.raw`[\w.-]{1,60}(?:, [\w.-]{1,60}){1,40},? (?:or|and) [\w.-]{1,60}(?=\s{0,3}(?:\.?\s{0,3}$|\.\s|\n))`;

/** Words that are no values of their own: articles, pronouns and what types are called. */
const noValue =
  /^(?:an?|the|this|that|these|those|its|their|your|any|all|both|each|other|others|more|string|number|integer|boolean|object|array|null|letters|digits|numbers)\.?$/i;

/** The words of a list as an enum, where none of them is a word of the sentence. */
function bareFindings(words: string, prose: Prose, closed: boolean): ProseFinding[] {
  const values = bareValues(words, prose);
  return values.some((value) => noValue.test(String(value))) ? [] : enumFindings(values, prose, closed, 3);
}

/** Values that prose lists in words without quotes or code. */
export const bareValueRows: readonly ProseRow[] = [
  {
    name: 'one of: bare words',
    pattern: new RegExp(
      String.raw`\b(?:one|can be any(?: one)?) of(?: the following)?(?: values| options)?\s*:\s*(${wordsPattern})`,
      'gim',
    ),
    read: (match, prose) => enumFindings(bareValues(match[1] ?? '', prose), prose, isClosed(match), 2),
  },
  {
    // without a colon only what nothing else can be meant by: three words or more, and the whole of a sentence
    name: 'one of bare words',
    pattern: new RegExp(
      String.raw`(?:^|[.;]\s{1,3}|\n)(must be |can only be |may only be |has to be |should be )?(?:one|any) of (?:the (?:following )?values )?(${bareList})`,
      'gi',
    ),
    read: (match, prose) => bareFindings(match[2] ?? '', prose, match[1] !== undefined && isClosed(match)),
  },
  {
    name: 'possible values are bare words',
    pattern: new RegExp(
      String.raw`(?:^|[.;]\s{1,3}|\n)(?:the )?(?:available|possible|allowed|valid|supported|accepted|permitted) (?:options|values|choices) (?:are|include) (${bareList})`,
      'gi',
    ),
    read: (match, prose) => bareFindings(match[1] ?? '', prose, isClosed(match)),
  },
  {
    name: 'can only be one of',
    pattern: new RegExp(String.raw`\(this can only be one of (${wordsPattern})\)`, 'gi'),
    read: (match, prose) => enumFindings(bareValues(match[1] ?? '', prose), prose, true, 1),
  },
  {
    name: 'possible numbers',
    pattern:
      /\b(?:available|possible|allowed|valid|supported|accepted|permitted) [a-z]{3,20}s(?: are)?\s?:?\s?\[(\d{1,9}(?:\s?,\s?\d{1,9}){1,50})\]/gi,
    read: (match, prose) => enumFindings(bareValues(match[1] ?? '', prose), prose, isClosed(match), 2),
  },
  {
    name: 'options: bare words',
    pattern: new RegExp(String.raw`(?:^|[.;]\s{1,9})(?:options|choices|enum)\s{0,9}:\s{0,9}(${wordsPattern})`, 'gim'),
    read: (match, prose) => enumFindings(bareValues(match[1] ?? '', prose), prose, isClosed(match), 2),
  },
  {
    name: 'possible values: bare words',
    pattern: new RegExp(
      String.raw`\b(?:available|possible|allowed|valid|supported|accepted|permitted|acceptable) (?:enum )?(?:options|values|choices|types|formats|modes|methods|states|statuses)(?: (?:are|is))?\s*:\s*(${wordsPattern})`,
      'gim',
    ),
    read: (match, prose) => enumFindings(bareValues(match[1] ?? '', prose), prose, isClosed(match), 2),
  },
  {
    name: 'allowed: bare words',
    pattern: new RegExp(
      String.raw`(?:^|[.;]\s{1,3}|\n)(?:allowed|supported|accepted|permitted|possible|one of|enum)\s?:\s{1,3}(?!${characters})(${wordsPattern})`,
      'gi',
    ),
    read: (match, prose) => enumFindings(bareValues(match[1] ?? '', prose), prose, isClosed(match), 2),
  },
  {
    // words and nothing else, of what is stated to be one of some
    name: 'words of an enum',
    pattern: new RegExp(String.raw`^\s{0,3}(${wordsPattern})\s{0,3}\.?\s{0,3}$`, 'g'),
    read: (match, prose) =>
      /^enum$/i.test(prose.words.trim()) ? enumFindings(bareValues(match[1] ?? '', prose), prose, true, 2) : [],
  },
];
