import { Worker } from 'node:worker_threads';
import type { AsideAnswer, AsideTask } from './aside-thread.ts';
import { ownPackage } from './own-package.ts';

// Much of a run is work that nothing else waits for, or that needs a library which takes long to load. It is done on one
// thread beside the program. Run from sources, where a thread could not load them, it is done in place.

/** Work that can be done aside: a function of a module, whose input and output can be sent from thread to thread. */
export interface AsideWork<Name extends string, Input, Output> {
  /** The built module, by its path in `dist/`: an entry point of `npm run build`. */
  readonly module: string;
  readonly name: Name;
  /** The module, for where there is no thread. */
  readonly load: () => Promise<Readonly<Record<Name, (input: Input) => Output>>>;
}

interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

const built = new URL('dist/', ownPackage);
const isBuilt = import.meta.url.endsWith('.js');
let thread: Worker | undefined;
/** Who waits for what the thread was given, by its number. */
const waiting = new Map<number, Waiting>();
let given = 0;

/** Has the thread load what a kind of work needs, while there is other work. That does not keep the program alive. */
export function prepareAside({ module }: { readonly module: string }): void {
  send({ number: 0, module: urlOf(module) });
}

/** What the function of `work` makes of `input`, and throws; or the error that ended the thread, as when its memory does not suffice. */
export async function doAside<Name extends string, Input, Output>(
  work: AsideWork<Name, Input, Output>,
  input: Input,
): Promise<Output> {
  const { module, name } = work;
  given += 1;
  const number = given;
  if (!send({ number, module: urlOf(module), call: { name, input } })) return (await work.load())[name](input);
  thread?.ref();
  return new Promise<Output>((resolve, reject) => {
    waiting.set(number, { resolve: (output) => resolve(output as Output), reject });
  });
}

function urlOf(module: string): string {
  return new URL(module, built).href;
}

/** Sends the thread something to do; false where there is none. */
function send(task: AsideTask): boolean {
  thread ??= startThread();
  // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
  thread?.postMessage(task);
  return thread !== undefined;
}

function startThread(): Worker | undefined {
  if (!isBuilt) return undefined;
  const worker = new Worker(new URL('base/aside-thread.js', built));
  worker.on('message', ({ number, ...answer }: AsideAnswer) => {
    const one = waiting.get(number);
    waiting.delete(number);
    if (waiting.size === 0) worker.unref();
    if ('fault' in answer) one?.reject(new Error(answer.fault));
    else one?.resolve(answer.output);
  });
  // the next work starts another
  worker.on('error', (error) => {
    thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  worker.unref();
  return worker;
}
