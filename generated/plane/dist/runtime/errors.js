/** What all errors of a client are. */
export class OperationError extends Error {
	constructor({ id, method, path }, text, options) {
		super(`${method} ${path} ${text}`, options);
		this.operationId = id;
	}
}
/** The API answered, and not with a success. `status` tells the documented answers apart. */
export class ApiError extends OperationError {
	name = "ApiError";
	constructor(request, answer) {
		super(request, `answered ${answer.status}`);
		this.status = answer.status;
		this.body = answer.body;
		this.headers = answer.headers;
		this.response = answer.response;
	}
}
/** The answer is not what its status promises: HTML instead of JSON, or JSON that breaks off. */
export class DecodeError extends OperationError {
	name = "DecodeError";
	constructor(request, response, text, cause) {
		super(request, `answered ${response.status} with a body that is not JSON`, { cause });
		this.status = response.status;
		this.text = text;
		this.response = response;
	}
}
/** No answer: the connection failed or broke off. `cause` is what `fetch` said. */
export class TransportError extends OperationError {
	name = "TransportError";
	constructor(request, cause) {
		super(request, "got no answer", { cause });
	}
}
/** No whole answer in time. `cause` is what was said of it: the reason of the signal that was given, or how long was waited. */
export class TimeoutError extends OperationError {
	name = "TimeoutError";
	constructor(request, cause, text = "took too long") {
		super(request, text, { cause });
	}
}
/** A credential is missing, or could not be got (`cause` says why). The request was not sent with it. */
export class CredentialError extends OperationError {
	name = "CredentialError";
	constructor(request, missing, options) {
		super(request, `has no usable credential for ${missing.join(" or ")}`, options);
		this.missing = missing;
	}
}
/** A body breaks its schema: ours before it was sent, or the API's after it came. */
export class ValidationError extends OperationError {
	name = "ValidationError";
	constructor(request, issues, response) {
		const direction = response ? "response" : "request";
		const first = issues[0];
		super(request, `has an invalid ${direction} body${first ? `: ${first.path} ${first.message}` : ""}`);
		this.direction = direction;
		this.issues = issues;
		this.response = response;
	}
}
/** A path value that would name another resource (empty, `.` or `..`). Nothing was sent. */
export class UnsafePathError extends OperationError {
	name = "UnsafePathError";
	constructor(request, parameter, value) {
		super(request, `was not sent: the path parameter ${parameter} is ${JSON.stringify(value)}`);
		this.parameter = parameter;
	}
}
/** A header value with a line break or a NUL, which could smuggle in another header. Nothing was sent. */
export class UnsafeHeaderError extends OperationError {
	name = "UnsafeHeaderError";
	constructor(request, header) {
		super(request, `was not sent: the header ${header} holds a line break`);
		this.header = header;
	}
}
