import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Report } from '../base/diagnostic.ts';
import type { Document } from './document.ts';
import { documentPath, readDocument } from './read.ts';
import { refusal } from './roots.ts';

/** So many files are read because pages name them. */
const mostFiles = 5000;

/** A directive that names a file whose text, or whose entries, stand in its place (docutils, Sphinx, os-api-ref). */
const fileDirective =
  /^[ \t]*\.\.[ \t]+(?:include|literalinclude|[a-z]+[_-]parameters?|[a-z]+[_-]status[_-]codes?)::[ \t]+(?:\w{1,20}[ \t]+)?([\w./-]{1,300}\.(?:inc|rst|txt|json|ya?ml))[ \t]*$/gm;

/**
 * The files that pages of reStructuredText name in directives (`.. include:: shelves.inc`), and those that these name, as far as they are
 * in the folders that references may read: parts of these pages. Gives what reading a file gives.
 */
export function directiveFiles(
  given: readonly Document[],
  base: string,
  roots: readonly string[],
  report: Report,
): Document[] {
  const known = new Set(given.map(({ path }) => path));
  const found: Document[] = [];
  const waiting = given.filter(({ path }) => /\.(?:rst|inc)$/i.test(path));
  for (const { path, text } of waiting) {
    const folder = resolve(base, path, '..');
    for (const [, target = ''] of text.matchAll(fileDirective)) {
      const file = resolve(folder, target);
      const name = documentPath(base, file);
      if (known.has(name) || known.size > mostFiles + given.length) continue;
      known.add(name);
      if (refusal(file, roots) !== undefined || !existsSync(file)) continue;
      const document = readDocument(file, base, report);
      if (!document) continue;
      const part: Document = { ...document, part: true };
      found.push(part);
      if (/\.(?:rst|inc)$/i.test(name)) waiting.push(part);
    }
  }
  return found;
}
