import type { SecurityScheme } from './auth.js';
import type { RequestIdentity } from './errors.js';
import type { Issue } from './validation.js';

/** Checks a value; the value itself is left alone. */
export type Parse = (
  value: unknown,
) => { readonly ok: true } | { readonly ok: false; readonly issues: readonly Issue[] };

/** The parse functions of one operation's bodies: of the request by media type, of responses by status. */
export interface OperationValidator {
  readonly body?: Readonly<Record<string, Parse>>;
  readonly responses?: Readonly<Record<string, Parse>>;
}

/** Which bodies are checked. */
export interface ValidationSwitches {
  /** Before sending; default true. */
  readonly requests?: boolean | undefined;
  /** After receiving; default true. */
  readonly responses?: boolean | undefined;
}

/** Headers as `fetch` takes them; said so, for only browsers have a name for them. */
type HeadersToSend = NonNullable<RequestInit['headers']>;

/**
 * Sends a request and gives the answer: `fetch`, or a function around it. It is told which operation the request is for,
 * so that what stands around `fetch` can treat operations differently; `fetch` itself does not look at it.
 */
export type Transport = (
  url: string,
  init: RequestInit & { readonly method: string; readonly headers: Headers },
  operation: RequestIdentity,
) => Promise<Response>;

/** How JSON is read and written; `JSON` is one. */
export interface JsonCodec {
  parse(text: string): unknown;
  stringify(value: unknown): string;
}

/** What can be said anew for one call. */
export interface RequestOptions {
  /** Aborts the call, which then rejects with the signal's reason, or with a TimeoutError. */
  readonly signal?: AbortSignal | undefined;
  /** Added to the client's headers; the same name replaces. */
  readonly headers?: HeadersToSend | undefined;
  readonly baseUrl?: string | undefined;
  readonly fetch?: Transport | undefined;
  readonly validate?: ValidationSwitches | undefined;
}

/** What all calls of one client share. */
export interface ClientOptions {
  /** What comes before every path; a slash at its end does not count. */
  readonly baseUrl: string;
  /** Credentials by the name of their security scheme. */
  readonly auth?: Readonly<Record<string, unknown>> | undefined;
  /** Used instead of the global `fetch`. */
  readonly fetch?: Transport | undefined;
  /** Sent with every request. */
  readonly headers?: HeadersToSend | undefined;
  /** Used instead of `JSON`, for those who need more of numbers than it keeps. */
  readonly json?: JsonCodec | undefined;
  /** Gives the client the means to check bodies; without it nothing is checked. */
  readonly validators?: BodyValidators | undefined;
  readonly validate?: ValidationSwitches | undefined;
}

/** The means to check bodies: `operationValidators` of this package. */
export interface BodyValidators {
  /** Throws a ValidationError where a body breaks its schema; `key` is a media type, or the status of `response`. */
  check(request: RequestIdentity, key: string, body: unknown, switches: ValidationSwitches, response?: Response): void;
}

/** A client: what operations need to know to be called. It holds no state. */
export interface ApiClient {
  readonly options: ClientOptions;
  /** How each security scheme is written. */
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
}
