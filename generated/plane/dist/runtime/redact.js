// What may be shown of a request: never its credentials.
/** What stands where a secret was. */
export const redacted = "REDACTED";
/** Names of headers and parameters that hold secrets, whatever the API's description says of them. */
const secretNames = /^(?:proxy-)?authorization$|^(?:set-)?cookie2?$|api[-_]?key|access[-_]?key|token|secret|passw|passphrase|credential|signature|session|^(?:sig|sid|auth|key|code|jwt|pwd|otp|assertion)$/i;
/** Says of a name whether its value is a secret: by what it is called, and by the security schemes of the client. */
export function secretsOf({ client }, more = []) {
	const known = new Set([...Object.values(client.schemes), ...more.map((name) => ({ name }))].map(lowerName));
	return (name) => secretNames.test(name) || known.has(name.toLowerCase());
}
const lowerName = ({ name }) => name.toLowerCase();
/** The headers as members of an object, secrets left out. */
export function redactHeaders(headers, isSecret) {
	const shown = {};
	// no `Object.fromEntries`: not every target lets headers be walked
	headers.forEach((value, name) => {
		shown[name] = isSecret(name) ? redacted : value;
	});
	return shown;
}
/** The URL without what it tells of secrets: user and password, and the values of secret query parameters. */
export function redactUrl(url, isSecret) {
	const [target = "", ...fragments] = url.split("#");
	const [place = "", ...queries] = target.split("?");
	const query = queries.join("?");
	const shown = query.split("&").map((pair) => {
		const end = pair.indexOf("=");
		return end >= 0 && isSecret(decoded(pair.slice(0, end))) ? `${pair.slice(0, end)}=${redacted}` : pair;
	});
	// a fragment is never sent, and implicit grants put tokens there
	return withoutUser(place) + (queries.length > 0 ? `?${shown.join("&")}` : "") + (fragments.length > 0 ? "#" : "");
}
function withoutUser(place) {
	const start = place.indexOf("//") + 2;
	if (start < 2) return place;
	const slash = place.indexOf("/", start);
	const authority = place.slice(start, slash < 0 ? undefined : slash);
	const at = authority.lastIndexOf("@");
	return at < 0 ? place : `${place.slice(0, start)}${redacted}@${place.slice(start + at + 1)}`;
}
function decoded(name) {
	try {
		return decodeURIComponent(name.replaceAll("+", " "));
	} catch {
		return name;
	}
}
