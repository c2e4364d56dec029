import { distinctValues } from '../../base/distinct.ts';
import { isObject, type JsonObject, type JsonValue } from '../../base/json.ts';
import { visitSchemas } from '../walk.ts';
import type { Rule } from './rule.ts';

/** JSON Schema 2020-12 knows `examples` only; OAS 3.1, section 4.8.24, deprecates `example` in schemas. */
export const examplesRule: Rule = {
  says: 'Schemas give their examples in the list `examples`, and an object is not exemplified by an array of objects.',
  apply(document) {
    visitSchemas(document, (schema) => {
      const single = schema['example'];
      const listed = schema['examples'];
      if (single === undefined && !Array.isArray(listed)) return;
      const values = [...(Array.isArray(listed) ? listed : []), ...(single === undefined ? [] : [single])];
      delete schema['example'];
      const spread = values.flatMap((value) => spreadExample(schema, value));
      schema['examples'] = distinctValues(spread);
    });
  },
};

/** An array of objects given as the example of one object is several examples of it. */
function spreadExample(schema: JsonObject, value: JsonValue): JsonValue[] {
  const types = new Set([schema['type']].flat());
  const misfit = types.has('object') && !types.has('array') && Array.isArray(value);
  return misfit && value.length > 0 && value.every(isObject) ? value : [value];
}
