/** Waits for the task, or until the signal comes: then it rejects with its reason, and the task goes on for others. */
export declare function unlessAborted<Value>(signal: AbortSignal | null | undefined, task: Promise<Value>): Promise<Value>;
/** Waits so many milliseconds; once the signal has come it holds no timer, and it is never over. */
export declare function pause(milliseconds: number, signal?: AbortSignal): Promise<void>;
