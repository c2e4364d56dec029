import type { SecurityScheme } from './auth.ts';
import type { RequestIdentity, TimedPhase } from './errors.ts';
import type { RetryOptions, TimeoutOptions } from './layer-options.ts';
import type { Issue } from './validation.ts';

/** Checks a value; the value itself is left alone. */
export type Parse = (
  value: unknown,
  options?: { readonly open?: boolean },
) => { readonly ok: true } | { readonly ok: false; readonly issues: readonly Issue[] };

/** The parse functions of one operation's bodies: of the request by media type, of responses by status. */
export interface OperationValidator {
  readonly body?: Readonly<Record<string, Parse>>;
  /** Of bodies that are sent item by item: has each of them checked, and gives what is to be sent. */
  readonly items?: Readonly<Record<string, (body: unknown, check: (item: unknown) => void) => unknown>>;
  readonly responses?: Readonly<Record<string, Parse>>;
}

/** Which bodies are checked. */
export interface ValidationSwitches {
  /** Before sending; default true. */
  readonly requests?: boolean | undefined;
  /** After receiving; default true. With `closed`, values that the documents do not list are refused there, too. */
  readonly responses?: boolean | 'closed' | undefined;
}

/** Headers as `fetch` takes them; said so, for only browsers have a name for them. */
type HeadersToSend = NonNullable<RequestInit['headers']>;

/** What is known of an operation to what stands around `fetch`. */
export interface OperationInfo extends RequestIdentity {
  /** The tags that group it in the API's description. */
  readonly tags?: readonly string[];
  /** Names of security schemes: alternatives of what holds together; the empty one, which asks for nothing, comes last. */
  readonly security?: readonly (readonly string[])[];
  /** The header that the API's description has for a key that makes repetition safe. */
  readonly idempotencyKey?: string;
  /** How bodies are read, by status or range of them (`4XX`): a word, or a function. */
  readonly responses?: Readonly<Record<string, unknown>>;
}

/** What a request is part of. */
export interface Call {
  readonly client: ApiClient;
  /** What was said for this call alone. */
  readonly options: RequestOptions;
  /** The number of the attempt, from 1, where a layer sends requests again. */
  readonly attempt?: number;
  /** For layers that keep time: a layer inside of them reads a body itself, or begins anew. */
  readonly enter?: (phase: TimedPhase) => void;
}

/**
 * Sends a request and gives the answer: `fetch`, or a function around it. It is told which operation the request is for,
 * so that what stands around `fetch` can treat operations differently; `fetch` itself does not look at it.
 */
export type Transport = (
  url: string,
  init: RequestInit & { readonly method: string; readonly headers: Headers },
  operation: OperationInfo,
  call: Call,
) => Promise<Response>;

/**
 * A middleware: is given what sends the request, and gives what does more than that. It is asked anew for each call, so
 * that what is to be remembered from one call to the next belongs outside of it.
 */
export type Layer = (next: Transport) => Transport;

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
  /** Layers around those of the client, the outermost first. */
  readonly use?: readonly Layer[] | undefined;
  /** Credentials by the name of their security scheme, instead of the client's; false sends none. */
  readonly auth?: object | false | undefined;
  /** For the layers that keep time: a number is for the whole call; false lets it take as long as it may. */
  readonly timeout?: TimeoutOptions | number | false | undefined;
  /** For the layer that sends again; false sends once. */
  readonly retry?: RetryOptions | false | undefined;
  readonly validate?: ValidationSwitches | undefined;
}

/** What all calls of one client share. */
export interface ClientOptions {
  /** What comes before every path; a slash at its end does not count. */
  readonly baseUrl: string;
  /** Where operations with a server of their own are, by its name; false sends them to `baseUrl`. */
  readonly servers?: object | false | undefined;
  /** Credentials by the name of their security scheme; false sends none. */
  readonly auth?: object | false | undefined;
  /** Used instead of the global `fetch`. */
  readonly fetch?: Transport | undefined;
  /** Layers around `fetch` and what writes credentials, the outermost first. */
  readonly use?: readonly Layer[] | undefined;
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
  /**
   * Throws a ValidationError where a body breaks its schema; `key` is a media type, or the status of `response`. Returns the
   * body, or where its items are checked as they come, what gives them.
   */
  check(
    request: RequestIdentity,
    key: string,
    body: unknown,
    switches: ValidationSwitches,
    response?: Response,
  ): unknown;
}

/** A client: what operations need to know to be called. It holds no state. */
export interface ApiClient {
  readonly options: ClientOptions;
  /** How each security scheme is written. */
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  /** What stands around `fetch`, the outermost first: the user's layers, and the one that writes credentials. */
  readonly layers: readonly Layer[];
}
