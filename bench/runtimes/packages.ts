import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import type { JsonObject } from '../../generator/base/json.ts';
import { root } from '../scoreboard/places.ts';
import { bundle } from '../wire/bundle.ts';
import { writePackage } from '../wire/specloom.ts';

const thing = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, name: { type: 'string' } },
};
const octets = { 'application/octet-stream': { schema: {} } };
const echo = { type: 'object', properties: { text: { type: 'string' }, type: { type: 'string' } } };
const answers = (mediaType: string, schema: JsonObject, status = 200): JsonObject => ({
  [status]: { description: 'ok', content: { [mediaType]: { schema } } },
});
const things = answers('application/json', thing);

/** An API with what Partoo's documents do not have: GET and POST, streams, files, forms and a webhook. */
const sample: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths: {
    '/things/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      get: {
        operationId: 'getThing',
        responses: { ...things, 204: { description: 'none' }, ...answers('application/json', echo, 404) },
      },
    },
    '/things': {
      post: {
        operationId: 'addThing',
        requestBody: { required: true, content: { 'application/json': { schema: thing } } },
        responses: answers('application/json', thing, 201),
      },
    },
    '/events': { get: { operationId: 'watch', responses: answers('text/event-stream', { type: 'string' }) } },
    '/lines': { get: { operationId: 'lines', responses: answers('application/jsonl', thing) } },
    '/file': {
      get: { operationId: 'download', responses: { 200: { description: 'ok', content: octets } } },
      put: {
        operationId: 'upload',
        requestBody: { required: true, content: octets },
        responses: answers('application/json', echo),
      },
    },
    '/forms': {
      post: {
        operationId: 'send',
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                properties: { title: { type: 'string' }, file: { type: 'string', contentMediaType: 'image/png' } },
              },
            },
          },
        },
        responses: answers('application/json', echo),
      },
    },
  },
  webhooks: {
    'thing-added': {
      post: {
        requestBody: { required: true, content: { 'application/json': { schema: thing } } },
        responses: { 204: { description: 'thanks' } },
      },
    },
  },
};

/** Writes both packages and the program into a folder. */
export async function writePackages(folder: string): Promise<void> {
  await writePackage(readFileSync(join(root, 'specs/partoo/openapi.yaml'), 'utf8'), join(folder, 'partoo'));
  await writePackage(JSON.stringify(sample), join(folder, 'sample'));
  const program = readFileSync(join(root, 'bench/runtimes/program.ts'), 'utf8');
  const compilerOptions = { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 };
  writeFileSync(join(folder, 'program.mjs'), transpileModule(program, { compilerOptions }).outputText);
}

const modules = ['partoo/index', 'sample/index', 'sample/transports', 'sample/webhooks'] as const;

/** The imports of a program that uses the packages as they are compiled (`dist`), or as they are written (`src`). */
function imports(part: 'dist' | 'src'): string {
  const names = ['partoo', 'sample', 'transports', 'webhooks'];
  const lines = modules.map((path, index) => {
    const file = `${path.replace('/', `/${part}/`)}.${part === 'src' ? 'ts' : 'js'}`;
    return `import * as ${names[index] ?? ''} from './${file}';`;
  });
  return [...lines, "import { runChecks } from './program.mjs';", `const modules = { ${names.join(', ')} };`].join(
    '\n',
  );
}

/** Writes a program that runs the checks against a server and prints what became of them; returns its path. */
export function writeProgram(folder: string, part: 'dist' | 'src', url: string): string {
  const path = join(folder, `${part}.mjs`);
  const run = `console.log(JSON.stringify(await runChecks(modules, ${JSON.stringify(url)})));`;
  writeFileSync(path, `${imports(part)}\n${run}\n`);
  return path;
}

/** Writes a worker that answers with what became of the checks, in one module; returns its path. */
export function writeWorker(folder: string, url: string): string {
  const fetch = `fetch: async () => Response.json(await runChecks(modules, ${JSON.stringify(url)}))`;
  return bundle(folder, 'worker', `${imports('dist')}\nexport default { ${fetch} };\n`, false);
}
