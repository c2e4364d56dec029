import type { Location } from '../base/location.ts';

/** A part of a document that gave no fact. */
export interface UnreadPart {
  /** What it is: `table row`, `code`, `paragraph`, `list item`, … */
  readonly kind: string;
  /** How it begins. */
  readonly text: string;
  readonly location: Location;
}

/** How much of a document was understood, in parts: paragraphs, list items, rows, code blocks, lines. */
export interface DocumentReview {
  readonly path: string;
  readonly text: string;
  /** Parts that gave facts. */
  readonly read: number;
  /** Parts that only arrange others: headings, and what holds no text. */
  readonly layout: number;
  readonly unread: readonly UnreadPart[];
}

/** Two places that say different things about one fact. */
export interface ConflictReview {
  /** What it is about, where that is known. */
  readonly subject?: string;
  readonly loser: string;
  readonly winner?: string;
  readonly rule?: string;
  /** Where the loser stands, then the winner; as far as known. */
  readonly places: readonly Location[];
  /** The node of the spec that holds the decision, as a normalized JSONPath (RFC 9535, section 2.7). */
  readonly target?: string;
  /** The entry of `x-conflicts` there. */
  readonly record?: string;
  /** Whether a person has decided it, by an entry of `x-decided` beside. */
  readonly decided: boolean;
}

/** Something that is only hinted at, or left open. */
export interface UncertainReview {
  readonly target: string;
  readonly text: string;
  readonly places: readonly Location[];
}

/** All that is worth a person's look about one API. */
export interface Review {
  readonly name: string;
  readonly documents: readonly DocumentReview[];
  readonly conflicts: readonly ConflictReview[];
  /** Titles, summaries and descriptions that were not taken, since another place has one. */
  readonly texts: readonly ConflictReview[];
  readonly uncertain: readonly UncertainReview[];
  /** The spec as it is printed. */
  readonly spec: string;
}

/** How a report may be written. */
export const reportFormats = ['text', 'json', 'html'] as const;

/** One of them. */
export type ReportFormat = (typeof reportFormats)[number];

/** What a review may hold that a run is to fail on. */
export const reviewFindings = ['conflict', 'text', 'uncertain', 'unread'] as const;

/** One of them. */
export type ReviewFinding = (typeof reviewFindings)[number];

/** How many of each kind a review holds; of the conflicts those that nobody has decided. */
export function countFindings({ documents, conflicts, texts, uncertain }: Review): Record<ReviewFinding, number> {
  return {
    conflict: conflicts.filter(({ decided }) => !decided).length,
    text: texts.length,
    uncertain: uncertain.length,
    unread: documents.reduce((sum, { unread }) => sum + unread.length, 0),
  };
}
