import { createReport } from '../base/diagnostic.ts';
import type { Page } from '../pages/page.ts';
import type { Evidence } from './evidence.ts';
import { renderedPage } from './rendered/rendered-page.ts';
import { typeWordsOf } from './sections/list-notes.ts';
import { labelledText } from './sources/labelled-text.ts';
import { namelessText } from './sources/nameless-text.ts';
import { referenceSections } from './sources/reference-sections.ts';

/** Texts of rendered pages as the blocks that they showed, where more of them is read so than line by line; gives no diagnostics. */
export function withRenderedPages(written: readonly Page[]): Page[] {
  const pages = written.map((page) => (page.format === 'text' ? withoutAnchors(page) : page));
  const rendered = pages.map((page) => (page.format === 'text' && page.part !== true ? betterPage(page) : undefined));
  if (!rendered.some((one) => one?.isBetter === true)) return pages;
  // what stands beside them is of the same making
  return pages.map((page, index) => {
    const one = rendered[index];
    return one && (one.isBetter || one.isOpen) ? one.page : page;
  });
}

/** The links to headings that stand behind them: signs of which no name or path consists. */
const anchors = /(?<=\S)(?:[\u200B\u2060\uFEFF]{1,3}|¶)$/gmu;

function withoutAnchors(page: Page): Page {
  const text = page.text.replaceAll(anchors, '');
  return text === page.text || page.part === true ? page : { ...page, text };
}

interface Rendered {
  readonly page: Page;
  /** More of it is read than of the lines. */
  readonly isBetter: boolean;
  /** The lines by themselves say nothing. */
  readonly isOpen: boolean;
}

function betterPage(page: Page): Rendered {
  const shown = renderedPage(page);
  const { score } = referenceSections.sniff(shown);
  const lines = [labelledText, namelessText].map((source) => ({ source, score: source.sniff(page).score }));
  const best = lines.reduce((one, other) => (other.score > one.score ? other : one));
  const isOpen = best.score < readable;
  if (!isOpen && standsInPieces(page.text)) return { page: shown, isBetter: false, isOpen };
  if (score < readable) return { page: shown, isBetter: false, isOpen };
  const ofBlocks = weight(referenceSections.read(shown, createReport()));
  const ofLines = isOpen ? 0 : weight(best.source.read(page, createReport())).all;
  // where no block names an endpoint by itself, values have to be described, and many more than by the lines
  const isSure = score >= named;
  const isBetter = isSure ? ofBlocks.all >= ofLines : ofBlocks.values > 0 && ofBlocks.all >= 2 * ofLines;
  return { page: shown, isBetter: ofBlocks.all > 0 && isBetter, isOpen };
}

/**
 * Whether names, types, marks and methods stand on lines of their own, as what is copied from a rendered reference: of that each line
 * is read by itself.
 */
function standsInPieces(text: string): boolean {
  const lines = text.split('\n').map((line) => line.slice(0, 200).trim());
  const types = lines.filter(
    (line, at) =>
      /^[A-Za-z_][\w.[\]-]*$/.test(lines[at - 1] ?? '') && /^[a-z]/.test(line) && typeWordsOf(line) !== undefined,
  );
  return types.length > 1;
}

/** Scores of pages that are read at all, and of those with an endpoint that is sure. */
const readable = 0.3;
const named = 0.7;

/** How many values the evidence says something of beside samples, and how many of these and of operations there are. */
function weight(evidence: readonly Evidence[]): { readonly values: number; readonly all: number } {
  const values = new Set<string>();
  const operations = new Set<string>();
  for (const { subject, fact, method } of evidence) {
    const isNamed = subject.kind === 'parameter' || ('path' in subject && subject.path.length > 0);
    if (isNamed && fact.kind !== 'exists' && method !== 'sample') values.add(JSON.stringify(subject));
    if (subject.kind === 'operation' && fact.kind === 'exists') operations.add(JSON.stringify(subject));
  }
  return { values: values.size, all: values.size + operations.size };
}
