/** How long to wait, in milliseconds; what is not given, or is `Infinity`, has no limit. */
export interface TimeoutOptions {
	/** For all attempts together, the waits between them and the reading of the body. */
	readonly overall?: number | undefined;
	/** For each attempt, the reading of the body included. */
	readonly attempt?: number | undefined;
}
/** When and how often a request is sent again. */
export interface RetryOptions {
	/** How often a request is sent at most, the first time included; default 3. */
	readonly attempts?: number | undefined;
	/** The longest wait before the second attempt, in milliseconds; it doubles with each further one. Default 500. */
	readonly baseDelay?: number | undefined;
	/** No wait that we choose is longer; default 30,000. */
	readonly maxDelay?: number | undefined;
	/** No wait that the API asks for with `Retry-After` is longer; default 60,000. */
	readonly maxRetryAfter?: number | undefined;
	/**
	 * The header that makes POST and PATCH safe to send again: a key is made for it, once for all attempts. Not needed
	 * where the API's description names such a header.
	 */
	readonly idempotencyHeader?: string | undefined;
}
