import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createReport } from '../../generator/base/diagnostic.ts';
import { loadDocuments } from '../../generator/documents/load.ts';
import { generate } from '../../generator/generate.ts';

/** A generator of types under test. */
export interface Tool {
  readonly name: string;
  /** Writes TypeScript for the document into an empty folder. Throws where it cannot. */
  run(document: string, folder: string): Promise<void>;
  /** The type of each component by its key, in terms of a module of the folder. */
  types(folder: string, keys: readonly string[]): ExportedTypes;
}

/** How a probe gets at the types a tool exported. */
export interface ExportedTypes {
  readonly header: string;
  readonly typeOf: ReadonlyMap<string, string>;
  /** Type guards that the tool emitted, by the name of the type they take. */
  readonly guards: readonly { readonly name: string; readonly takes: string }[];
}

// The other tools are packages of the bench, which need not be installed; so they are described here, not imported.

interface HeyApi {
  createClient(options: unknown): Promise<unknown>;
}

interface Orval {
  generate(options: unknown): Promise<void>;
}

interface OpenapiTypescript {
  default(document: URL, options: unknown): Promise<unknown>;
  astToString(nodes: unknown): string;
}

async function load<T>(name: string): Promise<T> {
  return (await import(name)) as T;
}

/** The tools that are compared, each with its defaults. */
export const tools: readonly Tool[] = [
  {
    name: 'specloom',
    async run(document, folder) {
      const report = createReport();
      const documents = await loadDocuments([basename(document)], dirname(document), report);
      const packageOptions = { name: 'tried', version: '1.0.0', license: 'MIT' };
      const task = { name: 'tried', documents, overlays: [], packageOptions, inference: 'apply' } as const;
      const { files } = await generate(task, report, { sourcesOnly: true });
      if (report.failed() || files.length === 0) throw new Error('no package');
      for (const { path, text } of files.filter((file) => file.path.startsWith('src/'))) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    types(folder) {
      const text = readFileSync(join(folder, 'src/schemas.ts'), 'utf8');
      const typeOf = new Map<string, string>();
      for (const [, name = '', key = ''] of text.matchAll(
        /^export type (\w+) =\s+components\['schemas'\]\['((?:[^'\\]|\\.)*)'\];/gm,
      ))
        typeOf.set(key, `Types.${name}`);
      const module = join(folder, 'src/unions.ts');
      const unions = existsSync(module) ? readFileSync(module, 'utf8') : '';
      const guards = [...unions.matchAll(/^export function (\w+)\(value: (\w+)\): value is/gm)].map(
        ([, name = '', takes = '']) => ({ name: `Guards.${name}`, takes }),
      );
      const guardImport = unions === '' ? '' : `import * as Guards from './src/unions.js';\n`;
      return { header: `import type * as Types from './src/schemas.js';\n${guardImport}`, typeOf, guards };
    },
  },
  {
    name: 'hey-api',
    async run(document, folder) {
      const { createClient } = await load<HeyApi>('@hey-api/openapi-ts');
      const plugins = ['@hey-api/typescript'];
      await createClient({
        input: document,
        output: join(folder, 'src'),
        plugins,
        logs: { level: 'silent', file: false },
      });
    },
    types: (folder, keys) => matched(folder, 'src/types.gen.ts', keys),
  },
  {
    name: 'orval',
    async run(document, folder) {
      const { generate: orval } = await load<Orval>('orval');
      const target = join(folder, 'src/endpoints.ts');
      await orval({
        input: { target: document },
        output: { target, schemas: join(folder, 'src/model'), client: 'fetch', mode: 'single' },
      });
      if (!existsSync(join(folder, 'src/model/index.ts'))) throw new Error('no model');
    },
    types: (folder, keys) => matched(folder, 'src/model/index.ts', keys),
  },
  {
    name: 'openapi-typescript',
    async run(document, folder) {
      const { default: openapiTypescript, astToString } = await load<OpenapiTypescript>('openapi-typescript');
      const nodes = await openapiTypescript(new URL(`file://${document}`), { silent: true });
      mkdirSync(join(folder, 'src'), { recursive: true });
      writeFileSync(join(folder, 'src/schema.ts'), astToString(nodes));
    },
    types(_folder, keys) {
      const typeOf = new Map(keys.map((key) => [key, `components['schemas'][${JSON.stringify(key)}]`]));
      return { header: `import type { components } from './src/schema.js';\n`, typeOf, guards: [] };
    },
  },
];

/** Tools that rename types: a component's is the one that is called the same but for case and separators. */
function matched(folder: string, module: string, keys: readonly string[]): ExportedTypes {
  const names = exportedNames(join(folder, module));
  const byPlainName = new Map(names.map((name) => [plain(name), name]));
  const typeOf = new Map<string, string>();
  for (const key of keys) {
    const name = names.includes(key) ? key : byPlainName.get(plain(key));
    if (name !== undefined) typeOf.set(key, `Types.${name}`);
  }
  return { header: `import type * as Types from './${module.replace(/\.ts$/, '.js')}';\n`, typeOf, guards: [] };
}

function exportedNames(module: string): string[] {
  const text = readFileSync(module, 'utf8');
  const own = [...text.matchAll(/^export (?:declare )?(?:type|interface|enum) (\w+)/gm)].map(([, name = '']) => name);
  if (!module.endsWith('index.ts')) return own;
  return readdirSync(dirname(module))
    .filter((file) => file !== 'index.ts')
    .flatMap((file) => exportedNames(join(dirname(module), file)));
}

function plain(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** An empty folder. */
export function emptyFolder(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
