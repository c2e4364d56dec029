import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { command } from './support/command.ts';
import { readTree, temporaryFolder } from './support/temporary.ts';

/** Inputs and references on the web, against servers of this machine; nothing is fetched that is not allowed by name. */

interface Server {
  readonly host: string;
  readonly requests: { readonly url: string; readonly headers: IncomingMessage['headers'] }[];
}

type Answer = string | Uint8Array | ((response: ServerResponse) => void);

async function serve(answers: Readonly<Record<string, Answer>>): Promise<Server> {
  const requests: Server['requests'] = [];
  const server = createServer((request, response) => {
    requests.push({ url: request.url ?? '', headers: request.headers });
    const answer = answers[request.url ?? ''];
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer === 'function') answer(response);
    else response.writeHead(200, { 'content-type': 'text/plain' }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

const operation =
  "operationId: listThings, responses: { '200': { description: ok, content: { application/json: { schema: ";
const api = (schema: string): string =>
  `openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths:\n  /things:\n    get: { ${operation}${schema} } } } } }\n`;

describe('a URL as input', () => {
  it('is read where its host is allowed, and so are its references', async () => {
    const server = await serve({
      '/v1/openapi?token=abc': api("{ $ref: 'schemas/pet.json?x=1' }"),
      '/v1/schemas/pet.json?x=1': '{"type": "object"}',
    });
    const url = `http://${server.host}/v1/openapi?token=abc`;
    const run = await command(temporaryFolder(), ['spec', url, '-o', '-', '--allow-host', server.host]);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toContain(`x-evidence: [http://${server.host}/v1/schemas/pet.json:1]`);
    expect(run.stdout).not.toContain('token');
    expect(server.requests.map((request) => request.url)).toEqual([
      '/v1/openapi?token=abc',
      '/v1/schemas/pet.json?x=1',
    ]);
  });

  it.each([
    [
      [],
      /documents\/refused "http:\/\/127\.0\.0\.1:\d+\/openapi\.yaml" is not read: the host 127\.0\.0\.1:\d+ is not allowed/,
    ],
    [['--allow-host', '127.0.0.1'], /is not allowed/],
    [['--allow-host', 'localhost'], /is not allowed/],
  ])('is not fetched otherwise: %j', async (flags, message) => {
    const server = await serve({ '/openapi.yaml': api('{}') });
    const url = `http://${server.host}/openapi.yaml?secret=1`;
    const run = await command(temporaryFolder(), ['spec', url, '-o', '-', ...flags]);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toContain('secret');
    expect(server.requests).toEqual([]);
  });

  it.each(['http://user:password@HOST/openapi.yaml', 'http://user@HOST/openapi.yaml'])(
    'holds no user: %s',
    async (pattern) => {
      const server = await serve({ '/openapi.yaml': api('{}') });
      const url = pattern.replace('HOST', server.host);
      const run = await command(temporaryFolder(), ['spec', url, '-o', '-', '--allow-host', server.host]);
      expect(run.status).toBe(1);
      expect(run.stderr).toMatch(/user name or password/);
      expect(run.stderr).not.toMatch(/user@|password@/);
      expect(server.requests).toEqual([]);
    },
  );

  it.each<[string, Answer, RegExp]>([
    ['an error', (response) => response.writeHead(500).end(), /the server answers with status 500/],
    ['a broken connection', (response) => response.destroy(), /the connection broke|the request failed/],
    ['no UTF-8', new Uint8Array([0x61, 0xff, 0xfe]), /is not valid UTF-8/],
    [
      'a circle',
      (response) => response.writeHead(302, { location: '/openapi.yaml' }).end(),
      /redirects more than 5 times/,
    ],
    [
      'a redirection to a host that is not allowed',
      (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/?secret' }).end(),
      /redirects to http:\/\/169\.254\.169\.254\/latest\/: the host 169\.254\.169\.254 is not allowed/,
    ],
    [
      'a redirection to a file',
      (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      /"file:" is not fetched/,
    ],
  ])('that answers with %s is told of', async (_, answer, message) => {
    const server = await serve({ '/openapi.yaml': answer });
    const url = `http://${server.host}/openapi.yaml`;
    const run = await command(temporaryFolder(), ['spec', url, '-o', '-', '--allow-host', server.host]);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/error documents\/unreachable/);
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toContain('secret');
  });
});

describe('a reference to the web', () => {
  it('stays unknown, with its place, where its host is not allowed', async () => {
    const server = await serve({ '/pet.json': '{"type": "object"}' });
    const folder = temporaryFolder({ 'openapi.yaml': api(`{ $ref: 'http://${server.host}/pet.json' }`) });
    const run = await command(folder, ['spec', 'openapi.yaml', '-o', '-']);
    expect(run.status).toBe(0);
    expect(run.stderr).toMatch(/^openapi\.yaml:5:1 warning spec\/foreign-ref/);
    expect(server.requests).toEqual([]);
  });

  it('is told of where it stands, if the page is not to be had', async () => {
    const server = await serve({});
    const folder = temporaryFolder({ 'openapi.yaml': api(`{ $ref: 'http://${server.host}/pet.json' }`) });
    const run = await command(folder, ['spec', 'openapi.yaml', '-o', '-', '--allow-host', server.host]);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/^openapi\.yaml:5:1 error documents\/unreachable .* status 404/);
  });

  it('never leads from a page of the web to a file', async () => {
    const server = await serve({ '/openapi.yaml': api("{ $ref: 'file:///etc/passwd' }") });
    const url = `http://${server.host}/openapi.yaml`;
    const run = await command(temporaryFolder(), ['spec', url, '-o', '-', '--allow-host', server.host]);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/openapi\.yaml:5:1 error documents\/refused/);
  });
});

describe('headers of a configuration', () => {
  it('go to their host only, redirections included, and appear nowhere', async () => {
    const other = await serve({ '/moved.yaml': api('{}') });
    const server = await serve({
      '/openapi.yaml': (response) => response.writeHead(307, { location: `http://${other.host}/moved.yaml` }).end(),
    });
    const config = {
      apis: { things: { input: `http://${server.host}/openapi.yaml`, spec: 'spec.yaml', output: 'out' } },
      hosts: [server.host, other.host],
      headers: { [server.host]: { Authorization: 'Bearer ${TOKEN}' } },
    };
    const folder = temporaryFolder({ 'specloom.config.json': JSON.stringify(config) });
    const missing = await command(folder, ['generate']);
    expect(missing.status).toBe(1);
    expect(missing.stderr).toMatch(
      /specloom\.config\.json:1:1 error config\/invalid the environment variable TOKEN is not set/,
    );
    const run = await command(folder, ['generate'], { env: { TOKEN: 'topsecret' } });
    expect(run).toMatchObject({ status: 0 });
    expect(server.requests[0]?.headers.authorization).toBe('Bearer topsecret');
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
    expect(JSON.stringify([run, readTree(folder)])).not.toContain('topsecret');
  });
});
