import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { JsonObject } from '../base/json.ts';
import type { CompilerResults, CompilerTask } from './compiler-tasks.ts';
import type { ThreadAnswer } from './compiler-thread.ts';
import type { EmittedFile } from './emitter.ts';
import type { PrintedTypes } from './types/openapi-typescript.ts';
import type { CompiledParts } from './typescript.ts';

// TypeScript takes longer to load and to run than everything else together. So it runs on threads of its own, which load
// it while pages are read. Run from sources, where a thread could not load them, the work is done in place.

/** More threads than these gain little, and each holds the syntax trees of what it compiles. */
const maxThreads = 2;

interface Job {
  readonly task: CompilerTask;
  /** How much work it is, about. */
  readonly size: number;
  readonly resolve: (result: CompilerResults[CompilerTask['kind']]) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  job: Job | undefined;
}

const threadFile = new URL('./compiler-thread.js', import.meta.url);
const threads: Thread[] = [];
const waiting: Job[] = [];

/** Starts the threads, so that they load what they need while there is other work. They do not keep the program alive. */
export function warmCompilers(): void {
  if (!existsSync(threadFile)) return;
  const wanted = Math.min(maxThreads, availableParallelism());
  while (threads.length < wanted) startThread();
}

/** What `printTypes` of `types/openapi-typescript.ts` makes of a view of the spec. */
export async function printTypes(view: JsonObject): Promise<PrintedTypes> {
  const result = await perform({ kind: 'types', view }, Number.MAX_SAFE_INTEGER);
  return result as CompilerResults['types'];
}

/**
 * Each `src/**.ts` among `files` as `dist/**.js` and `dist/**.d.ts`, in no certain order. Modules are compiled without type
 * information. Throws where the compiler finds a fault: emitted code with a fault is a bug of ours.
 */
export async function compilePackage(files: readonly EmittedFile[]): Promise<EmittedFile[]> {
  const sources = files.filter(({ path }) => path.startsWith('src/') && path.endsWith('.ts'));
  const tasks = inPrograms(sources).flatMap((program) =>
    partsOf(program).map((parts) => ({ kind: 'compile' as const, files: program, parts })),
  );
  const results = await Promise.all(tasks.map((task) => perform(task, sizeOf(task.files))));
  return results.flatMap((result) => result as CompilerResults['compile']);
}

/**
 * How many characters are compiled as one program. Small modules together take less than half the time that they take one
 * by one; the syntax trees of a large package, which are a hundred times its size, need not all be held at once.
 */
const programSize = 250_000;

/** The modules in groups that are compiled together. */
function inPrograms(files: readonly EmittedFile[]): EmittedFile[][] {
  const programs: EmittedFile[][] = [];
  let size = programSize;
  for (const file of files) {
    if (size + file.text.length > programSize) {
      programs.push([]);
      size = 0;
    }
    programs.at(-1)?.push(file);
    size += file.text.length;
  }
  return programs;
}

function sizeOf(files: readonly EmittedFile[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0);
}

/** A module of this size is parsed twice, so that two threads can share what comes after. */
const sharedSize = 400_000;

function partsOf(files: readonly EmittedFile[]): CompiledParts[] {
  return threads.length > 1 && sizeOf(files) > sharedSize ? ['scripts', 'declarations'] : ['all'];
}

async function perform(task: CompilerTask, size: number): Promise<CompilerResults[CompilerTask['kind']]> {
  warmCompilers();
  if (threads.length === 0) return (await import('./compiler-tasks.ts')).performTask(task);
  return new Promise((resolve, reject) => {
    waiting.push({ task, size, resolve, reject });
    // the largest first, so that no thread waits long for the other at the end
    waiting.sort((left, right) => right.size - left.size);
    handOut();
  });
}

/** Gives each idle thread the next task. */
function handOut(): void {
  for (const thread of threads) {
    if (thread.job !== undefined) continue;
    const job = waiting.shift();
    if (job === undefined) return;
    thread.job = job;
    thread.worker.ref();
    // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
    thread.worker.postMessage(job.task);
  }
}

function startThread(): void {
  const thread: Thread = { worker: new Worker(threadFile), job: undefined };
  const finish = (end: (job: Job) => void): void => {
    const { job } = thread;
    thread.job = undefined;
    thread.worker.unref();
    if (job !== undefined) end(job);
    handOut();
  };
  thread.worker.on('message', (answer: ThreadAnswer) => {
    finish((job) => {
      if ('fault' in answer) job.reject(new Error(answer.fault));
      else job.resolve(answer.result as CompilerResults[CompilerTask['kind']]);
    });
  });
  // as when its memory does not suffice; the next package starts another
  thread.worker.on('error', (error) => {
    threads.splice(threads.indexOf(thread), 1);
    for (const job of waiting.splice(0)) job.reject(error);
    finish((job) => job.reject(error));
  });
  thread.worker.unref();
  threads.push(thread);
}
