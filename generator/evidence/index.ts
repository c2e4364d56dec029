import type { Report } from '../base/diagnostic.ts';
import type { Page } from '../pages/page.ts';
import type { Evidence, Source } from './evidence.ts';
import { listAnswerFacts } from './list-answers.ts';
import { proseFacts } from './prose-facts.ts';
import { sampleFacts } from './sample-facts.ts';
import { sources } from './sources/index.ts';

/** A page of which no style is surer than this is not read. */
const leastScore = 0.3;

/**
 * All evidence of some pages: what the fitting source of each page reports, then what the texts and samples among it
 * state. A page in no known style is reported as `evidence/no-source`.
 */
export function collectEvidence(pages: readonly Page[], report: Report): Evidence[] {
  const stated = pages.flatMap((page) => chooseSource(page, report)?.read(page, report) ?? []);
  return [...stated, ...proseFacts(stated), ...listAnswerFacts(stated), ...sampleFacts(stated)];
}

function chooseSource(page: Page, report: Report): Source | undefined {
  const looks = sources.map((source) => ({ source, ...source.sniff(page) }));
  const best = looks.toSorted((left, right) => right.score - left.score)[0];
  if (best && best.score >= leastScore) return best.source;
  const reasons = looks.map(({ source, reason }) => `${source.name}: ${reason}`).join('; ');
  report.add('evidence/no-source', { document: page.path, line: 1 }, { reasons });
  return undefined;
}
