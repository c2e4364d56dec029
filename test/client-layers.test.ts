import { describe, expect, it } from 'vitest';
import { headerKey, queryKey } from '../templates/runtime/auth.ts';
import type { Layer, Transport } from '../templates/runtime/client.ts';
import { log, type LogEntry } from '../templates/runtime/log.ts';
import { compose, use } from '../templates/runtime/middleware.ts';
import { trace } from '../templates/runtime/trace.ts';
import { client, define } from './support/client.ts';
import { clock, failure, script } from './support/transports.ts';

const noting =
  (name: string, notes: string[]): Layer =>
  (next) =>
  async (url, init, operation, call) => {
    notes.push(`${name} ${operation.id} ${operation.method} ${operation.path} ${operation.tags?.join() ?? ''}`);
    const response = await next(url, init, operation, call);
    notes.push(`${name} ${response.status}`);
    return response;
  };

describe('layers', () => {
  it('stand around fetch in their order: of the call, of the client, composed', async () => {
    const notes: string[] = [];
    const api = use(
      client({
        fetch: compose(noting('e', notes), noting('f', notes))(async () => Response.json({})),
        use: [noting('d', notes)],
      }),
      noting('b', notes),
      noting('c', notes),
    );
    await define({ path: '/pets', tags: ['pets'] })(api, {}, { use: [noting('a', notes)] });
    expect(notes.map((note) => note[0]).join('')).toBe('abcdeffedcba');
    expect(notes[0]).toBe('a test POST /pets pets');
  });

  it('see the request before credentials are in it, unless they stand around fetch itself', async () => {
    const seen: (string | null)[] = [];
    const looking: Layer = (next) => (url, init, operation, call) => {
      seen.push(init.headers.get('x-key'));
      return next(url, init, operation, call);
    };
    const fetch = looking(async () => Response.json({}));
    const schemes = { key: headerKey('X-Key') };
    await define({ security: [['key']] })(client({ fetch, use: [looking], auth: { key: 'k' } }, schemes));
    expect(seen).toEqual([null, 'k']);
  });

  it('may answer themselves', async () => {
    expect(await define({})(client({ use: [() => async () => Response.json('cached')] }))).toBe('cached');
  });
});

describe('log', () => {
  const schemes = { key: headerKey('X-Odd'), odd: queryKey('q') };
  const secret = 's3cret';
  const call = define({ method: 'GET', path: '/items/{id}', tags: ['items'], security: [['key', 'odd']] });

  it('tells of requests and answers, without secrets in headers, query or URL', async () => {
    const entries: LogEntry[] = [];
    let time = 0;
    const fetch = log((entry) => entries.push(entry), { now: () => (time += 5), secrets: ['Extra'] })(async () =>
      Response.json({}, { headers: { 'Set-Cookie': `sid=${secret}`, 'X-Request-Id': '7' } }),
    );
    const headers = {
      Authorization: secret,
      Cookie: secret,
      'X-Auth-Token': secret,
      'X-Plain': 'plain',
      extra: secret,
    };
    const baseUrl = `https://user:${secret}@api.example.com/v1?access_token=${secret}&client%5Fsecret=${secret}&page=2`;
    await call(client({ fetch, headers, baseUrl, auth: { key: secret, odd: secret } }, schemes));
    expect(JSON.stringify(entries)).not.toContain(secret);
    expect(entries).toMatchObject([
      {
        phase: 'request',
        operationId: 'test',
        method: 'GET',
        path: '/items/{id}',
        tags: ['items'],
        attempt: 1,
        headers: { 'x-plain': 'plain', 'x-odd': 'REDACTED' },
      },
      { phase: 'response', status: 200, milliseconds: 5, headers: { 'set-cookie': 'REDACTED', 'x-request-id': '7' } },
    ]);
    expect(entries[0]?.url).toContain(
      'https://REDACTED@api.example.com/v1?access_token=REDACTED&client%5Fsecret=REDACTED&page=2',
    );
  });

  it('tells of what failed, and of each attempt inside of retry', async () => {
    const entries: LogEntry[] = [];
    let count = 0;
    const fetch: Transport = async (url) => {
      count += 1;
      if (count === 1) throw new TypeError(`cannot reach ${url}`);
      return Response.json({});
    };
    const layers = [clock().layer, log((entry) => entries.push(entry))];
    const baseUrl = `https://x.test?token=${secret}`;
    await define({ method: 'GET' })(client({ fetch, baseUrl, use: layers }));
    expect(JSON.stringify(entries)).not.toContain(secret);
    expect(entries.map(({ phase, attempt }) => [phase, attempt])).toEqual([
      ['request', 1],
      ['error', 1],
      ['request', 2],
      ['response', 2],
    ]);
    expect(entries[1]?.error).toEqual({
      name: 'TypeError',
      message: 'cannot reach https://x.test?token=REDACTED',
    });
  });
});

describe('trace', () => {
  interface Note {
    readonly name: string;
    readonly attributes: Record<string, unknown>;
    readonly events: unknown[];
  }

  function tracer(): { readonly spans: Note[]; startSpan: Parameters<typeof trace>[0]['startSpan'] } {
    const spans: Note[] = [];
    return {
      spans,
      startSpan(name, { kind, attributes }) {
        const note: Note = { name, attributes: { kind, ...attributes }, events: [] };
        spans.push(note);
        return {
          setAttribute: (key, value) => void (note.attributes[key] = value),
          setStatus: (status) => void note.events.push(status),
          recordException: (error) => void note.events.push(error.name),
          end: () => void note.events.push('end'),
        };
      },
    };
  }

  it('makes a span with the names of the semantic conventions, and sends its context on', async () => {
    const traced = tracer();
    const { fetch, attempts } = script(503, 200);
    const layers = [clock().layer, trace(traced, { inject: (_, headers) => headers.set('traceparent', '00-1-2-01') })];
    const api = client({ fetch, use: layers, baseUrl: 'https://u:p@api.example.com:8443/v1' });
    await define({ method: 'GET', path: '/items' })(api);
    const usual = {
      kind: 2,
      'http.request.method': 'GET',
      'url.template': '/items',
      'url.full': 'https://REDACTED@api.example.com:8443/v1/items',
      'server.address': 'api.example.com',
      'server.port': 8443,
    };
    expect(traced.spans).toMatchObject([
      {
        name: 'GET /items',
        attributes: { ...usual, 'http.response.status_code': 503, 'error.type': '503' },
        events: [{ code: 2 }, 'end'],
      },
      { attributes: { ...usual, 'http.response.status_code': 200, 'http.request.resend_count': 1 }, events: ['end'] },
    ]);
    expect(attempts.map(({ headers }) => headers.get('traceparent'))).toEqual(['00-1-2-01', '00-1-2-01']);
  });

  it('notes why there was no answer', async () => {
    const traced = tracer();
    const { fetch } = script(new TypeError('fetch failed'));
    await failure(define({})(client({ fetch, use: [trace(traced)] })));
    expect(traced.spans[0]).toMatchObject({
      attributes: { 'error.type': 'TypeError' },
      events: ['TypeError', { code: 2 }, 'end'],
    });
  });
});
