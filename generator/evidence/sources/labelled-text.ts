import type { Report } from '../../base/diagnostic.ts';
import type { Page } from '../../pages/page.ts';
import type { Evidence, Sniff, Source } from '../evidence.ts';
import { isNameLine, type LineMeaning } from '../labelled/grammar.ts';
import { readLabelledLines } from '../labelled/reader.ts';
import { meaningOf, readLabelledPages, type LabelledPage } from '../labelled/samples.ts';

/**
 * A documentation page scraped to text in which names survive: `METHOD/path`, `name:requiredtypeDescription` or
 * `nametyperequiredDescription` glued together, or one token a line, with samples glued to the prose around them.
 */
export const labelledText: Source = { name: 'labelled-text', sniff, read };

function sniff(page: Page): Sniff {
  if (page.format !== 'text') return { score: 0, reason: 'the document is not plain text' };
  const operations = readLabelledPages(page.text, page.path, undefined);
  const [first] = operations;
  if (!first) return { score: 0, reason: 'no line gives a method with a path, and there is no cURL sample' };
  const labels = operations.reduce((sum, operation) => sum + countLabels(operation), 0);
  const lines = operations.flatMap(({ segments }) => segments.filter(({ kind }) => kind === 'text')).length;
  // A single line may look like a label by chance.
  if (labels > 0 && labels * 12 >= lines) return { score: 0.9, reason: `${labels} names with a type` };
  const isNamed = first.endpointLine !== first.request?.line;
  return isNamed
    ? { score: 0.7, reason: 'a method with a path, without labelled names' }
    : { score: 0.3, reason: 'a cURL sample, but no labelled names' };
}

function countLabels(operation: LabelledPage): number {
  const texts = operation.segments.map((segment) => (segment.kind === 'text' ? segment.text : undefined));
  return operation.segments.filter(
    (segment, index) => segment.kind === 'text' && (isNameLine(texts, index) || isLabel(meaningOf(segment, operation))),
  ).length;
}

function isLabel(meaning: LineMeaning): boolean {
  return meaning.kind === 'label' || (meaning.kind === 'several' && meaning.meanings.some(isLabel));
}

function read(page: Page, report: Report): Evidence[] {
  const operations = readLabelledPages(page.text, page.path, report);
  if (operations.length === 0)
    report.add('evidence/no-endpoint', { document: page.path, line: 1 }, { source: 'labelled-text' });
  return operations.flatMap((operation) => readOperation(operation, page, report));
}

/** The facts of one operation of a page. */
function readOperation(layout: LabelledPage, page: Page, report: Report): Evidence[] {
  const { operation, endpointLine, server } = layout;
  const location = { document: page.path, line: endpointLine };
  const found: Evidence[] = [
    {
      subject: { kind: 'operation', operation },
      fact: { kind: 'exists' },
      location,
      method: 'label',
      confidence: 'high',
    },
  ];
  if (server !== undefined) {
    found.push({
      subject: { kind: 'api' },
      fact: { kind: 'server', url: server },
      location,
      method: 'label',
      confidence: 'high',
    });
  }
  return [...found, ...readLabelledLines(layout, report)];
}
