import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isDataFailure, parseData } from '../generator/base/data.ts';
import { createReport, diagnosticText } from '../generator/base/diagnostic.ts';
import { own, ownArray, ownString } from '../generator/base/json.ts';
import { generate } from '../generator/generate.ts';
import { stripProse } from './support/facts.ts';

/**
 * A case is a folder: test/cases/<source>/<case>/ with `documents/`, an optional `overlay.yaml`, an optional `case.yaml`
 * ({documents?: paths from the repository's root instead of the folder, facts?: true, inference?}) and `expected/`.
 * What is expected is compared whole: a missing, changed or left-over file fails. `npm run test:update` writes it anew.
 *
 * With `facts: true` the documents are real pages whose texts are not ours to keep: only the facts of the spec are.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const casesFolder = join(root, 'test', 'cases');
const update = process.env['UPDATE_CASES'] === '1';

/** Files of a package that do not depend on the documents: the runtime, what is compiled from the sources, the license. */
const constant = /^package\/(?:src\/runtime\/|dist\/|LICENSE$)/;

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

interface Case {
  readonly folder: string;
  readonly documents: readonly string[];
  readonly facts: boolean;
  readonly inference: 'apply' | 'report' | 'off';
}

function readCase(folder: string): Case {
  const file = join(folder, 'case.yaml');
  const data = existsSync(file) ? parseData(readFileSync(file, 'utf8'), { document: file }) : undefined;
  if (data && isDataFailure(data)) throw new Error(data.reason);
  const named = ownArray(data?.value, 'documents')?.map((path) => join(root, String(path)));
  const ownDocuments = listFiles(join(folder, 'documents')).map((path) => join(folder, 'documents', path));
  const inference = ownString(data?.value, 'inference');
  return {
    folder,
    documents: named ?? ownDocuments,
    facts: own(data?.value, 'facts') === true,
    inference: inference === 'report' || inference === 'off' ? inference : 'apply',
  };
}

async function run(one: Case): Promise<Map<string, string>> {
  const report = createReport();
  const base = one.documents.every((path) => path.startsWith(one.folder)) ? one.folder : root;
  const documents = one.documents.map((path) => ({
    path: relative(base, path).split(sep).join('/'),
    text: readFileSync(path, 'utf8'),
  }));
  const overlay = join(one.folder, 'overlay.yaml');
  const overlays = existsSync(overlay) ? [{ path: 'overlay.yaml', text: readFileSync(overlay, 'utf8') }] : [];
  const packageOptions = { name: 'case', version: '1.0.0', license: 'MIT' };
  const result = await generate(
    { name: 'case', documents, overlays, packageOptions, inference: one.inference },
    report,
    {
      specOnly: one.facts,
    },
  );
  const files = new Map<string, string>();
  const lines = report.all().map(diagnosticText);
  if (!one.facts) files.set('diagnostics.txt', lines.length === 0 ? '' : `${lines.join('\n')}\n`);
  if (report.failed()) return files;
  if (result.spec !== undefined) {
    if (one.facts) files.set('facts.yaml', stripProse(result.spec));
    else files.set('openapi.yaml', result.spec);
  }
  for (const { path, text } of result.files) {
    if (!constant.test(`package/${path}`)) files.set(`package/${path}`, text);
  }
  return files;
}

function compare(one: Case, actual: ReadonlyMap<string, string>): void {
  const expected = join(one.folder, 'expected');
  if (update) {
    rmSync(expected, { recursive: true, force: true });
    for (const [path, text] of actual) {
      mkdirSync(dirname(join(expected, path)), { recursive: true });
      writeFileSync(join(expected, path), text);
    }
  }
  expect([...actual.keys()].toSorted(), 'the list of files').toEqual(listFiles(expected));
  for (const [path, text] of actual) expect(text, path).toBe(readFileSync(join(expected, path), 'utf8'));
}

for (const source of readdirSync(casesFolder).toSorted()) {
  describe(source, () => {
    for (const name of readdirSync(join(casesFolder, source)).toSorted()) {
      const one = readCase(join(casesFolder, source, name));
      const missing = one.documents.find((path) => !existsSync(path));
      const title =
        missing === undefined ? name : `${name} (skipped: ${relative(root, missing)} is not on this machine)`;
      test.skipIf(missing !== undefined)(title, async () => {
        compare(one, await run(one));
      });
    }
  });
}
