import { fork } from 'node:child_process';
import { join } from 'node:path';
import { bench } from './places.ts';
import type { Answer, Question } from './worker.ts';

/** A process that tries documents one after the other. */
export interface WorkerHandle {
  readonly heapMegabytes: number;
  /** The answer, or why there is none: the worker is then gone. */
  ask(question: Question, limitSeconds: number): Promise<Answer | { readonly reason: string }>;
  stop(): void;
}

/** Starts a worker that may use this much heap. */
export function startWorker(heapMegabytes: number): WorkerHandle {
  const child = fork(join(bench, 'scoreboard/worker.ts'), {
    execArgv: [...process.execArgv, `--max-old-space-size=${heapMegabytes}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString('utf8')).slice(-4000);
  });
  const reasonOf = (code: number | null): string => {
    if (/heap out of memory|heap limit/i.test(complaint)) return `needs more than ${heapMegabytes} MB of heap`;
    return /^\w*Error: .*$/m.exec(complaint)?.[0] ?? `the process ended (${code ?? 'killed'})`;
  };
  return {
    heapMegabytes,
    ask: (question, limitSeconds) =>
      new Promise((resolve) => {
        const done = (result: Answer | { readonly reason: string }): void => {
          clearTimeout(timer);
          child.off('message', onMessage).off('exit', onExit);
          resolve(result);
        };
        const onMessage = (answer: unknown): void => done(answer as Answer);
        const onExit = (code: number | null): void => done({ reason: `crash: ${reasonOf(code)}` });
        const timer = setTimeout(() => {
          child.kill('SIGKILL');
          done({ reason: `not done in ${limitSeconds} s` });
        }, limitSeconds * 1000);
        child.on('message', onMessage).on('exit', onExit);
        child.send(question);
      }),
    stop: () => void child.kill(),
  };
}
