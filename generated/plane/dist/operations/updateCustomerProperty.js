import { jsonBody } from "../runtime/bodies.js";
import { defineOperation } from "../runtime/operation.js";
import { inPath } from "../runtime/places.js";
import { textValue } from "../runtime/styles.js";
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
export const updateCustomerProperty = /* @__PURE__ */ defineOperation({
	id: "updateCustomerProperty",
	method: "PATCH",
	path: "/api/v1/workspaces/{workspace_slug}/customer-properties/{property_id}/",
	parameters: [[
		inPath,
		"workspace_slug",
		textValue
	], [
		inPath,
		"property_id",
		textValue
	]],
	body: { "application/json": jsonBody },
	accept: "application/json",
	responses: { 200: "json" },
	security: [["ApiKeyAuth"]],
	tags: ["Customer properties"]
});
