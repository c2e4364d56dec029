import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { parseData, isDataFailure } from '../generator/base/data.ts';
import { isObject, type JsonObject } from '../generator/base/json.ts';
import { makePackage } from './support/packages.ts';
import { projectFolder } from './support/sources.ts';

// The compiled modules of a package, as they are, loaded by a page in a real browser.

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const browser = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => names.map((name) => join(folder, name)))
  .find((path) => existsSync(path));
const reason = browser === undefined ? ' (skipped: there is no Chromium on this machine)' : '';

/** What the page does: a good call, one the API refuses, one our validator refuses, and one that is aborted. */
const program = `
import { ApiError, createClient, operationValidators, putUpdateCustomFields, UnsafePathError, ValidationError } from '/package/index.js';
import { log, resilience } from '/package/transports.js';
const report = {};
try {
  const lines = [];
  const use = [resilience({ timeout: { overall: 20000, attempt: 10000 }, retry: { baseDelay: 1 } }), log((entry) => lines.push(entry))];
  const client = createClient({ baseUrl: location.origin + '/api', auth: { ApiKeyAuth: 'key' }, validators: operationValidators, use });
  const body = { type: 'BOOLEAN', name: 'Parking \\u00e9' };
  const call = (id, input, options) => putUpdateCustomFields(client, { path: { custom_field_id: id }, query: { org_id: 7 }, body, ...input }, options);
  report.good = await call(42);
  report.again = await call(503);
  report.refused = await call(404).catch((error) => error instanceof ApiError && [error.status, error.body]);
  report.invalid = await call(42, { body: { type: 'TEXT', name: 'x', max_len: 'x' } }).catch((error) => error instanceof ValidationError && error.issues.map(({ path }) => path));
  report.unsafe = await call('..').catch((error) => error instanceof UnsafePathError);
  report.aborted = await call(42, {}, { signal: AbortSignal.abort(new Error('enough')) }).catch((error) => error.message);
  report.logged = lines.length;
} catch (error) {
  report.error = String(error && error.stack);
}
await fetch('/report', { method: 'POST', body: JSON.stringify(report) });
`;

test.skipIf(browser === undefined)(
  `the package of Partoo runs in a page${reason}`,
  async () => {
    const data = parseData(readFileSync(join(projectFolder, 'specs/partoo/openapi.yaml'), 'utf8'), {
      document: 'partoo',
    });
    if (isDataFailure(data) || !isObject(data.value)) throw new Error('the spec is no mapping');
    const made = await makePackage(data.value as JsonObject);
    const { report, sent } = await visit(join(made.folder, 'dist'));
    expect(report).toEqual({
      good: { status: 'success' },
      again: { status: 'success' },
      refused: [404, { errors: { json: 'none' } }],
      invalid: ['/max_len'],
      unsafe: true,
      aborted: 'enough',
      logged: 10,
    });
    expect(sent[0]).toEqual({
      method: 'PUT',
      url: '/api/custom_fields/42?org_id=7',
      key: 'key',
      type: 'application/json',
      body: { type: 'BOOLEAN', name: 'Parking é' },
    });
  },
  180_000,
);

interface Visit {
  readonly report: unknown;
  readonly sent: readonly unknown[];
}

/** Opens the page in a browser without a window, and waits for what it reports. */
async function visit(dist: string): Promise<Visit> {
  const sent: unknown[] = [];
  const served = startServer(dist, sent);
  const url = await served.url;
  const profile = mkdtempSync(join(tmpdir(), 'specloom-browser-'));
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'];
  // a group of its own, so that its helpers end with it
  const child = spawn(browser ?? '', [...flags, `--user-data-dir=${profile}`, url], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const exited = new Promise<never>((_, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the browser ended with ${String(code)}: ${said.slice(-1000)}`)));
  });
  try {
    return { report: await Promise.race([served.report, exited]), sent };
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    await exited.catch(() => {});
    served.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** The page, the package's modules, and an API that answers by the id that it is called with. */
function startServer(dist: string, sent: unknown[]) {
  const told = new EventEmitter();
  const report = once(told, 'report').then(([value]: unknown[]) => value);
  let busy = true;
  const server = createServer((request, response) => {
    const { url = '', method, headers } = request;
    let text = '';
    const answer = (status: number, type: string, body: string): void => {
      response.writeHead(status, { 'Content-Type': type }).end(body);
    };
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      if (url === '/') return answer(200, 'text/html', '<!doctype html><script type="module" src="/page.js"></script>');
      if (url === '/page.js') return answer(200, 'text/javascript', program);
      if (url.startsWith('/package/') && existsSync(join(dist, url.slice(9)))) {
        return answer(200, 'text/javascript', readFileSync(join(dist, url.slice(9)), 'utf8'));
      }
      if (url === '/report') told.emit('report', JSON.parse(text));
      if (!url.startsWith('/api/')) return answer(404, 'text/plain', '');
      sent.push({
        method,
        url,
        key: headers['x-apikey'],
        type: headers['content-type'],
        body: JSON.parse(text) as unknown,
      });
      if (url.includes('/404')) return answer(404, 'application/json', '{"errors":{"json":"none"}}');
      const isBusy = url.includes('/503') && busy;
      if (isBusy) busy = false;
      return answer(isBusy ? 503 : 200, 'application/json', isBusy ? '{}' : '{"status":"success"}');
    });
  });
  const url = new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
  });
  const stop = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url, report, stop };
}
