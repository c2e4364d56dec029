import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isObject, ownObject, type JsonObject } from '../../generator/base/json.ts';
import { bench } from '../scoreboard/places.ts';
import { bundle } from './bundle.ts';
import type { Outcome } from './compare.ts';
import { matrixDocuments, type Cell } from './matrix.ts';
import type { Contestant } from './play.ts';

// Clients of others, as they are when nobody tunes them. Packages of the bench need not be installed, so that they are
// found by name when they are needed.

async function load<Module>(name: string): Promise<Module> {
  return (await import(name)) as Module;
}

/** Whether the others are there. */
export function hasPeers(): boolean {
  return ['openapi-fetch', '@hey-api/openapi-ts'].every((name) => existsSync(join(bench, 'node_modules', name)));
}

/** What both give for a call. */
interface PeerAnswer {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response?: Response;
}

function outcomeOf({ data, error, response }: PeerAnswer): Outcome {
  // without a response the error was thrown inside
  if (!response) throw error;
  return response.ok && error === undefined
    ? { kind: 'success', body: data, status: response.status }
    : { kind: 'failure', body: error, status: response.status };
}

type FetchClient = Record<string, (path: string, options: object) => Promise<PeerAnswer>>;

/**
 * openapi-fetch, which generates nothing but types: serializers are the user's, and so are the media types of bodies other
 * than JSON and how answers are read, which it is told here as a user would.
 */
export async function openapiFetch(): Promise<Contestant> {
  const module = await load<{ default(options: object): FetchClient }>('openapi-fetch');
  return {
    name: 'openapi-fetch',
    async call(cell, baseUrl, { body, ...params }) {
      const client = module.default({ baseUrl });
      const [mediaType = 'application/json'] = Object.keys(ownObject(cell.requestBody, 'content') ?? {});
      const answer = await client[cell.method.toUpperCase()]?.(cell.path, {
        params,
        ...(body !== undefined && { body }),
        ...(mediaType !== 'application/json' && { headers: { 'Content-Type': mediaType } }),
        ...(cell.expected.blob !== undefined && { parseAs: 'blob' }),
        ...(cell.wire?.contentType === 'text/plain' && { parseAs: 'text' }),
      });
      return outcomeOf(answer ?? {});
    },
  };
}

/** Writes hey-api's client of a document into a folder. */
async function generateHeyApi(document: JsonObject, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const input = join(folder, 'matrix.json');
  writeFileSync(input, JSON.stringify(document));
  const { createClient } = await load<{ createClient(options: object): Promise<unknown> }>('@hey-api/openapi-ts');
  await createClient({
    input,
    output: join(folder, 'src'),
    plugins: ['@hey-api/typescript', '@hey-api/client-fetch', '@hey-api/sdk'],
    logs: { level: 'silent', file: false },
  });
}

/** hey-api's generated client, with its default plugins. What OpenAPI 3.2 says it does not read. */
export async function heyApi(cells: readonly Cell[], folder: string): Promise<Contestant> {
  const { v31, v32 } = matrixDocuments(cells);
  const paths = { ...ownObject(v31, 'paths'), ...ownObject(v32, 'paths') };
  await generateHeyApi({ ...v31, paths: isObject(paths) ? paths : {} }, folder);
  const program = bundle(folder, 'sdk', "export * from './src/sdk.gen.ts';", false);
  const sdk = (await import(pathToFileURL(program).href)) as Record<string, (options: object) => Promise<PeerAnswer>>;
  return {
    name: 'hey-api',
    async call(cell, baseUrl, { header, ...input }) {
      const answer = await sdk[cell.operationId]?.({ baseUrl, headers: header, ...input });
      return outcomeOf(answer ?? {});
    },
  };
}
