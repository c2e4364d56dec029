import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDataFailure, parseData } from '../../generator/base/data.ts';
import { createReport } from '../../generator/base/diagnostic.ts';
import type { EmittedFile } from '../../generator/emit/emitter.ts';
import { runtimeFiles } from '../../generator/emit/runtime.ts';
import { typesEmitter } from '../../generator/emit/types/index.ts';
import { unionsEmitter } from '../../generator/emit/unions/index.ts';
import { printed } from '../support/printed.ts';
import { buildApi } from '../../generator/model/build.ts';
import type { Api } from '../../generator/model/model.ts';
import type { Spec } from '../../generator/spec/openapi.ts';

/** The root of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Reads a normalized spec from a YAML file. */
export function readSpec(path: string): Spec {
  const data = parseData(readFileSync(path, 'utf8'), { document: path });
  if (isDataFailure(data)) throw new Error(data.reason);
  return data.value as Spec;
}

/** The modules of types and unions of a spec, the runtime they use, and validators that accept everything in place of the real ones. */
export async function emitTypes(spec: Spec): Promise<EmittedFile[]> {
  const report = createReport();
  const api = buildApi(spec, report);
  const options = { name: 'small', version: '1.0.0', license: 'MIT' };
  const types = await typesEmitter.emit({ api, spec, options }, report);
  const unions = await unionsEmitter.emit({ api, spec, options }, report);
  const files = [...printed([...types, ...unions]), acceptingValidators(api)];
  return [...files, ...runtimeFiles(files)];
}

function acceptingValidators(api: Api): EmittedFile {
  const names = api.schemas.map(({ name }) => name);
  const lines = [
    `import type { ParseResult } from './runtime/validation.js';`,
    `import type { ${names.join(', ')} } from './schemas.js';`,
    ...names.map(
      (name) =>
        `export function parse${name}(value: unknown): ParseResult<${name}> { return { ok: true, value: value as ${name} }; }`,
    ),
  ];
  return { path: 'src/validators.ts', text: `${lines.join('\n')}\n` };
}

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  module: 'NodeNext',
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  declaration: true,
  isolatedDeclarations: true,
  skipLibCheck: false,
  noEmit: true,
};

/** The compilers that emitted packages must compile under. */
export const compilers = {
  'TypeScript 5.9': join(root, 'node_modules/typescript/bin/tsc'),
  'TypeScript 7': join(root, 'node_modules/typescript7/bin/tsc'),
} as const;

/** A temporary project: files by their paths in it, and real files of the checkout copied beside them. */
export interface Project {
  readonly folder: string;
  /** What the compiler says; empty where all is well. */
  compile(compiler: keyof typeof compilers): string;
  remove(): void;
}

/** Writes a project; `copies` maps paths in it to files beside this one. */
export function createProject(files: readonly EmittedFile[], copies: Readonly<Record<string, string>> = {}): Project {
  const folder = mkdtempSync(join(tmpdir(), 'specloom-types-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const { path, text } of files) write(path, text);
  write('package.json', '{ "type": "module" }');
  write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
  for (const [path, source] of Object.entries(copies)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, 'test/type-tests', source), join(folder, path));
  }
  return {
    folder,
    compile(compiler) {
      const run = spawnSync(process.execPath, [compilers[compiler], '-p', folder, '--pretty', 'false'], {
        encoding: 'utf8',
      });
      return run.stdout + run.stderr;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
