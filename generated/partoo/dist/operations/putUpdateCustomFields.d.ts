import type { operations } from "../openapi.js";
import { type ApiOperation } from "../runtime/operation.js";
import type { FailureAnswer, SuccessAnswer, UndocumentedAnswer } from "../runtime/result.js";
import type { PutUpdateCustomFieldsBody, PutUpdateCustomFieldsResponse200, PutUpdateCustomFieldsResponse400, PutUpdateCustomFieldsResponse401, PutUpdateCustomFieldsResponse403, PutUpdateCustomFieldsResponse404 } from "../schemas.js";
/** The path parameters of `putUpdateCustomFields`. */
export type PutUpdateCustomFieldsPath = NonNullable<operations["putUpdateCustomFields"]["parameters"]["path"]>;
/** The query parameters of `putUpdateCustomFields`. */
export type PutUpdateCustomFieldsQuery = NonNullable<operations["putUpdateCustomFields"]["parameters"]["query"]>;
/** What `putUpdateCustomFields` is given. */
export interface PutUpdateCustomFieldsInput {
	readonly path: PutUpdateCustomFieldsPath;
	readonly query?: PutUpdateCustomFieldsQuery | undefined;
	readonly body: PutUpdateCustomFieldsBody;
}
/** The success body of `putUpdateCustomFields`. */
export type PutUpdateCustomFieldsOutput = PutUpdateCustomFieldsResponse200;
/** Every answer of `putUpdateCustomFields`. */
export type PutUpdateCustomFieldsResult = SuccessAnswer<200, PutUpdateCustomFieldsResponse200> | FailureAnswer<400, PutUpdateCustomFieldsResponse400> | FailureAnswer<401, PutUpdateCustomFieldsResponse401> | FailureAnswer<403, PutUpdateCustomFieldsResponse403> | FailureAnswer<404, PutUpdateCustomFieldsResponse404> | UndocumentedAnswer<200 | 400 | 401 | 403 | 404>;
/**
 * Update custom field
 *
 * Changes one custom field, chosen by its ID, among those your organization owns.
 * Open to change are its **name**, **description** and **slug**, its **constraints**, and the **section** it is shown in. Its **type** stays what it was at creation. When stored business data stands in the way of a change, `force` carries it out all the same. A `PROVIDER` user reaches the fields of an organization under management by sending `org_id`.
 *
 * `PUT /custom_fields/{custom_field_id}`
 * @throws ApiError 400: Stored data of some businesses breaks the new constraints
 * @throws ApiError 401: The caller is unknown
 * @throws ApiError 403: The caller may not do this
 * @throws ApiError 404: Nothing found under this ID
 * @example
 * ```ts
 * const body = await putUpdateCustomFields(client, {
 *   path: { custom_field_id: 42 },
 *   body: {
 *     name: 'Click and collect',
 *     description: 'Says if goods ordered online can be fetched here',
 *     type: 'BOOLEAN',
 *     slug: 'click-and-collect',
 *   },
 * });
 * ```
 */
export declare const putUpdateCustomFields: ApiOperation<PutUpdateCustomFieldsInput, PutUpdateCustomFieldsOutput, PutUpdateCustomFieldsResult>;
