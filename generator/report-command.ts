import { resolve } from 'node:path';
import type { Report } from './base/diagnostic.ts';
import type { JobResult } from './jobs.ts';
import { countFindings, reviewFindings, type ReportFormat, type Review, type ReviewFinding } from './report/review.ts';
import { writeTextFile } from './write/text-file.ts';

/** Where the report of some jobs goes, and how. Paths are relative to `cwd`, which is absolute. */
export interface ReportTarget {
  readonly cwd: string;
  readonly format: ReportFormat;
  /** Returned instead where it is missing. */
  readonly output?: string;
  /** Where to write an overlay with one action for each open conflict. */
  readonly draftOverlay?: string;
}

/** Writes what was found in the jobs' documents. Returns what is to be printed; gives `write/refused`. */
export async function writeReport(
  results: readonly JobResult[],
  target: ReportTarget,
  report: Report,
): Promise<string> {
  const { draftOverlay, printReviews } = await import('./report/index.ts'); // late, because it loads a library for templates
  const reviews = reviewsOf(results);
  const { cwd, format, output, draftOverlay: draft } = target;
  if (draft !== undefined) writeTextFile(resolve(cwd, draft), draftOverlay(reviews), report);
  const text = printReviews(reviews, format);
  if (output === undefined) return text;
  writeTextFile(resolve(cwd, output), text, report);
  return '';
}

function reviewsOf(results: readonly JobResult[]): Review[] {
  return results.flatMap(({ review }) => review ?? []);
}

/** The findings that a comma list names, or the word that is none. */
export function readFindings(texts: readonly string[]): readonly ReviewFinding[] | { readonly fault: string } {
  const words = texts.flatMap((text) => text.split(',')).map((word) => word.trim());
  const fault = words.find((word) => !isFinding(word));
  return fault === undefined ? words.filter(isFinding) : { fault };
}

function isFinding(word: string): word is ReviewFinding {
  return reviewFindings.some((finding) => finding === word);
}

const nouns = {
  conflict: 'open conflicts',
  text: 'texts not taken',
  uncertain: 'uncertain facts',
  unread: 'parts not understood',
};

/** One line for each finding of `policy` that a job has: a run fails then. */
export function policyFaults(results: readonly JobResult[], policy: readonly ReviewFinding[]): string[] {
  return reviewsOf(results).flatMap((review) => {
    const counts = countFindings(review);
    return policy
      .filter((finding) => counts[finding] > 0)
      .map((finding) => `${review.name}: ${counts[finding]} ${nouns[finding]} (--fail-on ${finding})`);
  });
}
