import type { JsonObject } from '../base/json.ts';

/**
 * A normalized OpenAPI 3.1 description: one way to say each thing. What the rules guarantee beyond OpenAPI 3.1:
 * - every operation has a unique `operationId`;
 * - path items carry operations only (shared parameters are copied into them), no `$ref` but to this document's
 *   components; parameters, request bodies, responses and headers stand in place or in `components`;
 * - no `nullable`, no `example` inside schemas, no boolean `exclusiveMinimum`;
 * - every member holds what `grammar.ts` says, every reference leads to a component of this document;
 * - every discriminator has a complete mapping, and every branch it leads to pins its value with `const` or `enum`.
 */
export interface Spec extends JsonObject {
  openapi: string;
  info: JsonObject;
  paths: JsonObject;
}
