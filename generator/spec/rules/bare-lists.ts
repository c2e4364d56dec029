import type { JsonObject } from '../../base/json.ts';
import { visitDescription } from '../walk.ts';
import type { Rule } from './rule.ts';

/**
 * OAS 3.0, section 4.7.24: `items` must stand beside the type "array". An `items` that says nothing takes all items from an
 * `unevaluatedItems` there or around it (JSON Schema Core 2020-12, section 11.2), so a description that has one anywhere
 * stays as it is. It is the last rule that looks at lists, for others leave parts of the description out.
 */
export const bareListsRule: Rule = {
  says: 'A list of which nothing else is said has items of any kind.',
  apply(document) {
    const bare: JsonObject[] = [];
    let asksForItems = false;
    visitDescription(document, {
      enterSchema: (schema) => {
        if (isListOfAnything(schema)) bare.push(schema);
        asksForItems ||= Object.hasOwn(schema, 'unevaluatedItems');
      },
    });
    if (!asksForItems) for (const schema of bare) schema['items'] = {};
  },
};

/** Some tools read nothing of a list but its items. */
function isListOfAnything(schema: JsonObject): boolean {
  return schema['type'] === 'array' && schema['items'] === undefined && schema['prefixItems'] === undefined;
}
