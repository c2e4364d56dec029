import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createReport } from '../../generator/base/diagnostic.ts';
import type { JsonObject } from '../../generator/base/json.ts';
import type { PackageOptions } from '../../generator/base/options.ts';
import { generate } from '../../generator/generate.ts';
import { projectFolder } from './sources.ts';

/** A package made of a description, in a folder of its own, ready to be imported. */
export interface MadePackage {
  readonly folder: string;
  /** The codes of the diagnostics that were given on the way. */
  readonly codes: readonly string[];
  /** The exports of a module of the package: `index`, `validators`. */
  load(module: string): Promise<Readonly<Record<string, unknown>>>;
  /** The text of a file of the package; undefined where it has none. */
  text(path: string): string | undefined;
}

const folders: string[] = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Generates the package of an OpenAPI description; its folder is removed when the process ends. */
export async function makePackage(
  description: JsonObject,
  packageOptions: Partial<PackageOptions> = {},
): Promise<MadePackage> {
  const report = createReport();
  const task = {
    name: 'sample',
    documents: [{ path: 'sample.json', text: JSON.stringify(description) }],
    overlays: [],
    packageOptions: { name: 'sample', version: '1.0.0', license: 'MIT', ...packageOptions },
    inference: 'apply',
  } as const;
  const { files } = await generate(task, report);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'specloom-package-')));
  folders.push(folder);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  // for programs in the folder that use libraries beside the package
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return {
    folder,
    codes: report.all().map(({ code }) => code),
    load: async (module) =>
      (await import(pathToFileURL(join(folder, 'dist', `${module}.js`)).href)) as Readonly<Record<string, unknown>>,
    text: (path) => texts.get(path),
  };
}

/** An OpenAPI 3.1 description of `schemas`, with whatever else it is to hold. */
export function description(schemas: JsonObject, rest: JsonObject = {}): JsonObject {
  return { openapi: '3.1.0', info: { title: 'Sample', version: '1' }, paths: {}, components: { schemas }, ...rest };
}
