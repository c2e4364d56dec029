import type { Diagnostic } from '../base/diagnostic.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Page } from '../pages/page.ts';
import type { Spec } from '../spec/openapi.ts';
import { coverPages } from './coverage.ts';
import { findFindings } from './findings.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { draftOverlay } from './overlay-draft.ts';
import type { ReportFormat, Review } from './review.ts';
import { textReport } from './text.ts';

export { draftOverlay };

/** What a review is made of. */
export interface ReviewInput {
  readonly name: string;
  readonly pages: readonly Page[];
  readonly evidence: readonly Evidence[];
  readonly diagnostics: readonly Diagnostic[];
  /** The normalized spec, and how it is printed; absent where there was nothing to make one of. */
  readonly spec?: { readonly value: Spec; readonly text: string };
}

/** What of the documents was understood, what they disagree in, and what is uncertain. Deterministic; reads and writes nothing. */
export function createReview({ name, pages, evidence, diagnostics, spec }: ReviewInput): Review {
  const findings = findFindings(spec?.value ?? {}, diagnostics);
  return { name, documents: coverPages(pages, evidence), ...findings, spec: spec?.text ?? '' };
}

const formats: Readonly<Record<ReportFormat, (reviews: readonly Review[]) => string>> = {
  text: textReport,
  json: jsonReport,
  html: htmlReport,
};

/** Reviews, one for each API, in a format. */
export function printReviews(reviews: readonly Review[], format: ReportFormat): string {
  return formats[format](reviews);
}
