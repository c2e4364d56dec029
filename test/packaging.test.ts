import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from './support/sources.ts';
import { writeTree } from './support/temporary.ts';

// What a user gets: the package as npm packs it, installed into an empty folder.

const root = realpathSync(mkdtempSync(join(tmpdir(), 'specloom-packaging-')));
const consumer = join(root, 'consumer');
let packed: readonly string[] = [];

/** What is needed to build the package; built in a copy, so that the `dist` of the checkout stays as it is. */
const buildInput = ['package.json', 'tsconfig.json', 'generator', 'templates', 'README.md', 'LICENSE'];

function run(program: string, argv: readonly string[], cwd: string): string {
  const options: ExecFileSyncOptions = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  // npm passes its own settings on as variables; a user's npm would not have them.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?!config_)/i.test(name)));
  return String(execFileSync(program, argv, { ...options, env, shell: process.platform === 'win32' }));
}

beforeAll(() => {
  const copy = join(root, 'copy');
  mkdirSync(consumer);
  mkdirSync(copy);
  for (const name of buildInput.filter((name) => existsSync(join(projectFolder, name)))) {
    cpSync(join(projectFolder, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(projectFolder, 'node_modules'), join(copy, 'node_modules'), 'junction');
  run('npm', ['run', 'build'], copy);
  const listing = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', root], copy);
  const [archive] = JSON.parse(listing) as { filename: string; files: { path: string }[] }[];
  packed = archive?.files.map(({ path }) => path) ?? [];
  writeTree(consumer, { 'package.json': '{"name":"consumer","private":true,"type":"module"}' });
  const quick = ['--no-audit', '--no-fund', '--prefer-offline'];
  run('npm', ['install', ...quick, join(root, archive?.filename ?? '')], consumer);
}, 300_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the packed package', () => {
  it('holds the compiled code, the templates, and what npm always adds; nothing else', () => {
    const other = packed.filter((path) => !/^(?:dist|templates)\//.test(path));
    expect(other.toSorted()).toEqual(['LICENSE', 'README.md', 'package.json']);
    expect(packed).toContain('dist/cli.js');
    expect(packed).toContain('dist/index.d.ts');
    const rest = packed.filter((path) => path.startsWith('dist/') && !/\.(?:js|d\.ts)$/.test(path));
    expect(rest).toEqual(['dist/THIRD-PARTY-NOTICES.md']);
  });

  it('passes on the license of each library that it contains', () => {
    const dist = join(consumer, 'node_modules', 'specloom', 'dist');
    const contained = packed
      .filter((path) => /^dist\/.*\.js$/.test(path))
      .flatMap((path) => [
        ...readFileSync(join(consumer, 'node_modules', 'specloom', path), 'utf8').matchAll(
          /^\/\/ (?:\S*\/)?node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm,
        ),
      ]);
    const libraries = new Set(contained.map(([, name]) => name));
    const notices = readFileSync(join(dist, 'THIRD-PARTY-NOTICES.md'), 'utf8');
    const told = new Set([...notices.matchAll(/^## (\S+) \d\S* \([A-Z]/gm)].map(([, name]) => name));
    expect(libraries.size).toBeGreaterThan(0);
    expect([...libraries].filter((name) => !told.has(name))).toEqual([]);
  });

  it('runs as a command', () => {
    const command = join(consumer, 'node_modules', '.bin', 'specloom');
    const { version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string };
    expect(run(command, ['--version'], consumer)).toBe(`${version}\n`);
    expect(run(command, ['--help'], consumer)).toContain('Usage: specloom');
  });

  it('generates a package with nothing else installed', () => {
    writeTree(consumer, { 'api.yaml': description });
    const command = join(consumer, 'node_modules', '.bin', 'specloom');
    expect(run(command, ['generate', 'api.yaml', '-o', 'client'], consumer)).toMatch(/^client: \d+ files/);
    const manifest = JSON.parse(readFileSync(join(consumer, 'client', 'package.json'), 'utf8')) as { name: string };
    expect(manifest.name).toBe('client');
  });

  it('gives a configuration its types', () => {
    const config = "{ apis: { a: { input: 'docs', output: 'out' } } }";
    writeTree(consumer, {
      'right.ts': `import { defineConfig, type GeneratorConfig } from 'specloom';\nexport const config: GeneratorConfig = defineConfig(${config});\n`,
      'wrong.ts': `import { defineConfig } from 'specloom';\n// @ts-expect-error the key is misspelt\nexport const a: unknown = defineConfig({ apis: { a: { inputs: 'docs', output: 'out' } } });\n`,
    });
    const compiler = join(consumer, 'node_modules', 'typescript', 'bin', 'tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022'];
    expect(run(process.execPath, [compiler, ...options, 'right.ts', 'wrong.ts'], consumer)).toBe('');
  });
});

describe('a project that generates before it builds', () => {
  it('generates, compiles and runs', () => {
    const project = join(consumer, 'app');
    mkdirSync(project);
    cpSync(join(projectFolder, 'specs', 'partoo', 'documents'), join(project, 'docs'), { recursive: true });
    writeTree(project, {
      'package.json': JSON.stringify({
        name: 'app',
        private: true,
        type: 'module',
        scripts: { prebuild: 'specloom generate', build: 'tsc', start: 'node out/main.js' },
        specloom: { apis: { partoo: { input: 'docs', output: 'clients/partoo' } } },
      }),
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          module: 'nodenext',
          target: 'es2022',
          types: [],
          lib: ['es2023', 'dom', 'dom.iterable'],
          outDir: 'out',
          rootDir: 'app',
        },
        include: ['app'],
      }),
      'app/main.ts': program,
    });
    run('npm', ['run', 'build'], project);
    expect(run('npm', ['run', '--silent', 'start'], project)).toBe('PUT /custom_fields/42 has 120\nsuccess\n');
  });
});

const program = `import { createClient, match, putUpdateCustomFields, type CustomFieldEdit } from '../clients/partoo/dist/index.js';

const limit = (edit: CustomFieldEdit): number | undefined =>
  match(edit, { TEXT: (text) => text.max_len, _: () => undefined });

const client = createClient({
  baseUrl: 'https://partoo.example',
  auth: { ApiKeyAuth: 'key' },
  fetch: async (input, init) => {
    const request = new Request(input, init);
    const body = (await request.json()) as CustomFieldEdit;
    console.log(request.method, new URL(request.url).pathname, 'has', limit(body));
    return Response.json({ status: 'success' });
  },
});
const answer = await putUpdateCustomFields(client, {
  path: { custom_field_id: 42 },
  body: { type: 'TEXT', name: 'Motto', max_len: 120 },
});
console.log(answer.status);
`;

const description = `openapi: 3.1.0
info: { title: Things, version: '1' }
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '200':
          description: The thing.
          content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } }
`;
