import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A server that answers as the program in `program.ts` expects, and misbehaves where a path says so. */
export interface RunningServer {
  readonly url: string;
  stop(): void;
}

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => unknown;

const json = { 'Content-Type': 'application/json' };
const thing = (id: number): string => JSON.stringify({ id, name: 'Thing' });

const resetInBody: Answer = (request, response) => {
  response.writeHead(200, { ...json, 'Content-Length': 100 });
  response.write('{"id":', () => setTimeout(() => request.socket.resetAndDestroy(), 20));
};

/** What is answered to a request line; the number is how often it came. */
const answers: Readonly<Record<string, Answer>> = {
  'GET /things/1': (_, response) => response.writeHead(200, { ...json, 'X-Total': '3' }).end(thing(1)),
  'GET /things/2': (_, response, count) => response.writeHead(count === 1 ? 503 : 200, json).end(thing(2)),
  'GET /things/3': (request, response, count) =>
    count === 1 ? resetInBody(request, response, count) : response.writeHead(200, json).end(thing(3)),
  'GET /things/4': () => undefined,
  'GET /things/5': (_, response) => response.writeHead(200, json).write('{'),
  'GET /things/6': (_, response) => response.writeHead(200, json).end('<p>Hello</p>'),
  'GET /things/7': (_, response) => response.writeHead(200, json).end('{"id":"seven"}'),
  'GET /things/8': (_, response) => response.writeHead(503, { 'Retry-After': '30' }).end(),
  'GET /things/9': (_, response) => response.writeHead(404, json).end('{"message":"none"}'),
  'GET /things/204': (_, response) => response.writeHead(204).end(),
  'POST /things': async (request, response) => response.writeHead(201, json).end(await text(request)),
  'PUT /custom_fields/42?org_id=7': async (request, response) => {
    const known = request.headers['x-apikey'] === 'key' && JSON.parse(await text(request)).name === 'Parking é';
    response.writeHead(known ? 200 : 400, json).end('{"status":"success"}');
  },
  'GET /events': (_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).end('id: 1\ndata: one\n\nid: 2\ndata: two\n\n'),
  'GET /lines': (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/jsonl' }).write('{"id":1}\n{"i');
    setTimeout(() => response.end('d":2}\n'), 20);
  },
  'GET /file': (_, response) =>
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(Buffer.from([0, 255, 10])),
  'PUT /file': async (request, response) => {
    const body = JSON.stringify({ text: await text(request), type: request.headers['content-type'] });
    response.writeHead(200, json).end(body);
  },
  'POST /forms': async (request, response) => {
    const body = await text(request);
    const parts = body.split('\r\n').filter((line) => line !== '' && !line.startsWith('--'));
    response.writeHead(200, json).end(JSON.stringify({ text: parts.join('|'), type: 'multipart' }));
  },
};

/** Starts the server on a port of its own. */
export async function startServer(): Promise<RunningServer> {
  const counts = new Map<string, number>();
  const server = createServer((request, response) => {
    const line = `${request.method ?? ''} ${request.url ?? ''}`;
    const count = (counts.get(line) ?? 0) + 1;
    counts.set(line, count);
    const answer = answers[line];
    if (answer) answer(request, response, count);
    else response.writeHead(500, json).end(JSON.stringify({ message: `nothing is at ${line}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
