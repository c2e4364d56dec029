import type { Layer } from "./client.js";
/** What is logged of a request, of its answer, or of there being none. Secrets are left out; bodies are never in it. */
export interface LogEntry {
	readonly phase: "request" | "response" | "error";
	readonly operationId: string;
	readonly tags: readonly string[];
	readonly method: string;
	/** The path template; `url` is what was sent. */
	readonly path: string;
	readonly url: string;
	/** Of the request, or of the response. */
	readonly headers: Readonly<Record<string, string>>;
	/** The number of the attempt, from 1. */
	readonly attempt: number;
	/** Of a response. */
	readonly status?: number;
	/** From the request to the headers of its answer (outside of `retry` to its body, where it may be sent again), or to the error. */
	readonly milliseconds?: number;
	/** Why there was no answer. */
	readonly error?: {
		readonly name: string;
		readonly message: string;
	};
}
/** How requests are logged. */
export interface LogSettings {
	/** Names of headers and query parameters that are secret too; in any letters. */
	readonly secrets?: readonly string[] | undefined;
	/** The time in milliseconds; `performance.now`. */
	readonly now?: (() => number) | undefined;
}
/**
 * Tells `write` of each request and of what came of it. Inside of `retry` it sees each attempt, outside each call. What
 * security schemes write, and what has the name of a secret, is replaced by `REDACTED` in headers, query and URL.
 */
export declare function log(write: (entry: LogEntry) => void, settings?: LogSettings): Layer;
