import { TimeoutError } from "./errors.js";
// Time limits. A limit ends with the body: a server that answers at once and then sends nothing is no better than one that
// does not answer.
/**
 * Limits the time of the whole call, in milliseconds: all attempts, the waits between them and the reading of the body.
 * It belongs outside of `retry`. A call that takes longer ends in a TimeoutError.
 */
export const timeout = (milliseconds) => limit("overall", milliseconds);
/** Limits the time of each attempt, the reading of its body included. It belongs inside of `retry`, which may try again. */
export const attemptTimeout = (milliseconds) => limit("attempt", milliseconds);
function limit(kind, usual) {
	return (next) => async (url, init, operation, call) => {
		const milliseconds = limitOf(kind, usual, call.options.timeout);
		// a timer for longer than this comes at once
		if (!(milliseconds < 2 ** 31)) return next(url, init, operation, call);
		const watch = startWatch(init.signal, milliseconds, kind, operation);
		try {
			const enter = (phase) => {
				watch.enter(phase);
				call.enter?.(phase);
			};
			const sent = next(url, {
				...init,
				signal: watch.signal
			}, operation, {
				...call,
				enter
			});
			return watched(await Promise.race([sent, watch.expiry]), init.method, watch);
		} catch (error) {
			watch.end();
			throw watch.error() ?? error;
		}
	};
}
function limitOf(kind, usual, own) {
	if (own === false) return Infinity;
	if (typeof own === "number") return kind === "overall" ? own : usual;
	return own?.[kind] ?? usual;
}
function startWatch(outer, milliseconds, kind, operation) {
	const controller = new AbortController();
	let during = "waiting for an answer";
	let error;
	const expiry = new Promise((_, reject) => {
		controller.signal.addEventListener("abort", () => reject(controller.signal.reason));
	});
	// it may be that nobody waits any more
	expiry.catch(() => {});
	const timer = setTimeout(() => {
		const limited = kind === "overall" ? "the call" : "the attempt";
		const reason = new DOMException(`${limited} was given ${milliseconds} ms`, "TimeoutError");
		error = Object.assign(new TimeoutError(operation, reason, `took too long, ${during}`), { during });
		end();
		controller.abort(error);
	}, milliseconds);
	const stopTimer = () => clearTimeout(timer);
	const forward = () => {
		stopTimer();
		controller.abort(outer?.reason);
	};
	const end = () => {
		stopTimer();
		outer?.removeEventListener("abort", forward);
	};
	if (outer?.aborted) forward();
	else outer?.addEventListener("abort", forward, { once: true });
	return {
		signal: controller.signal,
		expiry,
		error: () => error,
		enter(phase) {
			during = phase;
		},
		stopTimer,
		end
	};
}
const readers = [
	"arrayBuffer",
	"blob",
	"bytes",
	"formData",
	"json",
	"text"
];
/** The response, whose readers keep to the limit. Whoever takes its stream reads it at their own pace, until the signal. */
function watched(response, method, watch) {
	// another limit may stand around it already, and takes asking for the stream for reading it
	const inner = Object.getOwnPropertyDescriptor(response, "body")?.get;
	const body = inner ? undefined : response.body;
	if (body === null || method === "HEAD" || [
		204,
		205,
		304
	].includes(response.status)) {
		watch.end();
		return response;
	}
	watch.enter("reading the body");
	for (const reader of readers) {
		// `bytes` is not everywhere
		const read = response[reader];
		if (!read) continue;
		const value = () => Promise.race([read.call(response), watch.expiry]).catch((error) => Promise.reject(watch.error() ?? error)).finally(() => watch.end());
		Object.defineProperty(response, reader, {
			value,
			configurable: true
		});
	}
	let taken;
	const get = () => {
		watch.stopTimer();
		taken ??= streamed(body ?? inner?.call(response), () => watch.end());
		return taken;
	};
	Object.defineProperty(response, "body", {
		get,
		configurable: true
	});
	return response;
}
/** The same stream, which says when it ends. */
function streamed(body, end) {
	const reader = body.getReader();
	return new ReadableStream({
		async pull(controller) {
			try {
				const { done, value } = await reader.read();
				if (!done) return controller.enqueue(value);
				end();
				controller.close();
			} catch (error) {
				end();
				controller.error(error);
			}
		},
		async cancel(reason) {
			end();
			await reader.cancel(reason);
		}
	}, { highWaterMark: 0 });
}
