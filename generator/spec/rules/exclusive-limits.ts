import type { JsonObject } from '../../base/json.ts';
import { visitSchemas } from '../walk.ts';
import type { Rule } from './rule.ts';

/** JSON Schema 2020-12, Validation, sections 6.2.3 and 6.2.5: exclusive limits are numbers, not flags as in draft 4. */
export const exclusiveLimitsRule: Rule = {
  says: '`exclusiveMinimum` and `exclusiveMaximum` are numbers.',
  apply(document) {
    visitSchemas(document, (schema) => {
      turn(schema, 'exclusiveMinimum', 'minimum');
      turn(schema, 'exclusiveMaximum', 'maximum');
    });
  },
};

function turn(schema: JsonObject, exclusive: string, inclusive: string): void {
  const flag = schema[exclusive];
  if (typeof flag !== 'boolean') return;
  delete schema[exclusive];
  const limit = schema[inclusive];
  if (!flag || typeof limit !== 'number') return;
  schema[exclusive] = limit;
  delete schema[inclusive];
}
