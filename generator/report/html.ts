import { renderPage } from '../emit/template.ts';
import { readAsset } from '../emit/assets.ts';
import { evidencePlaces } from './findings.ts';
import { countFindings, type Review } from './review.ts';

/**
 * Reviews as one HTML page that needs nothing else: conflicts on top, each document beside the spec, every fact linked to its
 * lines on both sides. What documents say is data of the page, which its script only ever sets as text.
 */
export function htmlReport(reviews: readonly Review[]): string {
  return renderPage('report/page.hbs', {
    style: readAsset('report/page.css'),
    script: readAsset('report/page.js'),
    data: embeddedJson({ apis: reviews.map(pageData) }),
  });
}

function pageData(review: Review): unknown {
  const { name, documents, conflicts, texts, uncertain, spec } = review;
  const index = new Map(documents.map(({ path }, at) => [path, at]));
  const counts = countFindings(review);
  return { name, counts, documents, conflicts, texts, uncertain, spec, links: specLinks(spec, index) };
}

/** The line of a spec, and a place that it was taken from: document by index, first and last line. */
type Link = readonly [specLine: number, document: number, line: number, endLine: number];

/** What `x-evidence` in a printed spec links, at the line of the key that it belongs to. */
function specLinks(spec: string, documents: ReadonlyMap<string, number>): Link[] {
  const links: Link[] = [];
  const holders: { readonly indent: number; readonly line: number }[] = [];
  let listIndent: number | undefined;
  for (const [index, text] of spec.split('\n').entries()) {
    const indent = text.length - text.trimStart().length;
    if (listIndent !== undefined && indent <= listIndent) listIndent = undefined;
    const isEvidence = /^ *(?:- )?x-evidence:/.test(text);
    if (listIndent === undefined) while ((holders.at(-1)?.indent ?? -1) >= indent) holders.pop();
    if (isEvidence) listIndent = indent;
    if (isEvidence || listIndent !== undefined) {
      const holder = holders.at(-1)?.line ?? index + 1;
      for (const place of entriesOf(text).flatMap(evidencePlaces)) {
        const document = documents.get(place.document);
        if (document !== undefined) links.push([holder, document, place.line, place.endLine ?? place.line]);
      }
    } else holders.push({ indent, line: index + 1 });
  }
  return links;
}

/** The entries of `x-evidence` on one line, of a list in brackets or one entry a line. */
function entriesOf(line: string): string[] {
  const inner = line
    .replace(/^ *(?:- )?x-evidence: *\[?/, '')
    .replace(/^ *- /, '')
    .replace(/\]$/, '');
  return inner
    .split(/(?<=\d)'?, (?='?\S)/)
    .map((entry) => entry.trim().replace(/^'/, '').replace(/'$/, '').replaceAll("''", "'"))
    .filter((entry) => /:\d[\d,-]*$/.test(entry));
}

/** The only door for text into the page: JSON in which nothing can end the script element that holds it (HTML, section 4.12.1.3). */
function embeddedJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);
}
