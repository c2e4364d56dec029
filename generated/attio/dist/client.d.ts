import { type Credential } from "./runtime/auth.js";
import type { ApiClient, ClientOptions } from "./runtime/client.js";
/** A server that the documentation names. */
export type ServerUrl = "https://api.attio.com";
/** The servers that the documentation names, in its order. */
export declare const servers: readonly {
	readonly url: ServerUrl;
	readonly description?: string;
}[];
/** The variables of each server, by the name of the server. */
export interface ServerVariables {
	/** `https://api.attio.com` */
	readonly "https://api.attio.com": Readonly<Record<string, never>>;
}
/** The base URL of a server by its name, its variables filled in: those that are not given have their defaults. Gives a RangeError where a value would lead elsewhere. */
export declare function serverUrl<Name extends keyof ServerVariables>(name: Name, variables?: ServerVariables[Name]): string;
/** Credentials by security scheme; a function is asked for one before each request. */
export interface ClientAuth {
	/**
	 * Bearer token.
	 * @remarks Uncertain: OAuth 2.0 is stated, but not the URLs that OpenAPI asks for.
	 */
	readonly bearerAuth?: Credential | undefined;
}
/** What a client is made with. */
export interface ClientConfig extends Omit<ClientOptions, "baseUrl" | "auth" | "servers"> {
	/** Where the API is; `https://api.attio.com` if not given. */
	readonly baseUrl?: ServerUrl | (string & {}) | undefined;
	/** Credentials. Where some are given, a call that needs others ends in a CredentialError; where none are, or false, requests are sent without. */
	readonly auth?: ClientAuth | false | undefined;
}
/** A client: what every operation is called with. It opens no connection and holds no state. */
export declare function createClient(config?: ClientConfig): ApiClient;
