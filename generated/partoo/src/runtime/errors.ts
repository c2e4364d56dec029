import type { Issue } from './validation.js';

/** Which request an error is about. */
export interface RequestIdentity {
  /** The operation's id in the API's description. */
  readonly id: string;
  readonly method: string;
  /** The path template, never a path with values in it: messages end up in logs. */
  readonly path: string;
}

const what = ({ method, path }: RequestIdentity): string => `${method} ${path}`;

/** The API answered, and not with a success. `status` tells the documented answers apart. */
export class ApiError<Status extends number = number, Body = unknown> extends Error {
  override readonly name: string = 'ApiError';
  readonly operationId: string;
  readonly status: Status;
  readonly body: Body;
  readonly headers: Headers;
  /** The raw response; its body has been read. */
  readonly response: Response;

  constructor(request: RequestIdentity, response: Response, body: Body) {
    super(`${what(request)} answered ${response.status}`);
    this.operationId = request.id;
    this.status = response.status as Status;
    this.body = body;
    this.headers = response.headers;
    this.response = response;
  }
}

/** The answer is not what its status promises: HTML instead of JSON, or JSON that breaks off. */
export class DecodeError extends Error {
  override readonly name: string = 'DecodeError';
  readonly operationId: string;
  readonly status: number;
  /** The body as it came. */
  readonly text: string;
  readonly response: Response;

  constructor(request: RequestIdentity, response: Response, text: string, cause: unknown) {
    super(`${what(request)} answered ${response.status} with a body that is not JSON`, { cause });
    this.operationId = request.id;
    this.status = response.status;
    this.text = text;
    this.response = response;
  }
}

/** No answer: the connection failed or broke off. `cause` is what `fetch` said. */
export class TransportError extends Error {
  override readonly name: string = 'TransportError';
  readonly operationId: string;

  constructor(request: RequestIdentity, cause: unknown) {
    super(`${what(request)} got no answer`, { cause });
    this.operationId = request.id;
  }
}

/** A body breaks its schema: ours before it was sent, or the API's after it came. */
export class ValidationError extends Error {
  override readonly name: string = 'ValidationError';
  readonly operationId: string;
  readonly direction: 'request' | 'response';
  readonly issues: readonly Issue[];
  /** The answer that breaks its schema; undefined where nothing was sent. */
  readonly response: Response | undefined;

  constructor(request: RequestIdentity, issues: readonly Issue[], response?: Response) {
    const direction = response ? 'response' : 'request';
    const first = issues[0];
    super(`${what(request)}: invalid ${direction} body${first ? `: ${first.path} ${first.message}` : ''}`);
    this.operationId = request.id;
    this.direction = direction;
    this.issues = issues;
    this.response = response;
  }
}

/** A path value that would name another resource (empty, `.` or `..`). Nothing was sent. */
export class UnsafePathError extends Error {
  override readonly name: string = 'UnsafePathError';
  readonly parameter: string;

  constructor(parameter: string, value: unknown) {
    super(`path parameter ${parameter} must not be ${value === '' ? 'empty' : String(value)}`);
    this.parameter = parameter;
  }
}

/** A header value with a line break or a NUL, which could smuggle in another header. Nothing was sent. */
export class UnsafeHeaderError extends Error {
  override readonly name: string = 'UnsafeHeaderError';
  readonly header: string;

  constructor(header: string) {
    super(`header ${header} must not hold a line break`);
    this.header = header;
  }
}
