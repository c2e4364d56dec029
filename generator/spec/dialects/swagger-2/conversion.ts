import { ownArray, stringsOf, type JsonObject, type JsonValue } from '../../../base/json.ts';
import { unique } from '../../../base/order.ts';
import type { DialectContext } from '../dialect.ts';
import type { Moves } from '../moves.ts';

/** A conversion of a Swagger 2.0 document under way. */
export interface Swagger extends DialectContext {
  readonly root: JsonObject;
  readonly moves: Moves;
  /** What the root says of all operations. */
  readonly media: MediaTypes;
  readonly servers: JsonValue[];
}

/** The media types that bodies are sent and answered in. */
export interface MediaTypes {
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
}

/**
 * `consumes` and `produces` of an operation, which replace those of the root (Swagger 2.0, Operation Object; an empty
 * list clears them), or those of the root itself. Words such as `json` are read as `application/json`.
 */
export function mediaTypesOf(holder: JsonObject, outer: MediaTypes): MediaTypes {
  return {
    consumes: listed(holder, 'consumes') ?? outer.consumes,
    produces: listed(holder, 'produces') ?? outer.produces,
  };
}

function listed(holder: JsonObject, key: string): string[] | undefined {
  const value = holder[key];
  if (typeof value === 'string') return [mediaType(value)];
  if (!ownArray(holder, key)) return undefined;
  return unique(stringsOf(value).map(mediaType)).filter((type) => type !== '');
}

function mediaType(text: string): string {
  const type = text.trim();
  return /^[a-z]+$/i.test(type) ? `application/${type.toLowerCase()}` : type;
}

/** What a body without a stated media type is taken to be: Swagger 2.0 describes bodies by JSON Schema. */
export const unstated = 'application/json';

/** Reports a part that breaks Swagger 2.0 and is left out (`spec/malformed`). */
export function leaveOut(swagger: DialectContext, pointer: string, what: string, reason: string): void {
  swagger.report.add('spec/malformed', swagger.locate(pointer), { what, reason });
}
