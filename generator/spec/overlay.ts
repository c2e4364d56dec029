import { jsonpath } from 'json-p3';
import { isDataFailure, parseData, type Data } from '../base/data.ts';
import type { Report } from '../base/diagnostic.ts';
import { isObject, own, ownArray, ownString, setOwn, type JsonObject, type JsonValue } from '../base/json.ts';
import { evidenceText, type Location } from '../base/location.ts';
import { joinPointer } from '../base/pointer.ts';

// The only import of json-p3.

/** The text of an overlay and where it comes from. */
export interface OverlayText {
  readonly path: string;
  readonly text: string;
}

/**
 * Applies an OpenAPI Overlay (Overlay Specification 1.0.0: `update` and `remove` actions in their order, targets as
 * JSONPath, RFC 9535) to a copy of `document`. What an action changes gets the action's line as evidence. A file that
 * is no overlay is reported as `overlay/syntax`, a target that selects nothing as `overlay/no-match`.
 */
export function applyOverlay(document: JsonObject, overlay: OverlayText, report: Report): JsonObject {
  const data = parseData(overlay.text, { document: overlay.path });
  if (isDataFailure(data)) {
    report.add('overlay/syntax', data.location, { reason: data.reason });
    return document;
  }
  const fault = overlayFault(data.value);
  if (fault !== undefined) {
    report.add('overlay/syntax', data.locate(''), { reason: fault });
    return document;
  }
  const root = structuredClone(document);
  (ownArray(data.value, 'actions') ?? []).forEach((action, index) =>
    applyAction(root, action, data, joinPointer('/actions', index), report),
  );
  return root;
}

function overlayFault(value: JsonValue): string | undefined {
  if (!isObject(value)) return 'its root is no mapping';
  if (!/^1\.[01](?:\.|$)/.test(ownString(value, 'overlay') ?? '')) return '"overlay" must be a 1.x version string';
  const actions = own(value, 'actions');
  if (!Array.isArray(actions)) return '"actions" must be a list';
  const bad = actions.findIndex((action) => ownString(action, 'target') === undefined);
  return bad === -1 ? undefined : `action ${bad + 1} has no "target"`;
}

function applyAction(root: JsonObject, action: JsonValue, data: Data, pointer: string, report: Report): void {
  const target = ownString(action, 'target') ?? '$';
  const location = data.locate(pointer);
  const found = select(root, target, location, report);
  if (!found) return;
  if (found.length === 0) report.add('overlay/no-match', location, { target });
  // later members of a list first, so that removing one does not move the next
  const ordered = own(action, 'remove') === true ? found.toReversed() : found;
  for (const place of ordered) {
    if (own(action, 'remove') === true) remove(root, place);
    else update(root, place, own(action, 'update'), location);
  }
}

type Place = readonly (string | number)[];

function select(root: JsonObject, target: string, location: Location, report: Report): Place[] | undefined {
  try {
    return [...jsonpath.query(target, root)].map((node) => node.location);
  } catch (error) {
    report.add('overlay/syntax', location, {
      reason: `the target ${target} is no JSONPath: ${error instanceof Error ? error.message : String(error)}`,
    });
    return undefined;
  }
}

function valueAt(root: JsonValue, place: Place): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const step of place)
    value = typeof step === 'number' ? (Array.isArray(value) ? value[step] : undefined) : own(value, step);
  return value;
}

function remove(root: JsonObject, place: Place): void {
  const parent = valueAt(root, place.slice(0, -1));
  const last = place.at(-1);
  if (Array.isArray(parent) && typeof last === 'number') parent.splice(last, 1);
  else if (isObject(parent) && typeof last === 'string') delete parent[last];
}

function update(root: JsonObject, place: Place, change: JsonValue | undefined, location: Location): void {
  if (change === undefined) return;
  const target = valueAt(root, place);
  if (Array.isArray(target)) {
    target.push(structuredClone(change));
  } else if (isObject(target) && isObject(change)) {
    mergeInto(target, change);
    const evidence = ownArray(target, 'x-evidence') ?? [];
    target['x-evidence'] = [...evidence, evidenceText(location)];
  } else {
    const parent = valueAt(root, place.slice(0, -1));
    const last = place.at(-1);
    if (isObject(parent) && typeof last === 'string') setOwn(parent, last, structuredClone(change));
    else if (Array.isArray(parent) && typeof last === 'number') parent[last] = structuredClone(change);
  }
}

/** Overlay 1.0, section 4.4.3: objects merge, arrays are concatenated, anything else is replaced. */
function mergeInto(target: JsonObject, change: JsonObject): void {
  for (const [key, value] of Object.entries(change)) {
    const known = own(target, key);
    if (isObject(known) && isObject(value)) mergeInto(known, value);
    else if (Array.isArray(known) && Array.isArray(value)) setOwn(target, key, [...known, ...structuredClone(value)]);
    else setOwn(target, key, structuredClone(value));
  }
}
