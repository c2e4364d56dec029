import { isObject, own, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../base/json.ts';
import { localRefPointer, resolvePointer } from '../base/pointer.ts';
import { hasPartsInOrder, isEventStream, isSequence } from '../base/sequences.ts';
import type { Spec } from './openapi.ts';
import { visitObjects } from './walk.ts';

/**
 * A normalized spec in which the schema of an answer in a sequential media type (OAS 3.2, section 4.14.1.2) is that of one
 * item: its `itemSchema`; without one, the items of a `schema` that is a list, or the `schema` itself, as documents of
 * earlier versions write it. An item of `text/event-stream` is an event, and what earlier versions describe is its `data`.
 * How `data` is read is said as `x-event-data`, what ends a stream as `x-event-end`. The same for what requests carry, which
 * is marked with `x-items`; where they have no `itemSchema`, a text stays one. The spec itself, where nothing is such.
 */
export function itemsOfStreams(spec: Spec): Spec {
  if (!holdsSequence(spec)) return spec;
  const copy = structuredClone(spec);
  visitObjects(copy, 'response', (response) => {
    for (const [mediaType, media] of Object.entries(ownObject(response, 'content') ?? {})) {
      if (!isSequence(mediaType) || !isObject(media)) continue;
      if (isEventStream(mediaType)) describeEvents(copy, media);
      else describeItems(copy, media);
    }
  });
  visitObjects(copy, 'requestBody', (body) => {
    for (const [mediaType, media] of Object.entries(ownObject(body, 'content') ?? {})) {
      if (!isObject(media) || !hasItems(copy, mediaType, media)) continue;
      if (isEventStream(mediaType)) describeEvents(copy, media);
      else describeItems(copy, media);
      media['x-items'] = true;
    }
  });
  return copy;
}

/** Whether what a request carries is said item by item: what earlier versions say of a text may be said of all of it. */
function hasItems(spec: Spec, mediaType: string, media: JsonObject): boolean {
  const item = own(media, 'x-oas-itemSchema');
  if (hasPartsInOrder(mediaType)) return item !== undefined;
  if (!isSequence(mediaType)) return false;
  const schema = resolved(spec, item ?? own(media, 'schema'));
  return (
    item !== undefined || (schema !== undefined && own(schema, 'type') !== 'string' && Object.keys(schema).length > 0)
  );
}

function holdsSequence(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.some(holdsSequence);
  if (!isObject(value)) return false;
  return Object.entries(value).some(
    ([key, member]) =>
      // the walk goes through all of the description, most of whose names are no media types
      (key.includes('/') &&
        (isSequence(key) || (hasPartsInOrder(key) && own(member, 'x-oas-itemSchema') !== undefined))) ||
      (typeof member === 'object' && holdsSequence(member)),
  );
}

function describeItems(spec: Spec, media: JsonObject): void {
  const schema = own(media, 'schema');
  const list = resolved(spec, schema);
  const item = own(media, 'x-oas-itemSchema') ?? (own(list, 'type') === 'array' ? own(list, 'items') : schema);
  if (item === undefined) delete media['schema'];
  else media['schema'] = item;
}

function describeEvents(spec: Spec, media: JsonObject): void {
  const item = own(media, 'x-oas-itemSchema');
  const end = endOf(media);
  if (end !== undefined) media['x-event-end'] = end;
  if (item !== undefined) {
    const found = new Set<string>();
    media['schema'] = eventSchema(spec, item, found, 0);
    media['x-event-data'] = found.size > 1 ? 'any' : ([...found][0] ?? 'text');
    return;
  }
  const data = own(media, 'schema');
  const isText = data === undefined || own(resolved(spec, data), 'type') === 'string';
  media['x-event-data'] = isText ? 'text' : 'json';
  media['schema'] = {
    type: 'object',
    required: ['data'],
    properties: {
      data: isText ? { type: 'string' } : (data ?? true),
      event: { type: 'string' },
      id: { type: 'string' },
      retry: { type: 'integer' },
    },
  };
}

/** The `data` that ends a stream without being an event: said by us, or by the extensions of others. */
function endOf(media: JsonObject): string | undefined {
  return ownString(media, 'x-event-end') ?? ownString(media, 'x-speakeasy-sse-sentinel');
}

/** An event whose `data` is JSON (`contentMediaType`, JSON Schema Validation 2020-12, section 8.4) has what that holds. */
function eventSchema(spec: Spec, schema: JsonValue, found: Set<string>, depth: number): JsonValue {
  const target = resolved(spec, schema);
  if (!target || depth > 8) return schema;
  const copy: JsonObject = { ...target };
  for (const keyword of ['oneOf', 'anyOf', 'allOf']) {
    const parts = ownArray(copy, keyword);
    if (parts) copy[keyword] = parts.map((part) => eventSchema(spec, part, found, depth + 1));
  }
  const properties = ownObject(copy, 'properties');
  const data = resolved(spec, own(properties, 'data'));
  if (!properties || !data) return copy;
  const isJson = /^application\/(?:[\w.+-]+\+)?json$/i.test(ownString(data, 'contentMediaType') ?? '');
  found.add(isJson ? 'json' : 'text');
  return isJson ? { ...copy, properties: { ...properties, data: own(data, 'contentSchema') ?? true } } : copy;
}

function resolved(spec: Spec, schema: JsonValue | undefined): JsonObject | undefined {
  let current = schema;
  for (let steps = 0; steps < 20 && isObject(current); steps += 1) {
    const ref = ownString(current, '$ref');
    if (ref === undefined) return current;
    const pointer = localRefPointer(ref);
    current = pointer === undefined ? undefined : resolvePointer(spec, pointer);
  }
  return undefined;
}
