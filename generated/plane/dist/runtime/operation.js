import { ApiError, DecodeError, TransportError, UnsafeHeaderError, UnsafePathError, ValidationError, } from './errors.js';
import { decode } from './decode.js';
import { noEscape, percentEncode } from './styles.js';
/** Makes the function that calls the operation described by `plan`. */
export function defineOperation(plan) {
    const call = async (client, input = {}, options = {}) => {
        const answer = await send(plan, client, input, options);
        if (answer.ok || (!answer.documented && answer.response.ok))
            return answer.body;
        throw new ApiError(plan, answer.response, answer.body);
    };
    return Object.assign(call, {
        result: (client, input = {}, options = {}) => send(plan, client, input, options),
        isError: (error) => error instanceof ApiError && error.operationId === plan.id,
        plan,
    });
}
async function send(plan, client, input, options) {
    const { validators, validate } = client.options;
    const switches = { ...validate, ...options.validate };
    const validator = validators?.[plan.id];
    const contentType = input.contentType ?? Object.keys(plan.body ?? {})[0];
    if (switches.requests !== false && input.body !== undefined)
        check(plan, validator?.body?.[contentType ?? ''], input.body);
    const [url, init] = await writeRequest(plan, client, input, contentType, options);
    const response = await transport(plan, options.signal, () => {
        const fetcher = options.fetch ?? client.options.fetch ?? fetch;
        return fetcher(url, init);
    });
    const { status, headers } = response;
    const key = [String(status), `${String(status)[0]}XX`].find((one) => Object.hasOwn(plan.responses, one));
    const documented = key !== undefined;
    const kind = documented ? plan.responses[key] : undefined;
    const body = await transport(plan, options.signal, () => decode(plan, response, kind));
    if (documented && switches.responses !== false)
        check(plan, validator?.responses?.[key], body, response);
    return { ok: documented && response.ok, documented, status, body, headers, response };
}
function check(plan, parse, body, response) {
    const parsed = parse?.(body);
    if (parsed?.ok === false)
        throw new ValidationError(plan, parsed.issues, response);
}
/** Runs a step of the exchange: an abort rejects with the signal's reason, any other failure with a TransportError. */
async function transport(plan, signal, step) {
    try {
        return await step();
    }
    catch (cause) {
        signal?.throwIfAborted();
        throw cause instanceof DecodeError ? cause : new TransportError(plan, cause);
    }
}
async function writeRequest(plan, client, input, contentType, options) {
    const slots = { path: plan.path, query: [], headers: new Headers(client.options.headers), cookies: [] };
    const { headers, query, cookies } = slots;
    if (plan.accept !== undefined)
        headers.set('Accept', plan.accept);
    for (const parameter of plan.parameters ?? [])
        writeParameter(parameter, input, slots);
    const init = { method: plan.method, headers };
    if (options.signal)
        init.signal = options.signal;
    if (input.body !== undefined && contentType !== undefined) {
        const body = plan.body?.[contentType]?.(input.body) ?? null;
        init.body = body;
        // fetch itself names the boundary of a form, and the type of a Blob where ours is a range
        if (!(body instanceof FormData) && !contentType.includes('*'))
            headers.set('Content-Type', contentType);
        if (body instanceof ReadableStream)
            init.duplex = 'half';
    }
    await authorize(plan, client, slots);
    new Headers(options.headers).forEach((value, name) => headers.set(name, value));
    if (cookies.length > 0)
        headers.set('Cookie', cookies.join('; '));
    const base = (options.baseUrl ?? client.options.baseUrl).replace(/\/+$/, '');
    return [`${base}${slots.path}${query.length > 0 ? `?${query.join('&')}` : ''}`, init];
}
function writeParameter([place, name, encode, escape], input, slots) {
    const values = input[place] ?? {};
    const value = Object.hasOwn(values, name) ? Reflect.get(values, name) : undefined;
    const text = encode(name, value, escape ?? (place === 'header' ? noEscape : percentEncode));
    if (place === 'path') {
        slots.path = slots.path.replaceAll(`{${name}}`, () => text ?? '');
        if (!text || /(?:^|\/)\.\.?(?:\/|$)/.test(`${text}/${slots.path}`))
            throw new UnsafePathError(name, value);
    }
    else if (text !== undefined) {
        if (place === 'query')
            slots.query.push(text);
        else if (place === 'cookie')
            slots.cookies.push(text);
        else if (/[\r\n\0]/.test(text))
            throw new UnsafeHeaderError(name);
        else
            slots.headers.set(name, text);
    }
}
/** Sends the credentials of the first alternative that has them all; none where no alternative is complete. */
async function authorize({ security = [] }, { options, schemes }, slots) {
    const auth = options.auth ?? {};
    const complete = security.find((names) => names.length > 0 && names.every((name) => auth[name] !== undefined));
    for (const name of complete ?? []) {
        const credential = auth[name];
        schemes[name]?.(typeof credential === 'function' ? await credential() : credential, slots);
    }
}
