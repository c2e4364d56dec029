import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport } from '../generator/base/diagnostic.ts';
import { collectEvidence } from '../generator/evidence/index.ts';
import type { Evidence } from '../generator/evidence/evidence.ts';
import { inferPaths } from '../generator/evidence/recordings/path-inference.ts';
import { isSecretName, isSecretValue, withoutSecrets } from '../generator/evidence/recordings/secrets.ts';
import { readPages } from '../generator/pages/index.ts';
import { securityRequirements } from '../generator/spec/assemble/security.ts';

interface Read {
  readonly evidence: readonly Evidence[];
  readonly codes: readonly string[];
  readonly operations: readonly string[];
}

function read(path: string, text: string): Read {
  const report = createReport();
  const evidence = collectEvidence(readPages([{ path, text }], report), report);
  const operations = evidence.flatMap(({ subject, fact }) =>
    subject.kind === 'operation' && fact.kind === 'exists'
      ? [`${subject.operation.method} ${subject.operation.path}`]
      : [],
  );
  return { evidence, operations: [...new Set(operations)], codes: report.all().map(({ code }) => code) };
}

const collection = (item: unknown, rest: object = {}): string => JSON.stringify({ info: { name: 'A' }, item, ...rest });

const get = (url: string): object => ({ request: { method: 'GET', url } });

const call = (url: string, more: object = {}): object => ({
  request: { method: 'GET', url, headers: [], ...more },
  response: { status: 200, content: { mimeType: 'application/json', text: '{"a":1}' } },
});
const log = (...entries: object[]): string => JSON.stringify({ log: { version: '1.1', entries } });

describe('postman-collection', () => {
  it('reads a collection of version 2.0, in which settings are objects and URLs texts', () => {
    const auth = { type: 'apikey', apikey: { key: 'X-Key', value: '1', in: 'header' } };
    const item = [{ name: 'One', request: { method: 'GET', url: 'https://a.test/v1/things/:id?x=1' } }];
    const { operations, evidence } = read('a.json', collection(item, { auth }));
    expect(operations).toEqual(['get /v1/things/{id}']);
    const security = evidence.flatMap(({ fact }) => (fact.kind === 'security' ? [fact.security] : []));
    expect(security).toEqual([{ type: 'apiKey', in: 'header', name: 'X-Key' }]);
  });

  it('takes no authentication at its word, and what only the requests of saved responses send', () => {
    const auth = { type: 'bearer', bearer: [{ key: 'token', value: 'x' }] };
    const url = 'https://a.test/v1/things';
    const saved = { code: 200, body: '{"a":1}', originalRequest: { method: 'GET', url: `${url}?page=2` } };
    const item = [{ name: 'One', request: { method: 'GET', url, auth: { type: 'noauth' } }, response: [saved] }];
    const { evidence } = read('a.json', collection(item, { auth }));
    expect(evidence.flatMap(({ fact }) => (fact.kind === 'security' ? [fact.security] : []))).toEqual([
      { type: 'none' },
    ]);
    const names = evidence.flatMap(({ subject }) => (subject.kind === 'parameter' ? [subject.name] : []));
    expect([...new Set(names)]).toEqual(['page']);
    const own = evidence.filter(({ subject }) => subject.kind === 'operation');
    expect(securityRequirements(own, new Map())).toEqual([]);
  });

  it('unites requests of one operation, also where they differ in a number', () => {
    expect(
      read('a.json', collection([get('https://a.test/things/1'), get('https://a.test/things/2')])).operations,
    ).toEqual(['get /things/{thing_id}']);
  });

  it('leaves out what is no request, and goes on', () => {
    const item = [null, 1, {}, { request: 7 }, { item: 'x' }, { request: { url: { path: [null, {}] } } }];
    const good = { name: 'x', request: { method: 'GET', url: 'https://a.test/x' } };
    const { operations, codes } = read('a.json', collection([...item, good]));
    expect(operations).toEqual(['get /x']);
    expect(codes).toContain('evidence/unread');
  });

  it('never fails, whatever stands in a collection', () => {
    const part = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, 1, 'x', '{{a}}', ':b', true),
        fc.array(tie('any'), { maxLength: 3 }),
        tie('object'),
      ),
      object: fc.dictionary(
        fc.constantFrom(
          'item',
          'request',
          'url',
          'path',
          'host',
          'query',
          'body',
          'raw',
          'mode',
          'response',
          'code',
          'header',
          'auth',
          'type',
          'variable',
          'key',
          'value',
        ),
        tie('any'),
        { maxKeys: 5 },
      ),
    })).any;
    fc.assert(
      fc.property(part, (one) => {
        read('a.json', collection([{ request: { url: 'https://a.test/x' } }, one]));
      }),
      { numRuns: 200 },
    );
  });
});

describe('har-recording', () => {
  it('takes a segment for a parameter only where it looks like a key and differs', () => {
    const paths = [
      'https://a.test/users/ada',
      'https://a.test/users/bob',
      'https://a.test/orders/1',
      'https://a.test/orders/2',
    ];
    expect(read('a.har', log(...paths.map((url) => call(url)))).operations).toEqual([
      'get /users/ada',
      'get /users/bob',
      'get /orders/{order_id}',
    ]);
  });

  it('reads the host that is called most and reports the others', () => {
    const found = read('a.har', log(call('https://b.test/x'), call('https://a.test/y'), call('https://a.test/z')));
    expect(found.operations).toEqual(['get /y', 'get /z']);
    expect(found.codes).toContain('evidence/other-host');
  });

  it('says where no API was called', () => {
    const page = {
      request: { method: 'GET', url: 'https://a.test/' },
      response: { status: 200, content: { mimeType: 'text/html' } },
    };
    expect(read('a.har', log(page)).codes).toContain('evidence/no-endpoint');
  });

  it('keeps no secret', () => {
    const secrets = ['hidden-cookie', 'hidden-token', 'hidden-key', 'hidden-word'];
    const headers = [
      { name: 'Cookie', value: secrets[0] },
      { name: 'Authorization', value: `Bearer ${secrets[1]}` },
    ];
    const postData = { mimeType: 'application/json', text: JSON.stringify({ user: { password: secrets[3] } }) };
    const url = `https://a.test/login?api_key=${secrets[2]}`;
    const { evidence } = read('a.har', log(call(url, { method: 'POST', headers, postData })));
    for (const secret of secrets) expect(JSON.stringify(evidence)).not.toContain(secret);
  });
});

describe('secrets', () => {
  it('are known by name or form', () => {
    for (const name of ['password', 'accessToken', 'api_key', 'session_id', 'clientSecret'])
      expect(isSecretName(name)).toBe(true);
    for (const name of ['next_page_token_count', 'description', 'key', 'tokens_used', 'author'])
      expect(isSecretName(name)).toBe(false);
    expect(isSecretValue('eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0dXJl')).toBe(true);
    expect(withoutSecrets({ list: [{ token: 'x', n: 1 }] })).toEqual({ list: [{ token: '<token>', n: 1 }] });
  });
});

describe('path inference', () => {
  it('gives each path a template with its values, whatever the order', () => {
    const paths = ['/a/1/b/7', '/a/2/b/8', '/a/2', '/c'];
    const found = inferPaths(paths);
    expect([...found.values()].map(({ template }) => template).toSorted()).toEqual([
      '/a/{a_id}',
      '/a/{a_id}/b/{b_id}',
      '/a/{a_id}/b/{b_id}',
      '/c',
    ]);
    fc.assert(
      fc.property(fc.shuffledSubarray(paths, { minLength: paths.length }), (shuffled) => {
        expect(inferPaths(shuffled)).toEqual(found);
      }),
    );
  });
});
