import { describe, expect, it } from 'vitest';
import { basic, cookieKey, headerKey, httpScheme, queryKey } from '../templates/runtime/auth.ts';
import { jsonBody } from '../templates/runtime/bodies.ts';
import { bodyValidators } from '../templates/runtime/body-validators.ts';
import type { Parse } from '../templates/runtime/client.ts';
import { ValidationError } from '../templates/runtime/errors.ts';
import { client, define, recorder, type Sent } from './support/client.ts';

describe('credentials', () => {
  const schemes = {
    key: headerKey('X-Key'),
    query: queryKey('api key'),
    cookie: cookieKey('sid'),
    basic,
    token: httpScheme('Bearer'),
  };
  const send = async (security: string[][], auth: Record<string, unknown>): Promise<Sent> => {
    const { sent, fetch } = recorder();
    await define({ security })(client({ fetch, auth }, schemes));
    return sent[0] as Sent;
  };

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

  it('are those of the first complete alternative', async () => {
    const { init } = await send([['key', 'query'], ['token']], { key: 'k', token: async () => 't' });
    expect([init.headers.get('x-key'), init.headers.get('authorization')]).toEqual([null, 'Bearer t']);
  });

  it('are left out where no alternative is complete', async () => {
    const { init } = await send([['token']], {});
    expect(init.headers.has('authorization')).toBe(false);
  });
});

describe('validation', () => {
  const issue = { path: '/a', keyword: 'type', expected: 'string', actual: 1, message: 'no', schemaPath: '' };
  const parse: Parse = (value) => (value === 'good' ? { ok: true } : { ok: false, issues: [issue] });
  const validators = bodyValidators({ test: { body: { 'application/json': parse }, responses: { 200: parse } } });
  const call = define({ body: { 'application/json': jsonBody } });

  it('refuses a bad request before sending', async () => {
    const { sent, fetch } = recorder(() => Response.json('good'));
    await expect(call(client({ fetch, validators }), { body: 'bad' })).rejects.toMatchObject({
      name: 'ValidationError',
      direction: 'request',
      issues: [issue],
    });
    expect(sent).toEqual([]);
    expect(await call(client({ fetch, validators }), { body: 'good' })).toBe('good');
  });

  it('refuses a bad response after receiving, and can be switched off', async () => {
    const settings = { ...recorder(() => Response.json('bad')), validators };
    const error: unknown = await call(client(settings), { body: 'good' }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({ direction: 'response' });
    const off = { requests: false, responses: false };
    expect(await call(client({ ...settings, validate: off }), { body: 'bad' })).toBe('bad');
    expect(await call(client(settings), { body: 'bad' }, { validate: off })).toBe('bad');
  });
});
