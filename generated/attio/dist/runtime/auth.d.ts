/** A credential, or a function that gets one for each request. */
export type Credential<Value = string> = Value | (() => Value | Promise<Value>);
/** User name and password for HTTP basic authentication. */
export interface BasicCredential {
    readonly username: string;
    readonly password: string;
}
/** The places of a request where a credential can stand. */
export interface CredentialSlots {
    readonly headers: Headers;
    readonly query: string[];
    readonly cookies: string[];
}
/** Puts a credential where the API expects it. */
export type SecurityScheme = (credential: unknown, slots: CredentialSlots) => void;
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
