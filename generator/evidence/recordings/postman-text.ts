import { ownString, type JsonValue } from '../../base/json.ts';
import type { Location } from '../../base/location.ts';

/** What all requests of a collection share. */
export interface Collection {
  locate(pointer: string): Location;
  /** Variables that the collection declares, with their values. */
  readonly variables: ReadonlyMap<string, string>;
}

/** A description: a text, or an object with the text and its media type (Postman collection 2.1, `description`). */
export function textOf(node: JsonValue | undefined): string | undefined {
  const text = typeof node === 'string' ? node : ownString(node, 'content');
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}
