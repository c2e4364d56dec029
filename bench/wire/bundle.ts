import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bench, root } from '../scoreboard/places.ts';

/** Bundles a program into one module, minified or not, and returns the path of what came of it. Throws where esbuild does. */
export function bundle(folder: string, name: string, program: string, minify: boolean): string {
  const entry = join(folder, `${name}.entry.ts`);
  const output = join(folder, `${name}.mjs`);
  writeFileSync(entry, program);
  const options = ['--bundle', '--format=esm', '--platform=neutral', '--main-fields=module,main', '--log-level=error'];
  const made = spawnSync(
    join(root, 'node_modules/.bin/esbuild'),
    [entry, ...options, ...(minify ? ['--minify'] : []), `--outfile=${output}`],
    { encoding: 'utf8', env: { ...process.env, NODE_PATH: join(bench, 'node_modules') } },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  return output;
}

/** The size of a program as it is served: bundled and minified by esbuild, compressed by gzip at its hardest. */
export function servedSize(folder: string, name: string, program: string): number {
  return gzipSync(readFileSync(bundle(folder, name, program, true)), { level: 9 }).length;
}
