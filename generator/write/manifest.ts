import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDataFailure, parseData } from '../base/data.ts';
import { isObject, own, setOwn, type JsonObject } from '../base/json.ts';
import { manifestName } from '../base/manifest-name.ts';
import { compareText } from '../base/order.ts';
import type { EmittedFile } from '../emit/emitter.ts';
import { isSafePath, standingAt } from './paths.ts';

/** The files of a package as specloom wrote them: path and SHA-256 of the content in hexadecimal. */
export type Manifest = ReadonlyMap<string, string>;

/** The manifest of a package that consists of `files`. */
export function createManifest(files: readonly EmittedFile[]): Manifest {
  return new Map(files.map((file) => [file.path, hashText(file.text)]));
}

/** The manifest as a file: JSON, sorted by path, so that equal packages have equal manifests. */
export function printManifest(manifest: Manifest): EmittedFile {
  const files: JsonObject = {};
  const entries = [...manifest].toSorted(([left], [right]) => compareText(left, right));
  for (const [path, hash] of entries) setOwn(files, path, hash);
  const comment = 'Written by specloom: the files of this package that it owns, with their SHA-256.';
  return { path: manifestName, text: `${JSON.stringify({ comment, files }, undefined, 2)}\n` };
}

/**
 * Reads the manifest in `folder`. Undefined where there is none, or where it is not one that specloom writes: then nothing in
 * the folder counts as ours. Throws what the file system throws.
 */
export function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, manifestName);
  if (standingAt(path)?.isFile() !== true) return undefined;
  const data = parseData(readFileSync(path, 'utf8'), { document: manifestName });
  const files = isDataFailure(data) ? undefined : own(data.value, 'files');
  if (!isObject(files)) return undefined;
  const manifest = new Map<string, string>();
  for (const [name, hash] of Object.entries(files)) {
    if (!isSafePath(name) || typeof hash !== 'string') return undefined;
    manifest.set(name, hash);
  }
  return manifest;
}

function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
