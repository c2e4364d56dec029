import { renewable, type RenewableCredential } from './renewable.js';

// Access tokens from a token endpoint (RFC 6749). Each is a credential: asked for when it is first needed, kept until its
// time is over, renewed once for all calls when the API refuses it.

/** Who asks for tokens, and where. */
export interface TokenRequest {
  /** The token endpoint; `oauthFlows` of this package has those that the API's description names. */
  readonly tokenUrl: string;
  /** The scopes to ask for: a list, or a text with spaces between them. */
  readonly scope?: string | readonly string[] | undefined;
  /** Further parameters of the request, such as `audience`. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** Where the client's name and secret stand: HTTP basic authentication (the default), or the body (RFC 6749, section 2.3.1). */
  readonly clientAuthentication?: 'basic' | 'body' | undefined;
  /** How long before its end a token counts as over, in milliseconds; default 30,000. */
  readonly leeway?: number | undefined;
  readonly fetch?: typeof fetch | undefined;
  /** The time in milliseconds; `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** What `clientCredentials` needs. */
export interface ClientCredentialsSettings extends TokenRequest {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What `refreshToken` needs. */
export interface RefreshTokenSettings extends TokenRequest {
  readonly refreshToken: string;
  /** Where tokens are renewed, if it is not `tokenUrl`. */
  readonly refreshUrl?: string | undefined;
  /** An access token that is there already, to be used first. */
  readonly accessToken?: string | undefined;
  readonly clientId?: string | undefined;
  /** Public clients have none. */
  readonly clientSecret?: string | undefined;
  /** Is told of each answer: a refresh token may be good only once, and what comes with the new access token replaces it. */
  readonly onTokens?: ((tokens: Tokens) => void | Promise<void>) | undefined;
}

/** What a token endpoint gives (RFC 6749, section 5.1). */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  /** Milliseconds. */
  readonly lifetime: number | undefined;
}

/** The token endpoint refused (RFC 6749, section 5.2), or gave no token. */
export class TokenError extends Error {
  override readonly name: string = 'TokenError';
  declare readonly status: number;
  /** `invalid_grant`, `invalid_client`, …; undefined where the endpoint did not say. */
  declare readonly error: string | undefined;

  constructor(status: number, error?: string, description?: string) {
    super(`the token endpoint answered ${[status, error, description].filter((part) => part !== undefined).join(' ')}`);
    this.status = status;
    this.error = error;
  }
}

/** A token for the client itself (RFC 6749, section 4.4). Gives a TokenError where the endpoint refuses. */
export function clientCredentials(settings: ClientCredentialsSettings): RenewableCredential {
  return tokenCredential(settings, () =>
    requestTokens(settings.tokenUrl, settings, settings, { grant_type: 'client_credentials' }),
  );
}

/** A token that a refresh token renews (RFC 6749, section 6). Gives a TokenError where the endpoint refuses. */
export function refreshToken(settings: RefreshTokenSettings): RenewableCredential {
  const { refreshUrl = settings.tokenUrl, accessToken, onTokens } = settings;
  let refresh = settings.refreshToken;
  return tokenCredential(
    settings,
    async () => {
      const parameters = { grant_type: 'refresh_token', refresh_token: refresh };
      const tokens = await requestTokens(refreshUrl, settings, settings, parameters);
      refresh = tokens.refreshToken ?? refresh;
      await onTokens?.(tokens);
      return tokens;
    },
    accessToken,
  );
}

function tokenCredential(
  { leeway = 30_000, now = Date.now }: TokenRequest,
  request: () => Promise<Tokens>,
  first?: string,
): RenewableCredential {
  let over = Infinity;
  let ready = first;
  const get = async (): Promise<string> => {
    const given = ready;
    ready = undefined;
    if (given !== undefined) return given;
    const { accessToken, lifetime = Infinity } = await request();
    // a token that lasts no longer than the leeway is used once
    over = now() + Math.max(0, lifetime - leeway);
    return accessToken;
  };
  return renewable(get, () => now() >= over);
}

async function requestTokens(
  url: string,
  client: { readonly clientId?: string | undefined; readonly clientSecret?: string | undefined },
  request: TokenRequest,
  grant: Readonly<Record<string, string>>,
): Promise<Tokens> {
  const { scope = [], parameters, clientAuthentication = 'basic', fetch: send = fetch } = request;
  const body = new URLSearchParams({ ...grant, ...parameters });
  const scopes = typeof scope === 'string' ? scope : scope.join(' ');
  if (scopes !== '') body.set('scope', scopes);
  const headers = new Headers({ Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' });
  const { clientId, clientSecret } = client;
  if (clientId !== undefined && clientSecret !== undefined && clientAuthentication === 'basic') {
    headers.set('Authorization', `Basic ${btoa(`${formText(clientId)}:${formText(clientSecret)}`)}`);
  } else {
    if (clientId !== undefined) body.set('client_id', clientId);
    if (clientSecret !== undefined) body.set('client_secret', clientSecret);
  }
  const response = await send(url, { method: 'POST', headers, body: body.toString() });
  return readTokens(response.status, await response.text());
}

/** A text as a form has it: RFC 6749, section 2.3.1, asks for it also in the header. */
const formText = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);

function readTokens(status: number, text: string): Tokens {
  const answer = parsed(text);
  const word = (name: string): string | undefined => {
    const { [name]: value } = answer;
    return typeof value === 'string' ? value : undefined;
  };
  const accessToken = word('access_token');
  if (status < 200 || status > 299 || accessToken === undefined) {
    throw new TokenError(status, word('error'), word('error_description'));
  }
  const seconds = Number(answer['expires_in'] ?? Number.NaN);
  return {
    accessToken,
    refreshToken: word('refresh_token'),
    lifetime: Number.isFinite(seconds) ? seconds * 1000 : undefined,
  };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
