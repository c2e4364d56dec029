import { redactUrl, secretsOf } from "./redact.js";
/** OpenTelemetry's `SpanKind.CLIENT` and `SpanStatusCode.ERROR`. */
const client = 2;
const failed = 2;
/**
 * A span for each request, from its start to the headers of its answer: inside of `retry` one for each attempt, outside
 * one for the call. An answer of 400 or more, or none, makes it an error.
 */
export function trace(tracer, settings = {}) {
	const { inject, secrets } = settings;
	return (next) => async (url, init, operation, call) => {
		const { attempt = 1 } = call;
		const isSecret = secretsOf(call, secrets);
		const span = tracer.startSpan(`${init.method} ${operation.path}`, {
			kind: client,
			attributes: {
				"http.request.method": init.method,
				"url.full": redactUrl(url, isSecret),
				"url.template": operation.path,
				"specloom.operation.id": operation.id,
				...serverAttributes(url),
				...attempt > 1 && { "http.request.resend_count": attempt - 1 }
			}
		});
		try {
			const headers = new Headers(init.headers);
			inject?.(span, headers);
			const response = await next(url, inject ? {
				...init,
				headers
			} : init, operation, call);
			span.setAttribute("http.response.status_code", response.status);
			if (response.status >= 400) fail(span, String(response.status));
			return response;
		} catch (error) {
			// a message may show the URL, and with it what is secret in it
			const name = error instanceof Error ? error.name : "Error";
			span.recordException(Object.assign(new Error("no answer"), { name }));
			fail(span, name);
			throw error;
		} finally {
			span.end();
		}
	};
}
function fail(span, type) {
	span.setAttribute("error.type", type);
	span.setStatus({ code: failed });
}
/** Where a request goes; nothing for a URL without a host, which only browsers can use. */
function serverAttributes(url) {
	try {
		const { hostname, port, protocol } = new URL(url);
		const usual = protocol === "https:" ? 443 : 80;
		return {
			"server.address": hostname,
			"server.port": port === "" ? usual : Number(port)
		};
	} catch {
		return {};
	}
}
