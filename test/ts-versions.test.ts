import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReport } from '../generator/base/diagnostic.ts';
import { generate } from '../generator/generate.ts';
import { projectFolder } from './support/sources.ts';
import { writeTree } from './support/temporary.ts';

// Packages made of specs as they are found, compiled as their authors' users would: nothing is skipped.

const real = join(projectFolder, '../shared/corpus/real');
const installed = join(projectFolder, 'bench/node_modules');

/** Different in dialect, style and size. Each is tried where it is there. */
const documents = {
  parameters: join(installed, '@readme/oas-examples/3.1/json/parameters-style.json'),
  petstore: join(installed, '@readme/oas-examples/2.0/json/petstore.json'),
  schemas: join(installed, '@readme/oas-examples/3.1/json/schema-types.json'),
  trains: join(installed, '@readme/oas-examples/3.1/json/train-travel.json'),
  webhooks: join(installed, '@readme/oas-examples/3.1/json/webhooks.json'),
  enums: join(installed, '@readme/oas-examples/3.0/json/schema-enums.json'),
  polymorphism: join(installed, '@readme/oas-examples/3.0/json/polymorphism.json'),
  discriminators: join(installed, '@readme/oas-examples/3.0/json/discriminators.json'),
  audience: join(real, 'line/manage-audience.yml'),
  museum: join(real, 'museum/openapi.yaml'),
  studio: join(real, 'twilio/spec/json/twilio_studio_v2.json'),
  vectors: join(real, 'pinecone/2026-04/db_data_2026-04.oas.yaml'),
} as const;
const present = Object.entries(documents).filter(([, path]) => existsSync(path));
const compilers = ['typescript', 'typescript6', 'typescript7'] as const;

const strict = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  skipLibCheck: false,
  target: 'es2022',
  types: [],
  noEmit: true,
  allowImportingTsExtensions: true, // the sources name each other as they are
};
const nodenext = { module: 'nodenext', moduleResolution: 'nodenext' };
const bundler = { module: 'esnext', moduleResolution: 'bundler' };
const browser = { lib: ['es2023', 'dom', 'dom.iterable'] };
/** What a server has: fetch comes with the types of Node. */
const server = { lib: ['es2023'], types: ['node'], typeRoots: [join(projectFolder, 'node_modules/@types')] };

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'specloom-versions-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function compile(
  compiler: (typeof compilers)[number],
  name: string,
  options: object,
  include: readonly string[],
): string {
  writeTree(folder, { [`${name}.json`]: JSON.stringify({ compilerOptions: { ...strict, ...options }, include }) });
  const program = join(projectFolder, 'node_modules', compiler, 'bin/tsc');
  const run = spawnSync(process.execPath, [program, '-p', `${name}.json`, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return run.status === 0 ? '' : `${run.stdout}${run.stderr}`.slice(0, 4000);
}

/** A user's file: every export is loaded, a client made, and one operation called and its answer looked at. */
function consumer(name: string, operation: string | undefined): string {
  const lines = [
    `import * as api from '${name}';`,
    `import { createClient } from '${name}/client';`,
    `export const client = createClient({ baseUrl: 'https://example.com' });`,
    `export const exported: readonly string[] = Object.keys(api);`,
    ...(operation === undefined
      ? []
      : [
          `export async function call(input: Parameters<typeof api.${operation}>[1]): Promise<number | undefined> {`,
          `  const result = await api.${operation}.result(client, input);`,
          `  return result.status;`,
          `}`,
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

describe.skipIf(present.length === 0)(
  `packages made of ${present.length} of ${Object.keys(documents).length} specs (needs bench/node_modules or ../shared)`,
  () => {
    beforeAll(async () => {
      writeTree(folder, { 'package.json': '{"type":"module"}' });
      for (const [name, path] of present) {
        const document = { path: basename(path), text: readFileSync(path, 'utf8') };
        const packageOptions = { name, version: '1.0.0', license: 'MIT' };
        const task = { name, documents: [document], overlays: [], packageOptions, inference: 'apply' } as const;
        const { files } = await generate(task, createReport());
        const operations = files.flatMap(({ path: file }) => /^src\/operations\/(.*)\.ts$/.exec(file)?.[1] ?? []);
        writeTree(folder, {
          ...Object.fromEntries(files.map((file) => [`node_modules/${name}/${file.path}`, file.text])),
          ...Object.fromEntries(files.map((file) => [`sources/${name}/${file.path}`, file.text])),
          [`users/${name}.ts`]: consumer(name, operations[0]),
        });
      }
    }, 600_000);

    test.each(compilers)(
      'compile with %s',
      (compiler) => {
        const options = {
          ...nodenext,
          ...browser,
          exactOptionalPropertyTypes: true,
          isolatedDeclarations: true,
          declaration: true,
        };
        expect(compile(compiler, `${compiler}-sources`, options, ['sources/*/src'])).toBe('');
      },
      600_000,
    );

    test.each([
      ['typescript', 'a bundler, optional properties may be undefined', { ...bundler, ...browser }],
      ['typescript6', 'a bundler, optional properties may be undefined', { ...bundler, ...browser }],
      ['typescript7', 'a bundler, optional properties may be undefined', { ...bundler, ...browser }],
      ['typescript7', 'a bundler, exact', { ...bundler, ...browser, exactOptionalPropertyTypes: true }],
      ['typescript6', 'Node, exact', { ...nodenext, ...browser, exactOptionalPropertyTypes: true }],
      ['typescript7', 'Node, exact', { ...nodenext, ...browser, exactOptionalPropertyTypes: true }],
      ['typescript7', 'Node without the types of a browser', { ...nodenext, ...server }],
    ] as const)(
      'can be used with %s and %s',
      (compiler, what, options) => {
        expect(compile(compiler, `${compiler}-${what.replaceAll(/\W/g, '')}`, options, ['users'])).toBe('');
      },
      600_000,
    );
  },
);
