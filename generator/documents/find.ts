import { existsSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Report } from '../base/diagnostic.ts';
import { manifestName } from '../base/manifest-name.ts';
import { compareText } from '../base/order.ts';
import { systemReason } from '../base/system-error.ts';
import { documentPath } from './read.ts';
import { isWithin } from './roots.ts';

// The only import of tinyglobby.

/** What is read of a folder; a file that is named itself may have any extension. */
const extensions = new Set([
  '.md',
  '.mdx',
  '.apib',
  '.markdown',
  '.txt',
  '.yaml',
  '.yml',
  '.json',
  '.har',
  '.http',
  '.rest',
  '.bru',
  '.rst',
  '.adoc',
  '.asciidoc',
  '.textile',
  '.erb',
  '.html',
  '.htm',
]);

/** Files that every project has and that describe the project, not an API. */
const projectFiles =
  /^(?:package|package-lock|npm-shrinkwrap|tsconfig(?:\..+)?|pnpm-lock|pnpm-workspace|specloom\.config)\.(?:json|ya?ml)$/;

/**
 * The absolute paths of the files that `input` stands for, in code-unit order: a file, a folder (recursively; hidden entries,
 * node_modules, project files, emitted packages and links that lead out left out) or a glob. An existing file wins over a
 * glob, so `[id].md` names a file. Gives `documents/unreadable` for a folder that cannot be listed and `documents/skipped` for a
 * link that leads out.
 */
export async function findFiles(input: string, base: string, report: Report): Promise<string[]> {
  const path = resolve(base, input);
  // An empty input would resolve to the base folder itself, which nobody means by it.
  const exists = input.trim() !== '' && existsSync(path);
  const found = exists ? findExisting(path, base, report) : await findByGlob(input, base);
  return found.toSorted(compareText);
}

function findExisting(path: string, base: string, report: Report): string[] {
  return statSync(path).isDirectory() ? walk(path, { root: realpathSync(path), base, report }) : [path];
}

async function findByGlob(input: string, base: string): Promise<string[]> {
  const pattern = sep === '\\' ? input.replaceAll('\\', '/') : input;
  if (!isDynamicPattern(pattern)) return [];
  const options = { cwd: base, absolute: true, expandDirectories: false, followSymbolicLinks: false };
  const found = await glob(pattern, { ...options, ignore: ['**/node_modules/**'] });
  return found.map((path) => resolve(path)).filter((path) => !isEmitted(path, base));
}

/** Whether a folder between `base` and the file `path` is an emitted package. */
function isEmitted(path: string, base: string): boolean {
  for (let folder = dirname(path); folder !== base && isWithin(base, folder); folder = dirname(folder)) {
    if (existsSync(join(folder, manifestName))) return true;
  }
  return false;
}

interface Walk {
  /** The real path of the folder that was given. */
  readonly root: string;
  readonly base: string;
  readonly report: Report;
}

function walk(folder: string, context: Walk): string[] {
  const entries = list(folder, context);
  if (entries.some((entry) => entry.name === manifestName)) return [];
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    if (entry.isDirectory()) return walk(path, context);
    if (entry.isSymbolicLink() && !leadsInside(path, context)) return [];
    const isDocument = extensions.has(extname(entry.name).toLowerCase()) && !projectFiles.test(entry.name);
    return isDocument && statSync(path).isFile() ? [path] : [];
  });
}

function list(folder: string, context: Walk): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const location = { document: documentPath(context.base, folder), line: 1 };
    context.report.add('documents/unreadable', location, { reason: systemReason(error) });
    return [];
  }
}

/** Whether a link leads to something in the folder; a link that leads nowhere does not. */
function leadsInside(path: string, context: Walk): boolean {
  if (existsSync(path) && isWithin(context.root, realpathSync(path))) return true;
  const folder = documentPath(context.base, context.root);
  context.report.add('documents/skipped', { document: documentPath(context.base, path), line: 1 }, { folder });
  return false;
}
