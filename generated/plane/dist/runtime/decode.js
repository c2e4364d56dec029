import { DecodeError } from "./errors.js";
/** A file: all of it, as it came. */
export const readBlob = (response) => response.blob();
/** What a Content-Type says of how to read a body; an answer without one may still be text. */
const kindOf = (type) => /[/+]json\b/i.test(type) ? "json" : /^$|^text\/|[/+]xml\b|form-urlencoded/i.test(type) ? "text" : readBlob;
/**
 * The body of a response; undefined for 204, 205, 304 and HEAD. A body promised as JSON that is none ends in a
 * DecodeError; one that nobody promised stays text.
 */
export async function decode(request, response, promised, json) {
	if (request.method === "HEAD" || [
		204,
		205,
		304
	].includes(response.status)) return undefined;
	const isOpen = !promised || promised === "any";
	const kind = isOpen ? kindOf(response.headers.get("Content-Type") ?? "") : promised;
	if (typeof kind === "function") return kind(response, json, request);
	const text = await response.text();
	if (isOpen && text === "") return undefined;
	if (kind === "text") return text;
	try {
		return json.parse(text);
	} catch (cause) {
		if (!promised) return text;
		throw new DecodeError(request, response, text, cause);
	}
}
