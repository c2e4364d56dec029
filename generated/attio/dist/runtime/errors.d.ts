import type { Issue } from "./validation.js";
/** Which request an error is about. */
export interface RequestIdentity {
	/** The operation's id in the API's description. */
	readonly id: string;
	readonly method: string;
	/** The path template, never a path with values in it: messages end up in logs. */
	readonly path: string;
}
/** What of an answer its error keeps. */
interface FailedAnswer {
	readonly status: number;
	readonly body: unknown;
	readonly headers: Headers;
	readonly response: Response;
}
/** What all errors of a client are. */
export declare class OperationError extends Error {
	readonly operationId: string;
	constructor({ id, method, path }: RequestIdentity, text: string, options?: ErrorOptions);
}
/** The API answered, and not with a success. `status` tells the documented answers apart. */
export declare class ApiError<
	Status extends number = number,
	Body = unknown,
	KnownHeaders extends Headers = Headers
> extends OperationError {
	override readonly name: string;
	readonly status: Status;
	readonly body: Body;
	readonly headers: KnownHeaders;
	/** The raw response; its body has been read. */
	readonly response: Response;
	constructor(request: RequestIdentity, answer: FailedAnswer);
}
/** The answer is not what its status promises: HTML instead of JSON, or JSON that breaks off. */
export declare class DecodeError extends OperationError {
	override readonly name: string;
	readonly status: number;
	/** The body as it came. */
	readonly text: string;
	readonly response: Response;
	constructor(request: RequestIdentity, response: Response, text: string, cause: unknown);
}
/** No answer: the connection failed or broke off. `cause` is what `fetch` said. */
export declare class TransportError extends OperationError {
	override readonly name: string;
	constructor(request: RequestIdentity, cause: unknown);
}
/** What a call was doing when its time was over. */
export type TimedPhase = "waiting for an answer" | "reading the body";
/** No whole answer in time. `cause` is what was said of it: the reason of the signal that was given, or how long was waited. */
export declare class TimeoutError extends OperationError {
	override readonly name: string;
	/** What it was doing; undefined where a signal of the caller's said that the time was over. */
	readonly during?: TimedPhase;
	constructor(request: RequestIdentity, cause: unknown, text?: string);
}
/** A credential is missing, or could not be got (`cause` says why). The request was not sent with it. */
export declare class CredentialError extends OperationError {
	override readonly name: string;
	/** The security schemes that have no credential: alternatives of what holds together. */
	readonly missing: readonly (readonly string[])[];
	constructor(request: RequestIdentity, missing: readonly (readonly string[])[], options?: ErrorOptions);
}
/** A body breaks its schema: ours before it was sent, or the API's after it came. */
export declare class ValidationError extends OperationError {
	override readonly name: string;
	readonly direction: "request" | "response";
	readonly issues: readonly Issue[];
	/** The answer that breaks its schema; undefined where nothing was sent. */
	readonly response: Response | undefined;
	constructor(request: RequestIdentity, issues: readonly Issue[], response?: Response);
}
/** A path value that would name another resource (empty, `.` or `..`). Nothing was sent. */
export declare class UnsafePathError extends OperationError {
	override readonly name: string;
	readonly parameter: string;
	constructor(request: RequestIdentity, parameter: string, value: unknown);
}
/** A header value with a line break or a NUL, which could smuggle in another header. Nothing was sent. */
export declare class UnsafeHeaderError extends OperationError {
	override readonly name: string;
	readonly header: string;
	constructor(request: RequestIdentity, header: string);
}
export {};
