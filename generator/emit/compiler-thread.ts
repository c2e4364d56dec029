import { parentPort } from 'node:worker_threads';
import { performTask, type CompilerTask } from './compiler-tasks.ts';

// What runs on a thread of its own, see `compilers.ts`: does one task after the other and sends back what came of each.

/** What a thread answers: the result of its task, or why there is none. */
export type ThreadAnswer = { readonly result: unknown } | { readonly fault: string };

parentPort?.on('message', async (task: CompilerTask) => {
  // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(await answer(task));
});

async function answer(task: CompilerTask): Promise<ThreadAnswer> {
  try {
    return { result: await performTask(task) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
