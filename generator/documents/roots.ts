import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/**
 * The folder that an input opens to references: that of a file, a folder itself, the fixed part of a glob. `base` and the result
 * are absolute.
 */
export function rootOfInput(input: string, base: string): string {
  const path = resolve(base, input);
  if (existsSync(path)) return statSync(path).isDirectory() ? path : dirname(path);
  const segments = (sep === '\\' ? input.replaceAll('\\', '/') : input).split('/');
  const dynamic = segments.findIndex((segment) => /[*?[\]{}()!+@]/.test(segment));
  const fixed = segments.slice(0, dynamic === -1 ? -1 : dynamic).join('/');
  return resolve(base, fixed === '' && input.startsWith('/') ? '/' : fixed);
}

/** Whether `path` is `folder` or lies in it. Both are absolute. */
export function isWithin(folder: string, path: string): boolean {
  const step = relative(folder, path);
  return step === '' || (step !== '..' && !step.startsWith(`..${sep}`) && resolve(folder, step) === path);
}

/**
 * Why the file at an absolute path may not be read for a reference, or undefined where it may: as written and with all
 * symbolic links followed it must lie in one of the folders.
 */
export function refusal(path: string, roots: readonly string[]): string | undefined {
  if (path.includes('\0')) return 'it holds a NUL byte';
  // before anything is asked of the disk, which would tell what lies elsewhere
  if (!roots.some((root) => isWithin(root, path))) return 'it leads out of the folder of the input';
  if (!existsSync(path)) return undefined;
  const real = realpathSync(path);
  const isInside = roots.some((root) => existsSync(root) && isWithin(realpathSync(root), real));
  return isInside ? undefined : 'a symbolic link on its way leads out of the folder of the input';
}
