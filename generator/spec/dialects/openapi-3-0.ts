import type { JsonObject } from '../../base/json.ts';
import type { DialectContext } from './dialect.ts';
import { dropEmptyEnums } from './empty-enums.ts';
import { ignoreSiblings } from './reference-siblings.ts';

/**
 * An OpenAPI 3.0 document in the shape of OpenAPI 3.1. What both write alike but mean differently is the sibling of a
 * reference (`spec/ignored-sibling`) and an `enum` without values (`spec/malformed`); the words that 3.1 replaced are the
 * rules' matter, since people write them in documents of every version.
 */
export function fromOpenApi30(root: JsonObject, context: DialectContext): JsonObject {
  ignoreSiblings(root, context);
  dropEmptyEnums(root, context);
  return root;
}
