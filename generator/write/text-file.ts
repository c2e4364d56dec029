import { readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Report } from '../base/diagnostic.ts';
import { guard } from './guard.ts';
import { shownPath } from './paths.ts';
import { openStage } from './stage.ts';

/** How a text compares with the file it goes to. */
type TextState = 'same' | 'missing' | 'stale';

/**
 * Compares `text` with the file at the absolute `path`, writing nothing. Gives `write/refused` where no file can be written,
 * as for a folder; then returns undefined.
 */
export function compareTextFile(path: string, text: string, report: Report): TextState | undefined {
  return guard(path, report, () => {
    const standing = statSync(path, { throwIfNoEntry: false });
    if (standing?.isDirectory() === true) {
      report.add('write/refused', { document: shownPath(path), line: 1 }, { reason: 'it is a folder' });
      return undefined;
    }
    if (standing === undefined) return 'missing';
    return standing.isFile() && readFileSync(path).equals(Buffer.from(text, 'utf8')) ? 'same' : 'stale';
  });
}

/**
 * Gives `check/stale` where the file at the absolute `path` is not `text`, and `write/refused` where it could not be. `name` is
 * what the message calls the file.
 */
export function checkTextFile(path: string, text: string, name: string, report: Report): void {
  const state = compareTextFile(path, text, report);
  if (state === undefined || state === 'same') return;
  const difference = state === 'missing' ? 'is missing' : 'differs';
  report.add('check/stale', { document: shownPath(path), line: 1 }, { path: name, difference });
}

/**
 * Makes the file at the absolute `path` hold `text`, in one step; a file that does already keeps its time. A link is followed,
 * and what is no regular file (as /dev/null) is written to, not replaced. Returns whether anything was written; gives
 * `write/refused` and returns undefined where the system refuses.
 */
export function writeTextFile(path: string, text: string, report: Report): boolean | undefined {
  const state = compareTextFile(path, text, report);
  if (state === undefined || state === 'same') return state === undefined ? undefined : false;
  return guard(path, report, () => {
    const standing = statSync(path, { throwIfNoEntry: false });
    if (standing === undefined || standing.isFile()) replace(standing === undefined ? path : realpathSync(path), text);
    else writeFileSync(path, text);
    return true;
  });
}

function replace(path: string, text: string): void {
  const stage = openStage(dirname(path));
  try {
    stage.put(path, text)();
  } finally {
    stage.remove();
  }
}
