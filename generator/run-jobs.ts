import { getHeapStatistics } from 'node:v8';
import { runJob, type Job, type JobResult } from './jobs.ts';
import { memoryWarning } from './memory.ts';
import { createProgress, silentProgress } from './progress.ts';
import { policyFaults } from './report-command.ts';
import type { ReviewFinding } from './report/review.ts';
import { hasTerminal, printResults, type PrintOptions, type Streams } from './terminal.ts';

/** The outside world of the command line, so that it can run inside another program, as a test. */
export interface CommandIo extends Streams {
  /** Absolute. */
  readonly cwd: string;
  /** Runs an action such that an interruption of the program waits for its end. */
  readonly uninterrupted?: <T>(action: () => T) => Promise<T>;
}

/** How jobs are run and what is told of them. */
export interface RunOptions extends PrintOptions {
  /** Compare with the disk instead of writing. */
  readonly check?: boolean;
  /** Look at what was understood and what is contradicted. */
  readonly review?: boolean;
  /** What a run fails on, besides errors. */
  readonly failOn?: readonly ReviewFinding[];
}

/**
 * Runs the jobs one by one; a failure of one does not stop the others. Prints what came of them and returns the exit status:
 * 1 where one failed, or found what the options say a run is to fail on.
 */
export async function runJobs(
  jobs: readonly Job[],
  options: RunOptions,
  io: CommandIo,
  onResult?: (result: JobResult) => void,
): Promise<number> {
  const talkative = hasTerminal(io) && options.quiet !== true && options.format === 'text';
  const progress = talkative ? await createProgress(io.stderr) : silentProgress;
  const uninterrupted = io.uninterrupted ?? (async (action) => action());
  const { failOn = [], check = false } = options;
  const review = options.review === true || failOn.length > 0;
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
      const result = await runJob(job, { cwd: io.cwd, check, review, onStep, onSize, uninterrupted });
      results.push(result);
      onResult?.(result);
    } catch (error) {
      results.push({ name: job.name, diagnostics: [], failed: true, written: [], failure: error });
    }
  }
  progress.clear();
  printResults(results, options, io);
  const faults = policyFaults(results, failOn);
  if (options.format === 'text') for (const fault of faults) io.stderr.write(`${fault}\n`);
  return faults.length > 0 || results.some((result) => result.failed) ? 1 : 0;
}
