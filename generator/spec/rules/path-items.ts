import { isObject, own, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { localRefPointer, resolvePointer } from '../../base/pointer.ts';
import { methods } from '../walk.ts';
import type { Rule } from './rule.ts';

/** OAS 3.1, section 4.8.9: what a path item says for all its operations is said by each of them. */
export const pathItemsRule: Rule = {
  says: 'Parameters, servers and texts of a path item stand in its operations.',
  apply(document) {
    const paths = ownObject(document, 'paths') ?? {};
    for (const item of Object.values(paths)) {
      if (!isObject(item)) continue;
      const shared = ownArray(item, 'parameters') ?? [];
      for (const method of methods) {
        const operation = own(item, method);
        if (isObject(operation)) inherit(document, item, operation, shared);
      }
      for (const key of ['parameters', 'servers', 'summary', 'description']) delete item[key];
    }
  },
};

function inherit(document: JsonObject, item: JsonObject, operation: JsonObject, shared: readonly JsonValue[]): void {
  const given = ownArray(operation, 'parameters') ?? [];
  const taken = new Set(given.map((one) => parameterKey(document, one)));
  const added = shared.filter((one) => !taken.has(parameterKey(document, one)));
  if (added.length > 0) operation['parameters'] = [...structuredClone(added), ...given];
  for (const key of ['servers', 'summary', 'description']) {
    const value = own(item, key);
    if (value !== undefined && operation[key] === undefined) operation[key] = structuredClone(value);
  }
}

/** What makes a parameter unique in an operation: place and name (OAS 3.1, section 4.8.10). */
function parameterKey(document: JsonObject, parameter: JsonValue): string {
  const pointer = localRefPointer(ownString(parameter, '$ref') ?? '');
  const target = pointer === undefined ? parameter : resolvePointer(document, pointer);
  return `${ownString(target, 'in') ?? ''} ${ownString(target, 'name') ?? JSON.stringify(parameter)}`;
}
