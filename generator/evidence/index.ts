import type { Report } from '../base/diagnostic.ts';
import type { Page } from '../pages/page.ts';
import type { Evidence, Source } from './evidence.ts';
import { introductionFacts } from './introduction-facts.ts';
import { listAnswerFacts } from './list-answers.ts';
import { withPathPrefixes } from './path-prefix.ts';
import { listedOperations } from './operation-lists.ts';
import { proseFacts } from './prose-facts.ts';
import { sampleFacts } from './sample-facts.ts';
import { withServerPrefixes } from './server-prefix.ts';
import { siteSecurityFacts } from './site-security.ts';
import { sources } from './sources/index.ts';

/** A page of which no style is surer than this is not read. */
const leastScore = 0.3;

/**
 * All evidence of some pages: what the fitting source of each page reports, then what the texts and samples among it
 * state. A page in no known style is reported as `evidence/no-source`.
 */
export function collectEvidence(pages: readonly Page[], report: Report): Evidence[] {
  const read = pages.filter((page) => !isIncluded(page));
  const sourced = read.flatMap((page) => chooseSource(page, report)?.read(page, report) ?? []);
  const stated = withServerPrefixes(withPathPrefixes([...sourced, ...listedOperations(read)]));
  // pages only introduce operations that pages name
  const general = stated.some(isNamed) ? introductionFacts(read, stated) : [];
  const security = siteSecurityFacts([...stated, ...general]);
  return [
    ...stated,
    ...general,
    ...security,
    ...proseFacts(stated),
    ...listAnswerFacts(stated),
    ...sampleFacts(stated),
  ];
}

function isNamed({ subject, fact }: Evidence): boolean {
  return subject.kind === 'operation' && fact.kind === 'exists';
}

/** Whether other pages show the page as a part of theirs. */
function isIncluded(page: Page): boolean {
  return page.part === true && page.format === 'markdown';
}

function chooseSource(page: Page, report: Report): Source | undefined {
  const looks = sources.map((source) => ({ source, ...source.sniff(page) }));
  const best = looks.toSorted((left, right) => right.score - left.score)[0];
  if (best && best.score >= leastScore) return best.source;
  if (listedOperations([page]).length > 0 || introductionFacts([page], []).length > 0) return undefined;
  const reasons = looks.map(({ source, reason }) => `${source.name}: ${reason}`).join('; ');
  const line = page.blocks[0]?.location.line ?? 1;
  report.add('evidence/no-source', { document: page.path, line }, { reasons });
  return undefined;
}
