/**
 * A credential, or a function that gets one for each request: its signal comes when the call is aborted. `renewable` makes
 * one that is kept, and renewed when the API refuses it.
 */
export type Credential<Value = string> = Value | ((signal?: AbortSignal | null) => Value | Promise<Value>);
/** User name and password for HTTP basic authentication. */
export interface BasicCredential {
	readonly username: string;
	readonly password: string;
}
/** A request that is being given its credentials. */
interface OpenRequest {
	url: string;
	readonly headers: Headers;
}
/** Where the API expects a credential, and how it is written there. */
export interface SecurityScheme {
	readonly in: "header" | "query" | "cookie";
	readonly name: string;
	/** Puts the credential into the request; a header that is there already stays. Throws where no header can carry it. */
	write(request: OpenRequest, credential: unknown): void;
}
/** An API key in the header `name`. */
export declare const headerKey: (name: string) => SecurityScheme;
/** An API key in the query. */
export declare const queryKey: (name: string) => SecurityScheme;
/** An API key in a cookie. */
export declare const cookieKey: (name: string) => SecurityScheme;
/** A bearer token (RFC 6750), or the credential of another HTTP scheme. */
export declare const httpScheme: (scheme: string) => SecurityScheme;
/** User name and password (RFC 7617), as UTF-8. */
export declare const basic: SecurityScheme;
export {};
