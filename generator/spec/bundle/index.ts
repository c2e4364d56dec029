import type { Report } from '../../base/diagnostic.ts';
import { isObject, own, ownObject, setOwn, type JsonObject } from '../../base/json.ts';
import { locationOf, rootPlace, type Library, type Place } from '../../base/library.ts';
import type { Source } from '../../base/source.ts';
import type { Location } from '../../base/location.ts';
import { compareText, groupBy } from '../../base/order.ts';
import { joinPointer, pointerTokens } from '../../base/pointer.ts';
import { copyPart } from './copy.ts';
import { keepImpliedNames } from './discriminators.ts';
import { localReference, reportMissing } from './links.ts';
import { nameTargets, naturalName } from './names.ts';
import { sectionPointer, targetOf, type BundleState, type Slot, type Target } from './state.ts';

/** One description that refers to nothing but itself. */
export interface Bundle {
  /** In the dialect of its root document, with `x-evidence` on everything that says something. */
  readonly document: JsonObject;
  /** Where a part of the bundle was found, by its JSON Pointer. */
  readonly locate: (pointer: string) => Location;
}

/** No more values than this are copied a second time, for copies may multiply in copies. */
const maxRepeated = 200_000;

/**
 * Takes what the document `root` refers to in other documents of the library into it: schemas, parameters, responses and
 * whatever else has a section in `components` (or, in Swagger 2.0, at the root) go there under a name that depends on
 * nothing but themselves, see `nameTargets`; all else takes the place of its reference. Gives `spec/dangling-ref`,
 * `spec/foreign-ref` and `spec/endless-ref`.
 */
export function bundle(root: Source, library: Library, report: Report): Bundle {
  const state: BundleState = {
    root,
    library,
    report,
    isSwagger2: own(root.data.value, 'swagger') !== undefined,
    targets: new Map(),
    placed: new Map(),
    origins: new Map(),
    patches: [],
    slots: [],
    operationRefs: [],
    unions: [],
    inlined: new Set(),
    dialects: new Map(),
    budget: maxRepeated,
  };
  const spot = {
    shape: { kind: 'document' },
    role: 'silent',
    pointer: '',
    inlining: new Set<string>(),
    depth: 0,
  } as const;
  const copied = copyPart(rootPlace(root), spot, state);
  const document = isObject(copied) ? copied : {};
  fillSlots(state);
  const renamed = hoistTargets(document, state);
  for (const { node, key, target } of state.patches) {
    setOwn(node, key, localReference(state.placed.get(target.id) ?? target.place.pointer));
  }
  keepImpliedNames(state.unions, new Map(state.patches.map(({ node, target }) => [node, target])), renamed);
  linkOperations(state);
  return { document, locate: (pointer) => locate(pointer, state) };
}

/** Puts content in the place of entries that were references; a second entry for the same content refers to the first. */
function fillSlots(state: BundleState): void {
  for (const slots of groupBy(state.slots, ({ target }) => target.id).values()) {
    const [{ target } = { target: undefined }] = slots;
    if (target === undefined) continue;
    if (!state.placed.has(target.id)) {
      const natural = naturalName(target.place);
      const ordered = slots.toSorted((left, right) => compareText(left.name, right.name));
      const chosen = ordered.find(({ name }) => name === natural) ?? ordered[0];
      if (chosen) place(chosen.section, chosen, state);
    }
    const pointer = state.placed.get(target.id);
    for (const slot of slots) {
      if (slot.pointer !== pointer && pointer !== undefined)
        setOwn(slot.section, slot.name, { $ref: localReference(pointer) });
    }
  }
}

function place(section: JsonObject, { name, pointer, target }: Omit<Slot, 'section'>, state: BundleState): void {
  state.placed.set(target.id, pointer);
  state.origins.set(pointer, target.place);
  const spot = { shape: { kind: target.kind }, role: 'part', inlining: new Set<string>(), depth: 3 } as const;
  setOwn(section, name, copyPart(target.place, spot, state));
}

/** Names the parts that are still without a place and adds them to their sections; returns those that lost their own name. */
function hoistTargets(document: JsonObject, state: BundleState): ReadonlySet<string> {
  const hoisted = new Map<Target, JsonObject>();
  // copying one may meet others, which the map then hands out as well
  for (const target of state.targets.values()) {
    if (state.placed.has(target.id)) continue;
    const holder: JsonObject = {};
    const spot = { shape: { kind: target.kind }, role: 'part', inlining: new Set<string>(), depth: 3 } as const;
    setOwn(holder, 'value', copyPart(target.place, spot, state));
    hoisted.set(target, holder);
  }
  const renamed = new Set<string>();
  for (const [kind, targets] of groupBy([...hoisted.keys()], (target) => target.kind)) {
    const pointer = sectionPointer(kind, state.isSwagger2);
    if (pointer === undefined) continue;
    const section = sectionAt(document, pointer);
    const names = nameTargets(targets, new Set(Object.keys(section)));
    for (const [target, name] of [...names].toSorted(([, left], [, right]) => compareText(left, right))) {
      setOwn(section, name, own(hoisted.get(target), 'value') ?? {});
      state.placed.set(target.id, joinPointer(pointer, name));
      state.origins.set(joinPointer(pointer, name), target.place);
      if (name !== naturalName(target.place)) renamed.add(target.id);
    }
  }
  return renamed;
}

/** The object at a pointer of one or two steps, made where it is missing. */
function sectionAt(document: JsonObject, pointer: string): JsonObject {
  let section = document;
  for (const token of pointerTokens(pointer)) {
    const next = ownObject(section, token) ?? {};
    setOwn(section, token, next);
    section = next;
  }
  return section;
}

/** Lets links lead to operations that came along with the path items of other documents. */
function linkOperations(state: BundleState): void {
  for (const { node, from, found } of state.operationRefs) {
    const tokens = pointerTokens(found.pointer);
    const item: Place = { ...found, pointer: joinPointer('', ...tokens.slice(0, -1)) };
    const pointer = item.source === state.root ? item.pointer : state.placed.get(targetOf(item, 'pathItem').id);
    const text = String(node['operationRef']);
    if (pointer === undefined) reportMissing(text, { absent: [] }, from, state);
    else node['operationRef'] = localReference(joinPointer(pointer, tokens.at(-1) ?? ''));
  }
}

function locate(pointer: string, state: BundleState): Location {
  const tokens = pointerTokens(pointer);
  for (let length = tokens.length; length > 0; length -= 1) {
    const origin = state.origins.get(joinPointer('', ...tokens.slice(0, length)));
    if (origin === undefined) continue;
    const rest = joinPointer('', ...tokens.slice(length));
    return locationOf({ source: origin.source, pointer: `${origin.pointer}${rest}` });
  }
  return state.root.data.locate(pointer);
}
