import { readdirSync, readFileSync } from 'node:fs';
import type { Report } from '../base/diagnostic.ts';
import { compareText } from '../base/order.ts';
import type { EmittedFile } from '../emit/emitter.ts';
import { createManifest, printManifest, readManifest, type Manifest } from './manifest.ts';
import { checkPaths, diskPath, foldersOf, shownPath, standingAt } from './paths.ts';
import { isStage } from './stage.ts';

/** How an emitted package compares with the folder it goes to. Paths are relative to the folder, in code-unit order. */
export interface PackagePlan {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: Manifest;
  readonly previous: Manifest;
  /** The manifest as a file, and whether it differs from the one on disk. */
  readonly manifestFile: EmittedFile;
  readonly manifestDiffers: boolean;
  /** Emitted, not on disk. */
  readonly missing: readonly EmittedFile[];
  /** Emitted, on disk with other content. */
  readonly stale: readonly EmittedFile[];
  /** On disk and in the previous manifest, no longer emitted. */
  readonly superfluous: readonly string[];
}

/**
 * Compares `files` with the absolute `folder`, writing nothing. Gives `write/outside` and `write/collision` for paths that
 * cannot lie in the folder, `write/not-ours` for a folder with files but no manifest (unless each emitted file that exists is
 * the same already and no other file exists), `write/foreign` for a file not ours in an emitted file's place, `write/refused`
 * for a folder or link in its way; then returns undefined.
 */
export function planPackage(folder: string, files: readonly EmittedFile[], report: Report): PackagePlan | undefined {
  if (!checkPaths(files, report) || !isFolderOrNothing(folder, report)) return undefined;
  const known = readManifest(folder);
  const previous = known ?? new Map<string, string>();
  const sorted = files.toSorted((left, right) => compareText(left.path, right.path));
  const compared = sorted.map((file) => ({ file, state: compareFile(folder, file, previous) }));
  const manifest = createManifest(sorted);
  if (known === undefined && !isFree(folder, manifest, compared)) {
    report.add('write/not-ours', { document: shownPath(folder), line: 1 });
    return undefined;
  }
  const blocked = compared.filter(({ file, state }) => reportBlocked(folder, file.path, state, report));
  if (blocked.length > 0) return undefined;
  const manifestFile = printManifest(manifest);
  const inState = (wanted: FileState): EmittedFile[] =>
    compared.filter(({ state }) => state === wanted).map(({ file }) => file);
  const superfluous = [...previous.keys()].filter((path) => !manifest.has(path) && standsAsFile(folder, path));
  return {
    folder,
    manifest,
    previous,
    manifestFile,
    manifestDiffers: !isOnDisk(folder, manifestFile),
    missing: inState('missing'),
    stale: inState('stale'),
    superfluous: superfluous.toSorted(compareText),
  };
}

/** `foreign`: another's file is there; `folder`, `link`: something is there that no file can replace, or on the way to it. */
type FileState = 'same' | 'missing' | 'stale' | 'foreign' | 'folder' | 'link';

interface ComparedFile {
  readonly file: EmittedFile;
  readonly state: FileState;
}

function compareFile(folder: string, file: EmittedFile, previous: Manifest): FileState {
  for (const parent of foldersOf(file.path).toReversed()) {
    const standing = standingAt(diskPath(folder, parent));
    if (standing?.isSymbolicLink() === true) return 'link';
    if (standing?.isDirectory() === false) return previous.has(parent) ? 'missing' : 'foreign';
  }
  const path = diskPath(folder, file.path);
  const standing = standingAt(path);
  if (standing === undefined) return 'missing';
  if (standing.isDirectory()) return holdsOnly(path, file.path, previous) ? 'missing' : 'folder';
  if (!standing.isFile()) return previous.has(file.path) ? 'stale' : 'foreign';
  if (isOnDisk(folder, file)) return 'same';
  return previous.has(file.path) ? 'stale' : 'foreign';
}

function isOnDisk(folder: string, file: EmittedFile): boolean {
  const path = diskPath(folder, file.path);
  return standingAt(path)?.isFile() === true && readFileSync(path).equals(Buffer.from(file.text, 'utf8'));
}

/** Whether a folder holds only files of the previous run, which are pruned before a file takes its place. */
function holdsOnly(path: string, name: string, previous: Manifest): boolean {
  return readdirSync(path, { withFileTypes: true }).every((entry) => {
    const inner = `${name}/${entry.name}`;
    return entry.isDirectory() ? holdsOnly(diskPath(path, entry.name), inner, previous) : previous.has(inner);
  });
}

/** Gives the diagnostic for a file that cannot be written, and tells whether there was one. */
function reportBlocked(folder: string, path: string, state: FileState, report: Report): boolean {
  const location = { document: shownPath(diskPath(folder, path)), line: 1 };
  if (state === 'foreign') report.add('write/foreign', location, { path });
  else if (state === 'folder') report.add('write/refused', location, { reason: 'a folder stands in its place' });
  else if (state === 'link') report.add('write/refused', location, { reason: 'a symbolic link stands on the way' });
  else return false;
  return true;
}

function isFolderOrNothing(folder: string, report: Report): boolean {
  for (let path = folder; ; path = diskPath(path, '..')) {
    const standing = statOf(path);
    if (standing === 'folder') return true;
    if (standing === 'file') {
      report.add('write/refused', { document: shownPath(path), line: 1 }, { reason: 'it is a file, not a folder' });
      return false;
    }
  }
}

function statOf(path: string): 'folder' | 'file' | undefined {
  const standing = standingAt(path);
  if (standing === undefined) return undefined;
  if (!standing.isSymbolicLink()) return standing.isDirectory() ? 'folder' : 'file';
  try {
    readdirSync(path);
    return 'folder';
  } catch {
    return 'file';
  }
}

/** Whether a folder without manifest may be written to: it is empty, or all that lies in it is what would be written. */
function isFree(folder: string, manifest: Manifest, compared: readonly ComparedFile[]): boolean {
  if (compared.some(({ state }) => state !== 'same' && state !== 'missing')) return false;
  if (statOf(folder) === undefined) return true;
  const walk = (path: string, prefix: string): boolean =>
    readdirSync(path, { withFileTypes: true }).every((entry) => {
      const name = `${prefix}${entry.name}`;
      if (isStage(entry.name)) return true;
      return entry.isDirectory() ? walk(diskPath(path, entry.name), `${name}/`) : manifest.has(name);
    });
  return walk(folder, '');
}

function standsAsFile(folder: string, path: string): boolean {
  const standing = standingAt(diskPath(folder, path));
  const parents = foldersOf(path).map((parent) => standingAt(diskPath(folder, parent)));
  return standing?.isDirectory() === false && parents.every((parent) => parent?.isDirectory() === true);
}
