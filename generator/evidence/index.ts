import type { Report } from '../base/diagnostic.ts';
import type { Page } from '../pages/page.ts';
import { isConceptPage } from './concept-pages.ts';
import { withForms } from './body-forms.ts';
import type { Evidence, Sniff, Source } from './evidence.ts';
import { generalAnswers } from './general-answers.ts';
import { withGeneralEnvelopes } from './general-envelopes.ts';
import { generalErrors } from './general-errors.ts';
import { generalHeaders } from './general-headers.ts';
import { generalMediaTypes } from './general-media-types.ts';
import { introductionFacts } from './introduction-facts.ts';
import { linkedValueFacts } from './linked-values.ts';
import { listAnswerFacts } from './list-answers.ts';
import { withListSteps } from './list-steps.ts';
import { objectAnswerFacts } from './object-answers.ts';
import { reportAbsentDescriptions } from './named-descriptions.ts';
import { withNamedSegments } from './named-segments.ts';
import { withPathPrefixes } from './path-prefix.ts';
import { withRemarks } from './operation-remarks.ts';
import { withoutMentions } from './mentions.ts';
import { listedOperations } from './operation-lists.ts';
import { withListedPrefix } from './listed-prefix.ts';
import { withPageBases } from './page-bases.ts';
import { pageKinds, type KindAt } from './page-kinds.ts';
import { proseFacts } from './prose-facts.ts';
import { withQueryCalls } from './query-calls.ts';
import { withRenderedPages } from './rendered-pages.ts';
import { ruleFacts } from './rule-facts.ts';
import { sampleFacts } from './sample-facts.ts';
import { withoutReadersEndpoints } from './sections/foreign-endpoints.ts';
import { withServerPrefixes } from './server-prefix.ts';
import { scopeFacts } from './scope-facts.ts';
import { siteSecurityFacts, withoutCredentials } from './site-security.ts';
import { sources } from './sources/index.ts';
import { withToldEndpoints } from './told-endpoints.ts';
import { upsertFacts } from './upserts.ts';

/** A page of which no style is surer than this is not read. */
const leastScore = 0.3;

/**
 * All evidence of some pages: what the fitting source of each page reports, then what the texts and samples among it
 * state. A page in no known style is reported as `evidence/no-source`, one without anything to read as `evidence/concept-page`.
 */
export function collectEvidence(written: readonly Page[], report: Report): Evidence[] {
  const pages = withRenderedPages(written);
  const read = pages.filter((page) => !isIncluded(page));
  reportAbsentDescriptions(read, report);
  const kindAt = pageKinds(pages);
  const listed = listedOperations(read);
  const prefixed = withPathPrefixes(
    withListedPrefix([...sourcedEvidence(read, { kindAt, listed, report }), ...listed]),
  );
  // pages only introduce operations that pages name
  const introduced = prefixed.some(isNamed) ? introductionFacts(read, prefixed) : [];
  const { own, general } = withPageBases({ own: prefixed, general: introduced });
  const described = withoutMentions([...own, ...general], kindAt, report);
  const placed = withRemarks(withNamedSegments(withServerPrefixes(withoutCredentials(described))));
  const answered = [...placed, ...generalAnswers(placed, pages, kindAt)];
  const named = [
    ...answered,
    ...generalErrors(answered, pages, kindAt),
    ...generalHeaders(placed, pages, kindAt),
    ...generalMediaTypes(placed, pages, kindAt),
  ];
  const said = proseFacts(named);
  const stated = withListSteps(named, said);
  const scopes = scopeFacts(stated);
  const formed = withForms(withQueryCalls([...stated, ...withListSteps(said, named), ...ruleFacts(stated)]));
  const all = [
    ...formed.evidence,
    ...siteSecurityFacts([...stated, ...scopes]),
    ...scopes,
    ...linkedValueFacts(stated),
    ...upsertFacts(stated),
    ...listAnswerFacts(stated),
    ...objectAnswerFacts(stated),
    ...sampleFacts(stated, formed.unions),
  ];
  return withGeneralEnvelopes(all, pages, kindAt);
}

/**
 * What the sources report; of documents that name no operation, and of which nothing is `listed`, what their sentences tell of some.
 * What is reported of a reading that counts for nothing is dropped with it.
 */
function sourcedEvidence(pages: readonly Page[], { kindAt, listed, report }: Reading): Evidence[] {
  if (listed.length > 0) return readAll(pages, report);
  const calls: Parameters<Report['add']>[] = [];
  const found = readAll(pages, { ...report, add: (...call) => void calls.push(call) });
  const told = found.some(isNamed) ? pages : pages.map((page) => toldPage(page, kindAt));
  if (told.some((page, index) => page !== pages[index])) return readAll(told, report);
  for (const call of calls) report.add(...call);
  return found;
}

interface Reading {
  readonly kindAt: KindAt;
  readonly listed: readonly Evidence[];
  readonly report: Report;
}

function toldPage(page: Page, kindAt: KindAt): Page {
  const [first] = page.blocks;
  return first && kindAt(first.location) === undefined ? (withToldEndpoints(page) ?? page) : page;
}

function readAll(pages: readonly Page[], report: Report): Evidence[] {
  return pages.map(withoutReadersEndpoints).flatMap((page) => chooseSource(page, report)?.read(page, report) ?? []);
}

function isNamed({ subject, fact }: Evidence): boolean {
  return subject.kind === 'operation' && fact.kind === 'exists';
}

/** Whether other pages show the page as a part of theirs. */
function isIncluded(page: Page): boolean {
  return page.part === true && page.format === 'markdown';
}

function chooseSource(page: Page, report: Report): Source | undefined {
  const looks: (Sniff & { readonly source: Source })[] = [];
  for (const source of sources) {
    const look = source.sniff(page);
    // no later source can be surer
    if (look.score === 1) return source;
    looks.push({ source, ...look });
  }
  const best = looks.toSorted((left, right) => right.score - left.score)[0];
  if (best && best.score >= leastScore) return best.source;
  if (listedOperations([page]).length > 0 || introductionFacts([page], []).length > 0) return undefined;
  const reasons = looks.map(({ source, reason }) => `${source.name}: ${reason}`).join('; ');
  const line = page.blocks[0]?.location.line ?? 1;
  const place = { document: page.path, line };
  if (isConceptPage(page)) report.add('evidence/concept-page', place);
  else report.add('evidence/no-source', place, { reasons });
  return undefined;
}
