import { compose } from "./middleware.js";
import { retry } from "./retry.js";
import { attemptTimeout, timeout } from "./timeout.js";
/** Time limits and repetition in the order that they work in: the time of the call, the attempts, the time of each. */
export const resilience = ({ timeout: times = {}, retry: settings } = {}) => compose(timeout(times.overall ?? Infinity), retry(settings), attemptTimeout(times.attempt ?? Infinity));
