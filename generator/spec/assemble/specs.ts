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
 * (`merge/conflict`, `spec/duplicate-operation`), where they do not say that they were cut from different files; those and whole documents keep what they mean by other names, see `separate`. Gives `spec/not-openapi` for a document that is no description or of a
 * version that is not read. Returns undefined where there is none.
 */
export function mergeSpecs(
  facts: readonly SpecFact[],
  parts: readonly PartFact[],
  report: Report,
): JsonObject | undefined {
  const library = createLibrary();
  for (const { fact } of parts) library.add({ uri: fact.uri, data: fact.data });
  // all of them first, for they may refer to each other
  const sources = new Map(facts.map((one) => [one, addSource(one.fact, library)]));
  let merged: JsonObject | undefined;
  let slices = 0;
  for (const group of fileGroups(facts)) {
    const united = uniteGroup(group, sources, library, report);
    if (!united) continue;
    const { document, origin } = united;
    const isSlice = group[0]?.fact.isSlice ?? false;
    if (merged === undefined) merged = document;
    else {
      const locate = locateIn(document, origin);
      const file = group[0]?.fact.file ?? origin.document;
      // slices of no stated file may be of any
      const isSame = isSlice && (slices === 0 || group[0]?.fact.file === undefined);
      const other: JsonObject = isSame ? document : separate(merged, document, file, { locate, report });
      merged = uniteDocuments({ base: merged, other, role: 'spec' }, locate, report);
    }
    if (isSlice && group[0]?.fact.file !== undefined) slices += 1;
  }
  if (merged && facts.length > 1) dropPlaces(merged, merged);
  return merged;
}

/** Slices that say the same file were cut from one description; everything else stands for itself. */
function fileGroups(facts: readonly SpecFact[]): SpecFact[][] {
  const groups: SpecFact[][] = [];
  const byFile = new Map<string, SpecFact[]>();
  for (const one of facts) {
    const { file, isSlice } = one.fact;
    const key = isSlice && file !== undefined ? file.replace(/^\.?\//, '') : undefined;
    const known = key === undefined ? undefined : byFile.get(key);
    if (known) known.push(one);
    else {
      const group = [one];
      groups.push(group);
      if (key !== undefined) byFile.set(key, group);
    }
  }
  return groups;
}

/** The descriptions of one group as one, and where the first of them stands. */
function uniteGroup(
  group: readonly SpecFact[],
  sources: ReadonlyMap<SpecFact, Source>,
  library: Library,
  report: Report,
): { readonly document: JsonObject; readonly origin: Location } | undefined {
  let united: { readonly document: JsonObject; readonly origin: Location } | undefined;
  for (const one of group) {
    const source = sources.get(one);
    const document = source && upgrade(source, library, report);
    const origin = one.fact.data.locate('');
    if (document === undefined) continue;
    if (!united) united = { document, origin };
    else {
      const locate = locateIn(document, origin);
      const documents = { base: united.document, other: document, role: 'spec' } as const;
      united = { document: uniteDocuments(documents, locate, report), origin: united.origin };
    }
  }
  return united;
}

function locateIn(document: JsonObject, origin: Location): (pointer: string) => Location {
  return (pointer) => {
    const part = resolvePointer(document, pointer);
    return (isObject(part) ? placeOf(part) : undefined) ?? origin;
  };
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
