import { own, ownObject, ownString, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import { isOctetType } from '../../base/octet-types.ts';
import { unique } from '../../base/order.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { factsOf } from './fact-tree.ts';

/** The media types that facts about a body name, in lower case; JSON where they name none, or a form for a body with files (`sent`). */
export function mediaTypes(evidence: readonly Evidence[], sent?: JsonObject): string[] {
  const stated = unique(factsOf(evidence, 'mediaType').map(({ fact }) => fact.mediaType.trim().toLowerCase()));
  if (stated.length > 0) return stated;
  return [Object.values(ownObject(sent, 'properties') ?? {}).some(isFile) ? 'multipart/form-data' : 'application/json'];
}

/**
 * The content of a body of some media types (OAS 3.1, section 4.8.14). Where nothing is said of what is in it, that of media types of octets
 * is octets, and that of texts is a text.
 */
export function contentOf(types: readonly string[], schema: JsonObject | undefined): JsonObject {
  const content: JsonObject = {};
  const isOpen = schema === undefined || Object.keys(schema).every((key) => key.startsWith('x-'));
  for (const type of types) {
    const known = isOpen ? typeOf(type) : undefined;
    const said = known ? { ...known, ...schema } : schema;
    setOwn(content, type, said ? { schema: said } : {});
  }
  return content;
}

/** What a body of a media type is by its name alone: octets, or text (RFC 2046, section 4.1); a stream of events is neither. */
function typeOf(mediaType: string): JsonObject | undefined {
  if (isOctetType(mediaType)) return { type: 'string', contentMediaType: mediaType };
  return /^(?:text\/(?!event-stream\b)|application\/xml\b)/i.test(mediaType) ? { type: 'string' } : undefined;
}

/** Whether a property is a file, or a list of files. */
function isFile(schema: JsonValue): boolean {
  return [schema, own(schema, 'items')].some((one) => ownString(one, 'format') === 'binary');
}
