import { isObject, mapObject, type JsonValue } from '../../base/json.ts';
import { isMissing, step, type Place } from '../../base/library.ts';
import { isDataFile } from '../../base/references.ts';
import type { Source } from '../../base/source.ts';
import type { BundleState } from './state.ts';

/**
 * Data as it is, with the content of another file where nothing but a reference to that file stands (`isDataFile`): after
 * bundling its path would mean nothing. What is not there, leads out of the input's root or back to where it stands, or
 * is too much, stays as it is. `open` holds the files that the data stands in.
 */
export function copyData(place: Place, state: BundleState, open: ReadonlySet<Source> = new Set()): JsonValue {
  return holdsDataFile(place.value) ? replaceFiles(place, state, open) : place.value;
}

function replaceFiles(place: Place, state: BundleState, open: ReadonlySet<Source>): JsonValue {
  const { value } = place;
  if (isDataFile(value)) {
    const found = state.library.resolve(value.$ref, place);
    state.budget -= 1;
    if (isMissing(found) || open.has(found.source) || state.budget <= 0) return value;
    return copyData(found, state, new Set([...open, found.source]));
  }
  const copyMember = (member: JsonValue, key: string): JsonValue => {
    const inner = step(place, key);
    return inner ? replaceFiles(inner, state, open) : member;
  };
  if (Array.isArray(value)) return value.map((item, index) => copyMember(item, String(index)));
  return isObject(value) ? mapObject(value, copyMember) : value;
}

function holdsDataFile(value: JsonValue): boolean {
  if (isDataFile(value)) return true;
  if (Array.isArray(value)) return value.some(holdsDataFile);
  return isObject(value) && Object.values(value).some(holdsDataFile);
}
