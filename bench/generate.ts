import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Whole processes, interleaved in one run: specloom writing a complete package against openapi-typescript's command line
 * writing types alone, on the same description. CPU seconds (user + system), medians, and the ratio to the first.
 *
 *   npm run build && npx tsx bench/generate.ts [DESCRIPTION] [RUNS]
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const description = process.argv[2] ?? join(root, 'specs/partoo/openapi.yaml');
const runs = Number(process.argv[3] ?? 7);
const folder = mkdtempSync(join(tmpdir(), 'specloom-bench-'));
const program = join(root, 'dist/cli.js');
if (!existsSync(program)) throw new Error('build first: npm run build');

const contestants: readonly { readonly name: string; readonly argv: readonly string[] }[] = [
  {
    name: 'specloom generate: types, unions, validators, client, compiled',
    argv: [program, 'generate', description, '-o', join(folder, 'package'), '--quiet'],
  },
  {
    name: 'specloom spec: normalized spec only',
    argv: [program, 'spec', description, '-o', join(folder, 'spec.yaml'), '--quiet'],
  },
  {
    name: 'openapi-typescript: types only',
    argv: [join(root, 'node_modules/openapi-typescript/bin/cli.js'), description, '-o', join(folder, 'types.ts')],
  },
];

function cpuSeconds(argv: readonly string[]): number {
  const child = spawnSync('/bin/sh', ['-c', 'node "$@" >/dev/null 2>&1 || exit 1; times', 'sh', ...argv], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(`failed: ${argv.join(' ')}`);
  // the second line of `times` is for the children: 0m1.23s 0m0.45s
  const line = child.stdout.trim().split('\n').at(-1) ?? '';
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const figures = contestants.map((): number[] => []);
for (let run = 0; run < runs; run += 1) {
  contestants.forEach(({ argv }, index) => figures[index]?.push(cpuSeconds(argv)));
}
const base = median(figures[0] ?? []);
contestants.forEach(({ name }, index) => {
  const value = median(figures[index] ?? []);
  console.log(`${value.toFixed(2)} s CPU  ${(value / base).toFixed(2)}x  ${name}`);
});
rmSync(folder, { recursive: true, force: true });
