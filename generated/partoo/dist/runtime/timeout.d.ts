import type { Layer } from "./client.js";
/**
 * Limits the time of the whole call, in milliseconds: all attempts, the waits between them and the reading of the body.
 * It belongs outside of `retry`. A call that takes longer ends in a TimeoutError.
 */
export declare const timeout: (milliseconds: number) => Layer;
/** Limits the time of each attempt, the reading of its body included. It belongs inside of `retry`, which may try again. */
export declare const attemptTimeout: (milliseconds: number) => Layer;
