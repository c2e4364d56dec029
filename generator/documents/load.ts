import { resolve } from 'node:path';
import type { Report } from '../base/diagnostic.ts';
import type { WebAccess } from '../base/options.ts';
import { compareText } from '../base/order.ts';
import { isWebUri } from '../base/uri.ts';
import type { Document } from './document.ts';
import { findFiles } from './find.ts';
import { directiveFiles } from './directive-files.ts';
import { followDocuments } from './follow.ts';
import { importedModules } from './modules.ts';
import { readDocument } from './read.ts';
import { rootOfInput } from './roots.ts';
import { fetchDocument, webPath, webRefusal } from './web.ts';

/** How far loading goes beyond the inputs, and what of them it leaves out. */
export interface LoadOptions {
  /**
   * Paths, relative to the base folder or absolute, that are left out even if an input covers them: what a run writes or
   * reads for another purpose must not come back as a document.
   */
  readonly exclude?: readonly string[];
  /** Folders, besides those of the inputs, in which references may read files. */
  readonly roots?: readonly string[];
  /** The hosts that inputs and references may be fetched from; none without it. */
  readonly web?: WebAccess;
}

/**
 * Reads the documents that `inputs` stand for (files, folders, globs, relative to `baseFolder`, and URLs of allowed hosts), each
 * once, and those that they refer to, in the code-unit order of their paths. Gives `documents/missing` for an input without
 * a file, `documents/refused` and `documents/unreachable` for URLs, `documents/unreadable`, `documents/empty` and
 * `documents/skipped` for single files, and what `followDocuments` gives; what could be read is returned.
 */
export async function loadDocuments(
  inputs: readonly string[],
  baseFolder: string,
  report: Report,
  options: LoadOptions = {},
): Promise<Document[]> {
  const web = options.web ?? { hosts: [], headers: {} };
  const addresses = inputs.filter(isWebUri);
  const places = inputs.filter((input) => !isWebUri(input));
  const excluded = new Set(options.exclude?.map((path) => resolve(baseFolder, path)));
  const paths = new Set<string>();
  for (const input of places) {
    const found = (await findFiles(input, baseFolder, report)).filter((path) => !excluded.has(path));
    if (found.length === 0) report.add('documents/missing', undefined, { input });
    for (const path of found) paths.add(path);
  }
  const files = [...paths].map((path) => readDocument(path, baseFolder, report));
  const pages = await Promise.all([...new Set(addresses)].map((address) => fetchInput(address, web, report)));
  const documents = [...files, ...pages].filter((document) => document !== undefined);
  const extra = (options.roots ?? []).map((root) => resolve(baseFolder, root));
  const roots = [...places.map((input) => rootOfInput(input, baseFolder)), ...extra];
  const parts = await followDocuments(documents, { base: baseFolder, roots, web }, report);
  const modules = importedModules(documents, baseFolder, roots, report);
  const named = new Set([...documents, ...parts, ...modules].map(({ path }) => path));
  const shown = directiveFiles(documents, baseFolder, roots, report).filter(({ path }) => !named.has(path));
  return [...documents, ...parts, ...modules, ...shown].toSorted((left, right) => compareText(left.path, right.path));
}

/** What is no URL, without what may be secret if it was meant as one. */
function withoutSecrets(address: string): string {
  const path = address.split(/[?#]/, 1)[0] ?? '';
  const start = path.indexOf('//');
  const end = path.lastIndexOf('@');
  return start === -1 || end < start ? path : `${path.slice(0, start)}//${path.slice(end + 1)}`;
}

async function fetchInput(address: string, web: WebAccess, report: Report): Promise<Document | undefined> {
  const shown = URL.canParse(address) ? webPath(address) : withoutSecrets(address);
  const refused = webRefusal(address, web);
  if (refused !== undefined) {
    report.add('documents/refused', undefined, { ref: shown, reason: refused });
    return undefined;
  }
  const answer = await fetchDocument(new URL(address).href.split('#', 1)[0] ?? '', web);
  if (!('reason' in answer)) return answer;
  report.add('documents/unreachable', undefined, { url: shown, reason: answer.reason });
  return undefined;
}

/**
 * Reads single files in the order given (overlays are applied in order, so theirs counts). Gives `documents/unreadable` for a
 * file that is missing or cannot be read, `documents/empty` for an empty one.
 */
export function loadFiles(files: readonly string[], baseFolder: string, report: Report): Document[] {
  const documents = files.map((file) => readDocument(resolve(baseFolder, file), baseFolder, report));
  return documents.filter((document) => document !== undefined);
}
