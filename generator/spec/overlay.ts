import { jsonpath } from 'json-p3';
import { isDataFailure, parseData, type Data } from '../base/data.ts';
import type { Report } from '../base/diagnostic.ts';
import { isObject, own, ownArray, ownString, setOwn, type JsonObject, type JsonValue } from '../base/json.ts';
import { evidenceText, type Location } from '../base/location.ts';
import { joinPointer } from '../base/pointer.ts';
import { actionsOf, overlayFault, type OverlayAction } from './overlay-file.ts';
import { shapeAt } from './shape-at.ts';

// The only import of json-p3.

/** The text of an overlay and where it comes from. */
export interface OverlayText {
  readonly path: string;
  readonly text: string;
}

/**
 * Applies an OpenAPI Overlay (Overlay Specification 1.0, 1.1 and 1.2: `update`, `copy` and `remove` actions in their
 * order, targets as JSONPath, RFC 9535) to a copy of `document`. What an action changes gets the action's line as
 * evidence. A file that is no overlay is reported as `overlay/syntax`, a target that selects nothing as
 * `overlay/no-match`, and an action whose value does not fit what it selects, or that copies not exactly one value, as
 * `overlay/mismatch`; such an action changes nothing.
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
  // 1.0 appends whatever stands there as one item, and replaces what cannot be merged
  const strict = !(ownString(data.value, 'overlay') ?? '').startsWith('1.0.');
  actionsOf(data.value).forEach((action, index) =>
    applyAction({ root, action, strict, location: locationOf(data, index), report }),
  );
  return root;
}

function locationOf(data: Data, index: number): Location {
  return data.locate(joinPointer('/actions', index));
}

interface Application {
  readonly root: JsonObject;
  readonly action: OverlayAction;
  readonly strict: boolean;
  readonly location: Location;
  readonly report: Report;
}

function applyAction(application: Application): void {
  const { root, action, location, report } = application;
  const found = select(application, action.target);
  if (!found) return;
  if (found.length === 0) report.add('overlay/no-match', location, { target: action.target });
  if (action.remove) {
    // later members of a list first, so that removing one does not move the next
    for (const place of found.toReversed()) remove(root, place);
    return;
  }
  const change = changeOf(application);
  if (change === undefined) return;
  const reason = application.strict ? misfit(root, found, change) : undefined;
  if (reason !== undefined) report.add('overlay/mismatch', location, { target: action.target, reason });
  else for (const place of found) update(application, place, change);
}

/** What an action merges: the value of `update`, or the one value that `copy` selects. */
function changeOf(application: Application): JsonValue | undefined {
  const { action, location, report, root } = application;
  if (action.copy === undefined) return action.update;
  const fail = (reason: string): undefined => {
    report.add('overlay/mismatch', location, { target: action.target, reason });
    return undefined;
  };
  if (action.update !== undefined) return fail('it has "update" beside "copy", and either excludes the other');
  const sources = select(application, action.copy);
  if (!sources) return undefined;
  const [source] = sources;
  if (sources.length !== 1 || source === undefined) return fail(`"copy" selects ${sources.length} values, not one`);
  return structuredClone(valueAt(root, source));
}

type Place = readonly (string | number)[];

function select({ root, location, report }: Application, query: string): Place[] | undefined {
  try {
    const places = [...jsonpath.query(query, root)].map((node) => node.location);
    const seen = new Set<string>();
    return places.filter((place) => {
      const isNew = !seen.has(JSON.stringify(place));
      seen.add(JSON.stringify(place));
      return isNew;
    });
  } catch (error) {
    report.add('overlay/syntax', location, {
      reason: `${query} is no JSONPath: ${error instanceof Error ? error.message : String(error)}`,
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

type Kind = 'an object' | 'a list' | 'a plain value';

function kindOf(value: JsonValue | undefined): Kind {
  return Array.isArray(value) ? 'a list' : isObject(value) ? 'an object' : 'a plain value';
}

/** Overlay 1.1, section 4.4.3.1: why a change cannot be made to all that is selected, as a clause. */
function misfit(root: JsonObject, places: readonly Place[], change: JsonValue): string | undefined {
  const kinds = new Set(places.map((place) => kindOf(valueAt(root, place))));
  if (kinds.size > 1) return `it selects ${[...kinds].join(' and ')}`;
  const [kind] = kinds;
  if (kind !== undefined && kind !== 'a list' && kind !== kindOf(change))
    return `it selects ${kind}, and is given ${kindOf(change)}`;
  for (const place of kind === 'an object' ? places : []) {
    const clash = clashOf(valueAt(root, place), change);
    if (clash !== undefined) return clash;
  }
  return undefined;
}

function clashOf(target: JsonValue | undefined, change: JsonValue): string | undefined {
  if (!isObject(target) || !isObject(change)) return undefined;
  for (const [key, value] of Object.entries(change)) {
    const known = own(target, key);
    // nothing behind a name, as in YAML, asks for nothing
    if (known === undefined || (value === null && kindOf(known) !== 'a plain value')) continue;
    if (kindOf(known) !== kindOf(value)) return `"${key}" is ${kindOf(known)}, and is given ${kindOf(value)}`;
    const inner = clashOf(known, value);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function update({ root, strict, location }: Application, place: Place, change: JsonValue): void {
  const target = valueAt(root, place);
  if (Array.isArray(target)) {
    for (const item of structuredClone(strict && Array.isArray(change) ? change : [change])) target.push(item);
  } else if (isObject(target) && isObject(change)) {
    mergeInto(target, change, strict);
    if (takesEvidence(place))
      target['x-evidence'] = [...(ownArray(target, 'x-evidence') ?? []), evidenceText(location)];
  } else {
    const parent = valueAt(root, place.slice(0, -1));
    const last = place.at(-1);
    if (isObject(parent) && typeof last === 'string') setOwn(parent, last, structuredClone(change));
    else if (Array.isArray(parent) && typeof last === 'number') parent[last] = structuredClone(change);
  }
}

/** Whether what stands at a place says something itself: it is no map of names, and no data. */
function takesEvidence(place: Place): boolean {
  const shape = shapeAt(place);
  return (
    shape?.kind === 'schema' ||
    (shape?.kind === 'object' && !['paths', 'responses', 'securityRequirement'].includes(shape.name))
  );
}

/** Overlay 1.1, section 4.4.3.1: objects merge, arrays are concatenated, plain values are replaced. */
function mergeInto(target: JsonObject, change: JsonObject, strict: boolean): void {
  for (const [key, value] of Object.entries(change)) {
    const known = own(target, key);
    if (isObject(known) && isObject(value)) mergeInto(known, value, strict);
    else if (Array.isArray(known) && Array.isArray(value)) setOwn(target, key, [...known, ...structuredClone(value)]);
    else if (!strict || value !== null || kindOf(known) === 'a plain value')
      setOwn(target, key, structuredClone(value));
  }
}
