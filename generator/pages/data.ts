import { isDataFailure, parseData, type Data, type DataOrigin } from '../base/data.ts';
import { reportLosses } from '../base/data-losses.ts';
import type { Report } from '../base/diagnostic.ts';

/**
 * Parses a JSON or YAML text that stands at `origin`. Broken syntax gives `pages/syntax` at the faulty line and
 * undefined, or `pages/partly-read` where the text is a `part` of a page that goes on without it; `pages/duplicate-key` and
 * `pages/more-documents` tell what of the text does not count.
 */
export function readData(text: string, origin: DataOrigin, report: Report, part?: string): Data | undefined {
  const data = parseData(text, origin);
  if (!isDataFailure(data)) {
    reportLosses(data, report);
    return data;
  }
  const format = /^\s*[[{]/.test(text) ? 'JSON' : 'YAML';
  const { reason } = data;
  if (part === undefined) report.add('pages/syntax', data.location, { format, reason });
  else report.add('pages/partly-read', data.location, { part, reason: `it is not valid ${format}: ${reason}` });
  return undefined;
}
