// Puts specloom's modules together into the few files of `dist/` that node loads quickly: `npm run bundle`.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

const { metafile } = await build({
  entryPoints: [
    'generator/cli.ts',
    'generator/index.ts',
    // what the thread beside the program loads
    'generator/base/aside-thread.ts',
    'generator/spec/print.ts',
    'generator/emit/print-module.ts',
    'generator/emit/types/openapi-typescript.ts',
  ],
  // Libraries of a few modules stay packages of their own. Of those that are development dependencies each run would look for a
  // hundred modules, half of which write Markdown.
  external: Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  outbase: 'generator',
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
  metafile: true,
});

const inside = new Set(
  Object.keys(metafile.inputs).flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
);
const notices = [...inside].toSorted().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.|$)/i.test(one));
  if (file === undefined) throw new Error(`${folder} has no license to pass on`);
  return `## ${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
});
writeFileSync('dist/THIRD-PARTY-NOTICES.md', ['# Libraries that `dist` contains\n', ...notices].join('\n'));
