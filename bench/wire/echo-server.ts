import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A request as its bytes came over the wire, each byte one character; header names in lower case. */
export interface RawRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
}

/** What the server says to a request. */
export interface RawAnswer {
  readonly status: number;
  readonly contentType?: string;
  readonly body?: string;
}

/** A server on a TCP socket of its own: no HTTP library stands between the client's bytes and the test. */
export interface EchoServer {
  readonly url: string;
  /** The requests since the last call. */
  taken(): RawRequest[];
  close(): Promise<void>;
}

/** Starts a server that keeps what it is sent and answers as `answer` says. */
export async function startEchoServer(answer: (request: RawRequest) => RawAnswer): Promise<EchoServer> {
  let requests: RawRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      const request = parseRequest(received);
      if (!request) return;
      received = '';
      requests.push(request);
      socket.end(answerText(answer(request)));
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: () => {
      const seen = requests;
      requests = [];
      return seen;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** The request in what came so far; undefined while it is not complete. */
function parseRequest(received: string): RawRequest | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [first = '', ...lines] = received.slice(0, end).split('\r\n');
  const [method = '', target = ''] = first.split(' ');
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const name = line.slice(0, line.indexOf(':')).toLowerCase();
    const values = headers.get(name) ?? [];
    // optional space around the value is not part of it (RFC 9110, section 5.5)
    headers.set(name, [...values, line.slice(name.length + 1).replaceAll(/^[ \t]+|[ \t]+$/g, '')]);
  }
  const rest = received.slice(end + 4);
  if (headers.get('transfer-encoding')?.join().toLowerCase().includes('chunked')) {
    const body = readChunks(rest);
    return body === undefined ? undefined : { method, target, headers, body };
  }
  const length = Number(headers.get('content-length')?.[0] ?? 0);
  return rest.length < length ? undefined : { method, target, headers, body: rest.slice(0, length) };
}

/** The content of a chunked body (RFC 9112, section 7.1); undefined while its last chunk is not there. */
function readChunks(text: string): string | undefined {
  let body = '';
  let at = 0;
  for (;;) {
    const lineEnd = text.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(text.slice(at, lineEnd), 16);
    if (Number.isNaN(size) || text.length < lineEnd + 4 + size) return undefined;
    if (size === 0) return body;
    body += text.slice(lineEnd + 2, lineEnd + 2 + size);
    at = lineEnd + 2 + size + 2;
  }
}

const bodiless = new Set([204, 205, 304]);

function answerText({ status, contentType, body = '' }: RawAnswer): string {
  const bytes = Buffer.from(body, 'utf8').toString('latin1');
  const type = contentType === undefined ? [] : [`Content-Type: ${contentType}`];
  const length = bodiless.has(status) ? [] : [`Content-Length: ${bytes.length}`];
  // `end` writes text as UTF-8; the answers of the matrix are ASCII
  return [`HTTP/1.1 ${status} Answer`, ...type, ...length, 'Connection: close', '', bytes].join('\r\n');
}
