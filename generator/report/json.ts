import { countFindings, type Review } from './review.ts';

/** Reviews as one JSON document, for programs; without the texts of documents and spec. */
export function jsonReport(reviews: readonly Review[]): string {
  const apis = reviews.map((review) => {
    const { name, documents, conflicts, texts, uncertain } = review;
    const shown = documents.map(({ path, read, layout, unread }) => ({ path, read, layout, unread }));
    return { name, counts: countFindings(review), conflicts, texts, uncertain, documents: shown };
  });
  return `${JSON.stringify({ apis }, undefined, 2)}\n`;
}
