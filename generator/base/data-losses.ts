import type { Data } from './data.ts';
import type { Report } from './diagnostic.ts';

const codes = { 'duplicate-key': 'pages/duplicate-key', 'more-documents': 'pages/more-documents' } as const;

/** Tells what of a text did not go into its value: `pages/duplicate-key`, `pages/more-documents`. */
export function reportLosses(data: Data, report: Report): void {
  for (const { kind, name, location, firstLine } of data.losses?.() ?? []) {
    report.add(codes[kind], location, { key: name, line: firstLine });
  }
}
