import type { Data } from '../../base/data.ts';
import type { Report } from '../../base/diagnostic.ts';
import { isObject, mapObject, own, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { evidenceText } from '../../base/location.ts';
import { joinPointer } from '../../base/pointer.ts';
import type { Stated } from './fact-tree.ts';
import { uniteDocuments } from './unite.ts';

type SpecFact = Stated<{ kind: 'spec'; data: Data; file?: string }>;

/**
 * Unites OpenAPI 3 documents and slices of them into one, in the order given: operations and components of later ones
 * are added. What two define differently keeps its first form (`merge/conflict`, `spec/duplicate-operation`). Every
 * object that says something gets `x-evidence`. Anything but OpenAPI 3.0 or 3.1 is reported as `spec/not-openapi`.
 * Returns undefined where there is none.
 */
export function mergeSpecs(facts: readonly SpecFact[], report: Report): JsonObject | undefined {
  let merged: JsonObject | undefined;
  for (const { fact, evidence } of facts) {
    const root = fact.data.value;
    const fault = notOpenApi(root);
    if (fault !== undefined || !isObject(root)) {
      report.add('spec/not-openapi', evidence.location, { reason: fault ?? 'its root is no mapping' });
      continue;
    }
    const annotated = withEvidence(root, fact.data);
    merged = merged
      ? uniteDocuments({ base: merged, other: annotated, role: 'spec' }, fact.data.locate, report)
      : annotated;
  }
  return merged;
}

function notOpenApi(root: JsonValue): string | undefined {
  if (!isObject(root)) return 'its root is no mapping';
  if (ownString(root, 'swagger') !== undefined) return `Swagger ${ownString(root, 'swagger')} is not read yet`;
  const version = ownString(root, 'openapi');
  if (version === undefined) return 'it has no "openapi" version string';
  if (!/^3\.[01](?:\.|$)/.test(version)) return `version ${version} is not read`;
  const paths = own(root, 'paths');
  return paths !== undefined && !isObject(paths) ? '"paths" is no mapping' : undefined;
}

/** Members whose values are data, not parts of the description. */
const opaque: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum', 'const', 'security']);
/** Members that are maps: their values get evidence, they themselves do not. */
const maps: ReadonlySet<string> = new Set(
  `properties patternProperties $defs dependentSchemas schemas responses parameters requestBodies headers
  securitySchemes links pathItems paths webhooks content encoding mapping variables flows scopes`.split(/\s+/),
);
/** Members that are maps of maps. */
const mapsOfMaps: ReadonlySet<string> = new Set(['components', 'callbacks']);
/** Members whose object says too little to be worth a line of its own. */
const silent: ReadonlySet<string> = new Set(['schema', 'xml', 'externalDocs', 'contact', 'license', 'discriminator']);

/** A copy in which each object that is more than a reference says at which lines it stands. */
function withEvidence(root: JsonObject, data: Data): JsonObject {
  return annotate(root, '', 'silent') as JsonObject;

  function annotate(value: JsonValue, pointer: string, role: Role): JsonValue {
    if (Array.isArray(value)) return value.map((item, index) => annotate(item, joinPointer(pointer, index), 'part'));
    if (!isObject(value)) return value;
    const copy = mapObject(value, (member, key) => {
      const next = memberRole(role, key);
      return next === 'opaque' ? member : annotate(member, joinPointer(pointer, key), next);
    });
    const bare = typeof copy['$ref'] === 'string' || Object.keys(copy).length === 0;
    if (role === 'part' && !bare) copy['x-evidence'] = [evidenceText(data.locate(pointer))];
    return copy;
  }
}

/** What an object is: a part that says something, one too small for evidence, names to parts, names to names to parts, or data. */
type Role = 'part' | 'silent' | 'map' | 'mapOfMaps' | 'opaque';

function memberRole(role: Role, key: string): Role {
  if (role === 'map') return 'part';
  if (role === 'mapOfMaps') return 'map';
  if (opaque.has(key) || key.startsWith('x-')) return 'opaque';
  if (maps.has(key)) return 'map';
  if (mapsOfMaps.has(key)) return 'mapOfMaps';
  return silent.has(key) ? 'silent' : 'part';
}
