import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReport } from '../generator/base/diagnostic.ts';
import type { PackageOptions } from '../generator/base/options.ts';
import type { EmittedFile } from '../generator/emit/emitter.ts';
import { emitPackage } from '../generator/emit/index.ts';
import { inlineCode, markdownText } from '../generator/emit/package/markdown.ts';
import { buildApi } from '../generator/model/build.ts';
import type { Spec } from '../generator/spec/openapi.ts';

const hostile = 'A "title" <script>alert(1)</script> `x` | y ${z} */ [a](b)\n# not a heading';

function branch(kind: string): object {
  return {
    type: 'object',
    required: ['kind'],
    properties: { kind: { const: kind }, count: { type: 'integer', examples: [3] } },
  };
}

function createSpec(title: string, text: string): Spec {
  return {
    openapi: '3.1.0',
    info: { title, version: '1' },
    servers: [{ url: 'https://pets.example.com', description: text }],
    security: [{ key: [] }],
    paths: {
      '/pets/{pet}': {
        put: {
          operationId: 'putPet',
          summary: text,
          parameters: [{ name: 'pet', in: 'path', required: true, schema: { type: 'string', examples: ['rex'] } }],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
          },
          responses: { 200: { description: text }, 404: { description: text } },
        },
      },
      '/pets': { get: { operationId: 'listPets', responses: { 200: { description: 'All' } } } },
    },
    components: {
      schemas: {
        Cat: branch('cat'),
        Dog: branch('dog'),
        Pet: {
          oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
          discriminator: {
            propertyName: 'kind',
            mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
          },
        },
      },
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
    },
  } as unknown as Spec;
}

async function emit(spec: Spec, options: Partial<PackageOptions> = {}): Promise<EmittedFile[]> {
  const report = createReport();
  const all = { name: '@example/pets', version: '1.2.3', license: 'MIT', ...options };
  return emitPackage({ api: buildApi(spec, report), spec, options: all }, report);
}

function textOf(files: readonly EmittedFile[], path: string): string {
  return files.find((file) => file.path === path)?.text ?? '';
}

const root = fileURLToPath(new URL('..', import.meta.url));

function run(script: string, ...args: string[]): string {
  try {
    return execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (failure) {
    throw new Error(String((failure as { stdout?: unknown }).stdout), { cause: failure });
  }
}

/** Every TypeScript block of a README in one module: imports first, each block in a scope of its own. */
function readmeModule(readme: string): string {
  const blocks = [...readme.matchAll(/^(`{3,})ts\n([\s\S]*?)\n\1$/gm)].map((match) => match[2] ?? '');
  const imports = new Set<string>();
  const parts: string[] = [];
  for (const [, names, part] of blocks.join('\n').matchAll(/^import \{ (.*) \} from '@\w+\/\w+(\/\w+)?';$/gm)) {
    if (part) parts.push(`import { ${names} } from './package/src${part}.js';`);
    else for (const name of (names ?? '').split(', ')) imports.add(name);
  }
  for (const [, name] of blocks.join('\n').matchAll(/await (\w+)\(/g)) imports.add(name ?? '');
  const scopes = blocks.map((block, index) => {
    const body = block.replaceAll(/^import .*$/gm, '');
    return `export async function block${index}() {\n${body.includes('const client') ? '' : 'const client = createClient();\n'}${body}\n}`;
  });
  return `import { ${[...imports].join(', ')} } from './package/src/index.js';\n${parts.join('\n')}\n${scopes.join('\n')}\n`;
}

describe('an emitted package', () => {
  let folder = '';
  let files: EmittedFile[] = [];

  beforeAll(async () => {
    files = await emit(createSpec('Pets', 'Puts a pet'));
    folder = mkdtempSync(join(tmpdir(), 'specloom-package-'));
    for (const { path, text } of files) {
      const target = join(folder, 'package', path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has a manifest without dependencies or side effects', () => {
    const manifest = JSON.parse(textOf(files, 'package.json')) as Record<string, unknown>;
    expect(manifest).toMatchObject({ name: '@example/pets', version: '1.2.3', license: 'MIT', type: 'module' });
    expect(manifest['sideEffects']).toBe(false);
    expect(manifest).not.toHaveProperty('dependencies');
  });

  it('is sorted, unique and the same on every run', async () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)].toSorted());
    expect(await emit(createSpec('Pets', 'Puts a pet'))).toEqual(files);
  });

  it('is clean under publint', () => {
    expect(run('publint/src/cli.js', join(folder, 'package'), '--strict')).toContain('All good!');
  });

  it('is clean under attw', () => {
    // it ends with status 1 where there is a problem
    const output = run(
      '@arethetypeswrong/cli/dist/index.js',
      '--pack',
      join(folder, 'package'),
      '--profile',
      'esm-only',
    );
    expect(output).toContain('"@example/pets/operations/*"');
  });

  it('has a README whose every example compiles', () => {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'readme.ts'), readmeModule(textOf(files, 'README.md')));
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      module: 'NodeNext',
      types: [],
      noEmit: true,
      allowImportingTsExtensions: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: true,
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['readme.ts'] }));
    expect(run('typescript7/bin/tsc', '-p', folder)).toBe('');
  });
});

describe('text of documents', () => {
  it('stays text in package.json, README and LICENSE', async () => {
    const files = await emit(createSpec(hostile, hostile));
    const manifest = JSON.parse(textOf(files, 'package.json')) as { description: string };
    expect(manifest.description).toContain('<script>');
    expect(manifest.description).not.toContain('\n');
    const readme = textOf(files, 'README.md');
    expect(readme).not.toContain('<script');
    expect(readme).not.toMatch(/^# not/m);
    expect(readme).toContain('\\`x\\` \\| y');
  });

  it('is escaped for Markdown', () => {
    expect(markdownText('a_b *c* <i> & `d` | [e](f)\n\n# g')).toBe(
      'a\\_b \\*c\\* &lt;i\\> &amp; \\`d\\` \\| \\[e\\](f) \\# g',
    );
    expect(inlineCode('a`b``c')).toBe('```a`b``c```');
    expect(inlineCode('`a|')).toBe('`` `a\\| ``');
  });
});

describe('names', () => {
  it('of schemas win over ours', async () => {
    const spec = createSpec('Pets', 'x');
    const components = spec['components'] as { schemas: Record<string, object> };
    components.schemas['Issue'] = { type: 'object' };
    components.schemas['ValidationError'] = { type: 'object' };
    const index = textOf(await emit(spec), 'src/index.ts');
    expect(index).not.toMatch(/\b(?:Issue|ValidationError)\b/);
    expect(index).toContain('ApiError');
  });
});

describe('licenses', () => {
  it.each([
    ['MIT', 'Permission is hereby granted'],
    ['Apache-2.0', 'https://spdx.org/licenses/Apache-2.0.html'],
    ['(MIT OR GPL-3.0+)', 'https://spdx.org/licenses/GPL-3.0.html'],
    ['UNLICENSED', 'All rights reserved'],
  ])('%s', async (license, expected) => {
    expect(textOf(await emit(createSpec('Pets', 'x'), { license }), 'LICENSE')).toContain(expected);
  });
});
