import { jsonBody } from "../runtime/bodies.js";
import { defineOperation } from "../runtime/operation.js";
import { inPath } from "../runtime/places.js";
import { textValue } from "../runtime/styles.js";
/**
 * Add custom property values
 *
 * Fills in a custom property of one work item, or replaces what was filled in before (an upsert): no work item ever has two values for the same property.
 *
 * `POST /api/v1/workspaces/{workspace_slug}/projects/{project_id}/work-items/{work_item_id}/work-item-properties/{property_id}/values/`
 * @remarks Scopes: projects.work_item_property_values:write.
 * @example
 * ```ts
 * const body = await addCustomPropertyValues(client, {
 *   path: {
 *     workspace_slug: 'my-workspace',
 *     project_id: '550e8400-e29b-41d4-a716-446655440000',
 *     work_item_id: '550e8400-e29b-41d4-a716-446655440001',
 *     property_id: '550e8400-e29b-41d4-a716-446655440001',
 *   },
 *   body: {
 *     value: 'example text value',
 *     external_id: '550e8400-e29b-41d4-a716-446655440000',
 *     external_source: 'github',
 *   },
 * });
 * ```
 */
export const addCustomPropertyValues = /* @__PURE__ */ defineOperation({
	id: "addCustomPropertyValues",
	method: "POST",
	path: "/api/v1/workspaces/{workspace_slug}/projects/{project_id}/work-items/{work_item_id}/work-item-properties/{property_id}/values/",
	parameters: [
		[
			inPath,
			"workspace_slug",
			textValue
		],
		[
			inPath,
			"project_id",
			textValue
		],
		[
			inPath,
			"work_item_id",
			textValue
		],
		[
			inPath,
			"property_id",
			textValue
		]
	],
	body: { "application/json": jsonBody },
	accept: "application/json",
	responses: {
		200: "json",
		201: "json"
	},
	security: [["ApiKeyAuth"]],
	tags: ["Work item properties"]
});
