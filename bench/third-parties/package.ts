import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDataFailure, parseData } from '../../generator/base/data.ts';
import { createReport } from '../../generator/base/diagnostic.ts';
import type { JsonObject } from '../../generator/base/json.ts';
import { generate } from '../../generator/generate.ts';
import { buildApi } from '../../generator/model/build.ts';
import type { Api } from '../../generator/model/model.ts';
import { splitDirections } from '../../generator/spec/index.ts';
import type { Spec } from '../../generator/spec/openapi.ts';
import type { ApiClient, BodyValidators, ClientOptions } from '../../templates/runtime/client.ts';
import type { ApiOperation } from '../../templates/runtime/operation.ts';

/** An operation of a package, whose types are not known here. */
export type AnyOperation = ApiOperation<
  Record<string, unknown>,
  unknown,
  { readonly status: number; readonly body: unknown; readonly response: Response }
>;

/** The package of a description, loaded. */
export interface LoadedPackage {
  readonly spec: Spec;
  readonly api: Api;
  readonly validators: BodyValidators;
  client(options: Partial<ClientOptions> & { readonly baseUrl: string }): ApiClient;
  operation(id: string): AnyOperation | undefined;
  /** What the emitted `isX` says. */
  accepts(schema: string, value: unknown): boolean;
}

type Exports = Readonly<Record<string, unknown>>;

/** Makes the package of a document in a folder, compiled, and loads it. Throws where nothing comes of the document. */
export async function loadPackage(document: JsonObject, folder: string): Promise<LoadedPackage> {
  const task = {
    name: 'sample',
    documents: [{ path: 'document.json', text: JSON.stringify(document) }],
    overlays: [],
    packageOptions: { name: 'sample', version: '1.0.0', license: 'MIT' },
    inference: 'apply',
  } as const;
  const { spec: printed, files } = await generate(task, createReport());
  if (printed === undefined || files.length === 0) throw new Error('no package');
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const data = parseData(printed, { document: 'openapi.yaml' });
  if (isDataFailure(data)) throw new Error(data.reason);
  const spec = splitDirections(data.value as Spec);
  const api = buildApi(spec, createReport());
  const exports = (await import(pathToFileURL(join(folder, 'dist/index.js')).href)) as Exports;
  const auth = Object.fromEntries(
    api.securitySchemes.map(({ key, scheme }) => {
      const isBasic = scheme.type === 'http' && scheme.scheme === 'basic';
      return [key, isBasic ? { username: 'me', password: 'secret' } : 'secret'];
    }),
  );
  const createClient = exports['createClient'] as (config: object) => ApiClient;
  return {
    spec,
    api,
    validators: exports['operationValidators'] as BodyValidators,
    client: (options) => createClient({ auth, ...options }),
    operation: (id) => Object.values(exports).find((one) => isOperation(one) && one.plan.id === id) as AnyOperation,
    accepts: (schema, value) => (exports[`is${schema}`] as (value: unknown) => boolean)(value),
  };
}

function isOperation(value: unknown): value is AnyOperation {
  return typeof value === 'function' && 'plan' in value && 'result' in value;
}
