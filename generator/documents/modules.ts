import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Report } from '../base/diagnostic.ts';
import { isModuleFile, modulePaths, namedImports } from '../base/module-paths.ts';
import type { Document } from './document.ts';
import { readDocument } from './read.ts';
import { refusal } from './roots.ts';

/** Longer files are bundles, and no lists of fields. */
const maxLength = 500_000;

/**
 * The files of code from which pages import values by name (`import { paging } from './params.js'`), as far as they are in the folders
 * that references may read: parts of these pages. Names of components alone are no reason to read one. Gives what reading a file gives.
 */
export function importedModules(
  given: readonly Document[],
  base: string,
  roots: readonly string[],
  report: Report,
): Document[] {
  const known = new Set(given.map(({ path }) => path));
  const looked = new Set<string>();
  const found: Document[] = [];
  for (const { path, text } of given) {
    if (!/\.mdx?$/i.test(path)) continue;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    for (const { names, target } of namedImports(text)) {
      const isValue = names.some(([, exported]) => !/^[A-Z][a-z]/.test(exported));
      const key = `${target.startsWith('.') ? folder : ''} ${target}`;
      if (!isValue || looked.has(key)) continue;
      looked.add(key);
      const file = modulePaths(target, path).find((one) => {
        return known.has(one) || (isModuleFile(one) && isReadable(resolve(base, one), roots));
      });
      const document =
        file === undefined || known.has(file) ? undefined : readDocument(resolve(base, file), base, report);
      if (file !== undefined) known.add(file);
      if (document && document.text.length <= maxLength) found.push({ ...document, part: true });
    }
  }
  return found;
}

function isReadable(path: string, roots: readonly string[]): boolean {
  return refusal(path, roots) === undefined && existsSync(path);
}
