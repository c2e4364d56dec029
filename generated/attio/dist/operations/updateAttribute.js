import { jsonBody } from "../runtime/bodies.js";
import { defineOperation } from "../runtime/operation.js";
import { inPath } from "../runtime/places.js";
import { textValue } from "../runtime/styles.js";
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
export const updateAttribute = /* @__PURE__ */ defineOperation({
	id: "updateAttribute",
	method: "PATCH",
	path: "/v2/{target}/{identifier}/attributes/{attribute}",
	parameters: [
		[
			inPath,
			"target",
			textValue
		],
		[
			inPath,
			"identifier",
			textValue
		],
		[
			inPath,
			"attribute",
			textValue
		]
	],
	body: { "application/json": jsonBody },
	accept: "application/json",
	responses: { 200: "json" },
	security: [["bearerAuth"]]
});
