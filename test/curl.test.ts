import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport } from '../generator/base/diagnostic.ts';
import { codeEvidence, credentialOf, readSample, requestEvidence } from '../generator/evidence/code-samples.ts';
import { curlEnd, readCurl } from '../generator/evidence/curl.ts';
import type { Evidence, OperationName } from '../generator/evidence/evidence.ts';
import { cutSegments } from '../generator/evidence/segments.ts';

const origin = { document: 'page.txt', firstLine: 10 };

function request(text: string) {
  const found = readCurl(text, origin);
  if (!found) throw new Error('no request');
  return found;
}

describe('readCurl', () => {
  it('goes on after a comment line between continued lines', () => {
    const text = [
      'curl -X POST https://x.test/a \\',
      '  -H "A-Key: k" \\',
      '  # or a token: -H "B: t" \\',
      "  -d '{}'",
    ].join('\n');
    const found = request(text);
    expect(found.headers.map(({ name }) => name)).toEqual(['A-Key']);
    expect(found.body).toEqual({ text: '{}', line: 13 });
  });

  it('reads method, URL, headers and body with their lines', () => {
    const text = [
      'curl -X PUT \\',
      '  "https://x.test/a/{id}" \\',
      "  -H 'A-Key: $KEY' \\",
      "  -d '{",
      '"a": 1',
      "}'",
    ].join('\n');
    expect(request(text)).toMatchObject({
      method: 'PUT',
      url: 'https://x.test/a/{id}',
      urlLine: 11,
      headers: [{ name: 'A-Key', value: '$KEY', line: 12 }],
      body: { text: '{\n"a": 1\n}', line: 13 },
      line: 10,
    });
  });

  it.each([
    ["curl https://x.test -d a=b -d 'c=d'", { method: 'POST', body: { text: 'a=b&c=d' } }],
    ['curl -G https://x.test/s -d a=b', { method: 'GET', url: 'https://x.test/s?a=b' }],
    ['curl https://x.test/s?a=1&b=2', { method: 'GET', url: 'https://x.test/s?a=1&b=2' }],
    ['curl -sXDELETE --url=https://x.test/s', { method: 'DELETE', url: 'https://x.test/s' }],
    ['$ curl -I https://x.test | jq', { method: 'HEAD', url: 'https://x.test' }],
    ['curl https://x.test --json \'{"a":1}\'', { method: 'POST', headers: [{ value: 'application/json' }] }],
    [
      'curl -u me:secret https://x.test -F file=@a.png',
      { user: { text: 'me:secret' }, form: [{ name: 'file', file: true }] },
    ],
    ['curl https://x.test -H "T: ${TOKEN}"', { headers: [{ name: 'T', value: '$TOKEN' }] }],
    ["curl https://x.test --data-raw $'it\\'s'", { body: { text: "it's" } }],
    ["curl https://x.test -d '{\"a\": \"it'\\''s\"}'", { body: { text: '{"a": "it\'s"}' } }],
  ])('reads %s', (text, wanted) => {
    expect(request(text)).toMatchObject(wanted);
  });

  it('mends an apostrophe and a missing quote by the brackets of the JSON', () => {
    expect(request(`curl https://x.test -d '{"a": "it's"}' -H 'B: c'`)).toMatchObject({
      body: { text: '{"a": "it\'s"}' },
      headers: [{ name: 'B' }],
    });
    expect(request(`curl https://x.test -d '{"a": 1}`).body?.text).toBe('{"a": 1}');
  });

  it('goes on with a line that begins with an option, and stops at any other', () => {
    expect(request('curl https://x.test\n-H "A: b"\ncurl https://y.test').headers).toHaveLength(1);
  });

  it('ends where the next block is glued to a quote', () => {
    const text = `curl https://x.test -d '{"a":1}'{"b":2}`;
    expect(text.slice(curlEnd(text, 0))).toBe('{"b":2}');
  });

  it('answers undefined without a command, a URL or closed braces', () => {
    expect(readCurl('fetch("https://x.test")', origin)).toBeUndefined();
    expect(readCurl('curl -X POST', origin)).toBeUndefined();
    expect(readCurl('curl "${A" x', origin)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.constantFrom("'", '"', '\\', '$', '{', '}', '\n', ' -d ', '`', '(', 'a')),
        (text, parts) => {
          readCurl(`curl ${text}${parts.join('')}`, origin);
          cutSegments(`curl ${parts.join('')}\n${text}`);
        },
      ),
    );
  });
});

const operation: OperationName = { method: 'post', path: '/v1/things/{id}' };

function facts(evidence: readonly Evidence[]): string[] {
  return evidence.map(({ subject, fact }) => {
    const name =
      'name' in subject
        ? subject.name
        : 'path' in subject
          ? subject.path.map((step) => ('name' in step ? step.name : '*')).join('.')
          : '';
    const value =
      fact.kind === 'sample' ? JSON.stringify(fact.data.value) : JSON.stringify({ ...fact, kind: undefined });
    return `${subject.kind} ${name} ${fact.kind} ${value}`;
  });
}

describe('requestEvidence', () => {
  it('gives server, path values, security, media type and sample', () => {
    const text = `curl https://x.test/api/v1/things/abc?expand=all -H "X-API-Key: $KEY" -H "Content-Type: application/json" -H "X-Trace: 1" -d '{"a": 1}'`;
    expect(facts(requestEvidence(request(text), operation, origin))).toEqual([
      'api  server {"url":"https://x.test/api"}',
      'parameter id exists {}',
      'parameter id example {"value":"abc"}',
      'parameter expand exists {}',
      'parameter expand example {"value":"all"}',
      'operation  security {"security":{"type":"apiKey","in":"header","name":"X-API-Key"}}',
      'request  mediaType {"mediaType":"application/json"}',
      'parameter X-Trace exists {}',
      'parameter X-Trace example {"value":"1"}',
      'request  sample {"a":1}',
    ]);
  });

  it('keeps only scheme and host where the path is another one', () => {
    const found = requestEvidence(request('curl https://x.test/other'), operation, origin);
    expect(facts(found)).toEqual(['api  server {"url":"https://x.test"}']);
  });

  it('repairs a broken body and says so', () => {
    const report = createReport();
    const found = requestEvidence(request('curl https://x.test -d \'{\n"a": 1,\n}\''), operation, origin, report);
    expect(facts(found)).toContain('request  sample {"a":1}');
    expect(report.all().map(({ code }) => code)).toEqual(['evidence/repaired-sample']);
  });

  it('reads forms part by part', () => {
    const found = requestEvidence(request('curl https://x.test -F file=@a.png -F note=hello'), operation, origin);
    expect(facts(found)).toEqual([
      'api  server {"url":"https://x.test"}',
      'request  mediaType {"mediaType":"multipart/form-data"}',
      'request file exists {}',
      'request file type {"words":"string"}',
      'request file format {"format":"binary"}',
      'request note exists {}',
      'request note example {"value":"hello"}',
    ]);
  });

  it.each([
    ['Authorization', 'Bearer <token>', { type: 'http', scheme: 'bearer' }],
    ['authorization', 'Basic abc', { type: 'http', scheme: 'basic' }],
    ['Authorization', 'Bot $T', { type: 'apiKey', in: 'header', name: 'Authorization' }],
    ['PRIVATE-TOKEN', '<x>', { type: 'apiKey', in: 'header', name: 'PRIVATE-TOKEN' }],
    ['Idempotency-Key', 'abc', undefined],
    ['Api-Version', '2024-01-01', undefined],
  ])('knows whether %s: %s is a credential', (name, value, wanted) => {
    expect(credentialOf(name, value, 'header')).toEqual(wanted);
  });

  it('finds the credentials of JavaScript and Python samples', () => {
    const text = 'fetch(url, {\nheaders: {\n"X-Api-Key": "abc",\nAuthorization: `Bearer ${token}`,\n"Accept": "x"}})';
    expect(codeEvidence(text, operation, origin).map(({ location }) => location.line)).toEqual([12, 13]);
  });
});

describe('readSample', () => {
  it('never throws and reports what is not JSON', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const report = createReport();
        readSample(`{${text}`, origin, report);
        readSample(text, origin, report);
      }),
    );
  });
});

describe('cutSegments', () => {
  it('separates code from the prose glued to it', () => {
    const text = [
      'Title',
      'bash',
      "curl https://x.test -d '{",
      "}'python",
      'print(get(',
      '1))javascript',
      'go();Response201',
      'json',
      '{',
      '"a": 1',
      '}Done here.',
    ].join('\n');
    expect(
      cutSegments(text).map((segment) =>
        segment.kind === 'code'
          ? `[${segment.language} ${segment.line}-${segment.endLine}]`
          : `${segment.text}@${segment.line}`,
      ),
    ).toEqual([
      'Title@1',
      '[curl 3-4]',
      '[python 5-6]',
      '[javascript 7-7]',
      'Response201@7',
      '[json 9-11]',
      'Done here.@11',
    ]);
  });

  it('survives a page of blocks that never end', () => {
    // a search for each end that is not there would take hours: the test's own timeout would end it
    expect(cutSegments('{"a\n'.repeat(50_000)).length).toBeGreaterThan(0);
    expect(cutSegments("curl '{\n".repeat(20_000)).length).toBeGreaterThan(0);
  });
});
