import { isObject, ownString } from '../../base/json.ts';
import { isMissing, type Place } from '../../base/library.ts';
import type { Kind } from '../../base/openapi-shape.ts';
import { isReferenceAlone } from '../../base/schema-dialect.ts';
import { resolveReference } from './links.ts';
import type { BundleState } from './state.ts';

/** Members that say nothing about the values a schema allows. */
const silentSiblings: ReadonlySet<string> = new Set(['$ref', '$schema', '$id', '$comment', '$defs', 'definitions']);

/** Whether a part says nothing but where its content stands. */
export function isAlias({ value, dialect }: Place, kind: Kind): boolean {
  if (!isObject(value) || ownString(value, '$ref') === undefined) return false;
  if (kind === 'schema') {
    return isReferenceAlone(dialect) || Object.keys(value).every((key) => silentSiblings.has(key));
  }
  return Object.keys(value).every((key) => key === '$ref');
}

/** Longer chains of references are circles. */
const maxSteps = 100;

/**
 * The part that a part stands for, where it only refers to another one; the last one of the chain that is there.
 * Undefined where the chain is a circle.
 */
export function followAliases(start: Place, kind: Kind, state: BundleState): Place | undefined {
  let place = start;
  for (let steps = 0; steps < maxSteps; steps += 1) {
    if (!isAlias(place, kind)) return place;
    const found = resolveReference(ownString(place.value, '$ref') ?? '', place, state);
    if (isMissing(found)) return place;
    place = found;
  }
  return undefined;
}
