import { lstatSync, type Stats } from 'node:fs';
import { join, sep } from 'node:path';
import type { Report } from '../base/diagnostic.ts';
import { manifestName } from '../base/manifest-name.ts';
import type { EmittedFile } from '../emit/emitter.ts';

/** Names that Windows gives to devices, with any extension ("Naming Files, Paths, and Namespaces"). */
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * Whether `path` names a file inside a folder on every system: relative, `/`-separated, no `.` or `..`, no drive letter,
 * device name, control character or character that Windows refuses, no part that ends in a dot or space.
 */
export function isSafePath(path: string): boolean {
  // oxlint-disable-next-line no-control-regex
  if (path === '' || /[\u0000-\u001f\\:*?"<>|]/.test(path)) return false;
  return path.split('/').every((part) => part !== '' && !/[. ]$/.test(part) && !deviceName.test(part));
}

/**
 * Whether all `files` can lie in one folder. Gives `write/outside` for a path that is not safe and `write/collision` for two
 * that fall together without regard to case (or one of which is the folder of the other), or take the manifest's place.
 */
export function checkPaths(files: readonly EmittedFile[], report: Report): boolean {
  const taken = new Map<string, string>([[pathKey(manifestName), manifestName]]);
  let valid = true;
  for (const { path } of files) {
    const other = taken.get(pathKey(path));
    if (!isSafePath(path)) report.add('write/outside', undefined, { path });
    else if (other !== undefined) report.add('write/collision', undefined, { left: other, right: path });
    if (other !== undefined || !isSafePath(path)) valid = false;
    taken.set(pathKey(path), path);
  }
  for (const { path } of files) {
    for (const folder of foldersOf(path)) {
      const other = taken.get(pathKey(folder));
      if (other === undefined) continue;
      report.add('write/collision', undefined, { left: other, right: path });
      valid = false;
    }
  }
  return valid;
}

/** Equal for paths that are one file on a file system that ignores case and Unicode normalization. */
function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** The folders above a relative path, nearest first: `a/b/c.ts` gives `a/b`, `a`. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

/** The absolute path of the emitted file `path` in `folder`. */
export function diskPath(folder: string, path: string): string {
  return join(folder, ...path.split('/'));
}

/** `path` as diagnostics name it: `/`-separated on every system. */
export function shownPath(path: string): string {
  return path.split(sep).join('/');
}

/** What stands at `path` itself (a link is not followed), or undefined where nothing does. Throws what the file system throws. */
export function standingAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined; // below a file stands nothing
    throw error;
  }
}
