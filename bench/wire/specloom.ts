import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createReport } from '../../generator/base/diagnostic.ts';
import type { JsonObject } from '../../generator/base/json.ts';
import { generate } from '../../generator/generate.ts';
import type { ApiClient, JsonCodec } from '../../templates/runtime/client.ts';
import type { Outcome } from './compare.ts';
import { matrixDocuments, type Cell } from './matrix.ts';
import type { Contestant } from './play.ts';

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly response: Response;
}

interface Operation {
  readonly plan: { readonly id: string };
  result(client: ApiClient, input: object): Promise<Answer>;
}

interface Package {
  readonly exactJson: JsonCodec;
  createClient(config: object): ApiClient;
}

/** specloom's package of the matrix, made through the public door into `folder` and loaded from its compiled modules. */
export async function specloomContestant(cells: readonly Cell[], folder: string): Promise<Contestant> {
  const { v31, v32 } = matrixDocuments(cells);
  const usual = await loadPackage(v31, join(folder, 'v31'));
  const newer = await loadPackage(v32, join(folder, 'v32'));
  return {
    name: 'specloom',
    async call(cell, baseUrl, { querystring, ...input }): Promise<Outcome> {
      const made = cell.skipIn31 ? newer : usual;
      const operation = Object.values(made).find((one) => isOperation(one) && one.plan.id === cell.operationId);
      if (!isOperation(operation)) throw new Error(`no operation ${cell.operationId}`);
      const client = made.createClient({ baseUrl, json: made.exactJson });
      // the whole query string stands where its parts would
      const answer = await operation.result(client, querystring ? { ...input, query: querystring } : input);
      const kind = answer.response.ok ? 'success' : 'failure';
      return { kind, body: answer.body, status: answer.status };
    },
  };
}

function isOperation(value: unknown): value is Operation {
  return typeof value === 'function' && 'plan' in value && 'result' in value;
}

/** Writes the package of a document into a folder, compiled. */
export async function writePackage(text: string, folder: string): Promise<void> {
  const task = {
    name: 'sample',
    documents: [{ path: 'document.json', text }],
    overlays: [],
    packageOptions: { name: 'sample', version: '1.0.0', license: 'MIT' },
    inference: 'apply',
  } as const;
  const { files } = await generate(task, createReport());
  for (const file of files) {
    mkdirSync(dirname(join(folder, file.path)), { recursive: true });
    writeFileSync(join(folder, file.path), file.text);
  }
}

async function loadPackage(document: JsonObject, folder: string): Promise<Package> {
  await writePackage(JSON.stringify(document), folder);
  return (await import(pathToFileURL(join(folder, 'dist/index.js')).href)) as Package;
}
