import { rmSync } from 'node:fs';
import type { Report } from '../base/diagnostic.ts';
import type { EmittedFile } from '../emit/emitter.ts';
import { guard } from './guard.ts';
import { printManifest } from './manifest.ts';
import { diskPath, foldersOf, shownPath, standingAt } from './paths.ts';
import { planPackage, type PackagePlan } from './plan.ts';
import { openStage, removeEmptyFolder } from './stage.ts';

/** What writing a package did. */
export interface PackageChange {
  /** How many files the package has, without the manifest. */
  readonly files: number;
  /** How many of them are new or have new content. */
  readonly changed: number;
  /** How many files of the run before were removed. */
  readonly removed: number;
}

/**
 * Makes the absolute `folder` hold the package of `files`: writes what is new or differs (the rest keeps its time), removes what
 * the run before wrote and is no longer emitted, and leaves everything else alone. All is staged before the first file moves,
 * so a failure leaves the folder as it was, and an interruption leaves of each file the old or the new one. Gives
 * `write/outside`, `write/collision`, `write/not-ours`, `write/foreign`, `write/refused`; then returns undefined.
 */
export function writePackage(folder: string, files: readonly EmittedFile[], report: Report): PackageChange | undefined {
  return guard(folder, report, () => {
    const plan = planPackage(folder, files, report);
    if (plan === undefined) return undefined;
    const changed = [...plan.missing, ...plan.stale];
    if (changed.length + plan.superfluous.length > 0 || plan.manifestDiffers) apply(plan, changed);
    return { files: files.length, changed: changed.length, removed: plan.superfluous.length };
  });
}

/**
 * Compares the absolute `folder` with the package of `files` and writes nothing. Gives `check/stale` for each file that is
 * missing, differs, or is left from a run before, and what `writePackage` gives where it could not write.
 */
export function comparePackage(folder: string, files: readonly EmittedFile[], report: Report): void {
  guard(folder, report, () => {
    const plan = planPackage(folder, files, report);
    if (plan === undefined) return;
    const stale = (path: string, difference: string): void =>
      report.add('check/stale', { document: shownPath(diskPath(folder, path)), line: 1 }, { path, difference });
    for (const { path } of plan.missing) stale(path, 'is missing');
    for (const { path } of plan.stale) stale(path, 'differs');
    for (const path of plan.superfluous) stale(path, 'is no longer generated');
    if (plan.manifestDiffers) stale(plan.manifestFile.path, 'does not list the files that are generated');
  });
}

/** The manifest of both runs goes first, so that an interrupted run leaves no file that the next one takes for a stranger. */
function apply(plan: PackagePlan, changed: readonly EmittedFile[]): void {
  const { folder, manifestFile } = plan;
  const interim = printManifest(new Map([...plan.previous, ...plan.manifest]));
  const [before, after] = plan.manifestDiffers ? [[interim], [manifestFile]] : [[], []];
  const existed = standingAt(folder) !== undefined;
  const stage = openStage(folder);
  const put = ({ path, text }: EmittedFile): (() => void) => stage.put(diskPath(folder, path), text);
  try {
    const first = before.map(put);
    const rest = [...changed, ...after].map(put);
    for (const move of first) move();
    for (const path of plan.superfluous) prune(folder, path);
    for (const move of rest) move();
  } finally {
    stage.remove();
    if (!existed) removeEmptyFolder(folder);
  }
}

/** Removes a file and the folders that it leaves empty. */
function prune(folder: string, path: string): void {
  rmSync(diskPath(folder, path), { force: true });
  for (const parent of foldersOf(path)) removeEmptyFolder(diskPath(folder, parent));
}
