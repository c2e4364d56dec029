import { isObject, own, ownObject, ownString, type JsonObject } from '../../base/json.ts';
import { nameWords, valueName } from '../../base/names.ts';
import { collections, collectionWords } from '../collections.ts';
import { methods } from '../walk.ts';
import type { Rule } from './rule.ts';

/** OAS 3.1, section 4.8.10: operationId is optional there, but every operation needs a name in code. */
export const operationIdsRule: Rule = {
  says: 'Every operation has an operationId, and no two share one.',
  apply(document) {
    const operations = listOperations(document);
    const taken = new Set<string>();
    for (const { operation } of operations) {
      const given = ownString(operation, 'operationId')?.trim();
      if (given === undefined || given === '' || taken.has(given)) delete operation['operationId'];
      else taken.add(given);
    }
    for (const { method, path, operation } of operations) {
      if (operation['operationId'] !== undefined) continue;
      const id = free(derive(method, path, ownString(operation, 'summary')), taken);
      taken.add(id);
      operation['operationId'] = id;
      operation['x-uncertain'] = [
        ...(Array.isArray(operation['x-uncertain']) ? operation['x-uncertain'] : []),
        'the operationId is derived; the documents give none',
      ];
    }
  },
};

interface PlacedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: JsonObject;
}

function listOperations(document: JsonObject): PlacedOperation[] {
  const list: PlacedOperation[] = [];
  for (const [path, item] of Object.entries(ownObject(document, 'paths') ?? {})) {
    for (const method of methods) {
      const operation = own(item, method);
      if (isObject(operation)) list.push({ method, path, operation });
    }
  }
  return list;
}

const verbs: Readonly<Record<string, string>> = {
  get: 'get',
  put: 'replace',
  post: 'create',
  delete: 'delete',
  patch: 'update',
  head: 'head',
  options: 'options',
  trace: 'trace',
};
const fillers: ReadonlySet<string> = new Set([
  'one',
  'its',
  'their',
  'this',
  'that',
  'a',
  'an',
  'the',
  'single',
  'your',
  'of',
  'for',
  'to',
  'in',
  'by',
  'with',
]);

/** From a short summary (`Update a customer property` → updateCustomerProperty), else from method and path. */
function derive(method: string, path: string, summary: string | undefined): string {
  const words = nameWords(summary ?? '').map((word) => word.toLowerCase());
  const telling = words.filter((word) => !fillers.has(word));
  if (telling.length >= 2 && words.length <= 8 && /^[a-z]+$/.test(telling[0] ?? ''))
    return valueName(telling.join(' '));
  const isList = method === 'get' && !/\}\/?$/.test(path);
  const names = (isList ? collections(path) : collectionWords(path)).filter((word) => !/^(?:api|v\d+)$/.test(word));
  const verb = isList ? 'list' : (verbs[method] ?? method);
  return valueName(`${verb} ${names.at(-1) ?? 'root'}`);
}

/** `wanted`, or `wanted2`, `wanted3`, … : operations come in document order, so every run counts alike. */
function free(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}${count}`;
  return id;
}
