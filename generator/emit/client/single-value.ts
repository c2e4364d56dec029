import type { Api, Schema } from '../../model/model.ts';
import { schemaNamed } from './sample.ts';

/** References and parts are followed this deep. */
const maxDepth = 10;

/**
 * Whether every value of a schema is one text when it is put into a request: a string, a number, a boolean or null. What
 * the documents only hint at, or do not tell, may be more.
 */
export function isSingleValue(api: Api, schema: Schema, depth = 0): boolean {
  if (schema.hedged || depth > maxDepth) return false;
  const next = (part: Schema): boolean => isSingleValue(api, part, depth + 1);
  switch (schema.kind) {
    case 'boolean':
    case 'null':
      return true;
    case 'number':
    case 'string':
      return schema.typed;
    case 'literal':
      return schema.values.every((value) => typeof value !== 'object' || value === null);
    case 'union':
      return schema.branches.every(next);
    case 'intersection':
      return schema.members.some(next);
    case 'reference': {
      const named = schemaNamed(api, schema.name);
      return named !== undefined && next(named);
    }
    default:
      return false;
  }
}
