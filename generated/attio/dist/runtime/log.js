import { redactHeaders, redactUrl, secretsOf } from "./redact.js";
/**
 * Tells `write` of each request and of what came of it. Inside of `retry` it sees each attempt, outside each call. What
 * security schemes write, and what has the name of a secret, is replaced by `REDACTED` in headers, query and URL.
 */
export function log(write, settings = {}) {
	const { secrets, now = () => performance.now() } = settings;
	return (next) => async (url, init, operation, call) => {
		const isSecret = secretsOf(call, secrets);
		const about = {
			...subject(operation, call),
			method: init.method,
			url: redactUrl(url, isSecret)
		};
		const headers = redactHeaders(init.headers, isSecret);
		write({
			phase: "request",
			...about,
			headers
		});
		const start = now();
		try {
			const response = await next(url, init, operation, call);
			const { status } = response;
			const milliseconds = now() - start;
			write({
				phase: "response",
				...about,
				headers: redactHeaders(response.headers, isSecret),
				status,
				milliseconds
			});
			return response;
		} catch (thrown) {
			const milliseconds = now() - start;
			const { name, message } = thrown instanceof Error ? thrown : {
				name: "Error",
				message: String(thrown)
			};
			// engines repeat the URL that they could not use
			const error = {
				name,
				message: message.replaceAll(url, about.url)
			};
			write({
				phase: "error",
				...about,
				headers,
				milliseconds,
				error
			});
			throw thrown;
		}
	};
}
const subject = ({ id, path, tags = [] }, { attempt = 1 }) => ({
	operationId: id,
	path,
	tags,
	attempt
});
