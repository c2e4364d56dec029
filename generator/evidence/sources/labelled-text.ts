import type { Report } from '../../base/diagnostic.ts';
import type { Page } from '../../pages/page.ts';
import type { Evidence, Sniff, Source } from '../evidence.ts';
import { isNameLine, readLine } from '../labelled/grammar.ts';
import { readLabelledLines } from '../labelled/reader.ts';
import { readLabelledPage, type LabelledPage } from '../labelled/samples.ts';

/**
 * A documentation page scraped to text in which names survive: `METHOD/path`, `name:requiredtypeDescription` or
 * `nametyperequiredDescription` glued together, or one token a line, with samples glued to the prose around them.
 */
export const labelledText: Source = { name: 'labelled-text', sniff, read };

function sniff(page: Page): Sniff {
  if (page.format !== 'text') return { score: 0, reason: 'the document is not plain text' };
  const layout = readLabelledPage(page.text, page.path, undefined);
  if (!layout) return { score: 0, reason: 'no line gives a method with a path, and there is no cURL sample' };
  const labels = countLabels(layout);
  const lines = layout.segments.filter(({ kind }) => kind === 'text').length;
  // A single line may look like a label by chance.
  if (labels > 0 && labels * 12 >= lines) return { score: 0.9, reason: `${labels} names with a type` };
  const isNamed = layout.endpointLine !== layout.request?.line;
  return isNamed
    ? { score: 0.7, reason: 'a method with a path, without labelled names' }
    : { score: 0.3, reason: 'a cURL sample, but no labelled names' };
}

function countLabels({ segments, knownNames }: LabelledPage): number {
  const lines = segments.map((segment) => (segment.kind === 'text' ? segment.text : undefined));
  return lines.filter(
    (line, index) => line !== undefined && (isNameLine(lines, index) || readLine(line, knownNames).kind === 'label'),
  ).length;
}

function read(page: Page, report: Report): Evidence[] {
  const layout = readLabelledPage(page.text, page.path, report);
  if (!layout) {
    report.add('evidence/no-endpoint', { document: page.path, line: 1 }, { source: 'labelled-text' });
    return [];
  }
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
