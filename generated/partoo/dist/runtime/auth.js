import { percentEncode } from './styles.js';
/** An API key in the header `name`. */
export const headerKey = (name) => (credential, { headers }) => headers.set(name, String(credential));
/** An API key in the query. */
export const queryKey = (name) => (credential, { query }) => query.push(`${percentEncode(name)}=${percentEncode(String(credential))}`);
/** An API key in a cookie. */
export const cookieKey = (name) => (credential, { cookies }) => cookies.push(`${percentEncode(name)}=${percentEncode(String(credential))}`);
/** A bearer token (RFC 6750), or the credential of another HTTP scheme. */
export const httpScheme = (scheme) => (credential, { headers }) => headers.set('Authorization', `${scheme} ${String(credential)}`);
/** User name and password (RFC 7617), as UTF-8. */
export const basic = (credential, { headers }) => {
    const { username, password } = credential;
    const bytes = new TextEncoder().encode(`${username}:${password}`);
    headers.set('Authorization', `Basic ${btoa(String.fromCharCode(...bytes))}`);
};
