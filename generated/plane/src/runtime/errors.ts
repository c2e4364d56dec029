import type { Issue } from './validation.ts';

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
export class OperationError extends Error {
  declare readonly operationId: string;

  constructor({ id, method, path }: RequestIdentity, text: string, options?: ErrorOptions) {
    super(`${method} ${path} ${text}`, options);
    this.operationId = id;
  }
}

/** The API answered, and not with a success. `status` tells the documented answers apart. */
export class ApiError<
  Status extends number = number,
  Body = unknown,
  KnownHeaders extends Headers = Headers,
> extends OperationError {
  override readonly name: string = 'ApiError';
  declare readonly status: Status;
  declare readonly body: Body;
  declare readonly headers: KnownHeaders;
  /** The raw response; its body has been read. */
  declare readonly response: Response;

  constructor(request: RequestIdentity, answer: FailedAnswer) {
    super(request, `answered ${answer.status}`);
    this.status = answer.status as Status;
    this.body = answer.body as Body;
    this.headers = answer.headers as KnownHeaders;
    this.response = answer.response;
  }
}

/** The answer is not what its status promises: HTML instead of JSON, or JSON that breaks off. */
export class DecodeError extends OperationError {
  override readonly name: string = 'DecodeError';
  declare readonly status: number;
  /** The body as it came. */
  declare readonly text: string;
  declare readonly response: Response;

  constructor(request: RequestIdentity, response: Response, text: string, cause: unknown) {
    super(request, `answered ${response.status} with a body that is not JSON`, { cause });
    this.status = response.status;
    this.text = text;
    this.response = response;
  }
}

/** No answer: the connection failed or broke off. `cause` is what `fetch` said. */
export class TransportError extends OperationError {
  override readonly name: string = 'TransportError';

  constructor(request: RequestIdentity, cause: unknown) {
    super(request, 'got no answer', { cause });
  }
}

/** What a call was doing when its time was over. */
export type TimedPhase = 'waiting for an answer' | 'reading the body';

/** No whole answer in time. `cause` is what was said of it: the reason of the signal that was given, or how long was waited. */
export class TimeoutError extends OperationError {
  override readonly name: string = 'TimeoutError';
  /** What it was doing; undefined where a signal of the caller's said that the time was over. */
  declare readonly during?: TimedPhase;

  constructor(request: RequestIdentity, cause: unknown, text = 'took too long') {
    super(request, text, { cause });
  }
}

/** A credential is missing, or could not be got (`cause` says why). The request was not sent with it. */
export class CredentialError extends OperationError {
  override readonly name: string = 'CredentialError';
  /** The security schemes that have no credential: alternatives of what holds together. */
  declare readonly missing: readonly (readonly string[])[];

  constructor(request: RequestIdentity, missing: readonly (readonly string[])[], options?: ErrorOptions) {
    super(request, `has no usable credential for ${missing.join(' or ')}`, options);
    this.missing = missing;
  }
}

/** A body breaks its schema: ours before it was sent, or the API's after it came. */
export class ValidationError extends OperationError {
  override readonly name: string = 'ValidationError';
  declare readonly direction: 'request' | 'response';
  declare readonly issues: readonly Issue[];
  /** The answer that breaks its schema; undefined where nothing was sent. */
  declare readonly response: Response | undefined;

  constructor(request: RequestIdentity, issues: readonly Issue[], response?: Response) {
    const direction = response ? 'response' : 'request';
    const first = issues[0];
    super(request, `has an invalid ${direction} body${first ? `: ${first.path} ${first.message}` : ''}`);
    this.direction = direction;
    this.issues = issues;
    this.response = response;
  }
}

/** A path value that would name another resource (empty, `.` or `..`). Nothing was sent. */
export class UnsafePathError extends OperationError {
  override readonly name: string = 'UnsafePathError';
  declare readonly parameter: string;

  constructor(request: RequestIdentity, parameter: string, value: unknown) {
    super(request, `was not sent: the path parameter ${parameter} is ${JSON.stringify(value)}`);
    this.parameter = parameter;
  }
}

/** A header value with a line break or a NUL, which could smuggle in another header. Nothing was sent. */
export class UnsafeHeaderError extends OperationError {
  override readonly name: string = 'UnsafeHeaderError';
  declare readonly header: string;

  constructor(request: RequestIdentity, header: string) {
    super(request, `was not sent: the header ${header} holds a line break`);
    this.header = header;
  }
}
