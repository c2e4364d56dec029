import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, ownObject } from '../../generator/base/json.ts';
import { bench, root } from '../scoreboard/places.ts';
import { writeProgram, type Program } from './program.ts';
import { scoreboardText, type Result } from './report.ts';
import { drawSample, parse, type Sampled } from './sample.ts';
import { tools, type Tool } from './tools.ts';
import type { Union } from './unions.ts';

// The narrowing scoreboard: `npm run narrowing [-- --unions 60 --documents 400 --fresh]`. Writes test/scoreboards/narrowing.txt. What the other
// tools wrote is kept in bench/.cache unless `--fresh` is given; specloom always runs anew.

const cache = join(bench, '.cache/narrowing');
const compiler = join(root, 'node_modules/typescript7/bin/tsc');

/** Bundler resolution, because not every tool writes the specifiers that Node.js wants. */
const options = {
  strict: true,
  noUncheckedIndexedAccess: true,
  module: 'ESNext',
  moduleResolution: 'Bundler',
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  types: [],
  skipLibCheck: true,
  noEmit: true,
  allowImportingTsExtensions: true,
};

function argument(name: string, fallback: number): number {
  const position = process.argv.indexOf(`--${name}`);
  return position === -1 ? fallback : Number(process.argv[position + 1]) || fallback;
}

function folderOf({ candidate }: Sampled): string {
  return join(cache, createHash('sha1').update(candidate.name).digest('hex').slice(0, 12));
}

/** Runs a process, ended where it says nothing for `seconds`. */
function runProcess(args: readonly string[], seconds: number): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: bench });
    let output = '';
    const end = (): void => void child.kill('SIGKILL');
    let timer = setTimeout(end, seconds * 1000);
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      clearTimeout(timer);
      timer = setTimeout(end, seconds * 1000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', () => {
      clearTimeout(timer);
      resolve(output);
    });
  });
}

async function runTools(documents: readonly Sampled[]): Promise<void> {
  for (const sampled of documents) {
    mkdirSync(folderOf(sampled), { recursive: true });
    rmSync(join(folderOf(sampled), 'specloom.txt'), { force: true });
  }
  const list = join(cache, 'jobs.json');
  writeFileSync(
    list,
    JSON.stringify(documents.map((sampled) => ({ document: sampled.candidate.path, folder: folderOf(sampled) }))),
  );
  const worker = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(bench, 'narrowing/worker.ts'), list];
  // each process ends one job at the worst, and there are so many
  for (let left = documents.length * tools.length; left > 0; left -= 1) {
    const output = await runProcess(worker, 180);
    if (output.includes('@end')) return;
    console.log(output.trim().split('\n').slice(-2).join(' '));
  }
}

/** What one tool's types let narrow: all documents in one program, which reads the library's types once. */
async function narrowedBy(tool: Tool, documents: readonly Sampled[]): Promise<Result[]> {
  const programs = new Map<string, Program>();
  for (const sampled of documents) {
    const program = programFor(tool, sampled);
    if (!program) continue;
    programs.set(folderOf(sampled), program);
    writeFileSync(join(folderOf(sampled), tool.name, 'attempts.ts'), program.text);
    writeFileSync(join(folderOf(sampled), tool.name, 'package.json'), '{"type":"module"}');
  }
  const project = join(cache, `tsconfig.${tool.name}.json`);
  const files = [...programs.keys()].map((folder) => join(folder, tool.name, 'attempts.ts'));
  writeFileSync(project, JSON.stringify({ compilerOptions: options, files }));
  const output = await runProcess([compiler, '-p', project, '--pretty', 'false'], 900);
  const failed = new Set(
    [...output.matchAll(/([0-9a-f]{12})\/[\w-]+\/attempts\.ts\((\d+),/g)].map(
      ([, folder, line]) => `${folder}:${line}`,
    ),
  );
  return documents.flatMap((sampled) => {
    const program = programs.get(folderOf(sampled));
    const id = folderOf(sampled).slice(-12);
    const done = [...(program?.attempts ?? [])]
      .filter(([line]) => !failed.has(`${id}:${line}`))
      .map(([, attempt]) => attempt);
    const narrows = (union: Union): boolean =>
      union.branches.every((branch) => done.some((one) => one.union === union && one.branch === branch));
    return sampled.unions.map((union) => ({
      document: sampled.candidate.name,
      tool: tool.name,
      union,
      narrows: narrows(union),
      ran: program !== undefined,
    }));
  });
}

function programFor(tool: Tool, sampled: Sampled): Program | undefined {
  const folder = folderOf(sampled);
  const said = readFileSync(join(folder, `${tool.name}.txt`), 'utf8').trim();
  if (said !== 'done') console.log(`${tool.name} ${sampled.candidate.name}: ${said}`);
  const document = said === 'done' ? parse(sampled.candidate) : undefined;
  if (!isObject(document)) return undefined;
  const keys = Object.keys(ownObject(ownObject(document, 'components'), 'schemas') ?? {});
  return writeProgram(sampled.unions, tool.types(join(folder, tool.name), keys));
}

async function main(): Promise<void> {
  if (process.argv.includes('--fresh') && existsSync(cache)) rmSync(cache, { recursive: true });
  const { documents, read } = drawSample(argument('unions', 60), argument('documents', 400));
  console.log(`${documents.length} documents`);
  await runTools(documents);
  const results: Result[] = [];
  for (const tool of tools) results.push(...(await narrowedBy(tool, documents)));
  const text = scoreboardText(results, { read, documents: documents.length });
  writeFileSync(join(root, 'test/scoreboards/narrowing.txt'), text);
  console.log(text);
}

await main();
