import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { createReport } from '../generator/base/diagnostic.ts';
import { generate } from '../generator/generate.ts';
import { stripProse } from './support/facts.ts';

/** Five real pages, what a careful engineer extracted from them by hand, and our own pages with the same facts. */
const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '..', 'shared');
const seeds = join(shared, 'seeds');
const absent = !existsSync(seeds);
const suffix = absent ? ' (skipped: ../shared is not on this machine)' : '';

const pages = [
  {
    seed: 'partoo-update-custom-field.md',
    own: 'partoo/documents/update-custom-field.md',
    ideal: 'partoo-update-custom-field.yaml',
  },
  {
    seed: 'plane-update-customer-property.md',
    own: 'plane/documents/update-customer-property.md',
    ideal: 'plane-update-customer-property.yaml',
  },
  {
    seed: 'plane-add-property-values.md',
    own: 'plane/documents/add-property-values.md',
    ideal: 'plane-add-property-values.yaml',
  },
  {
    seed: 'plane-add-property-values.scraped.txt',
    own: 'plane/documents/add-property-values.scraped.txt',
    ideal: 'plane-add-property-values.scraped.yaml',
  },
  {
    seed: 'attio-update-attribute.scraped.txt',
    own: 'attio/documents/update-attribute.scraped.txt',
    ideal: 'attio-update-attribute.scraped.yaml',
  },
] as const;

async function specOf(paths: readonly string[]): Promise<string> {
  const report = createReport();
  const documents = paths.map((path) => ({ path: path.split('/').at(-1) ?? path, text: readFileSync(path, 'utf8') }));
  const packageOptions = { name: 'x', version: '1.0.0', license: 'MIT' };
  const result = await generate({ name: 'x', documents, overlays: [], packageOptions, inference: 'apply' }, report, {
    specOnly: true,
  });
  expect(report.all().filter((one) => one.severity === 'error')).toEqual([]);
  return result.spec ?? '';
}

interface Score {
  readonly overall: { readonly f: number; readonly fp: number };
  readonly categories: Readonly<
    Record<string, { readonly invented: readonly string[]; readonly missing: readonly string[] }>
  >;
}

const folder = mkdtempSync(join(tmpdir(), 'specloom-seeds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function score(ideal: string, spec: string): Promise<Score & { invented: string[]; missing: string[] }> {
  const tool = (await import(pathToFileURL(join(shared, 'tools', 'score.mjs')).href)) as {
    loadDoc(file: string): unknown;
    compare(truth: unknown, got: unknown): Score;
  };
  const file = join(folder, ideal);
  writeFileSync(file, spec);
  const result = tool.compare(tool.loadDoc(join(seeds, 'ideal', ideal)), tool.loadDoc(file));
  const list = (kind: 'invented' | 'missing'): string[] =>
    Object.entries(result.categories).flatMap(([name, category]) => category[kind].map((fact) => `${name}: ${fact}`));
  return { ...result, invented: list('invented'), missing: list('missing') };
}

/**
 * Where we hold the hand-made extraction to be wrong: the merged one leaves out the description of `value`, which both
 * pages give.
 */
const disputed = /^description: POST .* req#value$/;

describe.skipIf(absent)(`real pages${suffix}`, () => {
  test.each(pages)('$seed: F1 of at least 0.98 and no invented fact', async ({ seed, ideal }) => {
    const result = await score(ideal, await specOf([join(seeds, seed)]));
    expect(result.invented).toEqual([]);
    expect(result.overall.f, result.missing.join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  test.each(pages)('$seed and our page $own state the same facts', async ({ seed, own }) => {
    const theirs = await specOf([join(seeds, seed)]);
    const ours = await specOf([join(root, 'specs', own)]);
    expect(stripProse(ours)).toBe(stripProse(theirs));
  });

  test('the three Plane pages together', async () => {
    const plane = pages.filter(({ seed }) => seed.startsWith('plane')).map(({ seed }) => join(seeds, seed));
    const result = await score('plane-merged.yaml', await specOf(plane));
    expect(result.invented.filter((fact) => !disputed.test(fact))).toEqual([]);
    expect(result.overall.f, result.missing.join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  test('the order of the files changes no byte', async () => {
    const plane = pages.filter(({ seed }) => seed.startsWith('plane')).map(({ seed }) => join(seeds, seed));
    expect(await specOf(plane.toReversed())).toBe(await specOf(plane));
  });
});
