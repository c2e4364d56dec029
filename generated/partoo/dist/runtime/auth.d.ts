import type { RequestDraft } from './places.js';
/** A credential, or a function that gets one for each request. */
export type Credential<Value = string> = Value | (() => Value | Promise<Value>);
/** User name and password for HTTP basic authentication. */
export interface BasicCredential {
    readonly username: string;
    readonly password: string;
}
/** Puts a credential where the API expects it. */
export type SecurityScheme = (credential: unknown, draft: Pick<RequestDraft, 'headers' | 'query' | 'cookies'>) => void;
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
