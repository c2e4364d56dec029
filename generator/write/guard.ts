import type { Report } from '../base/diagnostic.ts';
import { systemReason } from '../base/system-error.ts';
import { shownPath } from './paths.ts';

/** What `action` returns; where the file system refuses, `write/refused` at the path it names (else `path`), and undefined. */
export function guard<T>(path: string, report: Report, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const place = 'path' in error && typeof error.path === 'string' ? error.path : path;
    report.add('write/refused', { document: shownPath(place), line: 1 }, { reason: systemReason(error) });
    return undefined;
  }
}
