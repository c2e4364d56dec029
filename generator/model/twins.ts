import { isObject, own, ownObject, ownString, type JsonValue } from '../base/json.ts';
import { joinPointer, pointerTokens } from '../base/pointer.ts';
import type { NamedSchema, Schema } from './model.ts';
import { mapChildren } from './walk.ts';

// A component that requests and responses carry differently has a twin for requests, which no document knows of:
// what is said about the twin is said at the place of the component it was made of.

/** The pointer in the printed spec of what stands at `pointer`. */
export function printedPointer(spec: JsonValue, pointer: string): string {
  if (!pointer.startsWith('/components/schemas/')) return pointer;
  const [, , key = '', ...rest] = pointerTokens(pointer);
  const original = ownString(own(ownObject(ownObject(spec, 'components'), 'schemas'), key), 'x-input-of');
  return original === undefined ? pointer : joinPointer('/components/schemas', original, ...rest);
}

/** The same schemas, each with its pointer in the printed spec. */
export function withPrintedPointers(spec: JsonValue, schemas: readonly NamedSchema[]): readonly NamedSchema[] {
  const components = Object.values(ownObject(ownObject(spec, 'components'), 'schemas') ?? {});
  if (!components.some((component) => isObject(component) && own(component, 'x-input-of') !== undefined))
    return schemas;
  const printed = (schema: Schema): Schema => ({
    ...mapChildren(schema, printed),
    pointer: printedPointer(spec, schema.pointer),
  });
  return schemas.map((named) => ({ ...named, schema: printed(named.schema) }));
}
