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

/** Keywords that look at each other within one schema: split over two schemas they mean something else than in one. */
const adjacent: readonly (readonly string[])[] = [
  ['properties', 'patternProperties', 'additionalProperties'],
  ['prefixItems', 'items'],
  ['contains', 'minContains', 'maxContains'],
  ['if', 'then', 'else'],
];
/** Keywords that look at everything beside them, or say where the schema itself is. */
const apart = ['unevaluatedProperties', 'unevaluatedItems', '$id', '$anchor', '$dynamicAnchor', '$schema', 'allOf'];

/** Whether one schema would say something else than the two that hold together. */
function clashes(outer: JsonObject, inner: JsonObject): boolean {
  const both = Object.keys(inner).some((key) => key !== 'x-evidence' && key !== 'allOf' && Object.hasOwn(outer, key));
  return both || has(inner, apart) || adjacent.some((keys) => has(outer, keys) && has(inner, keys));
}

function has(schema: JsonObject, keys: readonly string[]): boolean {
  return keys.some((key) => Object.hasOwn(schema, key));
}
