import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createReport, diagnosticText } from '../../generator/base/diagnostic.ts';
import type { JsonValue } from '../../generator/base/json.ts';
import type { Document } from '../../generator/documents/document.ts';
import { generate } from '../../generator/generate.ts';
import { projectFolder } from './sources.ts';

// The official JSON Schema Test Suite through the users' door: each schema becomes a component of an OpenAPI 3.1
// document, a package is generated from it, and its validator is asked.

/** The folder of the suite's tests. */
const suiteFolder = join(projectFolder, '../shared/corpus/suites/json-schema-test-suite/tests');

const remotesFolder = join(suiteFolder, '../remotes');
const metaFolder = join(projectFolder, 'node_modules/ajv/dist/refs/json-schema-2020-12');

/** Why the suite cannot be run here; undefined where it can. */
export const suiteMissing = existsSync(suiteFolder)
  ? undefined
  : 'needs ../shared/corpus/suites/json-schema-test-suite';

interface SuiteTest {
  readonly description: string;
  readonly data: unknown;
  readonly valid: boolean;
}

interface SuiteGroup {
  readonly description: string;
  readonly schema: JsonValue;
  readonly tests: readonly SuiteTest[];
}

/** What came of one file of the suite. */
export interface FileScore {
  readonly file: string;
  readonly total: number;
  /** `group: test (what is wrong)`, in the order of the file. */
  readonly failures: readonly string[];
}

/** The files of a draft, by keyword, in alphabetical order. */
export function suiteFiles(draft: string): string[] {
  return readdirSync(join(suiteFolder, draft))
    .filter((name) => name.endsWith('.json'))
    .toSorted();
}

/** Runs one file of the suite; packages are written into `folder`. */
export async function scoreFile(draft: string, file: string, folder: string): Promise<FileScore> {
  const groups = JSON.parse(readFileSync(join(suiteFolder, draft, file), 'utf8')) as SuiteGroup[];
  const together = await validatorsFor(groups, join(folder, file));
  const failures: string[] = [];
  for (const [index, group] of groups.entries()) {
    // where one schema spoils the document, the others are still asked
    const validator =
      'fault' in together
        ? await validatorsFor([group], join(folder, file, String(index)))
        : { validate: (value: unknown) => together.call(index, value) };
    for (const test of group.tests) {
      const fault = faultOf(test, (value) => ask(validator, value));
      if (fault !== undefined) failures.push(`${group.description}: ${test.description} (${fault})`);
    }
  }
  return { file, total: groups.flatMap(({ tests }) => tests).length, failures };
}

type Validators = { readonly call: (index: number, value: unknown) => unknown } | { readonly fault: string };
type Validator = Validators | { readonly validate: (value: unknown) => unknown };

function ask(validator: Validator, value: unknown): unknown {
  if ('fault' in validator) throw new Error(validator.fault);
  return 'call' in validator ? validator.call(0, value) : validator.validate(value);
}

function faultOf(test: SuiteTest, validate: (value: unknown) => unknown): string | undefined {
  try {
    const answer = validate(test.data);
    if (answer === test.valid) return undefined;
    return test.valid ? 'refused' : 'accepted';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The `is` and `parse` functions of a package whose components are the schemas of `groups`. */
async function validatorsFor(groups: readonly SuiteGroup[], folder: string): Promise<Validators> {
  const report = createReport();
  try {
    const { files } = await generate(
      {
        name: 'suite',
        documents: documentsOf(groups),
        overlays: [],
        packageOptions: { name: 'suite', version: '1.0.0', license: 'MIT' },
        inference: 'apply',
      },
      report,
    );
    if (files.length === 0) return { fault: report.all().map(diagnosticText).join('; ') };
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const url = pathToFileURL(join(folder, 'dist/validators.js')).href;
    const module = (await import(/* @vite-ignore */ url)) as Record<string, (value: unknown) => unknown>;
    return { call: (index, value) => answer(module, componentName(index), value) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/** An OpenAPI document that refers to a file for each schema, those files, and what the schemas may refer to. */
function documentsOf(groups: readonly SuiteGroup[]): Document[] {
  const schemas = Object.fromEntries(
    groups.map((_group, index) => [componentName(index), { $ref: `case-${index + 1}.json` }]),
  );
  // nothing is generated for a document without operations
  const paths = { '/': { get: { operationId: 'ask', responses: { 204: { description: 'Nothing' } } } } };
  const spec = { openapi: '3.1.0', info: { title: 'Suite', version: '1' }, paths, components: { schemas } };
  const cases = groups.map(({ schema }, index) => part(`case-${index + 1}.json`, JSON.stringify(schema)));
  const remote = /localhost:1234|json-schema\.org/.test(JSON.stringify(groups));
  return [{ path: 'api.json', text: JSON.stringify(spec) }, ...cases, ...(remote ? remotes() : [])];
}

function part(path: string, text: string): Document {
  return { path, text, part: true };
}

/** What the suite expects to find on the web: its own remote files, and the meta-schemas of the draft. */
function remotes(): Document[] {
  const own = filesBelow(remotesFolder).map((path) =>
    part(`http://localhost:1234/${path}`, readFileSync(join(remotesFolder, path), 'utf8')),
  );
  const meta = filesBelow(metaFolder).map((path) =>
    part(
      `https://json-schema.org/draft/2020-12/${path.replace(/\.json$/, '')}`,
      readFileSync(join(metaFolder, path), 'utf8'),
    ),
  );
  return [...own, ...meta];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json') && !/^(?:draft[34679]|draft2019|v1)/.test(path))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
}

/** What both paths say; they must agree. */
function answer(module: Record<string, (value: unknown) => unknown>, name: string, value: unknown): unknown {
  const fits = module[`is${name}`]?.(value);
  const parsed = module[`parse${name}`]?.(value) as { ok: boolean } | undefined;
  if (fits !== parsed?.ok) throw new Error(`is says ${String(fits)}, parse says ${String(parsed?.ok)}`);
  return fits;
}

function componentName(index: number): string {
  return `Case${index + 1}`;
}
