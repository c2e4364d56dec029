/** Waits for the task, or until the signal comes: then it rejects with its reason, and the task goes on for others. */
export function unlessAborted<Value>(signal: AbortSignal | null | undefined, task: Promise<Value>): Promise<Value> {
  if (!signal) return task;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    void task.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Waits so many milliseconds; once the signal has come it holds no timer, and it is never over. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    const stop = (): void => clearTimeout(timer);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
