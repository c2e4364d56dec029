import { spawnSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCode } from './bundle-code.ts';
import { ajvModule, ajvStandalone } from './contestants/json-schema.ts';
import { ours, validatorModule } from './contestants/ours.ts';
import { spread } from './rounds.ts';
import { inlined, withTagNames } from './schema.ts';
import type { Prepared } from './prepare.ts';

/** What a new process spends until its first validation is done, less what an empty one spends. */
export interface ColdStart {
  readonly payload: string;
  readonly name: string;
  /** Milliseconds of processor time, the whole process. */
  readonly whole: number;
  /** Milliseconds in the process: loading the module, compiling what is compiled there, one verdict. */
  readonly inside: number;
  /** Bytes of the module, bundled with all that it imports. */
  readonly bytes: number;
}

/**
 * Each contestant's verdict as one file, bundled alike, and run in turns by new processes: `runs` times each, after one
 * run that only fills the caches of the disk.
 */
export async function coldStarts(prepared: Prepared, runs: number): Promise<ColdStart[]> {
  const { payload, entrants, data } = prepared;
  const files: { readonly name: string; readonly file: string }[] = [];
  for (const { name, module } of entrants) {
    const file = join(data, '..', `cold-${name.replaceAll(' ', '-')}.mjs`);
    writeFileSync(file, await moduleFor(name, module, prepared));
    files.push({ name, file });
  }
  const value = join(data, '..', 'value.json');
  writeFileSync(value, JSON.stringify(payload.valid[0]));
  const program = join(data, '..', 'cold.mjs');
  writeFileSync(program, coldProgram);
  const whole = new Map<string, number[]>();
  const inside = new Map<string, number[]>();
  for (let run = 0; run <= runs; run += 1) {
    for (const { name, file } of files) {
      const figures = once(program, file, value);
      if (run === 0) continue;
      whole.set(name, [...(whole.get(name) ?? []), figures.whole]);
      inside.set(name, [...(inside.get(name) ?? []), figures.inside]);
    }
  }
  return files.map(({ name, file }) => ({
    payload: payload.name,
    name,
    whole: spread(whole.get(name) ?? []).median,
    inside: spread(inside.get(name) ?? []).median,
    bytes: statSync(file).size,
  }));
}

/** A verdict with what a program that reports issues has beside it; of ajv and specloom just what they write for that. */
async function moduleFor(name: string, module: string, { bundle, packageFolder, payload }: Prepared): Promise<string> {
  if (name === ajvStandalone.name)
    return `${await ajvModule(withTagNames(inlined(bundle)))}\nexport const is = validate;`;
  if (name !== ours.name) return bundledCode(`export { is } from ${JSON.stringify(module)};`);
  const parse = `parse${payload.type}`;
  const own = JSON.stringify(validatorModule(packageFolder, payload.type));
  return bundledCode(`import { ${parse} } from ${own};\nexport const is = (value) => ${parse}(value).ok;`);
}

/** Asks for the time before the module is loaded and after its first verdict. */
const coldProgram = `import { readFileSync } from 'node:fs';
const [, , module, file] = process.argv;
const value = JSON.parse(readFileSync(file, 'utf8'));
const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const before = spent();
const { is } = await import(module);
if (!is(value)) process.exit(1);
const after = spent();
console.log(JSON.stringify({ whole: after, inside: after - before }));
`;

function once(program: string, module: string, value: string): { readonly whole: number; readonly inside: number } {
  const { stdout, status } = spawnSync(process.execPath, [program, module, value], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${module} did not accept its value`);
  return JSON.parse(stdout) as { whole: number; inside: number };
}
