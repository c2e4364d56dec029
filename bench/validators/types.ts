import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scoreboard/places.ts';
import { generatePackage } from './packages.ts';
import { githubFile } from './payloads/github.ts';
import { cache } from './prepare.ts';
import { spread } from './rounds.ts';

/** What a user's compiler spends on a part of a package. */
export interface TypeCheck {
  readonly name: string;
  /** Seconds of processor time. */
  readonly seconds: number;
}

const compilerOptions = {
  strict: true,
  module: 'NodeNext',
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  types: [],
  noEmit: true,
  // what the sources of a package say of each other
  allowImportingTsExtensions: true,
};

/** Programs that are checked, in pairs: the types alone, and what a validator adds. */
interface Part {
  readonly name: string;
  readonly modules: readonly string[];
  readonly skipLibCheck?: boolean;
}

const programs: Readonly<Record<string, string>> = {
  'projects/type.ts': `import type { Repository } from '../dist/schemas.js';
export const nameOf = (value: Repository): string => value.name;
`,
  'projects/validator.ts': `import { isRepository } from '../dist/validators.js';
export const nameOf = (value: unknown): string | undefined => (isRepository(value) ? value.name : undefined);
`,
};

/**
 * GitHub's whole description: TypeScript 7 on a program that uses a type or calls a validator, on the types alone, and on
 * all validators, as the package ships them (declarations) and their sources; in turns.
 */
export async function typeChecks(runs: number): Promise<TypeCheck[]> {
  const { folder } = await generatePackage(githubFile, join(cache, 'github-whole'));
  const parts: readonly Part[] = [
    { name: 'a program with one type, skipLibCheck', modules: ['projects/type.ts'], skipLibCheck: true },
    { name: 'a program with one validator, skipLibCheck', modules: ['projects/validator.ts'], skipLibCheck: true },
    { name: 'types alone, declarations', modules: ['dist/openapi.d.ts'] },
    { name: 'all validators, declarations', modules: modulesOf(folder, 'dist', '.d.ts') },
    { name: 'types alone, sources', modules: ['src/openapi.ts'] },
    { name: 'all validators, sources', modules: modulesOf(folder, 'src', '.ts') },
  ];
  mkdirSync(join(folder, 'projects'), { recursive: true });
  for (const [path, text] of Object.entries(programs)) writeFileSync(join(folder, path), text);
  for (const part of parts) writeProject(folder, part);
  const figures = new Map<string, number[]>();
  for (let run = 0; run <= runs; run += 1) {
    for (const { name } of parts) {
      const seconds = compile(join(folder, 'projects', nameOfProject(name)));
      if (run > 0) figures.set(name, [...(figures.get(name) ?? []), seconds]);
    }
  }
  return parts.map(({ name }) => ({ name, seconds: spread(figures.get(name) ?? []).median }));
}

/** The modules that hold validators: one, or a folder of them. */
function modulesOf(folder: string, part: string, extension: string): string[] {
  const single = `${part}/validators${extension}`;
  const several = join(folder, part, 'validators');
  const inside = existsSync(several) ? readdirSync(several).filter((name) => name.endsWith(extension)) : [];
  const own = existsSync(join(folder, single)) ? [single] : [];
  return [...own, ...inside.map((name) => `${part}/validators/${name}`)];
}

function nameOfProject(name: string): string {
  return `${name.replaceAll(/\W+/g, '-')}.json`;
}

function writeProject(folder: string, { name, modules, skipLibCheck = false }: Part): void {
  const files = modules.map((path) => join('..', path));
  const project = { compilerOptions: { ...compilerOptions, skipLibCheck }, files };
  writeFileSync(join(folder, 'projects', nameOfProject(name)), JSON.stringify(project));
}

function compile(project: string): number {
  const compiler = join(root, 'node_modules/typescript7/bin/tsc');
  const script = `${JSON.stringify(process.execPath)} ${JSON.stringify(compiler)} -p ${JSON.stringify(project)} && times`;
  const { stdout, status } = spawnSync('/bin/sh', ['-c', script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the package does not compile: ${stdout.slice(0, 500)}`);
  // the second line of `times` is for the children: 0m1.23s 0m0.45s
  const line = stdout.trim().split('\n').at(-1) ?? '';
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest),
    0,
  );
}
