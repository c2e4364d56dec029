import type { Layer } from "./client.js";
/** What a span is told; a `Span` of `@opentelemetry/api` is one. */
export interface TraceSpan {
	setAttribute(name: string, value: string | number): unknown;
	setStatus(status: {
		readonly code: number;
		readonly message?: string;
	}): unknown;
	recordException(error: Error): void;
	end(): void;
}
/** What begins spans; a `Tracer` of `@opentelemetry/api` is one. */
export interface Tracer<Span extends TraceSpan = TraceSpan> {
	startSpan(name: string, options: {
		readonly kind: number;
		readonly attributes: Readonly<Record<string, string | number>>;
	}): Span;
}
/** How spans are made. */
export interface TraceSettings<Span extends TraceSpan = TraceSpan> {
	/** Writes the context of a span into the headers to send, so that the API can go on with it (`traceparent`). */
	readonly inject?: ((span: Span, headers: Headers) => void) | undefined;
	/** Names of query parameters that are secret too; in any letters. */
	readonly secrets?: readonly string[] | undefined;
}
/**
 * A span for each request, from its start to the headers of its answer: inside of `retry` one for each attempt, outside
 * one for the call. An answer of 400 or more, or none, makes it an error.
 */
export declare function trace<Span extends TraceSpan>(tracer: Tracer<Span>, settings?: TraceSettings<Span>): Layer;
