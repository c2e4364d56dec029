import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../generator/base/json.ts';
import { startPrism } from '../../test/support/prism.ts';
import type { Answer } from './calls.ts';

/** A server that validates by a description. */
export interface Judge {
  readonly name: string;
  readonly url: string;
  stop(): void;
}

/** What our own server says to what others let through. */
const acceptedStatus = 299;

async function listen(listener: RequestListener): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function stopServer(server: Server): void {
  server.closeAllConnections();
  server.close();
}

/** What is used of Express: packages of the bench need not be installed. */
interface ExpressApp {
  (...call: Parameters<RequestListener>): void;
  use(...handlers: readonly unknown[]): void;
}

interface Express {
  (): ExpressApp;
  json(options: object): unknown;
  text(options: object): unknown;
  urlencoded(options: object): unknown;
}

type Handler = (request: unknown, response: { status(code: number): { json(body: unknown): void } }) => void;

const load = async <Module>(name: string): Promise<Module> => (await import(name)) as Module;

const accept: Handler = (_, response) => response.status(acceptedStatus).json({});

const refuse = (
  error: { readonly status?: number; readonly message?: string },
  _request: unknown,
  response: Parameters<Handler>[1],
): void => response.status(error.status ?? 500).json({ message: error.message });

/** express-openapi-validator before a handler that accepts everything. */
export async function startExpressValidator(document: JsonObject): Promise<Judge> {
  const { default: express } = await load<{ readonly default: Express }>('express');
  const { middleware } = await load<{ middleware(options: object): readonly unknown[] }>('express-openapi-validator');
  const app = express();
  app.use(
    express.json({
      strict: false,
      limit: '10mb',
      type: (one: { headers: Record<string, string> }) => /json/.test(one.headers['content-type'] ?? ''),
    }),
  );
  app.use(express.urlencoded({ extended: false }), express.text({}));
  app.use(
    middleware({
      apiSpec: structuredClone(document),
      validateRequests: true,
      validateResponses: false,
      validateApiSpec: false,
    }),
  );
  app.use(accept);
  // Express knows who handles errors by the number of parameters
  app.use(Object.defineProperty(refuse, 'length', { value: 4 }));
  const { server, url } = await listen(app);
  return { name: 'express-openapi-validator', url, stop: () => stopServer(server) };
}

/** Prism as a mock server. */
export async function startPrismMock(document: JsonObject): Promise<Judge> {
  const { file, remove } = temporaryDocument(document);
  const prism = await startPrism(file).finally(remove);
  return { name: 'prism mock', ...prism, stop: () => prism.stop() };
}

/** Prism between the client and a server that gives the answer that it is told to. */
export async function startPrismProxy(document: JsonObject): Promise<Judge & { answer(answer: Answer): void }> {
  let next: Answer | undefined;
  const { server, url } = await listen((request, response) => {
    request.resume();
    response.writeHead(next?.status ?? 500, { 'Content-Type': next?.mediaType ?? 'text/plain' });
    response.end(JSON.stringify(next?.body ?? null));
  });
  const { file, remove } = temporaryDocument(document);
  const prism = await startPrism(file, { upstream: url }).finally(remove);
  return {
    name: 'prism proxy --errors',
    url: prism.url,
    answer(answer) {
      next = answer;
    },
    stop() {
      prism.stop();
      stopServer(server);
    },
  };
}

function temporaryDocument(document: JsonObject): { readonly file: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'specloom-third-'));
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(document));
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
