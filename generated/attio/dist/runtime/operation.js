import { ApiError, OperationError, TimeoutError, TransportError } from './errors.js';
import { decode } from './decode.js';
/** Makes the function that calls the operation described by `plan`. */
export function defineOperation(plan) {
    const result = (client, input = {}, options = {}) => exchange(plan, client, input, options);
    const call = async (...given) => {
        const answer = await result(...given);
        if (answer.ok || (!answer.documented && answer.response.ok))
            return answer.body;
        throw new ApiError(plan, answer);
    };
    const isError = (error) => error instanceof ApiError && error.operationId === plan.id;
    return Object.assign(call, { result, isError, plan });
}
/** One request and its answer. Bodies are checked as they are written and as they are read, if the client can. */
async function exchange(plan, client, input, options) {
    const { validators, validate, json = JSON, fetch: transport = fetch } = client.options;
    const check = (key, body, response) => validators?.check(plan, key, body, { ...validate, ...options.validate }, response);
    const mediaType = input.contentType ?? Object.keys(plan.body ?? {})[0] ?? '';
    if (input.body !== undefined)
        check(mediaType, input.body);
    const [url, init] = writeRequest(plan, client, input, options, mediaType);
    try {
        const send = [...(options.use ?? []), ...client.layers].reduceRight((next, layer) => layer(next), options.fetch ?? transport);
        const response = await send(url, init, plan, { client, options });
        const { status, headers } = response;
        const key = [`${status}`, `${status}`[0] + 'XX'].find((one) => Object.hasOwn(plan.responses, one));
        const documented = key !== undefined;
        const body = await decode(plan, response, documented ? plan.responses[key] : undefined, json);
        if (documented)
            check(key, body, response);
        return { ok: documented && response.ok, documented, status, body, headers, response };
    }
    catch (error) {
        if (error instanceof OperationError)
            throw error;
        // a body that is being read when the signal comes fails with an error of its own
        const cause = options.signal?.aborted ? options.signal.reason : error;
        if (cause instanceof DOMException && cause.name === 'TimeoutError')
            throw new TimeoutError(plan, cause);
        throw options.signal?.aborted ? cause : new TransportError(plan, cause);
    }
}
function writeRequest(plan, client, input, options, mediaType) {
    const { baseUrl, headers: shared, json = JSON } = client.options;
    const headers = new Headers(shared);
    const draft = { request: plan, path: plan.path, query: [], headers, cookies: [] };
    const { query, cookies } = draft;
    if (plan.accept !== undefined)
        headers.set('Accept', plan.accept);
    for (const [place, ...parameter] of plan.parameters ?? [])
        place(draft, input, ...parameter);
    const body = input.body === undefined ? undefined : plan.body?.[mediaType]?.(input.body, json, mediaType);
    // fetch itself takes the type of a Blob where ours is a range, and the boundary of a form
    if (body !== undefined && !/\*|^multipart/i.test(mediaType))
        headers.set('Content-Type', mediaType);
    if (options.headers)
        new Headers(options.headers).forEach((value, name) => headers.set(name, value));
    if (cookies.length > 0)
        headers.set('Cookie', cookies.join('; '));
    // a template may hold a query of its own, and a fragment that only tells operations apart
    const [path] = draft.path.split('#');
    const url = `${(options.baseUrl ?? baseUrl).replace(/\/+$/, '')}${path}`;
    const init = {
        method: plan.method,
        headers,
        signal: options.signal ?? null,
        // streams are refused without `duplex`, and it is what all other bodies are sent with anyway
        ...(body !== undefined && { body, duplex: 'half' }),
    };
    return [query.length > 0 ? url + (url.includes('?') ? '&' : '?') + query.join('&') : url, init];
}
