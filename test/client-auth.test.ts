import { assert, asyncProperty, constantFrom, record, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basic, cookieKey, headerKey, httpScheme, queryKey } from '../templates/runtime/auth.ts';
import { binaryBody, jsonBody } from '../templates/runtime/bodies.ts';
import type { ClientOptions } from '../templates/runtime/client.ts';
import { ApiError, CredentialError } from '../templates/runtime/errors.ts';
import { clientCredentials, refreshToken, TokenError } from '../templates/runtime/oauth.ts';
import { renewable } from '../templates/runtime/renewable.ts';
import { client, define, recorder, type Sent } from './support/client.ts';

const schemes = {
  key: headerKey('X-Key'),
  query: queryKey('api key'),
  cookie: cookieKey('sid'),
  basic,
  token: httpScheme('Bearer'),
};

const send = async (security: string[][], auth: ClientOptions['auth'], path = '/items'): Promise<Sent> => {
  const { sent, fetch } = recorder();
  await define({ security, path })(client({ fetch, auth }, schemes));
  return sent[0] as Sent;
};

const failure = (call: Promise<unknown>): Promise<unknown> => call.catch((thrown: unknown) => thrown);

describe('credentials', () => {
  it('stand where the scheme says', async () => {
    const auth = { key: 'k', query: 'a&b', cookie: 'c;d', basic: { username: 'é', password: 'p' } };
    const { url, init } = await send([['key', 'query', 'cookie', 'basic']], auth);
    expect(url).toBe('https://api.example.com/v1/items?api%20key=a%26b');
    expect(Object.fromEntries(init.headers)).toMatchObject({
      'x-key': 'k',
      cookie: 'sid=c%3Bd',
      authorization: `Basic ${Buffer.from('é:p').toString('base64')}`,
    });
  });

  it('join a query and cookies that are there', async () => {
    const { url } = await send([['query']], { query: 'q' }, '/items?kind=a');
    expect(url).toBe('https://api.example.com/v1/items?kind=a&api%20key=q');
    const { sent, fetch } = recorder();
    const call = define({ security: [['cookie']] });
    await call(client({ fetch, auth: { cookie: 'c' }, headers: { Cookie: 'a=b' } }, schemes));
    expect(sent[0]?.init.headers.get('cookie')).toBe('a=b; sid=c');
  });

  it('are those of the first complete alternative', async () => {
    const { init } = await send([['key', 'query'], ['token']], { key: 'k', token: async () => 't' });
    expect([init.headers.get('x-key'), init.headers.get('authorization')]).toEqual([null, 'Bearer t']);
  });

  it('are asked for with each request, and told of its signal', async () => {
    const { sent, fetch } = recorder();
    const signals: unknown[] = [];
    const token = (signal?: AbortSignal | null): string => `t${signals.push(signal)}`;
    const { signal } = new AbortController();
    const call = define({ security: [['token']] });
    for (let time = 0; time < 2; time += 1) await call(client({ fetch, auth: { token } }, schemes), {}, { signal });
    expect(sent.map(({ init }) => init.headers.get('authorization'))).toEqual(['Bearer t1', 'Bearer t2']);
    expect(signals).toEqual([signal, signal]);
  });

  it('are left out where the operation does without, where there are none, and where none are wanted', async () => {
    for (const auth of [{}, undefined, false] as const) {
      const { init } = await send([['token'], []], auth);
      expect(init.headers.has('authorization')).toBe(false);
    }
    expect((await send([['token']], undefined)).init.headers.has('authorization')).toBe(false);
    const { sent, fetch } = recorder();
    await define({ security: [['token']] })(client({ fetch, auth: { token: 't' } }, schemes), {}, { auth: false });
    expect(sent[0]?.init.headers.has('authorization')).toBe(false);
  });

  it('can be others for one call', async () => {
    const { sent, fetch } = recorder();
    await define({ security: [['token']] })(
      client({ fetch, auth: { key: 'k' } }, schemes),
      {},
      { auth: { token: 't' } },
    );
    expect(sent[0]?.init.headers.get('authorization')).toBe('Bearer t');
  });

  it('do not replace a header that was given', async () => {
    const { sent, fetch } = recorder();
    const options = { headers: { Authorization: 'Mine' } };
    await define({ security: [['token']] })(client({ fetch, auth: { token: 't' } }, schemes), {}, options);
    expect(sent[0]?.init.headers.get('authorization')).toBe('Mine');
  });

  it('that are missing are named, and nothing is sent', async () => {
    const { sent, fetch } = recorder();
    const call = define({ security: [['key', 'query'], ['token'], ['constructor']] });
    const error = await failure(call(client({ fetch, auth: { key: 'k', token: undefined } }, schemes)));
    expect(error).toBeInstanceOf(CredentialError);
    expect(error).toMatchObject({ missing: [['query'], ['token'], ['constructor']], operationId: 'test' });
    expect(String(error)).toBe(
      'CredentialError: POST /items has no usable credential for query or token or constructor',
    );
    expect(sent).toEqual([]);
  });

  it('that cannot be got keep the cause', async () => {
    const cause = new Error('vault is closed');
    const auth = { token: () => Promise.reject(cause) };
    const error = await failure(send([['token']], auth));
    expect(error).toBeInstanceOf(CredentialError);
    expect(error).toMatchObject({ missing: [['token']], cause });
  });

  it('that no header can carry are not shown', async () => {
    const error = await failure(send([['token']], { token: 'sec\nret' }));
    expect(error).toBeInstanceOf(CredentialError);
    expect(`${String(error)} ${String((error as Error).cause)}`).not.toContain('sec');
  });

  it('choose as OpenAPI says: the first alternative all of which is given', async () => {
    const names = Object.keys(schemes).filter((name) => name !== 'basic');
    const lists = subarray(names, { minLength: 1 });
    const given = subarray(names);
    await assert(
      asyncProperty(
        record({ first: lists, second: lists, given, optional: constantFrom(true, false) }),
        async (one) => {
          const security = [one.first, one.second, ...(one.optional ? [[]] : [])];
          const auth = Object.fromEntries(one.given.map((name) => [name, 'v']));
          const wanted = security.find((all) => all.every((name) => one.given.includes(name)));
          const sent = await failure(send(security, auth));
          if (!wanted) {
            expect(sent).toBeInstanceOf(CredentialError);
            return;
          }
          const { url, init } = sent as Sent;
          const found = [
            init.headers.has('x-key') && 'key',
            url.includes('api%20key=v') && 'query',
            init.headers.has('cookie') && 'cookie',
            init.headers.has('authorization') && 'token',
          ].filter((name) => name !== false);
          expect(found).toEqual(names.filter((name) => wanted.includes(name)));
        },
      ),
    );
  });
});

/** A fetch that refuses all tokens but the one of `valid`. */
function guarded(valid: () => string): ReturnType<typeof recorder> {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers);
      sent.push({ url: String(url), init: { ...init, headers } });
      return Response.json({}, { status: headers.get('authorization') === `Bearer ${valid()}` ? 200 : 401 });
    },
  };
}

describe('credentials that are renewed', () => {
  const call = define({ security: [['token']], body: { 'application/json': jsonBody, '*/*': binaryBody } });

  it('are, once for a thousand calls that are refused, each of which is sent once more', async () => {
    let renewals = 0;
    const token = renewable((stale) => {
      if (stale !== undefined) renewals += 1;
      return stale === undefined ? 'old' : 'new';
    });
    const { sent, fetch } = guarded(() => 'new');
    const api = client({ fetch, auth: { token } }, schemes);
    const answers = await Promise.all(Array.from({ length: 1000 }, () => call(api, { body: 1 })));
    expect([answers.length, renewals, sent.length]).toEqual([1000, 1, 2000]);
    expect(sent.every(({ init }) => init.body === '1')).toBe(true);
  });

  it('are not, where the refused one has been renewed in the meantime', async () => {
    const got: unknown[] = [];
    const token = renewable((stale) => `t${got.push(stale)}`);
    const answer = new Response(null, { status: 401 });
    expect(await token()).toBe('t1');
    expect(token.refused('t1', answer, {})).toBe(true);
    expect(await token()).toBe('t2');
    expect(token.refused('t1', answer, {})).toBe(true);
    expect(await token()).toBe('t2');
    expect(got).toEqual([undefined, 't1']);
  });

  it('are not sent a second time where the second is refused as well', async () => {
    const { sent, fetch } = guarded(() => 'never');
    let count = 0;
    const token = renewable(() => `t${(count += 1)}`);
    const error = await failure(call(client({ fetch, auth: { token } }, schemes), { body: 1 }));
    expect(error).toBeInstanceOf(ApiError);
    expect([sent.length, count]).toEqual([2, 2]);
  });

  it('are not sent again with a stream, nor where they cannot be renewed', async () => {
    const { sent, fetch } = guarded(() => 'new');
    const token = renewable((stale) => (stale === undefined ? 'old' : 'new'));
    const body = new Blob(['x']).stream();
    await failure(call(client({ fetch, auth: { token } }, schemes), { body, contentType: '*/*' }));
    await failure(call(client({ fetch, auth: { token: () => 'old' } }, schemes), { body: 1 }));
    expect(sent.length).toBe(2);
  });

  it('tell all who wait of an error, and are asked for again after it', async () => {
    let asked = 0;
    const token = renewable(async () => {
      asked += 1;
      if (asked === 1) throw new Error('down');
      return 'new';
    });
    const api = client({ ...guarded(() => 'new'), auth: { token } }, schemes);
    const both = await Promise.all([failure(call(api, { body: 1 })), failure(call(api, { body: 1 }))]);
    expect(both.every((one) => one instanceof CredentialError)).toBe(true);
    await call(api, { body: 1 });
    expect(asked).toBe(2);
  });

  it('let a call be aborted that waits for them, and go on for others', async () => {
    const waiting: ((token: string) => void)[] = [];
    const token = renewable(() => new Promise<string>((resolve) => void waiting.push(resolve)));
    const api = client({ ...guarded(() => 'new'), auth: { token } }, schemes);
    const controller = new AbortController();
    const aborted = failure(call(api, { body: 1 }, { signal: controller.signal }));
    const other = call(api, { body: 1 });
    controller.abort(new Error('enough'));
    expect(await aborted).toMatchObject({ message: 'enough' });
    waiting[0]?.('new');
    expect(await other).toEqual({});
  });
});

/** A token endpoint that gives what it is told. */
function endpoint(answers: readonly (readonly [status: number, body: unknown])[]): {
  readonly asked: { readonly body: Record<string, string>; readonly authorization: string | null }[];
  readonly fetch: typeof fetch;
} {
  const asked: { body: Record<string, string>; authorization: string | null }[] = [];
  const endpointFetch: typeof fetch = async (_, init) => {
    const body = Object.fromEntries(new URLSearchParams(init?.body as string));
    asked.push({ body, authorization: new Headers(init?.headers).get('authorization') });
    const [status, answer] = answers[asked.length - 1] ?? [500, ''];
    return typeof answer === 'string' ? new Response(answer, { status }) : Response.json(answer, { status });
  };
  return { asked, fetch: endpointFetch };
}

describe('OAuth 2.0', () => {
  const tokenUrl = 'https://auth.example.com/token';

  it('gets a token by client credentials, and keeps it until its time is over', async () => {
    let time = 0;
    const { asked, fetch } = endpoint([
      [200, { access_token: 'a', token_type: 'Bearer', expires_in: 100 }],
      [200, { access_token: 'b', token_type: 'Bearer' }],
    ]);
    const settings = {
      tokenUrl,
      clientId: 'me:x',
      clientSecret: 'ä',
      scope: ['read', 'write'],
      fetch,
      now: () => time,
    };
    const token = clientCredentials(settings);
    expect(await Promise.all([token(), token()])).toEqual(['a', 'a']);
    time = 69_999;
    expect(await token()).toBe('a');
    time = 70_000;
    expect(await Promise.all([token(), token()])).toEqual(['b', 'b']);
    time = 10 ** 12;
    expect(await token()).toBe('b');
    expect(asked).toHaveLength(2);
    expect(asked[0]).toEqual({
      body: { grant_type: 'client_credentials', scope: 'read write' },
      authorization: `Basic ${btoa('me%3Ax:%C3%A4')}`,
    });
  });

  it('writes name and secret into the body where it is told to', async () => {
    const { asked, fetch } = endpoint([[200, { access_token: 'a' }]]);
    const parameters = { audience: 'x' };
    await clientCredentials({
      tokenUrl,
      clientId: 'i',
      clientSecret: 's',
      clientAuthentication: 'body',
      parameters,
      fetch,
    })();
    expect(asked[0]).toEqual({
      body: { grant_type: 'client_credentials', audience: 'x', client_id: 'i', client_secret: 's' },
      authorization: null,
    });
  });

  it('renews by a refresh token, which is replaced by the next', async () => {
    const told: unknown[] = [];
    const { asked, fetch } = endpoint([
      [200, { access_token: 'b', refresh_token: 'r2', expires_in: '60' }],
      [200, { access_token: 'c' }],
    ]);
    const token = refreshToken({
      tokenUrl,
      clientId: 'i',
      refreshToken: 'r1',
      accessToken: 'a',
      fetch,
      onTokens: (tokens) => void told.push(tokens),
    });
    const api = client({ ...guarded(() => 'c'), auth: { token } }, schemes);
    const call = define({ security: [['token']] });
    expect(await failure(call(api))).toBeInstanceOf(ApiError);
    expect(await call(api)).toEqual({});
    expect(asked.map(({ body }) => body)).toEqual([
      { grant_type: 'refresh_token', refresh_token: 'r1', client_id: 'i' },
      { grant_type: 'refresh_token', refresh_token: 'r2', client_id: 'i' },
    ]);
    expect(told[0]).toEqual({ accessToken: 'b', refreshToken: 'r2', lifetime: 60_000 });
  });

  it.each([
    [400, { error: 'invalid_grant', error_description: 'gone' }, 'invalid_grant'],
    [200, { token_type: 'Bearer' }, undefined],
    [502, '<html>', undefined],
  ])('says why the endpoint gave none: %i', async (status, answer, error) => {
    const { fetch } = endpoint([[status, answer]]);
    const token = clientCredentials({ tokenUrl, clientId: 'i', clientSecret: 's', fetch });
    const thrown = await failure(define({ security: [['token']] })(client({ auth: { token } }, schemes)));
    expect(thrown).toBeInstanceOf(CredentialError);
    expect((thrown as Error).cause).toBeInstanceOf(TokenError);
    expect((thrown as Error).cause).toMatchObject({ status, error });
    expect(String((thrown as Error).cause)).not.toContain('<html>');
  });
});
