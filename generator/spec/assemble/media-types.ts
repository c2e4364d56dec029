import { own, ownObject, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { unique } from '../../base/order.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { factsOf } from './fact-tree.ts';

/** The media types that facts about a body name, in lower case; JSON where they name none, or a form for a body with files (`sent`). */
export function mediaTypes(evidence: readonly Evidence[], sent?: JsonObject): string[] {
  const stated = unique(factsOf(evidence, 'mediaType').map(({ fact }) => fact.mediaType.trim().toLowerCase()));
  if (stated.length > 0) return stated;
  return [Object.values(ownObject(sent, 'properties') ?? {}).some(isFile) ? 'multipart/form-data' : 'application/json'];
}

/** Whether a property is a file, or a list of files. */
function isFile(schema: JsonValue): boolean {
  return [schema, own(schema, 'items')].some((one) => ownString(one, 'format') === 'binary');
}
