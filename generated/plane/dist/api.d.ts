import { addCustomPropertyValues } from "./operations/addCustomPropertyValues.js";
import { updateCustomerProperty } from "./operations/updateCustomerProperty.js";
import { type Bound } from "./runtime/bound.js";
import type { ApiClient } from "./runtime/client.js";
/** The operations with the tag "Customer properties". */
export interface CustomerPropertiesOperations {
	/**
	 * Update a customer property
	 *
	 * `PATCH /api/v1/workspaces/{workspace_slug}/customer-properties/{property_id}/`
	 */
	readonly updateCustomerProperty: Bound<typeof updateCustomerProperty>;
}
/** The operations with the tag "Work item properties". */
export interface WorkItemPropertiesOperations {
	/**
	 * Add custom property values
	 *
	 * `POST /api/v1/workspaces/{workspace_slug}/projects/{project_id}/work-items/{work_item_id}/work-item-properties/{property_id}/values/`
	 */
	readonly addCustomPropertyValues: Bound<typeof addCustomPropertyValues>;
}
/** All operations, by their tags; those without one stand beside the tags. */
export interface AllOperations {
	readonly customerProperties: CustomerPropertiesOperations;
	readonly workItemProperties: WorkItemPropertiesOperations;
}
/**
 * All operations as members of one object, called without a client.
 * @example
 * ```ts
 * const api = createApi(createClient());
 * await api.customerProperties.updateCustomerProperty(…);
 * ```
 */
export declare function createApi(client: ApiClient): AllOperations;
