import { jsonBody } from "../runtime/bodies.js";
import { defineOperation } from "../runtime/operation.js";
import { inPath, inQuery } from "../runtime/places.js";
import { namedText, textValue } from "../runtime/styles.js";
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
export const putUpdateCustomFields = /* @__PURE__ */ defineOperation({
	id: "putUpdateCustomFields",
	method: "PUT",
	path: "/custom_fields/{custom_field_id}",
	parameters: [[
		inPath,
		"custom_field_id",
		textValue
	], [
		inQuery,
		"org_id",
		namedText
	]],
	body: { "application/json": jsonBody },
	accept: "application/json",
	responses: {
		200: "json",
		400: "json",
		401: "json",
		403: "json",
		404: "json"
	},
	security: [["ApiKeyAuth"]],
	tags: ["Custom Fields"]
});
