const what = ({ method, path }) => `${method} ${path}`;
/** The API answered, and not with a success. `status` tells the documented answers apart. */
export class ApiError extends Error {
    name = 'ApiError';
    operationId;
    status;
    body;
    headers;
    /** The raw response; its body has been read. */
    response;
    constructor(request, response, body) {
        super(`${what(request)} answered ${response.status}`);
        this.operationId = request.id;
        this.status = response.status;
        this.body = body;
        this.headers = response.headers;
        this.response = response;
    }
}
/** The answer is not what its status promises: HTML instead of JSON, or JSON that breaks off. */
export class DecodeError extends Error {
    name = 'DecodeError';
    operationId;
    status;
    /** The body as it came. */
    text;
    response;
    constructor(request, response, text, cause) {
        super(`${what(request)} answered ${response.status} with a body that is not JSON`, { cause });
        this.operationId = request.id;
        this.status = response.status;
        this.text = text;
        this.response = response;
    }
}
/** No answer: the connection failed or broke off. `cause` is what `fetch` said. */
export class TransportError extends Error {
    name = 'TransportError';
    operationId;
    constructor(request, cause) {
        super(`${what(request)} got no answer`, { cause });
        this.operationId = request.id;
    }
}
/** A body breaks its schema: ours before it was sent, or the API's after it came. */
export class ValidationError extends Error {
    name = 'ValidationError';
    operationId;
    direction;
    issues;
    /** The answer that breaks its schema; undefined where nothing was sent. */
    response;
    constructor(request, issues, response) {
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
    name = 'UnsafePathError';
    parameter;
    constructor(parameter, value) {
        super(`path parameter ${parameter} must not be ${value === '' ? 'empty' : String(value)}`);
        this.parameter = parameter;
    }
}
/** A header value with a line break or a NUL, which could smuggle in another header. Nothing was sent. */
export class UnsafeHeaderError extends Error {
    name = 'UnsafeHeaderError';
    header;
    constructor(header) {
        super(`header ${header} must not hold a line break`);
        this.header = header;
    }
}
