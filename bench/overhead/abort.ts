import { join } from 'node:path';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import type { ApiClient, ClientOptions, Layer } from '../../templates/runtime/client.ts';

interface Package {
  createClient(config: Partial<ClientOptions>): ApiClient;
  listPets(client: ApiClient, input: object, options: object): Promise<unknown>;
}

/**
 * How long after its signal a call returns, in milliseconds, that waits because the API said `Retry-After: 30` and is
 * aborted after half a second: the longest of several.
 */
export async function abortMilliseconds(folder: string): Promise<number> {
  const server = createServer((_request, response) => response.writeHead(503, { 'Retry-After': '30' }).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const load = async (name: string): Promise<unknown> =>
    import(pathToFileURL(join(folder, 'dist', `${name}.js`)).href) as Promise<unknown>;
  const made = (await load('index')) as Package;
  const { retry } = (await load('transports')) as { retry(): Layer };
  const client = made.createClient({ baseUrl, use: [retry()], auth: { key: 'k' } });
  const late: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    let aborted = Number.NaN;
    const controller = new AbortController();
    setTimeout(() => {
      aborted = performance.now();
      controller.abort();
    }, 500);
    await made.listPets(client, { path: { shop: 7 } }, { signal: controller.signal }).catch(() => {});
    late.push(performance.now() - aborted);
  }
  server.closeAllConnections();
  server.close();
  return Math.max(...late);
}
