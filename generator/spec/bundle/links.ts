import { type JsonObject } from '../../base/json.ts';
import { isMissing, locationOf, rootPlace, type Missing, type Place } from '../../base/library.ts';
import { localRefPointer, pointerTokens } from '../../base/pointer.ts';
import { isWebUri } from '../../base/uri.ts';
import { swagger2Sections, type BundleState, type Target } from './state.ts';

/** Makes `node[key]` refer to a target once it has its name. */
export function pointTo(node: JsonObject, key: string, target: Target, state: BundleState): void {
  const { place } = target;
  const isOwn = place.source === state.root && place.mark === undefined;
  if (isOwn && staysInPlace(place.pointer, state) && !state.placed.has(target.id)) {
    node[key] = localReference(place.pointer);
    return;
  }
  node[key] = ''; // keeps its place among the members
  state.targets.set(target.id, state.targets.get(target.id) ?? target);
  state.patches.push({ node, key, target });
}

/**
 * Whether a part of the root document can be referred to where it stands. What stands in no section of components, or is a
 * definition inside of a schema, gets a name of its own instead.
 */
export function staysInPlace(pointer: string, { isSwagger2 }: BundleState): boolean {
  const tokens = pointerTokens(pointer);
  if (['$defs', 'definitions'].includes(tokens.at(-2) ?? '') && tokens.length > 2) return false;
  const members = isSwagger2 ? ['paths', ...swagger2Sections] : ['paths', 'webhooks', 'components'];
  return members.includes(tokens[0] ?? '');
}

/**
 * What a reference means. One that leads nowhere in its own file, but somewhere in the root document, was written by somebody
 * who had the bundled description in mind.
 */
export function resolveReference(reference: string, place: Place, { library, root }: BundleState): Place | Missing {
  const found = library.resolve(reference, place);
  if (!isMissing(found) || place.source === root || localRefPointer(reference) === undefined) return found;
  const inRoot = library.resolve(reference, rootPlace(root));
  return isMissing(inRoot) ? found : inRoot;
}

/** A JSON Pointer as the fragment of a reference (RFC 6901, section 6). */
export function localReference(pointer: string): string {
  // half of a surrogate pair has no percent-encoding
  return `#${pointer.replaceAll(/\P{Cs}+/gu, encodeURI).replaceAll('#', '%23')}`;
}

/**
 * Tells that a reference leads nowhere (`spec/dangling-ref`), or to a web page that was not read (`spec/foreign-ref`); returns
 * a clause that says so.
 */
export function reportMissing(ref: string, { absent }: Missing, place: Place, state: BundleState): string {
  const isForeign = absent.some(isWebUri);
  state.report.add(isForeign ? 'spec/foreign-ref' : 'spec/dangling-ref', locationOf(place), { ref });
  return isForeign ? 'leads out of the document' : 'leads nowhere';
}
