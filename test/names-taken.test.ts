import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createReport } from '../generator/base/diagnostic.ts';
import type { JsonObject } from '../generator/base/json.ts';
import { emitPackage } from '../generator/emit/index.ts';
import { buildApi } from '../generator/model/build.ts';
import type { Spec } from '../generator/spec/openapi.ts';
import { projectFolder } from './support/sources.ts';
import { temporaryFolder, writeTree } from './support/temporary.ts';

// A schema and an operation of each name that means something already, and one of each name that is hard.

/** Every name that the runtime of a package exports. */
function runtimeNames(): string[] {
  const folder = join(projectFolder, 'templates/runtime');
  return readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/^export (?:async )?(?:\w+) (\w+)/gm)].map(
      ([, name = '']) => name,
    ),
  );
}

const languageNames = `Array Awaited BigInt Blob Boolean Date Error Event Exclude Extract File FormData Function Headers
  Infinity Intl Iterable JSON Map Math NaN NonNullable Node Number Object Omit Parameters Partial Pick Promise
  PropertyKey Proxy Readonly ReadonlyArray Record Reflect RegExp Request RequestInit Required Response ReturnType Set
  String Symbol URL URLSearchParams Uint8Array any arguments await class components con const constructor default delete
  encodeURIComponent enum eval fetch globalThis hasOwnProperty import input interface is match never new null object
  operations paths servers string structuredClone this toString type undefined unknown value webhooks yield
  __proto__`.split(/\s+/);

const hardNames = [
  'user_name',
  'UserName',
  'user-name',
  'userName',
  'USER_NAME',
  'user.name',
  '2fa',
  '_2fa',
  'a.b.c',
  'aux.ts',
  '../../x',
  '.',
  ' ',
  '🚀',
  '🎉',
  '用户',
  'é',
  'e\u0301',
  'long '.repeat(50),
  `${'long '.repeat(50)}too`,
  'getURL',
  'getUrl',
  'isUserName',
  'UserNameBody',
  'parseUserName',
];

function specOf(names: readonly string[]): JsonObject {
  const schemas = names.map((name): [string, JsonObject] => [
    name,
    {
      type: 'object',
      properties: {
        self: { $ref: `#/components/schemas/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}` },
        either: {
          oneOf: [
            { type: 'object', required: ['kind'], properties: { kind: { const: name } } },
            { type: 'object', required: ['kind'], properties: { kind: { const: 'another' } } },
          ],
        },
      },
    },
  ]);
  const media = { 'application/json': { schema: { type: 'object', properties: { a: { type: 'string' } } } } };
  const paths = names.map((operationId, index): [string, JsonObject] => [
    `/${index}/{id}`,
    {
      post: {
        operationId,
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'filter', in: 'query', style: 'deepObject', explode: true, schema: { type: 'object' } },
        ],
        requestBody: { content: media },
        responses: { 200: { description: 'Done', content: media }, 404: { description: 'None', content: media } },
      },
    },
  ]);
  return { paths: Object.fromEntries(paths), components: { schemas: Object.fromEntries(schemas) } };
}

/** What the compiler says of the package of a spec under the flags of the package itself. */
async function faultsOf(spec: Spec, operations: number): Promise<string> {
  const report = createReport();
  const api = buildApi(spec, report);
  expect(report.all().filter(({ severity }) => severity === 'error')).toEqual([]);
  const options = { name: 'names', version: '1.0.0', license: 'MIT' };
  const emitted = await emitPackage({ api, spec, options }, report);
  expect(new Set(emitted.map(({ path }) => path.normalize('NFC').toLowerCase())).size).toBe(emitted.length);
  expect(api.operations.length).toBe(operations);
  const folder = temporaryFolder();
  writeTree(folder, Object.fromEntries(emitted.map(({ path, text }) => [path, text])));
  const compiler = join(projectFolder, 'node_modules/typescript7/bin/tsc');
  return spawnSync(process.execPath, [compiler, '-p', folder, '--noEmit'], { encoding: 'utf8' }).stdout;
}

test('whatever schemas and operations are called, the package compiles', async () => {
  const names = [...new Set([...languageNames, ...hardNames, ...runtimeNames()])];
  const spec = { openapi: '3.1.0', info: { title: 'Names', version: '1' }, paths: {}, ...specOf(names) };
  expect(await faultsOf(spec, names.length)).toBe('');
}, 300_000);

test('a property that is called like something of the runtime does not make it look used', async () => {
  const properties = Object.fromEntries(runtimeNames().map((name) => [name, { type: 'string', enum: ['one'] }]));
  const schemas = { Tested: { properties }, Required: { properties, required: Object.keys(properties) } };
  const spec = { openapi: '3.1.0', info: { title: 'Names', version: '1' }, paths: {}, components: { schemas } };
  expect(await faultsOf(spec, 0)).toBe('');
}, 300_000);
