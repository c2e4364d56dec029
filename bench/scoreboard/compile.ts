import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortReason, type Verdict } from './outcome.ts';
import { root } from './places.ts';

const compiler = join(root, 'node_modules/typescript7/bin/tsc');

/** What only says where files are, or is the other way round in a check. */
const leftOut = new Set(['rootDir', 'outDir', 'types', 'noEmit', 'resolveJsonModule', 'skipLibCheck']);

/** Every flag of the project and of an emitted package's own tsconfig.json; nothing is skipped. */
function compilerOptions(): Readonly<Record<string, unknown>> {
  const files = [join(root, 'templates/package/tsconfig.json.hbs'), join(root, 'tsconfig.json')];
  const all = files.flatMap((file) => {
    const { compilerOptions } = JSON.parse(readFileSync(file, 'utf8')) as { compilerOptions: Record<string, unknown> };
    return Object.entries(compilerOptions).filter(([key]) => !leftOut.has(key));
  });
  return { ...Object.fromEntries(all), types: [], noEmit: true, skipLibCheck: false };
}

/** Where packages lie that are compiled together: `folder/<package>/src`. */
interface Batch {
  readonly folder: string;
  readonly packages: readonly string[];
  readonly limitSeconds: number;
}

/**
 * Compiles many packages as one program, which reads the standard library once, and says of each what the compiler has
 * against it. Where the compiler itself fails, halves are compiled apart until it is clear for which package it does.
 */
export async function compileBatch(batch: Batch): Promise<Map<string, Verdict>> {
  const { packages } = batch;
  const project = join(batch.folder, `tsconfig.${packages[0] ?? 'none'}.json`);
  const include = packages.map((name) => `${name}/src`);
  writeFileSync(project, JSON.stringify({ compilerOptions: compilerOptions(), include }));
  writeFileSync(join(batch.folder, 'package.json'), '{"type":"module"}');
  const { status, output } = await runCompiler(project, batch);
  const faults = firstFaults(output);
  if (status === 0 || faults.size > 0) return new Map(packages.map((name) => [name, faults.get(name) ?? 'pass']));
  const [only, second] = packages;
  if (only === undefined) return new Map();
  if (second === undefined) return new Map([[only, { reason: shortReason(`compiler failed: ${output || status}`) }]]);
  const middle = Math.ceil(packages.length / 2);
  const first = await compileBatch({ ...batch, packages: packages.slice(0, middle) });
  return new Map([...first, ...(await compileBatch({ ...batch, packages: packages.slice(middle) }))]);
}

interface Run {
  readonly status: number | string;
  readonly output: string;
}

function runCompiler(project: string, { folder, limitSeconds }: Batch): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [compiler, '--singleThreaded', '--pretty', 'false', '-p', project], {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      cwd: folder,
    });
    let output = '';
    let late = false;
    const stop = (): void => {
      late = true;
      // the launcher has a child of its own
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(stop, limitSeconds * 1000);
    const take = (chunk: Buffer): void => {
      if (output.length < 4_000_000) output += chunk.toString('utf8');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status: late ? `not done in ${limitSeconds} s` : (status ?? 'killed'), output: late ? '' : output });
    });
  });
}

/** The first fault of each package. Paths are printed relative to the working folder, the batch's. */
function firstFaults(output: string): Map<string, Verdict> {
  const faults = new Map<string, Verdict>();
  for (const line of output.split('\n')) {
    const match = /^(.+?)\((\d+),\d+\): error (TS\d+): (.*)$/.exec(line);
    if (!match) continue;
    const [, path = '', row = '', code = '', message = ''] = match;
    const [name = '', ...rest] = path.split(/[/\\]/);
    if (!faults.has(name)) faults.set(name, { reason: shortReason(`${rest.join('/')}:${row} ${code} ${message}`) });
  }
  return faults;
}
