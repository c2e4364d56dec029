import { CredentialError } from "./errors.js";
import { own } from "./own.js";
import { isPresent } from "./styles.js";
// Which credentials a request carries (OpenAPI 3.1, section 4.8.30). A layer of its own, which only clients of APIs with
// security schemes have.
/**
 * Writes the credentials of the first alternative that is given in full; a header that is there already stays. Where none is and the operation asks for one, the call ends in a CredentialError. An answer of 401 makes
 * those that can be renewed be renewed, once for all that wait for it, and the request be sent once more, unless its body
 * is a stream. A client that was told nothing of credentials (`auth` is not there, or false) sends requests as they are.
 */
export const authorize = (next) => async (url, init, operation, call) => {
	const { options, schemes } = call.client;
	const auth = call.options.auth ?? options.auth;
	if (!auth) return next(url, init, operation, call);
	const given = auth;
	const lacks = (name) => !isPresent(own(given, name));
	const { security = [[]] } = operation;
	const names = security.find((all) => !all.some(lacks));
	if (!names) {
		throw new CredentialError(operation, security.map((all) => all.filter(lacks)));
	}
	const values = {};
	const send = async () => {
		const request = {
			url,
			headers: new Headers(init.headers)
		};
		for (const name of names) {
			try {
				const { [name]: credential } = given;
				values[name] = typeof credential === "function" ? await credential(init.signal) : credential;
				schemes[name]?.write(request, values[name]);
			} catch (cause) {
				throw init.signal?.aborted ? cause : new CredentialError(operation, [[name]], { cause });
			}
		}
		return next(request.url, {
			...init,
			headers: request.headers
		}, operation, call);
	};
	const response = await send();
	const isRefused = (name) => !!given[name].refused?.(values[name], response, init);
	// each is to know of it, so that the next request carries none of those that were refused
	return names.filter(isRefused).length > 0 ? send() : response;
};
