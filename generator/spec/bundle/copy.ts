import { isObject, own, ownString, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import { isMissing, locationOf, step, type Place } from '../../base/library.ts';
import { evidenceText } from '../../base/location.ts';
import { memberShape, type Shape } from '../../base/openapi-shape.ts';
import { joinPointer, localRefPointer, resolvePointer } from '../../base/pointer.ts';
import { mapMember } from '../../base/references.ts';
import { identifierOf } from '../../base/schema-dialect.ts';
import { copyData } from './data.ts';
import { copyMapping } from './discriminators.ts';
import { isTranslated, keepMeaning, nothingUnheeded, unheeded } from './drafts.ts';
import { memberRole, type Role } from './evidence-role.ts';
import { pointTo, reportMissing, resolveReference, staysInPlace } from './links.ts';
import { sectionPointer, targetOf, type BundleState, type Slot } from './state.ts';
import { followAliases, isAlias } from './targets.ts';

/** What a part is taken for while it is copied, and where the copy goes. */
export interface Spot {
  readonly shape: Shape;
  readonly role: Role;
  /** The JSON Pointer of the copy in the bundle; absent below components and path items, where nobody asks for it. */
  readonly pointer?: string;
  /** The map of the bundle that the copy goes into, if it is an entry of a component section. */
  readonly entry?: Omit<Slot, 'target'>;
  /** The ids of the parts that are being copied into each other's place. */
  readonly inlining: ReadonlySet<string>;
  /** What is copied stands elsewhere in the bundle already. */
  readonly isRepeated?: boolean;
  readonly depth: number;
}

/** Deeper bundles would be too deep for what reads them. */
const maxDepth = 400;

/**
 * Copies a part into the bundle: every object says at which lines of which file it stands, references become local ones
 * (their texts are filled in later, see `BundleState.patches`), `$id` and anchors are dropped. Gives `spec/dangling-ref`,
 * `spec/foreign-ref` and `spec/endless-ref`.
 */
export function copyPart(place: Place, spot: Spot, state: BundleState): JsonValue {
  const { value } = place;
  const { shape, role } = spot;
  if (typeof value !== 'object' || value === null) return value;
  if (shape.kind === 'data' && role === 'opaque') return copyData(place, state);
  if (spot.isRepeated) state.budget -= 1;
  if (Array.isArray(value)) {
    const itemRole = role === 'opaque' ? 'opaque' : 'part';
    return value.map((item, index) => {
      const inner = step(place, String(index));
      return inner ? copyPart(inner, descend(spot, { kind: shape.kind }, itemRole), state) : item;
    });
  }
  const reference = shape.kind === 'data' ? undefined : ownString(value, '$ref');
  return reference === undefined ? copyObject(place, spot, state) : copyReference(reference, place, spot, state);
}

function descend(spot: Spot, shape: Shape, role: Role): Spot {
  return { shape, role, inlining: spot.inlining, isRepeated: spot.isRepeated ?? false, depth: spot.depth + 1 };
}

/** An object as it is, its members copied. */
function copyObject(place: Place, spot: Spot, state: BundleState): JsonObject {
  const result: JsonObject = {};
  const { value, source, pointer } = place;
  const { shape, role } = spot;
  const isSchema = shape.kind === 'schema' && shape.many === undefined;
  const { ignored, unknown } = isSchema ? unheeded(place, state) : nothingUnheeded;
  for (const [key, member] of Object.entries(isObject(value) ? value : {})) {
    if (ignored.has(key) || (isSchema && isDropped(key, member, place, state))) continue;
    if (shape.kind === 'document' && key === 'jsonSchemaDialect' && isTranslated(place, state)) continue;
    if (unknown.has(key)) {
      setOwn(result, `x-${key}`, member);
      continue;
    }
    const inner = typeof member === 'object' && member !== null ? step(place, key) : undefined;
    const copied = inner ? copyPart(inner, memberSpot(key, inner, spot, { result, state }), state) : member;
    // a text in a file that is not there
    if (inner && isText(key, shape) && isObject(copied) && ownString(inner.value, '$ref') !== undefined) continue;
    setOwn(result, key, copied);
  }
  if (isSchema) finishSchema(result, place, state);
  if (shape.kind === 'link') noteOperation(result, place, state);
  const bare = typeof result['$ref'] === 'string' || Object.keys(result).length === 0;
  if (role === 'part' && !bare) result['x-evidence'] = [evidenceText(source.data.locate(pointer))];
  return result;
}

function isText(key: string, { kind, many }: Shape): boolean {
  return many === undefined && kind !== 'data' && (key === 'description' || key === 'summary');
}

/** Members that name a schema for references, which are all made local here. */
function isDropped(key: string, member: JsonValue, place: Place, state: BundleState): boolean {
  const { source, pointer, value } = place;
  const isFile = source !== state.root && pointer === '';
  // each reference into them makes a component of its own
  if (key === '$defs' || key === 'definitions') return source !== state.root && isObject(member);
  if (key === '$recursiveAnchor') return typeof member === 'boolean';
  if (typeof member !== 'string') return false;
  if (key === '$id' || key === '$anchor' || key === '$dynamicAnchor') return true;
  // the dialect of a schema file says nothing any more once its content stands in a description
  if (key === '$schema') return isFile || isTranslated(place, state);
  if (key !== 'id') return false;
  return isFile ? ownString(value, '$schema') !== undefined : identifierOf(value, place.dialect) === member;
}

function memberSpot(
  key: string,
  inner: Place,
  spot: Spot,
  { result, state }: { result: JsonObject; state: BundleState },
): Spot {
  const { shape, role } = spot;
  const isMap = shape.many === 'map';
  const next = isMap ? mapMember(shape.kind, key) : memberShape(shape.kind, key);
  const below = descend(spot, next, memberRole(role, key));
  if (spot.pointer === undefined) return below;
  const pointer = joinPointer(spot.pointer, key);
  if (!isMap) return shape.kind === 'document' || shape.kind === 'components' ? { ...below, pointer } : below;
  if (spot.pointer !== sectionPointer(next.kind, state.isSwagger2)) return { ...below, pointer };
  note(inner, pointer, next, state);
  return { ...below, pointer, entry: { section: result, name: key, pointer } };
}

/** Remembers where a part that does not stand at its own place of the root document has gone. */
function note(place: Place, pointer: string, shape: Shape, state: BundleState): void {
  if (place.source === state.root && place.pointer === pointer) return;
  state.origins.set(pointer, place);
  if (shape.many === undefined && !isAlias(place, shape.kind))
    state.placed.set(targetOf(place, shape.kind).id, pointer);
}

function finishSchema(result: JsonObject, place: Place, state: BundleState): void {
  keepMeaning(result, place, state);
  if (isObject(result['discriminator'])) {
    copyMapping(result['discriminator'], place, state);
    state.unions.push(result);
  }
  for (const key of ['$dynamicRef', '$recursiveRef']) {
    const text = ownString(result, key);
    if (text === undefined) continue;
    const { library } = state;
    const found = library.resolveDynamic(text, place);
    if (isMissing(found)) continue;
    delete result[key];
    const node: JsonObject = {};
    const holder = own(result, '$ref') === undefined ? result : node;
    if (holder === node) result['allOf'] = [...(Array.isArray(result['allOf']) ? result['allOf'] : []), node];
    pointTo(holder, '$ref', targetOf(followAliases(found, 'schema', state) ?? found, 'schema'), state);
  }
}

function noteOperation(result: JsonObject, place: Place, state: BundleState): void {
  const text = ownString(result, 'operationRef');
  if (text === undefined || (text.startsWith('#') && place.source === state.root)) return;
  const found = state.library.resolve(text, place);
  if (isMissing(found)) reportMissing(text, found, place, state);
  else state.operationRefs.push({ node: result, from: place, found });
}

function copyReference(reference: string, place: Place, spot: Spot, state: BundleState): JsonValue {
  const { kind, many } = spot.shape;
  const isNamed = many === undefined && sectionPointer(kind, state.isSwagger2) !== undefined;
  const isLocal = place.source === state.root && place.base === state.root.uri;
  const pointer = isLocal ? localRefPointer(reference) : undefined;
  const literal = pointer === undefined ? undefined : resolvePointer(state.root.data.value, pointer);
  const isFixed = literal !== undefined && !state.library.isDynamic();
  if (isFixed && isNamed && staysInPlace(pointer ?? '', state)) return copyObject(place, spot, state);
  const found = resolveReference(reference, place, state);
  if (isMissing(found)) {
    // another document may bring it along, with which this one is united
    if (pointer !== undefined && isNamed) return { ...copyObject(place, spot, state), ...evidenceOf(place) };
    return withoutReference(reference, place, spot, state, reportMissing(reference, found, place, state));
  }
  const end = followAliases(found, kind, state);
  if (end === undefined) return endless(reference, place, spot, state, 'it leads back to itself');
  if (!isNamed) return copyInline(reference, place, end, spot, state);
  const target = targetOf(end, kind);
  if (spot.entry && isAlias(place, kind) && (end.source !== state.root || !staysInPlace(end.pointer, state))) {
    state.slots.push({ ...spot.entry, target });
    return {};
  }
  const result = copyObject(place, spot, state);
  pointTo(result, '$ref', target, state);
  return result;
}

/** The content a reference leads to in the place of the reference; members beside the reference win. */
function copyInline(reference: string, place: Place, end: Place, spot: Spot, state: BundleState): JsonValue {
  const { shape, inlining, depth } = spot;
  const { id } = targetOf(end, shape.kind);
  const key = `${shape.many ?? ''} ${id}`;
  if (inlining.has(key)) return endless(reference, place, spot, state, 'it leads back to itself');
  if (depth > maxDepth || state.budget <= 0) return endless(reference, place, spot, state, 'there is too much in it');
  if (spot.pointer !== undefined) note(end, spot.pointer, shape, state);
  const isRepeated = spot.isRepeated === true || state.inlined.has(key);
  state.inlined.add(key);
  const inner = { ...spot, inlining: new Set([...inlining, key]), isRepeated, depth: depth + 1 };
  const content = copyPart(end, inner, state);
  if (!isObject(content) || !isObject(place.value) || Object.keys(place.value).length === 1) return content;
  const { $ref: _, ...siblings } = copyObject(place, spot, state);
  return { ...content, ...siblings };
}

function endless(reference: string, place: Place, spot: Spot, state: BundleState, reason: string): JsonValue {
  state.report.add('spec/endless-ref', locationOf(place), { ref: reference, reason });
  return withoutReference(reference, place, spot, state, 'leads nowhere');
}

/** What is left of a reference that cannot be followed: its siblings, and that something is missing. */
function withoutReference(reference: string, place: Place, spot: Spot, state: BundleState, reason: string): JsonValue {
  if (spot.shape.many === 'list') return [];
  const { $ref: _, ...rest } = copyObject(place, spot, state);
  if (spot.shape.many === 'map') return rest;
  return { ...rest, 'x-uncertain': [`the reference ${reference} ${reason}`], ...evidenceOf(place) };
}

function evidenceOf(place: Place): JsonObject {
  return { 'x-evidence': [evidenceText(locationOf(place))] };
}
