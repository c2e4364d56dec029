import { readBlob } from "./decode.js";
import { OperationError, TimeoutError } from "./errors.js";
import { pause, unlessAborted } from "./waiting.js";
/** Methods that may be sent again whatever became of the first time (RFC 9110, section 9.2.2). */
const idempotentMethods = new Set([
	"GET",
	"HEAD",
	"OPTIONS",
	"TRACE",
	"PUT",
	"DELETE",
	"QUERY"
]);
/** Of the statuses that say "later", those that are no 5xx. */
const laterStatuses = new Set([
	408,
	425,
	429
]);
/** Of the 5xx, those that will not change: not implemented, and a version of HTTP that is not known. */
const finalStatuses = new Set([501, 505]);
/**
 * Sends a request again that failed: where there was no answer, or one that broke off in its body, or one of 408, 425, 429
 * or 5xx (but for 501 and 505), if its method is idempotent or it carries an idempotency key; any that was answered 429;
 * none whose body is a stream. It waits as long as `Retry-After` says (RFC 9110, section 10.2.3), or else a random part of
 * a time that doubles, and not a moment longer than the call lasts: aborted, it rejects with the signal's reason at once.
 * The last answer or error is the call's. Answers that are streams are not waited for: what breaks off in them is told to
 * whoever reads them.
 */
export function retry(settings = {}) {
	return (next) => async (url, init, operation, call) => {
		const { retry: own } = call.options;
		if (own === false) return next(url, init, operation, call);
		const options = {
			...settings,
			...own
		};
		const { attempts = 3, sleep = pause } = options;
		const { request, isSafe } = withKey(init, operation, options.idempotencyHeader);
		const signal = init.signal ?? undefined;
		const isReplayable = !(init.body instanceof ReadableStream);
		for (let attempt = 1;; attempt += 1) {
			const isLast = attempt >= attempts || !isReplayable;
			const send = async () => {
				const response = await next(url, request, operation, {
					...call,
					attempt
				});
				if (isLast || !isSafe || asksToRepeat(response, isSafe) || !isReadAtOnce(response, operation)) return response;
				call.enter?.("reading the body");
				return withBody(response);
			};
			const outcome = await settled(send());
			if (isLast || signal?.aborted === true || !mayRepeat(outcome, isSafe)) {
				if (outcome.response) return outcome.response;
				throw outcome.error;
			}
			call.enter?.("waiting for an answer");
			// what is not read would keep the connection
			await outcome.response?.body?.cancel().catch(() => {});
			await unlessAborted(signal, sleep(delay(outcome.response, attempt, options), signal));
		}
	};
}
const settled = (attempt) => attempt.then((response) => ({ response }), (error) => ({ error }));
function mayRepeat({ response, error }, isSafe) {
	// other errors of ours say that nothing was sent
	if (!response) return isSafe && (!(error instanceof OperationError) || error instanceof TimeoutError);
	return asksToRepeat(response, isSafe);
}
function asksToRepeat({ status }, isSafe) {
	if (status === 429) return true;
	return isSafe && (laterStatuses.has(status) || status >= 500 && !finalStatuses.has(status));
}
/** Whether a body is one that the client reads to its end before the call is over, and not item by item. */
function isReadAtOnce({ status }, { method, responses = {} }) {
	// a browser gives 0 where it shows nothing of an answer
	if (method === "HEAD" || status < 200 || [
		204,
		205,
		304
	].includes(status)) return false;
	const kind = responses[status] ?? responses[`${String(status)[0]}XX`];
	return typeof kind !== "function" || kind === readBlob;
}
const readers = [
	"arrayBuffer",
	"blob",
	"bytes",
	"formData",
	"json"
];
/**
 * The same answer, all of its body at hand. A new response costs a good part of a call, so one is only made for those who
 * ask for more than text.
 */
async function withBody(response) {
	const bytes = await response.arrayBuffer();
	const { status, statusText, headers } = response;
	let whole;
	let isRead = false;
	const made = () => whole ??= new Response(bytes, {
		status,
		statusText,
		headers
	});
	const again = () => {
		if (isRead) throw new TypeError("the body was read before");
		return made();
	};
	const text = async () => {
		if (whole || isRead) return again().text();
		isRead = true;
		return new TextDecoder().decode(bytes);
	};
	// `bytes` is not everywhere
	const others = readers.filter((reader) => reader in response);
	const configurable = true;
	return Object.defineProperties(response, {
		...Object.fromEntries(others.map((reader) => [reader, {
			value: async () => again()[reader](),
			configurable
		}])),
		text: {
			value: text,
			configurable
		},
		clone: {
			value: () => again().clone(),
			configurable
		},
		body: {
			get: () => made().body,
			configurable
		},
		bodyUsed: {
			get: () => isRead || whole?.bodyUsed === true,
			configurable
		}
	});
}
/** The request with an idempotency key, if it needs one and there is a header for it; a key that is there stays. */
function withKey(init, { idempotencyKey }, chosen) {
	const header = chosen ?? idempotencyKey;
	if (idempotentMethods.has(init.method)) return {
		request: init,
		isSafe: true
	};
	if (header === undefined) return {
		request: init,
		isSafe: false
	};
	if (init.headers.has(header)) return {
		request: init,
		isSafe: true
	};
	const headers = new Headers(init.headers);
	headers.set(header, crypto.randomUUID());
	return {
		request: {
			...init,
			headers
		},
		isSafe: true
	};
}
/** How long to wait before the next attempt, in milliseconds: what the API asks for, or full jitter. */
function delay(response, attempt, settings) {
	const { baseDelay = 500, maxDelay = 3e4, maxRetryAfter = 6e4, random = Math.random, now = Date.now } = settings;
	const asked = retryAfter(response?.headers.get("Retry-After") ?? "", now);
	if (asked !== undefined) return Math.min(asked, maxRetryAfter);
	return random() * Math.min(maxDelay, baseDelay * 2 ** (attempt - 1));
}
/** The milliseconds of a `Retry-After`: a number of seconds, or a date; undefined where it is neither. */
function retryAfter(text, now) {
	if (/^\s*\d+\s*$/.test(text)) return Number(text) * 1e3;
	// a date begins with the day of the week; `Date.parse` would take other texts for dates too
	const date = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, date - now());
}
