import { isObject, own, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { keywordShape, memberShape, type ObjectName, type Shape } from '../grammar.ts';
import { componentTarget, type Direction } from './carried.ts';

/** Where a walk over a description stands: which way values go here. */
export interface Standing {
  /** Undefined where nothing is carried. */
  readonly direction: Direction | undefined;
  /** Webhooks and callbacks: there the API asks and the client answers. */
  readonly reversed: boolean;
}

/** Where the walk over a whole description starts. */
export const start: Standing = { direction: undefined, reversed: false };

/** Where the walk stands in the object called `name`. */
export function enter(name: ObjectName, standing: Standing): Standing {
  const asked: Direction = standing.reversed ? 'response' : 'request';
  const answered: Direction = standing.reversed ? 'request' : 'response';
  if (name === 'callback') return { direction: undefined, reversed: !standing.reversed };
  if (name === 'parameter' || name === 'querystring' || name === 'requestBody')
    return { ...standing, direction: asked };
  if (name === 'response') return { ...standing, direction: answered };
  return name === 'header' ? { ...standing, direction: standing.direction ?? answered } : standing;
}

/** Where the walk stands in the member `key` of the object called `name`. */
export function enterMember(name: ObjectName, key: string, standing: Standing): Standing {
  return name === 'root' && key === 'webhooks' ? { direction: undefined, reversed: true } : standing;
}

/** Which component schemas go which way, through others or not. */
export function usedBy(spec: JsonObject): ReadonlyMap<Direction, ReadonlySet<string>> {
  const edges = componentReferences(spec);
  const used = new Map<Direction, Set<string>>([
    ['request', new Set()],
    ['response', new Set()],
  ]);
  const visit = (value: JsonValue | undefined, shape: Shape, outer: Standing): void => {
    if (shape.kind === 'list') return ownItems(value).forEach((item) => visit(item, shape.of, outer));
    if (!isObject(value)) return;
    if (shape.kind === 'map') return Object.values(value).forEach((item) => visit(item, shape.of, outer));
    if (shape.kind === 'schema' && outer.direction) {
      for (const key of referencesIn(value)) reach(key, used.get(outer.direction), edges);
    }
    if (shape.kind !== 'object') return;
    const standing = enter(shape.name, outer);
    for (const [key, member] of Object.entries(value)) {
      const inner = memberShape(shape.name, key);
      if (inner) visit(member, inner, enterMember(shape.name, key, standing));
    }
  };
  visit(spec, { kind: 'object', name: 'root' }, start);
  return used;
}

function ownItems(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** Adds `key` and all that it leads to. */
function reach(key: string, reached: Set<string> | undefined, edges: ReadonlyMap<string, readonly string[]>): void {
  const pending = [key];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!reached || reached.has(next)) continue;
    reached.add(next);
    for (const further of edges.get(next) ?? []) pending.push(further);
  }
}

/** The component schemas that each component schema refers to. */
export function componentReferences(spec: JsonObject): ReadonlyMap<string, readonly string[]> {
  const schemas = ownObject(ownObject(spec, 'components'), 'schemas') ?? {};
  return new Map(Object.entries(schemas).map(([key, schema]) => [key, [...referencesIn(schema)]]));
}

/** The component schemas that a schema refers to, by `$ref` or by a discriminator's mapping. */
function referencesIn(schema: JsonValue | undefined): ReadonlySet<string> {
  const keys = new Set<string>();
  const visit = (part: JsonValue | undefined): void => {
    if (!isObject(part)) return;
    const mapping = Object.values(ownObject(ownObject(part, 'discriminator'), 'mapping') ?? {});
    for (const text of [own(part, '$ref'), ...mapping]) {
      const target = typeof text === 'string' ? componentTarget(text) : undefined;
      if (target) keys.add(target.key);
    }
    for (const inner of schemaParts(part)) visit(inner);
  };
  visit(schema);
  return keys;
}

/** The schemas directly inside a schema. */
export function schemaParts(schema: JsonObject): JsonValue[] {
  return Object.keys(schema).flatMap((keyword): JsonValue[] => {
    const kind = keywordShape(keyword)?.kind;
    const value = own(schema, keyword);
    if (kind === 'schema') return value === undefined ? [] : [value];
    if (kind === 'schemas') return ownArray(schema, keyword) ?? [];
    return kind === 'schemaMap' && isObject(value) ? Object.values(value) : [];
  });
}

/** The names of all properties that discriminators tell branches apart by. */
export function tagNames(value: JsonValue | undefined, found: Set<string> = new Set()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const item of value) tagNames(item, found);
  if (!isObject(value)) return found;
  const name = ownString(ownObject(value, 'discriminator'), 'propertyName');
  if (name !== undefined) found.add(name);
  for (const member of Object.values(value)) tagNames(member, found);
  return found;
}
