import { ApiError, OperationError, TimeoutError, TransportError } from "./errors.js";
import { decode } from "./decode.js";
/** Makes the function that calls the operation described by `plan`. */
export function defineOperation(plan) {
	const result = (client, input = {}, options = {}) => exchange(plan, client, input, options);
	const call = async (...given) => {
		const answer = await result(...given);
		if (answer.response.ok) return answer.body;
		throw new ApiError(plan, answer);
	};
	const isError = (error) => error instanceof ApiError && error.operationId === plan.id;
	return Object.assign(call, {
		result,
		isError,
		plan
	});
}
/** One request and its answer. Bodies are checked as they are written and as they are read, if the client can. */
async function exchange(plan, client, input, options) {
	const { validators, validate, json = JSON, fetch: transport = fetch } = client.options;
	const check = (key, body, response) => validators ? validators.check(plan, key, body, {
		...validate,
		...options.validate
	}, response) : body;
	const [url, init] = writeRequest(plan, client, input, options, check);
	try {
		const send = [...options.use ?? [], ...client.layers].reduceRight((next, layer) => layer(next), options.fetch ?? transport);
		const response = await send(url, init, plan, {
			client,
			options
		});
		const { status, headers } = response;
		const key = [`${status}`, `${status}`[0] + "XX"].find((one) => one in plan.responses) ?? "";
		const documented = key !== "";
		const body = await decode(plan, response, plan.responses[key], json);
		if (documented) check(key, body, response);
		return {
			ok: documented && response.ok,
			documented,
			status,
			body,
			headers,
			response
		};
	} catch (error) {
		// what the items of a body fail with is the cause of what engines throw
		for (const one of [error, error?.cause]) if (one instanceof OperationError) throw one;
		// a body that is being read when the signal comes fails with an error of its own
		const { aborted, reason = error } = options.signal ?? {};
		if (reason instanceof DOMException && reason.name === "TimeoutError") throw new TimeoutError(plan, reason);
		throw aborted ? reason : new TransportError(plan, reason);
	}
}
function writeRequest(plan, client, input, options, check) {
	const { baseUrl, headers: shared, json = JSON } = client.options;
	const { contentType = Object.keys(plan.body ?? {})[0] ?? "" } = input;
	const encode = input.body === undefined ? undefined : plan.body?.[contentType];
	const body = encode?.(check(contentType, input.body), json, contentType);
	const headers = new Headers(shared);
	const query = [];
	const cookies = [];
	const draft = {
		request: plan,
		path: plan.path,
		query,
		headers,
		cookies
	};
	if (plan.accept) headers.set("Accept", plan.accept);
	for (const [place, ...parameter] of plan.parameters ?? []) place(draft, input, ...parameter);
	// a body knows more of its type where ours is a range, or lacks a boundary; that of a form is known to fetch alone
	const type = /\*|^multipart/i.test(contentType) ? body?.type : contentType;
	if (body !== undefined && type) headers.set("Content-Type", type);
	if (options.headers) new Headers(options.headers).forEach((value, name) => headers.set(name, value));
	if (cookies.length > 0) headers.set("Cookie", cookies.join("; "));
	// a template may hold a query of its own, and a fragment that only tells operations apart
	const url = `${(options.baseUrl ?? plan.server?.(client.options) ?? baseUrl).replace(/\/+$/, "")}${draft.path.replace(/#.*/s, "")}`;
	const init = {
		method: plan.method,
		headers,
		signal: options.signal ?? null,
		// streams are refused without `duplex`, and it is what all other bodies are sent with anyway
		...body !== undefined && {
			body,
			duplex: "half"
		}
	};
	return [query.length > 0 ? url + (url.includes("?") ? "&" : "?") + query.join("&") : url, init];
}
