import {
  isObject,
  mapObject,
  own,
  ownArray,
  ownObject,
  ownString,
  setOwn,
  type JsonObject,
  type JsonValue,
} from '../../base/json.ts';
import { joinPointer } from '../../base/pointer.ts';
import { keywordShape } from '../grammar.ts';
import { componentTarget, type Carried, type Direction } from './carried.ts';
import type { Split } from './plan.ts';

/** How schemas are rewritten. */
export interface Rewriting {
  readonly carried: Carried;
  readonly splits: ReadonlyMap<string, Split>;
  readonly direction: Direction;
}

/** What stands for a property that the direction leaves out: the type does not have it, and validators let it pass. */
const omitted = { 'x-other-direction': true } as const;

/** Keywords whose schemas speak of the same value, so that they may demand a property that a sibling leaves out. */
const sameValue: ReadonlySet<string> = new Set(['allOf', 'oneOf', 'anyOf', 'if', 'then', 'else', 'dependentSchemas']);

/**
 * `schema` as `direction` carries it. What is left out is not required either (OAS 3.0.4, section 4.7.24.2), and its
 * references lead to what the direction carries.
 */
export function rewriteSchema(
  schema: JsonValue,
  rewriting: Rewriting,
  around: ReadonlySet<string> = new Set(),
): JsonValue {
  if (!isObject(schema)) return schema;
  const { carried, direction } = rewriting;
  const here = carried.omitted(schema, direction);
  const gone = around.size === 0 ? here : new Set([...around, ...here]);
  return mapObject(schema, (value, keyword) => {
    if (keyword === 'properties' && isObject(value)) return rewriteProperties(value, rewriting);
    if (keyword === 'required') return without(value, gone);
    if (keyword === 'dependentRequired' && isObject(value)) return mapObject(value, (list) => without(list, gone));
    if (keyword === '$ref' && typeof value === 'string') return rewriteReference(value, rewriting);
    if (keyword === 'discriminator' && isObject(value)) return rewriteDiscriminator(schema, value, rewriting);
    if (keyword === 'examples' && Array.isArray(value)) return value.map((example) => withoutMembers(example, gone));
    if (keyword === 'default') return withoutMembers(value, gone);
    return rewriteParts(value, keyword, rewriting, sameValue.has(keyword) ? gone : new Set());
  });
}

function rewriteProperties(properties: JsonObject, rewriting: Rewriting): JsonObject {
  return mapObject(properties, (property, name) =>
    rewriting.carried.omits(name, property, rewriting.direction) ? { ...omitted } : rewriteSchema(property, rewriting),
  );
}

function rewriteParts(value: JsonValue, keyword: string, rewriting: Rewriting, around: ReadonlySet<string>): JsonValue {
  const kind = keywordShape(keyword)?.kind;
  if (kind === 'schema') return rewriteSchema(value, rewriting, around);
  if (kind === 'schemas' && Array.isArray(value)) return value.map((part) => rewriteSchema(part, rewriting, around));
  if (kind === 'schemaMap' && isObject(value))
    return mapObject(value, (part) => rewriteSchema(part, rewriting, around));
  return value;
}

/** The names of a list that are not gone. */
function without(list: JsonValue, gone: ReadonlySet<string>): JsonValue {
  return Array.isArray(list) ? list.filter((name) => typeof name !== 'string' || !gone.has(name)) : list;
}

/** Examples show what the direction carries. */
function withoutMembers(value: JsonValue, gone: ReadonlySet<string>): JsonValue {
  return isObject(value) ? mapObject(value, (member, name) => (gone.has(name) ? undefined : member)) : value;
}

function rewriteReference(ref: string, { splits, direction }: Rewriting): string {
  const target = componentTarget(ref);
  const split = target && splits.get(target.key);
  if (!target || !split || direction === 'response' || split.request === target.key) return ref;
  return reference(split.request, target.rest);
}

function reference(key: string, rest: readonly string[] = []): string {
  return `#${encodeFragment(joinPointer('/components/schemas', key, ...rest))}`;
}

/** A pointer as a fragment of a URI (RFC 6901, section 6): `%` would be read as the start of an escape. */
function encodeFragment(pointer: string): string {
  return pointer.replaceAll('%', '%25');
}

/** The mapping follows; a branch that was told by its name alone (OAS 3.1, section 4.8.25) keeps that as its value. */
function rewriteDiscriminator(schema: JsonObject, discriminator: JsonObject, rewriting: Rewriting): JsonObject {
  const given = ownObject(discriminator, 'mapping') ?? {};
  const targets = new Set(Object.values(given).map((target) => keyOf(target)));
  const mapping = mapObject(given, (target) => {
    const key = keyOf(target);
    const request = key === undefined ? undefined : requestKey(key, rewriting);
    return request === undefined ? target : reference(request);
  });
  for (const branch of [...(ownArray(schema, 'oneOf') ?? []), ...(ownArray(schema, 'anyOf') ?? [])]) {
    const key = keyOf(ownString(branch, '$ref'));
    const request = key === undefined || targets.has(key) ? undefined : requestKey(key, rewriting);
    if (key !== undefined && request !== undefined && own(mapping, key) === undefined) {
      setOwn(mapping, key, reference(request));
    }
  }
  return Object.keys(mapping).length === 0 ? discriminator : { ...discriminator, mapping };
}

/** The key that requests use for a component, if it is another. */
function requestKey(key: string, { splits, direction }: Rewriting): string | undefined {
  const request = direction === 'request' ? splits.get(key)?.request : undefined;
  return request === key ? undefined : request;
}

/** The component that a mapping's value or a reference names: a mapping may hold the bare name. */
function keyOf(target: JsonValue | undefined): string | undefined {
  if (typeof target !== 'string') return undefined;
  const found = componentTarget(target);
  if (found) return found.rest.length === 0 ? found.key : undefined;
  return target;
}
