import { isObject, ownString, type JsonValue } from './json.ts';
import { memberShape, type Shape } from './openapi-shape.ts';
import { joinPointer } from './pointer.ts';
import { dynamicName, identifierOf, isDescription } from './schema-dialect.ts';
import { within, withinSource, type Source, type Surroundings } from './source.ts';

/** In the place of a pointer, none of which looks like this: several schemas of one resource have the anchor. */
export const severalPlaces = '*';

/** What of a document references can name. */
export interface Index {
  /** Absolute URI of each embedded resource → its pointer. */
  readonly resources: Map<string, string>;
  /** `URI#name` → pointer. */
  readonly anchors: Map<string, string>;
  /** `$dynamicAnchor` → base URI of the resource → pointer, or `severalPlaces`. */
  readonly dynamic: Map<string, Map<string, string>>;
}

/** Members whose values are data, so that an `$id` there names nothing. */
const dataMembers: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'example', 'examples']);
/** Members whose own members are named by the user. */
const nameMaps: ReadonlySet<string> = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'schemas']);

/**
 * The index of a document: its identifiers and anchors, wherever a schema can have them. What a file holds that names no
 * `$schema` is not known, so that schemas are looked for in all of it.
 */
export function indexSource(source: Source): Index {
  const index: Index = { resources: new Map(), anchors: new Map(), dynamic: new Map() };
  const { value } = source.data;
  const isSchema = ownString(value, '$schema') !== undefined && !isDescription(value);
  const outer = { base: source.uri, dialect: undefined };
  visit(value, '', outer, isSchema ? { kind: 'schema' } : object);
  return index;

  function visit(part: JsonValue, pointer: string, around: Surroundings, shape: Shape): void {
    if (Array.isArray(part)) {
      part.forEach((item, position) => visit(item, joinPointer(pointer, position), around, { kind: shape.kind }));
      return;
    }
    if (!isObject(part)) return;
    const names = shape.many === 'map';
    const here = names ? around : within(part, around, source);
    if (here.base !== around.base && !index.resources.has(here.base)) index.resources.set(here.base, pointer);
    if (!names) addAnchors(part, pointer, here);
    for (const [key, member] of Object.entries(part)) {
      if (typeof member !== 'object' || member === null) continue;
      const next = names ? { kind: shape.kind } : memberOf(shape, key);
      if (next.kind !== 'data') visit(member, joinPointer(pointer, key), here, next);
    }
  }

  function addAnchors(part: JsonValue, pointer: string, { base, dialect }: Surroundings): void {
    const id = identifierOf(part, dialect);
    const fragment = id?.includes('#') ? id.slice(id.indexOf('#') + 1) : undefined;
    const dynamic = dynamicName(part);
    if (dynamic !== undefined) {
      const places = index.dynamic.get(dynamic) ?? new Map<string, string>();
      index.dynamic.set(dynamic, places.set(base, places.has(base) ? severalPlaces : pointer));
    }
    for (const name of [fragment, ownString(part, '$anchor'), dynamic]) {
      if (name === undefined || name === '') continue;
      for (const uri of new Set([base, ...(isFirst(base) ? [source.uri] : [])])) {
        if (!index.anchors.has(`${uri}#${name}`)) index.anchors.set(`${uri}#${name}`, pointer);
      }
    }
  }

  /** Whether `base` is that of the document itself, which is known by the place it was read from as well. */
  function isFirst(base: string): boolean {
    return base === withinSource(source).base;
  }
}

// one of each, for there may be millions of members
const object: Shape = { kind: 'object' };
const objects: Shape = { kind: 'object', many: 'map' };
const data: Shape = { kind: 'data' };

/** What a member is: as the keywords of a schema have it, or, in a file of whatever kind, data or anything else. */
function memberOf({ kind }: Shape, key: string): Shape {
  if (kind === 'schema') return memberShape(kind, key);
  if (dataMembers.has(key)) return data;
  return nameMaps.has(key) ? objects : object;
}
