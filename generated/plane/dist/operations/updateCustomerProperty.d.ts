import type { operations } from "../openapi.js";
import { type ApiOperation } from "../runtime/operation.js";
import type { SuccessAnswer, UndocumentedAnswer } from "../runtime/result.js";
import type { UpdateCustomerPropertyBody, UpdateCustomerPropertyResponse200 } from "../schemas.js";
/** The path parameters of `updateCustomerProperty`. */
export type UpdateCustomerPropertyPath = NonNullable<operations["updateCustomerProperty"]["parameters"]["path"]>;
/** What `updateCustomerProperty` is given. */
export interface UpdateCustomerPropertyInput {
	readonly path: UpdateCustomerPropertyPath;
	readonly body?: UpdateCustomerPropertyBody | undefined;
}
/** The success body of `updateCustomerProperty`. */
export type UpdateCustomerPropertyOutput = UpdateCustomerPropertyResponse200;
/** Every answer of `updateCustomerProperty`. */
export type UpdateCustomerPropertyResult = SuccessAnswer<200, UpdateCustomerPropertyResponse200> | UndocumentedAnswer<200>;
/**
 * Update a customer property
 *
 * Redefines a customer property that is already there. Only what you send is overwritten; everything you leave out keeps its former content.
 *
 * `PATCH /api/v1/workspaces/{workspace_slug}/customer-properties/{property_id}/`
 * @example
 * ```ts
 * const body = await updateCustomerProperty(client, {
 *   path: { workspace_slug: 'my-workspace', property_id: 'text' },
 *   body: { name: 'text', display_name: 'text' },
 * });
 * ```
 */
export declare const updateCustomerProperty: ApiOperation<UpdateCustomerPropertyInput, UpdateCustomerPropertyOutput, UpdateCustomerPropertyResult>;
