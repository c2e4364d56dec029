import { isObject, own, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { localRefPointer, pointerTokens, resolvePointer } from '../../base/pointer.ts';

/** Which way a value goes: to the API in a request, or from it in a response. */
export type Direction = 'request' | 'response';

/** Which properties of schemas each direction leaves out. */
export interface Carried {
  /** Whether a property with the schema `property` is left out of what goes in `direction`. */
  omits(name: string, property: JsonValue | undefined, direction: Direction): boolean;
  /** The names left out of the objects that `schema` describes, those of its `allOf`, `oneOf`, `anyOf` and `$ref` included. */
  omitted(schema: JsonValue, direction: Direction): ReadonlySet<string>;
}

const markOf: Readonly<Record<Direction, string>> = { request: 'readOnly', response: 'writeOnly' };

/**
 * Reads `readOnly` and `writeOnly` (JSON Schema Validation 2020-12, section 9.4; OAS 3.0.4, section 4.7.24.2): what is
 * read-only is not part of requests, what is write-only not of responses. A property with both marks stays in both, and
 * so do `tags`, the properties that tell the branches of unions apart.
 */
export function carriedBy(spec: JsonObject, tags: ReadonlySet<string>): Carried {
  const known = { request: new Map<JsonValue, Set<string>>(), response: new Map<JsonValue, Set<string>>() };
  const omits: Carried['omits'] = (name, property, direction) => {
    if (tags.has(name)) return false;
    const [marked, other] =
      direction === 'request' ? (['readOnly', 'writeOnly'] as const) : (['writeOnly', 'readOnly'] as const);
    return hasMark(spec, property, marked, new Set()) && !hasMark(spec, property, other, new Set());
  };
  const collect = (schema: JsonValue | undefined, direction: Direction): Set<string> => {
    if (!isObject(schema)) return new Set();
    const found = known[direction].get(schema);
    if (found) return found;
    const names = new Set<string>();
    // set before the parts are looked at, so that a schema that contains itself ends
    known[direction].set(schema, names);
    for (const [name, property] of Object.entries(ownObject(schema, 'properties') ?? {})) {
      if (omits(name, property, direction)) names.add(name);
    }
    for (const part of sameValueParts(spec, schema)) for (const name of collect(part, direction)) names.add(name);
    return names;
  };
  return { omits, omitted: collect };
}

/** Whether some schema that a property's value must fit has the mark `readOnly` or `writeOnly`. */
function hasMark(spec: JsonObject, schema: JsonValue | undefined, mark: string, seen: Set<JsonValue>): boolean {
  if (!isObject(schema) || seen.has(schema)) return false;
  seen.add(schema);
  if (own(schema, mark) === true) return true;
  return [referred(spec, schema), ...(ownArray(schema, 'allOf') ?? [])].some((part) => hasMark(spec, part, mark, seen));
}

function sameValueParts(spec: JsonObject, schema: JsonObject): (JsonValue | undefined)[] {
  const lists = ['allOf', 'oneOf', 'anyOf'].flatMap((keyword) => ownArray(schema, keyword) ?? []);
  return [referred(spec, schema), ...lists];
}

function referred(spec: JsonObject, schema: JsonObject): JsonValue | undefined {
  const pointer = localRefPointer(ownString(schema, '$ref') ?? '');
  return pointer === undefined ? undefined : resolvePointer(spec, pointer);
}

/** The component schema that a reference leads to or into, and the rest of the way. */
export function componentTarget(ref: string): { readonly key: string; readonly rest: readonly string[] } | undefined {
  const [first, second, key, ...rest] = pointerTokens(localRefPointer(ref) ?? '');
  return first === 'components' && second === 'schemas' && key !== undefined ? { key, rest } : undefined;
}

/** Whether any schema of the spec has a mark at all. */
export function hasMarks(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.some(hasMarks);
  if (!isObject(value)) return false;
  return Object.values(markOf).some((mark) => value[mark] === true) || Object.values(value).some(hasMarks);
}
