import { own, ownArray, ownObject, ownString, setOwn, type JsonObject } from '../../base/json.ts';
import { isMissing, type Missing, type Place } from '../../base/library.ts';
import { joinPointer } from '../../base/pointer.ts';
import { isBareName } from '../../base/references.ts';
import { pointTo, reportMissing, resolveReference } from './links.ts';
import { naturalName } from './names.ts';
import { targetOf, type BundleState, type Target } from './state.ts';
import { followAliases } from './targets.ts';

/** Makes the values of a copied `discriminator.mapping` refer to parts of the bundle (OAS 3.1, section 4.8.25). */
export function copyMapping(discriminator: JsonObject, place: Place, state: BundleState): void {
  const mapping = ownObject(discriminator, 'mapping') ?? {};
  for (const [value, text] of Object.entries(mapping)) {
    if (typeof text !== 'string' || (place.source === state.root && staysAsItIs(text, place))) continue;
    const named = findNamed(text, place, state);
    const found = named ?? (isBareName(text) ? undefined : resolveReference(text, place, state));
    if (found === undefined) continue;
    if (isMissing(found)) {
      reportMissing(text, found, place, state);
      delete mapping[value];
    } else {
      pointTo(mapping, value, targetOf(followAliases(found, 'schema', state) ?? found, 'schema'), state);
    }
  }
}

/** A name of the root document's own, or a pointer into it: whoever reads the bundle finds both. */
function staysAsItIs(text: string, place: Place): boolean {
  if (text.startsWith('#/') && place.base === place.source.uri) return true;
  return own(ownObject(ownObject(place.source.data.value, 'components'), 'schemas'), text) !== undefined;
}

/** What a bare name means in a document that defines schemas itself. */
function findNamed(name: string, place: Place, state: BundleState): Place | undefined {
  for (const section of ['/components/schemas', '/definitions', '/$defs']) {
    const reference = `#${joinPointer(section, name)}`;
    const found: Place | Missing = state.library.resolve(reference, { ...place, base: place.source.uri });
    if (!isMissing(found)) return found;
  }
  return undefined;
}

/**
 * A branch without an entry in the mapping is told by its name in its own document. Where it is called otherwise in the
 * bundle (`renamed`), the mapping says what the name was.
 */
export function keepImpliedNames(
  unions: readonly JsonObject[],
  targets: ReadonlyMap<JsonObject, Target>,
  renamed: ReadonlySet<string>,
): void {
  for (const union of unions) {
    const discriminator = ownObject(union, 'discriminator');
    if (discriminator === undefined) continue;
    const mapping: JsonObject = { ...ownObject(discriminator, 'mapping') };
    const mapped = new Set(Object.values(mapping));
    for (const branch of [...(ownArray(union, 'oneOf') ?? []), ...(ownArray(union, 'anyOf') ?? [])]) {
      const target = typeof branch === 'object' && branch !== null ? targets.get(branch as JsonObject) : undefined;
      const reference = ownString(branch, '$ref');
      if (target === undefined || reference === undefined || !renamed.has(target.id) || mapped.has(reference)) continue;
      const name = naturalName(target.place);
      if (!Object.hasOwn(mapping, name)) setOwn(mapping, name, reference);
      discriminator['mapping'] = mapping;
    }
  }
}
