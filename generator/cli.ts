#!/usr/bin/env node
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { Command, CommanderError, Option } from 'commander';
import { createReport } from './base/diagnostic.ts';
import { ownString, type JsonValue } from './base/json.ts';
import { isPackageName } from './config.ts';
import { givenInputFlag, inputFlags, readInputOptions, type InputFlagValues } from './input-options.ts';
import { jobsOfConfig, packageJob, specJob, type InputOptions } from './job-list.ts';
import { runJob, type Job, type JobResult } from './jobs.ts';
import { memoryWarning } from './memory.ts';
import { createProgress, silentProgress } from './progress.ts';
import { hasTerminal, printResults, type PrintOptions, type Streams } from './terminal.ts';

// The only import of commander, and the only file that uses process.

/** The outside world of the command line, so that it can run inside another program, as a test. */
export interface CommandIo extends Streams {
  /** Absolute. */
  readonly cwd: string;
  /** Runs an action such that an interruption of the program waits for its end. */
  readonly uninterrupted?: <T>(action: () => T) => Promise<T>;
}

interface GenerateOptions extends PrintOptions, InputFlagValues {
  readonly config?: string;
  readonly output?: string;
  readonly name?: string;
  readonly check?: true;
}

interface SpecOptions extends PrintOptions, InputFlagValues {
  readonly output: string;
  readonly name: string;
}

/**
 * Runs the command line `argv` (without node and script) and returns the exit status: 0 done, 1 a diagnostic of severity
 * error or an unexpected failure, 2 wrong usage. Never throws.
 */
export async function runCli(argv: readonly string[], io: CommandIo): Promise<number> {
  let status = 0;
  const program = createProgram(io, (result) => {
    status = result;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const failure = { name: 'specloom', diagnostics: [], failed: true, written: [], failure: error };
    printResults([failure], { format: 'text', ...(argv.includes('--debug') && { debug: true }) }, io);
    return 1;
  }
}

function createProgram(io: CommandIo, finish: (status: number) => void): Command {
  const program = new Command('specloom')
    .description('Reads API documentation and OpenAPI files; writes a normalized spec and a TypeScript client package.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .addHelpText('after', examples);
  const generate = program
    .command('generate')
    .description('write the packages that the configuration names, or one package from the inputs')
    .argument('[input...]', inputHelp)
    .option('-o, --output <folder>', 'folder of the package (with inputs)')
    .option('-n, --name <name>', 'name of the package (with inputs; default: the name of the folder)')
    .option(
      '-c, --config <file>',
      'configuration file (default: specloom.config.* or the key "specloom" of package.json)',
    )
    .option('--check', 'write nothing; fail if a file is missing, stale or superfluous')
    .action(async (inputs: string[], options: GenerateOptions, command: Command) => {
      finish(await generatePackages(inputs, options, command, io));
    });
  const spec = program
    .command('spec')
    .description('write the normalized OpenAPI 3.1 spec of the inputs')
    .argument('<input...>', inputHelp)
    .requiredOption('-o, --output <file>', 'file of the spec (YAML), or - for the standard output')
    .option('-n, --name <name>', 'name of the API, where the inputs give no title', 'api')
    .action(async (inputs: string[], options: SpecOptions, command: Command) => {
      finish(await generateSpec(inputs, options, command, io));
    });
  for (const command of [generate, spec]) {
    addInputOptions(command);
    addCommonOptions(command);
  }
  return program;
}

const inputHelp =
  'files, folders (read recursively), globs or URLs: pages (.md .mdx .txt) and OpenAPI files (.yaml .json)';

const examples = `
Examples:
  $ specloom generate                               all that specloom.config.* or package.json names
  $ specloom generate docs -o packages/client       one package from a folder of pages, without configuration
  $ specloom generate openapi.yaml -o client --name @acme/client
  $ specloom spec "docs/**/*.md" -o openapi.yaml    the normalized spec only
  $ specloom generate https://api.acme.dev/openapi.json --allow-host api.acme.dev -o client
  $ specloom generate --check                       in CI: are the committed files up to date?

Exit status: 0 done, 1 errors were found, 2 wrong usage.
`;

function collect(value: string, values: readonly string[] = []): string[] {
  return [...values, value];
}

function addInputOptions(command: Command): void {
  for (const { flag, help } of inputFlags) command.option(flag, help, collect);
}

function addCommonOptions(command: Command): void {
  command
    .addOption(new Option('--format <format>', 'how diagnostics are written').choices(['text', 'json']).default('text'))
    .option('-q, --quiet', 'print errors only')
    .option('--debug', 'print the stack of an unexpected failure');
}

async function generatePackages(
  inputs: readonly string[],
  options: GenerateOptions,
  command: Command,
  io: CommandIo,
): Promise<number> {
  const { config, output, name } = options;
  if (inputs.length > 0) {
    if (config !== undefined) command.error('error: give either inputs or --config, not both');
    if (output === undefined) return command.error('error: inputs need -o FOLDER, the folder of the package');
    if (name !== undefined && !isPackageName(name)) command.error(`error: npm does not accept the name "${name}"`);
    return runJobs([packageJob(inputs, output, name, inputOptions(options, command, io))], options, io);
  }
  if (output !== undefined) command.error('error: -o goes with inputs, and there is none');
  if (name !== undefined) command.error('error: --name goes with inputs, and there is none');
  const flag = givenInputFlag(options);
  if (flag !== undefined) command.error(`error: ${flag} goes with inputs, and there is none`);
  const report = createReport();
  const jobs = await jobsOfConfig(config, io.cwd, io.env, report);
  if (jobs !== undefined) return runJobs(jobs, options, io);
  if (!report.failed()) {
    return command.error('error: no input, and neither specloom.config.* nor a key "specloom" in package.json here');
  }
  printResults([{ name: 'specloom', diagnostics: report.all(), failed: true, written: [] }], options, io);
  return 1;
}

async function generateSpec(
  inputs: readonly string[],
  options: SpecOptions,
  command: Command,
  io: CommandIo,
): Promise<number> {
  const { output, name } = options;
  if (inputs.some((input) => resolve(io.cwd, input) === resolve(io.cwd, output))) {
    command.error(`error: "${output}" is an input; writing there would lose it`);
  }
  const toStdout = (result: JobResult): void => {
    if (output === '-' && !result.failed && result.spec !== undefined) io.stdout.write(result.spec);
  };
  return runJobs([specJob(inputs, output, name, inputOptions(options, command, io))], options, io, toStdout);
}

function inputOptions(values: InputFlagValues, command: Command, io: CommandIo): InputOptions {
  const options = readInputOptions(values, io.cwd);
  return 'fault' in options ? command.error(`error: ${options.fault}`) : options;
}

/** Runs the jobs one by one; a failure of one does not stop the others. */
async function runJobs(
  jobs: readonly Job[],
  options: GenerateOptions | SpecOptions,
  io: CommandIo,
  onResult?: (result: JobResult) => void,
): Promise<number> {
  const talkative = hasTerminal(io) && options.quiet !== true && options.format === 'text';
  const progress = talkative ? await createProgress(io.stderr) : silentProgress;
  const uninterrupted = io.uninterrupted ?? (async (action) => action());
  const results: JobResult[] = [];
  for (const job of jobs) {
    const onStep = (step: string): void => progress.show(`${job.name}: ${step}`);
    const onSize = (characters: number, wantsPackage: boolean): void => {
      const warning = memoryWarning(characters, wantsPackage, getHeapStatistics().heap_size_limit);
      if (warning === undefined || options.quiet === true) return;
      progress.clear();
      io.stderr.write(`${job.name}: ${warning}\n`);
    };
    try {
      const check = 'check' in options;
      const result = await runJob(job, { cwd: io.cwd, check, onStep, onSize, uninterrupted });
      results.push(result);
      onResult?.(result);
    } catch (error) {
      results.push({ name: job.name, diagnostics: [], failed: true, written: [], failure: error });
    }
  }
  progress.clear();
  printResults(results, options, io);
  return results.some((result) => result.failed) ? 1 : 0;
}

function packageVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('../package.json');
  return ownString(manifest as JsonValue, 'version') ?? 'unknown';
}

/** Lets `action` end before an interruption by the user or the system takes effect. */
async function withoutInterruption<T>(action: () => T): Promise<T> {
  let interrupted: number | undefined;
  const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
  const listeners = Object.entries(signals).map(([signal, number]) => ({
    signal,
    listener: (): void => {
      interrupted = 128 + number;
    },
  }));
  for (const { signal, listener } of listeners) process.on(signal, listener);
  try {
    return action();
  } finally {
    await new Promise((resume) => setImmediate(resume)); // signals that came meanwhile are handed out in this turn
    for (const { signal, listener } of listeners) process.off(signal, listener);
    if (interrupted !== undefined) process.exit(interrupted);
  }
}

/** Whether this file is what node was started with, also through the link that npm makes. */
function isStarted(): boolean {
  const [, script = ''] = process.argv;
  const itself = realpathSync(fileURLToPath(import.meta.url));
  return [script, `${script}.js`].some((path) => existsSync(path) && realpathSync(path) === itself);
}

if (isStarted()) {
  // A reader that has seen enough, as `head`, closes the pipe; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await runCli(process.argv.slice(2), {
    cwd: process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    isTTY: process.stderr.isTTY === true,
    uninterrupted: withoutInterruption,
  });
}
