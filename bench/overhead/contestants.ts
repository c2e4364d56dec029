import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ApiClient, BodyValidators, ClientOptions, Layer } from '../../templates/runtime/client.ts';
import { writePackage } from '../wire/specloom.ts';
import { petsDocument } from './document.ts';

/** Somebody who calls the API once; gives what the call gives. */
export interface Contestant {
  readonly name: string;
  readonly call: () => Promise<unknown>;
}

interface Package {
  readonly operationValidators: BodyValidators;
  createClient(config: Partial<ClientOptions>): ApiClient;
  listPets(client: ApiClient, input: object): Promise<unknown>;
}

interface Transports {
  resilience(settings: object): Layer;
}

async function load<Module>(folder: string, name: string): Promise<Module> {
  return (await import(pathToFileURL(join(folder, 'dist', `${name}.js`)).href)) as Module;
}

/** Bare `fetch`, the package with and without checks of responses, and other clients; the first is what all are compared to. */
export async function contestants(baseUrl: string, folder: string): Promise<Contestant[]> {
  await writePackage(JSON.stringify(petsDocument), folder);
  const made = await load<Package>(folder, 'index');
  const { resilience } = await load<Transports>(folder, 'transports');
  const ours = (name: string, options: Partial<ClientOptions>): Contestant => {
    const client = made.createClient({ baseUrl, auth: { key: 'k' }, ...options });
    return { name, call: () => made.listPets(client, { path: { shop: 7 }, query: { limit: 10 } }) };
  };
  const times = { overall: 30_000, attempt: 10_000 };
  return [
    { name: 'bare fetch', call: () => bareFetch(baseUrl) },
    ours('specloom, nothing checked', {}),
    ours('specloom, responses checked', { validators: made.operationValidators }),
    ours('specloom, with time limits and retry', { use: [resilience({ timeout: times })] }),
    await openapiFetch(baseUrl),
  ];
}

/** What a person writes by hand for the same call. */
async function bareFetch(baseUrl: string): Promise<unknown> {
  const headers = { Accept: 'application/json', 'X-Key': 'k' };
  const response = await fetch(`${baseUrl}/shops/7/pets?limit=10`, { headers });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

interface FetchClient {
  GET(path: string, options: object): Promise<{ readonly data?: unknown }>;
}

async function openapiFetch(baseUrl: string): Promise<Contestant> {
  // packages of the bench need not be installed, so that they are found by name when they are needed
  const name: string = 'openapi-fetch';
  const { default: create } = (await import(name)) as { default(options: object): FetchClient };
  const client = create({ baseUrl, headers: { 'X-Key': 'k' } });
  const params = { path: { shop: 7 }, query: { limit: 10 } };
  return { name: 'openapi-fetch', call: async () => (await client.GET('/shops/{shop}/pets', { params })).data };
}
