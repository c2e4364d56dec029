import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from './support/sources.ts';
import { temporaryFolder, writeTree } from './support/temporary.ts';

/** The packages that the repository carries, as npm would see them. */

const packages = readdirSync(join(projectFolder, 'generated')).toSorted();
const compilers = ['typescript', 'typescript7'] as const;

function node(program: string, argv: readonly string[], cwd: string): { status: number | null; output: string } {
  const run = spawnSync(process.execPath, [join(projectFolder, 'node_modules', program), ...argv], {
    cwd,
    encoding: 'utf8',
  });
  return { status: run.status, output: `${run.stdout}${run.stderr}` };
}

const strictness = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: false,
  module: 'nodenext',
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: [],
  noEmit: true,
  allowImportingTsExtensions: true, // the sources name each other as they are
};

describe.each(packages)('@specloom/%s', (name) => {
  const folder = join(projectFolder, 'generated', name);

  test('depends on nothing', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest).toMatchObject({ name: `@specloom/${name}`, type: 'module', sideEffects: false });
    for (const key of ['dependencies', 'peerDependencies', 'optionalDependencies'])
      expect(manifest).not.toHaveProperty(key);
  });

  test.each(compilers)('compiles with %s, sources and declarations', (compiler) => {
    const project = temporaryFolder({
      'package.json': '{"type":"module"}',
      'tsconfig.json': JSON.stringify({ compilerOptions: strictness, include: ['main.ts', 'src'] }),
      'main.ts': `import * as api from '@specloom/${name}';\nexport const client = api.createClient();\n`,
    });
    cpSync(join(folder, 'src'), join(project, 'src'), { recursive: true });
    cpSync(folder, join(project, 'node_modules/@specloom', name), { recursive: true });
    const program = compiler === 'typescript' ? 'typescript/bin/tsc' : 'typescript7/bin/tsc';
    expect(node(program, ['-p', project], project)).toEqual({ status: 0, output: '' });
  });

  test('is clean for publint', () => {
    const { status, output } = node('publint/src/cli.js', [folder, '--strict'], folder);
    expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining('All good') as string });
  });

  test('is clean for attw as an ESM package', () => {
    const { status, output } = node(
      '@arethetypeswrong/cli/dist/index.js',
      ['--pack', folder, '--profile', 'esm-only', '--no-color'],
      folder,
    );
    expect({ status, output }).toMatchObject({
      status: 0,
      output: expect.stringContaining('node16 (from ESM): 🟢') as string,
    });
  });
});

test('the Partoo union narrows in the package as published', () => {
  const project = temporaryFolder({
    'package.json': '{"type":"module"}',
    'tsconfig.json': JSON.stringify({ compilerOptions: strictness, include: ['*.ts'] }),
  });
  writeTree(project, { 'node_modules/.keep': '', 'main.ts': narrowing });
  writeTree(project, { 'node_modules/@specloom/.keep': '' });
  symlinkSync(join(projectFolder, 'generated/partoo'), join(project, 'node_modules/@specloom/partoo'), 'junction');
  for (const program of ['typescript/bin/tsc', 'typescript7/bin/tsc']) {
    expect(node(program, ['-p', project], project)).toEqual({ status: 0, output: '' });
  }
});

test('the example in the README compiles', () => {
  const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');
  const [, example = ''] = /```ts\n([^]*?)```/.exec(readme) ?? [];
  const project = temporaryFolder({
    'package.json': '{"type":"module"}',
    'tsconfig.json': JSON.stringify({ compilerOptions: strictness, include: ['*.ts'] }),
    'main.ts': `${example}\ndeclare const process: { readonly env: { readonly PARTOO_KEY?: string } };\n`,
    'node_modules/@specloom/.keep': '',
  });
  symlinkSync(join(projectFolder, 'generated/partoo'), join(project, 'node_modules/@specloom/partoo'), 'junction');
  expect(node('typescript7/bin/tsc', ['-p', project], project)).toEqual({ status: 0, output: '' });
});

const narrowing = `import {
  isTextCustomFieldEdit, match, putUpdateCustomFields,
  type CustomFieldEdit, type PutUpdateCustomFieldsBody, type PutUpdateCustomFieldsResult,
} from '@specloom/partoo';

type Equal<Left, Right> = (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;
const holds = <Condition extends true>(): Condition | undefined => undefined;
holds<Equal<PutUpdateCustomFieldsBody, CustomFieldEdit>>();

export function describe(edit: CustomFieldEdit): string {
  switch (edit.type) {
    case 'BOOLEAN':
      // @ts-expect-error only text fields have a length
      return String(edit.max_len);
    case 'TEXT':
      holds<Equal<typeof edit.max_len, number | undefined>>();
      return String(edit.max_len);
    case 'INTEGER':
    case 'FLOAT':
      return String(edit.min);
    case 'SINGLE_SELECT':
      return String(edit.created_values_orders?.[0]);
    case 'MULTIPLE_SELECT':
      return String(edit.max_selected_values);
    case 'MULTIPLE_SELECT_IMAGE':
      return edit.created_values?.[0]?.label ?? '';
    case 'IMAGES_UPLOADER':
      return edit.created_values?.[0]?.text_field ?? '';
    default: {
      const nothing: never = edit;
      return nothing;
    }
  }
}

export function missing(edit: CustomFieldEdit): string {
  switch (edit.type) {
    case 'BOOLEAN':
      return 'yes or no';
    default: {
      // @ts-expect-error seven cases are missing
      const nothing: never = edit;
      return nothing;
    }
  }
}

export const lengthOf = (edit: CustomFieldEdit): number | undefined => (isTextCustomFieldEdit(edit) ? edit.max_len : undefined);

export const short = (edit: CustomFieldEdit): number | string | undefined =>
  match(edit, {
    BOOLEAN: () => 'flag',
    TEXT: (text) => text.max_len,
    INTEGER: (field) => field.max,
    FLOAT: (field) => field.max,
    SINGLE_SELECT: (field) => field.created_values?.length,
    MULTIPLE_SELECT: (field) => field.created_values?.length,
    MULTIPLE_SELECT_IMAGE: (field) => field.created_values?.length,
    IMAGES_UPLOADER: (field) => field.created_values?.length,
  });

// @ts-expect-error cases are missing
export const partial = (edit: CustomFieldEdit): unknown => match(edit, { TEXT: () => 1 });

export async function narrowByStatus(result: PutUpdateCustomFieldsResult): Promise<string | undefined> {
  if (result.status === 200) return result.body.status;
  if (result.status === 401) return result.body.errors?.authentication;
  if (result.status === 404) return result.body.errors?.json;
  return undefined;
}

// @ts-expect-error the body is required
export const call = putUpdateCustomFields({} as never, { path: { custom_field_id: 1 } });
`;
