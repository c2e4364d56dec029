import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { standingAt } from './paths.ts';

const stagePrefix = '.specloom-stage-';

/** A stage this old was left by a run that was killed; a younger one may belong to a run that is still writing. */
const abandonedAfter = 10 * 60 * 1000;

/** Whether a folder of this name is a stage. */
export function isStage(name: string): boolean {
  return name.startsWith(stagePrefix);
}

/** A temporary folder in which files are written in full before they take their places. */
export interface Stage {
  /** Writes `text` on the stage; the result, once called, moves it in one step to the absolute path `place`. */
  put(place: string, text: string): () => void;
  /** Removes the stage with all that was not moved. */
  remove(): void;
}

/**
 * A stage in `folder`, which is made if need be. It lies inside and not beside the folder, because only there a rename is sure
 * to stay on one disk (the folder may be a mount) and to be permitted. Throws what the file system throws.
 */
export function openStage(folder: string): Stage {
  mkdirSync(folder, { recursive: true });
  removeAbandoned(folder);
  const root = mkdtempSync(join(folder, stagePrefix));
  let count = 0;
  return {
    put(place, text) {
      const staged = join(root, String((count += 1)));
      writeFileSync(staged, text);
      return () => {
        mkdirSync(dirname(place), { recursive: true });
        removeEmptyFolder(place);
        renameSync(staged, place);
      };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Removes `path` if it is a folder that holds nothing but such folders; else leaves it as it is. */
export function removeEmptyFolder(path: string): void {
  if (standingAt(path)?.isDirectory() !== true) return;
  for (const name of readdirSync(path)) removeEmptyFolder(join(path, name));
  if (readdirSync(path).length === 0) rmdirSync(path);
}

function removeAbandoned(folder: string): void {
  const now = Date.now();
  for (const name of readdirSync(folder).filter(isStage)) {
    const path = join(folder, name);
    if (now - statSync(path).mtimeMs > abandonedAfter) rmSync(path, { recursive: true, force: true });
  }
}
