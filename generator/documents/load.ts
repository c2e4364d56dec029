import { resolve } from 'node:path';
import type { Report } from '../base/diagnostic.ts';
import { compareText } from '../base/order.ts';
import type { Document } from './document.ts';
import { findFiles } from './find.ts';
import { documentPath, readDocument } from './read.ts';

/** What a run writes or reads for another purpose must not come back as a document. */
export interface LoadOptions {
  /** Paths, relative to the base folder or absolute, that are left out even if an input covers them. */
  readonly exclude?: readonly string[];
}

/**
 * Reads the documents that `inputs` stand for (files, folders, globs, relative to `baseFolder`), each once, in the code-unit
 * order of their paths. Gives `documents/missing` for an input without a file, `documents/unreadable`, `documents/empty` and
 * `documents/skipped` for single files; what could be read is returned.
 */
export async function loadDocuments(
  inputs: readonly string[],
  baseFolder: string,
  report: Report,
  options: LoadOptions = {},
): Promise<Document[]> {
  const excluded = new Set(options.exclude?.map((path) => resolve(baseFolder, path)));
  const paths = new Set<string>();
  for (const input of inputs) {
    const found = (await findFiles(input, baseFolder, report)).filter((path) => !excluded.has(path));
    if (found.length === 0) report.add('documents/missing', undefined, { input });
    for (const path of found) paths.add(path);
  }
  const named = [...paths].map((path) => ({ path, name: documentPath(baseFolder, path) }));
  const ordered = named.toSorted((left, right) => compareText(left.name, right.name));
  const documents = ordered.map(({ path }) => readDocument(path, baseFolder, report));
  return documents.filter((document) => document !== undefined);
}

/**
 * Reads single files in the order given (overlays are applied in order, so theirs counts). Gives `documents/unreadable` for a
 * file that is missing or cannot be read, `documents/empty` for an empty one.
 */
export function loadFiles(files: readonly string[], baseFolder: string, report: Report): Document[] {
  const documents = files.map((file) => readDocument(resolve(baseFolder, file), baseFolder, report));
  return documents.filter((document) => document !== undefined);
}
