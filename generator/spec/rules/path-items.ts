import {
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  setOwn,
  type JsonObject,
  type JsonValue,
} from '../../base/json.ts';
import { localRefPointer, resolvePointer } from '../../base/pointer.ts';
import { methods, visitDescription, visitObjects } from '../walk.ts';
import type { Rule } from './rule.ts';

/** OAS 3.1, section 4.8.9: what a path item says for all its operations is said by each of them. */
export const pathItemsRule: Rule = {
  says: 'Path items stand in place, and their parameters, servers and texts in their operations.',
  apply(document) {
    visitObjects(document, 'pathItem', (item) => standInPlace(document, item));
    visitObjects(document, 'pathItem', (item) => {
      const shared = ownArray(item, 'parameters') ?? [];
      const further = Object.values(ownObject(item, 'x-oas-additionalOperations') ?? {});
      for (const operation of [...methods.map((method) => own(item, method)), ...further]) {
        if (isObject(operation)) inherit(document, item, operation, shared);
      }
      for (const key of ['parameters', 'servers', 'summary', 'description']) delete item[key];
    });
    dropPathItems(document);
  },
};

/** Copies the path item that `$ref` leads to into `item`, whose own members count more. */
function standInPlace(document: JsonObject, item: JsonObject): void {
  for (let steps = 0; typeof item['$ref'] === 'string'; steps += 1) {
    const pointer = localRefPointer(item['$ref']);
    const target = pointer === undefined ? undefined : resolvePointer(document, pointer);
    delete item['$ref'];
    if (!isObject(target) || target === item || steps > 20) return;
    for (const [key, value] of Object.entries(target)) {
      if (!Object.hasOwn(item, key)) setOwn(item, key, structuredClone(value));
    }
  }
}

/** `components.pathItems` holds copies of what stands in place then, unless something within is referred to. */
function dropPathItems(document: JsonObject): void {
  const components = own(document, 'components');
  if (!isObject(components) || components['pathItems'] === undefined) return;
  let used = false;
  visitDescription(document, {
    reference: (holder) => {
      used ||= ownString(holder, '$ref')?.startsWith('#/components/pathItems/') ?? false;
    },
  });
  if (!used) delete components['pathItems'];
}

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
