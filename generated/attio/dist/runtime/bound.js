/** Gives an operation its client. */
export function bind(operation, client) {
	const call = (...given) => operation(client, ...given);
	return Object.assign(call, { result: (...given) => operation.result(client, ...given) });
}
