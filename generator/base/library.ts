import { enter, outermost, scopeMark, type DynamicScope, type FindAnchor } from './dynamic-scope.ts';
import { own, ownString, type JsonValue } from './json.ts';
import type { Location } from './location.ts';
import { joinPointer, pointerTokens } from './pointer.ts';
import { dynamicName } from './schema-dialect.ts';
import { within, withinSource, type Source } from './source.ts';
import { indexSource, severalPlaces, type Index } from './source-index.ts';
import { isAbsoluteUri, resolveUri, splitReference } from './uri.ts';

/** A part of a document, and the base URI that references in it are relative to. */
export interface Place {
  readonly source: Source;
  readonly pointer: string;
  readonly base: string;
  /** The `$schema` that counts here; undefined where none does. */
  readonly dialect: string | undefined;
  readonly value: JsonValue;
  /** The resources on the way here, for `$dynamicRef`. */
  readonly scope: DynamicScope;
  /** What the scope makes of the part a reference leads to; absent where the part means what it means by itself. */
  readonly mark?: string;
}

/** A reference that leads nowhere. `absent` are the URIs of documents, the most likely first, that could hold what it means. */
export interface Missing {
  readonly absent: readonly string[];
}

/** Where a reference stands. */
export type From = Pick<Place, 'source' | 'base' | 'pointer' | 'scope'>;

/** Documents that refer to each other. */
export interface Library {
  add(source: Source): void;
  source(uri: string): Source | undefined;
  /** Follows one `$ref` that stands at `from`; a reference on the way to the part it means is followed as well. */
  resolve(reference: string, from: From): Place | Missing;
  /**
   * Follows a `$dynamicRef` (JSON Schema Core 2020-12, section 8.2.3.2): to the outermost schema of the scope with the
   * anchor, if what it names at first has that very `$dynamicAnchor`. So it does with the `$recursiveRef` of 2019-09,
   * whose anchor has no name.
   */
  resolveDynamic(reference: string, from: From): Place | Missing;
  /** Whether some `$dynamicAnchor` stands in several schemas, so that what a reference means may depend on the way. */
  isDynamic(): boolean;
}

/** Whether a reference leads nowhere. */
export function isMissing(found: Place | Missing): found is Missing {
  return 'absent' in found;
}

/** Longer chains of references on the way to one part are circles. */
const maxSteps = 50;

/**
 * An empty library. References are resolved as RFC 3986 and JSON Schema Core 2020-12 (sections 8.2 and 9.1) have it:
 * against the nearest `$id` (or `$self` of OpenAPI 3.2), then, since documents are often kept elsewhere than their `$id`
 * says, against the place the document was read from.
 */
export function createLibrary(): Library {
  const shelf: Shelf = { sources: new Map(), indexes: new Map() };
  const findAnchor: FindAnchor = ({ source, base }, name) => indexOf(source, shelf).dynamic.get(name)?.get(base);

  /** What a reference leads to, its resource entered. */
  function entered(found: Place | Missing, from: From): Place | Missing {
    const names = isMissing(found) ? [] : ambiguousAnchors(shelf);
    if (isMissing(found) || names.length === 0) return found;
    const scope = enter(from.scope, found);
    const mark = scopeMark(scope, found, names, findAnchor);
    return { ...found, scope, ...(mark !== '' && { mark }) };
  }

  return {
    add(source) {
      shelf.sources.set(source.uri, source);
      delete shelf.ambiguous;
    },
    source: (uri) => shelf.sources.get(uri),
    resolve: (reference, from) => entered(resolveWithin(reference, from, shelf, 0), from),
    resolveDynamic(reference, from) {
      const first = resolveWithin(reference, from, shelf, 0);
      const name = splitReference(reference).fragment;
      if (isMissing(first) || dynamicName(first.value) !== name) return entered(first, from);
      // a resource must not have an anchor twice (section 8.2.2): which one is meant cannot be told
      if (findAnchor(first, name) === severalPlaces) return { absent: [] };
      const found = outermost(enter(from.scope, first), name, findAnchor);
      const target = found && descend(found.resource.source, found.pointer, shelf, 0);
      return entered(target ?? first, from);
    },
    isDynamic: () => ambiguousAnchors(shelf).length > 0,
  };
}

/** The documents of a library, and what is known of them so far. */
interface Shelf {
  readonly sources: Map<string, Source>;
  readonly indexes: Map<Source, Index>;
  /** The names that several schemas have as their `$dynamicAnchor`. */
  ambiguous?: readonly string[];
}

function indexOf(source: Source, { indexes }: Shelf): Index {
  const index = indexes.get(source) ?? indexSource(source);
  indexes.set(source, index);
  return index;
}

function findResource(uri: string, shelf: Shelf): { source: Source; pointer: string } | undefined {
  const source = shelf.sources.get(uri);
  if (source) return { source, pointer: '' };
  for (const candidate of shelf.sources.values()) {
    const pointer = indexOf(candidate, shelf).resources.get(uri);
    if (pointer !== undefined) return { source: candidate, pointer };
  }
  return undefined;
}

function resolveFrom(reference: string, base: string, shelf: Shelf, steps: number): Place | Missing | undefined {
  const uri = resolveUri(reference, base);
  if (uri === undefined) return undefined;
  const resource = findResource(uri, shelf);
  if (resource === undefined) return { absent: [uri] };
  const { source, pointer } = resource;
  const { fragment } = splitReference(reference);
  const isName = fragment !== '' && !fragment.startsWith('/');
  const anchored = isName
    ? indexOf(source, shelf).anchors.get(`${pointer === '' ? source.uri : uri}#${fragment}`)
    : undefined;
  if (anchored !== undefined) return descend(source, anchored, shelf, steps);
  // "#/" is often written for the whole document, and a pointer without its slash can mean nothing else
  if (fragment === '' || fragment === '/') return descend(source, pointer, shelf, steps);
  if (!fragment.includes('/')) return undefined;
  return descend(source, `${pointer}${fragment.startsWith('/') ? '' : '/'}${fragment}`, shelf, steps);
}

/** Goes from the root of a document to a part of it, through references that stand in the way. */
function descend(source: Source, pointer: string, shelf: Shelf, steps: number): Place | Missing | undefined {
  let place: Place | undefined = rootPlace(source);
  const tokens = pointerTokens(pointer);
  for (const [index, token] of tokens.entries()) {
    const next = step(place, token);
    if (next !== undefined) {
      place = next;
      continue;
    }
    const reference: string | undefined = ownString(place.value, '$ref');
    if (reference === undefined || steps >= maxSteps) return undefined;
    const found: Place | Missing = resolveWithin(reference, place, shelf, steps + 1);
    if (isMissing(found)) return found;
    return descend(found.source, joinPointer(found.pointer, ...tokens.slice(index)), shelf, steps + 1);
  }
  return place;
}

function resolveWithin(reference: string, from: From, shelf: Shelf, steps: number): Place | Missing {
  const first = resolveFrom(reference, from.base, shelf, steps);
  if (first !== undefined && !isMissing(first)) return first;
  const retry = from.base !== from.source.uri && !isAbsoluteUri(reference);
  const second = retry ? resolveFrom(reference, from.source.uri, shelf, steps) : undefined;
  if (second !== undefined && !isMissing(second)) return second;
  const third = resolveInEnclosing(reference, from);
  if (third !== undefined) return third;
  return { absent: [...(first?.absent ?? []), ...(second?.absent ?? [])] };
}

/** The names that several schemas have as their `$dynamicAnchor`. */
function ambiguousAnchors(shelf: Shelf): readonly string[] {
  if (shelf.ambiguous) return shelf.ambiguous;
  const counts = new Map<string, number>();
  for (const source of shelf.sources.values()) {
    for (const [name, places] of indexOf(source, shelf).dynamic)
      counts.set(name, (counts.get(name) ?? 0) + places.size);
  }
  shelf.ambiguous = [...counts].flatMap(([name, count]) => (count > 1 ? [name] : []));
  return shelf.ambiguous;
}

/** The whole of a document. */
export function rootPlace(source: Source): Place {
  const here = withinSource(source);
  return { source, pointer: '', ...here, value: source.data.value, scope: [{ source, base: here.base }] };
}

/** The part `token` of a part, or undefined where there is none. */
export function step(place: Place, token: string): Place | undefined {
  const { value, source } = place;
  const next = Array.isArray(value)
    ? /^(?:0|[1-9]\d*)$/.test(token)
      ? value[Number(token)]
      : undefined
    : own(value, token);
  if (next === undefined) return undefined;
  const here = within(next, place, source);
  const scope = here.base === place.base ? place.scope : enter(place.scope, { source, base: here.base });
  return { source, pointer: joinPointer(place.pointer, token), ...here, value: next, scope };
}

/** Where a place stands. */
export function locationOf(place: Pick<Place, 'source' | 'pointer'>): Location {
  return place.source.data.locate(place.pointer);
}

/**
 * `#/$defs/X` in a schema that stands in a larger document: strictly it starts at the root of that document, but generators of
 * schemas write it for the root of their schema. The nearest schema around that has `$defs` with X is meant.
 */
function resolveInEnclosing(reference: string, from: From): Place | undefined {
  const [section = '', name, ...rest] = pointerTokens(splitReference(reference).fragment);
  if (!/^#\/(?:\$defs|definitions)\//.test(reference) || name === undefined || rest.length > 0) return undefined;
  let nearest: Place | undefined;
  let around: Place | undefined = rootPlace(from.source);
  for (const token of [...pointerTokens(from.pointer), '']) {
    const definitions: Place | undefined = around && step(around, section);
    nearest = (definitions && step(definitions, name)) ?? nearest;
    around = around && step(around, token);
  }
  return nearest;
}
