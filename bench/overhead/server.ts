import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// The server of the bench, a process of its own: it gives one JSON document, and says its port to whoever started it.

const pets = Array.from({ length: 10 }, (_, index) => ({
  id: index + 1,
  name: `Pet number ${index + 1}`,
  kind: ['cat', 'dog', 'bird'][index % 3],
  born: '2024-05-01T12:00:00Z',
  weight: 3.5 + index,
  tags: ['small', 'friendly'],
  owner: { id: 100 + index, name: 'Somebody', mail: 'somebody@example.com' },
}));
const body = JSON.stringify({ total: pets.length, pets });

const server = createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }).end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
