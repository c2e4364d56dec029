import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReport } from '../generator/base/diagnostic.ts';
import type { EmittedFile } from '../generator/emit/emitter.ts';
import { generate } from '../generator/generate.ts';
import { projectFolder } from './support/sources.ts';
import { writeTree } from './support/temporary.ts';

// What a package says of itself: each program of api.md compiles and runs, and the object of all operations calls them.

const seeds = ['partoo', 'plane', 'attio'] as const;
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'specloom-reference-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const packages = new Map<string, readonly EmittedFile[]>();

/** The programs of a document, each as it stands. */
function programs(text: string): string[] {
  return [...text.matchAll(/^(`{3,})ts\n([\s\S]*?)\n\1$/gm)].map((match) => match[2] ?? '');
}

function textOf(name: string, path: string): string {
  return packages.get(name)?.find((file) => file.path === path)?.text ?? '';
}

/** Answers every request with an empty object, and says what was asked. */
const preload = `globalThis.fetch = async (url, init) => {
  console.log(init.method, new URL(url).pathname);
  return Response.json({});
};
`;

beforeAll(async () => {
  const tree: Record<string, string> = { 'package.json': '{"type":"module"}', 'preload.mjs': preload };
  for (const seed of seeds) {
    const document = {
      path: 'openapi.yaml',
      text: readFileSync(join(projectFolder, 'specs', seed, 'openapi.yaml'), 'utf8'),
    };
    const packageOptions = { name: `@seed/${seed}`, version: '1.0.0', license: 'MIT' };
    const task = { name: seed, documents: [document], overlays: [], packageOptions, inference: 'apply' } as const;
    const { files } = await generate(task, createReport());
    packages.set(seed, files);
    for (const { path, text } of files) tree[`node_modules/@seed/${seed}/${path}`] = text;
    programs(textOf(seed, 'api.md')).forEach((program, index) => {
      tree[`programs/${seed}-${index}.ts`] = `${program}\nexport { body };\n`;
      tree[`programs/${seed}-${index}.mjs`] = program;
    });
    tree[`programs/${seed}-all.ts`] = `import { createClient } from '@seed/${seed}/client';
import { createApi } from '@seed/${seed}/api';

export const api = createApi(createClient({ baseUrl: 'https://x.example' }));
`;
  }
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    module: 'NodeNext',
    types: [],
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
  };
  tree['tsconfig.json'] = JSON.stringify({ compilerOptions, include: ['programs/*.ts'] });
  writeTree(folder, tree);
}, 120_000);

describe('api.md', () => {
  test('has a program for every operation', () => {
    for (const seed of seeds) {
      const operations = packages.get(seed)?.filter(({ path }) => path.startsWith('src/operations/')) ?? [];
      expect(operations.length).toBeGreaterThan(0);
      expect(programs(textOf(seed, 'api.md'))).toHaveLength(operations.length);
    }
  });

  test('has programs that compile', () => {
    const program = join(projectFolder, 'node_modules/typescript7/bin/tsc');
    const run = spawnSync(process.execPath, [program, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' });
    expect(run.stdout + run.stderr).toBe('');
  }, 60_000);

  test.each(seeds)('has programs that run: %s', (seed) => {
    programs(textOf(seed, 'api.md')).forEach((_program, index) => {
      const args = ['--import', join(folder, 'preload.mjs'), join(folder, `programs/${seed}-${index}.mjs`)];
      const run = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: folder });
      expect(run.stderr).toBe('');
      expect(run.stdout).toMatch(/^[A-Z]+ \/\S+\n$/);
    });
  });
});

test('the description comes along, without where its statements stand', () => {
  const text = textOf('partoo', 'openapi.yaml');
  expect(text).toContain('openapi: 3.1');
  expect(text).toContain('/custom_fields/{custom_field_id}');
  expect(text).not.toContain('x-evidence');
});

test('what programs that write programs should know names every module that can be imported', () => {
  for (const seed of seeds) {
    const manifest = JSON.parse(textOf(seed, 'package.json')) as { exports: Record<string, unknown>; files: string[] };
    expect(manifest.files).toEqual(expect.arrayContaining(['AGENTS.md', 'api.md', 'openapi.yaml']));
    const agents = textOf(seed, 'AGENTS.md');
    const own = new Set(['.', './package.json', './openapi.yaml', './openapi']);
    for (const path of Object.keys(manifest.exports).filter((one) => !own.has(one))) {
      expect(agents).toContain(`@seed/${seed}${path.slice(1)}`);
    }
  }
});
