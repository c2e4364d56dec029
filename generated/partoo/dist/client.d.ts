import { type Credential } from './runtime/auth.js';
import type { ApiClient, ClientOptions } from './runtime/client.js';
/** A server that the documentation names. */
export type ServerUrl = 'https://api.partoo.co/v2' | 'https://api.sandbox.partoo.co/v2';
/** The servers that the documentation names, in its order. */
export declare const servers: readonly {
    readonly url: ServerUrl;
    readonly description?: string;
}[];
/** Credentials by security scheme; a function is asked for one before each request. */
export interface ClientAuth {
    /**
     * API key, sent in the header `x-APIKey`.
     *
     * Send your API key with every call, in a header called `x-APIKey`. Behind each key stands one user, and what a call may do follows from the role this user has. A key with more rights than a program needs is a risk.
     */
    readonly ApiKeyAuth?: Credential | undefined;
}
/** What a client is made with. */
export interface ClientConfig extends Omit<ClientOptions, 'baseUrl' | 'auth'> {
    /** Where the API is; `https://api.partoo.co/v2` if not given. */
    readonly baseUrl?: ServerUrl | (string & {}) | undefined;
    readonly auth?: ClientAuth | undefined;
}
/** A client: what every operation is called with. It opens no connection and holds no state. */
export declare function createClient(config?: ClientConfig): ApiClient;
