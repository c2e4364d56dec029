import type { Layer } from './client.ts';
import { compose } from './middleware.ts';
import { retry, type RetrySettings } from './retry.ts';
import { attemptTimeout, timeout } from './timeout.ts';
import type { TimeoutOptions } from './layer-options.ts';

/** How a client bears up against networks. */
export interface ResilienceSettings {
  readonly timeout?: TimeoutOptions | undefined;
  readonly retry?: RetrySettings | undefined;
}

/** Time limits and repetition in the order that they work in: the time of the call, the attempts, the time of each. */
export const resilience = ({ timeout: times = {}, retry: settings }: ResilienceSettings = {}): Layer =>
  compose(timeout(times.overall ?? Infinity), retry(settings), attemptTimeout(times.attempt ?? Infinity));
