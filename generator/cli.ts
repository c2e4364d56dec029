#!/usr/bin/env node
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, Option } from 'commander';
import { createReport } from './base/diagnostic.ts';
import { ownString, type JsonValue } from './base/json.ts';
import { isPackageName } from './config.ts';
import { tuneEngine } from './engine.ts';
import { givenInputFlag, inputFlags, readInputOptions, type InputFlagValues } from './input-options.ts';
import { jobsOfConfig, packageJob, specJob, type InputOptions } from './job-list.ts';
import type { Job, JobResult } from './jobs.ts';
import { readFindings, writeReport } from './report-command.ts';
import { reportFormats, reviewFindings, type ReportFormat } from './report/review.ts';
import { runJobs, type CommandIo, type RunOptions } from './run-jobs.ts';
import { printResults, type PrintOptions } from './terminal.ts';

// The only import of commander, and the only file that uses process.

/** What `--fail-on` says. */
interface PolicyOptions {
  readonly failOn?: readonly string[];
}

interface GenerateOptions extends PrintOptions, InputFlagValues, PolicyOptions {
  readonly config?: string;
  readonly output?: string;
  readonly name?: string;
  readonly check?: true;
}

interface SpecOptions extends PrintOptions, InputFlagValues, PolicyOptions {
  readonly output: string;
  readonly name: string;
  readonly clean?: true;
}

interface ReportOptions extends InputFlagValues, PolicyOptions {
  readonly config?: string;
  readonly name: string;
  readonly output?: string;
  readonly draftOverlay?: string;
  readonly format: ReportFormat;
  readonly quiet?: true;
  readonly debug?: true;
}

/**
 * Runs the command line `argv` (without node and script) and returns the exit status: 0 done, 1 a diagnostic of severity
 * error, a finding that `--fail-on` names, or an unexpected failure, 2 wrong usage. Never throws.
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
    .option(
      '--clean',
      'leave out what specloom says about its own statements (x-evidence, x-confidence, x-conflicts, …)',
    )
    .action(async (inputs: string[], options: SpecOptions, command: Command) => {
      finish(await generateSpec(inputs, options, command, io));
    });
  const review = addReportCommand(program, io, finish);
  for (const command of [generate, spec, review]) {
    addInputOptions(command);
    command.option('--fail-on <finding>', `exit with 1 if there is any: ${reviewFindings.join(', ')}`, collect);
  }
  for (const command of [generate, spec]) addCommonOptions(command);
  return program;
}

function addReportCommand(program: Command, io: CommandIo, finish: (status: number) => void): Command {
  return program
    .command('report')
    .description('tell what of the documents was understood, what they contradict each other in, and what is uncertain')
    .argument('[input...]', inputHelp)
    .option('-n, --name <name>', 'name of the API (with inputs)', 'api')
    .option('-c, --config <file>', 'configuration file (without inputs)')
    .option('-o, --output <file>', 'file of the report (default: the standard output)')
    .option('--draft-overlay <file>', 'write an overlay with one action for each open conflict')
    .addOption(new Option('--format <format>', 'how it is written').choices(reportFormats).default('text'))
    .option('-q, --quiet', 'print errors only')
    .option('--debug', 'print the stack of an unexpected failure')
    .action(async (inputs: string[], options: ReportOptions, command: Command) => {
      finish(await reportInputs(inputs, options, command, io));
    });
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
  $ specloom report docs --format html -o report.html
  $ specloom report docs --fail-on conflict,unread  in CI: is anything contradicted or not understood?

Exit status: 0 done, 1 errors were found or what --fail-on names, 2 wrong usage.
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
    return runJobs(
      [packageJob(inputs, output, name, inputOptions(options, command, io))],
      runOptions(options, command),
      io,
    );
  }
  if (output !== undefined) command.error('error: -o goes with inputs, and there is none');
  if (name !== undefined) command.error('error: --name goes with inputs, and there is none');
  const flag = givenInputFlag(options);
  if (flag !== undefined) command.error(`error: ${flag} goes with inputs, and there is none`);
  const report = createReport();
  const jobs = await jobsOfConfig(config, io.cwd, io.env, report);
  if (jobs !== undefined) return runJobs(jobs, runOptions(options, command), io);
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
  const { clean = false } = options;
  const job = specJob(inputs, output, name, { ...inputOptions(options, command, io), clean });
  return runJobs([job], runOptions(options, command), io, toStdout);
}

/** Runs the jobs up to their specs, writes none, and reports what was found. */
async function reportInputs(
  inputs: readonly string[],
  options: ReportOptions,
  command: Command,
  io: CommandIo,
): Promise<number> {
  const { config, name, format, output, draftOverlay } = options;
  if (inputs.length > 0 && config !== undefined) command.error('error: give either inputs or --config, not both');
  const report = createReport();
  const jobs =
    inputs.length > 0
      ? [specJob(inputs, '-', name, inputOptions(options, command, io))]
      : await jobsOfConfig(config, io.cwd, io.env, report);
  if (jobs === undefined && !report.failed()) return command.error('error: no input, and no configuration here');
  const results: JobResult[] = [];
  const printed: PrintOptions = { quiet: true, format: 'text', ...(options.debug && { debug: true }) };
  const specs = (jobs ?? []).map(({ spec: _spec, output: _output, ...job }): Job => job);
  const { failOn } = options;
  const run = { ...runOptions({ ...printed, ...(failOn && { failOn }) }, command), review: true };
  const status = await runJobs(specs, run, io, (result) => results.push(result));
  const files = { ...(output !== undefined && { output }), ...(draftOverlay !== undefined && { draftOverlay }) };
  const target = { cwd: io.cwd, format, ...files };
  if (!report.failed()) io.stdout.write(await writeReport(results, target, report));
  printResults([{ name: 'specloom', diagnostics: report.all(), failed: report.failed(), written: [] }], printed, io);
  return report.failed() ? 1 : status;
}

function inputOptions(values: InputFlagValues, command: Command, io: CommandIo): InputOptions {
  const options = readInputOptions(values, io.cwd);
  return 'fault' in options ? command.error(`error: ${options.fault}`) : options;
}

/** What the command line says about a run; the rest of its options is for others. */
function runOptions(options: PrintOptions & PolicyOptions & { readonly check?: true }, command: Command): RunOptions {
  const { format, quiet, debug, check } = options;
  const failOn = readFindings(options.failOn ?? []);
  if ('fault' in failOn) {
    return command.error(`error: --fail-on knows ${reviewFindings.join(', ')}, and not "${failOn.fault}"`);
  }
  return { format, failOn, ...(quiet && { quiet }), ...(debug && { debug }), ...(check && { check }) };
}

function packageVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('specloom/package.json');
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
  tuneEngine();
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
