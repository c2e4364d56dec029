import { isMissing, rootPlace, step, type Library, type Missing, type Place } from './library.ts';
import type { Source } from './source.ts';
import { isObject, own, ownObject, ownString, type JsonValue } from './json.ts';
import { memberShape, type Kind, type Shape } from './openapi-shape.ts';
import { localRefPointer } from './pointer.ts';

/** A reference as it stands in a document. */
export interface Reference {
  readonly text: string;
  /** The object that holds it. */
  readonly from: Place;
  /** What it should lead to. */
  readonly shape: Shape;
}

/**
 * The references of a part of a description and of all within it, in the order in which they stand: `$ref`, `$dynamicRef`,
 * values of `discriminator.mapping` that are no bare names, `operationRef`. What is data (examples, enums, extensions)
 * holds none (OAS 3.1, section 4.8.23), but people keep such data in files of their own: see `isDataFile`. References
 * are not followed.
 */
function findReferences(place: Place, shape: Shape): Reference[] {
  const found: Reference[] = [];
  visit(place, shape);
  return found;

  function visit(at: Place, what: Shape): void {
    const { value } = at;
    if (typeof value !== 'object' || value === null) return;
    if (what.kind === 'data' && isDataFile(value)) found.push({ text: value.$ref, from: at, shape: what });
    if (Array.isArray(value)) {
      for (const index of value.keys()) visitMember(at, String(index), { kind: what.kind });
      return;
    }
    if (what.kind !== 'data') addOwn(at, what);
    for (const key of Object.keys(value)) {
      visitMember(at, key, what.many === 'map' ? mapMember(what.kind, key) : memberShape(what.kind, key));
    }
  }

  function visitMember(at: Place, key: string, what: Shape): void {
    const member = typeof own(at.value, key) === 'object' || Array.isArray(at.value) ? step(at, key) : undefined;
    if (member) visit(member, what);
  }

  function addOwn(at: Place, what: Shape): void {
    const isMap = what.many === 'map';
    for (const key of isMap ? ['$ref'] : ['$ref', '$dynamicRef', '$recursiveRef']) {
      const text = ownString(at.value, key);
      if (text !== undefined) found.push({ text, from: at, shape: what });
    }
    if (isMap) return;
    const operation = what.kind === 'link' ? ownString(at.value, 'operationRef') : undefined;
    if (operation !== undefined) found.push({ text: operation, from: at, shape: { kind: 'operation' } });
    if (what.kind !== 'schema') return;
    for (const target of Object.values(ownObject(own(at.value, 'discriminator'), 'mapping') ?? {})) {
      if (typeof target === 'string' && !isBareName(target)) found.push({ text: target, from: at, shape: what });
    }
  }
}

/** The shape of a member of a map; an extension beside the names of a map is data. */
export function mapMember(kind: Kind, key: string): Shape {
  const extensible = kind === 'pathItem' || kind === 'response';
  return extensible && key.startsWith('x-') ? { kind: 'data' } : { kind };
}

/**
 * Whether a value within data stands for the content of another file: nothing but a `$ref` to a relative path that ends
 * as JSON and YAML files do. Where there is no such file it is what it says.
 */
export function isDataFile(value: JsonValue): value is { $ref: string } {
  return (
    isObject(value) &&
    Object.keys(value).length === 1 &&
    /^[^#:]+\.(?:json|ya?ml)$/i.test(ownString(value, '$ref') ?? '')
  );
}

/** Whether a value of `discriminator.mapping` is the name of a component rather than a URI (OAS 3.1, section 4.8.25). */
export function isBareName(text: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(text);
}

/** What a reference means as far as loading goes: a document that must be read first. */
export type Load = (missing: Missing, reference: Reference) => Promise<boolean>;

/**
 * Follows all references that lead out of `roots`, and from there on, reading documents by `load` (which adds them to the
 * library and says whether it added one). Returns every document that one of another document's references leads to.
 */
export async function followReferences(roots: readonly Source[], library: Library, load: Load): Promise<Set<Source>> {
  const reached = new Set<Source>();
  const walk = createWalk(roots);
  for (let reference = walk.next(); reference !== undefined; reference = walk.next()) {
    let found = library.resolve(reference.text, reference.from);
    while (isMissing(found) && (await load(found, reference))) found = library.resolve(reference.text, reference.from);
    if (isMissing(found)) continue;
    if (found.source !== reference.from.source) reached.add(found.source);
    walk.enter(found, reference.shape);
  }
  return reached;
}

/** As `followReferences`, where all documents that can be read are in the library. */
export function reachedSources(roots: readonly Source[], library: Library): Set<Source> {
  const reached = new Set<Source>();
  const walk = createWalk(roots);
  for (let reference = walk.next(); reference !== undefined; reference = walk.next()) {
    const found = library.resolve(reference.text, reference.from);
    if (isMissing(found)) continue;
    if (found.source !== reference.from.source) reached.add(found.source);
    walk.enter(found, reference.shape);
  }
  return reached;
}

interface Walk {
  /** The next reference that is worth following. */
  next(): Reference | undefined;
  /** Goes on with the references of a part, once. */
  enter(place: Place, shape: Shape): void;
}

function createWalk(roots: readonly Source[]): Walk {
  const seen = new Set<string>();
  const queue: Reference[] = [];
  let next = 0;
  const enter = (place: Place, shape: Shape): void => {
    const key = `${shape.kind} ${shape.many ?? ''} ${place.source.uri}#${place.pointer}`;
    if (seen.has(key)) return;
    seen.add(key);
    for (const reference of findReferences(place, shape)) if (!staysInside(reference)) queue.push(reference);
  };
  for (const root of roots) enter(rootPlace(root), { kind: 'document' });
  return { next: () => queue[next++], enter };

  /** A pointer into a part of the document that is walked anyway. */
  function staysInside({ text, from, shape }: Reference): boolean {
    const pointer = localRefPointer(text);
    if (pointer === undefined || from.base !== from.source.uri) return false;
    const key = `${shape.kind} ${shape.many ?? ''} ${from.source.uri}#${pointer}`;
    if (seen.has(key)) return true;
    const whole = seen.has(`document  ${from.source.uri}#`);
    return (
      whole && /^\/(?:components\/[^/]+|definitions|parameters|responses)\/[^/]+$/.test(pointer) && !text.includes('%')
    );
  }
}

/** A quick look at a text: whether it can refer to another document at all. It may err on the side of yes. */
export function mayReferOut(text: string): boolean {
  if (/\$(?:ref|dynamicRef|recursiveRef)["']?\s*:\s*(?!["']?#|\s)/.test(text)) return true;
  if (/\boperationRef["']?\s*:/.test(text)) return true;
  return /\bmapping["']?\s*:/.test(text) && /\.(?:ya?ml|json)\b/.test(text);
}
