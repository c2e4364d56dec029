import type { RequestDraft } from './places.js';
import { percentEncode } from './styles.js';

// Credentials and where they go (OpenAPI 3.1, section 4.8.27).

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
export const headerKey =
  (name: string): SecurityScheme =>
  (credential, { headers }) =>
    headers.set(name, String(credential));

/** An API key in the query. */
export const queryKey =
  (name: string): SecurityScheme =>
  (credential, { query }) =>
    query.push(`${percentEncode(name)}=${percentEncode(String(credential))}`);

/** An API key in a cookie. */
export const cookieKey =
  (name: string): SecurityScheme =>
  (credential, { cookies }) =>
    cookies.push(`${percentEncode(name)}=${percentEncode(String(credential))}`);

/** A bearer token (RFC 6750), or the credential of another HTTP scheme. */
export const httpScheme =
  (scheme: string): SecurityScheme =>
  (credential, { headers }) =>
    headers.set('Authorization', `${scheme} ${String(credential)}`);

/** User name and password (RFC 7617), as UTF-8. */
export const basic: SecurityScheme = (credential, { headers }) => {
  const { username, password } = credential as BasicCredential;
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  headers.set('Authorization', `Basic ${btoa(String.fromCharCode(...bytes))}`);
};
