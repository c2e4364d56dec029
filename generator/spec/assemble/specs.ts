import type { Data } from '../../base/data.ts';
import type { Report } from '../../base/diagnostic.ts';
import { isObject, own, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { createLibrary, type Library } from '../../base/library.ts';
import type { Source } from '../../base/source.ts';
import type { Location } from '../../base/location.ts';
import { localRefPointer, resolvePointer } from '../../base/pointer.ts';
import { bundle } from '../bundle/index.ts';
import { toOpenApi31 } from '../dialects/index.ts';
import { placeOf } from '../rules/rule.ts';
import type { Stated } from './fact-tree.ts';
import { separate } from './separate.ts';
import { uniteDocuments } from './unite.ts';

type SpecFact = Stated<{ kind: 'spec'; data: Data; file?: string; isSlice?: true; uri: string }>;
type PartFact = Stated<{ kind: 'part'; data: Data; uri: string }>;

/**
 * Unites OpenAPI documents and slices of them into one, in the order given: operations and components of later ones are
 * added. Each is first bundled with what it refers to in other documents and `parts`, where every object that says
 * something gets `x-evidence`, and brought into the shape of OpenAPI 3.1. What two slices define differently keeps its first form
 * (`merge/conflict`, `spec/duplicate-operation`); whole documents keep what they mean by other names, see `separate`. Gives `spec/not-openapi` for a document that is no description or of a
 * version that is not read. Returns undefined where there is none.
 */
export function mergeSpecs(
  facts: readonly SpecFact[],
  parts: readonly PartFact[],
  report: Report,
): JsonObject | undefined {
  const library = createLibrary();
  for (const { fact } of parts) library.add({ uri: fact.uri, data: fact.data });
  const sources = facts.map(({ fact }) => addSource(fact, library));
  let merged: JsonObject | undefined;
  for (const [index, source] of sources.entries()) {
    const isSlice = facts[index]?.fact.isSlice ?? false;
    const upgraded = upgrade(source, library, report);
    if (upgraded === undefined) continue;
    const locate = (pointer: string): Location => {
      const part = resolvePointer(upgraded, pointer);
      return (isObject(part) ? placeOf(part) : undefined) ?? source.data.locate('');
    };
    if (merged === undefined) {
      merged = upgraded;
      continue;
    }
    const file = source.data.locate('').document;
    const other = isSlice ? upgraded : separate(merged, upgraded, file, { locate, report });
    merged = uniteDocuments({ base: merged, other, role: 'spec' }, locate, report);
  }
  if (merged && facts.length > 1) dropPlaces(merged, merged);
  return merged;
}

/** Several slices of one page each get a URI of their own, against which references resolve in the same way. */
function addSource({ data, uri }: SpecFact['fact'], library: Library): Source {
  let own = uri;
  for (let count = 2; library.source(own) !== undefined; count += 1) own = `${uri}?slice=${count}`;
  const source = { uri: own, data };
  library.add(source);
  return source;
}

function upgrade(source: Source, library: Library, report: Report): JsonObject | undefined {
  const { data } = source;
  const fault = faultOf(data.value);
  if (fault !== undefined) {
    report.add('spec/not-openapi', data.locate(''), { reason: fault });
    return undefined;
  }
  const { document, locate } = bundle(source, library, report);
  return toOpenApi31(document, { report, locate });
}

function faultOf(root: JsonValue): string | undefined {
  if (!isObject(root)) return 'its root is no mapping';
  const paths = own(root, 'paths');
  return paths !== undefined && !isObject(paths) ? '"paths" is no mapping' : undefined;
}

/**
 * A reference that leads nowhere in its own document says where it stands; where another document brought along what it
 * means, that is not worth saying.
 */
function dropPlaces(value: JsonValue, root: JsonObject): void {
  if (Array.isArray(value)) {
    for (const item of value) dropPlaces(item, root);
    return;
  }
  if (!isObject(value)) return;
  const pointer = localRefPointer(ownString(value, '$ref') ?? '');
  if (pointer !== undefined && resolvePointer(root, pointer) !== undefined) delete value['x-evidence'];
  for (const member of Object.values(value)) dropPlaces(member, root);
}
