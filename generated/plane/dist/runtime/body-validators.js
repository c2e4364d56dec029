import { ValidationError } from "./errors.js";
/** Checks the bodies of operations by their ids. Apart from the rest, so that a client without it stays small. */
export function bodyValidators(operations) {
	return { check(request, key, body, switches, response) {
		// an answer without a body (204, HEAD) has nothing to check, whatever its range promises
		const isEmpty = response !== undefined && body === undefined;
		if (isEmpty || (response ? switches.responses : switches.requests) === false) return body;
		const { [request.id]: validator } = operations;
		const parse = (response ? validator?.responses : validator?.body)?.[key];
		const checkOne = (value) => {
			// what comes may be newer than what the documents list; what goes may not
			const parsed = parse?.(value, { open: response !== undefined && switches.responses !== "closed" });
			if (parsed?.ok === false) throw new ValidationError(request, parsed.issues, response);
		};
		const each = response ? undefined : validator?.items?.[key];
		if (each) return each(body, checkOne);
		if (isStream(body)) body.checkItems(checkOne);
		else checkOne(body);
		return body;
	} };
}
/** Whether a body is given item by item (`ItemStream`): its items are checked as they come. */
function isStream(body) {
	return typeof body === "object" && body !== null && "checkItems" in body && typeof body.checkItems === "function";
}
