import { isObject, ownArray, ownString, type JsonValue } from '../../base/json.ts';
import { localRefPointer } from '../../base/pointer.ts';
import { visitSchemas } from '../walk.ts';
import { menderAt } from './mending/mender.ts';
import type { Rule } from './rule.ts';

/**
 * JSON Schema Core 2020-12, section 9.4.1: a schema must not run into itself for the same value. That it holds wherever
 * it holds says nothing, so what says it is left out (`spec/mended`).
 */
export const selfReferencesRule: Rule = {
  says: 'No schema has itself among its `allOf`.',
  apply(document, context) {
    visitSchemas(document, (schema, pointer) => {
      const list = ownArray(schema, 'allOf') ?? [];
      const others = list.filter((part) => !leadsTo(part, pointer));
      if (others.length === list.length) return;
      if (others.length > 0) schema['allOf'] = others;
      else delete schema['allOf'];
      menderAt(context, schema).mended('an `allOf`', 'it names the schema that it stands in', 'that part is left out');
    });
  },
};

/** Whether a part is a reference to `pointer` and says nothing beside it. */
function leadsTo(part: JsonValue, pointer: string): boolean {
  if (!isObject(part) || !Object.keys(part).every((key) => key === '$ref' || key.startsWith('x-'))) return false;
  return localRefPointer(ownString(part, '$ref') ?? '') === pointer;
}
