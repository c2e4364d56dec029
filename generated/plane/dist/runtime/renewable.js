import { unlessAborted } from "./waiting.js";
/**
 * A credential that `get` gets when it is first needed and again when the API refuses it with 401: `get` is then given what
 * was refused. However many calls wait for it, it is asked once. `isOver` is asked before each use whether the time of what
 * is held is over. An error of `get` goes to all who wait, and the next who asks makes it be asked again.
 */
export function renewable(get, isOver = () => false) {
	let current;
	let held;
	let isPending = false;
	const begin = async () => {
		isPending = true;
		try {
			current = await get(current);
			return current;
		} catch (error) {
			held = undefined;
			throw error;
		} finally {
			isPending = false;
		}
	};
	const credential = (signal) => {
		if (!held || !isPending && isOver()) held = begin();
		return unlessAborted(signal, held);
	};
	const refused = (value, response, { body }) => {
		if (response.status !== 401 || body instanceof ReadableStream) return false;
		// of many that carried the same one, the first has it renewed
		if (!isPending && current === value) held = undefined;
		// what is not read would keep the connection
		response.body?.cancel().catch(() => {});
		return true;
	};
	return Object.assign(credential, { refused });
}
