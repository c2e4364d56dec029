import type { Data } from './data.ts';
import { isObject, ownString, type JsonValue } from './json.ts';
import { resolveUri } from './uri.ts';

/** A document among those that refer to each other. */
export interface Source {
  readonly uri: string;
  readonly data: Data;
}

/** The base URI within a value: its own `$id` resolved against `base`, else `base`. */
export function ownBase(value: JsonValue, base: string, source: Source): string {
  const id = identifier(value, source);
  return id === undefined ? base : (resolveUri(id, base) ?? base);
}

/** `$id`, the `$self` of a document, or the `id` of a schema in draft 4; an `$id` that is only a fragment names no resource. */
function identifier(value: JsonValue, source: Source): string | undefined {
  if (!isObject(value)) return undefined;
  const id = ownString(value, '$id') ?? (value === source.data.value ? ownString(value, '$self') : undefined);
  const found = id ?? (hasDraft4Ids(source) ? ownString(value, 'id') : undefined);
  return found === undefined || found === '' || found.startsWith('#') ? undefined : found;
}

/** Whether schemas of the document are named by `id`, as JSON Schema had it until draft 4. */
export function hasDraft4Ids(source: Source): boolean {
  return /draft-0[34]\//.test(ownString(source.data.value, '$schema') ?? '');
}

/** Whether the document is written for a draft of JSON Schema in which nothing counts beside a `$ref` (drafts 3 to 7). */
export function ignoresSiblings(source: Source): boolean {
  return /draft-0[34567]\//.test(ownString(source.data.value, '$schema') ?? '');
}
