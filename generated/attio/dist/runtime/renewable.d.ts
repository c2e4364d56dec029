/** A credential that is got once and kept, until it is found to be stale: then it is got anew, once for all who ask. */
export interface RenewableCredential<Value = string> {
	/** What is held, or what is being got; the signal ends the waiting, not the getting. */
	(signal?: AbortSignal | null): Promise<Value>;
	/**
	 * Looks at the answer to a request that carried `value`. Where it is 401 and the request can be sent again, whoever asks
	 * next is given another credential, and it gives true.
	 */
	refused(value: unknown, response: Response, request: RequestInit): boolean;
}
/**
 * A credential that `get` gets when it is first needed and again when the API refuses it with 401: `get` is then given what
 * was refused. However many calls wait for it, it is asked once. `isOver` is asked before each use whether the time of what
 * is held is over. An error of `get` goes to all who wait, and the next who asks makes it be asked again.
 */
export declare function renewable<Value = string>(get: (stale?: Value) => Value | Promise<Value>, isOver?: () => boolean): RenewableCredential<Value>;
