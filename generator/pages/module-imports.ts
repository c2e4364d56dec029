import { modulePaths, namedImports } from '../base/module-paths.ts';
import type { Document } from '../documents/document.ts';
import { moduleConstants, type Constants } from './module-constants.ts';

/**
 * What each of some documents imports by name of the others, as constants: those of files of code, and of pages that export such.
 * Gives no diagnostics.
 */
export function importedConstants(documents: readonly Document[]): (document: Document) => Constants | undefined {
  const modules = new Map(
    documents.flatMap((one) => (/\bconst /.test(one.text) ? [[one.path, one.text] as const] : [])),
  );
  const read = new Map<string, Constants>();
  const constantsOf = (path: string): Constants => {
    const known = read.get(path) ?? moduleConstants(modules.get(path) ?? '', 0);
    read.set(path, known);
    return known;
  };
  return ({ path, text }) => {
    if (modules.size === 0 || !/\.mdx?$/i.test(path)) return undefined;
    const found = namedImports(text).flatMap(({ names, target }) => {
      const file = modulePaths(target, path).find((one) => modules.has(one));
      const constants = file === undefined ? undefined : constantsOf(file);
      return names.flatMap(([own, exported]) => {
        const value = constants?.get(exported);
        return value === undefined ? [] : [[own, value] as const];
      });
    });
    return found.length > 0 ? new Map(found) : undefined;
  };
}
