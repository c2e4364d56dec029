import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDataFailure, parseData, printYaml } from '../../generator/base/data.ts';
import { isObject, own, ownObject } from '../../generator/base/json.ts';
import { projectFolder } from './sources.ts';

/** A mock server that validates requests by a spec. */
export interface MockServer {
  readonly url: string;
  stop(): void;
}

/** What Prism is to do beside validating requests. */
export interface PrismOptions {
  /** Hand requests on to this URL, and validate what it answers, instead of answering with examples. */
  readonly upstream?: string;
}

/**
 * Starts Prism, an independent mock server, on a spec: the path of a file. Where an operation declares a 400, 422 or default response, Prism
 * answers what breaks the spec with the example of that; those are taken out of the served copy, so that it says 422.
 */
export async function startPrism(spec: string, { upstream }: PrismOptions = {}): Promise<MockServer> {
  const folder = mkdtempSync(join(tmpdir(), 'specloom-prism-'));
  const file = join(folder, 'openapi.yaml');
  writeFileSync(file, servedCopy(readFileSync(spec, 'utf8')));
  const port = await freePort();
  const program = join(projectFolder, 'node_modules/@stoplight/prism-cli/dist/index.js');
  const command = upstream === undefined ? ['mock', file] : ['proxy', '--errors', file, upstream];
  const child = spawn(process.execPath, [program, ...command, '--port', String(port), '--host', '127.0.0.1'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  try {
    await listening(child);
  } catch (error) {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    stop() {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function servedCopy(text: string): string {
  const data = parseData(text, { document: 'openapi.yaml' });
  if (isDataFailure(data) || !isObject(data.value)) throw new Error('the spec is no mapping');
  for (const item of Object.values(ownObject(data.value, 'paths') ?? {})) {
    for (const operation of Object.values(isObject(item) ? item : {})) {
      const responses = own(operation, 'responses');
      if (isObject(responses)) for (const status of ['400', '422', 'default']) delete responses[status];
    }
  }
  return printYaml(data.value);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Prism does not start:\n${said}`)), 60_000);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (!said.includes('is listening')) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', () => {
      clearTimeout(timer);
      reject(new Error(`Prism stopped:\n${said}`));
    });
  });
}
