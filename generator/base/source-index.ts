import { isObject, ownString, type JsonValue } from './json.ts';
import { joinPointer } from './pointer.ts';
import { hasDraft4Ids, ownBase, type Source } from './source.ts';

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

/** The index of a document: its identifiers and anchors, wherever a schema can have them. */
export function indexSource(source: Source): Index {
  const index: Index = { resources: new Map(), anchors: new Map(), dynamic: new Map() };
  visit(source.data.value, '', source.uri, false);
  return index;

  function visit(value: JsonValue, pointer: string, base: string, names: boolean): void {
    if (Array.isArray(value)) {
      value.forEach((item, position) => visit(item, joinPointer(pointer, position), base, false));
      return;
    }
    if (!isObject(value)) return;
    const within = names ? base : ownBase(value, base, source);
    if (within !== base && !index.resources.has(within)) index.resources.set(within, pointer);
    if (!names) addAnchors(value, pointer, within);
    for (const [key, member] of Object.entries(value)) {
      if (typeof member !== 'object' || member === null || (!names && dataMembers.has(key))) continue;
      visit(member, joinPointer(pointer, key), within, !names && nameMaps.has(key));
    }
  }

  function addAnchors(value: JsonValue, pointer: string, base: string): void {
    const id = ownString(value, '$id') ?? (hasDraft4Ids(source) ? ownString(value, 'id') : undefined);
    const fragment = id?.includes('#') ? id.slice(id.indexOf('#') + 1) : undefined;
    const dynamic = ownString(value, '$dynamicAnchor');
    if (dynamic !== undefined) {
      const places = index.dynamic.get(dynamic) ?? new Map<string, string>();
      index.dynamic.set(dynamic, places.set(base, places.has(base) ? severalPlaces : pointer));
    }
    for (const name of [fragment, ownString(value, '$anchor'), dynamic]) {
      if (name === undefined || name === '') continue;
      for (const uri of new Set([base, ...(isFirst(base) ? [source.uri] : [])])) {
        if (!index.anchors.has(`${uri}#${name}`)) index.anchors.set(`${uri}#${name}`, pointer);
      }
    }
  }

  /** Whether `base` is that of the document itself, which is known by the place it was read from as well. */
  function isFirst(base: string): boolean {
    return base === ownBase(source.data.value, source.uri, source);
  }
}
