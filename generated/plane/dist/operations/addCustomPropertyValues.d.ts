import type { operations } from "../openapi.js";
import { type ApiOperation } from "../runtime/operation.js";
import type { SuccessAnswer, UndocumentedAnswer } from "../runtime/result.js";
import type { AddCustomPropertyValuesBody, AddCustomPropertyValuesResponse200, AddCustomPropertyValuesResponse201 } from "../schemas.js";
/** The path parameters of `addCustomPropertyValues`. */
export type AddCustomPropertyValuesPath = NonNullable<operations["addCustomPropertyValues"]["parameters"]["path"]>;
/** What `addCustomPropertyValues` is given. */
export interface AddCustomPropertyValuesInput {
	readonly path: AddCustomPropertyValuesPath;
	readonly body: AddCustomPropertyValuesBody;
}
/** The success body of `addCustomPropertyValues`. */
export type AddCustomPropertyValuesOutput = AddCustomPropertyValuesResponse200 | AddCustomPropertyValuesResponse201;
/** Every answer of `addCustomPropertyValues`. */
export type AddCustomPropertyValuesResult = SuccessAnswer<200, AddCustomPropertyValuesResponse200> | SuccessAnswer<201, AddCustomPropertyValuesResponse201> | UndocumentedAnswer<200 | 201>;
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
export declare const addCustomPropertyValues: ApiOperation<AddCustomPropertyValuesInput, AddCustomPropertyValuesOutput, AddCustomPropertyValuesResult>;
