import type { Layer } from "./client.js";
import { type RetrySettings } from "./retry.js";
import type { TimeoutOptions } from "./layer-options.js";
/** How a client bears up against networks. */
export interface ResilienceSettings {
	readonly timeout?: TimeoutOptions | undefined;
	readonly retry?: RetrySettings | undefined;
}
/** Time limits and repetition in the order that they work in: the time of the call, the attempts, the time of each. */
export declare const resilience: ({ timeout: times, retry: settings }?: ResilienceSettings) => Layer;
