import { parentPort } from 'node:worker_threads';

// What runs on the thread of `aside.ts`.

/** Something to do: load a module and, where there is a call, answer with what its function makes of the input. */
export interface AsideTask {
  readonly number: number;
  readonly module: string;
  readonly call?: { readonly name: string; readonly input: unknown };
}

/** What came of the task of that number, or why nothing did. */
export type AsideAnswer = { readonly number: number } & ({ readonly output: unknown } | { readonly fault: string });

parentPort?.on('message', async (task: AsideTask) => {
  const answer = await perform(task);
  // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
  if (task.call !== undefined) parentPort?.postMessage(answer);
});

async function perform({ number, module, call }: AsideTask): Promise<AsideAnswer> {
  try {
    const exported = (await import(module)) as Readonly<Record<string, (input: unknown) => unknown>>;
    return { number, output: call && (await exported[call.name]?.(call.input)) };
  } catch (error) {
    return { number, fault: error instanceof Error ? error.message : String(error) };
  }
}
