import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scoreboard/places.ts';
import { servedSize } from './bundle.ts';

/** The packages of specloom in the folder of a run: of the matrix, and of a common description. */
const matrix = './specloom/v31/dist';
const shop = './shop/dist';

/** A common description, to see what each of its operations costs. */
export const shopDocument = 'node_modules/@readme/oas-examples/3.0/json/petstore.json';

/** Operations of the matrix that a call is made of: where its parameters stand, and what it sends. */
const samples: readonly (readonly [label: string, operation: string, input: string])[] = [
  ['one operation: GET, nothing given', 'responseJson', ''],
  ['one operation: GET, a path parameter', 'pathSimpleNoexplodeString', ', { path: { color: "blue" } }'],
  ['one operation: POST, a JSON body', 'bodyJsonObject', ', { body: { a: 1 } }'],
  ['one operation: path, query, header, cookie', 'multiAllLocations', ', { path: { p: "x" } }'],
  ['one operation: POST, a multipart body', 'bodyMultipartFile', ', { body: { file: new Blob([]) } }'],
];

/** Operations of the shop that are called with credentials. */
const shopSamples: readonly (readonly [label: string, operation: string, auth: string, input: string])[] = [
  ['one operation: an API key, a path parameter', 'getPetById', "api_key: 'key'", '{ path: { petId: 1 } }'],
  [
    'one operation: OAuth, a list in the query',
    'findPetsByStatus',
    "petstore_auth: 'token'",
    '{ query: { status: [] } }',
  ],
  ['one operation: OAuth, PUT, a JSON body', 'updatePet', "petstore_auth: 'token'", '{ body: {} }'],
];

/** The modules of the runtime that hold encoders of parameters and bodies. */
const encoders = ['styles', 'places', 'bodies', 'form-body', 'multipart-body'];

/**
 * The scoreboard of sizes: clients in `folder` (specloom's of the matrix in `specloom`, of the shop in `shop`, hey-api's in
 * `hey-api`), bundled with one operation, with every encoder, and with all operations of the shop.
 */
export function sizeText(folder: string): string {
  const size = (name: string, program: string): number => servedSize(folder, name, program);
  const names = operationNames(join(folder, shop));
  const held = heldEncoders(folder, shop);
  const alone = size('alone', `${head(shop, names.slice(0, 1))} ${held} use([${names[0]}]);`);
  const all = size('all', `${head(shop, names)} ${held} use([${names.join(', ')}]);`);
  const heyApi = "import { responseJson } from './hey-api/src/sdk.gen.ts'; console.log(await responseJson());";
  const plain = `import createClient from 'openapi-fetch'; const client = createClient({ baseUrl: 'https://x.test' });
    console.log(await client.GET('/c/responseJson', {}));`;
  const rows: readonly ProgramSize[] = [
    ...matrixSizes(folder),
    ...shopSizes(folder),
    [`each further operation, of ${names.length} of a pet shop`, Math.round((all - alone) / (names.length - 1))],
    ['openapi-fetch: one operation', size('openapi-fetch', plain)],
    ['hey-api: one operation', size('hey-api', heyApi)],
  ];
  const lines = rows.map(([label, bytes]) => `${label.padEnd(46)}${String(bytes).padStart(7)} B`);
  const heading = 'Bundles of generated clients, minified by esbuild, gzip -9, without validators: npm run wire.';
  return [heading, '', ...lines, ''].join('\n');
}

/** A program, and how many bytes it is served in. */
export type ProgramSize = readonly [label: string, bytes: number];

/** The sizes of programs with one operation of the matrix each, and last of one with every encoder. */
export function matrixSizes(folder: string): ProgramSize[] {
  const one = samples.map(([label, name, input]): ProgramSize => {
    const program = `${head(matrix, [name])} console.log(await ${name}(client${input}));`;
    return [label, servedSize(folder, name, program)];
  });
  const every = `${head(matrix, ['bodyJsonObject'])} ${heldEncoders(folder, matrix)} use([bodyJsonObject]);`;
  return [...one, ['every encoder of parameters and bodies', servedSize(folder, 'every', every)]];
}

/** The sizes of programs with one operation of the shop each, and its credentials. */
export function shopSizes(folder: string): ProgramSize[] {
  return shopSamples.map(([label, name, auth, input]): ProgramSize => {
    const program = `${head(shop, [name], `, auth: { ${auth} }`)} console.log(await ${name}(client, ${input}));`;
    return [label, servedSize(folder, name, program)];
  });
}

/** The names of a package's operations, in order. */
function operationNames(dist: string): string[] {
  const files = readdirSync(join(dist, 'operations')).filter((name) => name.endsWith('.js'));
  return files.map((name) => name.slice(0, -'.js'.length)).toSorted();
}

/** The imports of a package's client and operations, and a client. */
function head(from: string, names: readonly string[], settings = ''): string {
  const operations = names.map((name) => `import { ${name} } from '${from}/operations/${name}.js';`);
  const client = `const client = createClient({ baseUrl: 'https://x.test'${settings} });`;
  return [`import { createClient } from '${from}/client.js';`, ...operations, client].join('\n');
}

/** Code that holds every encoder that a package has, and a `use` that calls operations with an empty body. */
function heldEncoders(folder: string, from: string): string {
  const modules = encoders.filter((name) => existsSync(join(folder, from, `runtime/${name}.js`)));
  const found = modules.map((name) => {
    const text = readFileSync(join(root, 'templates/runtime', `${name}.ts`), 'utf8');
    return { name, exports: [...text.matchAll(/^export const (\w+)/gm)].map((match) => match[1] ?? '') };
  });
  const imports = found.map(
    ({ name, exports }) => `import { ${exports.join(', ')} } from '${from}/runtime/${name}.js';`,
  );
  const held = found.flatMap(({ exports }) => exports);
  return `${imports.join('\n')}
    const use = async (calls) => { for (const call of calls) console.log(await call(client, { body: {} }), [${held.join(', ')}]); };`;
}
