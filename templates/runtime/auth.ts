import { percentEncode } from './styles.js';

// Credentials and where they go (OpenAPI 3.1, section 4.8.27). Each place is a function of its own, so that a bundle holds
// only those in use.

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
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  /** Puts the credential into the request; a header that is there already stays. Throws where no header can carry it. */
  write(request: OpenRequest, credential: unknown): void;
}

const inHeader = (name: string, textOf: (credential: unknown) => string): SecurityScheme => ({
  in: 'header',
  name,
  write({ headers }, credential) {
    const text = textOf(credential);
    // what the engine says of it would show it
    if (/[^\t -\xff]/.test(text.trim())) throw new TypeError('no header can carry it');
    if (!headers.has(name)) headers.set(name, text);
  },
});

const pair = (name: string, credential: unknown): string =>
  `${percentEncode(name)}=${percentEncode(String(credential))}`;

/** An API key in the header `name`. */
export const headerKey = (name: string): SecurityScheme => inHeader(name, String);

/** An API key in the query. */
export const queryKey = (name: string): SecurityScheme => ({
  in: 'query',
  name,
  write(request, credential) {
    request.url += (request.url.includes('?') ? '&' : '?') + pair(name, credential);
  },
});

/** An API key in a cookie. */
export const cookieKey = (name: string): SecurityScheme => ({
  in: 'cookie',
  name,
  write({ headers }, credential) {
    const cookies = headers.get('Cookie');
    headers.set('Cookie', (cookies ? `${cookies}; ` : '') + pair(name, credential));
  },
});

/** A bearer token (RFC 6750), or the credential of another HTTP scheme. */
export const httpScheme = (scheme: string): SecurityScheme =>
  inHeader('Authorization', (credential) => `${scheme} ${String(credential)}`);

/** User name and password (RFC 7617), as UTF-8. */
export const basic: SecurityScheme = /* @__PURE__ */ inHeader('Authorization', (credential) => {
  const { username, password } = credential as BasicCredential;
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
});
