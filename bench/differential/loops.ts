import { isObject, own, ownString, type JsonObject, type JsonValue } from '../../generator/base/json.ts';
import { localRefPointer, resolvePointer } from '../../generator/base/pointer.ts';

const parts = ['not', 'if', 'then', 'else'] as const;
const lists = ['allOf', 'anyOf', 'oneOf'] as const;
const maps = ['dependentSchemas', 'dependencies'] as const;

/**
 * Whether a schema leads back to itself without a step into the value, which asks the same question without end (JSON
 * Schema Core 2020-12, section 9.4.1): nobody has an answer to that.
 */
export function hasLoop(root: JsonObject): boolean {
  const open = new Set<JsonValue>();
  const done = new Set<JsonValue>();

  function leadsBack(schema: JsonValue | undefined): boolean {
    if (!isObject(schema) || done.has(schema)) return false;
    if (open.has(schema)) return true;
    open.add(schema);
    const found = onSameValue(schema).some(leadsBack);
    open.delete(schema);
    done.add(schema);
    return found;
  }

  function onSameValue(schema: JsonObject): (JsonValue | undefined)[] {
    const pointer = localRefPointer(ownString(schema, '$ref') ?? '');
    return [
      ...(pointer === undefined ? [] : [resolvePointer(root, pointer)]),
      ...parts.map((key) => own(schema, key)),
      ...[...lists, ...maps].flatMap((key) => Object.values(own(schema, key) ?? {}) as JsonValue[]),
    ];
  }

  const definitions = ['$defs', 'definitions'].flatMap((key) => Object.values(own(root, key) ?? {}) as JsonValue[]);
  return [root, ...definitions].some(leadsBack);
}
