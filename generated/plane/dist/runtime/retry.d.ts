import type { Layer } from "./client.js";
import type { RetryOptions } from "./layer-options.js";
/** What else decides of waits: what a test or a simulation puts in the place of chance and of the clock. */
export interface RetrySettings extends RetryOptions {
	/** A number from 0 to less than 1; `Math.random`. */
	readonly random?: (() => number) | undefined;
	/** The time in milliseconds, for a `Retry-After` that is a date; `Date.now`. */
	readonly now?: (() => number) | undefined;
	/** Waits so many milliseconds; whoever waits for it stops waiting when the signal comes, whether it looks at it or not. */
	readonly sleep?: ((milliseconds: number, signal?: AbortSignal) => Promise<void>) | undefined;
}
/**
 * Sends a request again that failed: where there was no answer, or one that broke off in its body, or one of 408, 425, 429
 * or 5xx (but for 501 and 505), if its method is idempotent or it carries an idempotency key; any that was answered 429;
 * none whose body is a stream. It waits as long as `Retry-After` says (RFC 9110, section 10.2.3), or else a random part of
 * a time that doubles, and not a moment longer than the call lasts: aborted, it rejects with the signal's reason at once.
 * The last answer or error is the call's. Answers that are streams are not waited for: what breaks off in them is told to
 * whoever reads them.
 */
export declare function retry(settings?: RetrySettings): Layer;
