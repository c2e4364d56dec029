import { isObject, own, ownArray, ownString, type JsonObject, type JsonValue } from '../base/json.ts';
import { localRefPointer, resolvePointer } from '../base/pointer.ts';
import type { BuildContext } from './context.ts';
import { keywordOf, type BoundKind } from './keywords.ts';
import type { Place } from './kinds.ts';
import { boundKinds, type TypeWord } from './values.ts';

/** `type: object` alone adds nothing where the combined schemas demand an object anyway. */
export function saysNothingMore(
  context: BuildContext,
  place: Place,
  types: readonly TypeWord[],
  bound: ReadonlySet<BoundKind>,
): boolean {
  if (types[0] !== 'object' || bound.has('object')) return false;
  const { type: _type, ...others } = place.raw;
  return demandsObject(context, others, new Set()) || branchesInherit(context, place.raw);
}

/** Whether each branch of the place's one union is an object or can be told to be one. */
function branchesInherit(context: BuildContext, raw: JsonObject): boolean {
  const branches = ownArray(raw, 'oneOf') ?? ownArray(raw, 'anyOf');
  if (!branches || branches.length === 0) return false;
  return branches.every((branch) => demandsObject(context, branch, new Set()) || isUntypedObject(branch));
}

/** Whether `raw` speaks of objects only, without saying `type: object` or combining other schemas. */
export function isUntypedObject(raw: JsonValue): raw is JsonObject {
  if (!isObject(raw)) return false;
  const combines = Object.keys(raw).some((name) => keywordOf(name)?.use === 'structure');
  return !combines && boundKinds(raw).has('object');
}

/** Whether every value of `raw` is surely an object. */
function demandsObject(context: BuildContext, raw: JsonValue, seen: Set<JsonValue>): boolean {
  if (!isObject(raw) || seen.has(raw)) return false;
  seen.add(raw);
  if (own(raw, 'type') === 'object') return true;
  const pointer = localRefPointer(ownString(raw, '$ref') ?? '');
  const target = pointer === undefined ? undefined : resolvePointer(context.spec, pointer);
  if (target !== undefined && demandsObject(context, target, seen)) return true;
  if (ownArray(raw, 'allOf')?.some((member) => demandsObject(context, member, seen))) return true;
  return [ownArray(raw, 'oneOf'), ownArray(raw, 'anyOf')].some(
    (branches) =>
      branches && branches.length > 0 && branches.every((branch) => demandsObject(context, branch, new Set(seen))),
  );
}
