import { describe, expect, it } from 'vitest';
import { jsonBody } from '../templates/runtime/bodies.ts';
import { bodyValidators } from '../templates/runtime/body-validators.ts';
import type { Parse } from '../templates/runtime/client.ts';
import { ValidationError } from '../templates/runtime/errors.ts';
import { client, define, recorder } from './support/client.ts';

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

  it('asks nothing of an answer without a body whose range promises one', async () => {
    const ranged = bodyValidators({ test: { responses: { '2XX': parse } } });
    const dropped = define({ responses: { '2XX': 'json' } });
    const { fetch } = recorder(() => new Response(null, { status: 204 }));
    expect(await dropped(client({ fetch, validators: ranged }))).toBeUndefined();
  });
});
