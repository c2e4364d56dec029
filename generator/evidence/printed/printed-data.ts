import type { Data } from '../../base/data.ts';
import { isObject, type JsonObject, type JsonValue } from '../../base/json.ts';
import type { Location } from '../../base/location.ts';
import { childOf, pointerTokens } from '../../base/pointer.ts';

/**
 * An OpenAPI description that a page prints part by part, while it is put together again: plain JSON, and for each object
 * in it the lines it was read from.
 */
export interface PrintedDescription {
  readonly value: JsonObject;
  readonly places: WeakMap<object, Location>;
}

/** A description of nothing yet, which stands at `location`. */
export function startDescription(location: Location): PrintedDescription {
  const info = { title: 'API', version: '0.0.0', 'x-uncertain': ['no title and no version are stated'] };
  const value: JsonObject = { openapi: '3.1.0', info, paths: {} };
  const places = new WeakMap<object, Location>([[value, location]]);
  return { value, places };
}

/** Notes where `object` was read, and returns it. */
export function placed<T extends JsonObject>(
  description: Pick<PrintedDescription, 'places'>,
  object: T,
  location: Location,
): T {
  description.places.set(object, location);
  return object;
}

/** The description as data whose parts know their lines: those of the nearest object around a part that has some. */
export function printedData({ value, places }: PrintedDescription): Data {
  return {
    value,
    locate(pointer) {
      let found = places.get(value);
      let current: JsonValue | undefined = value;
      for (const token of pointerTokens(pointer)) {
        current = childOf(current, token);
        if (current === undefined) break;
        if (isObject(current)) found = places.get(current) ?? found;
      }
      return found ?? { document: '', line: 1 };
    },
  };
}
