/**
 * The base URL of a server, its variables filled in. A value that would lead to another host or leave the path it stands
 * in, and one that is not there and has no default, ends in a RangeError.
 */
export function fillServer([url, defaults], given = {}) {
	const values = new Map([...Object.entries(defaults ?? {}), ...present(given)]);
	const start = url.indexOf("//") + 2;
	const pathStart = url.indexOf("/", start);
	return url.replaceAll(/\{([^{}]+)\}/g, (_whole, name, at) => {
		const value = String(values.get(name) ?? "");
		const isInPath = pathStart >= 0 && at > pathStart;
		const isSafe = isInPath ? /^[^\s\\?#]+$/.test(value) : /^[\w.~:[\]-]+$/.test(value);
		// a scheme and host in one variable is the whole address, which whoever wrote the description wanted to be open
		const isAddress = at === 0 && /^https?:\/\/[\w.~:[\]-]+(?:\/[^\s\\?#]*)?$/i.test(value);
		if (!isSafe && !isAddress || /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(value)) {
			throw new RangeError(`the variable ${name} of the server ${url} cannot be ${JSON.stringify(values.get(name))}`);
		}
		return value;
	});
}
const present = (given) => Object.entries(given).filter(([, value]) => value !== undefined);
