import type { operations } from "../openapi.js";
import { type ApiOperation } from "../runtime/operation.js";
import type { SuccessAnswer, UndocumentedAnswer } from "../runtime/result.js";
import type { UpdateAttributeBody, UpdateAttributeResponse200 } from "../schemas.js";
/** The path parameters of `updateAttribute`. */
export type UpdateAttributePath = NonNullable<operations["updateAttribute"]["parameters"]["path"]>;
/** What `updateAttribute` is given. */
export interface UpdateAttributeInput {
	readonly path: UpdateAttributePath;
	readonly body: UpdateAttributeBody;
}
/** The success body of `updateAttribute`. */
export type UpdateAttributeOutput = UpdateAttributeResponse200;
/** Every answer of `updateAttribute`. */
export type UpdateAttributeResult = SuccessAnswer<200, UpdateAttributeResponse200> | UndocumentedAnswer<200>;
/**
 * Updates one attribute of an object or of a list. Required scopes: object_configuration:read-write.
 *
 * `PATCH /v2/{target}/{identifier}/attributes/{attribute}`
 * @remarks Scopes: object_configuration:read-write.
 * @example
 * ```ts
 * const body = await updateAttribute(client, {
 *   path: {
 *     target: 'lists',
 *     identifier: '33ebdbe9-e529-47c9-b894-0ba25e9c15c0',
 *     attribute: '41252299-f8c7-4b5e-99c9-4ff8321d2f96',
 *   },
 *   body: { data: { title: 'Your Attribute', description: 'text' } },
 * });
 * ```
 */
export declare const updateAttribute: ApiOperation<UpdateAttributeInput, UpdateAttributeOutput, UpdateAttributeResult>;
