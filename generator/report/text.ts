import { evidenceText, locationText } from '../base/location.ts';
import { countFindings, type ConflictReview, type DocumentReview, type Review } from './review.ts';

/** Reviews as text for a terminal or a file: conflicts first, then what is uncertain, then each document with its unread parts. */
export function textReport(reviews: readonly Review[]): string {
  return reviews.map(reviewText).join('\n');
}

function reviewText(review: Review): string {
  const { name, documents, conflicts, texts, uncertain } = review;
  const counts = countFindings(review);
  const read = documents.reduce((sum, one) => sum + one.read, 0);
  const layout = documents.reduce((sum, one) => sum + one.layout, 0);
  return [
    `${name}: ${documents.length} documents; ${read} parts read, ${layout} layout, ${counts.unread} not understood; ` +
      `${counts.conflict} open conflicts, ${conflicts.length - counts.conflict} decided, ${counts.uncertain} uncertain, ${counts.text} texts not taken`,
    ...section(
      'Conflicts',
      conflicts.toSorted((left, right) => Number(left.decided) - Number(right.decided)).map(conflictText),
    ),
    ...section(
      'Texts not taken',
      texts.map((text) => overruledText(text, '')),
    ),
    ...section(
      'Uncertain',
      uncertain.map(({ target, text, places }) => {
        const at = places[0] === undefined ? '' : `${locationText(places[0])} `;
        return `  ${at}${text}\n    ${target}`;
      }),
    ),
    ...section('Documents', documents.map(documentText)),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function conflictText(review: ConflictReview): string {
  return overruledText(review, review.decided ? 'decided ' : 'open ');
}

function overruledText({ subject, loser, winner, rule, places, target }: ConflictReview, state: string): string {
  const [lost, won] = places;
  const at = lost === undefined ? '' : `${locationText(lost)} `;
  const about = subject === undefined ? '' : `${subject}: `;
  const lines = [`  ${at}${state}${about}${loser}`];
  if (winner !== undefined) lines.push(`    ${won === undefined ? '' : `${locationText(won)} `}winner: ${winner}`);
  if (rule !== undefined) lines.push(`    rule: ${rule}`);
  if (target !== undefined) lines.push(`    ${target}`);
  return lines.join('\n');
}

function documentText({ path, read, layout, unread }: DocumentReview): string {
  const total = read + unread.length;
  const share = total === 0 ? 100 : Math.floor((100 * read) / total);
  return [
    `  ${path}: ${share} % read (${read} of ${total} parts; ${layout} layout)`,
    ...unread.map(({ kind, text, location }) => `    ${evidenceText(location)} not understood: ${kind}: ${text}`),
  ].join('\n');
}
