import { isObject, stringsOf, type JsonObject } from '../../base/json.ts';
import { visitSchemas } from '../walk.ts';
import type { Rule } from './rule.ts';

/** Before 3.1 a `$ref` could have no siblings, so documents wrap it in an `allOf` of one. */
export const singleAllOfRule: Rule = {
  says: 'An `allOf` of one schema is that schema, wherever nothing is lost.',
  apply(document) {
    visitSchemas(document, (schema) => {
      const list = schema['allOf'];
      const [only] = Array.isArray(list) ? list : [];
      if (!Array.isArray(list) || list.length !== 1 || !isObject(only) || clashes(schema, only)) return;
      delete schema['allOf'];
      const outer = { ...schema };
      for (const key of Object.keys(schema)) delete schema[key];
      Object.assign(schema, only, outer);
      const evidence = [...stringsOf(outer['x-evidence']), ...stringsOf(only['x-evidence'])];
      if (evidence.length > 0) schema['x-evidence'] = [...new Set(evidence)];
    });
  },
};

/** Whether both say something under one keyword: then two schemas that hold together are not one. */
function clashes(outer: JsonObject, inner: JsonObject): boolean {
  return (
    Object.keys(inner).some((key) => key !== 'x-evidence' && key !== 'allOf' && Object.hasOwn(outer, key)) ||
    inner['allOf'] !== undefined
  );
}
