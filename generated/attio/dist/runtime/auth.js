import { percentEncode } from "./styles.js";
const inHeader = (name, textOf) => ({
	in: "header",
	name,
	write({ headers }, credential) {
		const text = textOf(credential);
		// what the engine says of it would show it
		if (/[^\t -\xff]/.test(text.trim())) throw new TypeError("no header can carry it");
		if (!headers.has(name)) headers.set(name, text);
	}
});
const pair = (name, credential) => `${percentEncode(name)}=${percentEncode(String(credential))}`;
/** An API key in the header `name`. */
export const headerKey = (name) => inHeader(name, String);
/** An API key in the query. */
export const queryKey = (name) => ({
	in: "query",
	name,
	write(request, credential) {
		request.url += (request.url.includes("?") ? "&" : "?") + pair(name, credential);
	}
});
/** An API key in a cookie. */
export const cookieKey = (name) => ({
	in: "cookie",
	name,
	write({ headers }, credential) {
		const cookies = headers.get("Cookie");
		headers.set("Cookie", (cookies ? `${cookies}; ` : "") + pair(name, credential));
	}
});
/** A bearer token (RFC 6750), or the credential of another HTTP scheme. */
export const httpScheme = (scheme) => inHeader("Authorization", (credential) => `${scheme} ${String(credential)}`);
/** User name and password (RFC 7617), as UTF-8. */
export const basic = /* @__PURE__ */ inHeader("Authorization", (credential) => {
	const { username, password } = credential;
	const bytes = new TextEncoder().encode(`${username}:${password}`);
	return `Basic ${btoa(String.fromCharCode(...bytes))}`;
});
