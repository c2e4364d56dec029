import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * The folder of specloom itself, with its `package.json`, `templates/` and, once built, `dist/`. Asked of node by the
 * package's name (Node.js, "Self-referencing a package using its name"), for a built module may stand in any chunk.
 */
export const ownPackage: URL = new URL(
  './',
  pathToFileURL(createRequire(import.meta.url).resolve('specloom/package.json')),
);
