import { isObject, own, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { localRefPointer, resolvePointer } from '../../base/pointer.ts';
import type { Lowering } from './dialect.ts';

const form = 'application/x-www-form-urlencoded';

/**
 * The parameters of an operation or a path item of OpenAPI 3.2 as 3.1 knows them, in place. A whole query string that is a
 * form is a query parameter whose properties are written one by one; others are kept under `x-oas-querystring`. The style
 * `cookie` is kept as `x-oas-style`: that of 3.1 differs in how it escapes.
 */
export function lowerParameters({ object, root, report }: Pick<Lowering, 'object' | 'root' | 'report'>): void {
  const list = ownArray(object, 'parameters');
  if (!list) return;
  const strings: JsonValue[] = [];
  const kept = list.flatMap((entry): JsonValue[] => {
    const parameter = resolved(root, entry);
    if (!isObject(parameter)) return [entry];
    if (ownString(parameter, 'style') === 'cookie') lowerCookie(parameter, report);
    if (ownString(parameter, 'in') !== 'querystring') return [entry];
    const lowered = asForm(parameter);
    if (lowered) return [lowered];
    report('a query string that is no form', 'it is kept under x-oas-querystring');
    strings.push(structuredClone(parameter));
    return [];
  });
  object['parameters'] = kept;
  if (strings.length > 0) object['x-oas-querystring'] = strings;
}

function resolved(root: JsonObject, entry: JsonValue): JsonValue | undefined {
  const ref = ownString(entry, '$ref');
  const pointer = ref === undefined ? undefined : localRefPointer(ref);
  return pointer === undefined ? entry : resolvePointer(root, pointer);
}

function lowerCookie(parameter: JsonObject, report: Lowering['report']): void {
  delete parameter['style'];
  parameter['x-oas-style'] = 'cookie';
  report('the style "cookie"', 'it is kept as x-oas-style');
}

function asForm(parameter: JsonObject): JsonObject | undefined {
  const { content, ...rest } = parameter;
  const media = ownObject(content, form);
  const schema = own(media, 'schema');
  if (!isObject(schema)) return undefined;
  return { ...structuredClone(rest), in: 'query', style: 'form', explode: true, schema: structuredClone(schema) };
}
