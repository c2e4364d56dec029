import { own, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../base/json.ts';
import { joinPointer, localRefPointer, resolvePointer } from '../base/pointer.ts';
import type { BuildContext } from './context.ts';
import type { ResponseHeader } from './model.ts';
import { resolvePart, type Part } from './parts.ts';

/**
 * The headers of a response (OAS 3.1, section 4.8.21), by what their text looks like. `Content-Type` is left out, as
 * OpenAPI says it (section 4.8.17.1).
 */
export function buildResponseHeaders(context: BuildContext, { raw, pointer }: Part): ResponseHeader[] {
  return Object.entries(ownObject(raw, 'headers') ?? {}).flatMap(([name, value]): ResponseHeader[] => {
    // what is no name of a header can be asked of none (RFC 9110, section 5.1)
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name) || name.toLowerCase() === 'content-type') return [];
    const part = resolvePart(context, value, joinPointer(pointer, 'headers', name));
    if (!part) return [];
    const schema = schemaOf(context, part.raw);
    return [{ name, required: own(part.raw, 'required') === true, text: textOf(schema), ...valuesOf(schema) }];
  });
}

function schemaOf(context: BuildContext, header: JsonObject): JsonValue | undefined {
  const schema = own(header, 'schema');
  const pointer = localRefPointer(ownString(schema, '$ref') ?? '');
  return pointer === undefined ? schema : resolvePointer(context.spec, pointer);
}

function textOf(schema: JsonValue | undefined): ResponseHeader['text'] {
  const type = own(schema, 'type');
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'boolean' ? 'boolean' : 'string';
}

/** The only texts there are, where all are texts. */
function valuesOf(schema: JsonValue | undefined): { readonly values?: readonly string[] } {
  const constant = own(schema, 'const');
  const all = constant === undefined ? (ownArray(schema, 'enum') ?? []) : [constant];
  const texts = all.filter((value) => typeof value === 'string');
  return texts.length > 0 && texts.length === all.length ? { values: texts } : {};
}
